import { command } from '#app/platform/command.server.ts'
import { onCase } from '#app/plan/rights.server.ts'
import { kindIn, planSubjects, sectorOfKind, sectorToWrite, writesPlans, writing } from './rights.server.ts'
import { NoPlanNeeded } from './sector-plan.ts'

/**
 * Somebody of the plan's own sector, or the coordinator after asking it, has looked at it: there is to be no such plan for these persons,
 * and why. Then it is no longer missing.
 */
export const noPlanNeeded = command({
  event: 'sector-plans.not-needed',
  input: NoPlanNeeded,
  case: ({ caseId }) => caseId,
  may: onCase(writesPlans),
  async run(tx, ctx, input) {
    const { pack, rights, people } = await writing(tx, ctx, input.caseId)
    const kind = kindIn(pack, input.kind, ctx.today)
    const sector = sectorToWrite(sectorOfKind(pack, kind, ctx.today), rights, { statedName: input.reason })
    const subjects = await planSubjects(tx, { chosen: input.subjects, kind: { ...kind, together: true }, people, today: ctx.today })
    const row = await tx
      .insertInto('sector_plan')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: input.caseId,
        sector,
        category: 'plan',
        visibility: 'family',
        household_shared: false,
        subjects,
        kind: kind.code,
        law_area: kind.lawArea,
        paragraph: kind.paragraph,
        decided_on: ctx.today,
        not_needed_reason: input.reason,
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    return { id: row.id, shelfId: row.shelf_id, subjects }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { sectorPlan: r.id } }),
})
