import { z } from 'zod'
import { readersOf } from '#app/consent/readers.server.ts'
import { MaybeId } from '#app/families/families.ts'
import { type SituationPage, situationPage } from '#app/assessment/read-situation.server.ts'
import { shelvesOf, subjectsOf } from '#app/assessment/queries.server.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { type MyCase, myCases } from './queries.server.ts'

export type MySituation = { page: SituationPage; readers: string[]; healthReaders: string[] }
export type ChooseSituation = { page: null; cases: MyCase[] }

/** The member's own page: what they wrote, what was written about them that they may read, and who else may read what they write. */
export const readMySituation = query({
  event: 'portal.read-situation',
  input: z.object({ caseId: MaybeId }),
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) => (ctx.actor.kind === 'member' && (caseId === null || (await reachesCase(tx, caseId))) ? true : 'not-found'),
  run: async (tx, ctx, { caseId }): Promise<MySituation | ChooseSituation> => {
    const cases = caseId === null ? await myCases(tx, ctx) : []
    const chosen = caseId ?? (cases.length === 1 ? cases[0]!.caseId : null)
    if (chosen === null) return { page: null, cases }
    const page = await situationPage(tx, ctx, chosen)
    if (!page.people.some((p) => p.id === ctx.actor.id)) throw new NotFound('case')
    const names = async (category: string) =>
      (await readersOf(tx, { caseId: chosen, sector: 'coordination', category, visibility: 'family', subjects: [ctx.actor.id] })).map((r) => r.name)
    return { page, readers: await names('assessment'), healthReaders: await names('health') }
  },
  concerns: (_, r) =>
    r.page === null
      ? { personIds: [] }
      : {
          caseId: r.page.caseId,
          personIds: [...new Set([...r.page.people.filter((p) => p.speaksFor).map((p) => p.id), ...subjectsOf([...r.page.notes, ...r.page.scales])])],
          shelfIds: shelvesOf([...r.page.notes, ...r.page.scales, ...r.page.carried, ...r.page.forms]),
        },
})
