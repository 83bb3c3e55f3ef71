import { beforeAll, describe, expect, test } from 'vitest'
import { applyShippedPack } from '#app/catalogue/testing.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { addGoal } from '#app/plan/add-goal.server.ts'
import { registerMonth } from '#app/progression/register-month.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aHome, auditRows, aWorld, type World } from '#test/world.ts'
import { readDevelopment } from './read-development.server.ts'
import { readGoalChoice, readGoalMeasures } from './read-goal-measures.server.ts'
import { setGoalMeasure } from './set-goal-measure.server.ts'

let t: TestDatabase
let other: World
let w: World
let goalId = 0
beforeAll(async () => {
  t = await createTestDatabase()
  const world = await aWorld(t)
  other = await aWorld(t, { municipality: 787 })
  await applyShippedPack(t, world.municipalityId, 'hedensted')
  w = await aHome(t, world, { jonas: 'shared', assigned: ['coordinator', 'teacher'] })
  await t.owner.query("update referral set decision = 'accepted', decided_at = '2026-08-01T10:00Z', intake_on = '2026-08-01' where case_id = $1", [w.caseId])
  for (const [month, text] of [['2026-09-01', '3'], ['2026-10-01', '1']] as const) {
    await registerMonth(w.ctxFor('coordinator'), { caseId: w.caseId, month, entries: [{ personId: w.people.mette, indicator: 'parent-health', text, confirmed: true }] })
  }
  goalId = (await addGoal(w.ctxFor('coordinator'), { caseId: w.caseId, title: 'Mette får det bedre', subjects: [w.people.mette, w.people.ida], aim: 'develop', measure: 'Hun sover igennem' })).id
})

type Over = { measure?: string; from?: string; seen?: number | null; goalId?: number }
const set = (over: Over = {}, ctx = w.ctxFor('coordinator')) => setGoalMeasure(ctx, { caseId: w.caseId, goalId, measure: `${w.people.mette} indicator.parent-health`, seen: null, ...over })
const notes = async (who: Parameters<World['ctxFor']>[0] = 'coordinator') => (await readGoalMeasures(w.ctxFor(who), { caseId: w.caseId })).notes.map((n) => n.text)
const now = async () => (await readGoalChoice(w.ctxFor('coordinator'), { caseId: w.caseId, goalId })).now

describe("a goal's measure", () => {
  test('PLAN-12: the coordinator chooses one, and the goal says how far it has come since the beginning', async () => {
    await set()
    expect(await notes()).toEqual([`Mette, ${await label()}: fra 3 til 1 siden september; et skridt til det bedre; usikkerheden er ikke kendt`])
    expect((await readDevelopment(w.ctxFor('coordinator'), { caseId: w.caseId })).goals).toMatchObject([{ title: 'Mette får det bedre', text: expect.stringContaining('fra 3 til 1') }])
    expect((await auditRows(t, 'development.set-goal-measure')).at(-1)).toMatchObject({ outcome: 'done', details: { goal: goalId } })
  })
  test('PLAN-12: the mother reads it too; a teacher without a yes does not', async () => {
    expect(await notes('mette')).toHaveLength(1)
    expect(await notes('teacher')).toEqual([])
  })
  test('PLAN-12: only the coordinator chooses; another municipality finds nothing; a wrong goal is not there', async () => {
    await expect(set({}, w.ctxFor('teacher'))).rejects.toThrow(Forbidden)
    await expect(set({}, w.ctxFor('mette'))).rejects.toThrow(Forbidden)
    await expect(set({}, other.ctxFor('coordinator'))).rejects.toThrow(NotFound)
    await expect(set({ goalId: 999999 })).rejects.toThrow(NotFound)
  })
  test('PLAN-12: a measure of somebody the goal is not about, an unknown one and a day to come are refused at their fields', async () => {
    const seen = (await now())!.id
    await expect(set({ seen, measure: `${w.people.jonas} indicator.parent-health` })).rejects.toThrow(Invalid)
    await expect(set({ seen, measure: `${w.people.mette} indicator.no-such` })).rejects.toMatchObject({ issues: [{ field: 'measure' }] })
    await expect(set({ seen, from: '2099-01-01' })).rejects.toMatchObject({ issues: [{ field: 'from' }] })
  })
  test('PLAN-12: chosen anew it is replaced, also by one of somebody else; what another chose meanwhile is not overwritten', async () => {
    const first = (await now())!.id
    await set({ seen: first, from: '2026-10-31' })
    expect((await now())!.text).toContain('målt én gang') // one measurement since that day
    await expect(set({ seen: first })).rejects.toThrow(Conflict)
    await set({ seen: (await now())!.id, measure: `${w.people.ida} indicator.child-health` })
    expect(await notes()).toEqual([expect.stringMatching(/^Ida, .*ikke målt endnu$/)])
  })
  test('PLAN-12: taken away, the goal stands without one, and what stood is kept', async () => {
    await set({ seen: (await now())!.id, measure: '' })
    expect(await notes()).toEqual([])
    expect((await t.owner.query('select count(*)::int as n from goal_measure where goal_id = $1', [goalId])).rows).toEqual([{ n: 3 }])
  })
})
async function label(): Promise<string> {
  const found = await readGoalChoice(w.ctxFor('coordinator'), { caseId: w.caseId, goalId })
  return found.options.find((o) => o.value.endsWith('indicator.parent-health'))!.label.split(': ')[1]!
}
