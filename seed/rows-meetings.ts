import { createHash } from 'node:crypto'
import { itemAt } from '#app/catalogue/pack-item.ts'
import { instantAt } from '#app/platform/time/copenhagen.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { isWorkingDay } from '#app/platform/time/working-days.ts'
import { add, coordinatorKey, dayAgo, everyone, familyKeys, isAdult, type Making, personId, record, staffId } from './rows.ts'
import type { Key } from './story.ts'

/**
 * The usual meetings of a family that takes part: one held in autumn, one to come. Whoever a shield keeps apart from the home is in neither. Families
 * with meetings of their own (`rooms`) have those.
 */
export function meetingRows(w: Making): void {
  const { story } = w
  if ((story.rooms ?? []).length > 0 || story.closed || story.decided?.decision !== 'accepted' || (story.team ?? []).length === 0) return
  if (!(story.team ?? []).some((one) => one.role === 'coordinator' && one.until === undefined)) return
  const kind = w.place.municipalityId === 787 ? 'follow-up-meeting' : 'network-meeting'
  const n = Number(w.number.replace(/\D/g, '')) || 1
  const since = story.decided.ago
  if (since > 120) oneMeeting(w, { kind, ago: 75 + (n % 12), time: '13:00', held: true, step: 1 })
  if (n % 4 !== 3) oneMeeting(w, { kind, ago: -(9 + (n % 20)), time: ['09:00', '10:30', '13:00', '14:30'][n % 4] ?? '13:00', held: false, step: 2 })
}

function about(w: Making): Key[] {
  const apart = new Set((w.story.shields ?? []).flatMap((s) => [s.b]))
  const home = w.story.households[0]?.members ?? []
  return familyKeys(w.story).filter((key) => home.includes(key) && !apart.has(key))
}

type One = { kind: string; ago: number; time: string; held: boolean; step: number }
function oneMeeting(w: Making, one: One): void {
  const subjects = about(w)
  const adults = subjects.filter((key) => isAdult(w.story, key))
  const pack = itemAt(w.place.pack.meetingKinds, one.kind, w.today)
  if (!pack || adults.length === 0) return
  let day = dayAgo(w, one.ago)
  while (!isWorkingDay(day)) day = addDays(day, one.held ? -1 : 1)
  const starts = instantAt(day, one.time)
  const planned = one.held ? Math.max(one.ago + 21, 22) : 3
  const written = instantAt(dayAgo(w, planned), '09:10')
  const base = { ...record(w, { category: 'meetings', about: subjects, ago: planned, step: one.step }), household_shared: true, created_at: written }
  const id = w.ids.next('meeting')
  // of those to come a third waits for the family's yes, a third has it, a third is invited
  const stage = Number(w.number.replace(/\D/g, '')) % 3
  const asked = stage > 0
  add(w, 'meeting', {
    ...base,
    id,
    kind: one.kind,
    starts_at: starts,
    minutes: pack.minutes,
    place: w.place.municipalityId === 787 ? 'Klitbørnehaven, mødelokalet' : 'Børnehuset, det grønne lokale',
    uid: `${uidOf(w, one)}@helhed`,
    ...(!one.held && stage === 2 ? { invited_at: instantAt(dayAgo(w, 0), '07:30') } : {}),
    ...(one.held ? { invited_at: written, began_at: starts, ended_at: new Date(Date.parse(starts) + pack.minutes * 60_000).toISOString(), ended_by: staffId(w, coordinatorKey(w.story)) } : {}),
  })
  for (const key of adults) add(w, 'meeting_participant', { ...base, id: w.ids.next('meeting_participant'), meeting_id: id, person_id: personId(w, key) })
  const used = new Set<string>()
  for (const rule of pack.mustCome) {
    if (rule.who !== 'team') continue
    for (const helper of (w.story.team ?? []).filter((h) => rule.roles.includes(h.role) && h.until === undefined && !used.has(h.staff))) {
      used.add(helper.staff)
      add(w, 'meeting_participant', { ...base, id: w.ids.next('meeting_participant'), meeting_id: id, staff_id: staffId(w, helper.staff), required_by: rule.code })
    }
  }
  const points = pack.agenda.map((p) => ({ kind: p.kind, code: p.code, title: p.label.da }))
  for (const [i, point] of points.entries()) add(w, 'meeting_point', { ...base, id: w.ids.next('meeting_point'), meeting_id: id, position: (i + 1) * 10, ...point })
  const first = adults[0]
  if (!first || one.held || !asked) return
  add(w, 'meeting_point', {
    ...record(w, { category: 'meetings', about: subjects, ago: 2, step: 40 }),
    household_shared: true,
    id: w.ids.next('meeting_point'),
    meeting_id: id,
    position: 11,
    kind: 'own',
    title: 'Hvordan får vi ro om morgenen?',
    raised_by_person: personId(w, first),
    on_behalf_of_person: personId(w, first),
    on_behalf_channel: 'phone',
    on_behalf_on: dayAgo(w, 2),
  })
  add(w, 'meeting_yes', {
    ...record(w, { category: 'meetings', about: [first], ago: 1, step: 41 }),
    household_shared: true,
    id: w.ids.next('meeting_yes'),
    meeting_id: id,
    person_id: everyone(w, [first])[0],
    said_on: dayAgo(w, 1),
    on_behalf_of_person: personId(w, first),
    on_behalf_channel: 'phone',
    on_behalf_on: dayAgo(w, 1),
  })
}

function uidOf(w: Making, one: One): string {
  const hex = createHash('sha256').update(`${w.place.municipalityId} ${w.number} ${one.step} meeting`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
