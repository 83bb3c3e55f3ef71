import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runCalc } from './calc-command.ts'
import { sdqCodes } from './sdq.ts'

// Every formula through the front door, against figures printed by others.
const calc = (topic: string, input: unknown) => JSON.parse(runCalc([topic], JSON.stringify(input)).stdout)
const close = (value: number) => expect.closeTo(value, 4)
const refused = (topic: string, input: unknown) => expect(runCalc([topic], JSON.stringify(input)).exitCode, JSON.stringify(input)).toBe(2)
const all = (value: number | null) => Object.fromEntries(sdqCodes.map((code) => [code, value]))

test('calc: SDQ scores as the official syntax: prorated, rounded half up, two of five answers are too few', () => {
  // Sum 4 on three answered items: 6.67 → 7 ("Scoring the SDQ for age 4-17", 2014).
  expect(calc('score', { instrument: 'sdq', answers: { ...all(0), somatic: 2, worries: 1, unhappy: 1, clingy: null, afraid: null } }).emotional).toBe(7)
  expect(calc('score', { instrument: 'sdq', informant: 'parent', version: 'P4-17', answers: all(0) })).toEqual({
    emotional: 0, conduct: 2, hyperactivity: 4, peer: 4, prosocial: 0, totalDifficulties: 10, externalising: 6, internalising: 4,
  })
  const few = calc('score', { instrument: 'sdq', answers: { ...all(1), lies: null, steals: null, fights: null } })
  expect(few).toMatchObject({ conduct: null, totalDifficulties: null, externalising: null, internalising: 10, reason: 'incomplete' })
  // Half a point up: 1 and a half of 4 answered items is 2.5 times … 2/4·5 = 2.5 → 3.
  expect(calc('score', { instrument: 'sdq', answers: { ...all(0), consid: 2, helpout: null } }).prosocial).toBe(3)
  refused('score', { instrument: 'sdq', answers: { consid: 3 } })
  refused('score', { instrument: 'sdq', answers: { considerate: 1 } })
  refused('score', { instrument: 'eq5d', answers: [] })
})

test('calc: impact counts only what troubles more than a little, and none is none', () => {
  const answers = { distress: 2, home: 1, friends: 3, learning: 0, leisure: 2 }
  expect(calc('sdq-impact', { informant: 'parent', anyDifficulty: 2, ...answers })).toEqual({ impact: 4, max: 10 })
  expect(calc('sdq-impact', { informant: 'teacher', anyDifficulty: 2, ...answers })).toEqual({ impact: 3, max: 6 })
  expect(calc('sdq-impact', { informant: 'teacher', anyDifficulty: 2, distress: 1, friends: 3, learning: 0 })).toEqual({ impact: 2, max: 6 })
  expect(calc('sdq-impact', { informant: 'self', anyDifficulty: 0, ...answers })).toEqual({ impact: 0, max: 10 })
  expect(calc('sdq-impact', { informant: 'self', anyDifficulty: 1, ...answers, home: null })).toEqual({ impact: null, max: 10, reason: 'incomplete' })
})

test('calc: bands name their norm set; the two sets disagree about the same child', () => {
  expect(calc('sdq-bands', { version: 'P4-17', bands: 3, scores: { totalDifficulties: 13, emotional: 4, prosocial: 6 } })).toEqual({ totalDifficulties: 'normal', emotional: 'borderline', prosocial: 'normal' })
  expect(calc('sdq-bands', { version: 'P4-17', bands: 4, scores: { prosocial: 6, totalDifficulties: 20 } })).toEqual({ prosocial: 'high', totalDifficulties: 'very_high' })
  expect(calc('sdq-bands', { version: 'S11-17', bands: 3, scores: { peer: 5, impact: 2 } })).toEqual({ peer: 'borderline', impact: 'abnormal' })
  expect(calc('sdq-bands', { version: 'P2-4', bands: 4, scores: { conduct: 4 } })).toEqual({ conduct: null, reason: 'noNorms' })
  refused('sdq-bands', { version: 'T4-17', bands: 3, scores: { impact: 7 } })
})

test('calc: added value only where the formula was made', () => {
  const child = { informant: 'parent', months: 6, t1Total: 20, t1Impact: 4, t1Emotional: 5, t2Total: 15 }
  expect(calc('sdq-added-value', child)).toEqual({ expectedT2: close(17.6), addedValue: close(2.6), effectSize: close(0.52) })
  expect(calc('sdq-added-value', { ...child, informant: 'teacher' })).toEqual({ expectedT2: null, addedValue: null, effectSize: null, reason: 'informant' })
  expect(calc('sdq-added-value', { ...child, months: 9 }).reason).toBe('months')
})

test('calc: the short scales: edges of every band, and a missing answer is no score', () => {
  expect(calc('score', { instrument: 'who5', answers: [3, 3, 2, 2, 2] })).toEqual({ raw: 12, percent: 48, atRisk: true })
  expect(calc('score', { instrument: 'who5', answers: [3, 3, 3, 2, 2] }).atRisk).toBe(false)
  expect(calc('score', { instrument: 'who5', answers: [3, 3, 2, 2, null] })).toEqual({ raw: null, percent: null, atRisk: null, reason: 'incomplete' })
  const sum = (instrument: string, n: number, most: number, total: number) =>
    calc('score', { instrument, answers: Array.from({ length: n }, (_, k) => Math.max(0, Math.min(most, total - k * most))) })
  expect([4, 5, 10, 15, 20].map((t) => sum('phq9', 9, 3, t).severity)).toEqual(['minimal', 'mild', 'moderate', 'moderately_severe', 'severe'])
  expect([4, 5, 10, 15, 21].map((t) => sum('gad7', 7, 3, t).severity)).toEqual(['minimal', 'mild', 'moderate', 'severe', 'severe'])
  expect([5, 6, 11, 16, 21, 26].map((t) => sum('core10', 10, 4, t).band)).toEqual(['healthy', 'low', 'mild', 'moderate', 'moderately_severe', 'severe'])
  expect(calc('score', { instrument: 'core10', answers: [4, 4, null, 4, 0, 0, 0, 0, 0, null] })).toEqual({ total: 15, band: 'mild' })
  expect(calc('score', { instrument: 'core10', answers: [4, 4, null, 4, 0, 0, 0, 0, null, null] })).toEqual({ total: null, band: null, reason: 'incomplete' })
  refused('score', { instrument: 'phq9', answers: [1, 2] })
})

test('calc: reliable change: 32.5 to 47.5 with SD 7.5 and reliability .80 (Jacobson & Truax 1991)', () => {
  const i = { pre: 32.5, post: 47.5, sd: 7.5, reliability: 0.8, higherIsBetter: true }
  expect(calc('change', i)).toEqual({ seMeasurement: close(3.3541), sDiff: close(4.7434), rci: close(3.1623), reliable: true, direction: 'improved', minimalReliableChange: close(9.2971) })
  expect(calc('change', { ...i, higherIsBetter: false })).toMatchObject({ rci: close(3.1623), direction: 'deteriorated' })
  // Exactly at the limit is not above it, whatever the fractions do.
  expect(calc('change', { pre: 0, post: 1.96, sd: 1, reliability: 0.5, higherIsBetter: true }).direction).toBe('unchanged')
  refused('change', { ...i, reliability: 1 })
  refused('change', { ...i, sd: 0 })
  refused('change', { ...i, sd: null })
})

test('calc: cut-offs: b rests on the functional spread', () => {
  expect(calc('clinical-cutoffs', { meanClinical: 40, sdClinical: 7.5, meanFunctional: 60, sdFunctional: 5, higherIsBetter: true })).toEqual({ a: 55, b: 50, c: 52 })
  expect(calc('clinical-cutoffs', { meanClinical: 60, sdClinical: 5, meanFunctional: 40, sdFunctional: 7.5, higherIsBetter: false })).toEqual({ a: 50, b: 55, c: 52 })
})

test('calc: a group: each person in exactly one outcome', () => {
  const cutoff = { meanFunctional: 60, sdFunctional: 5, kind: 'c', meanClinical: 40 }
  const group = { pre: [40, 40, 40, 60, 60, 52], post: [60, 51, 41, 40, 54, 40], reliability: 0.8, sd: 7.5, higherIsBetter: true }
  expect(calc('change-cohort', group)).toEqual({ sDiff: close(4.7434), improved: 2, unchanged: 2, deteriorated: 2 })
  expect(calc('change-cohort', { ...group, cutoff })).toEqual({ sDiff: close(4.7434), improved: 1, unchanged: 2, deteriorated: 0, recovered: 1, harmed: 2, cutoffValue: 52 })
  expect(calc('change-cohort', { pre: [1, 2, 3], post: [3, 2, 1], reliability: 0.5, higherIsBetter: true }).sDiff).toBeCloseTo(1, 10)
  refused('change-cohort', { pre: [1], post: [2], reliability: 0.5, higherIsBetter: true })
  refused('change-cohort', { pre: [1, 2], post: [2], reliability: 0.5, higherIsBetter: true })
  const whole = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 })), { minLength: 1, maxLength: 20 })
  fc.assert(fc.property(whole, fc.boolean(), (list, higherIsBetter) => {
    const found = calc('change-cohort', { pre: list.map(([a]) => a), post: list.map(([, b]) => b), reliability: 0.8, sd: 6, higherIsBetter, cutoff: { meanFunctional: 25, sdFunctional: 5, kind: 'b' } })
    expect(found.improved + found.unchanged + found.deteriorated + found.recovered + found.harmed).toBe(list.length)
  }))
})

test('calc: change in per cent: two readings, and a zero baseline has none', () => {
  const base = { improveBy: 0.5, worsenBy: 0.1, higherIsBetter: true }
  expect(calc('change-percent', { ...base, pre: [2, 4], post: [3, 4] })).toEqual({ improved: 1, unchanged: 1, deteriorated: 0, changeOfMeansPct: close(16.6667), meanOfIndividualPct: 25, zeroBaselines: 0 })
  expect(calc('change-percent', { ...base, pre: [0, 0, 4], post: [1, 0, 3] })).toEqual({
    improved: 1, unchanged: 1, deteriorated: 1, changeOfMeansPct: 0, meanOfIndividualPct: null, zeroBaselines: 2, reason: 'zeroBaseline',
  })
  expect(calc('change-anchor', { pre: [0.1, 5], post: [0.3, 5], minimalImportantDifference: 0.2, higherIsBetter: true })).toEqual({ improved: 1, unchanged: 1, deteriorated: 0 })
  expect(calc('target-reachable', { baselineMean: 70, targetPct: 50, scaleMax: 100 })).toEqual({ targetMean: 105, reachable: false })
  expect(calc('target-reachable', { baselineMean: 60, targetPct: 50, scaleMax: 90 }).reachable).toBe(true)
  expect(calc('target-reachable', { baselineMean: 0, targetPct: 50, scaleMax: 100 })).toEqual({ targetMean: null, reachable: null, reason: 'zeroBaseline' })
})

test('calc: goal attainment: three goals all one below, as expected, one above', () => {
  const t = (x: number, goals: number) => calc('gas', { attainment: Array(goals).fill(x), weights: Array(goals).fill(1) }).t
  expect([t(-1, 3), t(0, 3), t(1, 3), t(1, 1)]).toEqual([close(36.3069), 50, close(63.6931), close(60)])
  expect(calc('gas', { attainment: [0, 1], weights: [2, 1], baseline: [-1, -1] })).toEqual({ t: expect.any(Number), tBaseline: expect.any(Number), change: expect.any(Number) })
  refused('gas', { attainment: [0, 1], weights: [1] })
  refused('gas', { attainment: [3], weights: [1] })
})

test('calc: effect sizes as printed by Borenstein (2009)', () => {
  expect(calc('effect-size', { m1: 103, sd1: 5.5, n1: 50, m2: 100, sd2: 4.5, n2: 50 })).toEqual({ sdUsed: close(5.0249), d: close(0.597), g: close(0.5924), j: close(0.9923), varD: close(0.0418), seG: close(0.2028) })
  expect(calc('effect-size', { meanDiff: 3, sdDiff: 4.5, r: 0.7, n: 50 })).toMatchObject({ sdUsed: close(5.8095), d: close(0.5164), varD: close(0.0136) })
  expect(calc('difference-in-differences', { treatedBefore: 20.44, treatedAfter: 21.03, controlBefore: 23.33, controlAfter: 21.17 }).did).toBeCloseTo(2.75, 10)
})

test('calc: shares with Wilson and Newcombe intervals; nobody is no share', () => {
  expect(calc('proportion', { x: 7, n: 10 })).toEqual({ p: 0.7, low: close(0.3968), high: close(0.8922) })
  expect(calc('proportion', { x: 0, n: 10 })).toEqual({ p: 0, low: 0, high: close(0.2775) })
  expect(calc('proportion', { x: 10, n: 10, level: 0.99 })).toMatchObject({ high: 1 })
  expect(calc('proportion', { x: 0, n: 0 })).toEqual({ p: null, low: null, high: null, reason: 'empty' })
  // Newcombe (1998), table II a: 56/70 against 48/80.
  expect(calc('proportion-difference', { x1: 56, n1: 70, x2: 48, n2: 80 })).toEqual({ difference: close(0.2), low: close(0.0524), high: close(0.3339) })
  refused('proportion', { x: 3, n: 2 })
})

test('calc: retention: the leukaemia trial (Freireich 1963) as every textbook prints it', () => {
  const time = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
  const event = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]
  const found = calc('retention', { time, event, at: [5, 6, 12] })
  expect(found).toMatchObject({ n: 21, events: 9, median: 23 })
  expect(found.steps[0]).toEqual({ time: 6, atRisk: 21, survival: close(0.8571), stdErr: close(0.0764), low: close(0.6197), high: close(0.9516) })
  expect(found.at).toEqual([
    { time: 5, survival: 1, atRisk: 21, low: null, high: null },
    { time: 6, survival: close(0.8571), atRisk: 21, low: close(0.6197), high: close(0.9516) },
    { time: 12, survival: close(0.7529), atRisk: 12, low: close(0.5032), high: close(0.8894) },
  ])
  const plain = calc('retention', { time, event, ci: 'plain' }).steps[0]
  expect([plain.low, plain.high]).toEqual([close(0.7075), 1])
  const placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]
  const both = { time: [...time, ...placebo], event: [...event, ...placebo.map(() => 1)], group: [...time.map(() => 'a'), ...placebo.map(() => 'b')] }
  expect(calc('retention-compare', both)).toEqual({ chi2: close(16.7929), df: 1, p: expect.closeTo(4.17e-5, 7) })
  expect(calc('retention', { time: [2, 2], event: [1, 1] }).steps).toEqual([{ time: 2, atRisk: 2, survival: 0, stdErr: null, low: null, high: null }])
  refused('retention', { time: [1], event: [2] })
  refused('retention-compare', { time: [1], event: [1], group: ['a'] })
})

test('calc: control chart: a run, a trend, a point outside, and provisional under twelve', () => {
  const still = [5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6]
  expect(calc('control-chart', { values: still })).toMatchObject({ mean: 5.5, mrBar: 1, upper: close(8.16), lower: close(2.84), mrUpper: close(3.267), provisional: false, signals: still.map(() => []) })
  const run = calc('control-chart', { values: [...Array(7).fill(4), ...Array(7).fill(6), 4.9] })
  expect(run.signals.filter((s: string[]) => s.includes('run'))).toHaveLength(14)
  const rising = calc('control-chart', { values: [9, 1, 2, 3, 4, 5, 6, 7, 7] })
  expect(rising.signals.map((s: string[]) => s.includes('trend'))).toEqual([false, true, true, true, true, true, true, true, false])
  expect(calc('control-chart', { values: [...still, 20] })).toMatchObject({ mrAbove: [12] })
  expect(calc('control-chart', { values: [4] })).toMatchObject({ mean: 4, upper: null, reason: 'tooFew', provisional: true })
  refused('control-chart', { values: [] })
})
