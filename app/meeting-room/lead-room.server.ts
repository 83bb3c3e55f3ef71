import { agendaOf } from '#app/meetings/queries.server.ts'
import { command } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { concernsEdit, once } from './once.server.ts'
import { presentAt } from './queries.server.ts'
import { leads, openRoom, wrong } from './rights.server.ts'
import { GiveTurn, ShowPoint } from './room.ts'

/** One point at a time on the wall; none: the welcome. Nobody's turn is carried over. */
export const showPoint = command({
  event: 'meeting-room.show-point',
  input: ShowPoint,
  case: ({ caseId }) => caseId,
  may: leads,
  run: (tx, ctx, input) =>
    once(tx, ctx, input, async () => {
      const { meeting, room } = await openRoom(tx, ctx, input)
      if (input.pointId !== null && !(await agendaOf(tx, [meeting.id])).some((p) => p.id === input.pointId)) throw new NotFound('point')
      await tx
        .updateTable('meeting_room')
        .set({ point_id: input.pointId, speaker_id: null, speaking_since: null, speaking_minutes: null })
        .where('id', '=', room.id)
        .execute()
      return { personIds: meeting.subjects, shelfIds: [meeting.shelfId], details: { point: input.pointId } }
    }),
  concerns: concernsEdit,
})

/** Whose turn it is, from now, with a soft timer; nobody's: the round is over. */
export const giveTurn = command({
  event: 'meeting-room.turn',
  input: GiveTurn,
  case: ({ caseId }) => caseId,
  may: leads,
  run: (tx, ctx, input) =>
    once(tx, ctx, input, async () => {
      const { meeting, room } = await openRoom(tx, ctx, input)
      if (input.participantId !== null && !(await presentAt(tx, meeting.id)).includes(input.participantId))
        throw wrong('participantId', 'Vælg en, der er i rummet', 'Choose somebody who is in the room')
      const turn = input.participantId === null ? null : { id: input.participantId, since: ctx.now, minutes: input.minutes }
      await tx
        .updateTable('meeting_room')
        .set({ speaker_id: turn?.id ?? null, speaking_since: turn?.since ?? null, speaking_minutes: turn?.minutes ?? null })
        .where('id', '=', room.id)
        .execute()
      return { personIds: meeting.subjects, shelfIds: [meeting.shelfId], details: { turn: input.participantId } }
    }),
  concerns: concernsEdit,
})
