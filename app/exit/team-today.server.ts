import { teamOf } from '#app/intake/team-queries.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { rangeContains } from '#app/platform/time/plain-date.ts'

/** Who helps the family today, the coordinator first. */
export const teamToday = async (tx: Tx, ctx: Context, caseId: number) => (await teamOf(tx, caseId)).filter((one) => rangeContains(one.from, one.until, ctx.today))
