import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'

/** What came of an edit: ids and revisions, never words. `again`: it had been done before; nothing was done now. */
export type Done = { personIds: number[]; shelfIds: number[]; revision?: number; id?: number; again?: boolean; details?: Record<string, unknown> }

/**
 * Does an edit once: a key that was used before gives what came of it then. A lost answer makes the screen send again, and two lines of the same
 * words would stand on the wall. The lock keeps a second copy waiting until the first is done.
 */
export async function once(tx: Tx, ctx: Context, { meetingId, key }: { meetingId: number; key: string }, work: () => Promise<Done>): Promise<Done> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.municipalityId}.${meetingId}.${key}`}, 0))`.execute(tx)
  const before = await tx.selectFrom('room_edit').select('result').where('meeting_id', '=', meetingId).where('key', '=', key).executeTakeFirst()
  if (before) return { ...(before.result as Done), again: true }
  const done = await work()
  await tx
    .insertInto('room_edit')
    .values({
      municipality_id: ctx.municipalityId,
      meeting_id: meetingId,
      key,
      actor_kind: ctx.actor.kind,
      actor_id: ctx.actor.id,
      done_at: ctx.now,
      result: JSON.stringify({ ...done, details: undefined }),
    })
    .execute()
  return done
}

/** The audit row of an edit; none when nothing was done. */
export const concernsEdit = (input: { caseId: number; meetingId: number }, done: Done) =>
  done.again
    ? []
    : [{ caseId: input.caseId, personIds: done.personIds, shelfIds: done.shelfIds, details: { meeting: input.meetingId, ...(done.id ? { id: done.id } : {}), ...done.details } }]
