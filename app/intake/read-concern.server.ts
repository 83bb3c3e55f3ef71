import { inForce } from '#app/catalogue/pack-item.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import { CaseInput } from './intake.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { caseHead } from './queries.server.ts'

/** "Bekymret for et barn?": the local procedure and its telephone numbers, from the pack. Says nothing about the family. */
export const readConcernProcedure = query({
  event: 'intake.read-concern-procedure',
  input: CaseInput,
  case: ({ caseId }) => caseId,
  may: async (tx, _, { caseId }) => (await reachesCase(tx, caseId)) || 'not-found',
  run: async (tx, ctx, { caseId }) => {
    const pack = await projectPack(tx, (await caseHead(tx, caseId)).projectId)
    const procedure = inForce(pack.concernProcedures, ctx.today)[0]
    return {
      caseId,
      steps: procedure?.steps.map((step) => step[ctx.locale]) ?? [],
      phones:
        procedure?.phones.map((phone) => ({
          label: phone.label[ctx.locale],
          number: phone.number,
          hours: phone.hours[ctx.locale],
          example: phone.example,
        })) ?? [],
    }
  },
  concerns: ({ caseId }) => ({ caseId, personIds: [], bases: [] }),
})
