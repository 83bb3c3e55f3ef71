import { changeInPercent, targetReachable } from '#app/platform/calc/change.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import type { ChangeFigure, Evidence, MeasureInfo, Measures, Method, PointFact, Unit } from './goals.ts'
import type { Counting } from './population.ts'

/* Goals counted from measurements: better than at the start (GOAL-03, 04, 06, 10, and the national criteria), or a good newest answer (GOAL-05). */

const asEvidence = (p: PointFact): Evidence => ({ kind: p.source, id: p.id, shelfId: p.shelfId, on: p.on, value: p.value, choice: p.choice, code: p.code })
export const byDay = (a: PointFact, b: PointFact): number => a.on.localeCompare(b.on) || a.id - b.id

/** A member's points of one source and code, in the order of their days. */
export type PointsOf = (source: string, code: string) => readonly PointFact[]
/** Those from the month of intake until last seen. */
const seen = (c: Counting, points: readonly PointFact[]): PointFact[] => points.filter((p) => p.on >= c.family.intakeOn && p.on.slice(0, 7) <= c.until.slice(0, 7))

type Pair = { pre: PointFact; post: PointFact | null; late: boolean }
/** The first value and the newest one not later than the goal is due (the month of that day counts). */
function pairOf(c: Counting, mine: readonly PointFact[], withinDays: number): Pair | null {
  const numbers = mine.filter((p) => p.value !== null)
  const pre = numbers[0]
  if (!pre) return null
  const due = c.due
  const later = numbers.filter((p) => p !== pre && (due === null || p.on.slice(0, 7) <= due.slice(0, 7)))
  return { pre, post: later.at(-1) ?? null, late: pre.on > addDays(c.family.intakeOn, withinDays) }
}

/** Is the change at least what counts, in the good direction? @param pre from zero any step counts, or `zero-baseline` leaves the person out before this */
export function isBetter(pre: number, post: number, by: { percent: number } | { points: number }, higherIsBetter: boolean): boolean {
  const good = (post - pre) * (higherIsBetter ? 1 : -1)
  if ('points' in by) return good >= by.points - 1e-9
  return pre === 0 ? good > 0 : good > 0 && good >= (by.percent / 100) * Math.abs(pre) - 1e-9
}

/** Better than at the start in every measure of the goal. */
export function changed(goal: Method<'change'>, c: Counting, points: PointsOf, measures: Measures): Unit {
  const d = goal.definition
  const found = d.codes.map((code) => ({ code, pair: pairOf(c, seen(c, points(d.source, code)), d.baselineWithinDays) }))
  const evidence = found.flatMap(({ pair }) => (pair ? [pair.pre, ...(pair.post ? [pair.post] : [])] : [])).map(asEvidence)
  const pairs = found.flatMap(({ code, pair }) => (pair?.post ? [{ code, pre: pair.pre.value!, post: pair.post.value!, late: pair.late }] : []))
  const unit: Unit = { ...c.unit, evidence, pairs, due: c.due !== null && c.due <= c.until }
  const out = (why: Unit['why']): Unit => ({ ...unit, outcome: 'left-out', why })
  if (found.some(({ pair }) => pair === null)) return out('never-measured')
  if (pairs.length < found.length) return out('measured-once')
  if (d.lateBaseline === 'left-out' && pairs.some((p) => p.late)) return out('late-baseline')
  if (d.zeroBaseline === 'left-out' && pairs.some((p) => p.pre === 0)) return out('zero-baseline')
  const better = pairs.every((p) => isBetter(p.pre, p.post, d.improveBy, measures.get(p.code)?.higherIsBetter ?? true))
  return { ...unit, outcome: better ? 'reached' : 'not-reached' }
}

/** The newest answer is a good one. */
export function latestIsGood(goal: Method<'latest'>, c: Counting, points: PointsOf): Unit {
  const d = goal.definition
  const newest = d.codes.flatMap((code) => seen(c, points(d.source, code)).filter((p) => p.choice !== null)).toSorted(byDay).at(-1)
  if (!newest) return { ...c.unit, outcome: 'left-out', why: 'never-measured' }
  return { ...c.unit, outcome: d.good.includes(newest.choice ?? '') ? 'reached' : 'not-reached', evidence: [asEvidence(newest)] }
}

/** Both readings of "so many per cent better" for each measure, of those in the denominator; and whether the target lies on the scale at all. */
export function changeFigures(goal: Method<'change'>, counted: readonly Unit[], measures: Measures): ChangeFigure[] {
  return goal.definition.codes.flatMap((code) => {
    const pairs = counted.flatMap((u) => u.pairs.filter((p) => p.code === code))
    const measure = measures.get(code)
    if (pairs.length === 0 || !measure) return []
    const [pre, post] = [pairs.map((p) => p.pre), pairs.map((p) => p.post)]
    const { changeOfMeansPct, meanOfIndividualPct, zeroBaselines } = changeInPercent({ pre, post, improveBy: 0, worsenBy: 0, higherIsBetter: measure.higherIsBetter })
    const preMean = mean(pre)
    return [{ code, n: pairs.length, preMean, postMean: mean(post), changeOfMeansPct, meanOfIndividualPct, zeroBaselines, ...reach(goal, preMean, measure) }]
  })
}
const mean = (values: readonly number[]): number => values.reduce((s, v) => s + v, 0) / values.length

function reach(goal: Method<'change'>, preMean: number, measure: MeasureInfo): { reachable: boolean | null; targetMean: number | null } {
  if (goal.measure !== 'change-percent' || goal.target === null) return { reachable: null, targetMean: null }
  if (!measure.higherIsBetter) return { reachable: preMean > 0 ? true : null, targetMean: preMean > 0 ? preMean * (1 - goal.target / 100) : null }
  const { reachable, targetMean } = targetReachable({ baselineMean: preMean, targetPct: goal.target, scaleMax: measure.range[1] })
  return { reachable, targetMean }
}

/** The figure held against a target in per cent: the good direction is positive. With several measures the one that changed least. */
export function judgedChange(goal: Method<'change'>, figures: readonly ChangeFigure[], measures: Measures): number | null {
  const values = figures.map((f) => {
    const raw = goal.definition.judged === 'mean-of-individuals' ? f.meanOfIndividualPct : f.changeOfMeansPct
    return raw === null ? null : raw * (measures.get(f.code)?.higherIsBetter === false ? -1 : 1)
  })
  return values.length === 0 || values.some((v) => v === null) ? null : Math.min(...values.map((v) => v ?? 0))
}
