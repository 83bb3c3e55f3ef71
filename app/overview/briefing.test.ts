import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { applyShippedPack } from '#app/catalogue/testing.ts'
import { Conflict, Forbidden, NotFound } from '#app/platform/context.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aFamily, assign, auditRows, aWorld, type Family, insert, type StaffName, type World } from '#test/world.ts'
import { worriesOf } from './briefing.ts'
import { holdBriefing, takeBackBriefing } from './hold-briefing.server.ts'
import { readBriefing } from './read-briefing.server.ts'

let t: TestDatabase
let w: World
let other: World
let one: Family
let two: Family
const today = new Date().toISOString().slice(0, 10)
beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t, { assigned: [], name: 'Berg' })
  other = await aWorld(t, { municipality: 787, assigned: ['coordinator'] })
  await applyShippedPack(t, 766, 'hedensted')
  one = await aFamily(t, w, { assigned: ['coordinator', 'coordinator2'], name: 'Sørensen' })
  two = await aFamily(t, w, { assigned: ['coordinator', 'teacher'], name: 'Hemmelig' })
  const record = { municipality_id: 766, sector: 'coordination', visibility: 'family' }
  for (const family of [one, two]) {
    const of = { ...record, case_id: family.caseId, subjects: [family.people.mette] }
    await insert(t, 'agreement', { ...of, category: 'agreements', what: 'Ring', owner_staff: w.staff.coordinator, due_on: addDays(today, -3) })
    await insert(t, 'meeting', { ...of, category: 'meetings', kind: 'follow-up-meeting', starts_at: `${addDays(today, 9)}T12:00:00Z`, minutes: 60, uid: `b-${family.caseId}` })
    await insert(t, 'goal', { ...of, category: 'plan', title: 'Ro om morgenen', kind: 'own', level: 1 })
    await insert(t, 'goal', { ...of, category: 'plan', visibility: 'private', title: 'Mit eget', kind: 'own', level: 1, author_staff_id: w.staff.coordinator })
  }
})
const read = (who: StaffName, more: object = {}) => readBriefing(w.ctxFor(who), { projectId: '', since: '', ...more })
const names = async (who: StaffName, more: object = {}) => (await read(who, more)).lines.map((x) => x.name)

test('KOO-12: one line for each family: what changed, what comes, what is late', async () => {
  const { lines, since } = await read('coordinator')
  expect(since).toBe(addDays(today, -14))
  expect(lines.find((x) => x.name === 'Sørensen')).toMatchObject({
    coordinator: 'Anna Holm',
    changes: [{ kind: 'goal', n: 1 }, { kind: 'agreement', n: 1 }, { kind: 'called', n: 1 }],
    meeting: { day: addDays(today, 9) },
    open: 1,
    late: 1,
    worries: ['no-plan', 'agreements-late'],
  })
  expect((await read('coordinator', { since: addDays(today, 1) })).lines[0]?.changes).toEqual([])
  const rows = (await auditRows(t, 'overview.read-briefing')).filter((r) => r.actor_id === w.staff.coordinator)
  expect(new Set(rows.map((r) => r.case_id))).toEqual(new Set([one.caseId, two.caseId]))
})
test('KOO-12: with colleagues in the room only what all of them may see, whatever the reader sees herself', async () => {
  expect(await names('projectManager')).toEqual(['Berg', 'Hemmelig', 'Sørensen'])
  expect(await names('projectManager', { present: [w.staff.coordinator2] })).toEqual(['Sørensen'])
  expect(await names('projectManager', { present: [w.staff.coordinator2, w.staff.teacher] })).toEqual([])
  expect(await names('coordinator', { present: [w.staff.projectManager] })).toEqual(['Hemmelig', 'Sørensen'])
  await insert(t, 'disqualification', { municipality_id: 766, case_id: one.caseId, staff_id: w.staff.coordinator2, kind: 'declared', valid_from: '2020-01-01' })
  expect(await names('projectManager', { present: [w.staff.coordinator2] })).toEqual([])
  expect(await names('projectManager', { present: [other.staff.coordinator] })).toEqual([])
})
test('KOO-12: who has gone through the families sees next time what changed from then; only who said so takes it back', async () => {
  await expect(holdBriefing(w.ctxFor('teacher'), { projectId: w.projectId })).rejects.toThrow(NotFound)
  await expect(holdBriefing(other.ctxFor('projectManager'), { projectId: w.projectId })).rejects.toThrow(NotFound)
  const { id } = await holdBriefing(w.ctxFor('projectManager'), { projectId: w.projectId })
  expect((await read('coordinator')).since).toBe(today)
  await expect(takeBackBriefing(w.ctxFor('coordinator'), { briefingId: id })).rejects.toThrow(Forbidden)
  await expect(takeBackBriefing(other.ctxFor('projectManager'), { briefingId: id })).rejects.toThrow(NotFound)
  await takeBackBriefing(w.ctxFor('projectManager'), { briefingId: id })
  await expect(takeBackBriefing(w.ctxFor('projectManager'), { briefingId: id })).rejects.toThrow(Conflict)
  expect((await read('coordinator')).last).toBeNull()
  for (const event of ['overview.hold-briefing', 'overview.take-back-briefing']) expect((await auditRows(t, event)).find((r) => r.outcome === 'done')?.details).toMatchObject({ briefing: id })
})
test('nobody else has a briefing: a teacher, the family, another municipality’s project', async () => {
  await expect(read('teacher')).rejects.toThrow(Forbidden)
  await expect(readBriefing(w.ctxFor('mette'), {})).rejects.toThrow(NotFound)
  await expect(readBriefing(other.ctxFor('projectManager'), { projectId: w.projectId })).rejects.toThrow(NotFound)
  await assign(t, w, two.caseId, 'coordinator2', { until: addDays(today, -1) })
  await expect(names('coordinator2')).rejects.toThrow(Forbidden)
})
test('KOO-12: what worries are facts about the work; when nothing is late nothing is said', () => {
  const fine = { uncovered: false, agreedOn: '2026-10-01', intakeOn: '2026-01-01', followUpOn: '2026-12-01', late: 0, answersLate: 0, meetingOn: '2026-12-01', lastOn: '2026-11-20' }
  expect(worriesOf(fine, '2026-11-22')).toEqual([])
  expect(worriesOf({ ...fine, uncovered: true, agreedOn: null, followUpOn: '2026-11-21', late: 1, answersLate: 1, meetingOn: null, lastOn: '2026-09-01' }, '2026-11-22')).toHaveLength(7)
  fc.assert(fc.property(fc.nat(5), fc.nat(5), (late, answersLate) => {
    const found = worriesOf({ ...fine, late, answersLate }, '2026-11-22')
    expect([found.includes('agreements-late'), found.includes('answer-late')]).toEqual([late > 0, answersLate > 0])
  }))
})
