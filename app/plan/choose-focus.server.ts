import { z } from 'zod'
import { command } from '#app/platform/command.server.ts'
import { Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { goalRulesOf } from './goal-rules.server.ts'
import { da } from './messages.ts'
import { en } from './messages-en.ts'
import { id } from './plan.ts'
import { ensurePlan, peopleOf, rightsOf } from './queries.server.ts'
import { onCase, writesPlan } from './rights.server.ts'

/**
 * Marks a goal as in focus now, or takes the mark away (PLAN-22). The family chooses; the coordinator may do it with them. No more than the
 * pack says at a time: what everything is, nothing is.
 */
export const chooseFocus = command({
  event: 'plan.choose-focus',
  input: z.object({ caseId: id, goalId: id, on: z.preprocess((v) => v === true || v === 'yes' || v === 'on', z.boolean()) }),
  case: ({ caseId }) => caseId,
  may: onCase(writesPlan),
  async run(tx, ctx, { caseId, goalId, on }) {
    const rights = await rightsOf(tx, ctx, caseId)
    const people = await peopleOf(tx, ctx, caseId, rights)
    if (!rights.staff && !people.some((p) => p.id === ctx.actor.id && p.family)) throw new Forbidden('plan.choose-focus')
    const plan = await ensurePlan(tx, ctx, caseId)
    const { focus_goals: stored } = await tx
      .selectFrom('family_plan')
      .select('focus_goals')
      .where('id', '=', plan.id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const rows = await tx
      .selectFrom('goal')
      .select(['id', 'shelf_id', 'subjects', 'dropped_on', 'replaced_by'])
      .where('case_id', '=', caseId)
      .where('id', 'in', [goalId, ...stored])
      .execute()
    const goal = rows.find((r) => r.id === goalId && r.dropped_on === null && r.replaced_by === null)
    if (!goal) throw new NotFound('goal')
    // What has left the plan is in focus no more; what this actor does not see keeps its mark.
    const kept = stored.filter((g) => g !== goalId && rows.every((r) => r.id !== g || (r.dropped_on === null && r.replaced_by === null)))
    const { focusMost } = await goalRulesOf(tx, caseId, ctx.today)
    if (on && kept.filter((g) => rows.some((r) => r.id === g)).length >= focusMost)
      throw new Invalid([{ field: 'focus', message: { da: da.focusFull(focusMost), en: en.focusFull(focusMost) } }])
    await tx
      .updateTable('family_plan')
      .set({ focus_goals: on ? [...kept, goalId] : kept })
      .where('id', '=', plan.id)
      .execute()
    return { personIds: goal.subjects, shelfIds: [goal.shelf_id] }
  },
  concerns: ({ caseId, goalId, on }, r) => ({ caseId, ...r, details: { goal: goalId, inFocus: on } }),
})
