import { inForce } from '#app/catalogue/pack-item.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { isAdministrator } from '#app/organisation/departments.server.ts'
import { command, type May } from '#app/platform/command.server.ts'
import { Conflict, type Context, Invalid, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { issue } from './refusals.ts'
import { AddReach, AddStaffing, EndReach, EndStaffing } from './staffing.ts'
import { managesProject } from './substitutes.server.ts'

/** The project manager of the project, and administrators. A project of another municipality is not there. */
export async function mayStaff(tx: Tx, ctx: Context, projectId: number): Promise<May> {
  const there = await tx.selectFrom('project').select('id').where('id', '=', projectId).executeTakeFirst()
  if (!there || ctx.actor.kind !== 'staff') return 'not-found'
  return (await managesProject(tx, ctx, projectId)) || isAdministrator(tx)
}
const beforeStart = (field: string) =>
  new Invalid([{ field, message: { da: 'Datoen ligger før den dag, det begyndte', en: 'The date is before it began' } }])

/** ORG-12: a place in the project: function, who holds it, hours a week, from and to. A change of hours is a new place from that day. */
export const addStaffing = command({
  event: 'team.add-staffing',
  input: AddStaffing,
  may: (tx, ctx, { projectId }) => mayStaff(tx, ctx, projectId),
  run: async (tx, ctx, input) => {
    const pack = await projectPack(tx, input.projectId)
    if (!inForce(pack.choices, input.from).some((one) => one.list === 'staff-function' && one.code === input.function))
      throw new Invalid([{ field: 'function', message: { da: 'Vælg en funktion fra listen', en: 'Choose a function from the list' } }])
    if (input.staffId !== null && !(await isStaff(tx, input.staffId))) throw issue('staffId', 'not-a-worker')
    return tx
      .insertInto('staffing')
      .values({
        municipality_id: ctx.municipalityId,
        project_id: input.projectId,
        function: input.function,
        staff_id: input.staffId,
        minutes_per_week: input.hoursPerWeek,
        note: input.note,
        valid_from: input.from,
        valid_until: input.until,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  },
  concerns: ({ projectId }, { id }) => ({ personIds: [], bases: [], details: { staffing: id, project: projectId } }),
})
const isStaff = async (tx: Tx, id: number): Promise<boolean> =>
  (await tx.selectFrom('staff').select('id').where('id', '=', id).where('closed_at', 'is', null).executeTakeFirst()) !== undefined

/** The last day of a place. */
export const endStaffing = command({
  event: 'team.end-staffing',
  input: EndStaffing,
  may: (tx, ctx, { projectId }) => mayStaff(tx, ctx, projectId),
  run: async (tx, _, input) => {
    const row = await tx
      .selectFrom('staffing')
      .select(['valid_from', 'valid_until'])
      .where('id', '=', input.staffingId)
      .where('project_id', '=', input.projectId)
      .executeTakeFirst()
    if (!row) throw new NotFound('staffing')
    if (row.valid_until !== null && row.valid_until <= input.until) throw new Conflict('already-ended')
    if (input.until < row.valid_from) throw beforeStart('until')
    await tx.updateTable('staffing').set({ valid_until: input.until }).where('id', '=', input.staffingId).execute()
  },
  concerns: ({ staffingId, until }) => ({ personIds: [], bases: [], details: { staffing: staffingId, until } }),
})

/** ORG-03: an agreed way into a unit's area, with whom to call there, from a day on. */
export const addReach = command({
  event: 'team.add-reach',
  input: AddReach,
  may: (tx, ctx, { projectId }) => mayStaff(tx, ctx, projectId),
  run: async (tx, ctx, input) => {
    const unit = await tx.selectFrom('department').select('id').where('id', '=', input.departmentId).executeTakeFirst()
    if (!unit) throw new Invalid([{ field: 'departmentId', message: { da: 'Vælg en afdeling', en: 'Choose a department' } }])
    if (input.contactId !== null && !(await isStaff(tx, input.contactId))) throw issue('contactId', 'not-a-worker')
    const running = await tx
      .selectFrom('project_reach')
      .select('id')
      .where('project_id', '=', input.projectId)
      .where('department_id', '=', input.departmentId)
      .where((e) => e.or([e('valid_until', 'is', null), e('valid_until', '>=', input.from)]))
      .executeTakeFirst()
    if (running) throw issue('departmentId', 'reach-there')
    return tx
      .insertInto('project_reach')
      .values({
        municipality_id: ctx.municipalityId,
        project_id: input.projectId,
        department_id: input.departmentId,
        contact_id: input.contactId,
        valid_from: input.from,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  },
  concerns: ({ departmentId }, { id }) => ({ personIds: [], bases: [], details: { reach: id, department: departmentId } }),
})

/** The last day of an agreed way into an area. */
export const endReach = command({
  event: 'team.end-reach',
  input: EndReach,
  may: (tx, ctx, { projectId }) => mayStaff(tx, ctx, projectId),
  run: async (tx, _, input) => {
    const row = await tx
      .selectFrom('project_reach')
      .select(['valid_from', 'valid_until'])
      .where('id', '=', input.reachId)
      .where('project_id', '=', input.projectId)
      .executeTakeFirst()
    if (!row) throw new NotFound('reach')
    if (row.valid_until !== null && row.valid_until <= input.until) throw new Conflict('already-ended')
    if (input.until < row.valid_from) throw beforeStart('until')
    await tx.updateTable('project_reach').set({ valid_until: input.until }).where('id', '=', input.reachId).execute()
  },
  concerns: ({ reachId, until }) => ({ personIds: [], bases: [], details: { reach: reachId, until } }),
})
