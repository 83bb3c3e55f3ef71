import { readersOf } from '#app/consent/readers.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { beganOn, questionsOf, ratersOf, ratingsOf } from './queries.server.ts'
import { type Asked, askedOf, type Rating } from './ratings.ts'
import { mayRate } from './rights.server.ts'

/** What a member is asked about themselves. `writtenForMe`: what staff wrote down lately, which the member can take back. `readers`: who may read what is written here. */
export type MyRatings = { caseId: number; today: string; asked: Asked[]; writtenForMe: Rating[]; readers: string[] }
const LATELY_DAYS = 92

/** Null for whom nothing is asked: the family has not begun, the case is closed, or the pack has no question for that age. */
export async function myRatings(tx: Tx, ctx: Context, caseId: number): Promise<MyRatings | null> {
  if (!(await mayRate(tx, ctx, caseId)) || (await beganOn(tx, caseId)) === null) return null
  const me = (await ratersOf(tx, caseId, ctx.today)).find((p) => p.id === ctx.actor.id)
  if (!me) return null
  const ratings = (await ratingsOf(tx, [caseId])).filter((r) => r.personId === me.id)
  const asked = askedOf(await questionsOf(tx, caseId, ctx.today), ratings, me, ctx.today)
  if (asked.length === 0) return null
  const readers = await readersOf(tx, { caseId, sector: 'coordination', category: 'progression', visibility: 'family', subjects: [me.id], householdShared: false })
  const writtenForMe = ratings.filter((r) => r.by !== null && !r.undone && r.ratedOn >= addDays(ctx.today, -LATELY_DAYS)).toReversed()
  return { caseId, today: ctx.today, asked, writtenForMe, readers: readers.map((r) => r.name) }
}
