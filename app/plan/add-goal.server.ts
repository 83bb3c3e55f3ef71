import { noteSeen } from '#app/assessment/read-situation.server.ts'
import { command } from '#app/platform/command.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { goalPlace, statedColumns } from './goal-place.server.ts'
import { checkOwner, goalColumns, lawAreaFor } from './goal-columns.server.ts'
import { goalRulesOf } from './goal-rules.server.ts'
import { mergeOrder } from './goal-order.ts'
import { AddGoal } from './plan.ts'
import { ensurePlan, peopleOf, rightsOf } from './queries.server.ts'
import { askedSubjects, onCase, sectorFor, subjectsFor, wrong } from './rights.server.ts'

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
    const rules = await goalRulesOf(tx, input.caseId, ctx.today)
    await checkOwner(tx, ctx, { caseId: input.caseId, owner: input.owner, people, rights })
    await checkSectorPlan(tx, input.caseId, input.sectorPlanId)
    const place = await goalPlace(tx, input.caseId, input, rules.levels)
    const kind = sector === 'coordination' ? (rights.staff ? input.kind : 'own') : 'sector'
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
        ...goalColumns(input),
        kind,
        law_area: lawAreaFor({ kind, wanted: input.lawArea, sector: input.statedSector || sector, rules }),
        sector_plan_id: kind === 'sector' ? input.sectorPlanId : null,
        from_note_id: await noteSeen(tx, input.caseId, input.fromNoteId),
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

/** A goal is picked out of a sector plan that the writer sees in this case. @throws Invalid */
async function checkSectorPlan(tx: Tx, caseId: number, sectorPlanId: number | null): Promise<void> {
  if (sectorPlanId === null) return
  const plan = await tx
    .selectFrom('sector_plan')
    .select('id')
    .where('id', '=', sectorPlanId)
    .where('case_id', '=', caseId)
    .where('dropped_on', 'is', null)
    .executeTakeFirst()
  if (!plan) throw wrong('sectorPlanId', 'otherSectorPlan')
}
