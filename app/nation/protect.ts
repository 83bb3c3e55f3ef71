import { hideInTable } from '#app/platform/calc/disclosure.ts'
import { Senseless } from '#app/platform/calc/topic.ts'

/*
 * A table of counts by municipality that may be shown outside (design 3, measurement.md 3.8): counts from 1 to k-1 are hidden, and so much more that none can be computed back from
 * the totals. A municipality with fewer than k in all never stands alone: such ones are told together, with as many more as it takes to be k.
 */

/** How many there are in each column (better, the same, worse). */
export type Counts = { id: number; cells: readonly number[] }
/** One municipality, or several that are told together. `cells` null: hidden. */
export type Unit = { ids: number[]; n: number; cells: (number | null)[] }
export type ProtectedTable = {
  /** Null: fewer than k in the whole country. */
  n: number | null
  /** Which columns are told: each for itself, the first against the others together (a total of the others would be small), or only how many there are. */
  columns: 'each' | 'first' | 'none'
  totals: number[]
  /** None where the country is all there is to tell. */
  units: Unit[]
}

const sum = (numbers: readonly number[]): number => numbers.reduce((s, n) => s + n, 0)
const sizeOf = (row: Counts): number => sum(row.cells)
const add = (rows: readonly Counts[]): number[] => (rows[0]?.cells ?? []).map((_, i) => sum(rows.map((r) => r.cells[i] ?? 0)))

/** Up to so many rows the fewest cells are hidden; to find them takes ever longer, so of more rows whole rows are. */
const FEW_ROWS = 12

/**
 * @param k the smallest group that may be told; null: no limit, all is told
 * @param municipalities false: the country alone, which is quicker
 */
export function protectTable(rows: readonly Counts[], k: number | null, municipalities = true): ProtectedTable {
  const there = rows.filter((r) => sizeOf(r) > 0)
  const totals = add(there)
  const n = sum(totals)
  if (k === null) return { n, columns: 'each', totals, units: there.map((r) => ({ ids: [r.id], n: sizeOf(r), cells: [...r.cells] })) }
  if (n < k) return { n: null, columns: 'none', totals: [], units: [] }
  const columns = columnsOf(totals, k)
  if (!municipalities) return { n, columns, totals: shaped(columns, totals), units: [] }
  const shape = (cells: readonly number[]): number[] => shaped(columns, cells)
  const units = together(there, k).map((group) => ({ ids: group.map((r) => r.id), n: sum(group.map(sizeOf)), cells: shape(add(group)) }))
  return { n, columns, totals: shape(totals), units: units.length < 2 ? [] : hide(units, k) }
}

const shaped = (columns: ProtectedTable['columns'], cells: readonly number[]): number[] =>
  columns === 'each' ? [...cells] : columns === 'first' ? [cells[0] ?? 0, sum(cells.slice(1))] : []

/** A total is a count as well: where one is small its column is told together with others, or none is. */
function columnsOf(totals: readonly number[], k: number): ProtectedTable['columns'] {
  const small = (n: number) => n > 0 && n < k
  if (!totals.some(small)) return 'each'
  return [totals[0] ?? 0, sum(totals.slice(1))].some(small) ? 'none' : 'first'
}

/** Each with k or more for itself, the others in one group of at least two that is itself k or more. */
function together(rows: readonly Counts[], k: number): Counts[][] {
  const bySize = rows.toSorted((a, b) => sizeOf(a) - sizeOf(b) || a.id - b.id)
  const small = bySize.filter((r) => sizeOf(r) < k)
  if (small.length === 0) return bySize.map((r) => [r])
  const group = bySize.slice(0, Math.max(2, small.length))
  for (const next of bySize.slice(group.length)) {
    if (sum(group.map(sizeOf)) >= k) break
    group.push(next)
  }
  return [...bySize.slice(group.length).map((r) => [r]), group]
}

function hide(units: readonly { ids: number[]; n: number; cells: number[] }[], k: number): Unit[] {
  if ((units[0]?.cells.length ?? 0) === 0) return [...units]
  if (units.length > FEW_ROWS) return hideRows(units, k)
  try {
    const shown = hideInTable(units.map((u) => u.cells), k, true)
    return units.map((u, i) => ({ ...u, cells: shown[i] ?? u.cells.map(() => null) }))
  } catch (error) {
    if (!(error instanceof Senseless)) throw error
    return units.map((u) => ({ ...u, cells: u.cells.map(() => null) })) // the margins would tell: no cell is shown
  }
}

/** Whole rows that hold a small count, and one more where it would be alone: two rows hidden in every column tell nothing of each other. */
function hideRows(units: readonly { ids: number[]; n: number; cells: number[] }[], k: number): Unit[] {
  const hidden = new Set(units.filter((u) => u.cells.some((c) => c > 0 && c < k)))
  if (hidden.size === 1) for (const next of units.filter((u) => !hidden.has(u)).toSorted((a, b) => a.n - b.n).slice(0, 1)) hidden.add(next)
  return units.map((u) => (hidden.has(u) ? { ...u, cells: u.cells.map(() => null) } : u))
}
