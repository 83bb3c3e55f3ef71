import { addDays } from '#app/platform/time/plain-date.ts'
import { fieldsOf, type Indicator, type Member } from './indicators.ts'
import { monthOf } from './months.ts'

/*
 * The first measurement of a family (VIS-15, PROG-04): within the pack's days after the family came, everything that its first month asks about has been looked at once. What comes later is
 * kept and marked; what never comes is missing. A value that was only kept from before is no measurement.
 */

/** `soon`: the days are not over; `late`: everything is there, some of it after the days; `partly` and `missing`: the days are over. */
export type BaselineState = 'done' | 'soon' | 'late' | 'partly' | 'missing'
export type BaselineStanding = { state: BaselineState; due: string; /** Values that are there, at any time. */ filled: number; of: number; /** Members something is missing of. */ lacking: number[] }
/** What one member's first months hold: different indicators with a real value, written in time and at all. */
export type FirstValues = { personId: number; inTime: number; ever: number }
/** A first measurement may lie in the month of intake and these after it; later is another measurement. */
export const FIRST_MONTHS = 3

export const baselineDue = (intakeOn: string, withinDays: number): string => addDays(intakeOn, withinDays)

/** @param said one row per member at most @param withinDays days after intake, the last one counts */
export function baselineOf(indicators: readonly Indicator[], members: readonly Member[], intakeOn: string, said: readonly FirstValues[], today: string, withinDays: number): BaselineStanding {
  const first = monthOf(intakeOn)
  const asked = Map.groupBy(fieldsOf(indicators, members, first, first), (f) => f.member.id)
  const each = [...asked].map(([personId, fields]) => {
    const found = said.find((s) => s.personId === personId)
    return { personId, of: fields.length, ever: Math.min(found?.ever ?? 0, fields.length), inTime: Math.min(found?.inTime ?? 0, fields.length) }
  })
  const sum = (pick: (e: (typeof each)[number]) => number) => each.reduce((n, e) => n + pick(e), 0)
  const [of, filled, inTime] = [sum((e) => e.of), sum((e) => e.ever), sum((e) => e.inTime)]
  const due = baselineDue(intakeOn, withinDays)
  const full = of > 0 && filled === of
  const state = full ? (inTime === of ? 'done' : 'late') : today <= due ? 'soon' : filled === 0 ? 'missing' : 'partly'
  return { state, due, filled, of, lacking: each.filter((e) => e.ever < e.of).map((e) => e.personId) }
}
