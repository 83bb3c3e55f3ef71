import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach } from 'vitest'
import { applyShippedPack } from '#app/catalogue/testing.ts'
import type { StaffName } from '#test/world.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aHome, assign, auditRows, aWorld, consent, insert, type World } from '#test/world.ts'
import { startRoom } from './start-room.server.ts'
import { writeNote } from './write-note.server.ts'
import { readWall } from './read-wall.server.ts'

export type Who = StaffName | 'mette' | 'ida' | 'jonas'

/** A family with a meeting of today: Mette, Ida, the coordinator, the teacher and a friend of Mette's take part. Written as the owner. */
export function roomWorld(kind = 'network-meeting') {
  let t: TestDatabase
  let world: World
  let other: World
  let w: World
  let meetingId: number
  let parts: Record<'mette' | 'ida' | 'coordinator' | 'teacher' | 'friend' | 'doctor' | 'interpreter', number>
  beforeAll(async () => {
    t = await createTestDatabase()
    world = await aWorld(t)
    other = await aWorld(t, { municipality: 787 })
    for (const [code, m] of [['hedensted', 766], ['thisted', 787]] as const) await applyShippedPack(t, m, code)
  })
  beforeEach(async () => {
    w = await aHome(t, world, { jonas: 'shared' })
    meetingId = await aMeeting()
    const part = (row: Record<string, unknown>) => insert(t, 'meeting_participant', { ...record(), meeting_id: meetingId, ...row })
    parts = {
      mette: await part({ person_id: w.people.mette }),
      ida: await part({ person_id: w.people.ida }),
      coordinator: await part({ staff_id: w.staff.coordinator }),
      teacher: await part({ staff_id: w.staff.teacher }),
      friend: await part({ outside_name: 'Pia', companion_of: w.people.mette }),
      doctor: await part({ outside_name: 'Dr. Lund', of_sector: 'general-practice', how: 'telephone' }),
      interpreter: await part({ outside_name: 'Tolken', interpreter_for: w.people.mette }),
    }
  })
  const record = (subjects = [w.people.mette, w.people.ida]) => ({
    municipality_id: w.municipalityId,
    case_id: w.caseId,
    sector: 'coordination',
    category: 'meetings',
    visibility: 'family',
    subjects,
    author_staff_id: w.staff.coordinator,
  })
  const aMeeting = () => insert(t, 'meeting', { ...record(), kind, starts_at: new Date().toISOString(), minutes: 60, uid: `${randomUUID()}@helhed` })
  const edit = (over: Record<string, unknown> = {}) => ({ caseId: w.caseId, meetingId, key: randomUUID(), ...over })
  const start = (here: (keyof typeof parts)[] = ['mette', 'coordinator'], who: Who = 'coordinator') => startRoom(w.ctxFor(who), edit({ present: here.map((h) => parts[h]) }))
  const write = (over: Record<string, unknown> = {}, who: Who = 'coordinator') => {
    const key = randomUUID()
    return writeNote(w.ctxFor(who), edit({ key, noteKey: key, kind: 'works', words: 'Vi spiser sammen hver dag', ...over }))
  }
  const wall = async (who: Who = 'coordinator') => (await readWall(w.ctxFor(who), { caseId: w.caseId, meetingId })).page
  const said = async (who: Who = 'coordinator') => (await wall(who)).notes.map((n) => n.words)
  /** Complete consents of the coordination to a sector, for Mette and Ida. */
  const shared = (to = 'education', categories = ['meetings']) =>
    Promise.all(
      [w.people.mette, w.people.ida].map((subject) =>
        consent(t, w, { subject, from: ['coordination'], to: [to], categories, signers: subject === w.people.ida ? [w.people.mette, w.people.jonas] : [w.people.mette] }),
      ),
    )
  const mine = (event: string) => auditRows(t, event).then((rows) => rows.filter((r) => r.case_id === w.caseId))
  return {
    get t() { return t },
    get w() { return w },
    get other() { return other },
    get meetingId() { return meetingId },
    get parts() { return parts },
    record, aMeeting, edit, start, write, wall, said, shared, mine,
    assign: (who: StaffName) => assign(t, w, w.caseId, who),
  }
}
