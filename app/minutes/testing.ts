import type { TestDatabase } from '#test/database.ts'
import { insert, type World } from '#test/world.ts'

/** For tests: a meeting that was held two hours ago, with its participants, an agenda and what was said in the room. Written as the owner. */
export async function aHeldMeeting(
  t: TestDatabase,
  w: Pick<World, 'municipalityId' | 'caseId' | 'people' | 'staff'>,
  opts: { subjects?: number[]; kind?: string; hoursAgo?: number } = {},
) {
  const subjects = opts.subjects ?? [w.people.mette, w.people.ida]
  const record = { municipality_id: w.municipalityId, case_id: w.caseId, sector: 'coordination', category: 'meetings', visibility: 'family', subjects }
  const began = new Date(Date.now() - (opts.hoursAgo ?? 2) * 3_600_000).toISOString()
  const ended = new Date(Date.parse(began) + 3_600_000).toISOString()
  const meetingId = await insert(t, 'meeting', { ...record, kind: opts.kind ?? 'network-meeting', starts_at: began, minutes: 60, uid: `m${Math.random()}`, began_at: began, ended_at: ended })
  const participant = (more: Record<string, unknown>) => insert(t, 'meeting_participant', { ...record, meeting_id: meetingId, ...more })
  const participants = {
    mette: await participant({ person_id: w.people.mette }),
    coordinator: await participant({ staff_id: w.staff.coordinator, required_by: 'coordinator' }),
    teacher: await participant({ staff_id: w.staff.teacher }),
    interpreter: await participant({ outside_name: 'Tolk', interpreter_for: w.people.mette, of_sector: 'civil-society' }),
    ...(w.people.jonas ? { jonas: await participant({ person_id: w.people.jonas }) } : {}),
  }
  const point = (title: string, position: number, kind = 'fixed') => insert(t, 'meeting_point', { ...record, meeting_id: meetingId, position, kind, title })
  const points = { morning: await point('Morgenen', 10), child: await point('Barnets stemme', 20, 'child') }
  let key = 0
  const note = (more: Record<string, unknown>) =>
    insert(t, 'room_note', { ...record, meeting_id: meetingId, key: `00000000-0000-4000-8000-${String(meetingId * 1000 + ++key).padStart(12, '0')}`, ...more })
  return { meetingId, participants, points, note, record }
}
