import { command } from '#app/platform/command.server.ts'
import { Forbidden, NotFound } from '#app/platform/context.ts'
import { TakeOver } from './plan.ts'
import { findPlan, rightsOf } from './queries.server.ts'
import { onCase } from './rights.server.ts'

/**
 * A sector confirms what the coordinator wrote down at its word (access rules, case 24): a record of its own replaces the other one. From
 * then on the sector writes it, and the coordination reads it as any other record of that sector.
 */
export const takeOver = command({
  event: 'plan.take-over',
  input: TakeOver,
  case: ({ caseId }) => caseId,
  may: onCase((r) => r.staff && r.writes && r.sectors.length > 0),
  async run(tx, ctx, { caseId, what, id }) {
    const rights = await rightsOf(tx, ctx, caseId)
    const own = (row: { stated_by_sector: string | null; subjects: number[] }) => {
      if (row.stated_by_sector === null || !rights.sectors.includes(row.stated_by_sector)) throw new Forbidden('plan.take-over')
      return {
        municipality_id: ctx.municipalityId,
        case_id: caseId,
        sector: row.stated_by_sector,
        category: 'plan',
        visibility: 'family',
        subjects: row.subjects,
        replaces: id,
      }
    }
    if (what === 'activity') {
      const a = await tx
        .selectFrom('activity')
        .selectAll()
        .where('id', '=', id)
        .where('case_id', '=', caseId)
        .where('replaced_by', 'is', null)
        .where('dropped_on', 'is', null)
        .executeTakeFirst()
      if (!a) throw new NotFound('activity')
      const row = await tx
        .insertInto('activity')
        .values({
          ...own(a),
          what: a.what,
          measure_kind: a.measure_kind,
          goal_id: a.goal_id,
          offer: a.offer,
          provider: a.provider,
          place: a.place,
          rhythm: a.rhythm,
          weekdays: a.weekdays,
          time_from: a.time_from,
          time_to: a.time_to,
          start_on: a.start_on,
          end_on: a.end_on,
          minutes_per_week: a.minutes_per_week,
          takes_part: a.takes_part,
          offer_unknown_until: a.offer_unknown_until,
          provider_unknown_until: a.provider_unknown_until,
          start_unknown_until: a.start_unknown_until,
          end_unknown_until: a.end_unknown_until,
          hours_unknown_until: a.hours_unknown_until,
          travel_minutes: a.travel_minutes,
          own_minutes: JSON.stringify(a.own_minutes),
          breaks: JSON.stringify(a.breaks),
          after_id: a.after_id,
          needs_approval: a.needs_approval,
        })
        .returning(['id', 'shelf_id'])
        .executeTakeFirstOrThrow()
      return { id: row.id, shelfIds: [a.shelf_id, row.shelf_id], personIds: a.subjects }
    }
    const g = await tx
      .selectFrom('goal')
      .selectAll()
      .where('id', '=', id)
      .where('case_id', '=', caseId)
      .where('replaced_by', 'is', null)
      .where('dropped_on', 'is', null)
      .executeTakeFirst()
    if (!g) throw new NotFound('goal')
    const row = await tx
      .insertInto('goal')
      .values({
        ...own(g),
        title: g.title,
        kind: 'sector',
        level: g.level,
        parent_id: g.parent_id,
        hope_id: g.hope_id,
        measure: g.measure,
        aim: g.aim,
        owner_person_id: g.owner_person_id,
        owner_staff_id: g.owner_staff_id,
        start_value: g.start_value,
        target_value: g.target_value,
        unit: g.unit,
        start_on: g.start_on,
        end_on: g.end_on,
        look_on: g.look_on,
        law_area: g.law_area,
        sector_plan_id: g.sector_plan_id,
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    const plan = await findPlan(tx, caseId)
    if (plan)
      await tx
        .updateTable('family_plan')
        .set((e) => ({
          goal_order: plan.goal_order.map((x) => (x === id ? row.id : x)),
          focus_goals: e.fn('array_replace', ['focus_goals', e.val(id), e.val(row.id)]),
        }))
        .where('id', '=', plan.id)
        .execute()
    return { id: row.id, shelfIds: [g.shelf_id, row.shelf_id], personIds: g.subjects }
  },
  concerns: ({ caseId, what }, r) => ({ caseId, personIds: r.personIds, shelfIds: r.shelfIds, details: { [what]: r.id } }),
})
