import { z } from 'zod'
import { Id } from '#app/families/families.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import { consentsOf } from './queries.server.ts'

/**
 * The consents of a family that the actor may see: all for those who work with the whole of it, a sector's own for others, a
 * member's own and their children's.
 */
export const listConsents = query({
  event: 'consent.list',
  input: z.object({ caseId: Id }),
  case: (input) => input.caseId,
  may: async (tx, _ctx, input) => ((await reachesCase(tx, input.caseId)) ? true : 'not-found'),
  run: async (tx, ctx, input) => ({ consents: await consentsOf(tx, input.caseId, ctx.today) }),
  concerns: (input, result) => ({
    caseId: input.caseId,
    personIds: result.consents.map((c) => c.subjectId),
    details: { consents: result.consents.map((c) => c.id) },
  }),
})
