import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownPack } from '#app/catalogue/testing.ts'
import { cellsOf, criteria, scopeOf, shareOf, type Sums } from './nation.ts'
import { type Counts, protectTable } from './protect.ts'
import { standingOf, sumsOf } from './standing.ts'

const pack = await ownPack('national-2014')
const indicator = (code: string) => pack.indicators.find((i) => i.code === code)!
const scale = pack.scales.find((s) => s.code === 'ffb-0-4')
const sums = (over: Partial<Sums>): Sums => ({ municipalityId: 1, indicator: 'child-health', n: 0, up: 0, down: 0, aboveZero: 0, amountSum: 0, changeSum: 0, late: 0, ...over })

describe('what counts', () => {
  const value = (month: string, amount: number | null, over = {}) => ({ id: 1, month, amount, carried: false, replaced: false, ...over })
  const stay = { intakeMonth: '2025-01-01', lastMonth: null }

  test('PROG-33: the baseline is the first real value; a carried, a replaced and one from before the intake never enter', () => {
    const all = [value('2024-12-01', 4), value('2025-01-01', 3, { carried: true }), value('2025-02-01', 2), value('2025-03-01', 1, { replaced: true }), value('2025-03-01', 3), value('2025-04-01', null)]
    expect(standingOf(all, stay)).toEqual({ inTime: true, points: [{ month: 1, amount: 2, change: 0 }, { month: 2, amount: 3, change: 1 }] })
    expect(standingOf(all, { ...stay, lastMonth: '2025-02-01' })?.points).toHaveLength(1)
    expect(standingOf(all, { ...stay, intakeMonth: null })).toBeNull()
  })
  test('EVAL-09: a baseline later than the month after the intake is counted apart', () => {
    expect(sumsOf([standingOf([value('2025-03-01', 2), value('2025-04-01', 0)], stay)!]).get(3)).toMatchObject({ n: 0, down: 0, late: 1 })
  })
  test('a unit is the least that counts', () => {
    const one = (amount: number) => sumsOf([standingOf([value('2025-01-01', 2), value('2025-02-01', amount)], stay)!]).get(1)!
    expect([one(2.9), one(3), one(1), one(1.1)].map((s) => [s.up, s.down])).toEqual([[0, 0], [1, 0], [0, 1], [0, 0]])
  })
})

describe('the criteria', () => {
  test('PROG-06: of a functioning level lower is better, of hours higher; a yes or no is told as it is now', () => {
    const s = sums({ n: 10, up: 2, down: 5, aboveZero: 7 })
    expect(cellsOf(indicator('child-health'), scale, s)).toEqual([5, 3, 2])
    expect(cellsOf(indicator('parent-hours-begun'), undefined, s)).toEqual([2, 3, 5])
    expect(cellsOf(indicator('parent-in-work'), undefined, s)).toEqual([7, 3])
  })
  test('the share comes with its Wilson interval, and the mean at the start and now', () => {
    // 15 of 40: 0.2421-0.5303 (Wilson 1927; checked with R's prop.test without correction)
    const [found] = criteria([indicator('child-health')], pack.scales, [sums({ n: 40, up: 10, down: 15, amountSum: 60, changeSum: -20 })], 5)
    expect(found?.share).toMatchObject({ x: 15, n: 40, p: 0.375 })
    expect(found?.share?.low).toBeCloseTo(0.2422, 3)
    expect(found?.share?.high).toBeCloseTo(0.5297, 3)
    expect(found?.worse?.p).toBe(0.25)
    expect(found?.means).toEqual({ start: 2, now: 1.5 })
  })
  test('fewer than the smallest group in the whole country: nothing is told; few: said so', () => {
    const few = criteria([indicator('child-health')], pack.scales, [sums({ n: 4, down: 4 })], 5)[0]
    expect(few).toMatchObject({ share: null, worse: null, means: null, table: { n: null, units: [] } })
    expect(criteria([indicator('child-health')], pack.scales, [sums({ n: 9, down: 9 })], 5)[0]).toMatchObject({ tooFewToJudge: true, share: { x: 9 } })
  })
  test('PROG-31: the costs are not among the criteria counted from registrations; all other 25 are', () => {
    expect(criteria(pack.indicators, pack.scales, [], 5).map((c) => c.code)).toHaveLength(25)
  })
  test('nobody is no share', () => expect(shareOf(0, 0)).toBeNull())
})

describe('small groups', () => {
  test('a municipality with few never stands alone, and its cover is as large as the smallest group', () => {
    const t = protectTable([{ id: 1, cells: [20, 10, 8] }, { id: 2, cells: [9, 6, 7] }, { id: 3, cells: [1, 1, 1] }], 5)
    expect(t.totals).toEqual([30, 17, 16])
    expect(t.units.map((u) => u.ids)).toEqual([[1], [3, 2]])
  })
  test('a small total is told together with others, or not at all', () => {
    expect(protectTable([{ id: 1, cells: [20, 10, 1] }, { id: 2, cells: [10, 10, 1] }], 5)).toMatchObject({ columns: 'first', totals: [30, 22] })
    expect(protectTable([{ id: 1, cells: [2, 10, 9] }], 5)).toEqual({ n: 21, columns: 'none', totals: [], units: [] })
  })
  test('CON-08: without a limit all is told', () => expect(protectTable([{ id: 1, cells: [1, 0, 0] }], null)).toMatchObject({ n: 1, units: [{ n: 1, cells: [1, 0, 0] }] }))

  test('the country alone is told the same as with its municipalities', () => {
    const rows = [{ id: 1, cells: [20, 10, 1] }, { id: 2, cells: [10, 10, 1] }]
    expect(protectTable(rows, 5, false)).toEqual({ ...protectTable(rows, 5), units: [] })
  })

  const rows = fc.array(fc.array(fc.oneof({ weight: 3, arbitrary: fc.nat(7) }, { weight: 1, arbitrary: fc.nat(60) }), { minLength: 3, maxLength: 3 }), { maxLength: 20 }).map((all) => all.map((cells, id): Counts => ({ id, cells })))
  test('property: nothing between one and the smallest group is told, every hidden cell has company in its row and column, and every person is counted once', () => {
    fc.assert(fc.property(rows, fc.constantFrom(3, 5), (all, k) => {
      const t = protectTable(all, k)
      const people = all.flatMap((r) => [...r.cells]).reduce((s, n) => s + n, 0)
      expect(t.n).toBe(people < k ? null : people)
      const told = [t.n ?? 0, ...t.totals, ...t.units.flatMap((u) => [u.n, ...u.cells])].filter((v) => v !== null)
      expect(told.filter((v) => v > 0 && v < k)).toEqual([])
      if (t.units.length > 0) expect(t.units.reduce((s, u) => s + u.n, 0)).toBe(people)
      const hidden = t.units.flatMap((u, row) => u.cells.flatMap((c, column) => (c === null ? [{ row, column }] : [])))
      for (const h of hidden) {
        expect(hidden.filter((o) => o.row === h.row).length).toBeGreaterThan(1)
        expect(hidden.filter((o) => o.column === h.column).length).toBeGreaterThan(1)
      }
    }), { numRuns: 300 })
  })
})

describe('the scale of the programme', () => {
  const limits = { familiesLeast: 15, familiesMost: 30, municipalitiesLeast: 8, municipalitiesMost: 12 }
  const place = (municipalityId: number, families: number) => ({ municipalityId, municipality: `M${municipalityId}`, families })
  test('VIS-18: each municipality against 15-30 families; one without families is no project of the programme', () => {
    const s = scopeOf([place(1, 14), place(2, 15), place(3, 30), place(4, 31), place(5, 0)], limits, 5)
    expect(s).toMatchObject({ municipalities: 4, families: 90 })
    expect(s.places.map((p) => p.against)).toEqual(['below', 'within', 'within', 'above'])
  })
  test('one small municipality is hidden with another, or the total would tell it; alone the total is hidden', () => {
    expect(scopeOf([place(1, 3), place(2, 20), place(3, 25)], limits, 5)).toMatchObject({ families: 48, places: [{ families: null }, { families: null }, { families: 25 }] })
    expect(scopeOf([place(1, 3)], limits, 5).families).toBeNull()
  })
})
