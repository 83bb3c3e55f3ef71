import { settingAt } from '#app/catalogue/pack-values.ts'
import { command } from '#app/platform/command.server.ts'
import { Forbidden } from '#app/platform/context.ts'
import { onCase } from '#app/plan/rights.server.ts'
import { sealFile } from './file-column.server.ts'
import { fileProblem } from './plan-file.ts'
import { planIn, writesPlans, writing, wrong } from './rights.server.ts'
import { AddPlanFile } from './sector-plan.ts'

/**
 * The plan as the authority made it, as a PDF. A new one replaces the one before, which stays in the history. It is a document: who may read
 * the plan's goals may not therefore read the whole paper (consent to documents is asked for by itself).
 * @throws Invalid at `file`
 */
export const addPlanFile = command({
  event: 'sector-plans.add-file',
  input: AddPlanFile,
  case: ({ caseId }) => caseId,
  may: onCase(writesPlans),
  async run(tx, ctx, { caseId, planId, name, content }) {
    const { pack, rights } = await writing(tx, ctx, caseId)
    const plan = await planIn(tx, caseId, planId)
    if (!rights.sectors.includes(plan.sector)) throw new Forbidden('sector-plans')
    const problem = fileProblem({ name, content }, settingAt(pack, 'sectorPlanFileMegabytes', ctx.today))
    if (problem) throw wrong('file', problem)
    const before = await tx
      .selectFrom('sector_plan_file')
      .select('id')
      .where('plan_id', '=', planId)
      .where('replaced_by', 'is', null)
      .orderBy('id', 'desc')
      .executeTakeFirst()
    const row = await tx
      .insertInto('sector_plan_file')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: caseId,
        sector: plan.sector,
        category: 'documents',
        visibility: 'family',
        subjects: plan.subjects,
        plan_id: planId,
        name,
        replaces: before?.id ?? null,
        ...sealFile(ctx.municipalityId, content),
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    return { id: row.id, shelfId: row.shelf_id, subjects: plan.subjects }
  },
  concerns: ({ caseId, planId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { sectorPlan: planId, file: r.id } }),
})
