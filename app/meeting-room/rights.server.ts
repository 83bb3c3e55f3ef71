import { sql } from 'kysely'
import { kindOf } from '#app/meetings/kinds.ts'
import type { MeetingKind } from '#app/catalogue/pack-meetings.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import type { Meeting } from '#app/meetings/meeting.ts'
import { findMeeting } from '#app/meetings/queries.server.ts'
import { arranges } from '#app/meetings/rights.server.ts'
import { rightsOf } from '#app/plan/queries.server.ts'
import { type May, reachesCase } from '#app/platform/command.server.ts'
import { Conflict, type Context, Invalid, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { roomOf } from './queries.server.ts'
import { type RoomState, takesEdits } from './room.ts'

type InMeeting = { caseId: number; meetingId: number }

/** Everybody for whom the meeting is there. */
export async function seesMeeting(tx: Tx, _ctx: Context, input: InMeeting): Promise<May> {
  if (!(await reachesCase(tx, input.caseId))) return 'not-found'
  return (await findMeeting(tx, input.caseId, input.meetingId)) ? true : 'not-found'
}
/** Who leads a meeting: coordinators of the family, and the project manager. */
export async function leads(tx: Tx, ctx: Context, input: InMeeting): Promise<May> {
  const sees = await seesMeeting(tx, ctx, input)
  return sees === true ? arranges(await rightsOf(tx, ctx, input.caseId)) : sees
}

/** @throws NotFound */
export async function theMeeting(tx: Tx, { caseId, meetingId }: InMeeting): Promise<Meeting> {
  const found = await findMeeting(tx, caseId, meetingId)
  if (!found) throw new NotFound('meeting')
  return found
}
/** The meeting and its room, while what is typed is taken in. @throws Conflict 'meeting-over' */
export async function openRoom(tx: Tx, ctx: Context, input: InMeeting): Promise<{ meeting: Meeting; room: RoomState; kind: MeetingKind | null }> {
  const meeting = await theMeeting(tx, input)
  const room = await roomOf(tx, input.meetingId)
  if (!room || !takesEdits(meeting, ctx.now)) throw new Conflict('meeting-over')
  return { meeting, room, kind: kindOf(await casePack(tx, input.caseId), meeting.kind, ctx.today) }
}

/** Who is about a meeting's record: the coordination, category meetings, the members whom the meeting is about. */
export const recordOf = (ctx: Context, meeting: Pick<Meeting, 'caseId' | 'subjects'>, subjects: readonly number[] = meeting.subjects) => ({
  municipality_id: ctx.municipalityId,
  case_id: meeting.caseId,
  sector: 'coordination',
  category: 'meetings',
  visibility: 'family',
  subjects: [...subjects],
})

export const wrong = (field: string, da: string, en: string): Invalid => new Invalid([{ field, message: { da, en } }])

/** Works with the whole of the case: is told what would leave the wall. */
export async function worksWithAll(tx: Tx, caseId: number): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select coalesce(${caseId} = any (access.ids('ledger')), false) as yes`.execute(tx)
  return rows[0]?.yes === true
}
