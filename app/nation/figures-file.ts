import type { Locale } from '#app/platform/i18n/messages.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { da, en } from './messages.ts'
import { type Criterion, type Share, shareOfUnit } from './nation.ts'

/** A cell of a CSV file: quoted where it must be, and never read as a formula by a spreadsheet. */
const cell = (value: string | number): string => {
  const text = typeof value === 'number' ? String(value) : /^[=+\-@\t]/.test(value) ? `'${value}` : value
  return /[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
const decimal = (locale: Locale, n: number): string => (locale === 'da' ? n.toFixed(4).replace('.', ',') : n.toFixed(4))

/**
 * What the page shows as a CSV file with semicolons: the country and each municipality of every criterion. Hidden is said so, never left empty.
 * @param names of municipalities by number
 */
export function figuresFile(criteria: readonly Criterion[], names: Record<number, string>, after: number, locale: Locale): string {
  const m = pick(locale, { da, en })
  const english = locale === 'en'
  const head = english
    ? ['months', 'code', 'indicator', 'municipality', 'measured', 'better or has', 'share', 'low', 'high']
    : ['måneder', 'kode', 'indikator', 'kommune', 'målt', 'bedre eller har det', 'andel', 'lav', 'høj']
  const line = (c: Criterion, place: string, n: number | null, share: Share | null) => [
    after, c.code, c.label[locale], place, n ?? m.hidden, share?.x ?? m.hidden, ...[share?.p, share?.low, share?.high].map((v) => (v === undefined ? m.hidden : decimal(locale, v))),
  ]
  const lines = criteria.flatMap((c) => [
    line(c, m.country, c.table.n, c.share),
    ...c.table.units.map((u) => line(c, u.ids.map((id) => names[id] ?? '').join(' + '), u.n, shareOfUnit(u))),
  ])
  return `\uFEFF${[head, ...lines].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`
}
