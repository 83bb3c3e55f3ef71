import { command } from '#app/platform/command.server.ts'
import { goalPlace, statedColumns } from './goal-place.server.ts'
import { mergeOrder } from './goal-order.ts'
import { AddGoal } from './plan.ts'
import { ensurePlan, peopleOf, rightsOf } from './queries.server.ts'
import { askedSubjects, onCase, sectorFor, subjectsFor } from './rights.server.ts'

/**
 * A new goal, sub-goal or step (PLAN-06, PLAN-08). The family's own goals and what the coordinator writes belong to the plan (sector
 * coordination); another sector's goals are records of that sector, always marked as its own (PLAN-11). Anything may be missing.
 */
export const addGoal = command({
  event: 'plan.add-goal',
  input: AddGoal,
  case: ({ caseId }) => caseId,
  may: onCase((r) => r.writes && (!r.staff || r.sectors.length > 0)),
  async run(tx, ctx, input) {
    const rights = await rightsOf(tx, ctx, input.caseId)
    const sector = sectorFor(input.sector, rights)
    const people = await peopleOf(tx, ctx, input.caseId, rights)
    const subjects = askedSubjects({
      texts: [input.title, input.measure],
      subjects: subjectsFor(input.subjects, people, rights, 'subjects'),
      people,
      rights,
      aboutOthers: input.aboutOthers,
    })
    const plan = await ensurePlan(tx, ctx, input.caseId)
    const place = await goalPlace(tx, input.caseId, input)
    const stated = sector === 'coordination' && rights.staff ? statedColumns(input) : {}
    const row = await tx
      .insertInto('goal')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: input.caseId,
        sector,
        category: 'plan',
        visibility: 'family',
        subjects,
        title: input.title,
        measure: input.measure,
        ...place,
        ...stated,
        kind: sector === 'coordination' ? (rights.staff ? input.kind : 'own') : 'sector',
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    await tx
      .updateTable('family_plan')
      .set({ goal_order: mergeOrder(plan.goal_order, [row.id]) })
      .where('id', '=', plan.id)
      .execute()
    return { id: row.id, shelfId: row.shelf_id, subjects }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { goal: r.id } }),
})
