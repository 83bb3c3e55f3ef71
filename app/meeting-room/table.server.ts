import { peopleThere } from '#app/families/queries.server.ts'
import type { Meeting, Point } from '#app/meetings/meeting.ts'
import { agendaOf, participantsOf, takingPart } from '#app/meetings/queries.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { notesOf, roomOf, staysOf, toReturnTo } from './queries.server.ts'
import { theMeeting } from './rights.server.ts'
import { inRoom, type Note, type RoomState } from './room.ts'
import type { Attendant, Turn } from './room-view.ts'
import { wallShelves } from './wall.server.ts'

/** All of a meeting that the reader may read, and the shelves that are on the wall. */
export type Table = {
  meeting: Meeting
  room: RoomState | null
  wall: number[]
  attendants: Attendant[]
  points: Point[]
  notes: Note[]
  earlier: (Note & { meetingOn: string })[]
  turn: Turn | null
}

export async function atTheTable(tx: Tx, ctx: Context, input: { caseId: number; meetingId: number }): Promise<Table> {
  const meeting = await theMeeting(tx, input)
  const room = await roomOf(tx, meeting.id)
  return {
    meeting,
    room,
    wall: room ? await wallShelves(tx, meeting.id) : [],
    attendants: await attendantsOf(tx, ctx, meeting),
    points: await agendaOf(tx, [meeting.id]),
    notes: await notesOf(tx, meeting.id),
    earlier: await toReturnTo(tx, meeting.caseId, meeting.id),
    turn:
      room && room.speakerId !== null && room.speakingSince !== null
        ? { participantId: room.speakerId, since: room.speakingSince, minutes: room.speakingMinutes ?? 2 }
        : null,
  }
}

/** The family first (MEET-04), then the others in the order they were invited; those who only write are not in the room. */
async function attendantsOf(tx: Tx, ctx: Context, meeting: Meeting): Promise<Attendant[]> {
  const stays = await staysOf(tx, meeting.id)
  const here = inRoom(stays)
  const people = new Map((await peopleThere(tx, meeting.caseId, ctx.today)).map((p) => [p.id, p]))
  const all = takingPart(await participantsOf(tx, [meeting.id])).filter((p) => p.how !== 'letter' || here.includes(p.id))
  const attendants = all.map((p): Attendant => {
    const last = stays.filter((s) => s.participantId === p.id).at(-1)
    const person = p.personId === null ? undefined : people.get(p.personId)
    return {
      participantId: p.id,
      name: p.name,
      personId: p.personId,
      staffId: p.staffId,
      outsideRole: p.outside?.role ?? '',
      family: person?.family ?? false,
      child: person?.child ?? false,
      how: p.how,
      companionOf: p.companionOf,
      interpreterFor: p.interpreterFor,
      here: here.includes(p.id),
      cameAt: last?.cameAt ?? null,
      leftAt: last?.leftAt ?? null,
      wentAlongWith: last?.wentAlongWith ?? null,
    }
  })
  return [...attendants.filter((a) => a.family), ...attendants.filter((a) => !a.family)]
}
