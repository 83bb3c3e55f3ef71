import { command, reachesCase } from '#app/platform/command.server.ts'
import { type Context, type FieldIssue, Invalid } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { writing } from '#app/spells/rights.server.ts'
import { oddity } from './checks.ts'
import type { Answer, Field } from './indicators.ts'
import { readAnswer, sameAnswer } from './indicators.ts'
import { readMonth, type MonthRead } from './month.server.ts'
import { stateOf } from './months.ts'
import { type Entry, KEEP, nameOf, RegisterMonth } from './registration.ts'
import { statedFor, type Told } from './stated.ts'
import { carry, type How, lastBefore, type Stated, type Value, valueIn } from './values.ts'

type Draft = Answer & { stated?: Stated | null; field: Field; how: How; judgedMonth: string; source: string; confirmed: boolean; replaces: Value | undefined }

/**
 * Registers what was typed for a month, all members at once (PROG-03): nothing is kept unless everything can be. An answer equal to what the spells say is kept as counted with its
 * source; `u` keeps the last judgement as carried. A value that stands is replaced, never overwritten.
 * @throws Invalid with every field that is wrong, odd and not confirmed, or changed by somebody else meanwhile
 */
export const registerMonth = command({
  event: 'progression.register',
  input: RegisterMonth,
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) => ((await reachesCase(tx, caseId)) ? (await writing(tx, ctx, caseId)).coordination : 'not-found'),
  async run(tx, ctx, input) {
    await lockMonth(tx, ctx, input.caseId, input.month)
    const month = await readMonth(tx, ctx, input.caseId, input.month)
    mustBeOpen(month, ctx.today)
    const drafts = withStated(draftsOf(month, input), input.told, ctx.today)
    const shelves = await write(tx, ctx, input.caseId, input.month, drafts)
    return { written: shelves.length, shelfIds: [...new Set(shelves)], personIds: [...new Set(drafts.map((d) => d.field.member.id))] }
  },
  concerns: ({ caseId, month }, r) => ({ caseId, personIds: r.personIds, shelfIds: r.shelfIds, details: { month, values: r.written } }),
})

/** Two who save the same month come one after the other. */
export async function lockMonth(tx: Tx, ctx: Context, caseId: number, month: string): Promise<void> {
  await tx
    .insertInto('registration_month')
    .values({ municipality_id: ctx.municipalityId, case_id: caseId, month })
    .onConflict((c) => c.columns(['municipality_id', 'case_id', 'month']).doUpdateSet((e) => ({ finished_at: e.ref('registration_month.finished_at') })))
    .execute()
}

export function mustBeOpen(month: MonthRead, today: string): void {
  const wrong = (da: string, en: string) => new Invalid([{ field: '', message: { da, en } }])
  if (month.first === null || month.month < month.first) throw wrong('Familien var ikke med endnu i den måned.', 'The family had not begun in that month.')
  const state = stateOf(month.month, today, month.following.rules)
  if (state === 'not-open') throw wrong('Måneden er ikke åben endnu.', 'The month is not open yet.')
  if (state === 'closed') throw wrong('Måneden er lukket.', 'The month is closed.')
}

function draftsOf(month: MonthRead, { entries, keepRest }: { entries: Entry[]; keepRest: boolean }): Draft[] {
  const issues: FieldIssue[] = []
  const drafts: Draft[] = []
  const said: { entry: Entry; draft: Draft }[] = []
  for (const entry of entries) {
    const field = month.fields.find((f) => f.member.id === entry.personId && f.indicator.code === entry.indicator)
    const found = field ? draftOf(month, field, entry, keepRest) : { problem: { da: 'Det spørger vi ikke om i denne måned', en: 'That is not asked this month' } }
    if (found === null) continue
    if ('problem' in found) issues.push({ field: nameOf('v', entry.personId, entry.indicator), message: found.problem })
    else said.push({ entry, draft: found })
  }
  for (const { entry, draft } of said) {
    const odd = entry.confirmed || draft.how !== 'judged' ? null : oddity({ field: draft.field, answer: draft }, lastReal(month, draft.field), standing(month, said))
    if (odd) issues.push({ field: nameOf('v', entry.personId, entry.indicator), message: odd })
    else drafts.push(draft)
  }
  if (issues.length > 0) throw new Invalid(issues)
  return drafts
}

/** Adds who said each judgement of another sector. @throws Invalid where nobody is named for a sector */
function withStated(drafts: Draft[], told: readonly Told[], today: string): Draft[] {
  const found = drafts.map((d) => ({ d, said: statedFor(d.field.indicator, told, today) }))
  const issues = found.flatMap(({ said }) => ('issues' in said ? said.issues : []))
  if (issues.length > 0) throw new Invalid([...new Map(issues.map((i) => [i.field, i])).values()])
  return found.map(({ d, said }) => ({ ...d, stated: 'stated' in said ? said.stated : null }))
}

/** The last answer that somebody gave, not one that was kept. */
function lastReal(month: MonthRead, field: Field): Answer | undefined {
  return lastBefore(month.values.filter((v) => v.how !== 'carried'), field, month.month)
}
/** What the month will say once this is saved: the new answers, and those that stand. */
const standing = (month: MonthRead, said: { draft: Draft }[]) => [
  ...said.map(({ draft }) => ({ field: draft.field, answer: draft })),
  ...month.fields.flatMap((field) => {
    const value = valueIn(month.values, field, month.month)
    return value && !said.some(({ draft }) => draft.field === field) ? [{ field, answer: value }] : []
  }),
]

/** What an entry asks to be written; null: nothing. */
function draftOf(month: MonthRead, field: Field, entry: Entry, keepRest: boolean): Draft | { problem: FieldIssue['message'] } | null {
  const now = valueIn(month.values, field, month.month)
  const keeps = entry.text.toLowerCase() === KEEP || (entry.text === '' && keepRest && !now)
  if (keeps) return kept(month, field, now, entry.text === '')
  if (entry.text === '') return null
  const scale = month.following.scales.find((s) => s.code === field.indicator.scale)
  const read = readAnswer(field.indicator, scale, entry.text, entry.second)
  if ('problem' in read) return read
  if (now && now.how !== 'carried' && sameAnswer(now, read.answer)) return null
  if ((now?.id ?? null) !== entry.seen) return { problem: meanwhile(now) }
  const counted = month.counted.find((c) => c.field === field)
  const same = counted !== undefined && sameAnswer(counted, read.answer)
  return { ...read.answer, field, how: same ? 'counted' : 'judged', judgedMonth: month.month, source: same ? counted.source : '', confirmed: entry.confirmed, replaces: now }
}

function kept(month: MonthRead, field: Field, now: Value | undefined, silent: boolean): Draft | { problem: FieldIssue['message'] } | null {
  if (now) return null
  const last = carry(field.indicator, lastBefore(month.values, field, month.month))
  if (last) return { ...last, field, how: 'carried', source: '', confirmed: false, replaces: undefined }
  return silent ? null : { problem: { da: 'Der er ikke noget fra sidst at beholde', en: 'There is nothing from last time to keep' } }
}

const meanwhile = (now: Value | undefined): FieldIssue['message'] =>
  now
    ? { da: `${now.by ?? 'En anden'} har skrevet her imens. Se efter, og gem igen`, en: `${now.by ?? 'Somebody'} wrote here meanwhile. Look, and save again` }
    : { da: 'Tallet er taget tilbage imens. Se efter, og gem igen', en: 'The value was taken back meanwhile. Look, and save again' }

/** One statement for each member: a policy looks once per statement at what one may read, and a member's first value makes a new shelf. */
async function write(tx: Tx, ctx: Context, caseId: number, month: string, drafts: readonly Draft[]): Promise<number[]> {
  const shelves: number[] = []
  for (const mine of Map.groupBy(drafts, (d) => d.field.member.id).values()) {
    const rows = await tx.insertInto('progression_value').values(mine.map((d) => rowOf(ctx, caseId, month, d))).returning('shelf_id').execute()
    shelves.push(...rows.map((r) => r.shelf_id))
  }
  return shelves
}

const rowOf = (ctx: Context, caseId: number, month: string, d: Draft) => ({
  municipality_id: ctx.municipalityId,
  case_id: caseId,
  sector: 'coordination',
  category: 'progression',
  visibility: 'family',
  subjects: [d.field.member.id],
  person_id: d.field.member.id,
  indicator: d.field.indicator.code,
  month,
  number: d.number,
  second: d.second,
  choice: d.choice,
  how: d.how,
  judged_month: d.judgedMonth,
  source: d.source,
  confirmed: d.confirmed,
  replaces: d.replaces?.id ?? null,
  stated_by_name: d.stated?.name ?? null,
  stated_by_sector: d.stated?.sector ?? null,
  stated_on: d.stated?.on ?? null,
  stated_channel: d.stated?.channel ?? null,
})
