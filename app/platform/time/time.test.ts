import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldErrors } from '../i18n/field-errors.ts'
import { copenhagenDay, copenhagenTime, instantAt } from './copenhagen.ts'
import {
  PlainDate, addDays, addMonths, ageOn, birthday, dateFromParts, daysBetween, endOfMonth, isoWeek, monthsBetween, parseDate, rangeContains,
  rangesOverlap, startOfWeek, weekday,
} from './plain-date.ts'

const day = fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2150-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test('dates count exactly as Temporal counts', () => {
  fc.assert(fc.property(day, fc.integer({ min: -500, max: 500 }), (d, n) => {
    const plain = Temporal.PlainDate.from(d)
    expect(addDays(d, n)).toBe(plain.add({ days: n }).toString())
    expect(addMonths(d, n)).toBe(plain.add({ months: n }).toString())
    expect(weekday(d)).toBe(plain.dayOfWeek)
    expect(isoWeek(d)).toEqual({ year: plain.yearOfWeek, week: plain.weekOfYear })
    expect(endOfMonth(d)).toBe(plain.with({ day: plain.daysInMonth }).toString())
  }))
})

test('days and months between two dates are those of Temporal', () => {
  fc.assert(fc.property(day, day, (a, b) => {
    const [early, late] = a < b ? [a, b] : [b, a]
    const [from, until] = [Temporal.PlainDate.from(early), Temporal.PlainDate.from(late)]
    expect(daysBetween(early, late)).toBe(from.until(until).days)
    expect(addMonths(early, monthsBetween(early, late)) <= late).toBe(true)
    expect(addMonths(early, monthsBetween(early, late) + 1) > late).toBe(true)
  }))
})

test('months are clamped to the month they reach', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2028-01-31', 1)).toBe('2028-02-29')
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
  expect(addMonths('2026-11-30', 3)).toBe('2027-02-28')
})

test('age changes on the birthday; a child of 29 February grows older on 28 February', () => {
  expect(ageOn('2011-11-22', '2026-11-21')).toBe(14)
  expect(ageOn('2011-11-22', '2026-11-22')).toBe(15)
  expect(ageOn('2008-02-29', '2026-02-27')).toBe(17)
  expect(ageOn('2008-02-29', '2026-02-28')).toBe(18)
  expect(birthday('2008-02-29', 18)).toBe('2026-02-28')
  fc.assert(fc.property(day, day, (a, b) => {
    const [born, today] = a < b ? [a, b] : [b, a]
    const age = ageOn(born, today)
    expect(birthday(born, age) <= today && birthday(born, age + 1) > today).toBe(true)
  }))
})

test('weeks at the turn of a year', () => {
  expect(isoWeek('2027-01-01')).toEqual({ year: 2026, week: 53 })
  expect(isoWeek('2024-12-30')).toEqual({ year: 2025, week: 1 })
  expect(startOfWeek('2026-11-22')).toBe('2026-11-16')
})

test('ranges include both ends', () => {
  expect(rangeContains('2026-01-01', '2026-06-30', '2026-06-30')).toBe(true)
  expect(rangeContains('2026-01-01', '2026-06-30', '2026-07-01')).toBe(false)
  expect(rangeContains('2026-01-01', null, '2099-01-01')).toBe(true)
  expect(rangesOverlap('2026-01-01', '2026-06-30', '2026-06-30', null)).toBe(true)
  expect(rangesOverlap('2026-01-01', '2026-06-29', '2026-06-30', null)).toBe(false)
})

test('a date is read as Danes type it, and only when it exists', () => {
  expect(parseDate(' 4-12-2026 ')).toBe('2026-12-04')
  expect(parseDate('04.12.2026')).toBe('2026-12-04')
  expect(parseDate('4/12 2026')).toBe('2026-12-04')
  expect(parseDate('2026-12-04')).toBe('2026-12-04')
  expect(parseDate('31-02-2026')).toBeNull()
  expect(parseDate('4-12-26')).toBeNull()
  expect(dateFromParts('29', '2', '2027')).toBeNull()
})

test('the schema of a plain date explains itself', () => {
  const error = (raw: unknown) => PlainDate.safeParse(raw, { error: fieldErrors('da') }).error?.issues[0]?.message
  expect(error('2026-02-29')).toBe('Skriv en dato, der findes, for eksempel 4. december 2026')
  expect(error('0206-02-20')).toBe('Skriv årstallet med fire cifre, for eksempel 2026')
  expect(error('')).toBe('Feltet skal udfyldes')
  expect(error('2026-02-28')).toBeUndefined()
})

test('the day in Copenhagen is not always the day in Greenwich', () => {
  expect(copenhagenDay('2026-12-31T23:00:00Z')).toBe('2027-01-01')
  expect(copenhagenDay('2026-06-30T21:59:59Z')).toBe('2026-06-30')
  expect(copenhagenDay('2026-06-30T22:00:00Z')).toBe('2026-07-01')
  expect(copenhagenTime('2026-12-04T12:00:00Z')).toBe('13:00')
})

test('an instant at a time of the clock is the one Temporal gives, also when the clock changes', () => {
  expect(instantAt('2026-12-04', '13:00')).toBe('2026-12-04T12:00:00.000Z')
  expect(instantAt('2026-03-29', '02:30')).toBe('2026-03-29T01:30:00.000Z')
  expect(instantAt('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z')
  const modern = fc.date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2040-12-31T00:00:00Z'), noInvalidDate: true })
  fc.assert(fc.property(modern, (date) => {
    const [d = '', time = ''] = date.toISOString().slice(0, 16).split('T')
    const temporal = Temporal.PlainDateTime.from(`${d}T${time}`).toZonedDateTime('Europe/Copenhagen').toInstant()
    expect(instantAt(d, time)).toBe(new Date(temporal.epochMilliseconds).toISOString())
  }))
})
