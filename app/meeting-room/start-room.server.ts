import { beginMeeting, goOnWithMeeting } from '#app/meetings/run-meeting.server.ts'
import { agendaOf, participantsOf, takingPart } from '#app/meetings/queries.server.ts'
import { command } from '#app/platform/command.server.ts'
import { Conflict } from '#app/platform/context.ts'
import { comeIn } from './come-and-go.server.ts'
import { concernsEdit, once } from './once.server.ts'
import { roomOf } from './queries.server.ts'
import { leads, theMeeting, wrong } from './rights.server.ts'
import { StartRoom, takesEdits } from './room.ts'

/**
 * The meeting begins: who is in the room, and the first point on the wall. A meeting that was ended too soon goes on with what was written.
 * @throws Conflict 'meeting-over'; Invalid at `present` when nobody is there
 */
export const startRoom = command({
  event: 'meeting-room.start',
  input: StartRoom,
  case: ({ caseId }) => caseId,
  may: leads,
  run: (tx, ctx, input) =>
    once(tx, ctx, input, async () => {
      const meeting = await theMeeting(tx, input)
      if (meeting.cancelledAt !== null || (meeting.endedAt !== null && !takesEdits(meeting, ctx.now))) throw new Conflict('meeting-over')
      const possible = takingPart(await participantsOf(tx, [meeting.id]))
      if (input.present.length === 0) throw wrong('present', 'Vælg, hvem der er her', 'Choose who is here')
      if (input.present.some((id) => !possible.some((p) => p.id === id))) throw wrong('present', 'Vælg blandt dem, der er inviteret', 'Choose among those invited')
      if (meeting.endedAt !== null) await goOnWithMeeting(tx, meeting.caseId, meeting.id)
      else await beginMeeting(tx, ctx, meeting.caseId, meeting.id)
      const [first] = await agendaOf(tx, [meeting.id])
      const room = await roomOf(tx, meeting.id)
      if (room) await tx.updateTable('meeting_room').set({ over: false }).where('id', '=', room.id).execute()
      else
        await tx
          .insertInto('meeting_room')
          .values({ municipality_id: ctx.municipalityId, case_id: meeting.caseId, meeting_id: meeting.id, opened_at: ctx.now, point_id: first?.id ?? null })
          .execute()
      const shelves = new Set([meeting.shelfId])
      for (const id of input.present) shelves.add((await comeIn(tx, ctx, meeting, id, null)).shelfId)
      return { personIds: meeting.subjects, shelfIds: [...shelves], details: { present: input.present } }
    }),
  concerns: concernsEdit,
})
