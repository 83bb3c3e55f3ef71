import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'

/** Whether the reader gets the morning mail: yes unless they said no, where they have an address. */
export async function mailWish(tx: Tx, ctx: Context): Promise<{ wanted: boolean; address: boolean }> {
  const row = await tx
    .selectFrom('staff as s')
    .leftJoin('day_mail as d', (j) => j.onRef('d.staff_id', '=', 's.id').onRef('d.municipality_id', '=', 's.municipality_id'))
    .select(['s.email', 'd.wanted'])
    .where('s.id', '=', ctx.actor.id)
    .executeTakeFirst()
  return { wanted: row?.wanted ?? true, address: (row?.email ?? '') !== '' }
}
