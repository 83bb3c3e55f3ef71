import { beforeAll, expect, test } from 'vitest'
import { Forbidden, NotFound } from '#app/platform/context.ts'
import { addGoal } from '#app/plan/add-goal.server.ts'
import { writeHope } from '#app/plan/write-hope.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aFamily, auditRows, aWorld, consent, type World } from '#test/world.ts'
import { readFamilyHead } from './read-family-head.server.ts'
import { readFamilyOverview } from './read-family-overview.server.ts'

let t: TestDatabase
let w: World
let other: World
beforeAll(async () => {
  t = await createTestDatabase()
  w = await aWorld(t, { jonas: 'shared' })
  other = await aWorld(t, { municipality: 787 })
})
const look = (who: Parameters<World['ctxFor']>[0], caseId = w.caseId) => readFamilyOverview(w.ctxFor(who), { caseId })

test('VIS-21: the coordinator sees the next step; it follows what has been done', async () => {
  expect((await look('coordinator')).whole?.next).toMatchObject({ code: 'plan-begin', allowed: true })
  await writeHope(w.ctxFor('coordinator'), {
    caseId: w.caseId,
    personId: w.people.mette,
    words: 'Ro om morgenen',
    onBehalfChannel: 'phone',
    onBehalfOn: '2026-11-01',
  })
  expect((await look('coordinator')).whole?.next).toMatchObject({ code: 'plan-ready' })
})

test("in intake the step is the intake team's; without coordinator it is the project manager's", async () => {
  const waiting = await aFamily(t, w, { inIntake: true, assigned: [] })
  expect((await look('intake', waiting.caseId)).whole?.next).toMatchObject({ code: 'screen', allowed: true })
  const alone = await aFamily(t, w, { assigned: [] })
  expect((await look('projectManager', alone.caseId)).whole?.next).toMatchObject({ code: 'coordinator', allowed: true })
})

test('access 1: a teacher sees just what consent gives, and nothing of the way in or the ledger', async () => {
  await addGoal(w.ctxFor('coordinator'), { caseId: w.caseId, title: 'Ida læser hver dag', subjects: [w.people.ida] })
  const before = await look('teacher')
  expect(before.whole).toBeNull()
  expect(before.network).toEqual([])
  expect([...before.plan.hopes, ...before.plan.goals, ...before.plan.missing]).toEqual([])
  await consent(t, w, {
    subject: w.people.ida,
    from: ['coordination'],
    to: ['education'],
    categories: ['plan'],
    signers: [w.people.mette, w.people.jonas],
  })
  const after = await look('teacher')
  expect(after.plan.goals.map((g) => g.title)).toEqual(['Ida læser hver dag'])
  expect(after.plan.hopes).toEqual([])
})

test('another municipality, an unassigned worker and the family find nothing here; each attempt is logged', async () => {
  await expect(readFamilyOverview(other.ctxFor('coordinator'), { caseId: w.caseId })).rejects.toThrow(NotFound)
  await expect(look('jobcentre')).rejects.toThrow(NotFound)
  await expect(look('mette')).rejects.toThrow(Forbidden)
  const refused = (await auditRows(t, 'overview.read-family')).filter((r) => r.outcome !== 'done')
  expect(refused.length).toBeGreaterThanOrEqual(3)
})

test('a look is logged with the people it was about: a parent elsewhere is only named, so the household can see the look', async () => {
  await look('coordinator')
  await readFamilyHead(w.ctxFor('coordinator'), { caseId: w.caseId })
  expect((await auditRows(t, 'overview.family-head')).at(-1)?.person_ids).not.toContain(w.people.jonas)
  const row = (await auditRows(t, 'overview.read-family')).findLast((r) => r.outcome === 'done' && r.case_id === w.caseId)
  expect(row?.person_ids.toSorted((a, b) => a - b)).toEqual([w.people.mette, w.people.ida].toSorted((a, b) => a - b))
  expect(row?.bases).toContain('own-sector')
})
