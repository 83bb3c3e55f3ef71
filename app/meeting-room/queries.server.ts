import type { Selectable } from 'kysely'
import type { Tx } from '#app/platform/db.server.ts'
import type { Tables } from '#app/platform/tables.ts'
import { inRoom, type Note, type NoteKind, type RoomState, type Stay } from './room.ts'

/* Reads of the room. Row-level security gives only what the reader may see now. */

/** The live state of a meeting, or null while nobody has begun it (or it is not there for the reader). */
export async function roomOf(tx: Tx, meetingId: number): Promise<RoomState | null> {
  const r = await tx.selectFrom('meeting_room').selectAll().where('meeting_id', '=', meetingId).executeTakeFirst()
  return r
    ? {
        id: r.id,
        meetingId: r.meeting_id,
        key: r.key,
        pulse: r.pulse,
        pointId: r.point_id,
        speakerId: r.speaker_id,
        speakingSince: r.speaking_since,
        speakingMinutes: r.speaking_minutes,
      }
    : null
}

const asNote = (r: Selectable<Tables['room_note']>): Note => ({
  id: r.id,
  key: r.key,
  revision: r.revision,
  shelfId: r.shelf_id,
  meetingId: r.meeting_id,
  subjects: r.subjects,
  kind: r.kind as NoteKind,
  words: r.words,
  value: r.value,
  pointId: r.point_id,
  participantId: r.participant_id,
  takenBackAt: r.taken_back_at,
  returnedIn: r.returned_in,
  createdAt: r.created_at,
  authorStaffId: r.author_staff_id,
  onBehalfOf: r.on_behalf_of_person,
  statedBy: r.stated_by_name,
})

/** What was said at a meeting, in the order in which it was written; what was taken back is left out unless `all`. */
export async function notesOf(tx: Tx, meetingId: number, all = false): Promise<Note[]> {
  const rows = await tx
    .selectFrom('room_note')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .where('replaced_by', 'is', null)
    .$if(!all, (q) => q.where('taken_back_at', 'is', null))
    .orderBy('id')
    .execute()
  return rows.map(asNote)
}

export async function noteByKey(tx: Tx, meetingId: number, key: string): Promise<Note | null> {
  const row = await tx.selectFrom('room_note').selectAll().where('meeting_id', '=', meetingId).where('key', '=', key).where('replaced_by', 'is', null).executeTakeFirst()
  return row ? asNote(row) : null
}

/** Things to think over from earlier meetings that nobody has come back to (MEET-18), the oldest first. */
export async function toReturnTo(tx: Tx, caseId: number, meetingId: number): Promise<(Note & { meetingOn: string })[]> {
  const rows = await tx
    .selectFrom('room_note')
    .innerJoin('meeting', (j) => j.onRef('meeting.municipality_id', '=', 'room_note.municipality_id').onRef('meeting.id', '=', 'room_note.meeting_id'))
    .selectAll('room_note')
    .select('meeting.starts_at')
    .where('room_note.case_id', '=', caseId)
    .where('room_note.kind', '=', 'reflection')
    .where('room_note.meeting_id', '<>', meetingId)
    .where('room_note.replaced_by', 'is', null)
    .where('room_note.taken_back_at', 'is', null)
    .where((e) => e.or([e('room_note.returned_in', 'is', null), e('room_note.returned_in', '=', meetingId)]))
    .orderBy('room_note.id')
    .execute()
  return rows.map((r) => ({ ...asNote(r), meetingOn: r.starts_at }))
}

/** Every stay in the room, in the order in which they came. */
export async function staysOf(tx: Tx, meetingId: number): Promise<Stay[]> {
  const rows = await tx.selectFrom('room_presence').selectAll().where('meeting_id', '=', meetingId).where('replaced_by', 'is', null).orderBy('came_at').orderBy('id').execute()
  return rows.map((r) => ({
    id: r.id,
    meetingId: r.meeting_id,
    shelfId: r.shelf_id,
    participantId: r.participant_id,
    cameAt: r.came_at,
    leftAt: r.left_at,
    wentAlongWith: r.went_along_with,
  }))
}

/** The participants who are in the room now. */
export const presentAt = async (tx: Tx, meetingId: number): Promise<number[]> => inRoom(await staysOf(tx, meetingId))
