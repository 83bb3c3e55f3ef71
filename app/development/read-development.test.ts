import { beforeAll, describe, expect, test } from 'vitest'
import { applyShippedPack } from '#app/catalogue/testing.ts'
import { Forbidden, NotFound } from '#app/platform/context.ts'
import { registerMonth } from '#app/progression/register-month.server.ts'
import { rateMyself } from '#app/ratings/rate.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aHome, auditRows, aWorld, type World } from '#test/world.ts'
import { readDevelopment, readMember } from './read-development.server.ts'

let t: TestDatabase
let other: World
let w: World
const register = (month: string, text: string, indicator = 'parent-health') =>
  registerMonth(w.ctxFor('coordinator'), { caseId: w.caseId, month, entries: [{ personId: w.people.mette, indicator, text, confirmed: true }] })

beforeAll(async () => {
  t = await createTestDatabase()
  const world = await aWorld(t)
  other = await aWorld(t, { municipality: 787 })
  await applyShippedPack(t, world.municipalityId, 'hedensted')
  w = await aHome(t, world, { jonas: 'shared', assigned: ['coordinator', 'teacher'] })
  await t.owner.query("update referral set decision = 'accepted', decided_at = '2026-08-01T10:00Z', intake_on = '2026-08-01' where case_id = $1", [w.caseId])
  await register('2026-09-01', '3')
  await register('2026-10-01', '2')
  await register('2026-10-01', '4', 'parent-network')
  await rateMyself(w.ctxFor('mette'), { caseId: w.caseId, answers: [{ question: 'mental-health', text: '4', words: '', seen: null }] })
})

const read = (who: Parameters<World['ctxFor']>[0] = 'coordinator') => readDevelopment(w.ctxFor(who), { caseId: w.caseId })
const mette = (r: Awaited<ReturnType<typeof read>>) => r.members.find((p) => p.id === w.people.mette)!

describe('the family picture', () => {
  test("PROG-33: everybody of the family, the mother's own number beside the professional's; whose data was shown is in the log", async () => {
    const found = await read()
    expect(found.members.map((p) => p.name)).toContain('Ida')
    expect(mette(found).pairs).toMatchObject([{ own: { measure: { code: 'mental-health' }, by: 'self' }, judged: { measure: { code: 'parent-health' }, by: 'professional', standing: { difference: -1, judgement: 'better' } } }])
    expect(mette(found).lines[0]).toMatchObject({ measure: { code: 'parent-health' }, standing: { judgement: 'better', rule: 'step' } })
    expect((await auditRows(t, 'development.read')).at(-1)).toMatchObject({ outcome: 'done', case_id: w.caseId })
  })
  test('PROG-33: what was not measured is said, and only to who sees everything', async () => {
    expect(mette(await read()).notMeasured).toContainEqual({ key: 'rating.physical-health', label: 'Krop og kræfter' })
    expect(mette(await read('teacher')).notMeasured).toEqual([])
  })
  test('PROG-33: another sector sees nothing without a yes', async () => {
    expect((await read('teacher')).members.flatMap((p) => p.lines)).toEqual([])
  })
  test('PROG-33: a member reads their own in the portal, not here; another municipality finds nothing', async () => {
    await expect(read('mette')).rejects.toThrow(Forbidden)
    await expect(readDevelopment(other.ctxFor('coordinator'), { caseId: w.caseId })).rejects.toThrow(NotFound)
  })
  test('PROG-33: one member; somebody who is not of the family is not there', async () => {
    const one = await readMember(w.ctxFor('coordinator'), { caseId: w.caseId, personId: w.people.mette })
    expect(one.member.lines.map((l) => l.measure.code).toSorted()).toEqual(['mental-health', 'parent-health', 'parent-network'])
    await expect(readMember(w.ctxFor('coordinator'), { caseId: w.caseId, personId: 999999 })).rejects.toThrow(NotFound)
    expect((await auditRows(t, 'development.read-member')).at(-1)).toMatchObject({ outcome: 'refused' })
  })
})
