import { describe, expect, test } from 'vitest'
import { evaluateCriteria, holds, type CriterionAnswers } from './criteria.ts'
import { ownPacks } from './testing.ts'

const { effective } = await ownPacks()
const today = '2026-11-22'
const yes = { answer: 'yes', evidence: 'Seen in the case' } as const
const no = { answer: 'no', evidence: null } as const
const answers = (said: Record<string, boolean>): CriterionAnswers =>
  Object.fromEntries(Object.entries(said).map(([code, positive]) => [code, positive ? yes : no]))

const burdened = { 'social-problems': true, 'health-problems': true, 'employment-problems': true, 'several-departments': true }

describe('VIS-01: the national target group', () => {
  const judge = (said: Record<string, boolean>) => evaluateCriteria(effective('national-2014'), answers(said), today)
  const all = { ...burdened, 'parent-on-public-support': true }
  test.each([
    ['all five', all, 'meets'],
    ['nobody on public support', { ...all, 'parent-on-public-support': false }, 'does-not-meet'],
    ['no health problem', { ...all, 'health-problems': false }, 'does-not-meet'],
    ['one department only', { ...all, 'several-departments': false }, 'does-not-meet'],
    ['nothing answered', {}, 'unanswered'],
  ])('%s', (_, said, result) => {
    expect(judge(said).result).toBe(result)
  })

  test('what is missing is named', () => {
    expect(judge(burdened).missing).toMatchObject([{ code: 'parent-on-public-support', needs: 'answer' }])
  })

  test('a yes without evidence counts as unanswered', () => {
    const given = { ...answers(all), 'parent-on-public-support': { answer: 'yes', evidence: '  ' } } as const
    const { result, missing } = evaluateCriteria(effective('national-2014'), given, today)
    expect(result).toBe('unanswered')
    expect(missing).toMatchObject([{ code: 'parent-on-public-support', needs: 'evidence' }])
  })
})

describe('Hedensted', () => {
  const judge = (said: Record<string, boolean>) => evaluateCriteria(effective('hedensted'), answers(said), today)
  const neither = { 'parent-on-disability-pension': false, 'both-parents-work-or-study': false }
  const base = { ...burdened, ...neither, 'parent-on-cash-benefit': true }
  const placed = { 'child-at-risk-of-placement': false, 'child-already-placed': true }

  test.each([
    ['VIS-03: cash benefit and a child at risk', { ...base, 'child-at-risk-of-placement': true }, 'meets'],
    ['VIS-03: no parent on cash benefit',
      { ...base, 'parent-on-cash-benefit': false, 'child-at-risk-of-placement': true }, 'does-not-meet'],
    ['VIS-03: no child at risk or placed',
      { ...base, 'child-at-risk-of-placement': false, 'child-already-placed': false }, 'does-not-meet'],
    ['VIS-04: a placed child may come home', { ...base, ...placed, 'parents-wish-return': true, 'return-home-plausible': true }, 'meets'],
    ['VIS-04: the parents do not wish it', { ...base, ...placed, 'parents-wish-return': false }, 'does-not-meet'],
    ['VIS-04: a return is not plausible',
      { ...base, ...placed, 'parents-wish-return': true, 'return-home-plausible': false }, 'does-not-meet'],
    ['VIS-04: the wish is not asked yet', { ...base, ...placed }, 'unanswered'],
    ['VIS-05: a parent on disability pension',
      { ...base, 'child-at-risk-of-placement': true, 'parent-on-disability-pension': true }, 'does-not-meet'],
    ['VIS-05: both parents work or study',
      { ...base, 'child-at-risk-of-placement': true, 'both-parents-work-or-study': true }, 'does-not-meet'],
  ])('%s', (_, said, result) => {
    expect(judge(said).result).toBe(result)
  })

  test('VIS-05: the exclusion gives its reason for a letter', () => {
    const { against } = judge({ ...base, 'child-at-risk-of-placement': true, 'parent-on-disability-pension': true })
    expect(against).toMatchObject([{ code: 'disability-pension-out', effect: 'excludes', holds: true }])
    expect(against[0]?.reason.da).toContain('førtidspension')
  })

  test('VIS-04: only the branch that is still open is asked for', () => {
    expect(judge({ ...base, ...placed, 'return-home-plausible': true }).missing.map((one) => one.code)).toEqual(['parents-wish-return'])
    expect(judge({ ...base, 'child-at-risk-of-placement': true }).missing).toEqual([])
  })

  test('VIS-06: softer grounds are shown and change nothing', () => {
    const without = judge({ ...base, 'child-at-risk-of-placement': true })
    const given = judge({ ...base, 'child-at-risk-of-placement': true, 'strains-raise-vulnerability': true })
    expect([without.result, given.result]).toEqual(['meets', 'meets'])
    expect([without.soft, given.soft.map((one) => one.code)]).toEqual([[], ['softer-grounds']])
  })
})

describe('VIS-07: Thisted', () => {
  const judge = (said: Record<string, boolean>) => evaluateCriteria(effective('thisted'), answers(said), today).result
  test.each([
    ['cash benefit and an active child case', { 'adult-on-cash-benefit': true, 'active-child-case': true }, 'meets'],
    ['no child case', { 'adult-on-cash-benefit': true, 'active-child-case': false }, 'does-not-meet'],
    ['no cash benefit', { 'adult-on-cash-benefit': false, 'active-child-case': true }, 'does-not-meet'],
    ['child case not asked', { 'adult-on-cash-benefit': true }, 'unanswered'],
  ])('%s', (_, said, result) => {
    expect(judge({ ...burdened, ...said })).toBe(result)
  })
})

test('VIS-08: the same answers are judged by the criteria of the project and of the day', () => {
  const said = answers({
    ...burdened, 'parent-on-cash-benefit': true, 'child-at-risk-of-placement': true, 'parent-on-disability-pension': false,
    'both-parents-work-or-study': false,
  })
  expect(evaluateCriteria(effective('hedensted'), said, today).result).toBe('meets')
  expect(evaluateCriteria(effective('thisted'), said, today).result).toBe('unanswered')
  const pack = effective('hedensted')
  const until = pack.intakeRules.map((rule) => rule.code === 'child-at-risk-or-returning' ? { ...rule, validUntil: '2026-12-31' } : rule)
  const changed = { ...pack, intakeRules: until }
  const noRisk = { ...said, 'child-at-risk-of-placement': no, 'child-already-placed': no }
  expect(evaluateCriteria(changed, noRisk, '2026-12-31').result).toBe('does-not-meet')
  expect(evaluateCriteria(changed, noRisk, '2027-01-01').result).toBe('meets')
})

test('an expression is settled as soon as the rest cannot change it', () => {
  const truth = new Map<string, boolean | null>([['a', true], ['b', false], ['c', null]])
  expect(holds({ any: ['a', 'c'] }, truth)).toBe(true)
  expect(holds({ all: ['b', 'c'] }, truth)).toBe(false)
  expect(holds({ all: ['a', 'c'] }, truth)).toBe(null)
  expect(holds({ not: { any: ['b', 'c'] } }, truth)).toBe(null)
  expect(holds('unknown', truth)).toBe(null)
})
