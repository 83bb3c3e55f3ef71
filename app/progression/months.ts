import { addDays, addMonths, endOfMonth, startOfMonth } from '#app/platform/time/plain-date.ts'

/*
 * A month is registered around its end, is due some days later, and closes by itself (PROG-03). Months are their first day, `2026-10-01`. All rules are pack settings.
 */

/** Days before the month's end that it opens, the day of the next month it is due, days after that it closes. */
export type MonthRules = { opensDays: number; dueDay: number; closesDays: number }
export type MonthState = 'not-open' | 'open' | 'late' | 'closed'

export const monthOf = (day: string): string => startOfMonth(day)
export const opensOn = (month: string, r: MonthRules): string => addDays(endOfMonth(month), -r.opensDays)
export const dueOn = (month: string, r: MonthRules): string => addDays(addMonths(month, 1), r.dueDay - 1)
export const closesOn = (month: string, r: MonthRules): string => addDays(dueOn(month, r), r.closesDays)

/** Late: past the due day but still open; what is written now is marked. The last day counts. */
export function stateOf(month: string, today: string, r: MonthRules): MonthState {
  if (today < opensOn(month, r)) return 'not-open'
  if (today <= dueOn(month, r)) return 'open'
  return today <= closesOn(month, r) ? 'late' : 'closed'
}

/** From the month the family came until the newest open one, the newest first. */
export function monthsSince(intakeOn: string, today: string, r: MonthRules): string[] {
  const months: string[] = []
  for (let month = monthOf(intakeOn); stateOf(month, today, r) !== 'not-open'; month = addMonths(month, 1)) months.unshift(month)
  return months
}

/** Was it written after the month was due? @param writtenOn the day it was written */
export const isLate = (month: string, writtenOn: string, r: MonthRules): boolean => writtenOn > dueOn(month, r)
