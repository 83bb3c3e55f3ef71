import { z } from 'zod'
import { inForce } from '#app/catalogue/pack-item.ts'
import { municipalityPack } from '#app/catalogue/queries.server.ts'
import { Id } from '#app/intake/intake.ts'
import { query } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { rangeContains } from '#app/platform/time/plain-date.ts'
import { mayChangeStaff } from './change-staff.server.ts'
import { facesOf } from './queries.server.ts'

/** What somebody chooses from when adding a post or a role. */
async function listsOf(tx: Tx, ctx: Context) {
  const pack = await municipalityPack(tx)
  const roles = pack.postRoles.map((one) => ({ value: one.code, label: one.label[ctx.locale] }))
  return {
    label: (code: string) => roles.findLast((one) => one.value === code)?.label ?? code,
    roles: inForce(pack.postRoles, ctx.today)
      .filter((one) => one.reach !== 'national')
      .map((one) => ({ value: one.code, label: one.label[ctx.locale] })),
    departments: (await tx.selectFrom('department').select(['id', 'name', 'valid_from', 'valid_until']).orderBy('name').execute())
      .filter((one) => rangeContains(one.valid_from, one.valid_until, ctx.today))
      .map(({ id, name }) => ({ value: id, label: name })),
  }
}

/** Everybody with an account, with the posts and roles they hold today; closed ones last. */
export const readStaffList = query({
  event: 'team.read-staff-list',
  input: z.object({}),
  may: (tx, ctx) => mayChangeStaff(tx, ctx, null),
  run: async (tx, ctx) => {
    const lists = await listsOf(tx, ctx)
    const staff = await tx.selectFrom('staff').select(['id', 'name', 'title', 'username', 'closed_at as closedAt']).orderBy('name').execute()
    const posts = await postsOf(tx, null)
    const roles = await projectRolesOf(tx, null)
    const runs = (one: { from: string; until: string | null }) => rangeContains(one.from, one.until, ctx.today)
    return {
      today: ctx.today,
      roles: lists.roles,
      departments: lists.departments,
      staff: staff
        .map((one) => ({
          ...one,
          posts: posts.filter((p) => p.staffId === one.id && runs(p)).map((p) => `${lists.label(p.role)}, ${p.department}`),
          projectRoles: roles.filter((r) => r.staffId === one.id && runs(r)).map((r) => ({ role: r.role, project: r.project })),
        }))
        .toSorted((a, b) => Number(a.closedAt !== null) - Number(b.closedAt !== null)),
    }
  },
  concerns: () => ({ personIds: [], bases: [] }),
})

/** One colleague: posts with their units and managers, roles in projects, past ones too. */
export const readStaffMember = query({
  event: 'team.read-staff-member',
  input: z.object({ staffId: Id }),
  may: (tx, ctx, { staffId }) => mayChangeStaff(tx, ctx, staffId),
  run: async (tx, ctx, { staffId }) => {
    const lists = await listsOf(tx, ctx)
    const staff = await tx
      .selectFrom('staff')
      .select(['id', 'name', 'title', 'username', 'email', 'phone', 'subject', 'closed_at as closedAt', 'last_sign_in_at as lastSignInAt'])
      .where('id', '=', staffId)
      .executeTakeFirstOrThrow()
    const posts = await postsOf(tx, staffId)
    return {
      today: ctx.today,
      me: ctx.actor.id,
      staff,
      face: (await facesOf(tx, [staffId], ctx.today)).get(staffId) ?? null,
      posts: posts.map((one) => ({ ...one, roleLabel: lists.label(one.role) })),
      units: await unitsOf(
        tx,
        posts.map((one) => one.id),
      ),
      projectRoles: await projectRolesOf(tx, staffId),
      roles: lists.roles,
      departments: lists.departments,
      projects: await tx.selectFrom('project').select(['id as value', 'name as label']).orderBy('name').execute(),
      colleagues: await tx
        .selectFrom('staff')
        .select(['id as value', 'name as label'])
        .where('closed_at', 'is', null)
        .where('id', '<>', staffId)
        .orderBy('name')
        .execute(),
    }
  },
  concerns: (_, { staff }) => ({ personIds: [], bases: [], details: { staff: staff.id } }),
})
export type StaffPage = Awaited<ReturnType<typeof readStaffMember>>

function postsOf(tx: Tx, staffId: number | null) {
  const all = tx
    .selectFrom('post as p')
    .innerJoin('department as d', (j) => j.onRef('d.id', '=', 'p.department_id').onRef('d.municipality_id', '=', 'p.municipality_id'))
    .select([
      'p.id',
      'p.staff_id as staffId',
      'p.role',
      'd.name as department',
      'p.full_time as fullTime',
      'p.valid_from as from',
      'p.valid_until as until',
    ])
    .orderBy('p.valid_from', 'desc')
  return (staffId === null ? all : all.where('p.staff_id', '=', staffId)).execute()
}
function projectRolesOf(tx: Tx, staffId: number | null) {
  const all = tx
    .selectFrom('project_role as r')
    .innerJoin('project as p', (j) => j.onRef('p.id', '=', 'r.project_id').onRef('p.municipality_id', '=', 'r.municipality_id'))
    .select(['r.id', 'r.staff_id as staffId', 'r.role', 'p.name as project', 'r.full_time as fullTime', 'r.valid_from as from', 'r.valid_until as until'])
    .orderBy('r.valid_from', 'desc')
  return (staffId === null ? all : all.where('r.staff_id', '=', staffId)).execute()
}
function unitsOf(tx: Tx, postIds: readonly number[]) {
  if (postIds.length === 0) return Promise.resolve([])
  return tx
    .selectFrom('post_unit as u')
    .innerJoin('department as d', (j) => j.onRef('d.id', '=', 'u.department_id').onRef('d.municipality_id', '=', 'u.municipality_id'))
    .leftJoin('staff as s', (j) => j.onRef('s.id', '=', 'u.manager_id').onRef('s.municipality_id', '=', 'u.municipality_id'))
    .select(['u.id', 'u.post_id as postId', 'd.name as department', 's.name as manager', 'u.valid_from as from', 'u.valid_until as until'])
    .where('u.post_id', 'in', [...postIds])
    .orderBy('u.valid_from')
    .execute()
}
