import { endMeeting } from '#app/meetings/run-meeting.server.ts'
import { command } from '#app/platform/command.server.ts'
import { concernsEdit, once } from './once.server.ts'
import { staysOf } from './queries.server.ts'
import { leads, openRoom } from './rights.server.ts'
import { EndRoom } from './room.ts'

/** The meeting is over: everybody leaves the room, and the wall is empty. What was typed without a network still comes in. */
export const endRoom = command({
  event: 'meeting-room.end',
  input: EndRoom,
  case: ({ caseId }) => caseId,
  may: leads,
  run: (tx, ctx, input) =>
    once(tx, ctx, input, async () => {
      const { meeting, room } = await openRoom(tx, ctx, input)
      const still = (await staysOf(tx, meeting.id)).filter((s) => s.leftAt === null)
      if (still.length > 0) await tx.updateTable('room_presence').set({ left_at: ctx.now }).where('id', 'in', still.map((s) => s.id)).execute()
      await tx.updateTable('meeting_room').set({ over: true, speaker_id: null, speaking_since: null, speaking_minutes: null }).where('id', '=', room.id).execute()
      await endMeeting(tx, ctx, meeting.caseId, meeting.id)
      return { personIds: meeting.subjects, shelfIds: [...new Set([meeting.shelfId, ...still.map((s) => s.shelfId)])] }
    }),
  concerns: concernsEdit,
})
