import { beforeAll, describe, expect, test } from 'vitest'
import { applyShippedPack } from '#app/catalogue/testing.ts'
import { Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aFamily, auditRows, aWorld, insert, type World } from '#test/world.ts'
import { choiceOf, compare } from './comparison.ts'
import { readComparison } from './read-comparison.server.ts'
import { writeComparison } from './write-comparison.server.ts'

describe('EVAL-09: the group is chosen before the first family', () => {
  const group = { kind: 'waiting-list' as const, chosenOn: '2026-03-01', lateReason: null }
  const reason = { da: 'Kommunen skiftede distrikter', en: 'Districts were changed' }
  test.each([
    [undefined, null, 'none'],
    [{ ...group, kind: 'none' as const }, null, 'none'],
    [group, null, 'in-time'],
    [group, '2026-03-02', 'in-time'],
    [group, '2026-03-01', 'late'],
    [{ ...group, lateReason: reason }, '2026-02-01', 'late-told'],
  ])('%o, first family %s: %s', (g, first, expected) => expect(choiceOf(g, first)).toBe(expected))
})

describe('EVAL-09: the difference is that of helhed calc', () => {
  const own = { people: 20, before: 2.4, after: 1.6, sdChange: 0.9 }
  const theirs = { people: 25, before: 2.3, after: 2.2, sdChange: 1 }
  test('own change less theirs; better downwards where lower is better', () => {
    const c = compare(own, theirs, 10, false)
    expect(c.did).toBeCloseTo(-0.7, 10)
    expect(c.verdict).toBe('better')
    expect(compare(own, theirs, 10, true).verdict).toBe('worse')
    const g = c.effect!
    expect([g.low < g.g, g.g < g.high, g.high < 0]).toEqual([true, true, true])
  })
  test('too few, or no spread: the numbers stand and nothing is concluded', () => {
    expect(compare({ ...own, people: 9 }, theirs, 10, false)).toMatchObject({ tooFew: true, effect: null, verdict: null })
    expect(compare(own, { ...theirs, sdChange: null }, 10, false)).toMatchObject({ tooFew: false, effect: null, verdict: null })
    expect(compare(own, { ...theirs, after: 1.6 }, 10, false).verdict).toBe('unclear')
  })
})

let t: TestDatabase
let w: World
let other: World
beforeAll(async () => {
  t = await createTestDatabase()
  await t.setNow('2026-11-20T10:00Z')
  w = await aWorld(t)
  other = await aWorld(t, { municipality: 787 })
  await applyShippedPack(t, w.municipalityId, 'hedensted')
  await applyShippedPack(t, other.municipalityId, 'thisted')
  for (let i = 0; i < 10; i++) {
    const f = await aFamily(t, w, {})
    await t.owner.query("update referral set intake_on = '2025-10-01' where case_id = $1", [f.caseId])
    const value = (month: string, number: number, how = 'judged') =>
      insert(t, 'progression_value', {
        municipality_id: w.municipalityId, case_id: f.caseId, person_id: f.people.ida, subjects: `{${f.people.ida}}`, sector: 'coordination', category: 'progression', visibility: 'staff',
        author_staff_id: w.staff.coordinator, indicator: 'child-health', month, number, how, judged_month: how === 'carried' ? '2025-10-01' : month,
      })
    await value('2025-10-01', 3)
    await value('2026-08-01', i % 2) // within two months of a year
    await value('2026-09-01', 4, 'carried') // a kept one never enters
  }
})
const figure = { projectId: null, measure: 'child-health', afterMonths: '12', people: '40', before: '2,9', after: '2,6', sdChange: '1,1', source: 'Ventelisten, opgjort november 2026' }
const write = (over: Record<string, unknown> = {}, who: Parameters<World['ctxFor']>[0] = 'projectManager') => writeComparison(w.ctxFor(who), { ...figure, ...over })

describe('EVAL-09: figures of the comparison group', () => {
  test('are held against the same people before and after, by the project manager, with a row in the log; a new one takes the old one’s place', async () => {
    await write({ after: '2,8' })
    await write()
    const [row, ...more] = (await readComparison(w.ctxFor('projectManager'), { projectId: null })).rows
    expect(more).toEqual([])
    expect(row?.own).toMatchObject({ people: 10, before: 3, after: 0.5 })
    expect(row?.compared?.did).toBeCloseTo(-2.5 - -0.3, 10)
    expect(row?.compared).toMatchObject({ tooFew: false, verdict: 'better' })
    expect(row?.higherIsBetter).toBe(false)
    expect(await auditRows(t, 'evaluation.write-comparison')).toHaveLength(2)
    const { rows } = await t.owner.query('select replaced_by is null as stands from comparison_figure order by id')
    expect(rows).toEqual([{ stands: false }, { stands: true }])
  })
  test('what cannot be is refused by field: off the scale, too few to write down, no source', async () => {
    await expect(write({ before: '7', people: '4' })).rejects.toMatchObject({ issues: [{ field: 'before' }, { field: 'people' }] })
    await expect(write({ source: '' })).rejects.toThrow(Invalid)
    await expect(write({ measure: 'nonsense' })).rejects.toThrow(Invalid)
  })
  test('no group chosen: said plainly, and nothing can be written', async () => {
    const ctx = other.ctxFor('projectManager')
    expect(await readComparison(ctx, { projectId: null })).toMatchObject({ choice: 'none', rows: [] })
    await expect(writeComparison(ctx, figure)).rejects.toThrow(Invalid)
  })
  test('refused for everybody else; another municipality’s project does not exist', async () => {
    for (const who of ['coordinator', 'steering', 'economist', 'administrator'] as const) {
      await expect(write({}, who)).rejects.toThrow(Forbidden)
      await expect(readComparison(w.ctxFor(who), { projectId: null })).rejects.toThrow(Forbidden)
    }
    await expect(readComparison(other.ctxFor('projectManager'), { projectId: w.projectId })).rejects.toThrow(NotFound)
  })
})
