import { beforeAll, expect, test } from 'vitest'
import { applyShippedPack } from '#app/catalogue/testing.ts'
import { Forbidden, NotFound } from '#app/platform/context.ts'
import { registerMonth } from '#app/progression/register-month.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aHome, auditRows, aWorld, insert, type World } from '#test/world.ts'
import { readStatus } from './read-status.server.ts'

let t: TestDatabase
let world: World
let w: World
let other: World
beforeAll(async () => {
  t = await createTestDatabase()
  await t.setNow('2026-11-20T10:00Z')
  world = await aWorld(t, { name: 'Andersen' })
  other = await aWorld(t, { municipality: 787, name: 'Thy' })
  await applyShippedPack(t, world.municipalityId, 'hedensted')
  await applyShippedPack(t, other.municipalityId, 'thisted')
  w = await aHome(t, world, { name: 'Bager' })
  for (const one of [world, w]) await t.owner.query("update referral set decision = 'accepted', decided_at = '2026-09-01T10:00Z', intake_on = '2026-09-01' where case_id = $1", [one.caseId])
})
const read = (over: Record<string, unknown> = {}, who: Parameters<World['ctxFor']>[0] = 'projectManager') =>
  readStatus(world.ctxFor(who), { projectId: null, view: 'all', page: 1, ...over })
const entry = (indicator: string, text: string) => ({ personId: w.people.ida, indicator, text })

test('PROG-04: each family’s months, what is kept apart and what came late; a row in each family’s log', async () => {
  await registerMonth(w.ctxFor('coordinator'), { caseId: w.caseId, month: '2026-10-01', entries: [entry('child-health', '2'), entry('child-family', '1')] })
  const r = await read()
  expect(r.due).toBe('2026-10-01')
  const mine = r.families.find((f) => f.caseId === w.caseId)
  const october = mine?.months[r.months.indexOf('2026-10-01')]
  expect(october).toMatchObject({ filled: 2, carried: 0, late: 2, state: 'late' })
  expect(mine?.months[r.months.indexOf('2026-08-01')]).toBeNull()
  expect(r.counts).toMatchObject({ families: 2, dueOf: 2, dueFull: 0, dueFilled: 2 })
  const rows = (await auditRows(t, 'evaluation.read-status')).filter((x) => x.case_id === w.caseId)
  expect(rows[0]).toMatchObject({ outcome: 'done' })
  expect(rows[0]?.person_ids).toEqual(expect.arrayContaining([w.people.mette, w.people.ida]))
})
test('PROG-04: the first measurement that came after four weeks is not in time, and what lacks can be listed alone', async () => {
  const r = await read({ view: 'baseline' })
  expect(r.families.map((f) => [f.name, f.baseline.state]).toSorted()).toEqual([['Andersen', 'missing'], ['Bager', 'partly']])
  expect(r.counts).toMatchObject({ baselineOf: 2, baselineInTime: 0, baselineLacks: 2 })
})
test('PROG-04: a family that has left is no gap any more, and one that must not be seen does not exist', async () => {
  const gone = await aHome(t, world, { name: 'Dahl' })
  await insert(t, 'closure', { municipality_id: gone.municipalityId, case_id: gone.caseId, closed_at: '2020-06-01T10:00Z', reason: 'moved', closed_by: gone.staff.projectManager })
  expect((await read()).counts).toMatchObject({ families: 3, baselineLacks: 2, dueOf: 2 })
  await insert(t, 'disqualification', { municipality_id: gone.municipalityId, case_id: gone.caseId, staff_id: gone.staff.projectManager, kind: 'declared', valid_from: '2026-11-01T10:00Z' })
  expect((await read()).counts.families).toBe(2)
})
test('refused for everybody else; another municipality’s project does not exist', async () => {
  for (const who of ['coordinator', 'teacher', 'intake', 'steering', 'economist', 'administrator'] as const) await expect(read({}, who)).rejects.toThrow(Forbidden)
  await expect(read({ projectId: other.projectId })).rejects.toThrow(NotFound)
  expect((await readStatus(other.ctxFor('projectManager'), { projectId: null, view: 'all', page: 1 })).families.map((f) => f.name)).toEqual(['Thy'])
})
