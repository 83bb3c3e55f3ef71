import { inForce } from '#app/catalogue/pack-item.ts'
import { municipalityPack } from '#app/catalogue/queries.server.ts'
import { isAdministrator } from '#app/organisation/departments.server.ts'
import { command, type May } from '#app/platform/command.server.ts'
import { Conflict, type Context, Invalid, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { AddStaff, ChangeStaff, CloseStaff } from './staff.ts'

const empty = (value: string): string | null => (value === '' ? null : value)
export const refused = (field: string, da: string, en: string) => new Invalid([{ field, message: { da, en } }])

/** Administrators. Somebody of another municipality is not there. */
export async function mayChangeStaff(tx: Tx, ctx: Context, staffId: number | null): Promise<May> {
  if (ctx.actor.kind !== 'staff') return false
  if (staffId !== null && !(await tx.selectFrom('staff').select('id').where('id', '=', staffId).executeTakeFirst())) return 'not-found'
  return isAdministrator(tx)
}
export const about = (staffId: number, more: Record<string, unknown> = {}) => ({ personIds: [], bases: [], details: { staff: staffId, ...more } })

/** A role that the packs know and a unit that is there. @throws Invalid */
export async function checkPost(tx: Tx, input: { departmentId: number; role: string; from: string }): Promise<void> {
  const unit = await tx.selectFrom('department').select('id').where('id', '=', input.departmentId).executeTakeFirst()
  if (!unit) throw refused('departmentId', 'Vælg en afdeling', 'Choose a department')
  const roles = inForce((await municipalityPack(tx)).postRoles, input.from).filter((one) => one.reach !== 'national')
  if (!roles.some((one) => one.code === input.role)) throw refused('role', 'Vælg en rolle fra listen', 'Choose a role from the list')
}

/** A new colleague with a first post. They sign in by the subject of the municipality's sign-in, or by the user name. */
export const addStaff = command({
  event: 'team.add-staff',
  input: AddStaff,
  may: (tx, ctx) => mayChangeStaff(tx, ctx, null),
  run: async (tx, ctx, input) => {
    await checkPost(tx, input)
    const taken = await tx.selectFrom('staff').select('id').where('username', '=', input.username).executeTakeFirst()
    if (taken) throw refused('username', 'Brugernavnet er taget', 'The user name is taken')
    const { id } = await tx
      .insertInto('staff')
      .values({
        municipality_id: ctx.municipalityId,
        username: input.username,
        name: input.name,
        title: input.title,
        email: empty(input.email),
        phone: empty(input.phone),
        subject: empty(input.subject),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('post')
      .values({
        municipality_id: ctx.municipalityId,
        staff_id: id,
        department_id: input.departmentId,
        role: input.role,
        full_time: input.fullTime,
        valid_from: input.from,
      })
      .execute()
    return { staffId: id }
  },
  concerns: ({ role }, { staffId }) => about(staffId, { post: role }),
})

/** Corrects who somebody is and how they are reached. */
export const changeStaff = command({
  event: 'team.change-staff',
  input: ChangeStaff,
  may: (tx, ctx, { staffId }) => mayChangeStaff(tx, ctx, staffId),
  run: async (tx, _, input) => {
    await tx
      .updateTable('staff')
      .set({
        name: input.name,
        title: input.title,
        email: empty(input.email),
        phone: empty(input.phone),
        subject: empty(input.subject),
      })
      .where('id', '=', input.staffId)
      .execute()
  },
  concerns: ({ staffId }) => about(staffId),
})

/** Somebody else's telephone number; part of another verb. */
export async function setStaffPhone(tx: Tx, staffId: number, phone: string): Promise<void> {
  const done = await tx.updateTable('staff').set({ phone: empty(phone) }).where('id', '=', staffId).returning('id').executeTakeFirst()
  if (!done) throw new NotFound('staff')
}

/** Closes an account, which signs the person out everywhere, or opens it again. Nobody closes their own. */
export const closeStaff = command({
  event: 'team.close-staff',
  input: CloseStaff,
  may: async (tx, ctx, { staffId }) => (staffId === ctx.actor.id ? false : mayChangeStaff(tx, ctx, staffId)),
  run: async (tx, ctx, { staffId, open }) => {
    const row = await tx.selectFrom('staff').select('closed_at').where('id', '=', staffId).executeTakeFirstOrThrow()
    if ((row.closed_at === null) === open) throw new Conflict('already-ended')
    await tx
      .updateTable('staff')
      .set(open ? { closed_at: null, closed_reason: null } : { closed_at: ctx.now, closed_reason: 'administrator' })
      .where('id', '=', staffId)
      .execute()
  },
  concerns: ({ staffId, open }) => about(staffId, { open }),
})
