import { createHash } from 'node:crypto'
import { instantAt } from '#app/platform/time/copenhagen.ts'
import { add, coordinatorKey, dayAgo, everyone, type Making, personId, record, staffId } from './rows.ts'
import type { Key } from './story.ts'

/** A meeting as it is led: today's is planned and can be begun; one that lies back was held, with what was said. */
export type RoomStory = {
  kind: string
  ago: number
  time: string
  place: string
  about: Key[]
  people: Key[]
  staff: Key[]
  outside?: { name: string; role: string; companionOf?: Key; sector?: string; how?: 'seat' | 'telephone' }[]
  points: { title: string; kind?: string; words?: string; by?: Key }[]
  /** What was said, by point (from 0) and by whose voice. */
  said?: { kind: 'voice' | 'works' | 'worries' | 'possible' | 'scale' | 'reflection' | 'decision'; words: string; value?: number; point?: number; who?: Key; about?: Key[] }[]
}

export function roomRows(w: Making): void {
  for (const [i, story] of (w.story.rooms ?? []).entries()) roomOf(w, story, i)
}

function roomOf(w: Making, story: RoomStory, step: number): void {
  const id = w.ids.next('meeting')
  const starts = instantAt(dayAgo(w, story.ago), story.time)
  const ends = new Date(Date.parse(starts) + 3_600_000).toISOString()
  const held = story.ago > 0
  const written = instantAt(dayAgo(w, story.ago + 14), '09:00')
  const about = { ...record(w, { category: 'meetings', about: story.about, ago: story.ago + 14, step }), household_shared: true, created_at: written }
  add(w, 'meeting', {
    ...about,
    id,
    kind: story.kind,
    starts_at: starts,
    minutes: 60,
    place: story.place,
    uid: `${keyOf(w, story, 'uid')}@helhed`,
    sequence: 0,
    invited_at: written,
    ...(held ? { began_at: starts, ended_at: ends, ended_by: staffId(w, coordinatorKey(w.story)) } : {}),
  })
  const parts = new Map<string, number>()
  const part = (key: string, row: Record<string, unknown>) => {
    const participant = w.ids.next('meeting_participant')
    parts.set(key, participant)
    add(w, 'meeting_participant', { ...about, id: participant, meeting_id: id, ...row })
  }
  for (const key of story.people) part(key, { person_id: personId(w, key) })
  for (const key of story.staff) part(key, { staff_id: staffId(w, key) })
  for (const o of story.outside ?? [])
    part(o.name, { outside_name: o.name, outside_role: o.role, of_sector: o.sector ?? null, how: o.how ?? 'seat', companion_of: o.companionOf ? personId(w, o.companionOf) : null })
  const points = story.points.map((p, i) => {
    const point = w.ids.next('meeting_point')
    add(w, 'meeting_point', { ...about, id: point, meeting_id: id, position: i + 1, kind: p.kind ?? 'fixed', title: p.title, words: p.words ?? '', raised_by_person: p.by ? personId(w, p.by) : null })
    return point
  })
  if (!held) return
  add(w, 'meeting_room', { id: w.ids.next('meeting_room'), case_id: w.caseId, meeting_id: id, key: keyOf(w, story, 'room'), pulse: 1, opened_at: starts, over: true })
  for (const participant of parts.values())
    add(w, 'room_presence', { ...about, id: w.ids.next('room_presence'), meeting_id: id, participant_id: participant, came_at: starts, left_at: ends, created_at: starts })
  for (const [i, s] of (story.said ?? []).entries()) {
    const who = s.who ? parts.get(s.who) : undefined
    const own = s.who !== undefined && s.who in w.people
    add(w, 'room_note', {
      ...about,
      subjects: everyone(w, s.about ?? story.about),
      created_at: new Date(Date.parse(starts) + i * 120_000).toISOString(),
      id: w.ids.next('room_note'),
      meeting_id: id,
      point_id: s.point === undefined ? null : (points[s.point] ?? null),
      participant_id: who ?? null,
      kind: s.kind,
      words: s.words,
      value: s.value ?? null,
      key: keyOf(w, story, `note ${i}`),
      ...(own && s.who ? { on_behalf_of_person: personId(w, s.who), on_behalf_channel: 'in-person', on_behalf_on: dayAgo(w, story.ago) } : {}),
    })
  }
}

/** The same key at every seeding, so that pictures and tests find it again. */
function keyOf(w: Making, story: RoomStory, what: string): string {
  const hex = createHash('sha256').update(`${w.place.municipalityId} ${w.number} ${story.ago} ${what}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
