import { command } from '#app/platform/command.server.ts'
import { onCase } from '#app/plan/rights.server.ts'
import { checkAuthority, planColumns, statedIn } from './plan-columns.server.ts'
import { planToChange, writesPlans, writing } from './rights.server.ts'
import { updatePlan } from './update-plan.server.ts'
import { ChangeSectorPlan } from './sector-plan.ts'

/**
 * Authority, dates and name of a plan. Kind and whom it is about never change: another plan is another record.
 * @throws Conflict('stale') with both
 */
export const changeSectorPlan = command({
  event: 'sector-plans.change',
  input: ChangeSectorPlan,
  case: ({ caseId }) => caseId,
  may: onCase(writesPlans),
  async run(tx, ctx, input) {
    const { rights } = await writing(tx, ctx, input.caseId)
    const plan = await planToChange(tx, { ...input, rights, mine: { title: input.title } })
    await checkAuthority(tx, ctx, { ...input, before: plan.caseworkerStaffId })
    return updatePlan(tx, plan, { ...planColumns(input), ...statedIn(plan.sector, input) })
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { sectorPlan: r.id } }),
})
