import { monthsBetween } from '#app/platform/time/plain-date.ts'

/*
 * What the national sums count, as a rule: the database keeps the same up to date by the change itself (db/migrations/0570), and a test holds the two together.
 * A series is one person's values of one indicator in one case. Real values that stand, from the intake's month to the month in which the family or the person left; a carried value
 * never enters (measurement.md 3.1). The baseline is the first of them, in time when it is of the intake's month or the next (within four weeks of intake).
 */

/** One value of a person, indicator and month. `amount`: a choice as points; null: no measurement of a level. */
export type Registered = { id: number; month: string; amount: number | null; carried: boolean; replaced: boolean }
/** First days of months; null: not taken in, or still there. */
export type Stay = { intakeMonth: string | null; lastMonth: string | null }
export type Standing = { inTime: boolean; points: { month: number; amount: number; change: number }[] }
export type Sums = { n: number; up: number; down: number; aboveZero: number; amountSum: number; changeSum: number; changeSquares: number; late: number }

/** No and lost 0, in part and begun 1, yes and kept 2; null: the choice says nothing of a level. */
export const rankOf = (choice: string): number | null => ({ no: 0, lost: 0, partly: 1, begun: 1, yes: 2, kept: 2 })[choice] ?? null

/** How a series stands; null: nothing of it counts. */
export function standingOf(values: readonly Registered[], { intakeMonth, lastMonth }: Stay): Standing | null {
  if (intakeMonth === null) return null
  const real = values.filter((v) => !v.carried && !v.replaced && v.amount !== null && v.month >= intakeMonth && (lastMonth === null || v.month <= lastMonth))
  const points = real.toSorted((a, b) => a.month.localeCompare(b.month)).map((v) => ({ month: monthsBetween(intakeMonth, v.month), amount: v.amount ?? 0 }))
  const [first] = points
  return first ? { inTime: first.month <= 1, points: points.map((p) => ({ ...p, change: p.amount - first.amount })) } : null
}

const nothing: Sums = { n: 0, up: 0, down: 0, aboveZero: 0, amountSum: 0, changeSum: 0, changeSquares: 0, late: 0 }
/** The sums over series, by month since intake. Up and down: by at least one unit, which is the least that counts. */
export function sumsOf(series: readonly Standing[]): Map<number, Sums> {
  const sums = new Map<number, Sums>()
  for (const { inTime, points } of series) for (const point of points) sums.set(point.month, inTime ? plus(sums.get(point.month) ?? nothing, point) : late(sums.get(point.month) ?? nothing))
  return sums
}
const late = (s: Sums): Sums => ({ ...s, late: s.late + 1 })
const plus = (s: Sums, { amount, change }: Standing['points'][number]): Sums => ({
  n: s.n + 1,
  up: s.up + (change >= 1 ? 1 : 0),
  down: s.down + (change <= -1 ? 1 : 0),
  aboveZero: s.aboveZero + (amount > 0 ? 1 : 0),
  amountSum: s.amountSum + amount,
  changeSum: s.changeSum + change,
  changeSquares: s.changeSquares + change * change,
  late: s.late,
})
