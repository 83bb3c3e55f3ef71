import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { applyShippedPack } from '#app/catalogue/testing.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aWorld, type World } from '#test/world.ts'
import { measured, measureOf, seriesIn } from './indicator-series.ts'
import type { Indicator, Scale } from './indicators.ts'
import { registerMonth } from './register-month.server.ts'
import { indicatorSeries } from './series-queries.server.ts'
import { HOW, type Value } from './values.ts'

const word = { da: 'x', en: 'x' }
const indicator = (over: Partial<Indicator> = {}): Indicator => ({
  code: 'child-health', label: word, validFrom: '2014-01-01', validUntil: null, source: 'x', kind: 'subjective', about: 'child', group: word, answer: 'scale', scale: 'ffb', againstBaseline: false,
  ageFrom: 0, ageUntil: 17, everyMonths: 1, ...over,
})
const scale: Scale = {
  code: 'ffb', label: word, validFrom: '2014-01-01', validUntil: null, source: 'x', verified: true,
  steps: [0, 1, 2, 3, 4].map((value) => ({ code: `ffb-${value}`, value: value as number | null, label: word, meaning: word })).concat([{ code: 'ffb-not-assessed', value: null, label: word, meaning: word }]),
}
const value = (over: Partial<Value>): Value => ({
  id: 1, revision: 1, shelfId: 1, personId: 3, indicator: 'child-health', month: '2026-09-01', number: 2, second: null, choice: null, how: 'judged', judgedMonth: '2026-09-01', source: '', confirmed: false,
  writtenOn: '2026-10-01', by: 'Anna Holm', ...over,
})

describe('series of the monthly values', () => {
  test('PROG-07: of FFB lower is better, and nobody’s error is made up', () => {
    expect(measureOf(indicator(), scale)).toMatchObject({ higherIsBetter: false, range: [0, 4], error: null, relevantChange: 1 })
    expect(measureOf(indicator({ answer: 'attendance' }), undefined)).toMatchObject({ higherIsBetter: true, range: [0, 100], relevantChange: null })
    expect(measureOf(indicator({ answer: 'kept' }), undefined)).toMatchObject({ range: [0, 2] })
  })
  test('PROG-26: a lost place counts as none', () => {
    const kept = (choice: string) => measured(indicator({ answer: 'kept' }), { number: null, second: null, choice })
    expect(['kept', 'begun', 'lost', 'no', 'other'].map(kept)).toEqual([2, 1, 0, 0, null])
    expect(measured(indicator(), { number: null, second: null, choice: 'ffb-not-assessed' })).toBe(null)
  })
  test('PROG-03: the points stand at the end of their months, in order, without what was kept', () => {
    const values = [value({ id: 3, month: '2026-10-01', number: 1 }), value({ id: 2, how: 'carried', judgedMonth: '2026-08-01' }), value({ id: 1, month: '2026-08-01' })]
    expect(seriesIn(values, [indicator()], [scale])).toMatchObject([
      { personId: 3, by: 'professional', points: [{ on: '2026-08-31', value: 2, recordId: 1, who: 'Anna Holm' }, { on: '2026-10-31', value: 1, recordId: 3 }] },
    ])
  })
  test('PROG-21: hours with attendance are two series', () => {
    const found = seriesIn([value({ number: 12, second: 90, how: 'counted' })], [indicator({ answer: 'hours-and-attendance' })], [])
    expect(found.map((s) => [s.measure.code, s.by, s.points.map((p) => p.value)])).toEqual([['child-health', 'counted', [12]], ['child-health.attendance', 'counted', [90]]])
  })
  test('PROG-04: a carried value never enters, whatever the months hold', () => {
    const months = fc.array(fc.record({ month: fc.constantFrom('2026-07-01', '2026-08-01', '2026-09-01'), how: fc.constantFrom(...HOW), personId: fc.constantFrom(1, 2), number: fc.integer({ min: 0, max: 4 }) }))
    fc.assert(
      fc.property(months, (rows) => {
        const values = rows.map((r, id) => value({ ...r, id }))
        const points = seriesIn(values, [indicator()], [scale]).flatMap((s) => s.points.map((p) => p.recordId))
        expect(points.toSorted((a, b) => a - b)).toEqual(values.filter((v) => v.how !== 'carried').map((v) => v.id))
      }),
    )
  })
})

describe('indicatorSeries', () => {
  let t: TestDatabase
  let w: World
  beforeAll(async () => {
    t = await createTestDatabase()
    w = await aWorld(t, { jonas: 'shared' })
    await applyShippedPack(t, w.municipalityId, 'hedensted')
    await t.owner.query("update referral set decision = 'accepted', decided_at = '2026-08-01T10:00Z', intake_on = '2026-08-01' where case_id = $1", [w.caseId])
  })
  test('PROG-33: the coordinator has the family’s; the teacher without consent none', async () => {
    const register = (month: string, text: string) =>
      registerMonth(w.ctxFor('coordinator'), { caseId: w.caseId, month, entries: [{ personId: w.people.ida, indicator: 'child-health', text }] })
    await register('2026-09-01', '2')
    await register('2026-10-01', 'u')
    const seen = (who: 'coordinator' | 'teacher') => inTransaction(w.ctxFor(who), w.caseId, (tx) => indicatorSeries(tx, w.caseId, '2026-11-01'))
    expect(await seen('coordinator')).toMatchObject([{ personId: w.people.ida, measure: { code: 'child-health', higherIsBetter: false }, points: [{ on: '2026-09-30', value: 2 }] }])
    expect(await seen('teacher')).toEqual([])
  })
})
