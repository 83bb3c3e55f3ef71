import type { ExportTarget } from '#app/catalogue/pack-registers.ts'
import type { Indicator } from '#app/progression/indicators.ts'

/* A month of a project as an external tool of progression is given it (PROG-36): the columns are pack data. Pure. */

export type ExportValue = {
  caseNumber: string
  personId: number
  firstName: string
  age: number | null
  month: string
  indicator: string
  number: number | null
  second: number | null
  choice: string | null
  how: string
  judgedMonth: string
  source: string
}
type Field = ExportTarget['columns'][number]['field']

const number = (n: number | null): string => (n === null ? '' : String(n).replace('.', ','))
/** A text that a spreadsheet would take for a formula is told as text. */
const text = (s: string): string => (/^[=+\-@\t\r]/.test(s) ? `'${s}` : s)

const CELLS: Record<Field, (v: ExportValue, target: ExportTarget, indicators: readonly Indicator[]) => string> = {
  'case-number': (v) => text(v.caseNumber),
  'person-key': (v) => String(v.personId),
  'first-name': (v) => text(v.firstName),
  age: (v) => (v.age === null ? '' : String(v.age)),
  month: (v) => v.month.slice(0, 7),
  indicator: (v, target) => text(target.names[v.indicator] ?? v.indicator),
  'indicator-name': (v, _, indicators) => text(indicators.find((i) => i.code === v.indicator)?.label.da ?? v.indicator),
  value: (v) => number(v.number),
  second: (v) => number(v.second),
  answer: (v) => v.choice ?? '',
  'judged-month': (v) => v.judgedMonth.slice(0, 7),
  source: (v) => (v.how === 'register' ? 'register' : v.how === 'counted' ? 'optalt' : v.how === 'carried' ? 'beholdt' : 'vurderet'),
}

/** The table, its headings first. Values that were only kept are left out unless the target asks for them; so are indicators that it does not name. */
export function exportTable(target: ExportTarget, values: readonly ExportValue[], indicators: readonly Indicator[]): string[][] {
  const wanted = values.filter((v) => (target.carried || v.how !== 'carried') && (target.indicators.length === 0 || target.indicators.includes(v.indicator)))
  const sorted = wanted.toSorted((a, b) => a.caseNumber.localeCompare(b.caseNumber) || a.personId - b.personId || a.indicator.localeCompare(b.indicator))
  return [target.columns.map((c) => c.heading), ...sorted.map((v) => target.columns.map((c) => CELLS[c.field](v, target, indicators)))]
}

/** With a mark, so that a spreadsheet reads UTF-8. */
export const asCsv = (table: readonly string[][]): string =>
  `\uFEFF${table.map((r) => r.map((c) => (/[;"\r\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)).join(';')).join('\r\n')}\r\n`
