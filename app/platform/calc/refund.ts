import { Senseless } from './topic.ts'

/** What the state pays back. Rules with dates: measurement.md 4.3. Kroner in and out. */

/** "Refusionstrappen": from which week of accumulated support, and the state's share. */
const staircase = [[1, 0.8], [5, 0.4], [27, 0.3], [53, 0.2]] as const

/** @param i.firstWeek, i.lastWeek weeks of accumulated public support, both counted */
export function staircaseRefund(i: { firstWeek: number; lastWeek: number; weeklyBenefit: number }): { state: number; municipality: number; stateShare: number } {
  if (i.lastWeek < i.firstWeek) throw new Senseless('weeks', 'lastWeek lies before firstWeek')
  const weeks = i.lastWeek - i.firstWeek + 1
  const weighted = staircase.reduce((sum, [from, share], k) => {
    const until = (staircase[k + 1]?.[0] ?? Infinity) - 1
    return sum + share * Math.max(0, Math.min(i.lastWeek, until) - Math.max(i.firstWeek, from) + 1)
  }, 0)
  const state = weighted * i.weeklyBenefit
  return { state, municipality: weeks * i.weeklyBenefit - state, stateShare: weighted / weeks }
}

export type CaseLevel = { thresholds: readonly number[]; rates: readonly number[] }
/** Barnets lov § 198, level of 2022. */
const levels: Record<'2022', CaseLevel> = { '2022': { thresholds: [860_000, 1_680_000, 2_120_000], rates: [0.25, 0.5, 0.75] } }

/** The costs of all children of one household are added together first (stk. 2); each rate counts for what lies above its threshold and below the next. */
export function expensiveCaseRefund(i: { level: '2022' | CaseLevel; annualCosts: readonly number[] }): { state: number; municipality: number } {
  const { thresholds, rates } = i.level === '2022' ? levels['2022'] : i.level
  if (thresholds.length !== rates.length) throw new Senseless('lengths', 'thresholds and rates are paired by position')
  if (thresholds.some((t, k) => k > 0 && t <= thresholds[k - 1]!)) throw new Senseless('thresholds', 'thresholds must rise')
  const total = i.annualCosts.reduce((s, cost) => s + cost, 0)
  const state = thresholds.reduce((sum, from, k) => sum + rates[k]! * Math.max(0, Math.min(total, thresholds[k + 1] ?? Infinity) - from), 0)
  return { state, municipality: total - state }
}
