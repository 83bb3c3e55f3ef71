import type pg from 'pg'
import { draftFrom } from '#app/minutes/draft.ts'
import { minutesTexts } from '#app/minutes/words.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import type { Row } from './database.ts'
import { add, type Making } from './rows.ts'

/** What is usually said, by where the point stands; a point that has no room notes gets these. */
const SAID = [
  'Morgenerne går bedre. Der er mad på bordet hver dag, og børnene kommer af sted uden skænderi tre dage ud af fem.',
  'Vi talte om, hvad der gør onsdagen svær. Den begynder tidligt, og der er langt til arbejde.',
  'Skolen har flyttet en time, så der er tid til at spise først.',
]

/** Minutes of every meeting that was held some days ago: points, the version that was sent, to whom, and what they said to it. */
export function minutesRows(w: Making): void {
  for (const [n, meeting] of w.rows.meeting.entries()) {
    const held = meeting['ended_at'] ? copenhagenDay(String(meeting['starts_at'])) : null
    if (held !== null && !meeting['cancelled_at'] && addDays(held, 2) < w.today) oneMinutes(w, meeting, held, n)
  }
}

function oneMinutes(w: Making, meeting: Row, held: string, n: number): void {
  const of = (rows: readonly Row[]) => rows.filter((r) => r['meeting_id'] === meeting['id'])
  const participants = of(w.rows.meeting_participant)
  const id = w.ids.next('minutes')
  const subjects = meeting['subjects'] as number[]
  const written = addDays(held, 1)
  const record = {
    case_id: w.caseId,
    sector: 'coordination',
    category: 'meetings',
    visibility: 'family',
    household_shared: true,
    subjects,
    author_staff_id: meeting['author_staff_id'],
    created_at: `${written}T09:30:00Z`,
  }
  add(w, 'minutes', { ...record, id, meeting_id: meeting['id'], took_part: participants.filter((p) => !p['interpreter_for']).map((p) => p['id']) })
  const points = pointsOf(w, meeting).map((p, i) => {
    const point = w.ids.next('minutes_point')
    add(w, 'minutes_point', { ...record, subjects: p.subjects, id: point, minutes_id: id, position: (i + 1) * 10, kind: p.kind, title: p.title, words: p.words })
    return point
  })
  const version = w.ids.next('minutes_version')
  add(w, 'minutes_version', { ...record, id: version, minutes_id: id, number: 1, made_on: written })
  for (const point of points) add(w, 'minutes_version_point', { case_id: w.caseId, version_id: version, point_id: point, revision: 1 })
  for (const p of participants.filter((one) => !one['interpreter_for']))
    add(w, 'minutes_sent', { ...record, id: w.ids.next('minutes_sent'), version_id: version, participant_id: p['id'], sent_on: written, how: p['outside_name'] ? 'paper' : 'notice' })
  answers(w, { record, version, n, people: participants.flatMap((p) => (p['person_id'] && subjects.includes(Number(p['person_id'])) ? [Number(p['person_id'])] : [])), on: addDays(held, 2) })
}

/** Grown-ups of the home answer: the first confirms, every third family has somebody who disagrees and has shown it. */
function answers(w: Making, { record, version, n, people, on }: { record: Row; version: number; n: number; people: number[]; on: string }): void {
  const grown = people.filter((id) => (w.story.people[Object.entries(w.people).find(([, one]) => one === id)?.[0] ?? '']?.age ?? 0) >= 18)
  const family = Number(w.number.replace(/\D/g, '')) || 1
  for (const [i, person] of grown.slice(0, 2).entries()) {
    const disagrees = i === 1 && (family + n) % 3 === 0
    add(w, 'minutes_answer', {
      ...record,
      author_staff_id: undefined,
      author_person_id: person,
      subjects: [person],
      created_at: `${on}T18:1${i}:00Z`,
      id: w.ids.next('minutes_answer'),
      version_id: version,
      person_id: person,
      answer: disagrees ? 'disagree' : 'confirmed',
      words: disagrees ? 'Jeg synes, vi også talte om weekenderne. Det mangler.' : '',
      released_at: disagrees ? `${on}T18:30:00Z` : null,
    })
  }
}

function pointsOf(w: Making, meeting: Row) {
  const m = minutesTexts('da')
  const of = (rows: readonly Row[]) => rows.filter((r) => r['meeting_id'] === meeting['id'])
  const participants = of(w.rows.meeting_participant)
  const people = Object.entries(w.people)
  const staff = Object.values(w.place.staff)
  const nameOf = (id: number | null): string => {
    const p = participants.find((one) => one['id'] === id)
    const person = people.find(([, one]) => one === p?.['person_id'])?.[0]
    return p ? String(p['outside_name'] ?? staff.find((s) => s.id === p['staff_id'])?.name ?? w.story.people[person ?? '']?.name ?? '') : ''
  }
  const agenda = of(w.rows.meeting_point)
    .toSorted((a, b) => Number(a['position']) - Number(b['position']))
    .map((p) => ({ id: Number(p['id']), title: String(p['title']), kind: String(p['kind']) as 'fixed', subjects: p['subjects'] as number[] }))
  const notes = of(w.rows.room_note).map((n) => ({
    kind: String(n['kind']) as 'voice',
    words: String(n['words']),
    value: n['value'] === null || n['value'] === undefined ? null : Number(n['value']),
    pointId: n['point_id'] ? Number(n['point_id']) : null,
    participantId: n['participant_id'] ? Number(n['participant_id']) : null,
    subjects: n['subjects'] as number[],
  }))
  const subjects = meeting['subjects'] as number[]
  const draft = draftFrom({ agenda, notes, nameOf, decides: false, subjects, m })
  if (notes.length > 0) return draft.filter((p) => p.words !== '')
  const said = draft.slice(0, SAID.length).map((p, i) => ({ ...p, kind: p.kind === 'child' ? ('child' as const) : p.kind, words: p.kind === 'child' ? 'Jeg vil gerne have, at vi spiser sammen' : (SAID[i] ?? '') }))
  return [...said, { kind: 'reflection' as const, title: '', words: 'Skal vi prøve uden bil en uge?', subjects }]
}

/** A version lists a point with the shelf it lies on, which the database chose. */
export async function insertMinutesPoints(client: pg.ClientBase, rows: readonly Row[]): Promise<void> {
  await client.query(
    `insert into minutes_version_point (municipality_id, case_id, version_id, point_id, revision, shelf_id)
    select p.municipality_id, p.case_id, p.version_id, p.point_id, p.revision, x.shelf_id
      from jsonb_populate_recordset(null::minutes_version_point, $1) p join minutes_point x on x.municipality_id = p.municipality_id and x.id = p.point_id`,
    [JSON.stringify(rows)],
  )
}
