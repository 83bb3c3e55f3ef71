import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#app/platform/command.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { isAdministrator } from './departments.server.ts'
import type { Department, DepartmentChange, Service } from './organisation.ts'

export type Directory = { departments: Department[]; today: string; may: { change: boolean } }

/** The units around the families of the municipality: who they are, what they offer, how they are reached (ORG-13). Closed ones come too, marked by their last day. */
export const readDirectory = query({
  event: 'organisation.read-directory',
  input: z.object({}),
  may: (_tx, ctx) => Promise.resolve(ctx.actor.kind === 'staff' || ctx.actor.kind === 'member'),
  concerns: (_input, _result: Directory) => ({ personIds: [], bases: [] }),
  run: async (tx, ctx) => ({
    departments: await departments(tx, ctx.today, ctx.actor.kind === 'staff'),
    today: ctx.today,
    may: { change: await isAdministrator(tx) },
  }),
})

/** What a unit was called and which sector it was, before each change; newest first. */
export const readDepartmentHistory = query({
  event: 'organisation.read-department-history',
  input: z.object({ departmentId: z.coerce.number().int().positive() }),
  may: (tx) => isAdministrator(tx),
  concerns: (input, _result: DepartmentChange[]) => ({ personIds: [], bases: [], details: { department: input.departmentId } }),
  run: async (tx, _ctx, input) => {
    const rows = await tx
      .selectFrom('department_history')
      .select(['changed_at', 'row_before'])
      .where('department_id', '=', input.departmentId)
      .orderBy('id', 'desc')
      .execute()
    return rows.map((r) => {
      const before = (r.row_before ?? {}) as { name?: string; sector?: string; valid_until?: string | null }
      return { changedAt: r.changed_at, name: before.name ?? '', sector: before.sector ?? '', validUntil: before.valid_until ?? null }
    })
  },
})

async function departments(tx: Tx, today: string, withStaff: boolean): Promise<Department[]> {
  const rows = await tx.selectFrom('department').selectAll().orderBy('name').execute()
  const successors = await tx
    .selectFrom('department_successor')
    .innerJoin('department', (j) =>
      j
        .onRef('department.municipality_id', '=', 'department_successor.municipality_id')
        .onRef('department.id', '=', 'department_successor.successor_id'),
    )
    .select(['department_successor.department_id', 'department.id', 'department.name'])
    .execute()
  const services = await tx
    .selectFrom('service')
    .selectAll()
    .where(sql<boolean>`access.within(${today}::date, valid_from, valid_until)`)
    .orderBy('name')
    .execute()
  const posts = withStaff
    ? await tx
        .selectFrom('post')
        .innerJoin('staff', (j) => j.onRef('staff.municipality_id', '=', 'post.municipality_id').onRef('staff.id', '=', 'post.staff_id'))
        .select(['post.department_id', 'staff.name', 'staff.title'])
        .where('staff.closed_at', 'is', null)
        .where(sql<boolean>`access.within(${today}::date, post.valid_from, post.valid_until)`)
        .orderBy('staff.name')
        .execute()
    : []
  return rows.map((d) => ({
    id: d.id,
    code: d.code,
    name: d.name,
    sector: d.sector,
    phone: d.phone,
    email: d.email,
    street: d.street,
    note: d.note,
    validFrom: d.valid_from,
    validUntil: d.valid_until,
    successors: successors.filter((s) => s.department_id === d.id).map((s) => ({ id: s.id, name: s.name })),
    services: services
      .filter((s) => s.department_id === d.id)
      .map((s): Service => ({
        id: s.id,
        name: s.name,
        what: s.what,
        howToReach: s.how_to_reach,
        validFrom: s.valid_from,
        validUntil: s.valid_until,
      })),
    staff: posts.filter((p) => p.department_id === d.id).map((p) => ({ name: p.name, title: p.title })),
  }))
}
