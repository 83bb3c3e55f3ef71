import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shareOf } from './evaluate-goal.ts'
import { basisOf, type Earlier, publish, type Published } from './disclose-goals.ts'
import type { GoalResult, Unit } from './goals.ts'

const unit = (personId: number, age: number, reached: boolean, value = 5): Unit => ({
  caseId: personId, personId, age, here: true, outcome: reached ? 'reached' : 'not-reached', why: null, evidence: [], pairs: [{ code: 'm', pre: 4, post: value, late: false }], due: true, kept: null, count: null,
})
const result = (units: Unit[]): GoalResult => ({
  code: 'g', units, share: shareOf(units), staying: shareOf(units), pending: 0, leftOut: 0, early: 0, kept: null, median: null, judged: null, standing: 'uncertain',
  changes: units.length === 0 ? [] : [{ code: 'm', n: units.length, preMean: 4, postMean: units.reduce((s, u) => s + u.pairs[0]!.post, 0) / units.length, changeOfMeansPct: 1, meanOfIndividualPct: 1, zeroBaselines: 0, reachable: true, targetMean: 5 }],
})
const people = (n: number, x: number, age = 8): Unit[] => Array.from({ length: n }, (_, i) => unit(i + 1, age, i < x))
/** Publishes month after month. */
function months(list: readonly Unit[][], k: number): { raw: Unit[]; figures: Published }[] {
  const earlier: Earlier[] = []
  return list.map((units, i) => {
    const found = result(units)
    const figures = publish(found, earlier, k)
    earlier.push({ month: `2026-${String(i + 1).padStart(2, '0')}-01`, figures, units: basisOf(found) })
    return { raw: units, figures }
  })
}

describe('one month', () => {
  test.each([[2, 1, null, null], [5, 1, 5, null], [5, 4, 5, null], [5, 5, 5, 5], [5, 0, 5, 0], [8, 4, 8, 4], [0, 0, 0, 0]])('of %d, %d reached: shown %s and %s to a steering group of three', (n, x, shownN, shownX) => {
    expect(publish(result(people(n, x)), [], 3)).toMatchObject({ n: shownN, x: shownX })
  })
  test('no mean of a group that is too small, and no age group when the whole is hidden', () => {
    expect(publish(result(people(2, 1)), [], 3)).toMatchObject({ changes: null, groups: null })
    expect(publish(result(people(6, 1)), [], 3)).toMatchObject({ groups: null })
  })
  test('ages: groups of few are put together; a small number hides another beside it', () => {
    const units = [...people(4, 3, 4), ...Array.from({ length: 4 }, (_, i) => unit(i + 10, 8, i < 1)), unit(20, 11, true), ...Array.from({ length: 5 }, (_, i) => unit(i + 30, 15, i < 5))]
    const { groups } = publish(result(units), [], 3)
    expect(groups?.map((g) => g.n).reduce((a, b) => a + b, 0)).toBe(units.length)
    expect(groups?.every((g) => g.n === 0 || g.n >= 3)).toBe(true)
  })
})

describe('month after month', () => {
  test('a month that would tell what one did is not shown; when enough has happened it is', () => {
    const found = months([people(8, 4), people(9, 5), people(11, 6), people(14, 7)], 3).map(({ figures }) => [figures.n, figures.x])
    expect(found).toEqual([[8, 4], [null, null], [11, null], [14, 7]])
  })
  test('a mean of which one person’s value changed is not shown again', () => {
    const changed = people(8, 4).map((u, i) => (i === 0 ? unit(u.personId!, 8, true, 9) : u))
    expect(months([people(8, 4), changed, people(8, 4)], 3).map(({ figures }) => figures.changes?.[0]?.postMean ?? null)).toEqual([5, null, 5])
  })
})

/* Everything published as equations over the cells of each month and age: x and n−x of each group. A cell or a difference can be computed when its row lies in the space of those published. */
type Row = number[]
function inSpan(rows: readonly Row[], wanted: Row): boolean {
  const left = reduce(rows.map((r) => [...r]))
  const rest = [...wanted]
  for (const row of left) {
    const lead = row.findIndex((v) => Math.abs(v) > 1e-9)
    if (lead >= 0 && Math.abs(rest[lead]!) > 1e-9) {
      const f = rest[lead]! / row[lead]!
      row.forEach((v, i) => { rest[i] = rest[i]! - f * v })
    }
  }
  return rest.every((v) => Math.abs(v) < 1e-9)
}
function reduce(rows: Row[]): Row[] {
  const done: Row[] = []
  for (const row of rows) {
    for (const d of done) {
      const lead = d.findIndex((v) => Math.abs(v) > 1e-9)
      const f = row[lead]! / d[lead]!
      if (f) d.forEach((v, i) => { row[i] = row[i]! - f * v })
    }
    if (row.some((v) => Math.abs(v) > 1e-9)) done.push(row)
  }
  return done
}

describe('properties', () => {
  const k = 3
  const ages = [4, 8, 12, 16]
  const anyMonth = fc.array(fc.record({ id: fc.integer({ min: 1, max: 30 }), reached: fc.boolean() }), { maxLength: 30 })
  // Mostly small steps from one month to the next, as in a real project.
  const anyStory = fc.tuple(anyMonth, fc.array(fc.array(fc.record({ id: fc.integer({ min: 1, max: 30 }), reached: fc.boolean() }), { maxLength: 5 }), { minLength: 1, maxLength: 4 })).map(([first, steps]) => {
    const state = new Map(first.map((p) => [p.id, p.reached]))
    const asUnits = () => [...state].map(([id, reached]) => unit(id, ages[id % ages.length]!, reached))
    return [asUnits(), ...steps.map((step) => {
      for (const p of step) state.set(p.id, p.reached)
      return asUnits()
    })]
  })

  test('no number from one to the smallest group less one can be computed from all that was published, nor a difference between two months', () => {
    fc.assert(fc.property(anyStory, (story) => {
      const published = months(story, k)
      const width = story.length * ages.length * 2
      const at = (month: number, age: number, reached: boolean) => (month * ages.length + age) * 2 + (reached ? 0 : 1)
      const value = (month: number, age: number, reached: boolean) => story[month]!.filter((u) => u.age === ages[age] && (u.outcome === 'reached') === reached).length
      const sum = (month: number, which: (age: number) => boolean, outcomes: boolean[]): Row => {
        const row = Array.from({ length: width }, () => 0)
        ages.forEach((_, age) => which(age) && outcomes.forEach((o) => { row[at(month, age, o)] = 1 }))
        return row
      }
      const inGroup = (group: string) => (age: number) => {
        const [from, until] = group.split('-').map(Number)
        return ages[age]! >= from! && ages[age]! <= until!
      }
      const known = published.flatMap(({ figures: f }, month) => [
        ...(f.n === null ? [] : [sum(month, () => true, [true, false])]),
        ...(f.x === null ? [] : [sum(month, () => true, [true])]),
        ...(f.groups ?? []).flatMap((g) => [sum(month, inGroup(g.group), [true, false]), ...(g.x === null ? [] : [sum(month, inGroup(g.group), [true])])]),
      ])
      // What the audience may ask about: each published place (all, each group; reached, not, both), and each single age.
      const places = [() => true, ...(published.flatMap((p) => p.figures.groups ?? [])).map((g) => inGroup(g.group)), ...ages.map((_, a) => (age: number) => age === a)]
      const count = (month: number, which: (age: number) => boolean, outcomes: boolean[]) => ages.reduce((s, _, age) => s + (which(age) ? outcomes.reduce((t, o) => t + value(month, age, o), 0) : 0), 0)
      for (const which of places) for (const outcomes of [[true], [false], [true, false]]) {
        const rows = story.map((_, month) => sum(month, which, outcomes))
        rows.forEach((row, month) => {
          const real = count(month, which, outcomes)
          if (real > 0 && real < k && inSpan(known, row)) throw new Error(`month ${month}: ${real} can be computed`)
          for (let earlier = 0; earlier < month; earlier++) {
            const moved = Math.abs(real - count(earlier, which, outcomes))
            if (moved > 0 && moved < k && inSpan(known, row.map((v, i) => v - rows[earlier]![i]!))) throw new Error(`months ${earlier} and ${month}: ${moved} can be computed`)
          }
        })
      }
    }), { numRuns: 300 })
  })
})
