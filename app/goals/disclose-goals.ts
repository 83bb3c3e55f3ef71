import { hideInList, hideInTable } from '#app/platform/calc/disclosure.ts'
import { Senseless } from '#app/platform/calc/topic.ts'
import type { GoalResult, Unit } from './goals.ts'

/*
 * What leaves the project about a goal: nobody must be able to compute a hidden number from all that was ever published. Within a month small numbers are hidden with as many others as
 * protect them (calc disclosure). Between months a number is shown again only when it is the same as, or at least the smallest group away from, every number shown before in its place:
 * two published months never tell what one family did. Means and times are shown again only when nobody, or enough of those counted, have changed. What is hidden has no influence on
 * what is shown later, so that silence tells nothing of it. Sources: contracts/access.md (aggregates), measurement.md 3.8.
 */

/** The least there must be at risk for a time to be told (measurement.md 3.5). */
const LEAST_AT_RISK = 5

export type Group = { group: string; n: number; x: number | null }
export type Published = {
  /** Denominator and numerator; null: hidden. */
  n: number | null
  x: number | null
  /** By age; groups of few are put together, and stay so. Null: none can be shown. */
  groups: Group[] | null
  changes: { code: string; preMean: number; postMean: number; changeOfMeansPct: number | null; meanOfIndividualPct: number | null; reachable: boolean | null }[] | null
  kept: { months: number; survival: number; low: number | null; high: number | null; atRisk: number } | null
  median: number | null
  standing: GoalResult['standing'] | null
}
/** Everyone counted and what each contributed: held back, and compared with next month. */
export type Basis = Record<string, string>
export type Earlier = { month: string; figures: Published; units: Basis }

const counted = (result: GoalResult): Unit[] => result.units.filter((u) => u.outcome === 'reached' || u.outcome === 'not-reached')
export const basisOf = (result: GoalResult): Basis =>
  Object.fromEntries(counted(result).map((u) => [`${u.caseId}.${u.personId ?? 0}`, [u.outcome, ...u.pairs.map((p) => `${p.pre}>${p.post}`), u.kept?.months ?? '', u.count ?? ''].join(' ')]))

/** Is this number far enough from all that stood in its place before? */
const apart = (now: number, before: readonly (number | null | undefined)[], k: number): boolean => before.every((b) => b === null || b === undefined || b === now || Math.abs(b - now) >= k)

/** @param k the smallest group of the audience; earlier: the months published before, the oldest first */
export function publish(result: GoalResult, earlier: readonly Earlier[], k: number): Published {
  const { n, x } = totals(result.share, earlier, k)
  const same = n !== null && n >= k && unchangedOrMany(basisOf(result), earlier, k)
  const kept = result.kept && same && result.kept.atRisk >= Math.max(LEAST_AT_RISK, k) && result.kept.n >= k ? result.kept : null
  return {
    n,
    x,
    groups: x === null ? null : groupsOf(result, earlier, k),
    changes: same && result.changes.length > 0 ? result.changes.map(({ code, preMean, postMean, changeOfMeansPct, meanOfIndividualPct, reachable }) => ({ code, preMean, postMean, changeOfMeansPct, meanOfIndividualPct, reachable })) : null,
    kept: kept && { months: kept.months, survival: kept.survival, low: kept.low, high: kept.high, atRisk: kept.atRisk },
    median: same ? result.median : null,
    standing: n === null ? null : standingShown(result, x, same),
  }
}

/** Says nothing that the hidden numbers would tell. */
function standingShown(result: GoalResult, x: number | null, means: boolean): Published['standing'] {
  if (result.standing === 'mean-above' || result.standing === 'mean-below') return means ? result.standing : null
  return x === null && !['too-few', 'early', 'nobody', 'not-counted', 'no-target'].includes(result.standing) ? null : result.standing
}

function totals({ x, n }: { x: number; n: number }, earlier: readonly Earlier[], k: number): { n: number | null; x: number | null } {
  const before = earlier.map((e) => e.figures)
  if ((n > 0 && n < k) || !apart(n, before.map((b) => b.n), k)) return { n: null, x: null }
  const [shown, rest] = hideInList([x, n - x], k, true)
  const steady = apart(x, before.map((b) => b.x), k) && apart(n - x, before.map((b) => (b.n === null || b.x === null ? null : b.n - b.x)), k)
  return { n, x: shown === null || rest === null || !steady ? null : x }
}

/** How many of those counted came, went or changed since each month that was published: nobody, or enough. */
function unchangedOrMany(now: Basis, earlier: readonly Earlier[], k: number): boolean {
  return earlier.every(({ figures, units }) => {
    if (figures.changes === null && figures.kept === null && figures.median === null) return true
    const moved = [...new Set([...Object.keys(now), ...Object.keys(units)])].filter((key) => now[key] !== units[key]).length
    return moved === 0 || moved >= k
  })
}

const BANDS = [[0, 2], [3, 5], [6, 9], [10, 13], [14, 17], [18, 29], [30, 39], [40, 120]] as const
/** The band of an age as it is written: `6-9`. */
export const bandOf = (age: number): string => {
  const [from, until] = BANDS.find(([a, b]) => age >= a && age <= b) ?? BANDS.at(-1)!
  return `${from}-${until}`
}

/** By age. How groups were first put together is kept for ever: other borders would tell what lies between them. */
function groupsOf(result: GoalResult, earlier: readonly Earlier[], k: number): Group[] | null {
  const units = counted(result).filter((u) => u.personId !== null && u.age !== null)
  if (units.length === 0 || units.length < result.share.n) return null
  const before = earlier.flatMap((e) => (e.figures.groups ? [e.figures.groups] : []))
  const names = before[0]?.map((g) => g.group) ?? putTogether(units, k)
  const rows = names.map((group) => {
    const inside = units.filter((u) => isIn(group, u.age ?? 0))
    return { group, n: inside.length, x: inside.filter((u) => u.outcome === 'reached').length }
  })
  if (rows.length < 2 || rows.some((r) => r.n > 0 && r.n < k) || rows.reduce((s, r) => s + r.n, 0) !== result.share.n) return null
  const shown = protectedRows(rows, k)
  const steady = shown?.every((r) => {
    const places = before.map((b) => b.find((g) => g.group === r.group))
    return apart(r.n, places.map((p) => p?.n), k) && (r.x === null || (apart(r.x, places.map((p) => p?.x), k) && apart(r.n - r.x, places.map((p) => (p && p.x !== null ? p.n - p.x : null)), k)))
  })
  return steady ? shown : null
}

function protectedRows(rows: readonly { group: string; n: number; x: number }[], k: number): Group[] | null {
  try {
    const cells = hideInTable(rows.map((r) => [r.x, r.n - r.x]), k, true)
    return rows.map((r, i) => ({ group: r.group, n: r.n, x: cells[i]!.includes(null) ? null : r.x }))
  } catch (error) {
    if (error instanceof Senseless) return null
    throw error
  }
}

/** Neighbouring bands put together until each holds enough; `6-13`. */
function putTogether(units: readonly Unit[], k: number): string[] {
  const joined: { from: number; until: number; n: number }[] = []
  for (const [from, until] of BANDS) {
    const n = units.filter((u) => (u.age ?? 0) >= from && (u.age ?? 0) <= until).length
    const last = joined.at(-1)
    if (last && last.n < k) Object.assign(last, { until, n: last.n + n })
    else joined.push({ from, until, n })
  }
  // What is left over at the end goes to the one before it.
  while (joined.length > 1 && joined.at(-1)!.n < k) {
    const left = joined.pop()!
    Object.assign(joined.at(-1)!, { until: left.until, n: joined.at(-1)!.n + left.n })
  }
  return joined.map((j) => `${j.from}-${j.until}`)
}
const isIn = (group: string, age: number): boolean => {
  const [from, until] = group.split('-').map(Number)
  return age >= from! && age <= until!
}
