import { sql } from 'kysely'
import { z } from 'zod'
import { command, type May, reachesCase } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import { refreshAccess, type Tx } from '#app/platform/db.server.ts'
import { Id, MaybeId } from './families.ts'
import { mayChangePeople, mayRead } from './rights.server.ts'

/** "Jeg kender familien privat": from now on the family does not exist for the actor, and the project manager finds somebody else. */
export const declareKnowsFamily = command({
  event: 'families.declare-knows',
  input: z.object({ caseId: Id }),
  case: (input) => input.caseId,
  may: async (tx, ctx, input) => ((await reachesCase(tx, input.caseId)) ? ctx.actor.kind === 'staff' : 'not-found'),
  concerns: (input) => ({ caseId: input.caseId, personIds: [], bases: [] }),
  run: async (tx, _ctx, input) => {
    await sql`select access.declare_knows(${input.caseId})`.execute(tx)
    await refreshAccess(tx)
  },
})

const mayName = (tx: Tx, ctx: Context, input: { caseId: number }): Promise<May> =>
  ctx.actor.kind === 'member' ? mayRead(tx, input.caseId) : mayChangePeople(tx, input.caseId)

/** The family's own list of people at work who may not see it: named by a member, or written down by the coordinator for `personId`. */
export const nameBlockedStaff = command({
  event: 'families.name-blocked-staff',
  input: z.object({ caseId: Id, staffId: Id, personId: MaybeId }),
  case: (input) => input.caseId,
  may: mayName,
  concerns: (input) => ({
    caseId: input.caseId,
    personIds: input.personId === null ? [] : [input.personId],
    details: { staff: input.staffId },
  }),
  run: async (tx, _ctx, input) => {
    await sql`select access.name_blocked(${input.caseId}, ${input.staffId}, ${input.personId}::bigint)`.execute(tx)
  },
})

/** Takes somebody off the family's list again. */
export const unblockStaff = command({
  event: 'families.unblock-staff',
  input: z.object({ caseId: Id, staffId: Id }),
  case: (input) => input.caseId,
  may: mayName,
  concerns: (input) => ({ caseId: input.caseId, personIds: [], details: { staff: input.staffId } }),
  run: async (tx, _ctx, input) => {
    await sql`select access.end_named(${input.caseId}, ${input.staffId})`.execute(tx)
  },
})
