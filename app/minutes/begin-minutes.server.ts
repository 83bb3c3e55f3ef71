import { notesOf, staysOf } from '#app/meeting-room/queries.server.ts'
import { stateOf } from '#app/meetings/meeting.ts'
import { agendaOf, participantsOf } from '#app/meetings/queries.server.ts'
import { command } from '#app/platform/command.server.ts'
import { draftFrom } from './draft.ts'
import { OneMinutes } from './minutes.ts'
import { findMinutes } from './queries.server.ts'
import { recordOf, takesMinutes, theMeeting, wrong } from './rights.server.ts'
import { minutesTexts } from './words.ts'
import { decides } from './kind.server.ts'

/**
 * Begins the minutes of a meeting that has been held: the agenda, and under each point what was written in the room. Begun already: they are
 * left as they are. Who took part is those who were in the room; without a room, everybody who was asked to come.
 * @throws Invalid before the meeting
 */
export const beginMinutes = command({
  event: 'minutes.begin',
  input: OneMinutes,
  case: ({ caseId }) => caseId,
  may: takesMinutes,
  async run(tx, ctx, input) {
    const meeting = await theMeeting(tx, input)
    const there = await findMinutes(tx, meeting.id)
    if (there) return { id: there.id, shelfIds: [there.shelfId], personIds: meeting.subjects }
    if (!['held', 'running', 'passed'].includes(stateOf(meeting, ctx.now))) throw wrong('', 'notHeld')
    const participants = (await participantsOf(tx, [meeting.id])).filter((p) => p.withdrawnAt === null)
    const inRoom = new Set((await staysOf(tx, meeting.id)).map((s) => s.participantId))
    const head = await tx
      .insertInto('minutes')
      .values({
        ...recordOf(ctx, meeting),
        meeting_id: meeting.id,
        took_part: participants.filter((p) => inRoom.size === 0 || inRoom.has(p.id)).map((p) => p.id),
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    const draft = draftFrom({
      agenda: await agendaOf(tx, [meeting.id]),
      notes: await notesOf(tx, meeting.id),
      nameOf: (id) => participants.find((p) => p.id === id)?.name ?? '',
      decides: await decides(tx, ctx, meeting),
      subjects: meeting.subjects,
      m: minutesTexts(ctx.locale),
    })
    const shelfIds = new Set([head.shelf_id])
    // One by one: each may open a shelf of its own.
    for (const [position, p] of draft.entries()) {
      const row = await tx
        .insertInto('minutes_point')
        .values({ ...recordOf(ctx, meeting, p.subjects), minutes_id: head.id, position: (position + 1) * 10, kind: p.kind, title: p.title, words: p.words })
        .returning('shelf_id')
        .executeTakeFirstOrThrow()
      shelfIds.add(row.shelf_id)
    }
    return { id: head.id, shelfIds: [...shelfIds], personIds: [...new Set([...meeting.subjects, ...draft.flatMap((p) => p.subjects)])] }
  },
  concerns: ({ caseId, meetingId }, r) => ({ caseId, personIds: r.personIds, shelfIds: r.shelfIds, details: { meeting: meetingId } }),
})
