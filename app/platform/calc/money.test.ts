import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runCalc } from './calc-command.ts'

const calc = (topic: string, input: unknown) => JSON.parse(runCalc([topic], JSON.stringify(input)).stdout)
const close = (value: number) => expect.closeTo(value, 6)
const refused = (topic: string, input: unknown) => expect(runCalc([topic], JSON.stringify(input)).exitCode, JSON.stringify(input)).toBe(2)

test('calc: present value with the Finance Ministry’s rates, chained where they change', () => {
  const year = (n: number, schedule: string) => calc('npv', { schedule, cashflows: [...Array(n).fill(0), 1] }).npv
  expect([year(10, 'DK-2021'), year(20, 'DK-2021'), year(35, 'DK-2021')]).toEqual([expect.closeTo(0.7089, 4), expect.closeTo(0.5026, 4), expect.closeTo(0.3, 3)])
  expect(year(36, 'DK-2021')).toBeCloseTo(year(35, 'DK-2021') / 1.025, 12)
  expect(year(71, 'DK-2021')).toBeCloseTo(year(70, 'DK-2021') / 1.015, 12)
  expect(year(1, 'DK-2013')).toBeCloseTo(1 / 1.04, 12)
  expect(calc('npv', { rate: 0.281, cashflows: [-100, 39, 59, 55, 20] }).npv).toBeCloseTo(-0.00848, 4) // numpy-financial's example
  expect(calc('npv', { rate: 0.1, cashflows: [110], firstAt: 1 })).toEqual({ npv: close(100), factors: [close(1 / 1.1)] })
  refused('npv', { rate: 0.1, schedule: 'DK-2021', cashflows: [1] })
  refused('npv', { cashflows: [1] })
  refused('npv', { rate: -1, cashflows: [1] })
})

test('calc: internal rate: the values of numpy-financial; none and several are said, never guessed', () => {
  const irr = (cashflows: number[]) => calc('irr', { cashflows }).irr
  expect(irr([-150000, 15000, 25000, 35000, 45000, 60000])).toBeCloseTo(0.0524, 4)
  expect(irr([-100, 0, 0, 74])).toBeCloseTo(-0.0955, 4)
  expect(irr([-100, 39, 59, 55, 20])).toBeCloseTo(0.2809, 4)
  expect(irr([-100, 100, 0, -7])).toBe(null)
  expect(irr([-5, 10.5, 1, -8, 1])).toBe(null)
  expect(calc('irr', { cashflows: [-100, 230, -132] })).toEqual({ irr: null, reason: 'notUnique' })
  expect(calc('irr', { cashflows: [-100, 200, -150] })).toEqual({ irr: null, reason: 'noSolution' })
  expect(calc('irr', { cashflows: [-100, 200, -100] }).irr).toBeCloseTo(0, 4) // touches zero once
  expect(calc('irr', { cashflows: [100, 200] }).reason).toBe('noSolution')
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 20000 }), (back, out) => {
    const rate = irr([-out, ...back])
    expect(calc('npv', { rate, cashflows: [-out, ...back] }).npv / out).toBeCloseTo(0, 6)
  }))
})

test('calc: with dates, as Excel prints it', () => {
  const i = { values: [-10000, 2750, 4250, 3250, 2750], dates: ['2008-01-01', '2008-03-01', '2008-10-30', '2009-02-15', '2009-04-01'] }
  expect(calc('xirr', i)).toEqual({ irr: expect.closeTo(0.373362535, 7) })
  expect(calc('xnpv', { ...i, rate: 0.09 }).npv).toBeCloseTo(2086.6476, 3)
  expect(calc('xirr', { values: [1, 2], dates: ['2026-01-01', '2026-02-01'] })).toEqual({ irr: null, reason: 'noSolution' })
  refused('xirr', { values: [1, 2], dates: ['2026-01-01'] })
  refused('xirr', { values: [-1, 2], dates: ['2026-02-01', '2026-01-01'] })
  refused('xnpv', { values: [1], dates: ['2026-02-30'], rate: 0.1 })
})

test('calc: paid back with the part of the year, and never is an answer', () => {
  expect(calc('payback', { cashflows: [-100, 40, 40, 40, 40], rate: 0.1 })).toEqual({ years: 2.5, discountedYears: close(3.01925), npv: close(26.794618), benefitCostRatio: close(1.267946) })
  expect(calc('payback', { cashflows: [-100, 40, 80] })).toEqual({ years: 1.75, discountedYears: null, npv: null, benefitCostRatio: null, reason: 'noRate' })
  expect(calc('payback', { cashflows: [-100, 10], rate: 0.03 })).toMatchObject({ years: null, discountedYears: null, reason: 'notPaidBack' })
  refused('payback', { cashflows: [100, 10] })
})

test('calc: the state pays less the longer somebody is supported', () => {
  expect(calc('refund', { rule: 'refusionstrappe', firstWeek: 1, lastWeek: 60, weeklyBenefit: 1000 })).toEqual({ state: close(21400), municipality: close(38600), stateShare: close(21.4 / 60) })
  expect(calc('refund', { rule: 'refusionstrappe', firstWeek: 53, lastWeek: 104, weeklyBenefit: 0 })).toEqual({ state: 0, municipality: 0, stateShare: close(0.2) })
  fc.assert(fc.property(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 0, max: 80 }), (firstWeek, more) => {
    const shares = Array.from({ length: more + 1 }, (_, k) => firstWeek + k).map((w) => (w <= 4 ? 0.8 : w <= 26 ? 0.4 : w <= 52 ? 0.3 : 0.2))
    expect(calc('refund', { rule: 'refusionstrappe', firstWeek, lastWeek: firstWeek + more, weeklyBenefit: 1 }).state).toBeCloseTo(shares.reduce((a, b) => a + b, 0), 9)
  }))
  refused('refund', { rule: 'refusionstrappe', firstWeek: 5, lastWeek: 4, weeklyBenefit: 1 })
})

test('calc: expensive cases: siblings of one household are added together first', () => {
  expect(calc('refund-expensive-case', { level: '2022', annualCosts: [1160000, 1160000] })).toEqual({ state: 575000, municipality: 1745000 })
  expect(calc('refund-expensive-case', { level: '2022', annualCosts: [1160000] }).state * 2).toBe(150000)
  expect(calc('refund-expensive-case', { level: { thresholds: [100], rates: [0.5] }, annualCosts: [40, 80] })).toEqual({ state: 10, municipality: 110 })
  refused('refund-expensive-case', { level: { thresholds: [100, 50], rates: [0.5, 0.1] }, annualCosts: [1] })
})
