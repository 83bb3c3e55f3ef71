import { beforeAll, describe, expect, test } from 'vitest'
import { applyShippedPack } from '#app/catalogue/testing.ts'
import { setGoalMeasure } from '#app/development/set-goal-measure.server.ts'
import { addGoal } from '#app/plan/add-goal.server.ts'
import { registerMonth } from '#app/progression/register-month.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aHome, aWorld, type World } from '#test/world.ts'
import { planLetter } from '#app/papers/plan-blocks.ts'
import { readPaper } from '#app/papers/read-paper.server.ts'

let t: TestDatabase
let w: World
beforeAll(async () => {
  t = await createTestDatabase()
  const world = await aWorld(t)
  await applyShippedPack(t, world.municipalityId, 'hedensted')
  w = await aHome(t, world, { jonas: 'shared', assigned: ['coordinator'] })
  await t.owner.query("update referral set decision = 'accepted', decided_at = '2026-08-01T10:00Z', intake_on = '2026-08-01' where case_id = $1", [w.caseId])
  await registerMonth(w.ctxFor('coordinator'), { caseId: w.caseId, month: '2026-10-01', entries: [{ personId: w.people.mette, indicator: 'parent-health', text: '2' }] })
  const goal = await addGoal(w.ctxFor('coordinator'), { caseId: w.caseId, title: 'Morgenerne bliver rolige', subjects: [w.people.mette], aim: 'develop' })
  await setGoalMeasure(w.ctxFor('coordinator'), { caseId: w.caseId, goalId: goal.id, measure: `${w.people.mette} indicator.parent-health`, seen: null })
})
const paper = async (personIds: number[]) => JSON.stringify(planLetter('da', await readPaper(w.ctxFor('coordinator'), { caseId: w.caseId, personIds })))

describe('a goal’s measure on paper', () => {
  test('PLAN-12: the mother’s paper has it', async () => {
    expect(await paper([w.people.mette])).toContain('Målt: Mette')
  })
  test('PLAN-12: where one of the recipients may not read it, it is not there', async () => {
    expect(await paper([w.people.mette, w.people.jonas])).not.toContain('Målt: Mette')
  })
})
