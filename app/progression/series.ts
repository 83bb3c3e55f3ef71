import type { Words } from '#app/catalogue/pack-item.ts'

/*
 * One measure of one person over time: what a curve, a category of change and a goal are computed from, whether it is an indicator of the monthly registration, somebody's own rating or
 * the score of an instrument. Each slice gives its own series in this shape (`seriesOf`); a value that was only kept from before (`carried`) never stands in one (measurement.md 3.1).
 */

/** Where a measurement comes from: said by the person, judged by a professional, counted from spells or taken from a register. */
export type By = 'self' | 'professional' | 'counted' | 'register'

export type Measure = {
  kind: 'indicator' | 'rating' | 'instrument' | 'attendance' | 'goal'
  /** Code of the indicator, question or instrument with its scale (`sdq.totalDifficulties`). */
  code: string
  label: Words
  higherIsBetter: boolean
  /** Ends of the scale. */
  range: readonly [number, number]
  /** The norm's spread and the published reliability with their source; null: nobody has published them, and no change of one person is judged. */
  error: { sd: number; reliability: number; source: string } | null
  /** Points that matter for a group, or that we have chosen to call a step for one person where no error is known; null: none named. */
  relevantChange: number | null
}

/** `on` is the day of the measurement; of a monthly value the last day of its month. */
export type Point = { on: string; value: number; by: By; /** Who said or judged, for the table; null: not told. */ who: string | null; recordId: number; shelfId: number }

/** Points in the order of their days. Points of different versions or informants are different series. */
export type Series = { personId: number; measure: Measure; by: By; points: Point[] }

/** The first real measurement not later than `within` days after the anchor, else the first one there is, marked as late. Null: nothing was measured. */
export type Baseline = { point: Point; late: boolean }
