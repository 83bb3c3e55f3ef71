import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clashes, minutesInWeek, uncounted, weekdaysInWeek, weeklyLoad, weeksFrom } from './load.ts'
import { anActivity } from './testing.ts'

const monday = '2026-11-23'

test.each([
  ['whole week inside', { start: '2026-11-02', end: '2027-01-31' }, 120],
  ['starts on Wednesday: one of its two days', { start: '2026-11-25', end: '2027-01-31' }, 60],
  ['ended on Monday: one of its two days', { start: '2026-11-02', end: monday }, 60],
  ['begins next week', { start: '2026-11-30', end: null }, 0],
  ['an end nobody knows goes on', { start: '2026-11-02', end: null }, 120],
  ['without fixed days the whole week counts', { start: '2026-11-29', end: null, weekdays: [] }, 120],
  ['once, this week', { rhythm: 'once' as const, start: '2026-11-29', end: null }, 120],
  ['once, another week', { rhythm: 'once' as const, start: '2026-11-22', end: null }, 0],
  ['hours not known', { minutesPerWeek: null }, 0],
  ['start not known', { start: null }, 0],
])('PLAN-02: minutes in a week: %s', (_, over, minutes) => {
  expect(minutesInWeek(anActivity(over), monday)).toBe(minutes)
})

test('PLAN-21: the load of each member is the sum over departments', () => {
  const activities = [
    anActivity({ takesPart: [1] }),
    anActivity({ takesPart: [1, 2], minutesPerWeek: 60, sector: 'education' }),
    anActivity({ takesPart: [2], dropped: { on: monday, reason: 'x' } }),
  ]
  expect(weeklyLoad(activities, [1, 2], [monday])).toEqual([
    { personId: 1, minutes: [180] },
    { personId: 2, minutes: [60] },
  ])
})

test('PLAN-02: what lacks hours or a start is said, not counted as nothing', () => {
  expect(uncounted([anActivity(), anActivity({ minutesPerWeek: null }), anActivity({ start: null })])).toHaveLength(2)
})

test('weeks are Mondays over a change of year', () => {
  expect(weeksFrom('2026-12-30', 3)).toEqual(['2026-12-28', '2027-01-04', '2027-01-11'])
})

test('a clash: the same person, day and time; touching ends are none', () => {
  const one = anActivity({ id: 1, takesPart: [1, 2], weekdays: [1] })
  expect(clashes([one, anActivity({ id: 2, takesPart: [2], weekdays: [1, 5], timeFrom: '08:30', timeTo: '10:00' })], monday)).toEqual([
    { personId: 2, weekday: 1, firstId: 1, secondId: 2 },
  ])
  expect(clashes([one, anActivity({ takesPart: [1], weekdays: [1], timeFrom: '09:00', timeTo: '10:00' })], monday)).toEqual([])
  expect(clashes([one, anActivity({ takesPart: [1], weekdays: [2] })], monday)).toEqual([])
})

test('a week never holds more than the hours per week, and days inside give their share (property)', () => {
  const dates = fc.integer({ min: 0, max: 200 }).map((n) => new Date(Date.UTC(2026, 8, 1 + n)).toISOString().slice(0, 10))
  fc.assert(
    fc.property(
      dates,
      fc.option(dates, { nil: null }),
      fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
      fc.integer({ min: 1, max: 2400 }),
      dates,
      (start, end, weekdays, minutes, day) => {
        const a = anActivity({ start, end, weekdays, minutesPerWeek: minutes })
        const week = weeksFrom(day, 1)[0]!
        const got = minutesInWeek(a, week)
        expect(got).toBeGreaterThanOrEqual(0)
        expect(got).toBeLessThanOrEqual(minutes)
        if (weekdays.length)
          expect(got > 0).toBe(
            weekdaysInWeek(a, week).length > 0 && Math.round((minutes * weekdaysInWeek(a, week).length) / weekdays.length) > 0,
          )
      },
    ),
  )
})
