import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '#app/platform/command.server.ts'
import { addDays, addMonths } from '#app/platform/time/plain-date.ts'
import { agreeingRules } from './agreeing-rules.server.ts'
import { followUpDue } from './terms.ts'

/** Days ahead in which the coordinator is reminded. */
const AHEAD = 7

/**
 * Every morning: the coordinator of each agreed plan is reminded a week before it is to be looked at, and told when the day has passed
 * (PLAN-19). Where no day was agreed it is the pack's months after the plan was agreed. Each day gives one task of each kind. Jobs only.
 */
export const remindFollowUp = command({
  event: 'plan.remind-follow-up',
  input: z.object({}),
  may: (_tx, ctx) => Promise.resolve(ctx.actor.kind === 'job'),
  run: async (tx, ctx) => {
    const plans = await tx
      .selectFrom('family_plan')
      .innerJoin('plan_version', 'plan_version.plan_id', 'family_plan.id')
      .select((e) => ['family_plan.case_id', 'family_plan.next_follow_up_on', e.fn.max('plan_version.agreed_on').as('agreed_on')])
      .where((e) =>
        e.not(
          e.exists(
            e
              .selectFrom('closure')
              .select('closure.id')
              .whereRef('closure.case_id', '=', 'family_plan.case_id')
              .where('closure.reopened_at', 'is', null),
          ),
        ),
      )
      .groupBy(['family_plan.case_id', 'family_plan.next_follow_up_on'])
      .execute()
    let made = 0
    for (const plan of plans) {
      const { followUpEveryMonths } = await agreeingRules(tx, ctx, plan.case_id)
      const due = followUpDue(plan.next_follow_up_on, plan.agreed_on, (on) => addMonths(on, followUpEveryMonths))
      if (due === null || due > addDays(ctx.today, AHEAD)) continue
      const code = due < ctx.today ? 'plan-follow-up-late' : 'plan-follow-up'
      const { rows } = await sql<{ made: boolean }>`select access.foresee_task(${plan.case_id}, ${code}, ${due}::date,
        ${JSON.stringify({ on: due })}::jsonb) as made`.execute(tx)
      if (rows[0]?.made) made += 1
    }
    return { made }
  },
  concerns: (_input, { made }) => ({ personIds: [], bases: [], details: { made } }),
})
