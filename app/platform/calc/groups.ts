import { zOf } from './normal.ts'
import { Senseless } from './topic.ts'

/** Goal attainment, effect sizes and proportions. Sources: measurement.md 2.2, 3.3, 3.4. */

/** T = 50 + 10·Σwx / √((1−ρ)Σw² + ρ(Σw)²): 50 is "as expected". Never average it without saying how many goals it rests on. */
export function goalAttainment(i: { attainment: number[]; weights: number[]; rho?: number | undefined; baseline?: number[] | undefined }): { t: number; tBaseline?: number; change?: number } {
  const { rho = 0.3 } = i
  if (i.attainment.length !== i.weights.length) throw new Senseless('lengths', 'attainment and weights are paired by position')
  if (i.baseline && i.baseline.length !== i.attainment.length) throw new Senseless('lengths', 'attainment and baseline are paired by position')
  const total = i.weights.reduce((s, w) => s + w, 0)
  const squares = i.weights.reduce((s, w) => s + w * w, 0)
  const score = (levels: readonly number[]) => 50 + (10 * levels.reduce((s, x, k) => s + x * (i.weights[k] ?? 0), 0)) / Math.sqrt((1 - rho) * squares + rho * total * total)
  const t = score(i.attainment)
  if (!i.baseline) return { t }
  const tBaseline = score(i.baseline)
  return { t, tBaseline, change: t - tBaseline }
}

export type EffectSize = { sdUsed: number; d: number; g: number; j: number; varD: number; seG: number }
function effect(sdUsed: number, difference: number, df: number, variance: (d: number) => number): EffectSize {
  if (!(sdUsed > 0)) throw new Senseless('noSpread', 'without spread there is no effect size')
  const d = difference / sdUsed
  const j = 1 - 3 / (4 * df - 1)
  const varD = variance(d)
  return { sdUsed, d, g: j * d, j, varD, seG: j * Math.sqrt(varD) }
}

/** Two groups that do not share people: pooled spread, n1+n2−2 degrees of freedom (Borenstein 2009). */
export const effectOfGroups = (i: { m1: number; sd1: number; n1: number; m2: number; sd2: number; n2: number }): EffectSize => {
  const pooled = Math.sqrt(((i.n1 - 1) * i.sd1 ** 2 + (i.n2 - 1) * i.sd2 ** 2) / (i.n1 + i.n2 - 2))
  return effect(pooled, i.m1 - i.m2, i.n1 + i.n2 - 2, (d) => (i.n1 + i.n2) / (i.n1 * i.n2) + (d * d) / (2 * (i.n1 + i.n2)))
}
/** The same people twice: the spread within, from the spread of differences and the correlation r. */
export const effectOfPairs = (i: { meanDiff: number; sdDiff: number; r: number; n: number }): EffectSize =>
  effect(i.sdDiff / Math.sqrt(2 * (1 - i.r)), i.meanDiff, i.n - 1, (d) => (1 / i.n + (d * d) / (2 * i.n)) * 2 * (1 - i.r))

export type Interval = { p: number | null; low: number | null; high: number | null; reason?: 'empty' }

/** A share with its Wilson score interval (E. B. Wilson 1927), inside 0 to 1. */
export function proportion(x: number, n: number, level = 0.95): Interval {
  if (x > n) throw new Senseless('xAboveN', 'x is more than n')
  return n === 0 ? { p: null, low: null, high: null, reason: 'empty' } : wilson(x, n, level)
}
function wilson(x: number, n: number, level: number): { p: number; low: number; high: number } {
  const p = x / n
  const z2 = zOf(level) ** 2
  const middle = (p + z2 / (2 * n)) / (1 + z2 / n)
  const half = (Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n)) / (1 + z2 / n)) * Math.sqrt(z2)
  return { p, low: x === 0 ? 0 : Math.max(0, middle - half), high: x === n ? 1 : Math.min(1, middle + half) }
}

/** The difference between two shares with the interval that Newcombe (1998) calls method 10. */
export function proportionDifference(i: { x1: number; n1: number; x2: number; n2: number; level?: number | undefined }) {
  const { level = 0.95 } = i
  if (i.x1 > i.n1 || i.x2 > i.n2) throw new Senseless('xAboveN', 'x is more than n')
  if (i.n1 === 0 || i.n2 === 0) return { difference: null, low: null, high: null, reason: 'empty' }
  const one = wilson(i.x1, i.n1, level)
  const two = wilson(i.x2, i.n2, level)
  const difference = one.p - two.p
  return {
    difference,
    low: Math.max(-1, difference - Math.hypot(one.p - one.low, two.high - two.p)),
    high: Math.min(1, difference + Math.hypot(one.high - one.p, two.p - two.low)),
  }
}
