import { type Selectable, sql } from 'kysely'
import type { Tx } from '#app/platform/db.server.ts'
import type { Tables } from '#app/platform/tables.ts'
import type { CancelReason, How, Meeting, Participant, Point, PointKind, Serves, Shield, Yes } from './meeting.ts'

/* Reads of meetings. Row-level security gives only what the reader may see now; nothing here narrows by right again. */

export const asMeeting = (r: Selectable<Tables['meeting']>): Meeting => ({
  id: r.id,
  revision: r.revision,
  caseId: r.case_id,
  shelfId: r.shelf_id,
  subjects: r.subjects,
  kind: r.kind,
  startsAt: r.starts_at,
  minutes: r.minutes,
  place: r.place,
  videoLink: r.video_link,
  note: r.note,
  serves: r.serves as Serves[],
  seriesId: r.series_id,
  uid: r.uid,
  sequence: r.sequence,
  invitedAt: r.invited_at,
  cancelledAt: r.cancelled_at,
  cancelledReason: r.cancelled_reason as CancelReason | null,
  cancelledWords: r.cancelled_words,
  beganAt: r.began_at,
  endedAt: r.ended_at,
  endedBy: r.ended_by,
})

/** Every meeting of the case that the reader may know of, cancelled ones too; the latest first. */
export async function meetingsOf(tx: Tx, caseId: number): Promise<Meeting[]> {
  const rows = await tx.selectFrom('meeting').selectAll().where('case_id', '=', caseId).where('replaced_by', 'is', null).orderBy('starts_at', 'desc').orderBy('id', 'desc').execute()
  return rows.map(asMeeting)
}
export async function findMeeting(tx: Tx, caseId: number, meetingId: number): Promise<Meeting | null> {
  const row = await tx.selectFrom('meeting').selectAll().where('id', '=', meetingId).where('case_id', '=', caseId).where('replaced_by', 'is', null).executeTakeFirst()
  return row ? asMeeting(row) : null
}
/** Meetings that are to come or go on now, of these cases or of all that the reader reaches; the soonest first. */
export async function nextMeetings(tx: Tx, caseIds?: readonly number[]): Promise<Meeting[]> {
  if (caseIds?.length === 0) return []
  const rows = await tx
    .selectFrom('meeting')
    .selectAll()
    .$if(caseIds !== undefined, (q) => q.where('case_id', 'in', [...(caseIds ?? [])]))
    .where('replaced_by', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('ended_at', 'is', null)
    .where(sql<boolean>`starts_at + make_interval(mins => minutes) >= access.who('at')::timestamptz or began_at > access.who('at')::timestamptz - interval '1 day'`)
    .orderBy('starts_at')
    .orderBy('id')
    .execute()
  return rows.map(asMeeting)
}

const behalfOf = (r: { on_behalf_of_person: number | null; on_behalf_channel: string | null; on_behalf_on: string | null }) =>
  r.on_behalf_of_person !== null && r.on_behalf_channel !== null && r.on_behalf_on !== null
    ? { personId: r.on_behalf_of_person, channel: r.on_behalf_channel, on: r.on_behalf_on }
    : null

/** Who takes part, withdrawn ones too (`withdrawnAt`); in the order they were added. Only of meetings that the reader may know of. */
export async function participantsOf(tx: Tx, meetingIds: readonly number[]): Promise<Participant[]> {
  if (meetingIds.length === 0) return []
  const rows = await tx
    .selectFrom('meeting_participant as p')
    .innerJoin('meeting as m', (j) => j.onRef('m.municipality_id', '=', 'p.municipality_id').onRef('m.id', '=', 'p.meeting_id'))
    .leftJoin('person as f', (j) => j.onRef('f.municipality_id', '=', 'p.municipality_id').onRef('f.id', '=', 'p.person_id'))
    .leftJoin('staff as s', (j) => j.onRef('s.municipality_id', '=', 'p.municipality_id').onRef('s.id', '=', 'p.staff_id'))
    .selectAll('p')
    .select(['f.first_name', 's.name as staff_name'])
    .where('p.meeting_id', 'in', [...meetingIds])
    .where('p.replaced_by', 'is', null)
    .orderBy('p.id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    revision: r.revision,
    meetingId: r.meeting_id,
    shelfId: r.shelf_id,
    subjects: r.subjects,
    personId: r.person_id,
    staffId: r.staff_id,
    outside: r.outside_name === null ? null : { name: r.outside_name, role: r.outside_role, address: r.outside_address, sector: r.of_sector ?? '' },
    name: r.outside_name ?? r.staff_name ?? r.first_name ?? '',
    how: r.how as How,
    requiredBy: r.required_by,
    wishedBy: r.wished_by,
    companionOf: r.companion_of,
    interpreterFor: r.interpreter_for,
    bookedOn: r.booked_on,
    bookedWith: r.booked_with,
    worksWith: r.works_with,
    slot: r.slot_from !== null && r.slot_minutes !== null ? { from: r.slot_from, minutes: r.slot_minutes } : null,
    contribution: r.contribution,
    contributedOn: r.contributed_on,
    withdrawnAt: r.withdrawn_at,
    withdrawnReason: r.withdrawn_reason,
    onBehalf: behalfOf(r),
    authorStaffId: r.author_staff_id,
    authorPersonId: r.author_person_id,
  }))
}
/** Those who still take part. */
export const takingPart = (all: readonly Participant[]): Participant[] => all.filter((p) => p.withdrawnAt === null)

/** The agenda as it stands, in its order; what was taken off is left out. */
export async function agendaOf(tx: Tx, meetingIds: readonly number[]): Promise<Point[]> {
  if (meetingIds.length === 0) return []
  const rows = await tx
    .selectFrom('meeting_point as p')
    .innerJoin('meeting as m', (j) => j.onRef('m.municipality_id', '=', 'p.municipality_id').onRef('m.id', '=', 'p.meeting_id'))
    .selectAll('p')
    .where('p.meeting_id', 'in', [...meetingIds])
    .where('p.replaced_by', 'is', null)
    .where('p.dropped_at', 'is', null)
    .orderBy('p.position')
    .orderBy('p.id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    revision: r.revision,
    meetingId: r.meeting_id,
    shelfId: r.shelf_id,
    subjects: r.subjects,
    position: r.position,
    kind: r.kind as PointKind,
    code: r.code,
    title: r.title,
    words: r.words,
    minutes: r.minutes,
    raisedByPerson: r.raised_by_person,
    raisedByStaff: r.raised_by_staff,
    carriedFrom: r.carried_from,
    createdAt: r.created_at,
    onBehalf: behalfOf(r),
    authorStaffId: r.author_staff_id,
    authorPersonId: r.author_person_id,
  }))
}

/** The yeses that stand, the newest of each member. */
export async function yesesOf(tx: Tx, meetingIds: readonly number[]): Promise<Yes[]> {
  if (meetingIds.length === 0) return []
  const rows = await tx
    .selectFrom('meeting_yes')
    .selectAll()
    .where('meeting_id', 'in', [...meetingIds])
    .where('replaced_by', 'is', null)
    .where('undone', '=', false)
    .orderBy('id')
    .execute()
  const newest = new Map(rows.map((r) => [`${r.meeting_id}.${r.person_id}`, r]))
  return [...newest.values()].map((r) => {
    const b = behalfOf(r)
    return { id: r.id, meetingId: r.meeting_id, shelfId: r.shelf_id, personId: r.person_id, saidOn: r.said_on, createdAt: r.created_at, onBehalf: b && { channel: b.channel, on: b.on } }
  })
}

/** Shields in force in the case on that day; known to staff of the case only. */
export async function shieldsOf(tx: Tx, caseId: number, today: string): Promise<Shield[]> {
  const rows = await tx
    .selectFrom('shield')
    .select(['person_a', 'person_b'])
    .where('case_id', '=', caseId)
    .where('lifted_at', 'is', null)
    .where(sql<boolean>`access.within(${today}::date, valid_from, valid_until)`)
    .execute()
  return rows.map((r) => ({ a: r.person_a, b: r.person_b }))
}
