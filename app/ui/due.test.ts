import { expect, test } from 'vitest'
import { daysUntil, dueText, initials, relativeDay, shortDate } from './due.ts'

const today = '2026-11-22'

test('UX-3: a date is said both ways, in Danish and English', () => {
  expect(dueText('2026-12-04', today, 'da')).toBe('om 12 dage · 4. dec.')
  expect(dueText('2026-12-04', today, 'en')).toBe('in 12 days · 4 Dec')
  expect(dueText('2027-01-05', today, 'da')).toBe('om 44 dage · 5. jan. 2027')
})

test.each([
  ['2026-11-22', 'i dag', 'today'],
  ['2026-11-23', 'i morgen', 'tomorrow'],
  ['2026-11-21', '1 dag over fristen', '1 day overdue'],
  ['2026-11-19', '3 dage over fristen', '3 days overdue'],
])('UX-3: a deadline %s is "%s" / "%s"', (date, da, en) => {
  expect(relativeDay(date, today, 'da')).toBe(da)
  expect(relativeDay(date, today, 'en')).toBe(en)
})

test('UX-3: an event that has been is not overdue', () => {
  expect(relativeDay('2026-11-21', today, 'da', 'event')).toBe('i går')
  expect(relativeDay('2026-11-12', today, 'en', 'event')).toBe('10 days ago')
})

test('days are counted across a change of clocks and a leap day', () => {
  expect(daysUntil('2026-10-26', '2026-10-24')).toBe(2)
  expect(daysUntil('2028-03-01', '2028-02-28')).toBe(2)
})

test('the year is left out only within the same year', () => {
  expect(shortDate('2026-05-01', 'da', today)).toBe('1. maj')
  expect(shortDate('2026-05-01', 'da')).toBe('1. maj 2026')
})

test.each([
  ['Mette', 'M'],
  ['Anna Kirstine Holm', 'AH'],
  ['østen Åby', 'ØÅ'],
  ['', ''],
  ['  ', ''],
])('initials of "%s" are "%s"', (name, expected) => {
  expect(initials(name)).toBe(expected)
})
