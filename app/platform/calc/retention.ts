import { chiSquareTail, zOf } from './normal.ts'
import { Senseless } from './topic.ts'

/**
 * How long something lasts (a leisure job, a job, a place at school) when not everybody has been followed to the end: Kaplan-Meier with Greenwood's standard error, and the
 * log-rank test. A job begun last month counts neither as kept nor as lost. Sources: measurement.md 3.5; R's survival package is the reference.
 */

export type BandKind = 'loglog' | 'log' | 'plain'
export type Step = { time: number; atRisk: number; survival: number; stdErr: number | null; low: number | null; high: number | null }
export type Retention = {
  n: number
  events: number
  median: number | null
  steps: Step[]
  at: { time: number; survival: number; atRisk: number; low: number | null; high: number | null }[]
}
type Input = { time: number[]; event: number[]; at?: number[] | undefined; level?: number | undefined; ci?: BandKind | undefined }

/** @param i.time any unit, 0 or more; i.event 1 lost, 0 still there when last seen. Bounds are null where the kind of interval has none (loglog at 1 and 0). */
export function retention(i: Input): Retention {
  pairedWith(i.time, i.event, 'event')
  const z = zOf(i.level ?? 0.95)
  const band = i.ci ?? 'loglog'
  const steps = stepsOf(i.time, i.event, z, band)
  return {
    n: i.time.length,
    events: i.event.filter((e) => e === 1).length,
    median: steps.find((s) => s.survival <= 0.5 + 1e-12)?.time ?? null,
    steps,
    at: (i.at ?? []).map((time) => {
      const last = steps.findLast((s) => s.time <= time)
      const { survival, low, high } = last ?? { survival: 1, ...bounds(1, 0, z, band) }
      return { time, survival, atRisk: i.time.filter((t) => t >= time).length, low, high }
    }),
  }
}

function pairedWith(time: readonly number[], other: readonly unknown[], name: string): void {
  if (time.length !== other.length) throw new Senseless('lengths', `time and ${name} are paired by position`)
  if (time.length === 0) throw new Senseless('empty', 'nobody was followed')
}

/** One step per time at which somebody was lost. */
function stepsOf(time: readonly number[], event: readonly number[], z: number, band: BandKind): Step[] {
  const times = [...new Set(time.filter((_, k) => event[k] === 1))].toSorted((a, b) => a - b)
  let survival = 1
  let greenwood = 0
  return times.map((t) => {
    const atRisk = time.filter((x) => x >= t).length
    const lost = time.filter((x, k) => x === t && event[k] === 1).length
    survival = lost === atRisk ? 0 : survival * (1 - lost / atRisk)
    greenwood += lost === atRisk ? 0 : lost / (atRisk * (atRisk - lost))
    return { time: t, atRisk, survival, stdErr: survival === 0 ? null : survival * Math.sqrt(greenwood), ...bounds(survival, Math.sqrt(greenwood), z, band) }
  })
}

/** @param relative the standard error of log S */
function bounds(s: number, relative: number, z: number, band: BandKind): { low: number | null; high: number | null } {
  if (s === 0) return { low: null, high: null }
  if (band === 'plain') return { low: Math.max(0, s - z * s * relative), high: Math.min(1, s + z * s * relative) }
  if (band === 'log') return { low: s * Math.exp(-z * relative), high: Math.min(1, s * Math.exp(z * relative)) }
  if (s === 1) return { low: null, high: null }
  const spread = (z * relative) / Math.log(s)
  return { low: s ** Math.exp(-spread), high: s ** Math.exp(spread) }
}

export type Comparison = { chi2: number | null; df: number; p: number | null; reason?: 'noEvents' }

/** Do the groups lose at the same pace? The log-rank test, k−1 degrees of freedom. */
export function compareRetention(i: { time: number[]; event: number[]; group: (string | number)[] }): Comparison {
  pairedWith(i.time, i.event, 'event')
  pairedWith(i.time, i.group, 'group')
  const groups = [...new Set(i.group)]
  if (groups.length < 2) throw new Senseless('oneGroup', 'there is only one group')
  const df = groups.length - 1
  const { less, variance } = tally(i, groups.slice(0, df))
  const solved = solve(variance, less)
  if (!solved) return { chi2: null, df, p: null, reason: 'noEvents' }
  const chi2 = less.reduce((s, x, k) => s + x * (solved[k] ?? 0), 0)
  return { chi2, df, p: chiSquareTail(chi2, df) }
}

/** Observed less expected losses per group, and their covariance, over all times with a loss. */
function tally(i: { time: number[]; event: number[]; group: (string | number)[] }, groups: readonly (string | number)[]) {
  const less = groups.map(() => 0)
  const variance = groups.map(() => groups.map(() => 0))
  for (const t of new Set(i.time.filter((_, k) => i.event[k] === 1))) {
    const there = i.time.map((x) => x >= t)
    const lostHere = i.time.map((x, k) => x === t && i.event[k] === 1)
    const atRisk = there.filter(Boolean).length
    const lost = lostHere.filter(Boolean).length
    const shares = groups.map((g) => there.filter((is, k) => is && i.group[k] === g).length / atRisk)
    const factor = atRisk > 1 ? (lost * (atRisk - lost)) / (atRisk - 1) : 0
    groups.forEach((g, a) => {
      less[a]! += lostHere.filter((is, k) => is && i.group[k] === g).length - lost * shares[a]!
      shares.forEach((share, b) => (variance[a]![b]! += factor * shares[a]! * ((a === b ? 1 : 0) - share)))
    })
  }
  return { less, variance }
}

/** Gauss with the largest pivot; null when the matrix says nothing. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | null {
  const rows = matrix.map((row, k) => [...row, right[k] ?? 0])
  const n = rows.length
  for (let c = 0; c < n; c++) {
    const best = rows.slice(c).reduce((b, row, k) => (Math.abs(row[c]!) > Math.abs(rows[b]![c]!) ? c + k : b), c)
    if (Math.abs(rows[best]![c]!) < 1e-12) return null
    ;[rows[c], rows[best]] = [rows[best]!, rows[c]!]
    for (let r = 0; r < n; r++) {
      if (r === c) continue
      const times = rows[r]![c]! / rows[c]![c]!
      for (let k = c; k <= n; k++) rows[r]![k]! -= times * rows[c]![k]!
    }
  }
  return rows.map((row, k) => row[n]! / row[k]!)
}
