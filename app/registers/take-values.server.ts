import { inForce } from '#app/catalogue/pack-item.ts'
import type { RegisterMapping } from '#app/catalogue/pack-registers.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { Indicator } from '#app/progression/indicators.ts'
import { type RegisterValue, takeRegisterValues, type TakenValue } from '#app/progression/take-register-values.server.ts'
import { typedText } from '#app/progression/value-words.ts'
import type { Known } from './people.server.ts'
import type { ValueRow } from './read-rows.ts'
import { answerOf, type Difference, indicatorFor } from './registers.ts'
import type { Part } from './run-import.server.ts'

/** `take`: ids of what was typed and the register's is to replace. */
export type Taking = { source: (rows: readonly number[]) => string; take: ReadonlySet<number>; write: boolean }
type Drafted = { row: ValueRow; known: Known; indicator: Indicator; value: RegisterValue }

/** The rows as values of months: those of members, an issue for each that cannot be one. All rows are looked at, also about people who are not ours. */
export function draftValues(pack: Pack, mapping: RegisterMapping, rows: readonly ValueRow[], people: ReadonlyMap<string, Known>, today: string) {
  const gives = mapping.gives.kind === 'values' ? mapping.gives : null
  const indicators = inForce(pack.indicators, today)
  const drafts: Drafted[] = []
  const issues: Part['issues'] = []
  for (const row of rows) {
    const known = people.get(row.digits)
    const first = indicators.find((i) => gives?.indicators.includes(i.code))
    const indicator = known ? indicatorFor(indicators, gives?.indicators ?? [], known.member, row.month) : first
    const read = (indicator ?? first) ? answerOf(row, (indicator ?? first)!, pack.scales.find((s) => s.code === (indicator ?? first)?.scale), gives?.absence ?? false) : null
    if (!read) issues.push({ row: row.row, field: row.column, message: { da: 'Tallet hører ikke til noget, vi følger', en: 'The number belongs to nothing that is followed' } })
    else if ('problem' in read) issues.push({ row: row.row, field: row.column, message: read.problem })
    else if (known && !indicator) issues.push({ row: row.row, field: row.column, message: { da: 'Det spørger vi ikke om for en person i den alder', en: 'That is not asked about a person of that age' } })
    else if (known && indicator)
      drafts.push({ row, known, indicator, value: { ...read.answer, n: row.row, case: known.caseId, person: known.personId, indicator: indicator.code, month: row.month, source: '', over: null } })
  }
  return { drafts, issues }
}

/** Takes the drafted values, or only says what would happen. */
export async function takeValues(tx: Tx, projectId: number, drafts: readonly Drafted[], { source, take, write }: Taking): Promise<Part> {
  // What was chosen is looked at first: a row replaces exactly the value that was seen.
  const look = take.size === 0 ? [] : await takeRegisterValues(tx, projectId, drafts.map((d) => d.value), false)
  const over = new Map(look.flatMap((t) => (t.outcome === 'differs' && t.standing !== null && take.has(t.standing) ? [[t.n, t.standing] as const] : [])))
  const wanted = drafts.map((d) => ({ ...d.value, source: source([d.row.row]), over: over.get(d.row.row) ?? null }))
  const taken = await takeRegisterValues(tx, projectId, wanted, write)
  const by = new Map(drafts.map((d) => [d.row.row, d]))
  const count = (...outcomes: TakenValue['outcome'][]) => taken.filter((t) => outcomes.includes(t.outcome)).length
  return {
    issues: [],
    tally: { written: count('new'), replaced: count('updated', 'replaced'), unchanged: count('same'), kept: count('differs'), before: count('before') },
    differences: await differences(tx, taken.filter((t) => t.outcome === 'differs'), by),
    shelves: taken.flatMap((t) => (t.shelf === null ? [] : [{ caseId: by.get(t.n)!.known.caseId, personId: by.get(t.n)!.known.personId, shelfId: t.shelf }])),
  }
}

/** What stands where the register says otherwise, as far as the actor may read it; a job reads none. */
async function differences(tx: Tx, taken: readonly TakenValue[], by: ReadonlyMap<number, Drafted>): Promise<Difference[]> {
  const ids = taken.flatMap((t) => (t.standing === null ? [] : [t.standing]))
  const rows = ids.length === 0 ? [] : await tx.selectFrom('progression_value').select(['id', 'number', 'second', 'choice']).where('id', 'in', ids).execute()
  return taken.flatMap((t) => {
    const draft = by.get(t.n)
    const typed = rows.find((r) => r.id === t.standing)
    if (!draft || t.standing === null) return []
    const { known, indicator, value } = draft
    const text = (a: { number: number | null; second: number | null; choice: string | null }) => [typedText('da', a), ...(a.second === null ? [] : [`${typedText('da', { ...a, number: a.second, choice: null })} %`])].join(', ')
    return [{ kind: 'value', take: [t.standing], row: t.n, personId: known.personId, caseId: known.caseId, what: indicator.label, when: value.month, typed: typed ? text(typed) : '', register: text(value) } satisfies Difference]
  })
}
