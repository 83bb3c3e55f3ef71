import { Senseless } from './topic.ts'

/**
 * Small numbers are hidden so that none can be computed back (measurement.md 3.8). Counts from 1 to k-1 are hidden and zero is shown. Where totals are published, one hidden
 * number in a row could be had by subtraction: then as few more as possible are hidden. Rows and columns are the two sides of a graph and a hidden cell is a line in it: a number
 * can be computed back exactly when its line is a bridge, so lines are added until there is none.
 */

type Cell = { row: number; column: number; value: number }
type Table = { rows: number; columns: number; cells: readonly Cell[] }
/** More places looked at than this, and the rest is chosen without looking back. */
const PATIENCE = 4_000

/** A row of counts, without or with its total published. @throws Senseless when a lone number equals its total */
export function hideInList(cells: readonly number[], k: number, totals: boolean): (number | null)[] {
  const hidden = new Set(cells.flatMap((v, i) => (v > 0 && v < k ? [i] : [])))
  if (totals && hidden.size === 1) {
    const more = cells.map((value, i) => ({ value, i })).filter(({ i }) => !hidden.has(i)).toSorted((a, b) => cost(a.value) - cost(b.value))[0]
    if (!more) throw new Senseless('cannotProtect', 'the total of a single small number tells the number; do not publish the total')
    hidden.add(more.i)
  }
  return cells.map((v, i) => (hidden.has(i) ? null : v))
}

/** A table of counts, without or with all its margins published. @throws Senseless when a table of one row or column cannot be protected */
export function hideInTable(matrix: readonly (readonly number[])[], k: number, totals: boolean): (number | null)[][] {
  const columns = matrix[0]?.length ?? 0
  if (matrix.some((row) => row.length !== columns)) throw new Senseless('ragged', 'all rows of cells must have the same length')
  const cells = matrix.flatMap((row, r) => row.map((value, column) => ({ row: r, column, value })))
  const small = cells.filter((c) => c.value > 0 && c.value < k)
  const table = { rows: matrix.length, columns, cells }
  if (totals && small.length > 0 && (matrix.length < 2 || columns < 2)) {
    throw new Senseless('cannotProtect', 'a table of one row or one column shows its numbers in its margins; do not publish them')
  }
  const hidden = new Set(totals ? protect(table, small) : small)
  return matrix.map((row, r) => row.map((value, c) => (hidden.has(cells[r * columns + c]!) ? null : value)))
}

/** Another zero is hidden last: that nobody is there is seldom a secret, and a hidden zero is weak cover. */
const cost = (value: number): number => (value === 0 ? Number.MAX_SAFE_INTEGER : value)

/** The small cells and as few others as protect them. */
function protect(table: Table, small: readonly Cell[]): Cell[] {
  const order = table.cells.filter((c) => !small.includes(c)).toSorted((a, b) => cost(a.value) - cost(b.value))
  const patience = { left: PATIENCE }
  for (let more = 0; more <= order.length; more++) {
    const found = search(table, small, order.filter((c) => c.value > 0), more, patience) ?? search(table, small, order, more, patience)
    if (found) return found
    if (patience.left <= 0) return greedy(table, small, order)
  }
  throw new Senseless('cannotProtect', 'these margins tell the small numbers')
}

/** Exactly `more` further cells, chosen among `order`, or null. A part of the graph that hangs by one bridge needs a line that leaves it. */
function search(table: Table, hidden: readonly Cell[], order: readonly Cell[], more: number, patience: { left: number }): Cell[] | null {
  const loose = looseParts(table, hidden)
  if (loose.length === 0) return [...hidden]
  if (Math.ceil(loose.length / 2) > more || patience.left-- <= 0) return null
  const choices = loose.map((part) => order.filter((c) => leaves(c, part) && !hidden.includes(c))).toSorted((a, b) => a.length - b.length)[0] ?? []
  for (const cell of choices) {
    const found = search(table, [...hidden, cell], order, more - 1, patience)
    if (found) return found
  }
  return null
}

function greedy(table: Table, small: readonly Cell[], order: readonly Cell[]): Cell[] {
  let hidden = [...small]
  for (;;) {
    const loose = looseParts(table, hidden)
    if (loose.length === 0) return hidden
    const choices = order.filter((c) => !hidden.includes(c) && loose.some((part) => leaves(c, part)))
    const left = (c: Cell) => looseParts(table, [...hidden, c]).length
    const best = choices.reduce<{ cell: Cell; left: number } | null>((b, cell) => {
      const now = left(cell)
      return b === null || now < b.left ? { cell, left: now } : b
    }, null)
    if (!best) throw new Senseless('cannotProtect', 'these margins tell the small numbers')
    hidden = [...hidden, best.cell]
  }
}

type Part = ReadonlySet<string>
const ends = (c: Cell): [string, string] => [`r${c.row}`, `c${c.column}`]
const leaves = (c: Cell, part: Part): boolean => {
  const [a, b] = ends(c)
  return part.has(a) !== part.has(b)
}

/** The parts of the graph (sets of rows and columns) that hang on the rest by exactly one bridge. */
function looseParts(table: Table, hidden: readonly Cell[]): Part[] {
  const bridges = bridgesOf(hidden)
  if (bridges.size === 0) return []
  const partOf = new Map<string, Set<string>>()
  const join = (a: string, b: string) => {
    const one = partOf.get(a) ?? new Set([a])
    const two = partOf.get(b) ?? new Set([b])
    const both = new Set([...one, ...two])
    for (const v of both) partOf.set(v, both)
  }
  for (const cell of hidden) {
    const [a, b] = ends(cell)
    if (!bridges.has(cell)) join(a, b)
    else for (const v of [a, b]) if (!partOf.has(v)) join(v, v)
  }
  const hangs = new Map<Set<string>, number>()
  for (const cell of bridges) for (const v of ends(cell)) hangs.set(partOf.get(v)!, (hangs.get(partOf.get(v)!) ?? 0) + 1)
  return [...hangs].flatMap(([part, n]) => (n === 1 ? [part] : []))
}

/** Lines that lie on no circle (Tarjan 1974). */
function bridgesOf(hidden: readonly Cell[]): Set<Cell> {
  const around = new Map<string, { to: string; cell: Cell }[]>()
  for (const cell of hidden) {
    const [a, b] = ends(cell)
    around.set(a, [...(around.get(a) ?? []), { to: b, cell }])
    around.set(b, [...(around.get(b) ?? []), { to: a, cell }])
  }
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const bridges = new Set<Cell>()
  const visit = (v: string, from: Cell | null): void => {
    order.set(v, order.size)
    low.set(v, order.get(v)!)
    for (const { to, cell } of around.get(v) ?? []) {
      if (cell === from) continue
      if (!order.has(to)) {
        visit(to, cell)
        if (low.get(to)! > order.get(v)!) bridges.add(cell)
      }
      low.set(v, Math.min(low.get(v)!, order.get(to)! < order.get(v)! ? order.get(to)! : low.get(to)!))
    }
  }
  for (const v of around.keys()) if (!order.has(v)) visit(v, null)
  return bridges
}
