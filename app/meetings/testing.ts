import { applyShippedPack } from '#app/intake/testing.ts'
import type { TestDatabase } from '#test/database.ts'
import { consent, insert, type World } from '#test/world.ts'
import { callMeeting } from './call-meeting.server.ts'
import type { Meeting } from './meeting.ts'

export const inDays = (n: number): string => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10)
/** The input of a meeting in three weeks. */
export const aMeeting = (w: Pick<World, 'caseId'>, over: Record<string, unknown> = {}) => ({
  caseId: w.caseId,
  kind: 'network-meeting',
  day: inDays(21),
  time: '13:00',
  minutes: '',
  place: 'Børnehuset',
  ...over,
})
export const called = (w: World, over: Record<string, unknown> = {}): Promise<Meeting> => callMeeting(w.ctxFor('coordinator'), aMeeting(w, over))
export async function prepareMeetings(t: TestDatabase, w: World, pack = 'hedensted'): Promise<void> {
  await applyShippedPack(t, w.municipalityId, pack)
  await t.owner.query('update project set pack = $2 where municipality_id = $1', [w.municipalityId, pack])
}

/** A shield between two, from long ago. */
export const shieldBetween = (t: TestDatabase, w: World, a: number, b: number): Promise<number> =>
  insert(t, 'shield', { municipality_id: w.municipalityId, case_id: w.caseId, person_a: a, person_b: b, valid_from: '2020-01-01', reason: 'vold', set_by: w.staff.coordinator })

/** The school may read these categories about everybody named; signed by Mette, and Jonas where he shares custody. */
export async function tellSchool(t: TestDatabase, w: World, categories: string[], people: number[]): Promise<void> {
  for (const subject of people) await consent(t, w, { subject, from: ['coordination'], to: ['education'], categories, signers: subject === w.people.ida && w.people.jonas ? [w.people.mette, w.people.jonas] : [w.people.mette] })
}
