import { command } from '#app/platform/command.server.ts'
import { Conflict, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { about, checkPost, mayChangeStaff, refused } from './change-staff.server.ts'
import { issue } from './refusals.ts'
import { AddPost, AddPostUnit, AddProjectRole, EndPost, EndPostUnit, EndProjectRole, managerBefore } from './staff.ts'

type Dates = { valid_from: string; valid_until: string | null } | undefined
/** Checks the last day of something that runs. @throws NotFound, Conflict, Invalid */
function checkEnd(row: Dates, until: string): void {
  if (!row) throw new NotFound('row')
  if (row.valid_until !== null && row.valid_until <= until) throw new Conflict('already-ended')
  if (until < row.valid_from) throw refused('until', 'Datoen ligger før den dag, det begyndte', 'The date is before it began')
}

/** One more post: a unit, a role and a day it begins. */
export const addPost = command({
  event: 'team.add-post',
  input: AddPost,
  may: (tx, ctx, { staffId }) => mayChangeStaff(tx, ctx, staffId),
  run: async (tx, ctx, input) => {
    await checkPost(tx, input)
    return tx
      .insertInto('post')
      .values({
        municipality_id: ctx.municipalityId,
        staff_id: input.staffId,
        department_id: input.departmentId,
        role: input.role,
        full_time: input.fullTime,
        valid_from: input.from,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  },
  concerns: ({ staffId, role }, { id }) => about(staffId, { post: id, role }),
})

/** The last day of a post; what it let somebody see ends with it. Nobody ends their own as administrator. */
export const endPost = command({
  event: 'team.end-post',
  input: EndPost,
  may: (tx, ctx, { staffId }) => mayChangeStaff(tx, ctx, staffId),
  run: async (tx, ctx, input) => {
    const row = await tx
      .selectFrom('post')
      .select(['valid_from', 'valid_until', 'role'])
      .where('id', '=', input.postId)
      .where('staff_id', '=', input.staffId)
      .executeTakeFirst()
    checkEnd(row, input.until)
    if (row?.role === 'administrator' && input.staffId === ctx.actor.id)
      throw refused('until', 'En anden administrator skal afslutte din egen post', 'Another administrator must end your own post')
    await tx.updateTable('post').set({ valid_until: input.until }).where('id', '=', input.postId).execute()
  },
  concerns: ({ staffId, postId, until }) => about(staffId, { post: postId, until }),
})

/** ORG-04: the post belongs to one more unit, with its manager there: shared line management. */
export const addPostUnit = command({
  event: 'team.add-post-unit',
  input: AddPostUnit,
  may: (tx, ctx, { staffId }) => mayChangeStaff(tx, ctx, staffId),
  run: async (tx, ctx, input) => {
    const post = await tx.selectFrom('post').select('id').where('id', '=', input.postId).where('staff_id', '=', input.staffId).executeTakeFirst()
    if (!post) throw new NotFound('post')
    const unit = await tx.selectFrom('department').select('id').where('id', '=', input.departmentId).executeTakeFirst()
    if (!unit) throw refused('departmentId', 'Vælg en afdeling', 'Choose a department')
    if (input.managerId !== null && !(await isThere(tx, input.managerId))) throw issue('managerId', 'not-a-worker')
    if (input.managerId === input.staffId) throw refused('managerId', 'Ingen er sin egen leder', 'Nobody is their own manager')
    return tx
      .insertInto('post_unit')
      .values({
        municipality_id: ctx.municipalityId,
        post_id: input.postId,
        department_id: input.departmentId,
        manager_id: input.managerId,
        valid_from: input.from,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  },
  concerns: ({ staffId, postId }, { id }) => about(staffId, { post: postId, unit: id }),
})
const isThere = async (tx: Tx, id: number): Promise<boolean> =>
  (await tx.selectFrom('staff').select('id').where('id', '=', id).executeTakeFirst()) !== undefined

/** The last day of a post's part in a unit. */
export const endPostUnit = command({
  event: 'team.end-post-unit',
  input: EndPostUnit,
  may: (tx, ctx, { staffId }) => mayChangeStaff(tx, ctx, staffId),
  run: async (tx, _, input) => {
    const row = await tx
      .selectFrom('post_unit')
      .innerJoin('post', (j) => j.onRef('post.id', '=', 'post_unit.post_id').onRef('post.municipality_id', '=', 'post_unit.municipality_id'))
      .select(['post_unit.valid_from', 'post_unit.valid_until'])
      .where('post_unit.id', '=', input.postUnitId)
      .where('post.staff_id', '=', input.staffId)
      .executeTakeFirst()
    checkEnd(row, input.until)
    await tx.updateTable('post_unit').set({ valid_until: input.until }).where('id', '=', input.postUnitId).execute()
  },
  concerns: ({ staffId, postUnitId, until }) => about(staffId, { unit: postUnitId, until }),
})

/** ORG-02: a role in a project from a day on. A new project manager follows the one before, whose last day is the day before. */
export const addProjectRole = command({
  event: 'team.add-project-role',
  input: AddProjectRole,
  may: (tx, ctx, { staffId }) => mayChangeStaff(tx, ctx, staffId),
  run: async (tx, ctx, input) => {
    const project = await tx.selectFrom('project').select('id').where('id', '=', input.projectId).executeTakeFirst()
    if (!project) throw refused('projectId', 'Vælg et projekt', 'Choose a project')
    if (input.role === 'project-manager') await endManagerBefore(tx, input)
    return tx
      .insertInto('project_role')
      .values({
        municipality_id: ctx.municipalityId,
        project_id: input.projectId,
        staff_id: input.staffId,
        role: input.role,
        full_time: input.role === 'project-manager' ? input.fullTime : null,
        valid_from: input.from,
        valid_until: input.until,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  },
  concerns: ({ staffId, projectId, role }, { id }) => about(staffId, { projectRole: id, project: projectId, role }),
})

async function endManagerBefore(tx: Tx, input: { projectId: number; staffId: number; from: string }): Promise<void> {
  const roles = await tx
    .selectFrom('project_role')
    .select(['id', 'project_id as projectId', 'staff_id as staffId', 'role', 'valid_from as from', 'valid_until as until'])
    .where('project_id', '=', input.projectId)
    .execute()
  const before = managerBefore(roles, input)
  if ('problem' in before) {
    if (before.problem === 'same') throw refused('role', 'Hun eller han er allerede projektleder', 'That person is project manager already')
    throw refused(
      'from',
      'Vælg en senere dag: en anden er projektleder fra den dag',
      'Choose a later day: somebody else is project manager from then',
    )
  }
  if (before.ends)
    await tx.updateTable('project_role').set({ valid_until: before.ends.until }).where('id', '=', before.ends.id).execute()
}

/** The last day of a role in a project. A project always has its manager: the next one ends the one before (ORG-02). */
export const endProjectRole = command({
  event: 'team.end-project-role',
  input: EndProjectRole,
  may: (tx, ctx, { staffId }) => mayChangeStaff(tx, ctx, staffId),
  run: async (tx, _, input) => {
    const row = await tx
      .selectFrom('project_role')
      .select(['valid_from', 'valid_until', 'role'])
      .where('id', '=', input.projectRoleId)
      .where('staff_id', '=', input.staffId)
      .executeTakeFirst()
    checkEnd(row, input.until)
    if (row?.role === 'project-manager')
      throw refused(
        'until',
        'Et projekt har altid en projektleder. Giv rollen til den næste i stedet',
        'A project always has its manager. Give the role to the next one instead',
      )
    await tx.updateTable('project_role').set({ valid_until: input.until }).where('id', '=', input.projectRoleId).execute()
  },
  concerns: ({ staffId, projectRoleId, until }) => about(staffId, { projectRole: projectRoleId, until }),
})
