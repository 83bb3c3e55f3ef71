import { expect, test } from 'vitest'
import { addWorkingDays, isWorkingDay, publicHolidays, workingDaysBetween } from './working-days.ts'

test('the public holidays of 2026, without Store bededag', () => {
  expect(publicHolidays(2026).map((holiday) => holiday.day)).toEqual([
    '2026-01-01', '2026-04-02', '2026-04-03', '2026-04-05', '2026-04-06', '2026-05-14', '2026-05-24', '2026-05-25',
    '2026-12-25', '2026-12-26',
  ])
})

test('Store bededag counted until 2023', () => {
  expect(publicHolidays(2023).find((holiday) => holiday.name === 'Store bededag')?.day).toBe('2023-05-05')
  expect(isWorkingDay('2023-05-05')).toBe(false)
  expect(isWorkingDay('2024-04-26')).toBe(true)
})

test('closing days that are no holidays count, unless the municipality says otherwise', () => {
  expect(isWorkingDay('2026-06-05')).toBe(true)
  expect(isWorkingDay('2026-12-24')).toBe(true)
  expect(isWorkingDay('2026-12-24', ['2026-12-24'])).toBe(false)
})

test('working days are counted past Easter, both ways', () => {
  expect(addWorkingDays('2026-04-01', 1)).toBe('2026-04-07')
  expect(addWorkingDays('2026-04-07', -1)).toBe('2026-04-01')
  expect(addWorkingDays('2026-11-20', 7)).toBe('2026-12-01')
  expect(addWorkingDays('2026-11-22', 0)).toBe('2026-11-22')
  expect(workingDaysBetween('2026-04-01', '2026-04-07')).toBe(1)
  expect(workingDaysBetween('2026-04-07', '2026-04-01')).toBe(0)
})
