import { beforeAll, beforeEach, expect, test } from 'vitest'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aFamily, auditRows, aWorld, type Family, insert, type World } from '#test/world.ts'
import { addExitStep, checkOffer, dropExitStep, planExit } from './plan-exit.server.ts'
import { exitFigures } from './exit-figures.ts'
import { exitFacts, exitsOf } from './queries.server.ts'
import { readAfterLeaving, readMyPlannedExit } from './read-after-leaving.server.ts'
import { readPlannedExit } from './read-exit.server.ts'
import { packs } from './testing.ts'

let t: TestDatabase
let w: World
let thisted: World
let f: Family
const today = new Date(Date.now() + 3_600_000).toISOString().slice(0, 10)
const later = addDays(today, 60)
beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t)
  thisted = await aWorld(t, { municipality: 787 })
  await packs(t, w)
})
beforeEach(async () => {
  f = await aFamily(t, w, { jonas: 'contact' })
})
const coordinator = () => w.ctxFor('coordinator')
const plan = (ctx = coordinator(), more: Record<string, unknown> = {}) => planExit(ctx, { caseId: f.caseId, expectedOn: later, reason: 'goals-reached', words: 'Vi mødes sjældnere', ...more })
const fields = async (work: Promise<unknown>) => work.then(() => [], (e: unknown) => (e instanceof Invalid ? e.issues.map((i) => i.field) : [String(e)]))

test('CAT-02: an exit is planned with its day, the places foreseen follow, and a lost race is told', async () => {
  await expect(plan(w.ctxFor('teacher'))).rejects.toThrow(Forbidden)
  await expect(plan(thisted.ctxFor('projectManager'))).rejects.toThrow(NotFound)
  expect(await fields(plan(coordinator(), { expectedOn: today }))).toEqual(['expectedOn'])
  const { id } = await plan()
  expect((await t.owner.query('select ends_on::text from expected_end where case_id = $1', [f.caseId])).rows).toEqual([{ ends_on: later }])
  await expect(plan(coordinator(), { expectedOn: addDays(later, 7), seenRevision: 9 })).rejects.toThrow(Conflict)
  await plan(coordinator(), { expectedOn: addDays(later, 7), seenRevision: 1 })
  const page = await readPlannedExit(coordinator(), { caseId: f.caseId })
  expect(page.plan).toMatchObject({ expectedOn: addDays(later, 7), revision: 2, why: 'Klarer sig selv nu' })
  expect((await auditRows(t, 'exit.plan-exit')).findLast((r) => r.outcome === 'done')).toMatchObject({ case_id: f.caseId, details: { plan: id } })
  expect(await inTransaction(coordinator(), null, (tx) => exitFacts(tx, [f.caseId]))).toEqual(new Map([[f.caseId, { leftOn: null, reason: null, pagesUntil: null, expectedOn: addDays(later, 7) }]]))
})

test('CAT-02: what takes over is checked for being ready; steps are added and taken out by the same people', async () => {
  expect(await fields(addExitStep(coordinator(), { caseId: f.caseId, kind: 'step', onDate: later, what: 'Hver anden uge' }))).toEqual(['onDate'])
  await plan()
  expect(await fields(addExitStep(coordinator(), { caseId: f.caseId, kind: 'offer', onDate: later, what: 'Aflastning' }))).toEqual(['who'])
  const offer = await addExitStep(coordinator(), { caseId: f.caseId, kind: 'offer', onDate: later, what: 'Aflastning', who: 'Familieafdelingen' })
  const step = await addExitStep(coordinator(), { caseId: f.caseId, kind: 'step', onDate: later, what: 'Hver anden uge' })
  await expect(checkOffer(coordinator(), { caseId: f.caseId, stepId: step.id, ready: 'ready' })).rejects.toThrow(NotFound)
  await expect(checkOffer(w.ctxFor('teacher'), { caseId: f.caseId, stepId: offer.id, ready: 'ready' })).rejects.toThrow(Forbidden)
  await checkOffer(coordinator(), { caseId: f.caseId, stepId: offer.id, ready: 'not-ready', readyWords: 'Først til maj' })
  await dropExitStep(coordinator(), { caseId: f.caseId, stepId: step.id, reason: 'Aftalt om' })
  await expect(dropExitStep(coordinator(), { caseId: f.caseId, stepId: step.id, reason: 'igen' })).rejects.toThrow(NotFound)
  const page = await readPlannedExit(coordinator(), { caseId: f.caseId })
  expect(page.steps).toMatchObject([{ kind: 'offer', ready: 'not-ready', readyWords: 'Først til maj', checkedOn: today }])
  for (const event of ['exit.add-step', 'exit.check-offer', 'exit.drop-step']) expect((await auditRows(t, event)).some((r) => r.outcome === 'done' && r.case_id === f.caseId), event).toBe(true)
})

test('the mother reads the planned exit; a father elsewhere, the teacher without consent and another municipality do not', async () => {
  await plan()
  const as = (id: number) => w.openSession('member', id)
  expect((await readMyPlannedExit(await as(f.people.mette), { caseId: f.caseId })).expectedOn).toBe(later)
  await expect(readMyPlannedExit(await as(f.people.jonas), { caseId: f.caseId })).rejects.toThrow(NotFound)
  expect((await readPlannedExit(w.ctxFor('teacher'), { caseId: f.caseId })).plan).toBe(null)
  await expect(readPlannedExit(thisted.ctxFor('coordinator'), { caseId: f.caseId })).rejects.toThrow(NotFound)
  await expect(readAfterLeaving(await as(f.people.mette), {})).rejects.toThrow(NotFound)
  await expect(readAfterLeaving(coordinator(), {})).rejects.toThrow(NotFound)
})

test('VIS-20: exits of a project with reason and days, for the project manager; taken back ones do not count', async () => {
  const close = (caseId: number, reason: string, left: string, reopened: string | null = null) =>
    insert(t, 'closure', { municipality_id: w.municipalityId, case_id: caseId, closed_at: `${left}T10:00:00Z`, reason, left_on: left, reopened_at: reopened, ...(reopened ? { reopen_reason: 'x' } : {}) })
  const before = (await inTransaction(w.ctxFor('projectManager'), null, (tx) => exitsOf(tx, w.projectId))).length
  await close(f.caseId, 'no-longer-wishes', '2020-02-14')
  const other = await aFamily(t, w)
  await close(other.caseId, 'moved', '2020-03-15', '2020-03-20T10:00:00Z')
  const exits = await inTransaction(w.ctxFor('projectManager'), null, (tx) => exitsOf(tx, w.projectId))
  expect(exits.length).toBe(before + 1)
  expect(exits.find((e) => e.caseId === f.caseId)).toEqual({ caseId: f.caseId, reason: 'no-longer-wishes', cameOn: '2020-01-15', leftOn: '2020-02-14' })
  expect(exitFigures(exits.filter((e) => e.caseId === f.caseId))).toMatchObject({ exits: 1, dropOut: 1, medianDays: 30 })
  expect(await inTransaction(w.ctxFor('steering'), null, (tx) => exitsOf(tx, w.projectId))).toEqual([])
  expect(await inTransaction(thisted.ctxFor('projectManager'), null, (tx) => exitsOf(tx, w.projectId))).toEqual([])
})
