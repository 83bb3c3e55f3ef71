import type { Words } from '#app/catalogue/pack-item.ts'
import { proportion } from '#app/platform/calc/groups.ts'
import { measureOf } from '#app/progression/indicator-series.ts'
import { type Indicator, isChoice, type Scale } from '#app/progression/indicators.ts'
import { type Counts, type ProtectedTable, protectTable, type Unit } from './protect.ts'

/*
 * The national criteria after 6, 12, 24 and 36 months (002:39-91), from sums by municipality. Of a scale or a count: how many are better, the same or worse than at the start, by one
 * unit at least. Of a yes or no: how many have it now, in part or whole. No registration and no person is known here.
 */

export const AFTER = [6, 12, 24, 36] as const
export type After = (typeof AFTER)[number]
/** Fewer than this and the share is told with the word that it is too few to judge from. Ours; the goals of the projects use the same number. */
export const FEWEST_TO_JUDGE = 10

/** Sums of one indicator in one municipality, at one number of months since intake. */
export type Sums = { municipalityId: number; indicator: string; n: number; up: number; down: number; aboveZero: number; amountSum: number; changeSum: number; late: number }
export type Share = { x: number; n: number; p: number; low: number; high: number }
export type Criterion = {
  code: string
  label: Words
  group: Words
  kind: Indicator['kind']
  /** change: better, the same, worse than at the start. now: has it now, or not. */
  counts: 'change' | 'now'
  table: ProtectedTable
  /** The share that is better or has it, with its Wilson interval; null: hidden. */
  share: Share | null
  /** The share that is worse; null: hidden, or not counted so. */
  worse: Share | null
  tooFewToJudge: boolean
  /** Means at the start and now, of a scale or a count; null: hidden or not meaningful. */
  means: { start: number; now: number } | null
}

/** A share with its interval; null of nobody. */
export function shareOf(x: number | null | undefined, n: number | null): Share | null {
  if (x === null || x === undefined || n === null || n === 0) return null
  const { p, low, high } = proportion(x, n)
  return p === null || low === null || high === null ? null : { x, n, p, low, high }
}

export const countsOf = (indicator: Indicator): Criterion['counts'] => (isChoice(indicator.answer) ? 'now' : 'change')
/** Columns of the table: better, same, worse; or has, has not. */
export function cellsOf(indicator: Indicator, scale: Scale | undefined, s: Sums): number[] {
  if (countsOf(indicator) === 'now') return [s.aboveZero, s.n - s.aboveZero]
  const [better, worse] = measureOf(indicator, scale).higherIsBetter ? [s.up, s.down] : [s.down, s.up]
  return [better, s.n - better - worse, worse]
}

/** @param sums of this indicator, a row per municipality @param k smallest group of the audience; null: no limit @param municipalities told one by one too */
export function criterion(indicator: Indicator, scale: Scale | undefined, sums: readonly Sums[], k: number | null, municipalities = true): Criterion {
  const counts = countsOf(indicator)
  const table = protectTable(sums.map((s): Counts => ({ id: s.municipalityId, cells: cellsOf(indicator, scale, s) })), k, municipalities)
  const told = table.n !== null && table.columns !== 'none'
  const add = (of: (s: Sums) => number) => sums.reduce((total, s) => total + of(s), 0)
  const now = table.n === null ? 0 : add((s) => s.amountSum) / table.n
  return {
    code: indicator.code,
    label: indicator.label,
    group: indicator.group,
    kind: indicator.kind,
    counts,
    table,
    share: told ? shareOf(table.totals[0], table.n) : null,
    worse: told && counts === 'change' && table.columns === 'each' ? shareOf(table.totals[2], table.n) : null,
    tooFewToJudge: table.n !== null && table.n < FEWEST_TO_JUDGE,
    means: told && table.n !== null && counts === 'change' ? { start: now - add((s) => s.changeSum) / table.n, now } : null,
  }
}

/** All criteria that are counted from registrations, in the pack's order; the costs are not among them (PROG-31). */
export function criteria(indicators: readonly Indicator[], scales: readonly Scale[], sums: readonly Sums[], k: number | null, municipalities = false): Criterion[] {
  const mine = Map.groupBy(sums, (s) => s.indicator)
  return indicators
    .filter((i) => i.about !== 'family' && (i.answer === 'scale' || isChoice(i.answer) || ['hours', 'hours-and-attendance', 'attendance', 'grade'].includes(i.answer)))
    .map((i) => criterion(i, scales.find((s) => s.code === i.scale), mine.get(i.code) ?? [], k, municipalities))
}

export const shareOfUnit = (unit: Unit): Share | null => shareOf(unit.cells[0], unit.n)

export type Place = { municipalityId: number; municipality: string; families: number }
export type ScaleLimits = { familiesLeast: number; familiesMost: number; municipalitiesLeast: number; municipalitiesMost: number }
export type PlaceScale = { municipality: string; /** Null: hidden. */ families: number | null; against: 'below' | 'within' | 'above' | 'unknown' }
export type Scope = { municipalities: number; families: number | null; limits: ScaleLimits; places: PlaceScale[] }

const against = (n: number, least: number, most: number): 'below' | 'within' | 'above' => (n < least ? 'below' : n > most ? 'above' : 'within')
/** VIS-18: the scale of the programme against the pool's numbers, municipality by municipality. Small numbers are hidden, and with one hidden the total would tell it. */
export function scopeOf(places: readonly Place[], limits: ScaleLimits, k: number | null): Scope {
  const taking = places.filter((p) => p.families > 0)
  const hidden = new Set(k === null ? [] : taking.filter((p) => p.families < k).map((p) => p.municipalityId))
  if (hidden.size === 1) {
    const next = taking.filter((p) => !hidden.has(p.municipalityId)).toSorted((a, b) => a.families - b.families)[0]
    if (next) hidden.add(next.municipalityId)
  }
  const all = taking.reduce((sum, p) => sum + p.families, 0)
  return {
    municipalities: taking.length,
    families: k !== null && (all < k || (hidden.size === 1 && taking.length === 1)) ? null : all,
    limits,
    places: taking.map((p) => hidden.has(p.municipalityId)
      ? { municipality: p.municipality, families: null, against: 'unknown' }
      : { municipality: p.municipality, families: p.families, against: against(p.families, limits.familiesLeast, limits.familiesMost) }),
  }
}
