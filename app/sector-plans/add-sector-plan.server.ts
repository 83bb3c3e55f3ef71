import { command } from '#app/platform/command.server.ts'
import { onCase } from '#app/plan/rights.server.ts'
import { checkAuthority, planColumns, statedIn } from './plan-columns.server.ts'
import { kindIn, planSubjects, sectorOfKind, sectorToWrite, writesPlans, writing } from './rights.server.ts'
import { AddSectorPlan } from './sector-plan.ts'

/**
 * A plan that a law asks for, as a part of the family's plan (PLAN-01). Written by its own sector, or by the coordinator at that sector's word;
 * law and paragraph are kept as they stand today. Shown to those it is about and who hold custody of them, not to the whole household.
 */
export const addSectorPlan = command({
  event: 'sector-plans.add',
  input: AddSectorPlan,
  case: ({ caseId }) => caseId,
  may: onCase(writesPlans),
  async run(tx, ctx, input) {
    const { pack, rights, people } = await writing(tx, ctx, input.caseId)
    const kind = kindIn(pack, input.kind, ctx.today)
    const sector = sectorToWrite(sectorOfKind(pack, kind, ctx.today), rights, input)
    const subjects = await planSubjects(tx, { chosen: input.subjects, kind, people, today: ctx.today })
    await checkAuthority(tx, ctx, input)
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
        ...planColumns(input),
        ...statedIn(sector, input),
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    return { id: row.id, shelfId: row.shelf_id, subjects }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { sectorPlan: r.id } }),
})
