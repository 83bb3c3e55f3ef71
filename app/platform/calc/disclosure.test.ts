import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hideInList, hideInTable } from './disclosure.ts'
import { Senseless } from './topic.ts'

test('calc: small counts are hidden, zero is shown, and one hidden number takes another with it where the total is published', () => {
  expect(hideInList([2, 10, 0, 6], 5, false)).toEqual([null, 10, 0, 6])
  expect(hideInList([2, 10, 0, 6], 5, true)).toEqual([null, 10, 0, null])
  expect(hideInList([2, 3, 10], 5, true)).toEqual([null, null, 10])
  expect(hideInList([2, 0], 5, true)).toEqual([null, null])
  expect(() => hideInList([2], 5, true)).toThrow(Senseless)
  expect(hideInTable([[2, 10, 20], [8, 9, 30], [7, 12, 15]], 5, true).flat().filter((c) => c === null)).toHaveLength(4)
  expect(hideInTable([[9, 10], [8, 9]], 5, true)).toEqual([[9, 10], [8, 9]])
  expect(() => hideInTable([[2, 10, 20]], 5, true)).toThrow(Senseless)
  expect(() => hideInTable([[2, 10], [20]], 5, true)).toThrow(Senseless)
})

/** Can a hidden cell be computed back? By elimination over the margins: a row of the reduced system with one unknown tells it. */
function told(hidden: readonly (readonly [number, number])[], rows: number, columns: number): boolean {
  const equations: number[][] = [...Array(rows + columns).keys()].map((e) => hidden.map(([r, c]) => (e < rows ? (r === e ? 1 : 0) : c === e - rows ? 1 : 0)))
  let top = 0
  for (let c = 0; c < hidden.length; c++) {
    const at = equations.findIndex((row, k) => k >= top && Math.abs(row[c]!) > 1e-9)
    if (at < 0) continue
    ;[equations[top], equations[at]] = [equations[at]!, equations[top]!]
    const lead = equations[top]![c]!
    equations[top] = equations[top]!.map((v) => v / lead)
    equations.forEach((row, k) => {
      if (k !== top && row[c] !== 0) equations[k] = row.map((v, i) => v - row[c]! * equations[top]![i]!)
    })
    top++
  }
  return equations.some((row) => row.filter((v) => Math.abs(v) > 1e-9).length === 1)
}
const subsets = (items: readonly (readonly [number, number])[], size: number): (readonly [number, number])[][] =>
  size === 0 ? [[]] : items.flatMap((item, k) => subsets(items.slice(k + 1), size - 1).map((rest) => [item, ...rest]))

test('calc: no hidden number of a table can be computed back, and no smaller set would do', () => {
  const table = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 })).chain(([rows, columns]) =>
    fc.array(fc.array(fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 5, max: 30 }) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 4 }) }), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  )
  fc.assert(fc.property(table, (cells) => {
    const columns = cells[0]!.length
    const places = cells.flatMap((row, r) => row.map((v, c) => ({ v, at: [r, c] as const })))
    const shown = hideInTable(cells, 5, true)
    const hidden = places.filter(({ at: [r, c] }) => shown[r]![c] === null).map((p) => p.at)
    const small = places.filter(({ v }) => v > 0 && v < 5).map((p) => p.at)
    expect(small.every(([r, c]) => shown[r]![c] === null)).toBe(true)
    expect(told(hidden, cells.length, columns)).toBe(false)
    const others = places.filter(({ v }) => v === 0 || v >= 5).map((p) => p.at)
    for (let fewer = 0; fewer < hidden.length - small.length; fewer++) {
      for (const more of subsets(others, fewer)) expect(told([...small, ...more], cells.length, columns)).toBe(true)
    }
  }), { numRuns: 300 })
})

test('calc: a large table is protected in good time', () => {
  const cells = Array.from({ length: 14 }, (_, r) => Array.from({ length: 12 }, (_, c) => ((r * 7 + c * 5) % 11 === 0 ? 2 : 9 + ((r + c) % 5))))
  const shown = hideInTable(cells, 5, true)
  const hidden = shown.flatMap((row, r) => row.flatMap((v, c) => (v === null ? [[r, c] as const] : [])))
  expect(told(hidden, 14, 12)).toBe(false)
})
