import { beforeAll, describe, expect, test } from 'vitest'
import { applyShippedPack } from '#app/catalogue/testing.ts'
import { NotFound } from '#app/platform/context.ts'
import { registerMonth } from '#app/progression/register-month.server.ts'
import { rateMyself } from '#app/ratings/rate.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aHome, auditRows, aWorld, type World } from '#test/world.ts'
import { readMyDevelopment } from './read-my-development.server.ts'

let t: TestDatabase
let w: World
let other: World
beforeAll(async () => {
  t = await createTestDatabase()
  const world = await aWorld(t)
  other = await aWorld(t, { municipality: 787 })
  await applyShippedPack(t, world.municipalityId, 'hedensted')
  w = await aHome(t, world, { jonas: 'shared' })
  await t.owner.query("update referral set decision = 'accepted', decided_at = '2026-08-01T10:00Z', intake_on = '2026-08-01' where case_id = $1", [w.caseId])
  const entries = [{ personId: w.people.mette, indicator: 'parent-health', text: '2' }, { personId: w.people.ida, indicator: 'child-health', text: '1' }]
  await registerMonth(w.ctxFor('coordinator'), { caseId: w.caseId, month: '2026-10-01', entries })
  await rateMyself(w.ctxFor('mette'), { caseId: w.caseId, answers: [{ question: 'how-is-it', text: '4', words: '', seen: null }] })
})

describe('how it goes, to the family itself', () => {
  test('PROG-33, CON-12: the mother sees herself first, then the children she speaks for; the log says so', async () => {
    const { members } = await readMyDevelopment(w.ctxFor('mette'), { caseId: w.caseId })
    expect(members.map((m) => m.name)).toEqual(['Mette', 'Ida'])
    expect(members[0]!.lines.map((l) => l.measure.code)).toContain('how-is-it')
    expect(members.flatMap((m) => m.notMeasured)).toEqual([]) // a demand for numbers is nothing for the family
    expect((await auditRows(t, 'portal.read-development')).at(-1)).toMatchObject({ outcome: 'done', case_id: w.caseId })
  })
  test("PROG-33: the other parent never sees the mother's numbers", async () => {
    const { members } = await readMyDevelopment(w.ctxFor('jonas'), { caseId: w.caseId })
    expect(members.flatMap((m) => m.lines).filter((l) => l.personId === w.people.mette)).toEqual([])
  })
  test('PROG-33: staff have their own page; another family finds nothing', async () => {
    await expect(readMyDevelopment(w.ctxFor('coordinator'), { caseId: w.caseId })).rejects.toThrow(NotFound)
    await expect(readMyDevelopment(other.ctxFor('coordinator'), { caseId: w.caseId })).rejects.toThrow(NotFound)
  })
})
