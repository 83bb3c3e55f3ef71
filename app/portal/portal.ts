import type { Known } from '#app/plan/for-a-member.ts'
import { weekdaysInWeek } from '#app/plan/load.ts'
import type { Activity } from '#app/plan/plan.ts'
import { addDays, startOfWeek, weekday } from '#app/platform/time/plain-date.ts'

/* The family's own pages: what one member sees of the plan, in their order. Rules only. */

export type Day = { date: string; activities: Activity[] }
/** Today and tomorrow; when both are empty the next day of the seven on which something happens. */
export function nextDays(activities: readonly Activity[], today: string): Day[] {
  const days = Array.from({ length: 7 }, (_, i) => addDays(today, i))
  const on = (date: string) =>
    activities
      .filter((a) => weekdaysInWeek(a, startOfWeek(date)).includes(weekday(date)))
      .toSorted((a, b) => (a.timeFrom ?? '').localeCompare(b.timeFrom ?? ''))
  const full = days.map((date) => ({ date, activities: on(date) })).filter((day) => day.activities.length > 0)
  const soon = full.filter((day) => day.date <= addDays(today, 1))
  return soon.length > 0 ? soon : full.slice(0, 1)
}

/**
 * May this member write this person's answer to a version? Their own always; a child's only while none is there, so that nobody writes
 * over what the child said to somebody else.
 */
export const mayAnswerFor = (p: Known & { asked: boolean }, me: number, given: boolean): boolean =>
  p.asked && p.speaksFor && (p.id === me || !given)
/** Whose answer this member can still give. */
export const toAnswer = <P extends Known & { asked: boolean }>(
  people: readonly P[],
  me: number,
  given: readonly { personId: number }[],
): P[] => people.filter((p) => !given.some((a) => a.personId === p.id) && mayAnswerFor(p, me, false))
