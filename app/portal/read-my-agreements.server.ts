import { z } from 'zod'
import { type AgreementsPage, agreementsPage } from '#app/agreements/read-agreements.server.ts'
import { MaybeId } from '#app/families/families.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { type MyCase, myCases } from './queries.server.ts'

/** Several cases and none chosen, or none at all: `page` null. */
export type MyAgreements = { page: AgreementsPage; cases: [] } | { page: null; cases: MyCase[] }

/** "Det har vi aftalt": what this member may read, and what is theirs to tick. */
export const readMyAgreements = query({
  event: 'portal.read-agreements',
  input: z.object({ caseId: MaybeId }),
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) => (ctx.actor.kind === 'member' && (caseId === null || (await reachesCase(tx, caseId))) ? true : 'not-found'),
  run: async (tx, ctx, { caseId }): Promise<MyAgreements> => {
    if (caseId !== null) return { page: await myAgreements(tx, ctx, caseId), cases: [] }
    const cases = await myCases(tx, ctx)
    const only = cases.length === 1 ? cases[0] : undefined
    return only ? { page: await myAgreements(tx, ctx, only.caseId), cases: [] } : { page: null, cases }
  },
  concerns: (_, r) =>
    r.page === null
      ? { personIds: [] }
      : {
          caseId: r.page.caseId,
          personIds: [...new Set(r.page.agreements.flatMap((a) => a.subjects))],
          shelfIds: [...new Set(r.page.agreements.map((a) => a.shelfId))],
        },
})

/** A member is handed those they speak for and nobody of the team: agreements are made for oneself. */
export async function myAgreements(tx: Tx, ctx: Context, caseId: number): Promise<AgreementsPage> {
  const page = await agreementsPage(tx, ctx, caseId)
  return { ...page, familyName: '', people: page.people.filter((p) => p.speaksFor), team: [] }
}
