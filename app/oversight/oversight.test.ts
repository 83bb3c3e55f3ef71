import { beforeAll, beforeEach, expect, test } from 'vitest'
import { searchFamilies } from '#app/families/search-families.server.ts'
import { appendFor } from '#app/platform/audit/testing.ts'
import { type Context, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { sealCpr } from '#app/platform/cpr/cpr-column.server.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { openJobContext } from '#app/platform/jobs/run-job.server.ts'
import { allowJobs, drainJobs } from '#app/platform/jobs/testing.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aFamily, auditRows, aWorld, insert, type StaffName, type World } from '#test/world.ts'
import { drawSpotChecks } from './draw-spot-checks.server.ts'
import { spotCheckJob } from './jobs.server.ts'
import { readSpotChecks } from './read-spot-checks.server.ts'
import { reviewLookUp } from './review-look-up.server.ts'
import { searchLog } from './search-log.server.ts'

let t: TestDatabase
let w: World
let neighbour: World
let job: Context
let auditor: Context

beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t, { assigned: ['coordinator', 'teacher'] })
  neighbour = await aWorld(t, { municipality: 787 })
  job = await openJobContext(await allowJobs(t), 766, 'test')
  const id = await insert(t, 'staff', { municipality_id: 766, username: 'revisor', name: 'Rita Vang' })
  await insert(t, 'post', { municipality_id: 766, staff_id: id, department_id: w.departments['coordination'], role: 'auditor', valid_from: '2020-01-01' })
  auditor = await w.openSession('staff', id)
})
beforeEach(() => t.owner.query(`truncate audit_log, audit_head, spot_check, spot_check_item restart identity; delete from task where code = 'spot-check'`))

const look = (who: StaffName, day: number, over: Partial<Parameters<typeof appendFor>[1]> = {}) =>
  appendFor(t, { actor: w.staff[who], event: 'plan.read', caseId: w.caseId, persons: [w.people.ida], bases: ['own-sector'], at: `2026-10-${String(day).padStart(2, '0')}T09:00:00Z`, ...over })
const draw = (month = '2026-10-01') => drawSpotChecks(job, { month })
const checks = () => readSpotChecks(w.ctxFor('projectManager'), {})

test('ten look-ups of the month are drawn once, and the project manager gets a task', async () => {
  for (let day = 1; day <= 25; day++) await look('coordinator', day)
  await look('coordinator', 1, { at: '2026-09-30T21:59:00Z' })          // September in Denmark
  await look('coordinator', 1, { at: '2026-10-31T23:30:00Z' })          // November in Denmark
  expect(await draw()).toEqual({ drawn: 1 })
  expect(await draw()).toEqual({ drawn: 0 })
  const [check, ...more] = await checks()
  expect(more).toEqual([])
  expect(check).toMatchObject({ month: '2026-10-01', open: 10 })
  expect(check?.lookUps.map((l) => l.day).every((d) => d.startsWith('2026-10'))).toBe(true)
  expect(new Set(check?.lookUps.map((l) => l.day)).size).toBe(10)
  const { rows } = await t.owner.query(`select for_staff::int, due from task where code = 'spot-check'`)
  expect(rows).toMatchObject([{ for_staff: w.staff.projectManager }])
})

test('look-ups under break-glass and in guarded families are always among them', async () => {
  const guarded = await aFamily(t, w, { name: 'Beskyttet' })
  await t.owner.query('update family_case set guarded = true where id = $1', [guarded.caseId])
  for (let day = 1; day <= 25; day++) await look('coordinator', day)
  for (let day = 1; day <= 5; day++) await look('dutyOfficer', day, { bases: ['break-glass'] })
  await look('coordinator', 6, { caseId: guarded.caseId, persons: [guarded.people.ida] })
  await draw()
  const found = (await checks())[0]?.lookUps ?? []
  const by = (why: string) => found.filter((l) => l.because === why).length
  expect({ random: by('random'), glass: by('break-glass'), guarded: by('guarded') }).toEqual({ random: 10, glass: 5, guarded: 1 })
})

test('refused tries, the family’s own look-ups and the manager’s own are not drawn; a month without look-ups says so', async () => {
  await look('coordinator', 3, { outcome: 'refused' })
  await look('projectManager', 3)
  await appendFor(t, { kind: 'member', actor: w.people.mette, event: 'plan.read', caseId: w.caseId, persons: [w.people.ida], at: '2026-10-03T09:00:00Z' })
  await draw()
  expect(await checks()).toMatchObject([{ lookUps: [], open: 0 }])
})

test('only jobs draw, only the project manager reads, the neighbour sees nothing, and a family hidden from the manager is not there', async () => {
  await look('coordinator', 3)
  await expect(drawSpotChecks(w.ctxFor('projectManager'), { month: '2026-10-01' })).rejects.toThrow(Forbidden)
  await draw()
  await expect(readSpotChecks(w.ctxFor('coordinator'), {})).rejects.toThrow(Forbidden)
  expect(await readSpotChecks(neighbour.ctxFor('projectManager'), {})).toEqual([])
  expect((await checks())[0]?.lookUps).toHaveLength(1)
  const d = await insert(t, 'disqualification', { municipality_id: 766, case_id: w.caseId, staff_id: w.staff.projectManager, kind: 'declared', valid_from: '2020-01-01' })
  expect((await checks())[0]?.lookUps).toEqual([])
  await t.owner.query('delete from disqualification where id = $1', [d])
})

test('each is marked in order or to be followed up, with a note, and the log says so', async () => {
  await look('teacher', 3)
  await draw()
  const id = (await checks())[0]?.lookUps[0]?.id ?? 0
  await expect(reviewLookUp(w.ctxFor('projectManager'), { id, verdict: 'follow-up', note: ' ' })).rejects.toThrow(Invalid)
  await expect(reviewLookUp(w.ctxFor('coordinator'), { id, verdict: 'in-order' })).rejects.toThrow(NotFound)
  await expect(reviewLookUp(neighbour.ctxFor('projectManager'), { id, verdict: 'in-order' })).rejects.toThrow(NotFound)
  await reviewLookUp(w.ctxFor('projectManager'), { id: String(id), verdict: 'follow-up', note: 'Spørger Line igen' })
  expect((await checks())[0]).toMatchObject({ open: 0, lookUps: [{ verdict: 'follow-up', note: 'Spørger Line igen' }] })
  expect((await auditRows(t, 'oversight.review-look-up')).find((r) => r.outcome === 'done')).toMatchObject({
    case_id: w.caseId, actor_id: w.staff.projectManager, details: { item: id, verdict: 'follow-up', staff: w.staff.teacher },
  })
})

test('on the first of the month the job draws the month before, in every municipality', async () => {
  await look('coordinator', 20)
  await t.setNow('2026-11-01T05:00:00Z')
  await t.owner.query(`insert into pgboss.job (name, data) values ('oversight.spot-check', '{}')`)
  expect(await drainJobs(t, [spotCheckJob])).toEqual([])
  await t.setNow(null)
  const { rows } = await t.owner.query(`select municipality_id, month from spot_check order by 1`)
  expect(rows.map((r: { municipality_id: number }) => r.municipality_id)).toEqual([766, 787])
  expect((await checks())[0]).toMatchObject({ month: '2026-10-01', lookUps: [{ day: '2026-10-20' }] })
})

const today = () => new Date().toISOString().slice(0, 10)
const search = (over: object = {}, as = auditor) => searchLog(as, { from: '2026-10-01', until: today(), ...over })

test('the auditor searches by family, person and colleague, reads what was searched for, and is logged', async () => {
  await look('coordinator', 3)
  await look('teacher', 4)
  await insert(t, 'person_cpr', { municipality_id: 766, case_id: w.caseId, sector: 'coordination', category: 'identity', visibility: 'family', subjects: [w.people.ida], ...sealCpr(766, '0101170001') })
  await searchFamilies(w.ctxFor('coordinator'), { q: 'Mette' })
  expect((await search({ username: 'teacher' })).rows.map((r) => r.actor)).toEqual(['Line Krogh'])
  expect((await search({ number: w.number })).rows.length).toBeGreaterThanOrEqual(2)
  expect((await search({ cpr: '010117-0001' })).rows.every((r) => r.personIds.includes(w.people.ida))).toBe(true)
  expect((await search({ username: 'coordinator' })).rows.find((r) => r.event === 'families.search')?.searched).toBe('Mette')
  const own = (await search({ username: 'revisor' })).rows
  expect(own.map((r) => r.event)).toEqual(['oversight.search-log', 'oversight.search-log', 'oversight.search-log', 'oversight.search-log'])
  expect(own[1]?.searched).toContain('010117-0001')
  const raw = (await auditRows(t, 'oversight.search-log'))[0]
  expect(raw?.search_terms?.toString('latin1')).not.toContain('teacher')
})

test('only the auditor; never another municipality; nothing of a family that the auditor may not know of', async () => {
  await look('coordinator', 3)
  for (const who of ['administrator', 'projectManager', 'coordinator'] as const) await expect(search({}, w.ctxFor(who))).rejects.toThrow(Forbidden)
  await appendFor(t, { municipality: 787, actor: neighbour.staff.coordinator, event: 'plan.read', caseId: neighbour.caseId, persons: [neighbour.people.ida] })
  expect((await search({ number: neighbour.number })).rows).toEqual([])
  const d = await insert(t, 'disqualification', { municipality_id: 766, case_id: w.caseId, staff_id: auditor.actor.id, kind: 'declared', valid_from: '2020-01-01' })
  expect((await search({ number: w.number })).rows).toEqual([])
  await t.owner.query('delete from disqualification where id = $1', [d])
})

test('a search that makes no sense is told field by field', async () => {
  await expect(search({ cpr: '123' })).rejects.toMatchObject({ issues: [{ field: 'cpr' }] })
  await expect(search({ from: '2026-11-02', until: '2026-11-01' })).rejects.toMatchObject({ issues: [{ field: 'until' }] })
})
