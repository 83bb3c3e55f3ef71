import { sql } from 'kysely'
import { changesPeople } from '#app/families/rights.server.ts'
import { command, reachesCase } from '#app/platform/command.server.ts'
import { DrawAs } from './network.ts'
import { networkRights } from './rights.server.ts'

/** How somebody is drawn: circle, square or diamond. Their own choice, or the coordinator's until they have said. */
export const drawAs = command({
  event: 'network.draw-as',
  input: DrawAs,
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId, personId }) => {
    if (!(await reachesCase(tx, caseId))) return 'not-found'
    if (ctx.actor.kind === 'staff') return changesPeople(tx, caseId)
    return (await networkRights(tx, ctx, caseId)).speak.includes(personId)
  },
  run: async (tx, _ctx, { caseId, personId, shape }) => {
    await sql`select access.draw_as(${caseId}, ${personId}, ${shape})`.execute(tx)
    return { personId }
  },
  concerns: ({ caseId, personId }) => ({ caseId, personIds: [personId] }),
})
