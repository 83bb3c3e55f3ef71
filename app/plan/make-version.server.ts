import { rememberSituation } from '#app/assessment/versions.server.ts'
import { command } from '#app/platform/command.server.ts'
import { Invalid } from '#app/platform/context.ts'
import { agreeingRules } from './agreeing-rules.server.ts'
import { da as daApproval, en as enApproval } from './approval-messages.ts'
import { da } from './messages.ts'
import { en } from './messages-en.ts'
import { missingForAgreement } from './missing.ts'
import { MakeVersion } from './plan.ts'
import { ensurePlan, findPlan, peopleOf, rightsOf } from './queries.server.ts'
import { contentNow, shelvesOf, subjectsOf } from './records.server.ts'
import { onCase } from './rights.server.ts'
import { homesOf } from './terms.ts'

/**
 * Agrees the plan as it stands (PLAN-05, PLAN-14): a numbered version that lists its records and their revisions. The coordinator makes it
 * with the family; each member's answer follows, and disagreement is as welcome as agreement.
 * Whether a meeting may approve it is the pack's to say: in some projects no meeting ever decides (Q5).
 * @throws Invalid naming everything that is missing (PLAN-02, PLAN-03), field `goal.12.hope`, `activity.7.offer`, `plan.no-goal`,
 * `terms.0.nextOn`
 */
export const makeVersion = command({
  event: 'plan.make-version',
  input: MakeVersion,
  case: ({ caseId }) => caseId,
  may: onCase((r) => r.writes && r.coordination),
  async run(tx, ctx, input) {
    await ensurePlan(tx, ctx, input.caseId)
    // Two at once: the second waits here and gets the next number.
    await tx.selectFrom('family_plan').select('id').where('case_id', '=', input.caseId).forUpdate().execute()
    const plan = (await findPlan(tx, input.caseId))!
    const content = await contentNow(tx, input.caseId)
    const rules = await agreeingRules(tx, ctx, input.caseId)
    if (input.atMeeting && rules.approvedBy !== 'network-meeting')
      throw new Invalid([{ field: 'atMeeting', message: { da: daApproval.atMeetingNever, en: enApproval.atMeetingNever } }])
    const people = await peopleOf(tx, ctx, input.caseId, await rightsOf(tx, ctx, input.caseId))
    const missing = missingForAgreement(content, ctx.today, homesOf(people))
    if (missing.length) {
      throw new Invalid(
        missing.map((m) => ({
          field: m.on === 'plan' ? `plan.${m.code}` : `${m.on}.${m.id}.${m.code}`,
          message:
            m.on === 'terms'
              ? { da: da.missing[m.code], en: en.missing[m.code] }
              : {
                  da: da.missingAt(da.missing[m.code], m.title || da.noTitle),
                  en: en.missingAt(en.missing[m.code], m.title || en.noTitle),
                },
        })),
      )
    }
    const last = await tx
      .selectFrom('plan_version')
      .select((e) => e.fn.max('number').as('number'))
      .where('plan_id', '=', plan.id)
      .executeTakeFirst()
    const number = (last?.number ?? 0) + 1
    const version = await tx
      .insertInto('plan_version')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: input.caseId,
        plan_id: plan.id,
        number,
        made_at: ctx.now,
        made_by: JSON.stringify({ kind: ctx.actor.kind, id: ctx.actor.id }),
        agreed_on: input.agreedOn ?? ctx.today,
        at_meeting: input.atMeeting,
        next_follow_up_on: input.nextFollowUpOn ?? plan.next_follow_up_on,
        goal_order: plan.goal_order,
        focus_goals: content.goals.filter((g) => g.inFocus).map((g) => g.id),
        recommended_by: rules.recommendedBy,
        approved_by: rules.approvedBy,
        present: input.present,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const goals = content.goals.filter((g) => !g.dropped)
    const listed = [
      ...content.hopes.map((r) => ['hope', r] as const),
      ...goals.map((r) => ['goal', r] as const),
      ...content.activities.map((r) => ['activity', r] as const),
      ...content.terms.map((r) => ['plan_terms', r] as const),
    ]
    await tx
      .insertInto('plan_version_record')
      .values(
        listed.map(([table_name, r]) => ({
          municipality_id: ctx.municipalityId,
          case_id: input.caseId,
          version_id: version.id,
          table_name,
          record_id: r.id,
          revision: r.revision,
          shelf_id: r.shelfId,
        })),
      )
      .execute()
    // The assessment part of the plan (PLAN-04): the situation as it stands today.
    await rememberSituation(tx, ctx, input.caseId, version.id)
    if (input.nextFollowUpOn)
      await tx.updateTable('family_plan').set({ next_follow_up_on: input.nextFollowUpOn }).where('id', '=', plan.id).execute()
    return { id: version.id, number, personIds: subjectsOf(content), shelfIds: shelvesOf(content) }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.personIds, shelfIds: r.shelfIds, details: { version: r.number } }),
})
