import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { Meeting } from './meeting.ts'
import { asMeeting } from './queries.server.ts'
import { wrong } from './rights.server.ts'

/** For the room, in the transaction of its verb, which has asked whether the actor leads the meeting. */

/** The meeting begins. Begun already: nothing changes. @throws Invalid when it was held or cancelled */
export const beginMeeting = (tx: Tx, ctx: Context, caseId: number, meetingId: number): Promise<Meeting> =>
  set(tx, caseId, meetingId, { began_at: ctx.now }, true)
/** The meeting ends; the minutes take over. @throws Invalid when it has not begun */
export const endMeeting = (tx: Tx, ctx: Context, caseId: number, meetingId: number): Promise<Meeting> =>
  set(tx, caseId, meetingId, { ended_at: ctx.now, ended_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null }, false)

async function set(tx: Tx, caseId: number, meetingId: number, values: { began_at?: string; ended_at?: string; ended_by?: number | null }, beginning: boolean): Promise<Meeting> {
  const changed = await tx
    .updateTable('meeting')
    .set(values)
    .where('id', '=', meetingId)
    .where('case_id', '=', caseId)
    .where('cancelled_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('began_at', beginning ? 'is' : 'is not', null)
    .returningAll()
    .executeTakeFirst()
  if (changed) return asMeeting(changed)
  const row = await tx.selectFrom('meeting').selectAll().where('id', '=', meetingId).where('case_id', '=', caseId).executeTakeFirst()
  if (row && beginning && row.began_at !== null && row.ended_at === null) return asMeeting(row)
  throw wrong('', 'Mødet er slut, aflyst eller ikke begyndt', 'The meeting has ended, was cancelled or has not begun')
}

/** It was ended too soon and goes on, with the time at which it began. */
export const goOnWithMeeting = async (tx: Tx, caseId: number, meetingId: number): Promise<void> =>
  void (await tx.updateTable('meeting').set({ ended_at: null, ended_by: null }).where('id', '=', meetingId).where('case_id', '=', caseId).execute())
