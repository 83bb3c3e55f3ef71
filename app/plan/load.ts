import { addDays, daysBetween, endOfMonth, rangesOverlap, startOfWeek, weekday } from '#app/platform/time/plain-date.ts'
import type { Activity } from './plan.ts'

export type Load = { personId: number; minutes: number[] }
/** Two activities that want the same person at the same time. */
export type Clash = { personId: number; weekday: number; firstId: number; secondId: number }
type Dated = Pick<Activity, 'rhythm' | 'start' | 'end' | 'weekdays'> & Partial<Pick<Activity, 'breaks'>>

/** Mondays of n weeks, the first being that of `from`. */
export const weeksFrom = (from: string, n: number): string[] => Array.from({ length: n }, (_, i) => addDays(startOfWeek(from), i * 7))

/** Mondays of every week that holds a day from `from` until `until`. */
export const weeksBetween = (from: string, until: string): string[] =>
  weeksFrom(from, Math.floor(daysBetween(startOfWeek(from), startOfWeek(until)) / 7) + 1)

/** First and last day of the plan: from its first start to its last end; an open end goes on to the end of next month. Null: no dates. */
export function planSpan(activities: readonly Activity[], today: string): { from: string; until: string } | null {
  const dated = activities.filter((a) => !a.dropped && a.start !== null)
  if (dated.length === 0) return null
  const open = endOfMonth(addDays(endOfMonth(today), 1))
  const ends = dated.map((a) => (a.rhythm === 'once' ? a.start! : (a.end ?? (a.start! > open ? a.start! : open))))
  return { from: dated.map((a) => a.start!).toSorted()[0]!, until: ends.toSorted().at(-1)! }
}

/** Activities without hours or a start date: not counted in the load, and said so. */
export const uncounted = (activities: readonly Activity[]): Activity[] =>
  activities.filter((a) => !a.dropped && (a.minutesPerWeek === null || a.start === null))

/**
 * Minutes per ISO week and person. A weekly activity whose weekdays are known counts each of its days inside the dates and outside its
 * breaks; otherwise the whole week as soon as one such day is there. An end nobody knows yet counts as going on. Travel is not counted.
 * @param weeks Mondays
 */
export function weeklyLoad(activities: readonly Activity[], personIds: readonly number[], weeks: readonly string[]): Load[] {
  const live = activities.filter((a) => !a.dropped)
  return personIds.map((personId) => {
    const own = live.filter((a) => a.takesPart.includes(personId))
    return { personId, minutes: weeks.map((monday) => own.reduce((sum, a) => sum + minutesInWeek(a, monday, personId), 0)) }
  })
}

/** The minutes a week of this member: their own where they have some, else the activity's. Null: not known. */
export const minutesFor = (
  a: Pick<Activity, 'minutesPerWeek'> & Partial<Pick<Activity, 'ownMinutes'>>,
  personId?: number,
): number | null => (personId === undefined ? a.minutesPerWeek : (a.ownMinutes?.[personId] ?? a.minutesPerWeek))

/** Does it happen that day, as far as its dates and breaks say? */
const isOn = (a: Dated, day: string): boolean =>
  a.start !== null &&
  day >= a.start &&
  (a.end === null || day <= a.end) &&
  !(a.breaks ?? []).some((b) => b.from <= day && day <= b.until)

/** What one activity takes of the week that begins on `monday`, for one member when `personId` is given. */
export function minutesInWeek(
  a: Dated & Pick<Activity, 'minutesPerWeek'> & Partial<Pick<Activity, 'ownMinutes'>>,
  monday: string,
  personId?: number,
): number {
  const minutes = minutesFor(a, personId)
  if (minutes === null || a.start === null) return 0
  const sunday = addDays(monday, 6)
  if (a.rhythm === 'once') return a.start >= monday && a.start <= sunday ? minutes : 0
  if (!rangesOverlap(a.start, a.end, monday, sunday)) return 0
  // A week in the middle of it, without a break: no day needs to be looked at.
  const paused = (a.breaks ?? []).some((b) => rangesOverlap(b.from, b.until, monday, sunday))
  const whole = a.start <= monday && (a.end === null || a.end >= sunday) && !paused
  if (whole) return minutes
  const on = [1, 2, 3, 4, 5, 6, 7].filter((d) => isOn(a, addDays(monday, d - 1)))
  if (a.weekdays.length === 0) return on.length > 0 ? minutes : 0
  return Math.round((minutes * on.filter((d) => a.weekdays.includes(d)).length) / a.weekdays.length)
}

/** The days of the week an activity falls on: weekly ones on their weekdays, a single one on its date if that lies in this week. */
export function weekdaysInWeek(a: Dated & Pick<Activity, 'dropped'>, monday: string): number[] {
  if (a.dropped || a.start === null) return []
  const sunday = addDays(monday, 6)
  if (a.rhythm === 'once') return a.start >= monday && a.start <= sunday ? [weekday(a.start)] : []
  if (!rangesOverlap(a.start, a.end, monday, sunday)) return []
  return a.weekdays.filter((d) => isOn(a, addDays(monday, d - 1)))
}

/** Do their hours of the day overlap? Touching ends do not. Only activities with both times can. */
export const sameTime = (a: Activity, b: Activity): boolean =>
  a.timeFrom !== null && a.timeTo !== null && b.timeFrom !== null && b.timeTo !== null && a.timeFrom < b.timeTo && b.timeFrom < a.timeTo

/** Who is wanted in two places at once in the week of `monday`. Only activities with both times can clash. */
export function clashes(activities: readonly Activity[], monday: string): Clash[] {
  const found: Clash[] = []
  for (const [first, second, both] of pairs(activities, sameTime)) {
    const theirs = weekdaysInWeek(second, monday)
    const days = weekdaysInWeek(first, monday).filter((d) => theirs.includes(d))
    for (const personId of both) for (const day of days) found.push({ personId, weekday: day, firstId: first.id, secondId: second.id })
  }
  return found
}

/** Pairs of activities that share a member and for which `meet` holds, each pair once, in the order of the list. */
export function* pairs(
  activities: readonly Activity[],
  meet: (a: Activity, b: Activity) => boolean,
): Generator<[Activity, Activity, number[]]> {
  const live = activities.filter((a) => !a.dropped && a.timeFrom !== null && a.timeTo !== null)
  for (const [i, first] of live.entries()) {
    for (const second of live.slice(i + 1)) {
      if (!meet(first, second)) continue
      const both = first.takesPart.filter((p) => second.takesPart.includes(p))
      if (both.length) yield [first, second, both]
    }
  }
}
