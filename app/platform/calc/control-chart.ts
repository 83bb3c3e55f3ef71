import { Senseless } from './topic.ts'

export type Signal = 'outside' | 'run' | 'trend' | 'two-of-three'
export type ControlChart = {
  mean: number
  mrBar: number | null
  upper: number | null
  lower: number | null
  mrUpper: number | null
  /** What each point is part of, by position. */
  signals: Signal[][]
  /** Positions of the later point of each moving range above mrUpper. */
  mrAbove: number[]
  provisional: boolean
  reason?: 'tooFew'
}
const LONG = 7

/**
 * XmR chart of monthly values: limits 2.66 times the mean moving range from the mean, without screening; signals as the NHS uses them. Under twelve points it is
 * provisional. Source: measurement.md 3.6.
 */
export function controlChart(values: readonly number[]): ControlChart {
  if (values.length === 0) throw new Senseless('empty', 'values is empty')
  const mean = values.reduce((s, v) => s + v, 0) / values.length
  const provisional = values.length < 12
  const ranges = values.slice(1).map((v, k) => Math.abs(v - values[k]!))
  if (ranges.length === 0) return { mean, mrBar: null, upper: null, lower: null, mrUpper: null, signals: [[]], mrAbove: [], provisional, reason: 'tooFew' }
  const mrBar = ranges.reduce((s, v) => s + v, 0) / ranges.length
  const reach = 2.66 * mrBar
  const mrUpper = 3.267 * mrBar
  const marks: Record<Signal, Set<number>> = {
    outside: new Set(values.flatMap((v, k) => (Math.abs(v - mean) > reach ? [k] : []))),
    run: inLongStretch(values.map((v) => Math.sign(v - mean))),
    trend: trends(values),
    'two-of-three': nearLimit(values.map((v) => v - mean), (2 / 3) * reach),
  }
  const signals = values.map((_, k) => (Object.keys(marks) as Signal[]).filter((s) => marks[s].has(k)))
  return { mean, mrBar, upper: mean + reach, lower: mean - reach, mrUpper, signals, mrAbove: ranges.flatMap((r, k) => (r > mrUpper ? [k + 1] : [])), provisional }
}

/** Positions that belong to at least seven equal signs in a row; 0 belongs to none. */
function inLongStretch(signs: readonly number[], long = LONG): Set<number> {
  const found = new Set<number>()
  let from = 0
  for (let k = 1; k <= signs.length; k++) {
    if (k < signs.length && signs[k] === signs[from]) continue
    if (signs[from] !== 0 && k - from >= long) for (let p = from; p < k; p++) found.add(p)
    from = k
  }
  return found
}

/** Seven points that rise or fall are six steps in one direction; a tie breaks it. */
function trends(values: readonly number[]): Set<number> {
  const steps = inLongStretch(values.slice(1).map((v, k) => Math.sign(v - values[k]!)), LONG - 1)
  return new Set([...steps].flatMap((k) => [k, k + 1]))
}

/** The points beyond `limit` where two of three in a row are, on the same side. */
function nearLimit(distances: readonly number[], limit: number): Set<number> {
  const found = new Set<number>()
  for (let from = 0; from + 3 <= distances.length; from++) {
    for (const side of [1, -1]) {
      const beyond = [from, from + 1, from + 2].filter((k) => distances[k]! * side > limit)
      if (beyond.length >= 2) for (const k of beyond) found.add(k)
    }
  }
  return found
}
