import { query } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { onCase } from '#app/plan/rights.server.ts'
import { openFile } from './file-column.server.ts'
import { planIn } from './rights.server.ts'
import { planIds, PlanOfCase } from './sector-plan.ts'

/** The PDF of a plan, for whom its own shelf is open; each opening stands in the log. @throws NotFound */
export const readPlanFile = query({
  event: 'sector-plans.read-file',
  input: PlanOfCase,
  case: ({ caseId }) => caseId,
  may: onCase(() => true),
  async run(tx, ctx, { caseId, planId }) {
    const row = await tx
      .selectFrom('sector_plan_file')
      .select(['id', 'name', 'sha256', 'content', 'shelf_id', 'subjects'])
      .where('plan_id', 'in', planIds(await planIn(tx, caseId, planId)))
      .where('case_id', '=', caseId)
      .where('replaced_by', 'is', null)
      .orderBy('id', 'desc')
      .executeTakeFirst()
    if (!row) throw new NotFound('file')
    return { id: row.id, name: row.name, content: openFile(ctx.municipalityId, row), shelfId: row.shelf_id, subjects: row.subjects }
  },
  concerns: ({ caseId, planId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { sectorPlan: planId, file: r.id } }),
})
