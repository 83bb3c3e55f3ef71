import { writeAgreement } from '#app/agreements/make-agreement.server.ts'
import { command } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { concernsEdit, once } from './once.server.ts'
import { toReturnTo } from './queries.server.ts'
import { leads, openRoom } from './rights.server.ts'
import { AgreeInRoom, ReturnToNote } from './room.ts'

/**
 * An agreement written as it is made: what, who, by when, which goal. About those the meeting is about, so that everybody of them reads it.
 * @throws Invalid, Conflict 'about-somebody-else', 'meeting-over'
 */
export const agreeInRoom = command({
  event: 'meeting-room.agree',
  input: AgreeInRoom,
  case: ({ caseId }) => caseId,
  may: leads,
  run: (tx, ctx, input) =>
    once(tx, ctx, input, async () => {
      const { meeting } = await openRoom(tx, ctx, input)
      const { what, owner, ownerName, dueOn, heardBy, aboutOthers } = input
      const made = await writeAgreement(tx, ctx, {
        caseId: meeting.caseId,
        meetingId: meeting.id,
        goalId: input.goalId ?? null,
        subjects: meeting.subjects,
        what,
        owner,
        ownerName,
        dueOn,
        heardBy,
        aboutOthers,
      })
      return { id: made.id, personIds: made.subjects, shelfIds: [made.shelfId] }
    }),
  concerns: concernsEdit,
})

/** What was to be thought over has been talked about again (MEET-18). */
export const returnToNote = command({
  event: 'meeting-room.return-to',
  input: ReturnToNote,
  case: ({ caseId }) => caseId,
  may: leads,
  run: (tx, ctx, input) =>
    once(tx, ctx, input, async () => {
      const { meeting } = await openRoom(tx, ctx, input)
      const note = (await toReturnTo(tx, meeting.caseId, meeting.id)).find((n) => n.id === input.noteId)
      if (!note) throw new NotFound('note')
      if (note.returnedIn === null) await tx.updateTable('room_note').set({ returned_in: meeting.id }).where('id', '=', note.id).execute()
      return { id: note.id, personIds: note.subjects, shelfIds: [note.shelfId] }
    }),
  concerns: concernsEdit,
})
