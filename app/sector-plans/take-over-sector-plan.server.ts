import { casePack } from '#app/catalogue/queries.server.ts'
import { command } from '#app/platform/command.server.ts'
import { Forbidden } from '#app/platform/context.ts'
import { rightsOf } from '#app/plan/queries.server.ts'
import { onCase } from '#app/plan/rights.server.ts'
import { planIn, sectorOfKind, writesPlans } from './rights.server.ts'
import { PlanOfCase } from './sector-plan.ts'

/**
 * The authority confirms what the coordinator wrote down at its word (access rules, case 24): a record of its own takes the place of the other
 * one, and from then on the authority writes it. Goals picked out of it and its paper stay where they are.
 */
export const takeOverSectorPlan = command({
  event: 'sector-plans.take-over',
  input: PlanOfCase,
  case: ({ caseId }) => caseId,
  may: onCase(writesPlans),
  async run(tx, ctx, { caseId, planId }) {
    const plan = await planIn(tx, caseId, planId)
    const rights = await rightsOf(tx, ctx, caseId)
    const sector = sectorOfKind(await casePack(tx, caseId), plan, ctx.today)
    if (plan.sector !== 'coordination' || sector === null || plan.stated?.sector !== sector || !rights.sectors.includes(sector))
      throw new Forbidden('sector-plans')
    const row = await tx
      .insertInto('sector_plan')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: caseId,
        sector,
        category: 'plan',
        visibility: 'family',
        household_shared: false,
        subjects: plan.subjects,
        replaces: plan.id,
        kind: plan.kind,
        title: plan.title,
        law_area: plan.lawArea,
        paragraph: plan.paragraph,
        authority_department_id: plan.departmentId,
        caseworker_staff_id: plan.caseworkerStaffId ?? ctx.actor.id,
        decided_on: plan.decidedOn,
        valid_from: plan.validFrom,
        valid_until: plan.validUntil,
        next_follow_up_on: plan.nextFollowUpOn,
        contents: JSON.stringify(plan.contents),
        rests_on_holistic: plan.restsOnHolistic,
        not_needed_reason: plan.notNeededReason,
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    return { id: row.id, shelfIds: [plan.shelfId, row.shelf_id], subjects: plan.subjects }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: r.shelfIds, details: { sectorPlan: r.id } }),
})
