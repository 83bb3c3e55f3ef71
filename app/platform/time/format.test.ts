import { expect, test } from 'vitest'
import {
  formatDate, formatDayInWords, formatDistance, formatDue, formatInstant, formatMonth, formatNumericDate, formatRange, formatSaved,
  formatShortDate, formatWeek,
} from './format.ts'

const today = '2026-11-22'

test('dates in Danish and English', () => {
  expect(formatDate('da', '2026-12-04')).toBe('4. december 2026')
  expect(formatDate('en', '2026-12-04')).toBe('4 December 2026')
  expect(formatShortDate('da', '2026-12-04', today)).toBe('4. dec.')
  expect(formatShortDate('da', '2027-06-01', today)).toBe('1. juni 2027')
  expect(formatNumericDate('2026-12-04')).toBe('04.12.2026')
  expect(formatMonth('da', '2026-10')).toBe('oktober 2026')
  expect(formatWeek('da', '2026-12-04')).toBe('uge 49')
  expect(formatDayInWords('da', '2026-12-04', today)).toBe('fredag den 4. december')
  expect(formatDayInWords('en', '2027-01-04', today)).toBe('Monday 4 January 2027')
})

test('an open date is said both ways', () => {
  expect(formatDue('da', '2026-12-04', today)).toBe('om 12 dage · 4. dec.')
  expect(formatDue('en', '2026-12-04', today)).toBe('in 12 days · 4 Dec')
  expect(formatDue('da', '2026-11-23', today)).toBe('i morgen')
  expect(formatDue('da', '2026-11-22', today)).toBe('i dag')
  expect(formatDue('da', '2026-11-19', today)).toBe('for 3 dage siden · 19. nov.')
  expect(formatDistance('da', '2027-06-01', today)).toBe('om 6 måneder')
})

test('ranges, times and "saved"', () => {
  expect(formatRange('da', '2026-12-04', '2027-06-01', today)).toBe('4. dec. – 1. juni 2027')
  expect(formatRange('da', '2026-12-04', null, today)).toBe('fra 4. dec.')
  expect(formatInstant('da', '2026-12-04T12:05:00Z')).toBe('4. december 2026 kl. 13.05')
  expect(formatSaved('da', '2026-11-22T09:32:00Z', today)).toBe('gemt kl. 10.32')
  expect(formatSaved('en', '2026-11-21T09:32:00Z', today)).toBe('saved 21 Nov at 10:32')
})
