import { command } from '#app/platform/command.server.ts'
import { onCase } from '#app/plan/rights.server.ts'
import { planToChange, writesPlans, writing } from './rights.server.ts'
import { DropSectorPlan } from './sector-plan.ts'
import { updatePlan } from './update-plan.server.ts'

/** Written by mistake: taken out of the family's plan, kept in the history. A plan that is over gets a last day instead. */
export const dropSectorPlan = command({
  event: 'sector-plans.drop',
  input: DropSectorPlan,
  case: ({ caseId }) => caseId,
  may: onCase(writesPlans),
  async run(tx, ctx, input) {
    const { rights } = await writing(tx, ctx, input.caseId)
    const plan = await planToChange(tx, { ...input, rights, mine: { reason: input.reason } })
    return updatePlan(tx, plan, { dropped_on: ctx.today, dropped_reason: input.reason, rests_on_holistic: false })
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { sectorPlan: r.id } }),
})
