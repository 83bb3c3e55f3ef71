import { NotFound } from '#app/platform/context.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { addMonths, endOfMonth } from '#app/platform/time/plain-date.ts'
import { spellsOf } from '#app/spells/queries.server.ts'
import { activitySpells } from './activity-spells.ts'
import { type Counted, countedFor } from './count.ts'
import { type Field, fieldsOf, type Member, withPlaces } from './indicators.ts'
import { monthOf } from './months.ts'
import { attendedOf, type Following, followingOf, intakeOn, membersOf, plannedOf, valuesOf } from './queries.server.ts'
import type { Value } from './values.ts'

/** `first`: the month the family came, null while it is not taken in. `counted`: what the spells say, per field that they speak of. */
export type MonthRead = {
  month: string
  first: string | null
  following: Following
  members: Member[]
  fields: Field[]
  values: Value[]
  counted: (Counted & { field: Field })[]
}
/** A judgement older than this is not offered as "last time". */
const LOOK_BACK_MONTHS = 18

/** A month of a family as the actor may see it: what is asked, what stands, what stood before. */
export async function readMonth(tx: Tx, ctx: Context, caseId: number, month: string): Promise<MonthRead> {
  if (month < '2000-01-01' || month > '2199-12-01') throw new NotFound('month')
  const following = await followingOf(tx, caseId, ctx.today)
  const began = await intakeOn(tx, caseId)
  const values = await valuesOf(tx, caseId, addMonths(month, -LOOK_BACK_MONTHS))
  // Who may not read the referral knows the first month from what they may read.
  const first = began === null ? (values.at(-1)?.month ?? null) : monthOf(began)
  const own = await spellsOf(tx, caseId)
  const planned = await plannedOf(tx, caseId, [...following.activityKinds.keys()], month, endOfMonth(month))
  const spells = [...own, ...activitySpells(planned, following.activityKinds, own, month)]
  const members = withPlaces(await membersOf(tx, caseId, ctx.today), spells)
  const fields = first === null ? [] : fieldsOf(following.indicators, members, month, first)
  const attended = await attendedOf(tx, caseId, month)
  const counted = fields.flatMap((field) => {
    const found = countedFor(field, spells, month, attended)
    return found ? [{ ...found, field }] : []
  })
  return { month, first, following, members, fields, values, counted }
}
