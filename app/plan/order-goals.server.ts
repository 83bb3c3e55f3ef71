import { command } from '#app/platform/command.server.ts'
import { mergeOrder } from './goal-order.ts'
import { OrderGoals } from './plan.ts'
import { ensurePlan, peopleOf, rightsOf } from './queries.server.ts'
import { onCase, writesPlan, wrong } from './rights.server.ts'
import { Forbidden } from '#app/platform/context.ts'

/**
 * What comes first: the family decides, the coordinator can do it for them (PLAN-22). Goals that the actor does not see keep their places.
 */
export const orderGoals = command({
  event: 'plan.order-goals',
  input: OrderGoals,
  case: ({ caseId }) => caseId,
  may: onCase(writesPlan),
  async run(tx, ctx, { caseId, goalIds }) {
    const rights = await rightsOf(tx, ctx, caseId)
    const people = await peopleOf(tx, ctx, caseId, rights)
    // The family is who lives in it: a parent elsewhere does not order another household's goals.
    if (!rights.staff && !people.some((p) => p.id === ctx.actor.id && p.family)) throw new Forbidden('plan.order-goals')
    const seen = goalIds.length
      ? await tx
          .selectFrom('goal')
          .select(['id', 'shelf_id', 'subjects'])
          .where('case_id', '=', caseId)
          .where('id', 'in', goalIds)
          .execute()
      : []
    if (goalIds.some((g) => !seen.some((s) => s.id === g))) throw wrong('goalIds', 'otherGoal')
    const plan = await ensurePlan(tx, ctx, caseId)
    await tx
      .updateTable('family_plan')
      .set({ goal_order: mergeOrder(plan.goal_order, goalIds) })
      .where('id', '=', plan.id)
      .execute()
    return { personIds: seen.flatMap((s) => s.subjects), shelfIds: seen.map((s) => s.shelf_id) }
  },
  concerns: ({ caseId, goalIds }, r) => ({ caseId, ...r, details: { goals: goalIds } }),
})
