import { easter } from 'date-easter'
import { addDays, weekday } from './plain-date.ts'

/** The last year of Store bededag: abolished from 1 January 2024 (lov nr. 214 af 6. marts 2023). */
const lastPrayerDay = 2023

/** Days after Easter Sunday of the movable holidays. */
const movable: { name: string; after: number }[] = [
  { name: 'Skærtorsdag', after: -3 }, { name: 'Langfredag', after: -2 }, { name: 'Påskedag', after: 0 },
  { name: '2. påskedag', after: 1 }, { name: 'Store bededag', after: 26 }, { name: 'Kristi himmelfartsdag', after: 39 },
  { name: 'Pinsedag', after: 49 }, { name: '2. pinsedag', after: 50 },
]
const fixed = [
  { name: 'Nytårsdag', day: '01-01' }, { name: 'Juledag', day: '12-25' }, { name: '2. juledag', day: '12-26' },
]
const cache = new Map<number, { day: string; name: string }[]>()

/** The Danish public holidays of a year, in order. Days a town hall merely closes (5 June, 24 and 31 December) are not among them. */
export function publicHolidays(year: number): readonly { day: string; name: string }[] {
  const known = cache.get(year)
  if (known) return known
  const { month, day } = easter(year)
  const sunday = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const days = [
    ...fixed.map((holiday) => ({ day: `${year}-${holiday.day}`, name: holiday.name })),
    ...movable
      .filter((holiday) => holiday.name !== 'Store bededag' || year <= lastPrayerDay)
      .map((holiday) => ({ day: addDays(sunday, holiday.after), name: holiday.name })),
  ].toSorted((a, b) => a.day.localeCompare(b.day))
  cache.set(year, days)
  return days
}

/**
 * Monday to Friday and no public holiday.
 * @param closed further days that do not count, such as the municipality's own closing days
 */
export const isWorkingDay = (day: string, closed: readonly string[] = []): boolean =>
  weekday(day) <= 5 && !closed.includes(day) && !publicHolidays(Number(day.slice(0, 4))).some((holiday) => holiday.day === day)

/** The nth working day after the day (before it when negative), which itself does not count. With 0 the day itself. */
export function addWorkingDays(day: string, n: number, closed: readonly string[] = []): string {
  const step = n < 0 ? -1 : 1
  let [at, left] = [day, Math.abs(n)]
  while (left > 0) {
    at = addDays(at, step)
    if (isWorkingDay(at, closed)) left -= 1
  }
  return at
}

/** Working days after `from` up to and including `until`; 0 when `until` is not later. */
export function workingDaysBetween(from: string, until: string, closed: readonly string[] = []): number {
  let count = 0
  for (let day = addDays(from, 1); day <= until; day = addDays(day, 1)) if (isWorkingDay(day, closed)) count += 1
  return count
}
