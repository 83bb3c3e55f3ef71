import { toldBy } from '#app/invitations/compose.ts'
import type { Row } from './database.ts'
import { add, coordinatorKey, type Making, record, staffId } from './rows.ts'

/** Who was invited to the meetings and what they answered; a preparation for those to come. */
export function invitationRows(w: Making): void {
  for (const meeting of w.rows.meeting) {
    const places = w.rows.meeting_participant.filter((p) => p['meeting_id'] === meeting['id'] && !p['withdrawn_at'] && !p['interpreter_for'] && !p['works_with'])
    if (meeting['invited_at']) for (const [n, place] of places.entries()) invited(w, meeting, place, n)
    if (!meeting['ended_at'] && !meeting['began_at'] && !meeting['cancelled_at']) prepared(w, meeting, places)
  }
}

/** Of four people three come; the fourth has not answered when the meeting is still to come. */
function invited(w: Making, meeting: Row, place: Row, n: number): void {
  const held = Boolean(meeting['ended_at'])
  const answer = held || n % 4 !== 3 ? 'coming' : null
  const sent = String(meeting['invited_at'])
  add(w, 'invitation', {
    id: w.ids.next('invitation'),
    case_id: meeting['case_id'],
    meeting_id: meeting['id'],
    participant_id: place['id'],
    channel: place['staff_id'] ? 'email' : 'letter',
    method: 'request',
    sequence: 0,
    state: `${new Date(String(meeting['starts_at'])).toISOString()} ${String(meeting['minutes'])} demo`,
    told: toldBy(w.place.pack, w.today, { kind: String(meeting['kind']), serves: servesOf(meeting) }, (place['required_by'] as string | undefined) ?? null),
    planned_at: sent,
    answer,
    answered_at: answer ? sent : null,
  })
}
const servesOf = (meeting: Row): { code: string; personId: number | null; due: string | null }[] => {
  const serves = meeting['serves']
  return typeof serves === 'string' ? (JSON.parse(serves) as []) : Array.isArray(serves) ? (serves as []) : []
}

/** The coordinator's own, when they have a place. */
function prepared(w: Making, meeting: Row, places: readonly Row[]): void {
  const me = staffId(w, coordinatorKey(w.story))
  const place = places.find((p) => p['staff_id'] === me)
  if (!place) return
  add(w, 'meeting_preparation', {
    ...record(w, { category: 'meetings', about: [], ago: 1, step: 43 }),
    subjects: meeting['subjects'],
    household_shared: true,
    id: w.ids.next('meeting_preparation'),
    meeting_id: meeting['id'],
    participant_id: place['id'],
    well: 'I har holdt fast i de faste aftener, og det kan mærkes.',
    worries: 'Der er mange møder i december. Det må ikke tage kræfterne.',
    offer: 'Jeg kan tage med til det første møde i januar.',
  })
}
