/** WHO-5, PHQ-9, GAD-7 and CORE-10: the sum and what it is called. Sources: measurement.md 2.1. */

type Answers = readonly (number | null)[]
/** The sum, or null when an answer is missing. */
const whole = (answers: Answers): number | null => answers.reduce<number | null>((total, a) => (total === null || a === null ? null : total + a), 0)
/** The name of the last limit that the value has reached. */
function named<N extends string>(value: number, steps: readonly (readonly [from: number, name: N])[]): N | null {
  return steps.findLast(([from]) => value >= from)?.[1] ?? null
}

export type Incomplete = { reason: 'incomplete' }

/** Five answers 0-5; raw 0-25, percent = raw · 4; 50 or less asks for a closer look. Higher is better. */
export function scoreWho5(answers: Answers): { raw: number; percent: number; atRisk: boolean } | ({ raw: null; percent: null; atRisk: null } & Incomplete) {
  const raw = whole(answers)
  return raw === null ? { raw, percent: null, atRisk: null, reason: 'incomplete' } : { raw, percent: raw * 4, atRisk: raw * 4 <= 50 }
}

const severities = [[0, 'minimal'], [5, 'mild'], [10, 'moderate'], [15, 'moderately_severe'], [20, 'severe']] as const
type Severity<N> = { total: number; severity: N } | ({ total: null; severity: null } & Incomplete)
function withSeverity<N extends string>(answers: Answers, steps: readonly (readonly [number, N])[]): Severity<N | null> {
  const total = whole(answers)
  return total === null ? { total, severity: null, reason: 'incomplete' } : { total, severity: named(total, steps) }
}

/** Nine answers 0-3; 0-27. */
export const scorePhq9 = (answers: Answers) => withSeverity(answers, severities)
/** Seven answers 0-3; 0-21. */
export const scoreGad7 = (answers: Answers) => withSeverity(answers, [...severities.slice(0, 3), [15, 'severe']] as const)

const coreBands = [[0, 'healthy'], [6, 'low'], [11, 'mild'], [16, 'moderate'], [21, 'moderately_severe'], [26, 'severe']] as const

/** Ten item scores 0-4, items 2 and 3 already turned round; the total is prorated when at most two are missing. */
export function scoreCore10(answers: Answers): { total: number; band: (typeof coreBands)[number][1] | null } | ({ total: null; band: null } & Incomplete) {
  const given = answers.filter((a) => a !== null)
  if (given.length < 8) return { total: null, band: null, reason: 'incomplete' }
  const total = (10 * given.reduce((sum, a) => sum + a, 0)) / given.length
  return { total, band: named(total, coreBands) }
}
