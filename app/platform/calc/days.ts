/*
 * Days as whole numbers (1 January 1970 is 0), for calculations that look at thousands of dates. Plain dates outside; see
 * platform/time/plain-date.ts, whose rule for months this follows.
 */

export type Day = number
/** Both ends included. */
export type Range = { from: Day; to: Day }
/** A length of time: the day it leads to and the day it comes from. `key`: equal lengths have equal keys. */
export type Step = { key: string; after: (day: Day) => Day; before: (day: Day) => Day }

const dayMs = 86_400_000
export const toDay = (date: string): Day => Date.parse(`${date}T00:00:00Z`) / dayMs
export const fromDay = (day: Day): string => new Date(day * dayMs).toISOString().slice(0, 10)

/** The same day n months later, at most the month's last day. A day that no calendar reaches is infinitely far away. */
export function addMonthsTo(day: Day, n: number): Day {
  const date = new Date(day * dayMs)
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth() + n
  const year = Math.floor(month / 12)
  const last = new Date(Date.UTC(year, month - year * 12 + 1, 0)).getUTCDate()
  const found = Date.UTC(year, month - year * 12, Math.min(date.getUTCDate(), last)) / dayMs
  return Number.isNaN(found) ? (n > 0 ? Infinity : -Infinity) : found
}

/** Saturday or Sunday. Day 0 was a Thursday. */
export const isWeekend = (day: Day): boolean => (((day + 3) % 7) + 7) % 7 >= 5

/** Ranges in order of time, joined where they touch. */
export function sorted(ranges: readonly Range[]): Range[] {
  const joined: Range[] = []
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last && range.from <= last.to + 1) last.to = Math.max(last.to, range.to)
    else joined.push({ ...range })
  }
  return joined
}

/** The range of an ordered list that the day is in. */
export function rangeAt(ranges: readonly Range[], day: Day): Range | undefined {
  let [low, high] = [0, ranges.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const range = ranges[middle]
    if (!range) return undefined
    if (day < range.from) high = middle - 1
    else if (day > range.to) low = middle + 1
    else return range
  }
  return undefined
}
