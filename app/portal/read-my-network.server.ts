import { z } from 'zod'
import { MaybeId } from '#app/families/families.ts'
import type { NetworkPage } from '#app/network/network.ts'
import { networkPage } from '#app/network/read-network.server.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import { type MyCase, myCases } from './queries.server.ts'

/** Several cases and none chosen, or none at all: `page` null. */
export type MyNetwork = { page: NetworkPage; cases: [] } | { page: null; cases: MyCase[] }

/** "Hvem er omkring os?": the member's own picture of who is around them, with their own ties only. */
export const readMyNetwork = query({
  event: 'portal.read-network',
  input: z.object({ caseId: MaybeId, day: z.iso.date().nullish().catch(null) }),
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) => (ctx.actor.kind === 'member' && (caseId === null || (await reachesCase(tx, caseId))) ? true : 'not-found'),
  run: async (tx, ctx, { caseId, day }): Promise<MyNetwork> => {
    if (caseId !== null) return { page: await networkPage(tx, ctx, caseId, day ?? ctx.today), cases: [] }
    const cases = await myCases(tx, ctx)
    const only = cases.length === 1 ? cases[0] : undefined
    return only ? { page: await networkPage(tx, ctx, only.caseId, day ?? ctx.today), cases: [] } : { page: null, cases }
  },
  concerns: (_, r) =>
    r.page === null
      ? { personIds: [] }
      : {
          caseId: r.page.caseId,
          personIds: [r.page.me ?? 0].filter(Boolean),
          shelfIds: [...new Set([...r.page.ties.map((t) => t.shelfId), ...r.page.wishes.map((w) => w.shelfId), ...r.page.groups.map((g) => g.shelfId)])],
        },
})
