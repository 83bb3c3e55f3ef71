import { z } from 'zod'
import { developmentOf, type MemberDevelopment, shownOf } from '#app/development/development.server.ts'
import { MaybeId } from '#app/families/families.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import { writing } from '#app/spells/rights.server.ts'
import { type MyCase, myCases } from './queries.server.ts'

/** How it goes for the member and those they speak for, as far as they may read it (PROG-33); several cases and none chosen: those to choose from. The member comes first. */
export const readMyDevelopment = query({
  event: 'portal.read-development',
  input: z.object({ caseId: MaybeId }),
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) => (ctx.actor.kind === 'member' && (caseId === null || (await reachesCase(tx, caseId))) ? true : 'not-found'),
  run: async (tx, ctx, { caseId }): Promise<{ caseId: number | null; cases: MyCase[]; members: MemberDevelopment[] }> => {
    const cases = caseId === null ? await myCases(tx, ctx) : []
    const chosen = caseId ?? (cases.length === 1 ? cases[0]!.caseId : null)
    if (chosen === null) return { caseId: null, cases, members: [] }
    const { members } = await developmentOf(tx, ctx, chosen)
    const { speak } = await writing(tx, ctx, chosen)
    const mine = members.filter((m) => m.id === ctx.actor.id || (speak.includes(m.id) && m.lines.length > 0))
    return { caseId: chosen, cases, members: mine.toSorted((a, b) => Number(b.id === ctx.actor.id) - Number(a.id === ctx.actor.id)) }
  },
  concerns: (_, r) => (r.caseId === null ? { personIds: [] } : { caseId: r.caseId, ...shownOf(r.members.flatMap((m) => m.lines)) }),
})
