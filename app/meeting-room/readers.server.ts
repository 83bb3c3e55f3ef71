import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'

/** A screen that shows the same for so long is logged again: somebody was still reading. Minutes. */
const AGAIN = 15

/**
 * Is this read to be logged? A screen in a meeting reads again with every change, often several times a minute; a row for each would bury what the log
 * is for. There is one when somebody opens the screen, whenever something is shown that was not, and each quarter of an hour.
 */
export async function newlyShown(tx: Tx, ctx: Context, meetingId: number, screen: 'leader' | 'wall', shelves: readonly number[]): Promise<boolean> {
  const mine = await tx
    .selectFrom('room_reader')
    .select(['id', 'shelf_ids', 'logged_at'])
    .where('meeting_id', '=', meetingId)
    .where('screen', '=', screen)
    .where('actor_kind', '=', ctx.actor.kind)
    .where('actor_id', '=', ctx.actor.id)
    .executeTakeFirst()
  const known = new Set(mine?.shelf_ids ?? [])
  if (mine && shelves.every((s) => known.has(s)) && Date.parse(ctx.now) - Date.parse(mine.logged_at) < AGAIN * 60_000) return false
  const row = { shelf_ids: [...new Set([...known, ...shelves])], logged_at: ctx.now }
  if (mine) await tx.updateTable('room_reader').set(row).where('id', '=', mine.id).execute()
  else
    await tx
      .insertInto('room_reader')
      .values({ municipality_id: ctx.municipalityId, meeting_id: meetingId, screen, actor_kind: ctx.actor.kind, actor_id: ctx.actor.id, ...row })
      // Two windows opened at the same moment: the other one logs.
      .onConflict((c) => c.columns(['municipality_id', 'meeting_id', 'screen', 'actor_kind', 'actor_id']).doNothing())
      .execute()
  return true
}
