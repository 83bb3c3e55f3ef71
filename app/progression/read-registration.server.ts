import { z } from 'zod'
import type { Words } from '#app/catalogue/pack-item.ts'
import { Id } from '#app/families/families.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import { writing } from '#app/spells/rights.server.ts'
import { readMonth } from './month.server.ts'
import { dueOn, monthOf, type MonthState, monthsSince, stateOf } from './months.ts'
import { type Finished, finishedOf, followingOf, intakeOn } from './queries.server.ts'
import { Month } from './registration.ts'
import { type Answer, type Field, fieldsOf, type Scale } from './indicators.ts'
import { toldBefore, type Told } from './stated.ts'
import { completeness, freshLooks, lastBefore, type Value, valueIn } from './values.ts'

/** One field of the page: what stands, what stood before it, what the spells say. */
export type Cell = { field: Field; now: Value | null; last: Value | null; counted: (Answer & { source: string }) | null; fresh: boolean }
export type RegistrationPage = {
  caseId: number
  today: string
  month: string
  state: MonthState
  due: string
  /** The months of the family, the newest first, with how full each is. */
  months: { month: string; state: MonthState; filled: number; of: number; finished: boolean }[]
  members: { id: number; name: string }[]
  rows: { indicator: Field['indicator']; cells: (Cell | null)[] }[]
  scales: Scale[]
  /** The sectors whose judgements are written down here, with who spoke last. */
  told: (Told & { label: Words })[]
  full: ReturnType<typeof completeness>
  finished: Finished | null
  freshAfter: number
  may: { write: boolean }
}

const YEAR = 12

/** A month of a family on one page. */
export const readRegistration = query({
  event: 'progression.read',
  input: z.object({ caseId: Id, month: Month.nullable() }),
  case: ({ caseId }) => caseId,
  may: async (tx, _, { caseId }) => (await reachesCase(tx, caseId)) || 'not-found',
  async run(tx, ctx, { caseId, month: wanted }): Promise<RegistrationPage & { values: Value[] }> {
    const began = await intakeOn(tx, caseId)
    const rules = (await followingOf(tx, caseId, ctx.today)).rules
    const month = wanted ?? (began ? monthsSince(began, ctx.today, rules)[0] : undefined) ?? monthOf(ctx.today)
    const read = await readMonth(tx, ctx, caseId, month)
    const { fields, values, following } = read
    const finished = await finishedOf(tx, caseId)
    const write = (await writing(tx, ctx, caseId)).coordination
    const fresh = freshLooks(fields, values, month, following.freshAfter)
    const members = [...new Map(fields.map((f) => [f.member.id, { id: f.member.id, name: f.member.name }])).values()]
    const cellOf = (field: Field): Cell => {
      const counted = read.counted.find((c) => c.field === field)
      return {
        field,
        now: valueIn(values, field, month) ?? null,
        last: lastBefore(values, field, month) ?? null,
        counted: counted ? { number: counted.number, second: counted.second, choice: counted.choice, source: counted.source } : null,
        fresh: fresh.includes(field),
      }
    }
    const indicators = [...new Set(fields.map((f) => f.indicator))]
    return {
      caseId,
      today: ctx.today,
      month,
      state: stateOf(month, ctx.today, following.rules),
      due: dueOn(month, following.rules),
      months: (began ? monthsSince(began, ctx.today, following.rules) : []).slice(0, YEAR).map((m) => {
        const { filled, of } = completeness(fieldsOf(following.indicators, read.members, m, read.first ?? m), values, m)
        return { month: m, state: stateOf(m, ctx.today, following.rules), filled, of, finished: finished.some((f) => f.month === m) }
      }),
      members,
      rows: indicators.map((indicator) => ({ indicator, cells: members.map((p) => fields.filter((f) => f.indicator === indicator && f.member.id === p.id).map(cellOf)[0] ?? null) })),
      scales: following.scales,
      told: [...new Set(indicators.flatMap((i) => i.judgedBy ?? []))].map((sector) => ({
        sector,
        ...toldBefore(values, sector, month, ctx.today),
        label: following.sectors.find((s) => s.code === sector)?.label ?? { da: sector, en: sector },
      })),
      full: completeness(fields, values, month),
      finished: finished.find((f) => f.month === month) ?? null,
      freshAfter: following.freshAfter,
      may: { write },
      values: values.filter((v) => fields.some((f) => f.indicator.code === v.indicator && f.member.id === v.personId)),
    }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: [...new Set(r.values.map((v) => v.personId))], shelfIds: [...new Set(r.values.map((v) => v.shelfId))] }),
})
