import { z } from 'zod'
import { MaybeId } from '#app/families/families.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import { type MyCase, myCases } from './queries.server.ts'

/** The case a page of the portal is about: the chosen one (`?sag=12`), or the member's only one; else those to choose from. */
export const findMyCase = query({
  event: 'portal.find-case',
  input: z.object({ caseId: MaybeId }),
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) => (ctx.actor.kind === 'member' && (caseId === null || (await reachesCase(tx, caseId))) ? true : 'not-found'),
  run: async (tx, ctx, { caseId }): Promise<{ caseId: number; cases: [] } | { caseId: null; cases: MyCase[] }> => {
    if (caseId !== null) return { caseId, cases: [] }
    const cases = await myCases(tx, ctx)
    const only = cases.length === 1 ? cases[0] : undefined
    return only ? { caseId: only.caseId, cases: [] } : { caseId: null, cases }
  },
  concerns: () => ({ personIds: [], bases: [] }),
})
