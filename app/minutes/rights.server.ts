import { sql } from 'kysely'
import { findMeeting } from '#app/meetings/queries.server.ts'
import type { Meeting } from '#app/meetings/meeting.ts'
import { type May, reachesCase } from '#app/platform/command.server.ts'
import { type Context, Invalid, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { da } from './messages.ts'
import { en } from './messages-en.ts'

type InMeeting = { caseId: number; meetingId: number }
type Way = { how: string; sector: string; closed: boolean; late: boolean }
/**
 * `write`: takes the minutes; `late`: after the family left, marked. `answers`: sectors in which a colleague says what they think of them.
 * `whole`: works with the whole case. `speak`: a member, and those they speak for.
 */
export type MinutesRights = { staff: boolean; write: boolean; late: boolean; answers: string[]; whole: boolean; speak: number[]; open: boolean }

/** As the sealed context says it; the record policies hold the same. */
export async function minutesRights(tx: Tx, ctx: Context, caseId: number): Promise<MinutesRights> {
  const { rows } = await sql<{ ways: Way[] | { how?: never } | null; whole: boolean; speak: number[] | null; open: boolean }>`select
    access.keys('create') -> ${String(caseId)}::text as ways, coalesce(${caseId} = any (access.ids('ledger')), false) as whole, access.ids('speak') as speak,
    coalesce(${caseId} = any (access.ids('speak_cases')), false) as open`.execute(tx)
  const r = rows[0]
  const staff = ctx.actor.kind === 'staff'
  const ways = staff && Array.isArray(r?.ways) ? r.ways : []
  const keeps = ways.filter((w) => w.how === 'project' || (w.how === 'assignment' && w.sector === 'coordination'))
  const write = keeps.some((w) => !w.closed || w.late)
  return {
    staff,
    write,
    late: write && keeps.every((w) => w.closed),
    answers: [...new Set(ways.flatMap((w) => (w.how === 'assignment' && (!w.closed || w.late) ? [w.sector] : [])))],
    whole: r?.whole === true,
    speak: r?.speak ?? [],
    open: staff || r?.open === true,
  }
}

/** Everybody for whom the meeting is there. */
export async function seesMeeting(tx: Tx, _ctx: Context, input: InMeeting): Promise<May> {
  if (!(await reachesCase(tx, input.caseId))) return 'not-found'
  return (await findMeeting(tx, input.caseId, input.meetingId)) ? true : 'not-found'
}
/** Who takes the minutes: the coordinators and the project manager; after closing of a meeting that was held before it (the access rules, case 23). */
export async function takesMinutes(tx: Tx, ctx: Context, input: InMeeting): Promise<May> {
  const sees = await seesMeeting(tx, ctx, input)
  if (sees !== true) return sees
  const rights = await minutesRights(tx, ctx, input.caseId)
  if (!rights.write) return false
  return !rights.late || heldBeforeClosing(tx, await theMeeting(tx, input))
}
async function heldBeforeClosing(tx: Tx, meeting: Meeting): Promise<boolean> {
  const closing = await tx
    .selectFrom('closure')
    .select('closed_at')
    .where('case_id', '=', meeting.caseId)
    .where('reopened_at', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return closing !== undefined && Date.parse(meeting.startsAt) <= Date.parse(closing.closed_at)
}

/** @throws NotFound */
export async function theMeeting(tx: Tx, { caseId, meetingId }: InMeeting): Promise<Meeting> {
  const found = await findMeeting(tx, caseId, meetingId)
  if (!found) throw new NotFound('meeting')
  return found
}

/** The columns of a record about a meeting, about those whom the meeting is about unless others are said. */
export const recordOf = (ctx: Context, meeting: Pick<Meeting, 'caseId' | 'subjects'>, subjects: readonly number[] = meeting.subjects, sector = 'coordination') => ({
  municipality_id: ctx.municipalityId,
  case_id: meeting.caseId,
  sector,
  category: 'meetings',
  visibility: 'family',
  subjects: [...subjects],
})

type Text = keyof typeof da.wrong
export const wrong = (field: string, text: Text): Invalid => new Invalid([{ field, message: { da: da.wrong[text], en: en.wrong[text] } }])
