import { beforeAll, beforeEach, expect, test } from 'vitest'
import { applyShippedPack } from '#app/catalogue/testing.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aFamily, assign, auditRows, aWorld, type Family, insert, type StaffName, type World } from '#test/world.ts'
import { coverFor } from './absence.ts'
import { absenceOf, awayFrom } from './absence-queries.server.ts'
import { endAbsence, resumeAbsence, takeBackAbsence } from './end-absence.server.ts'
import { readTeam } from './read-team.server.ts'
import { reportAbsence } from './report-absence.server.ts'

let t: TestDatabase
let w: World
let other: World
let family: Family
const today = new Date().toISOString().slice(0, 10)
const soon = addDays(today, 10)

beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t, { assigned: [] })
  other = await aWorld(t, { municipality: 787, assigned: [] })
  await applyShippedPack(t, 766, 'hedensted')
  await applyShippedPack(t, 787, 'thisted')
})
beforeEach(async () => {
  await t.owner.query('delete from absence_cover')
  await t.owner.query('delete from absence')
  await t.owner.query('delete from task')
  await t.owner.query('delete from assignment')
  family = await aFamily(t, w, { assigned: ['coordinator', 'teacher'] })
})
const as = (who: StaffName) => w.ctxFor(who)
const away = (more: object = {}) => ({ staffId: w.staff.coordinator, substituteId: w.staff.coordinator2, from: today, until: soon, words: '', ...more })
const team = async () =>
  (await t.owner.query<{ id: string; staff_id: string; role: string; until: string | null }>(
    'select id, staff_id, role, valid_until::text as until from assignment where case_id = $1 order by id', [family.caseId])).rows.map((x) => [Number(x.staff_id), x.role, x.until])
const fields = async (promise: Promise<unknown>): Promise<string[]> => {
  const error = await promise.then(() => null, (e: unknown) => e)
  if (!(error instanceof Invalid)) throw error ?? new Error('nothing was refused')
  return error.issues.map((one) => one.field)
}
const tasks = async () => (await t.owner.query<{ code: string; for_role: string; open: boolean }>('select code, for_role, done_at is null as open from task order by id')).rows
const told = (who: 'mette' | StaffName = 'mette') =>
  w.openSession(who === 'mette' ? 'member' : 'staff', who === 'mette' ? family.people.mette : w.staff[who]).then((ctx) =>
    inTransaction(ctx, family.caseId, (tx) => awayFrom(tx, [family.caseId], { from: today, until: today })))

test('KOO-03: an absence by oneself gives the substitute an assignment for exactly these days, and the family reads who helps', async () => {
  const { absenceId, uncovered } = await reportAbsence(as('coordinator'), away({ words: 'ill' }))
  expect(uncovered).toBe(0)
  expect(await team()).toEqual([[w.staff.coordinator, 'coordinator', null], [w.staff.teacher, 'teacher', null], [w.staff.coordinator2, 'secondary-coordinator', soon]])
  expect(await told()).toMatchObject([{ name: 'Anna Holm', words: 'ill', until: soon, by: { name: 'Peter Bak' } }])
  expect((await readTeam(as('coordinator2'), { caseId: family.caseId })).entry.secondary).toMatchObject({ name: 'Peter Bak', until: soon })
  const found = await inTransaction(as('teacher'), null, (tx) => absenceOf(tx, [w.staff.coordinator, w.staff.teacher], today))
  expect([...found.values()]).toMatchObject([{ id: absenceId, staffId: w.staff.coordinator, substitute: { name: 'Peter Bak' } }])
  const rows = (await auditRows(t, 'team.report-absence')).filter((row) => row.outcome === 'done').slice(-2)
  expect(rows.map((row) => row.case_id)).toEqual([null, family.caseId])
  expect(rows[0]?.details).toMatchObject({ absence: absenceId, families: 1, uncovered: 0 })
})
test('KOO-03: the project manager reports it too; a colleague, another municipality and the family do not', async () => {
  await expect(reportAbsence(as('teacher'), away())).rejects.toThrow(Forbidden)
  await expect(reportAbsence(as('coordinator2'), away())).rejects.toThrow(Forbidden)
  await expect(reportAbsence(other.ctxFor('projectManager'), away())).rejects.toThrow(NotFound)
  await expect(reportAbsence(w.ctxFor('mette'), away())).rejects.toThrow(Forbidden)
  expect((await auditRows(t, 'team.report-absence')).filter((row) => row.outcome === 'refused').length).toBeGreaterThanOrEqual(4)
  await reportAbsence(as('projectManager'), away({ until: '' }))
  expect((await team()).at(-1)).toEqual([w.staff.coordinator2, 'secondary-coordinator', null])
})
test('KOO-03: a family that the substitute may not know is not given; the project manager is told, nothing tells why', async () => {
  await insert(t, 'disqualification', { municipality_id: 766, case_id: family.caseId, staff_id: w.staff.coordinator2, kind: 'named', valid_from: '2020-01-01' })
  expect(await reportAbsence(as('coordinator'), away())).toMatchObject({ uncovered: 1, covers: [] })
  expect(await team()).toHaveLength(2)
  expect(await tasks()).toEqual([{ code: 'absence-uncovered', for_role: 'project-manager', open: true }])
  expect(await told()).toMatchObject([{ name: 'Anna Holm', by: null }])
  expect(JSON.stringify((await auditRows(t, 'team.report-absence')).at(-1)?.details)).not.toContain('barred')
})
test('KOO-03: one whose own family it is, or their relative’s, is not sent there either', async () => {
  await t.owner.query('update staff set person_id = $1 where municipality_id = 766 and id = $2', [family.people.mette, w.staff.coordinator2])
  expect((await reportAbsence(as('coordinator'), away())).uncovered).toBe(1)
  await t.owner.query('update staff set person_id = null where municipality_id = 766')
})
test('KOO-03: where there are two coordinators the other one helps, and nobody is added', async () => {
  await assign(t, w, family.caseId, 'coordinator2')
  expect((await reportAbsence(as('coordinator'), away({ substituteId: '' }))).uncovered).toBe(0)
  expect(await team()).toHaveLength(3)
  expect(await told()).toMatchObject([{ by: { name: 'Peter Bak' } }])
})
test('KOO-03: another helper’s substitute works in the same sector; by themselves they add nobody, and the coordinator is told', async () => {
  expect((await reportAbsence(as('teacher'), away({ staffId: w.staff.teacher }))).uncovered).toBe(1)
  expect(await tasks()).toEqual([{ code: 'absence-helper', for_role: 'coordinator', open: true }])
  expect(await told()).toMatchObject([{ name: 'Line Krogh', by: null }])
  const second = await insert(t, 'staff', { municipality_id: 766, username: `teacher-${family.caseId}`, name: 'Mads Holt' })
  await insert(t, 'post', { municipality_id: 766, staff_id: second, department_id: w.departments['education'], role: 'worker', valid_from: '2020-01-01' })
  await endAbsence(as('projectManager'), { absenceId: (await t.owner.query<{ id: string }>('select id from absence')).rows[0]?.id })
  const later = { staffId: w.staff.teacher, from: addDays(today, 1), until: soon }
  expect((await reportAbsence(as('projectManager'), away({ ...later, substituteId: second }))).uncovered).toBe(0)
  expect((await team()).at(-1)).toEqual([second, 'teacher', soon])
})
test('KOO-03: refused: twice in the same days, a substitute who is away too, somebody without a post, long ago, an end before the start, words nobody knows', async () => {
  await reportAbsence(as('coordinator2'), away({ staffId: w.staff.coordinator2, substituteId: '' }))
  const refused = (more: object) => fields(reportAbsence(as('coordinator'), away(more)))
  expect(await refused({})).toEqual(['substituteId'])
  expect(await refused({ substituteId: other.staff.coordinator })).toEqual(['substituteId'])
  expect(await refused({ substituteId: w.staff.coordinator })).toEqual(['substituteId'])
  expect(await refused({ substituteId: '', until: addDays(today, -1) })).toEqual(['until'])
  expect(await refused({ substituteId: '', from: addDays(today, -60) })).toEqual(['from'])
  expect(await refused({ substituteId: '', words: 'broken-leg' })).toEqual(['words'])
  await reportAbsence(as('coordinator'), away({ substituteId: '' }))
  expect(await refused({ substituteId: '', from: soon, until: '' })).toEqual(['from'])
})
test('KOO-03: back early ends the substitute’s assignment at once; undone the same day it runs on', async () => {
  const { absenceId } = await reportAbsence(as('coordinator'), away({ from: addDays(today, -3) }))
  await expect(endAbsence(as('teacher'), { absenceId })).rejects.toThrow(Forbidden)
  await expect(endAbsence(other.ctxFor('projectManager'), { absenceId })).rejects.toThrow(NotFound)
  await endAbsence(as('coordinator'), { absenceId })
  expect((await team()).at(-1)?.[2]).toBe(addDays(today, -1))
  await expect(readTeam(as('coordinator2'), { caseId: family.caseId })).rejects.toThrow(NotFound)
  expect(await told()).toEqual([])
  await expect(endAbsence(as('coordinator'), { absenceId })).rejects.toThrow(Conflict)
  await resumeAbsence(as('coordinator'), { absenceId })
  expect((await team()).at(-1)?.[2]).toBe(soon)
  await expect(resumeAbsence(as('coordinator'), { absenceId })).rejects.toThrow(Conflict)
  for (const event of ['team.end-absence', 'team.resume-absence']) expect((await auditRows(t, event)).findLast((row) => row.outcome === 'done')?.details).toMatchObject({ absence: absenceId })
})
test('KOO-03: taken back on its day it never was; so is one that has not begun when she comes back', async () => {
  const { absenceId } = await reportAbsence(as('coordinator'), away())
  await expect(takeBackAbsence(as('coordinator2'), { absenceId })).rejects.toThrow(Forbidden)
  await takeBackAbsence(as('coordinator'), { absenceId })
  expect(await team()).toHaveLength(2)
  expect(await told()).toEqual([])
  const { absenceId: next } = await reportAbsence(as('coordinator'), away({ from: addDays(today, 2) }))
  await endAbsence(as('projectManager'), { absenceId: next })
  expect(await team()).toHaveLength(2)
  const { absenceId: begun } = await reportAbsence(as('coordinator'), away())
  await endAbsence(as('coordinator'), { absenceId: begun })
  expect((await team()).at(-1)?.[2]).toBe(today)
})
test('IT-06: meanwhile the coordinator’s tasks are the substitute’s too', async () => {
  await insert(t, 'task', { municipality_id: 766, case_id: family.caseId, for_role: 'coordinator', code: 'plan-follow-up', created_at: today })
  const seen = (who: StaffName) => inTransaction(as(who), null, (tx) => tx.selectFrom('task').select('code').execute()).then((rows) => rows.length)
  expect(await seen('coordinator2')).toBe(0)
  await reportAbsence(as('coordinator'), away())
  expect([await seen('coordinator2'), await seen('coordinator'), await seen('teacher')]).toEqual([1, 1, 0])
})
test('the family sees covers of its own only, colleagues of the municipality see who is away, a neighbour nothing', async () => {
  await reportAbsence(as('coordinator'), away())
  const stranger = await aFamily(t, w, { assigned: ['teacher'] })
  const count = (ctx: Parameters<typeof inTransaction>[0], table: 'absence' | 'absence_cover') => inTransaction(ctx, null, (tx) => tx.selectFrom(table).select('id').execute()).then((x) => x.length)
  const mother = await w.openSession('member', stranger.people.mette)
  expect([await count(mother, 'absence'), await count(mother, 'absence_cover')]).toEqual([0, 0])
  const own = await w.openSession('member', family.people.mette)
  expect([await count(own, 'absence'), await count(own, 'absence_cover')]).toEqual([0, 1])
  expect([await count(as('jobcentre'), 'absence'), await count(as('jobcentre'), 'absence_cover')]).toEqual([1, 0])
  expect([await count(other.ctxFor('projectManager'), 'absence'), await count(other.ctxFor('projectManager'), 'absence_cover')]).toEqual([0, 0])
})
test('KOO-06: who is the family’s own caseworker does not stand in as coordinator unless the pack allows it', () => {
  const one = (id: number, staffId: number, role: string, sector: string) => ({ id, staffId, role, sector, from: '2026-01-01', until: null })
  const people = [one(1, 1, 'coordinator', 'coordination'), one(2, 2, 'employment-caseworker', 'employment')]
  const wish = { from: '2026-03-01', until: null, substituteId: 2, sectors: ['employment'], barred: false, mayBeCaseworker: false }
  expect(coverFor(people, people[0]!, wish, new Set([1]))).toEqual({ how: 'nobody' })
  expect(coverFor(people, people[0]!, { ...wish, mayBeCaseworker: true }, new Set([1]))).toMatchObject({ how: 'substitute', role: 'secondary-coordinator', until: null })
  expect(coverFor(people, people[0]!, { ...wish, substituteId: 3 }, new Set([1, 3]))).toEqual({ how: 'nobody' })
  expect(coverFor(people, people[1]!, { ...wish, substituteId: 3, sectors: ['education'] }, new Set([2]))).toEqual({ how: 'nobody' })
  const short = { ...people[0]!, until: '2026-03-10' }
  expect(coverFor([short], short, { ...wish, substituteId: 3 }, new Set([1]))).toMatchObject({ until: '2026-03-10' })
})
