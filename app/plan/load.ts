import { addDays, rangesOverlap, startOfWeek, weekday } from '#app/platform/time/plain-date.ts'
import type { Activity } from './plan.ts'

export type Load = { personId: number; minutes: number[] }
/** Two activities that want the same person at the same time. */
export type Clash = { personId: number; weekday: number; firstId: number; secondId: number }

/** Mondays of n weeks, the first being that of `from`. */
export const weeksFrom = (from: string, n: number): string[] => Array.from({ length: n }, (_, i) => addDays(startOfWeek(from), i * 7))

/** Activities without hours or a start date: not counted in the load, and said so. */
export const uncounted = (activities: readonly Activity[]): Activity[] =>
  activities.filter((a) => !a.dropped && (a.minutesPerWeek === null || a.start === null))

/**
 * Minutes per ISO week and person. A weekly activity whose weekdays are known counts each of its days inside the dates; otherwise the
 * whole week as soon as one day is inside. An end nobody knows yet counts as going on.
 * @param weeks Mondays
 */
export function weeklyLoad(activities: readonly Activity[], personIds: readonly number[], weeks: readonly string[]): Load[] {
  const live = activities.filter((a) => !a.dropped)
  return personIds.map((personId) => ({
    personId,
    minutes: weeks.map((monday) =>
      live.filter((a) => a.takesPart.includes(personId)).reduce((sum, a) => sum + minutesInWeek(a, monday), 0),
    ),
  }))
}

/** What one activity takes of the week that begins on `monday`. */
export function minutesInWeek(a: Pick<Activity, 'rhythm' | 'start' | 'end' | 'minutesPerWeek' | 'weekdays'>, monday: string): number {
  if (a.minutesPerWeek === null || a.start === null) return 0
  const sunday = addDays(monday, 6)
  if (a.rhythm === 'once') return a.start >= monday && a.start <= sunday ? a.minutesPerWeek : 0
  if (!rangesOverlap(a.start, a.end, monday, sunday)) return 0
  if (a.weekdays.length === 0) return a.minutesPerWeek
  const start = a.start
  const days = a.weekdays.filter((d) => {
    const on = addDays(monday, d - 1)
    return on >= start && (a.end === null || on <= a.end)
  })
  return Math.round((a.minutesPerWeek * days.length) / a.weekdays.length)
}

/** The week an activity falls on: weekly ones on their weekdays, a single one on its date if that lies in this week. */
export function weekdaysInWeek(a: Activity, monday: string): number[] {
  if (a.dropped || a.start === null) return []
  const sunday = addDays(monday, 6)
  if (a.rhythm === 'once') return a.start >= monday && a.start <= sunday ? [weekday(a.start)] : []
  const start = a.start
  return a.weekdays.filter((d) => {
    const on = addDays(monday, d - 1)
    return on >= start && (a.end === null || on <= a.end)
  })
}

/** Who is wanted in two places at once in the week of `monday`. Only activities with both times can clash. */
export function clashes(activities: readonly Activity[], monday: string): Clash[] {
  const found: Clash[] = []
  const timed = activities.filter((a) => a.timeFrom !== null && a.timeTo !== null)
  for (const [i, first] of timed.entries()) {
    for (const second of timed.slice(i + 1)) {
      if (first.timeFrom! >= second.timeTo! || second.timeFrom! >= first.timeTo!) continue
      const both = first.takesPart.filter((p) => second.takesPart.includes(p))
      const days = weekdaysInWeek(first, monday).filter((d) => weekdaysInWeek(second, monday).includes(d))
      for (const personId of both) for (const day of days) found.push({ personId, weekday: day, firstId: first.id, secondId: second.id })
    }
  }
  return found
}
