import { settingAt } from '#app/catalogue/pack-values.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { mayAppoint, mayDecide } from '#app/intake/authority.server.ts'
import { CaseInput } from '#app/intake/intake.ts'
import { caseHead, hasProjectRole } from '#app/intake/queries.server.ts'
import { workers } from '#app/intake/team-queries.server.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { placeCounts } from './places.server.ts'
import { waitingFamilies } from './read-waiting-list.server.ts'
import { freeNow, proposals } from './waiting-list.ts'

/**
 * One family on the waiting list, for who keeps the list. Reads the whole list to know its turn, and gives back this family only; so it is not
 * narrowed to the family. @throws NotFound when the family does not wait
 */
export const readWaitingFamily = query({
  event: 'waiting.read-family',
  input: CaseInput,
  may: async (tx, ctx, { caseId }) => {
    if (!(await reachesCase(tx, caseId))) return 'not-found'
    return (await mayAppoint(tx, ctx, caseId)) === true || (await mayDecide(tx, caseId)) === true
  },
  run: async (tx, ctx, { caseId }) => {
    const { projectId } = await caseHead(tx, caseId)
    const list = await waitingFamilies(tx, ctx, projectId)
    const family = list.find((one) => one.caseId === caseId)
    if (!family) throw new NotFound('waiting')
    const counts = (await placeCounts(tx)).find((one) => one.projectId === projectId)
    const free = counts ? freeNow(counts) : null
    return {
      family,
      of: list.length,
      free,
      proposed: proposals(list, free).some((one) => one.caseId === caseId),
      answerBy: addDays(ctx.today, settingAt(await projectPack(tx, projectId), 'offerAnswerDays', ctx.today)),
      workers: (await workers(tx, ctx)).map(({ id, name, department }) => ({ id, name, department })),
      may: { offer: await hasProjectRole(tx, ctx, caseId, 'project-manager') },
    }
  },
  concerns: ({ caseId }, { family, may }) => ({
    caseId,
    personIds: family.people.map((one) => one.id),
    bases: [may.offer ? 'project' : 'intake'],
  }),
})
export type WaitingFamilyPage = Awaited<ReturnType<typeof readWaitingFamily>>
