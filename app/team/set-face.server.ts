import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { isAdministrator } from '#app/organisation/departments.server.ts'
import { command, type May } from '#app/platform/command.server.ts'
import { type Context, Invalid } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { setStaffPhone } from './change-staff.server.ts'
import { RemovePhoto, SetCard, SetPhoto } from './face.ts'
import { da, en } from './face-messages.ts'
import { readPhoto } from './photo.ts'

/** A colleague's own, or an administrator. Somebody of another municipality is not there. */
async function mayChangeFace(tx: Tx, ctx: Context, staffId: number): Promise<May> {
  if (ctx.actor.kind !== 'staff') return false
  const there = await tx.selectFrom('staff').select('id').where('id', '=', staffId).executeTakeFirst()
  if (!there) return 'not-found'
  return staffId === ctx.actor.id || isAdministrator(tx)
}
const details = (staffId: number) => ({ personIds: [], bases: [], details: { staff: staffId } })

/** MEET-23: a photo for the families to know a face by. Kept without what the camera wrote into it. */
export const setPhoto = command({
  event: 'team.set-photo',
  input: SetPhoto,
  may: (tx, ctx, { staffId }) => mayChangeFace(tx, ctx, staffId),
  run: async (tx, ctx, { staffId, file }) => {
    const photo = readPhoto(file)
    if ('problem' in photo) throw new Invalid([{ field: 'file', message: { da: da.problem[photo.problem], en: en.problem[photo.problem] } }])
    const bytes = Buffer.from(photo.bytes)
    const columns = {
      mime: photo.mime,
      bytes,
      hash: createHash('sha256').update(bytes).digest('hex'),
      set_at: ctx.now,
      set_by: ctx.actor.id,
    }
    await tx
      .insertInto('staff_photo')
      .values({ municipality_id: ctx.municipalityId, staff_id: staffId, ...columns })
      .onConflict((c) => c.columns(['municipality_id', 'staff_id']).doUpdateSet(columns))
      .execute()
    return { hash: columns.hash }
  },
  concerns: ({ staffId }) => details(staffId),
})

/** Takes a photo away; initials stand in its place again. */
export const removePhoto = command({
  event: 'team.remove-photo',
  input: RemovePhoto,
  may: (tx, ctx, { staffId }) => mayChangeFace(tx, ctx, staffId),
  run: async (tx, ctx, { staffId }) => {
    await tx
      .updateTable('staff_photo')
      .set({ mime: null, bytes: null, hash: null, set_at: ctx.now, set_by: ctx.actor.id })
      .where('staff_id', '=', staffId)
      .execute()
  },
  concerns: ({ staffId }) => details(staffId),
})

/** KOO-15: telephone, when somebody can be reached, and what happens outside those hours. */
export const setCard = command({
  event: 'team.set-card',
  input: SetCard,
  may: (tx, ctx, { staffId }) => mayChangeFace(tx, ctx, staffId),
  run: async (tx, ctx, input) => {
    const columns = { hours: input.hours, outside_hours: input.outsideHours, set_at: ctx.now, set_by: ctx.actor.id }
    await tx
      .insertInto('staff_card')
      .values({ municipality_id: ctx.municipalityId, staff_id: input.staffId, ...columns })
      .onConflict((c) => c.columns(['municipality_id', 'staff_id']).doUpdateSet(columns))
      .execute()
    if (input.phone === undefined) return
    if (input.staffId === ctx.actor.id) await sql`select access.set_own_phone(${input.phone})`.execute(tx)
    else await setStaffPhone(tx, input.staffId, input.phone)
  },
  concerns: ({ staffId }) => details(staffId),
})
