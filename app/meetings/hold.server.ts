import { Conflict, type Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { Meeting } from './meeting.ts'

/** The meeting begins now, inside the transaction of who opens the room and has asked whether they may. Begun already: stays as it was. */
export async function beginMeeting(tx: Tx, ctx: Context, meeting: Pick<Meeting, 'id' | 'cancelledAt'>): Promise<void> {
  if (meeting.cancelledAt !== null) throw new Conflict('meeting-cancelled')
  await tx.updateTable('meeting').set({ began_at: ctx.now }).where('id', '=', meeting.id).where('began_at', 'is', null).execute()
}

/** It is over now, by this member of staff. Ended already: stays as it was. */
export async function endMeeting(tx: Tx, ctx: Context, meeting: Pick<Meeting, 'id'>): Promise<void> {
  await tx
    .updateTable('meeting')
    .set({ ended_at: ctx.now, ended_by: ctx.actor.id })
    .where('id', '=', meeting.id)
    .where('began_at', 'is not', null)
    .where('ended_at', 'is', null)
    .execute()
}

/** It was ended too soon: it goes on, with the time at which it began. */
export async function goOnWithMeeting(tx: Tx, meeting: Pick<Meeting, 'id'>): Promise<void> {
  await tx.updateTable('meeting').set({ ended_at: null, ended_by: null }).where('id', '=', meeting.id).execute()
}
