import { Senseless } from './topic.ts'

/** Change of one person and of groups: reliable change (Jacobson & Truax 1991), cut-offs, anchors and percentages. Sources: measurement.md 3.1-3.2, 2.4. */

/** Two numbers that differ only by how a computer writes fractions are the same: 0.3 - 0.1 is 0.2. */
const fuzz = (scale: number): number => 1e-9 * Math.max(1, Math.abs(scale))
const above = (a: number, b: number): boolean => a > b + fuzz(b)
const atLeast = (a: number, b: number): boolean => a >= b - fuzz(b)
const mean = (values: readonly number[]): number => values.reduce((s, v) => s + v, 0) / values.length
const sampleSd = (values: readonly number[]): number => {
  const m = mean(values)
  return Math.sqrt(values.reduce((s, v) => s + (v - m) ** 2, 0) / (values.length - 1))
}

export type Direction = 'improved' | 'unchanged' | 'deteriorated'
const directionOf = (reliable: boolean, rawChange: number, higherIsBetter: boolean): Direction => (reliable ? (rawChange > 0 === higherIsBetter ? 'improved' : 'deteriorated') : 'unchanged')

/** The standard error of a difference between two measurements with this spread and reliability, in points. */
export function differenceError(sd: number, reliability: number): { seMeasurement: number; sDiff: number } {
  const seMeasurement = sd * Math.sqrt(1 - reliability)
  return { seMeasurement, sDiff: Math.SQRT2 * seMeasurement }
}

export type ChangeInput = { pre: number; post: number; sd: number; reliability: number; higherIsBetter: boolean; critical?: number | undefined }
export type Change = { seMeasurement: number; sDiff: number; rci: number; reliable: boolean; direction: Direction; minimalReliableChange: number }

/**
 * Is the change of one person larger than the uncertainty of the measurement? Reliable: |rci| strictly above `critical`.
 * @param i.sd spread of the norm group, in points; i.reliability 0 up to, not including, 1
 */
export function reliableChange(i: ChangeInput): Change {
  const { critical = 1.96 } = i
  const { seMeasurement, sDiff } = differenceError(i.sd, i.reliability)
  const rci = (i.post - i.pre) / sDiff
  const reliable = above(Math.abs(rci), critical)
  return { seMeasurement, sDiff, rci, reliable, direction: directionOf(reliable, rci, i.higherIsBetter), minimalReliableChange: critical * sDiff }
}

export type Norms = { meanClinical: number; sdClinical: number; meanFunctional: number; sdFunctional: number; higherIsBetter: boolean }

/** The three cut-offs: a two spreads away from the clinical mean, b two from the functional one (its own spread), c between them weighted by the spreads. */
export function clinicalCutoffs(n: Norms): { a: number; b: number; c: number } {
  const sign = n.higherIsBetter ? 1 : -1
  return {
    a: n.meanClinical + sign * 2 * n.sdClinical,
    b: n.meanFunctional - sign * 2 * n.sdFunctional,
    c: (n.sdFunctional * n.meanClinical + n.sdClinical * n.meanFunctional) / (n.sdFunctional + n.sdClinical),
  }
}

/** Refuses lists that do not pair up. */
export function paired(pre: readonly number[], post: readonly number[]): void {
  if (pre.length !== post.length) throw new Senseless('lengths', `pre has ${pre.length} values and post ${post.length}; they are paired by position`)
  if (pre.length === 0) throw new Senseless('empty', 'pre and post are empty')
}

export type CohortCutoff = { kind: 'a' | 'b' | 'c'; meanFunctional: number; sdFunctional: number; meanClinical?: number | undefined }
export type CohortInput = {
  pre: number[]
  post: number[]
  reliability: number
  higherIsBetter: boolean
  sd?: number | undefined
  critical?: number | undefined
  cutoff?: CohortCutoff | undefined
}
export type Cohort = { sDiff: number; improved: number; unchanged: number; deteriorated: number; recovered?: number; harmed?: number; cutoffValue?: number }

/** How many of a group changed, each counted once; with a cut-off also who crossed it. `sd` and the clinical mean are those of `pre` (n-1) unless given. */
export function changeOfCohort(i: CohortInput): Cohort {
  paired(i.pre, i.post)
  const sd = i.sd ?? spreadOf(i.pre)
  const { sDiff } = differenceError(sd, i.reliability)
  const cutoffValue = i.cutoff && cutoffOf(i.cutoff, i.cutoff.meanClinical ?? mean(i.pre), sd, i.higherIsBetter)
  const counts = { improved: 0, unchanged: 0, deteriorated: 0, recovered: 0, harmed: 0 }
  i.pre.forEach((pre, k) => counts[outcomeOf(pre, i.post[k] ?? pre, { ...i, sd, cutoffValue })]++)
  const { recovered, harmed, ...plain } = counts
  return cutoffValue === undefined ? { sDiff, ...plain } : { sDiff, ...plain, recovered, harmed, cutoffValue }
}

function spreadOf(pre: readonly number[]): number {
  if (pre.length < 2) throw new Senseless('tooFew', 'one value has no spread; give sd')
  const sd = sampleSd(pre)
  if (sd === 0) throw new Senseless('noSpread', 'all values of pre are the same; give sd')
  return sd
}

const cutoffOf = (c: CohortCutoff, meanClinical: number, sd: number, higherIsBetter: boolean): number =>
  clinicalCutoffs({ meanClinical, sdClinical: sd, meanFunctional: c.meanFunctional, sdFunctional: c.sdFunctional, higherIsBetter })[c.kind]

/** Recovered and harmed are reliable changes across the cut-off; each person is in exactly one. */
function outcomeOf(pre: number, post: number, i: { sd: number; reliability: number; higherIsBetter: boolean; critical?: number | undefined; cutoffValue: number | undefined }) {
  const { direction } = reliableChange({ pre, post, sd: i.sd, reliability: i.reliability, higherIsBetter: i.higherIsBetter, critical: i.critical })
  if (i.cutoffValue === undefined || direction === 'unchanged') return direction
  const good = (v: number) => (i.higherIsBetter ? v - i.cutoffValue! : i.cutoffValue! - v) // above 0: the functional side
  if (direction === 'improved') return good(pre) < 0 && good(post) > 0 ? 'recovered' : direction
  return good(pre) >= 0 && good(post) <= 0 ? 'harmed' : direction
}

type Groups = { pre: number[]; post: number[]; higherIsBetter: boolean }
type Counts = Record<Direction, number>
function count(i: Groups, judge: (good: number, pre: number) => Direction): Counts {
  paired(i.pre, i.post)
  const counts: Counts = { improved: 0, unchanged: 0, deteriorated: 0 }
  i.pre.forEach((pre, k) => counts[judge(((i.post[k] ?? pre) - pre) * (i.higherIsBetter ? 1 : -1), pre)]++)
  return counts
}

/** How many changed by at least the smallest difference that matters, in points. */
export const changeByAnchor = (i: Groups & { minimalImportantDifference: number }): Counts =>
  count(i, (good) => (atLeast(good, i.minimalImportantDifference) ? 'improved' : atLeast(-good, i.minimalImportantDifference) ? 'deteriorated' : 'unchanged'))

export type PercentChange = Counts & { changeOfMeansPct: number | null; meanOfIndividualPct: number | null; zeroBaselines: number; reason?: 'zeroBaseline' }

/**
 * How many changed by at least a share of where they began, and the two readings of "per cent change", which differ on the same data. Percent with the raw sign.
 * From zero any change in the good direction is improved, in the bad direction deteriorated; a mean of individual percentages does not exist then.
 */
export function changeInPercent(i: Groups & { improveBy: number; worsenBy: number }): PercentChange {
  const counts = count(i, (good, pre) => {
    if (pre === 0) return good > 0 ? 'improved' : good < 0 ? 'deteriorated' : 'unchanged'
    if (good > 0 && atLeast(good, i.improveBy * Math.abs(pre))) return 'improved'
    return good < 0 && atLeast(-good, i.worsenBy * Math.abs(pre)) ? 'deteriorated' : 'unchanged'
  })
  const zeroBaselines = i.pre.filter((v) => v === 0).length
  const before = mean(i.pre)
  const changeOfMeansPct = before === 0 ? null : (100 * (mean(i.post) - before)) / Math.abs(before)
  const meanOfIndividualPct = zeroBaselines > 0 ? null : mean(i.pre.map((pre, k) => (100 * ((i.post[k] ?? pre) - pre)) / Math.abs(pre)))
  const result = { ...counts, changeOfMeansPct, meanOfIndividualPct, zeroBaselines }
  return zeroBaselines > 0 ? { ...result, reason: 'zeroBaseline' } : result
}

/** Can a mean rise by so many per cent without leaving the scale? +50 % from above two thirds of it cannot (measurement.md 2.4). */
export function targetReachable(i: { baselineMean: number; targetPct: number; scaleMax: number }): { targetMean: number | null; reachable: boolean | null; reason?: 'zeroBaseline' } {
  if (i.baselineMean > i.scaleMax) throw new Senseless('baselineMean', 'baselineMean lies above scaleMax')
  if (i.baselineMean === 0) return { targetMean: null, reachable: null, reason: 'zeroBaseline' }
  const targetMean = i.baselineMean * (1 + i.targetPct / 100)
  return { targetMean, reachable: atLeast(i.scaleMax, targetMean) }
}

/** What changed for those with help less what changed for those without. */
export function differenceInDifferences(i: { treatedBefore: number; treatedAfter: number; controlBefore: number; controlAfter: number }) {
  const treatedChange = i.treatedAfter - i.treatedBefore
  const controlChange = i.controlAfter - i.controlBefore
  return { did: treatedChange - controlChange, treatedChange, controlChange }
}
