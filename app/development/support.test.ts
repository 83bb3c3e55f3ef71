import { beforeAll, describe, expect, test } from 'vitest'
import { applyShippedPack } from '#app/catalogue/testing.ts'
import { Forbidden } from '#app/platform/context.ts'
import { registerMonth } from '#app/progression/register-month.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aHome, auditRows, aWorld, type World } from '#test/world.ts'
import { readSupport } from './read-support.server.ts'
import { supportOf } from './support.ts'

const family = { caseId: 1, name: 'A', intakeOn: '2026-01-10', lastMonth: '2026-10-01', standings: [] }
const changes = (n: number, judgement: 'better' | 'worse', early = false) => Array.from({ length: n }, () => ({ judgement, early }))
describe('who may need support', () => {
  test.each([
    ['registered lately', family, []],
    ['registered two months ago', { ...family, lastMonth: '2026-09-01' }, []],
    ['nothing for two whole months', { ...family, lastMonth: '2026-08-01' }, ['silent']],
    ['never, and in since long', { ...family, lastMonth: null }, ['silent']],
    ['never, and just come', { ...family, lastMonth: null, intakeOn: '2026-10-20' }, []],
    ['two changes the other way', { ...family, standings: changes(2, 'worse') }, []],
    ['three changes the other way', { ...family, standings: changes(3, 'worse') }, ['worse']],
    ['three early dips', { ...family, standings: changes(3, 'worse', true) }, []],
    ['many better', { ...family, standings: changes(9, 'better') }, []],
  ] as const)('PROG-33: %s', (_, of, reasons) => {
    expect(supportOf({ ...of, standings: [...of.standings] }, { silentMonths: 2, worse: 3 }, '2026-11-22').reasons).toEqual(reasons)
  })
})

let t: TestDatabase
let w: World
beforeAll(async () => {
  t = await createTestDatabase()
  const world = await aWorld(t)
  await applyShippedPack(t, world.municipalityId, 'hedensted')
  w = await aHome(t, world, { jonas: 'shared', assigned: ['coordinator'] })
  await t.owner.query("update referral set decision = 'accepted', decided_at = '2026-03-01T10:00Z', intake_on = '2026-03-01' where case_id = $1", [w.caseId])
  const save = (month: string, text: string) =>
    registerMonth(w.ctxFor('coordinator'), { caseId: w.caseId, month, entries: ['parent-health', 'parent-network', 'parent-self-care'].map((indicator) => ({ personId: w.people.mette, indicator, text, confirmed: true })) })
  await save('2026-09-01', '1')
  await save('2026-10-01', '3')
  await t.owner.query("update progression_value set month = '2026-04-01', judged_month = '2026-04-01' where month = '2026-09-01'")
})
describe('the project manager’s list', () => {
  test('PROG-33: a family with three changes the other way is named, with a row in its log', async () => {
    const found = await readSupport(w.ctxFor('projectManager'), { projectId: null })
    expect(found.families.find((f) => f.caseId === w.caseId)).toMatchObject({ worse: 3, reasons: ['worse'], personIds: expect.arrayContaining([w.people.mette, w.people.ida]) })
    expect((await auditRows(t, 'development.read-support')).filter((r) => r.case_id === w.caseId)).toMatchObject([{ outcome: 'done' }])
  })
  test('PROG-33: nobody else has it', async () => {
    await expect(readSupport(w.ctxFor('coordinator'), { projectId: null })).rejects.toThrow(Forbidden)
  })
})
