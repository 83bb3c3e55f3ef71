import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownPacks } from '#app/catalogue/testing.ts'
import { sdqMax } from '#app/platform/calc/sdq.ts'
import { attainedOn, attainmentOver, type GoalScale, levelOn } from './attainment.ts'
import { readAnswers, readScores } from './entry.ts'
import { entriesOf, filledWays, formsFor, itemsFor, toolsFor, toolsOf } from './instruments.ts'
import { bandsOf, isReasonToTalk, normSetFor } from './norms.ts'
import { alertsIn, namedOf, scoreOf } from './scoring.ts'
import { seriesOfScores } from './score-series.ts'

const today = '2026-11-20'
const { effective } = await ownPacks()
const pack = effective('hedensted')
const tools = toolsOf(pack, today)
const tool = (code: string) => tools.find((t) => t.code === code)!
const answersOf = (code: string, values: readonly (number | null)[], informant: 'self' | 'parent' | 'teacher' = 'self') =>
  Object.fromEntries(itemsFor(tool(code), informant).map((i, k) => [i.code, values[k] ?? null]))

describe('what may be used and how', () => {
  test.each([
    ['who-5', ['paper', 'aloud', 'elsewhere']],
    ['core-10', ['paper', 'elsewhere']],
    ['sdq', ['paper', 'elsewhere']],
    ['kidscreen-10', ['elsewhere']],
    ['trial-instruments', []],
    ['ffb-themes', ['elsewhere']],
  ])('UDR-19: %s by its licence: %j', (code, ways) => {
    expect(filledWays(tool(code), today)).toEqual(ways)
  })
  test('UDR-19: the municipality’s own licence opens the licensed system while it holds', () => {
    const licensed = { ...tool('sdq'), tenantLicence: { reference: 'Aftale 7', from: '2026-01-01', until: '2026-12-31' } }
    expect(filledWays(licensed, today)).toEqual(['paper', 'licensed', 'elsewhere'])
    expect(filledWays(licensed, '2027-01-01')).toEqual(['paper', 'elsewhere'])
    expect(entriesOf(tool('kidscreen-10'), today)).toEqual(['scores'])
  })
  test.each([
    ['2024-06-01', ['P2-4']],
    ['2020-01-01', ['P4-17', 'T4-17']],
    ['2014-01-01', ['P4-17', 'T4-17', 'S11-17']],
    ['1990-01-01', []],
  ])('UDR-19: SDQ about somebody born %s has the forms %j', (born, forms) => {
    expect(formsFor(tool('sdq'), born, today).map((f) => f.code)).toEqual(forms)
  })
  test('UDR-06, UDR-07, UDR-18: themes of ICS for a child and of FFB for an adult are measures; those that may carry no level are not', () => {
    expect(tool('ffb-themes').scales.map((s) => s.code)).toEqual(expect.arrayContaining(['ffb-self-care', 'ffb-relations']))
    expect(tool('ffb-themes').scales.map((s) => s.code)).not.toContain('ffb-mental')
    expect(tool('ics-themes').scales).toHaveLength(10)
    expect(toolsFor(tools, '2017-01-01', today).map((t) => t.code)).toEqual(expect.arrayContaining(['sdq', 'ics-themes', 'who-5']))
    expect(toolsFor(tools, '1990-01-01', today).map((t) => t.code)).not.toContain('ics-themes')
  })
  test('UDR-19: no item of SDQ or CORE-10 carries any words', () => {
    for (const code of ['sdq', 'core-10']) expect(tool(code).items.every((i) => i.label === null)).toBe(true)
  })
})

describe('scores', () => {
  test.each([
    ['who-5', [3, 2, 3, 2, 2], { percent: 48 }, { percent: 'at_risk' }],
    ['who-5', [3, 3, 3, 2, 2], { percent: 52 }, { percent: 'above' }],
    ['phq-9', [1, 1, 1, 1, 1, 1, 1, 1, 2], { total: 10 }, { total: 'moderate' }],
    ['gad-7', [3, 3, 3, 3, 3, 0, 0], { total: 15 }, { total: 'severe' }],
    ['core-10', [1, 4, 4, 1, 1, 0, 1, 1, 1, 1], { total: 7 }, { total: 'low' }], // 2 and 3 are ticked the other way round
    ['core-10', [2, 2, 2, 2, 2, 2, 2, 2, null, null], { total: 20 }, { total: 'moderate' }], // prorated, measurement.md 2.1
    ['who-5', [3, 3, 3, 2, null], { percent: null }, { percent: null }],
  ])('UDR-19: %s of %j is %j', (code, values, scores, named) => {
    expect(scoreOf(tool(code), 'self', answersOf(code, values))).toMatchObject({ scores, named })
  })
  test('UDR-19: SDQ’s published example: a sum of 4 on three items is 7; impact of the teacher has three questions', () => {
    const answers = { ...answersOf('sdq', Array(25).fill(0), 'teacher'), somatic: 1, worries: 1, unhappy: 2, clingy: null, afraid: null, anyDifficulty: 1, distress: 3, friends: 2, learning: 0 }
    expect(scoreOf(tool('sdq'), 'teacher', answers).scores).toMatchObject({ emotional: 7, impact: 3 })
    expect(itemsFor(tool('sdq'), 'teacher')).toHaveLength(29)
    expect(itemsFor(tool('sdq'), 'parent')).toHaveLength(31)
  })
  test('UDR-19: an answer about death is seen also where the form is not whole', () => {
    const typed = readAnswers(tool('phq-9'), 'self', { phq9: '1' })
    expect(typed.incomplete).toBe(true)
    expect(alertsIn(tool('phq-9'), typed.answers)).toHaveLength(1)
    expect(alertsIn(tool('phq-9'), { ...typed.answers, phq9: 0 })).toEqual([])
  })
  test('UDR-19: wrong numbers are all named; SDQ’s total must be the sum of its parts', () => {
    expect(readAnswers(tool('who-5'), 'self', { who1: '6', who2: 'x', who3: '1' }).problems.map((p) => p.field)).toEqual(['a.who1', 'a.who2'])
    const parts = { emotional: '3', conduct: '2', hyperactivity: '5', peer: '1' }
    expect(readScores(tool('sdq'), 'parent', parts).scores).toMatchObject({ totalDifficulties: 11 })
    expect(readScores(tool('sdq'), 'parent', { ...parts, totalDifficulties: '12' }).problems).toMatchObject([{ field: 's.totalDifficulties' }])
    expect(readScores(tool('sdq'), 'teacher', { impact: '7' }).problems).toMatchObject([{ field: 's.impact' }])
  })
  test('UDR-19: a ready score meets the same limits as the answers it came from', () => {
    const short = fc.constantFrom('who-5', 'phq-9', 'gad-7', 'core-10')
    fc.assert(
      fc.property(short, fc.array(fc.nat(1000), { minLength: 10, maxLength: 10 }), (code, draws) => {
        const t = tool(code)
        const scored = scoreOf(t, 'self', answersOf(code, t.items.map((i, k) => draws[k]! % (i.max + 1))))
        expect(namedOf(t, scored.scores)).toEqual(scored.named)
      }),
      { numRuns: 200 },
    )
  })
})

describe('bands', () => {
  const sdq = tool('sdq')
  const who = { form: 'P4-17', born: '2020-06-01', on: today }
  const names = (scores: Record<string, number>, chosenNorms: string[], group = 'boys', form = 'P4-17') => {
    const set = normSetFor({ ...sdq, chosenNorms }, pack.normSets, { ...who, form })
    return set ? { set: set.code, bands: bandsOf(set, { form, informant: 'parent', group }, scores, {}) } : null
  }
  test('PROG-05: the same score lies in different bands of different sets, so the set is named', () => {
    expect(names({ prosocial: 6 }, ['sdq-uk-3'])).toEqual({ set: 'sdq-uk-3', bands: { prosocial: 'normal' } })
    expect(names({ prosocial: 6 }, ['sdq-uk-4'])).toEqual({ set: 'sdq-uk-4', bands: { prosocial: 'high' } })
    expect(names({ prosocial: 6 }, ['sdq-dk-parent-5-7'])).toEqual({ set: 'sdq-dk-parent-5-7', bands: { prosocial: 'borderline' } })
  })
  test.each([
    [9, 'boys', 'normal'], [10, 'boys', 'borderline'], [14, 'boys', 'abnormal'], [9, 'girls', 'borderline'], [12, 'girls', 'abnormal'],
  ])('PROG-05: Danish norms of parents: %i of %s is %s (measurement.md 1.4)', (total, group, band) => {
    expect(names({ totalDifficulties: total }, ['sdq-dk-parent-5-7'], group)?.bands).toEqual({ totalDifficulties: band })
  })
  test('PROG-05: the first chosen set that fits form and age; none chosen, no bands', () => {
    const older = normSetFor({ ...sdq, chosenNorms: ['sdq-dk-parent-5-7', 'sdq-uk-3'] }, pack.normSets, { ...who, born: '2014-01-01' })
    expect(older?.code).toBe('sdq-uk-3')
    expect(names({ totalDifficulties: 20 }, [])).toBe(null)
    expect(names({ totalDifficulties: 20 }, ['sdq-uk-4'], '', 'P2-4')).toBe(null)
    expect(isReasonToTalk(pack.normSets.find((s) => s.code === 'sdq-uk-3')!, { impact: 'abnormal' })).toBe(true)
  })
  test('PROG-05: every band of a chosen set is one that the set names', () => {
    fc.assert(
      fc.property(fc.constantFrom('sdq-uk-3', 'sdq-uk-4', 'sdq-dk-parent-5-7'), fc.nat(40), fc.constantFrom('boys', 'girls'), (code, total, group) => {
        const set = pack.normSets.find((s) => s.code === code)!
        const { totalDifficulties } = bandsOf(set, { form: 'P4-17', informant: 'parent', group }, { totalDifficulties: Math.min(total, sdqMax('P4-17', 'totalDifficulties')) }, {})
        expect(set.bands.map((b) => b.code)).toContain(totalDifficulties)
      }),
    )
  })
})

describe('series', () => {
  const kept = { id: 1, shelfId: 1, personId: 5, instrument: 'sdq', version: '1997', form: 'P4-17', informant: 'parent' as const, informantPerson: 7, informantName: 'Mette', answeredOn: '2026-01-10', scores: { totalDifficulties: 16, emotional: 5 } }
  test('UDR-18: different versions, forms and persons who answer are different series; a part of SDQ is none', () => {
    const series = seriesOfScores(
      [kept, { ...kept, id: 2, answeredOn: '2026-06-10' }, { ...kept, id: 3, informantPerson: 8, informantName: 'Jonas' }, { ...kept, id: 4, version: '1990' }, { ...kept, id: 5, form: 'T4-17', informant: 'teacher', informantPerson: null, informantName: 'Line' }],
      tools,
    )
    expect(series.map((s) => [s.measure.code, s.points.map((p) => p.recordId)])).toEqual([
      ['sdq.totalDifficulties.P4-17', [1, 2]],
      ['sdq.totalDifficulties.P4-17', [3]],
      ['sdq.totalDifficulties.P4-17.v1990', [4]],
      ['sdq.totalDifficulties.T4-17', [5]],
    ])
    expect(series[0]?.measure.error).toMatchObject({ sd: 5.8, reliability: 0.72 })
    expect(series[3]?.measure.error).toMatchObject({ sd: 6, reliability: 0.87 })
  })
  test('UDR-18: WHO-5 carries both thresholds: 10 points for a group, and the error that gives about 21 for one person', () => {
    const [one] = seriesOfScores([{ ...kept, instrument: 'who-5', form: 'self', version: '1998', informant: 'self', scores: { percent: 40 } }], tools)
    expect(one).toMatchObject({ by: 'self', measure: { code: 'who-5.percent', range: [0, 100], relevantChange: 10, error: { sd: 20, reliability: 0.85 } } })
  })
})

describe('goal attainment', () => {
  const scale = (over: Partial<GoalScale> = {}): GoalScale => ({ id: 1, shelfId: 1, sector: 'coordination', category: 'plan', subjects: [5], goalId: 9, goal: 'Ro om morgenen', levels: ['a', 'b', 'c', 'd', 'e'], weight: 1, baseline: -1, agreedOn: '2026-01-01', ratings: [], ...over })
  const rated = (level: number, on = '2026-03-01') => ({ id: 1, shelfId: 1, on, level, saidBy: 'together' as const, words: '' })
  test.each([
    [[-1, -1, -1], 36.31],
    [[0, 0, 0], 50],
    [[1, 1, 1], 63.69],
    [[1], 60],
  ])('PLAN-12: goals at %j give T %f (measurement.md 2.2)', (levels, t) => {
    const found = attainedOn(levels.map((level) => scale({ ratings: [rated(level)] })), '2026-04-01')
    expect(found?.t).toBeCloseTo(t, 2)
    expect(found).toMatchObject({ goals: levels.length, few: levels.length < 3 })
  })
  test('PLAN-12: a goal without a rating stands at its baseline; before it was agreed it is not there', () => {
    expect(levelOn(scale(), '2025-12-31')).toBe(null)
    expect(levelOn(scale(), '2026-01-01')).toBe(-1)
    expect(attainedOn([scale({ agreedOn: '2026-06-01' })], '2026-05-01')).toBe(null)
    expect(attainmentOver([scale({ ratings: [rated(0), rated(1, '2026-05-01')] }), scale({ agreedOn: '2026-04-01' })]).map((a) => [a.on, a.goals])).toEqual([['2026-03-01', 1], ['2026-05-01', 2]])
  })
})
