import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#app/platform/command.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { facesOf } from './queries.server.ts'

/** One's own card: photo, telephone, hours. */
export const readOwnCard = query({
  event: 'team.read-own-card',
  input: z.object({}),
  may: (_, ctx) => Promise.resolve(ctx.actor.kind === 'staff' ? true : 'not-found'),
  run: async (tx, ctx) => {
    const face = (await facesOf(tx, [ctx.actor.id], ctx.today)).get(ctx.actor.id)
    if (!face) throw new NotFound('staff')
    const { rows } = await sql<{ phone: string | null }>`select phone from staff where id = ${ctx.actor.id}`.execute(tx)
    return { face, ownPhone: rows[0]?.phone ?? '' }
  },
  concerns: (_, { face }) => ({ personIds: [], bases: [], details: { staff: face.staffId } }),
})

/**
 * The bytes of a colleague's photo, as far as the policies show it: to all of the municipality's staff, and to a family those
 * who work with it. A
 * picture of a colleague is nobody's case, so seeing it is no row in the log.
 */
export async function readPhotoFile(ctx: Context, staffId: number): Promise<{ mime: string; bytes: Buffer; hash: string }> {
  return inTransaction(ctx, null, async (tx) => {
    const row = await tx.selectFrom('staff_photo').select(['mime', 'bytes', 'hash']).where('staff_id', '=', staffId).executeTakeFirst()
    if (!row?.mime || !row.bytes || !row.hash) throw new NotFound('photo')
    return { mime: row.mime, bytes: row.bytes, hash: row.hash }
  })
}
