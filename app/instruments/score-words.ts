import { differenceError, reliableChange } from '#app/platform/calc/change.ts'
import type { Locale } from '#app/platform/i18n/messages.ts'
import type { Measure, Series } from '#app/progression/series.ts'
import type { Scale } from './instruments.ts'

/*
 * A score and its change in plain words: the number, both thresholds and whose rule it is, never a verdict (measurement.md 0.3, 2.3, 6.8).
 */

export const inWords = (locale: Locale, value: number): string => value.toLocaleString(locale === 'da' ? 'da-DK' : 'en-GB', { maximumFractionDigits: 1 })

/** `clear`: larger than the uncertainty of one person's two measurements. `unsure`: within it. `unjudged`: nobody has published how sure the scale is. */
export type ChangeKind = 'clear-better' | 'clear-worse' | 'unsure' | 'same' | 'unjudged'
export type ScoreChange = { from: number; to: number; since: string; difference: number; kind: ChangeKind; /** Points that one person's change must exceed, null where not published. */ needed: number | null }

/** From the first to the newest point of a series. @returns null with fewer than two measurements */
export function changeOf({ points, measure }: Pick<Series, 'points' | 'measure'>, published: Scale['reliableChange']): ScoreChange | null {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 2) return null
  const difference = last.value - first.value
  const base = { from: first.value, to: last.value, since: first.on, difference }
  const better = difference > 0 === measure.higherIsBetter
  const clear = (yes: boolean): ChangeKind => (difference === 0 ? 'same' : yes ? (better ? 'clear-better' : 'clear-worse') : 'unsure')
  if (measure.error) {
    const { reliable, minimalReliableChange } = reliableChange({ pre: first.value, post: last.value, ...measure.error, higherIsBetter: measure.higherIsBetter })
    return { ...base, kind: clear(reliable), needed: minimalReliableChange }
  }
  if (published) return { ...base, kind: clear(Math.abs(difference) >= published.points), needed: published.points }
  return { ...base, kind: difference === 0 ? 'same' : 'unjudged', needed: null }
}

/** The shadow of a point: one standard error of measurement times 1.96 to each side, inside the scale. Null: none is known. */
export function shadowOf(measure: Pick<Measure, 'error' | 'range'>, value: number): { low: number; high: number } | null {
  if (!measure.error) return null
  const half = 1.96 * differenceError(measure.error.sd, measure.error.reliability).seMeasurement
  return { low: Math.max(measure.range[0], value - half), high: Math.min(measure.range[1], value + half) }
}
