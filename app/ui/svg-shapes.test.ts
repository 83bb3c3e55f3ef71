import { expect, test } from 'vitest'
import { monthTicks, thin, weekNumber } from './svg-shapes.ts'

test('a month has its tick on its first day, with the year where it changes', () => {
  expect(monthTicks('2026-11-15', '2027-02-03', 'da')).toEqual([
    { date: '2026-12-01', label: 'dec 2026' },
    { date: '2027-01-01', label: 'jan 2027' },
    { date: '2027-02-01', label: 'feb' },
  ])
  expect(monthTicks('2026-11-02', '2026-11-20', 'da')).toEqual([])
})

test.each([
  ['2026-11-22', 47],
  ['2027-01-01', 53],
  ['2026-12-31', 53],
  ['2025-12-29', 1],
  ['2024-01-01', 1],
  ['1969-12-31', 1],
])('%s is in week %i', (date, week) => {
  expect(weekNumber(date)).toBe(week)
})

test('no more ticks than there is room for', () => {
  expect(thin([1, 2, 3, 4, 5, 6, 7], 3)).toEqual([1, 4, 7])
  expect(thin([1, 2], 5)).toEqual([1, 2])
})
