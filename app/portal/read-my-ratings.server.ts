import { z } from 'zod'
import { MaybeId } from '#app/families/families.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import { type MyRatings, myRatings } from '#app/ratings/my-ratings.server.ts'
import { type MyCase, myCases } from './queries.server.ts'

/** What the member is asked about how it goes; several cases and none chosen: those to choose from. */
export const readMyRatings = query({
  event: 'portal.read-ratings',
  input: z.object({ caseId: MaybeId }),
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) => (ctx.actor.kind === 'member' && (caseId === null || (await reachesCase(tx, caseId))) ? true : 'not-found'),
  run: async (tx, ctx, { caseId }): Promise<{ caseId: number | null; cases: MyCase[]; ratings: MyRatings | null }> => {
    const cases = caseId === null ? await myCases(tx, ctx) : []
    const chosen = caseId ?? (cases.length === 1 ? cases[0]!.caseId : null)
    return { caseId: chosen, cases, ratings: chosen === null ? null : await myRatings(tx, ctx, chosen) }
  },
  concerns: (_, r) => (r.caseId === null ? { personIds: [] } : { caseId: r.caseId, personIds: [], shelfIds: shelvesOf(r.ratings) }),
})

/** The shelves of what was answered before. */
export const shelvesOf = (r: MyRatings | null): number[] => [...new Set([...(r?.asked ?? []).flatMap((a) => [a.now, a.last]), ...(r?.writtenForMe ?? [])].flatMap((x) => (x ? [x.shelfId] : [])))]
