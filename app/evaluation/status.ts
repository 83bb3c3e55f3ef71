import { addMonths } from '#app/platform/time/plain-date.ts'
import { oddity } from '#app/progression/checks.ts'
import type { Field } from '#app/progression/indicators.ts'
import { dueOn, isLate, monthOf, type MonthRules, type MonthState, opensOn, stateOf } from '#app/progression/months.ts'
import type { Value } from '#app/progression/values.ts'

/*
 * How complete and how plausible a family's months are (PROG-04): real values of those asked, kept ones counted apart, what was written late, and odd values with and without a
 * "ja, det passer". Rules only.
 */

export type StatusValue = Pick<Value, 'personId' | 'indicator' | 'month' | 'how' | 'number' | 'second' | 'choice' | 'confirmed' | 'writtenOn'>
export type MonthStatus = {
  month: string
  state: MonthState
  of: number
  filled: number
  /** Kept from an earlier month; never counted as filled. */
  carried: number
  /** Written after the month was due. */
  late: number
  /** Odd values that somebody has said yes to, and those that nobody has. */
  confirmed: number
  unconfirmed: number
  finished: boolean
}

/** A family's values so that a field's own are found at once: by person and indicator, the oldest first. */
export type ByField = Map<string, StatusValue[]>
const key = (personId: number, indicator: string): string => `${personId}.${indicator}`
export const byField = (values: readonly StatusValue[]): ByField =>
  Map.groupBy(values.toSorted((a, b) => a.month.localeCompare(b.month)), (v) => key(v.personId, v.indicator))

/** @param fields what the month asks about */
export function monthStatus(fields: readonly Field[], values: ByField, month: string, today: string, rules: MonthRules, finished: boolean): MonthStatus {
  const found = fields.flatMap((field) => {
    const value = values.get(key(field.member.id, field.indicator.code))?.find((v) => v.month === month)
    return value ? [{ field, value, answer: value }] : []
  })
  const real = found.filter((f) => f.value.how !== 'carried')
  // What the family's own spells say is asked about where it is written, not here.
  const odd = real.filter((f) => f.value.how !== 'counted' && isOdd(f, lastReal(values, f.field, month), real))
  return {
    month,
    state: stateOf(month, today, rules),
    of: fields.length,
    filled: real.length,
    carried: found.length - real.length,
    late: real.filter((f) => isLate(month, f.value.writtenOn, rules)).length,
    confirmed: odd.filter((f) => f.value.confirmed).length,
    unconfirmed: odd.filter((f) => !f.value.confirmed).length,
    finished,
  }
}

type Found = { field: Field; answer: StatusValue }
/** The rule of the registration page, asked again: what a register brought has not been through it. */
const isOdd = (one: Found, last: StatusValue | undefined, others: readonly Found[]): boolean => oddity(one, last, others.filter((o) => o.field.member.id === one.field.member.id)) !== null
const lastReal = (values: ByField, field: Field, month: string): StatusValue | undefined => values.get(key(field.member.id, field.indicator.code))?.findLast((v) => v.month < month && v.how !== 'carried')

/** Is anything to be done about the month: not full though it is due, or something odd that nobody has looked at? */
export const hasGap = (s: Pick<MonthStatus, 'state' | 'filled' | 'of' | 'unconfirmed'>): boolean => ((s.state === 'late' || s.state === 'closed') && s.filled < s.of) || s.unconfirmed > 0

const MONTHS_SHOWN = 12
/** The newest month whose due day has passed. */
export function newestDue(today: string, rules: MonthRules): string {
  let month = monthOf(today)
  while (dueOn(month, rules) >= today) month = addMonths(month, -1)
  return month
}
/** A year of months, the newest that is open first. */
export function monthsShown(today: string, rules: MonthRules): string[] {
  const now = monthOf(today)
  const newest = opensOn(now, rules) <= today ? now : addMonths(now, -1)
  return Array.from({ length: MONTHS_SHOWN }, (_, i) => addMonths(newest, -i))
}
