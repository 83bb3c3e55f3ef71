import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lix } from '#app/platform/calc/lix.ts'
import { reliableChange } from '#app/platform/calc/change.ts'
import type { By, Measure, Series } from '#app/progression/series.ts'
import { changeText, judgementText, toYou } from './change-words.ts'
import { type Line, outOfReach, pairsOf, shadowOf, shownFirst, standingOf, strengthsFirst, towardsBest } from './development.ts'

const label = { da: 'Trivsel', en: 'Well-being' }
/** WHO-5: SD 20 is recalled [N], alpha .85 (M44); 10 points matter for a group (M24), about 21 for one person (measurement.md 2.3). */
const who5: Measure = { kind: 'instrument', code: 'who5', label, higherIsBetter: true, range: [0, 100], error: { sd: 20, reliability: 0.85, source: 'M44' }, relevantChange: 10 }
const ffb: Measure = { kind: 'indicator', code: 'parent-health', label, higherIsBetter: false, range: [0, 4], error: null, relevantChange: 1 }
const own: Measure = { kind: 'rating', code: 'how-is-it', label, higherIsBetter: true, range: [0, 10], error: null, relevantChange: 2 }
const hours: Measure = { kind: 'indicator', code: 'parent-hours', label, higherIsBetter: true, range: [0, 100], error: null, relevantChange: null }
const series = (measure: Measure, values: [string, number][], by: By = 'professional'): Series => ({ personId: 1, measure, by, points: values.map(([on, value], i) => ({ on, value, by, who: null, recordId: i + 1, shelfId: 1 })) })
const standing = (measure: Measure, values: [string, number][], by?: By) => standingOf(series(measure, values, by), '2025-08-01', 28)!
const today = '2026-11-22'
const line = (s: Series): Line => ({ ...s, key: `${s.measure.kind}.${s.measure.code}`, standing: standingOf(s, '2025-08-01', 28)!, values: null, outOfReach: null })

describe('the category of a change', () => {
  test.each([
    ['WHO-5 up by 20: for one person too small (measurement.md 2.3)', who5, 40, 60, 'small', 'for lille til at være sikker på'],
    ['WHO-5 up by 22', who5, 40, 62, 'better', 'tydelig ændring til det bedre'],
    ['WHO-5 down by 30', who5, 60, 30, 'worse', 'tydelig ændring den anden vej'],
    ['FFB one step down is one step better', ffb, 3, 2, 'better', 'et skridt til det bedre; usikkerheden er ikke kendt'],
    ['FFB one step up', ffb, 2, 3, 'worse', 'et skridt den anden vej; usikkerheden er ikke kendt'],
    ['own number up by one: less than a step', own, 4, 5, 'small', 'mindre end et skridt'],
    ['own number up by two', own, 4, 6, 'better', 'et skridt til det bedre; usikkerheden er ikke kendt'],
    ['the same', own, 4, 4, 'small', 'ingen ændring'],
  ] as const)('PROG-33: %s', (_, measure, from, to, judgement, said) => {
    const s = standing(measure, [['2025-08-31', from], ['2026-10-31', to]])
    expect(s.judgement).toBe(judgement)
    expect(judgementText('da', s)).toBe(said)
  })
  test('PROG-33: it is the very function of `helhed calc`, whatever the numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 40 }), fc.double({ min: 0, max: 0.98, noNaN: true }), fc.boolean(), (pre, post, sd, reliability, higherIsBetter) => {
        const measure: Measure = { ...who5, higherIsBetter, error: { sd, reliability, source: 'x' } }
        const { direction } = reliableChange({ pre, post, sd, reliability, higherIsBetter })
        expect(standing(measure, [['2025-08-31', pre], ['2026-10-31', post]]).judgement).toBe({ improved: 'better', unchanged: 'small', deteriorated: 'worse' }[direction])
      }),
    )
  })
  test('PROG-33: both thresholds where two exist, by name', () => {
    const s = standing(who5, [['2025-08-31', 40], ['2026-10-31', 55]])
    expect(s).toMatchObject({ forGroups: 10 })
    expect(s.needed).toBeCloseTo(21.47, 2)
    expect(standing(own, [['2025-08-31', 4]])).toMatchObject({ forGroups: null, needed: 2 })
  })
  test('PROG-33: measured once, counted, or without a known error is not judged', () => {
    expect(standing(who5, [['2025-08-31', 40]])).toMatchObject({ judgement: 'unknown', why: 'once' })
    expect(standing(hours, [['2025-08-31', 0], ['2026-10-31', 15]], 'counted')).toMatchObject({ judgement: 'unknown', why: 'counted', difference: 15 })
    expect(standing({ ...own, relevantChange: null }, [['2025-08-31', 4], ['2026-10-31', 8]])).toMatchObject({ judgement: 'unknown', why: 'no-error' })
  })
  test('PROG-33: lower in the first three months is early and said so, later not', () => {
    const dip = standing(own, [['2025-08-15', 6], ['2025-10-10', 3]])
    expect(dip.early).toBe(true)
    expect(judgementText('da', dip)).toContain('almindeligt i de første måneder')
    expect(standing(own, [['2025-08-15', 6], ['2025-12-10', 3]]).early).toBe(false)
    expect(standing(ffb, [['2025-08-31', 3], ['2025-10-31', 2]]).early).toBe(false) // lower is better
  })
  test('PROG-33: the first measurement is late more than four weeks after the start; a monthly value counts from the first of its month', () => {
    expect(standing(own, [['2025-08-29', 4]]).baseline.late).toBe(false)
    expect(standing(own, [['2025-08-30', 4]]).baseline.late).toBe(true)
    expect(standing(ffb, [['2025-08-31', 4]]).baseline.late).toBe(false)
    expect(standing(ffb, [['2025-09-30', 4]]).baseline.late).toBe(true)
  })
  test('PROG-33: no room on the scale is said', () => {
    expect(standing(own, [['2025-08-15', 10]]).room).toBe('none')
    expect(standing(own, [['2025-08-15', 9]]).room).toBe('little')
    expect(standing(ffb, [['2025-08-31', 0]]).room).toBe('none')
    expect(standing(who5, [['2025-08-15', 60]]).room).toBe('enough')
  })
  test('GOAL-10: 50 per cent up cannot be reached from above two thirds of the scale', () => {
    expect([outOfReach(own, 7, 50), outOfReach(own, 6, 50), outOfReach(own, 0, 50), outOfReach(ffb, 4, 50), outOfReach(own, 9, null)]).toEqual([50, null, null, null, null])
  })
  test('PLAN-12: since another day than the first measurement', () => {
    const s = series(own, [['2025-08-15', 2], ['2025-12-10', 4], ['2026-09-10', 7]])
    expect(standingOf(s, '2025-08-01', 28, '2026-01-01')).toMatchObject({ difference: 3, baseline: { point: { value: 4 }, late: false } })
    expect(standingOf(s, '2025-08-01', 28, '2025-01-01')).toMatchObject({ difference: 5, baseline: { late: true } })
  })
})

describe('the picture', () => {
  test('PROG-33: the shadow stays on the scale and is none where no error is known', () => {
    expect(shadowOf(who5, 50)!.high).toBeCloseTo(50 + 1.96 * 20 * Math.sqrt(0.15), 6)
    expect(shadowOf(who5, 98)!.high).toBe(100)
    expect(shadowOf(ffb, 2)).toBeNull()
  })
  test('PROG-33: two scales in one picture have the best end at the top', () => {
    expect([towardsBest(ffb, 0), towardsBest(ffb, 4), towardsBest(own, 10), towardsBest(own, 0)]).toEqual([1, 0, 1, 0])
  })
  test('PROG-33: strengths first, what is worse last, an early dip is not among the worse', () => {
    const worse = line(series(own, [['2025-08-15', 8], ['2026-09-10', 3]]))
    const dip = line(series(own, [['2025-08-15', 8], ['2025-09-10', 3]]))
    const better = line(series(ffb, [['2025-08-31', 3], ['2026-09-30', 1]]))
    expect(strengthsFirst([worse, dip, better])).toEqual([better, dip, worse])
  })
  test("PROG-33: a person's own number stands beside the professional's about the same, never as one", () => {
    const [mine, theirs] = [line(series(own, [['2025-08-15', 8]], 'self')), line(series(ffb, [['2025-08-31', 3]]))]
    expect(pairsOf([theirs, mine], { 'how-is-it': ['parent-health'] })).toEqual([{ own: mine, judged: theirs }])
    expect(pairsOf([theirs, mine], {})).toEqual([{ own: mine, judged: null }])
  })
})

describe('words', () => {
  test('PLAN-12: a goal in one line', () => {
    expect(changeText('da', line(series(own, [['2026-08-15', 3], ['2026-11-10', 4]])), today)).toBe('fra 3 til 4 siden august; mindre end et skridt')
    expect(changeText('da', line(series(who5, [['2025-08-15', 40], ['2026-11-10', 50]])), today)).toBe('fra 40 til 50 siden august 2025; for lille til at være sikker på')
  })
  test('PROG-33: what the person reads is easy: LIX at most 30, and never "significant"', () => {
    const worlds = [[4, 8], [4, 5], [8, 2], [4, 4]] as const
    const said = worlds.map(([a, b]) => toYou('da', line(series({ ...own, higherIsBetter: true }, [['2025-08-15', a], ['2026-09-10', b]], 'self')), today))
    for (const { said: text, numbers } of said) {
      expect(lix(`${text} ${numbers}`).lix).toBeLessThanOrEqual(30)
      expect(text).not.toMatch(/signifikan|forværr|dårlig/i)
    }
  })
})
test('PROG-33: what has become worse is never folded away', () => {
  const worse = line(series(own, [['2025-08-15', 8], ['2026-09-10', 3]]))
  const same = line(series(own, [['2025-08-15', 8], ['2026-09-10', 8]]))
  expect(shownFirst([same, same, worse], 1)).toEqual({ shown: [same, worse], folded: [same] })
})
