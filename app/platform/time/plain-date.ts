import { z } from 'zod'
import { said } from '../i18n/field-errors.ts'

/*
 * Plain dates are 'YYYY-MM-DD' texts, which sort and compare as they are. The arithmetic stands on Date.UTC and not on
 * Temporal, because these functions also run in browsers that do not have Temporal yet; the tests compare the two.
 */

const dayMs = 86_400_000
const yearIn = (day: string): number => Number(day.slice(0, 4))

/** A plain date between 1850 and 2199: a year outside is a slip of the keyboard. */
export const PlainDate = z.iso.date().refine(
  (day) => yearIn(day) >= 1850 && yearIn(day) < 2200,
  said({ da: 'Skriv årstallet med fire cifre, for eksempel 2026', en: 'Write the year with four digits, for example 2026' }),
)

/** An instant in UTC: '2026-12-04T12:00:00Z'. */
export const Instant = z.iso.datetime()

const toDate = (day: string): Date => new Date(`${day}T00:00:00Z`)
const fromDate = (date: Date): string => date.toISOString().slice(0, 10)
const lastOfMonth = (year: number, month0: number): number => new Date(Date.UTC(year, month0 + 1, 0)).getUTCDate()

/** The day n days later (earlier when negative). */
export const addDays = (day: string, n: number): string => fromDate(new Date(toDate(day).getTime() + n * dayMs))

/** Days from a to b; negative when b is before a. */
export const daysBetween = (a: string, b: string): number => Math.round((toDate(b).getTime() - toDate(a).getTime()) / dayMs)

/** The same day n months later; the last day of the month where that day does not exist (31 Jan + 1 = 28 or 29 Feb). */
export function addMonths(day: string, n: number): string {
  const date = toDate(day)
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth() + n
  const year = Math.floor(months / 12)
  const month0 = months - year * 12
  return fromDate(new Date(Date.UTC(year, month0, Math.min(date.getUTCDate(), lastOfMonth(year, month0)))))
}

/** The same day n years later; 29 February becomes 28 February in common years. */
export const addYears = (day: string, n: number): string => addMonths(day, n * 12)

/** Whole months from a to b (b on or after a): the largest n with a + n months ≤ b. */
export function monthsBetween(a: string, b: string): number {
  const [ya = 0, ma = 0] = a.split('-').map(Number)
  const [yb = 0, mb = 0] = b.split('-').map(Number)
  const months = (yb - ya) * 12 + (mb - ma)
  return addMonths(a, months) <= b ? months : months - 1
}

/** Age in whole years: the largest n with born + n years ≤ day. A child of 29 February grows older on 28 February. */
export const ageOn = (born: string, day: string): number => Math.floor(monthsBetween(born, day) / 12)

/** The day somebody turns n, by the same rule as ageOn. */
export const birthday = (born: string, n: number): string => addYears(born, n)

/** ISO weekday: 1 Monday … 7 Sunday. */
export const weekday = (day: string): number => toDate(day).getUTCDay() || 7

/** ISO week and the year it belongs to (1 January may be in week 53 of the year before). */
export function isoWeek(day: string): { year: number; week: number } {
  const thursday = addDays(day, 4 - weekday(day))
  const year = yearIn(thursday)
  return { year, week: 1 + Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) }
}

/** Monday of the day's week. */
export const startOfWeek = (day: string): string => addDays(day, 1 - weekday(day))

/** First and last day of the day's month. */
export const startOfMonth = (day: string): string => `${day.slice(0, 7)}-01`
export const endOfMonth = (day: string): string => addDays(addMonths(startOfMonth(day), 1), -1)

/** Is the day inside the range? Both ends are included; no end means still open. */
export const rangeContains = (validFrom: string, validUntil: string | null, day: string): boolean =>
  validFrom <= day && (validUntil === null || day <= validUntil)

/** Do two ranges share a day? Both ends are included; null means still open. */
export const rangesOverlap = (from: string, until: string | null, otherFrom: string, otherUntil: string | null): boolean =>
  (otherUntil === null || from <= otherUntil) && (until === null || otherFrom <= until)

/** A date from the three fields of a form (day, month, year), or null when no such date exists. */
export function dateFromParts(day: string, month: string, year: string): string | null {
  const [d, m, y] = [day.trim(), month.trim(), year.trim()]
  if (!/^\d{1,2}$/.test(d) || !/^\d{1,2}$/.test(m) || !/^\d{4}$/.test(y)) return null
  const text = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
  return PlainDate.safeParse(text).success ? text : null
}

/** A date as it is typed in Denmark: '4-12-2026', '04.12.2026', '4/12 2026'; also '2026-12-04'. Null when it is none. */
export function parseDate(text: string): string | null {
  const trimmed = text.trim()
  if (/^\d{4}-\d{2}-\d{2}$/.test(trimmed)) return PlainDate.safeParse(trimmed).success ? trimmed : null
  const [, d, m, y] = /^(\d{1,2})[-./ ]+(\d{1,2})[-./ ]+(\d{4})$/.exec(trimmed) ?? []
  return d && m && y ? dateFromParts(d, m, y) : null
}
