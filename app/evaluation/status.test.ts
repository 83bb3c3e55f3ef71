import { expect, test } from 'vitest'
import type { Field, Indicator } from '#app/progression/indicators.ts'
import type { How } from '#app/progression/values.ts'
import { byField, hasGap, monthStatus, type StatusValue } from './status.ts'

const rules = { opensDays: 7, dueDay: 10, closesDays: 60 }
const month = '2026-09-01'
const indicator = (code: string): Indicator => ({ code, answer: 'scale', about: 'child' } as Indicator)
const field = (personId: number, code: string): Field => ({ indicator: indicator(code), member: { id: personId, name: 'Ida', born: '2017-01-01', unborn: false, parent: false } })
const fields = [field(1, 'a'), field(1, 'b'), field(2, 'a')]
const value = (personId: number, code: string, over: Partial<StatusValue> & { how?: How } = {}): StatusValue => ({
  personId, indicator: code, month, how: 'judged', number: 2, second: null, choice: null, confirmed: false, writtenOn: '2026-10-05', ...over,
})
const status = (values: StatusValue[], today = '2026-10-20') => monthStatus(fields, byField(values), month, today, rules, false)

test('PROG-04: real values of those asked; kept ones are counted apart', () => {
  expect(status([value(1, 'a'), value(1, 'b', { how: 'carried' }), value(2, 'zzz')])).toMatchObject({ of: 3, filled: 1, carried: 1, late: 0, state: 'late' })
})
test('PROG-04: written the day after the month was due is late, on the day it is not', () => {
  expect(status([value(1, 'a', { writtenOn: '2026-10-10' }), value(1, 'b', { writtenOn: '2026-10-11' })]).late).toBe(1)
})
test('PROG-04: a leap from the last real value is odd until somebody says yes; one that was kept is looked past', () => {
  const before = [value(1, 'a', { month: '2026-07-01', number: 0 }), value(1, 'a', { month: '2026-08-01', number: 4, how: 'carried' })]
  expect(status([...before, value(1, 'a', { number: 4 })])).toMatchObject({ unconfirmed: 1, confirmed: 0 })
  expect(status([...before, value(1, 'a', { number: 4, confirmed: true })])).toMatchObject({ unconfirmed: 0, confirmed: 1 })
  expect(status([...before, value(1, 'a', { number: 4, how: 'counted' })])).toMatchObject({ unconfirmed: 0, confirmed: 0 })
})
test('PROG-04: an open month has no gap yet; one past its day has', () => {
  expect(hasGap(status([], '2026-10-05'))).toBe(false)
  expect(hasGap(status([]))).toBe(true)
  expect(hasGap(status(fields.map((f) => value(f.member.id, f.indicator.code))))).toBe(false)
})
