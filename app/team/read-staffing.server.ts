import { z } from 'zod'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { Id } from '#app/intake/intake.ts'
import { projectsWithRole } from '#app/intake/queries.server.ts'
import { isAdministrator } from '#app/organisation/departments.server.ts'
import { query } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { rangeContains } from '#app/platform/time/plain-date.ts'
import { listOf } from './coordinator-model.ts'
import { areasWithoutReach, staffingOn, staffingSteps } from './staffing.ts'

/** Projects whose staffing the actor sees: own as manager or in the steering group, all as an administrator. */
async function projectsOf(tx: Tx, ctx: Context): Promise<number[]> {
  if (await isAdministrator(tx)) return (await tx.selectFrom('project').select('id').execute()).map((one) => one.id)
  return projectsWithRole(tx, ctx, ['project-manager', 'steering-group'])
}

/** ORG-12, ORG-02, ORG-03: who the project has, by function and hours, over time; who manages it, and her way into each area. */
export const readStaffing = query({
  event: 'team.read-staffing',
  input: z.object({ projectId: z.preprocess((v) => (v === '' || v === undefined ? null : v), Id.nullable()) }),
  may: async (tx, ctx, { projectId }) => {
    if (ctx.actor.kind !== 'staff') return 'not-found'
    const mine = await projectsOf(tx, ctx)
    return projectId === null ? mine.length > 0 : mine.includes(projectId) || 'not-found'
  },
  run: async (tx, ctx, { projectId }) => {
    const mine = await projectsOf(tx, ctx)
    const projects = await tx.selectFrom('project').select(['id', 'name']).where('id', 'in', mine).orderBy('name').execute()
    const chosen = projects.find((one) => one.id === projectId) ?? projects[0]!
    const managed = (await projectsWithRole(tx, ctx, ['project-manager'])).includes(chosen.id) || (await isAdministrator(tx))
    const pack = await projectPack(tx, chosen.id)
    const functions = listOf(pack, 'staff-function', ctx.today, ctx.locale)
    const label = (code: string) => pack.choices.findLast((one) => one.list === 'staff-function' && one.code === code)?.label[ctx.locale] ?? code
    const rows = await placesOf(tx, chosen.id)
    const places = rows.map((one) => ({ ...one, label: label(one.function), running: rangeContains(one.from, one.until, ctx.today) }))
    const departments = await tx
      .selectFrom('department')
      .select(['id', 'name', 'sector', 'valid_from', 'valid_until'])
      .orderBy('name')
      .execute()
    const open = departments.filter((one) => rangeContains(one.valid_from, one.valid_until, ctx.today))
    const reach = await reachOf(tx, chosen.id)
    return {
      projects,
      project: chosen,
      today: ctx.today,
      places,
      now: staffingOn(rows, ctx.today),
      steps: staffingSteps(rows, ctx.today),
      managers: await managersOf(tx, chosen.id),
      reach: reach.map((one) => ({ ...one, running: rangeContains(one.from, one.until, ctx.today) })),
      missing: areasWithoutReach(open, reach, ctx.today).map((sector) => ({
        sector,
        label: pack.sectors.findLast((one) => one.code === sector)?.label[ctx.locale] ?? sector,
      })),
      departments: open.map(({ id, name }) => ({ id, name })),
      staff: managed ? await tx.selectFrom('staff').select(['id', 'name', 'title']).where('closed_at', 'is', null).orderBy('name').execute() : [],
      functions,
      may: { change: managed },
    }
  },
  concerns: () => ({ personIds: [], bases: [] }),
})
export type StaffingPage = Awaited<ReturnType<typeof readStaffing>>

const placesOf = (tx: Tx, projectId: number) =>
  tx
    .selectFrom('staffing as x')
    .leftJoin('staff as s', (j) => j.onRef('s.id', '=', 'x.staff_id').onRef('s.municipality_id', '=', 'x.municipality_id'))
    .select([
      'x.id',
      'x.function',
      'x.staff_id as staffId',
      's.name',
      'x.minutes_per_week as minutesPerWeek',
      'x.note',
      'x.valid_from as from',
      'x.valid_until as until',
    ])
    .where('x.project_id', '=', projectId)
    .orderBy('x.valid_from')
    .orderBy('x.id')
    .execute()

const managersOf = (tx: Tx, projectId: number) =>
  tx
    .selectFrom('project_role as r')
    .innerJoin('staff as s', (j) => j.onRef('s.id', '=', 'r.staff_id').onRef('s.municipality_id', '=', 'r.municipality_id'))
    .select(['r.id', 's.name', 'r.full_time as fullTime', 'r.valid_from as from', 'r.valid_until as until'])
    .where('r.project_id', '=', projectId)
    .where('r.role', '=', 'project-manager')
    .orderBy('r.valid_from', 'desc')
    .execute()

const reachOf = (tx: Tx, projectId: number) =>
  tx
    .selectFrom('project_reach as x')
    .innerJoin('department as d', (j) => j.onRef('d.id', '=', 'x.department_id').onRef('d.municipality_id', '=', 'x.municipality_id'))
    .leftJoin('staff as s', (j) => j.onRef('s.id', '=', 'x.contact_id').onRef('s.municipality_id', '=', 'x.municipality_id'))
    .select(['x.id', 'x.department_id as departmentId', 'd.name as department', 's.name as contact', 's.phone', 'x.valid_from as from', 'x.valid_until as until'])
    .where('x.project_id', '=', projectId)
    .orderBy('d.name')
    .execute()
