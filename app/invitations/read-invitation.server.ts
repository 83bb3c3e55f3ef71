import { sql } from 'kysely'
import { z } from 'zod'
import { query, reachesCase } from '#app/platform/command.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { type CalendarEvent, calendarFile } from '#app/platform/messages/calendar-file.ts'
import { eventFor, timeOf } from './compose.ts'
import type { AnswerState, Preparation, Told, WayToCome } from './invitation.ts'
import { answersOf, contactOf, firstNames, preparationsOf } from './queries.server.ts'
import { isMine } from './prepare-meeting.server.ts'

export type Place = {
  participantId: number
  personId: number | null
  staffId: number | null
  name: string
  how: WayToCome
  slot: { from: string; minutes: number } | null
  mine: boolean
  answer: AnswerState | null
}
export type InvitationPage = {
  caseId: number
  today: string
  meeting: { id: number; shelfId: number; subjects: number[]; startsAt: string; minutes: number; place: string; videoLink: string; cancelled: boolean; invited: boolean }
  /** Answers and preparations are still taken. */
  open: boolean
  places: Place[]
  told: Told | null
  preparations: (Preparation & { mine: boolean })[]
  /** Of whom one may write; for a member themselves and the children they speak for. */
  people: { id: number; name: string }[]
  contact: { name: string; phone: string } | null
  may: { onBehalf: boolean; prepare: boolean; staff: boolean }
}
const id = z.coerce.number().int().positive()

/** Who answered what, one's own place, and the preparations one may read. */
export const readInvitation = query({
  event: 'invitations.read',
  input: z.object({ caseId: id, meetingId: id }),
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) => ((ctx.actor.kind === 'staff' || ctx.actor.kind === 'member') && (await reachesCase(tx, caseId)) ? true : 'not-found'),
  run: (tx, ctx, { caseId, meetingId }) => invitationPage(tx, ctx, caseId, meetingId),
  concerns: ({ caseId }, d) => ({
    caseId,
    personIds: [...d.meeting.subjects, ...d.preparations.flatMap((p) => p.subjects)],
    shelfIds: [d.meeting.shelfId, ...d.preparations.map((p) => p.shelfId), ...d.places.flatMap((p) => p.answer?.detail?.shelfId ?? [])],
    details: { meeting: d.meeting.id },
  }),
})

async function invitationPage(tx: Tx, ctx: Context, caseId: number, meetingId: number): Promise<InvitationPage> {
  const m = await tx.selectFrom('meeting').selectAll().where('id', '=', meetingId).where('case_id', '=', caseId).executeTakeFirst()
  if (!m) throw new NotFound('meeting')
  const places = await placesOf(tx, ctx, meetingId)
  const { rows } = await sql<{ change: boolean; speak: number[] }>`select coalesce(${m.shelf_id} = any (access.ids('change')), false) as change, coalesce(access.ids('speak'), '{}') as speak`.execute(tx)
  const staff = ctx.actor.kind === 'staff'
  const about = staff ? m.subjects : (rows[0]?.speak ?? []).filter((one) => one === ctx.actor.id || m.subjects.includes(one))
  const names = await firstNames(tx, about)
  const open = m.cancelled_at === null && m.ended_at === null
  const own = places.find((p) => p.mine && (staff || p.personId === ctx.actor.id))
  return {
    caseId,
    today: ctx.today,
    meeting: { id: m.id, shelfId: m.shelf_id, subjects: m.subjects, startsAt: new Date(m.starts_at).toISOString(), minutes: m.minutes, place: m.place, videoLink: m.video_link, cancelled: m.cancelled_at !== null, invited: m.invited_at !== null },
    open,
    places,
    told: own?.answer?.told ?? places.find((p) => p.answer)?.answer?.told ?? null,
    preparations: (await preparationsOf(tx, meetingId)).map((p) => ({ ...p, mine: isMine(ctx, p) })),
    people: about.flatMap((one) => (names.has(one) ? [{ id: one, name: names.get(one) ?? '' }] : [])),
    contact: await contactOf(tx, caseId, ctx.today),
    may: { onBehalf: staff && open && rows[0]?.change === true, prepare: open && own !== undefined, staff },
  }
}

async function placesOf(tx: Tx, ctx: Context, meetingId: number): Promise<Place[]> {
  const rows = await tx
    .selectFrom('meeting_participant as p')
    .leftJoin('person as q', (j) => j.onRef('q.id', '=', 'p.person_id').onRef('q.municipality_id', '=', 'p.municipality_id'))
    .leftJoin('staff as s', (j) => j.onRef('s.id', '=', 'p.staff_id').onRef('s.municipality_id', '=', 'p.municipality_id'))
    .select(['p.id', 'p.person_id', 'p.staff_id', 'p.how', 'p.slot_from', 'p.slot_minutes', sql<string>`coalesce(p.outside_name, s.name, q.first_name, '')`.as('name'), sql<boolean>`case when ${ctx.actor.kind} = 'staff' then p.staff_id = ${ctx.actor.id} else p.person_id = any (access.ids('speak')) end`.as('mine')])
    .where('p.meeting_id', '=', meetingId)
    .where('p.withdrawn_at', 'is', null)
    .where('p.replaced_by', 'is', null)
    .where('p.interpreter_for', 'is', null)
    .where('p.works_with', 'is', null)
    .orderBy('p.id')
    .execute()
  const answers = new Map((await answersOf(tx, [meetingId])).map((a) => [a.participantId, a]))
  return rows.map((r) => ({
    participantId: r.id,
    personId: r.person_id,
    staffId: r.staff_id,
    name: r.name,
    how: r.how as WayToCome,
    slot: r.slot_from !== null && r.slot_minutes !== null ? { from: r.slot_from, minutes: r.slot_minutes } : null,
    mine: r.mine === true,
    answer: answers.get(r.id) ?? null,
  }))
}

/** One's own meeting as a file for the calendar on one's phone; the same as the feed shows. @throws NotFound without a place at it */
export const readCalendarFile = query({
  event: 'invitations.read-file',
  input: z.object({ caseId: id, meetingId: id }),
  case: ({ caseId }) => caseId,
  may: async (tx, _ctx, { caseId }) => (await reachesCase(tx, caseId)) || 'not-found',
  async run(tx, ctx, { caseId, meetingId }) {
    const d = await invitationPage(tx, ctx, caseId, meetingId)
    const place = d.places.find((p) => p.mine)
    if (!place) throw new NotFound('participant')
    const row = await tx.selectFrom('meeting').select(['uid', 'sequence']).where('id', '=', meetingId).executeTakeFirstOrThrow()
    const { rows } = await sql<{ ids: number[] }>`select access.quiet_meetings(${[meetingId]}::bigint[]) as ids`.execute(tx)
    const sequence = await tx.selectFrom('invitation').select('sequence').where('participant_id', '=', place.participantId).executeTakeFirst()
    const recipient = { locale: ctx.locale, quiet: (rows[0]?.ids ?? []).length > 0, token: null, page: d.may.staff ? '/moeder' : `/min/moeder/${meetingId}` }
    const event: CalendarEvent = eventFor({ ...d.meeting, uid: row.uid }, timeOf(d.meeting, place), sequence?.sequence ?? row.sequence, recipient, d.meeting.cancelled)
    return { shelfId: d.meeting.shelfId, subjects: d.meeting.subjects, event, now: ctx.now }
  },
  concerns: ({ caseId, meetingId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { meeting: meetingId } }),
})

/** The file as an answer to a browser. */
export const asFile = (event: CalendarEvent, now: string): Response =>
  new Response(calendarFile({ method: 'PUBLISH', events: [event], stamp: now }), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': 'attachment; filename="moede.ics"', 'Cache-Control': 'no-store' },
  })
