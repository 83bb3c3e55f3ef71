import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#app/platform/time/plain-date.ts'
import { behind, caseloads, exitsByReason, lacks, lacksOf, middle, professionalsSteps, type ProjectFamily, standingOf, standings, takesPart } from './project-facts.ts'

const today = '2026-11-22'
const limits = { agreeWithinDays: 90, manyProfessionals: 8 }
const none = new Set<number>()
const family = (over: Partial<ProjectFamily> = {}): ProjectFamily => ({
  caseId: 1, number: 'H-1', name: 'Sørensen', referredOn: '2026-01-10', screenedOn: '2026-01-20', decision: 'accepted', decidedOn: '2026-02-01', intakeOn: '2026-02-01', coordinatorId: 9, coordinator: 'Anna Holm',
  coordinatorSince: '2026-02-03', coordinatorsEver: 1, planOn: '2026-02-10', firstAgreedOn: '2026-03-01', agreedOn: '2026-03-01', versions: 1, nextOn: '2026-12-04', closedOn: null, closedReason: null, reopenedOn: null,
  professionals: 4, activities: 3, people: [], sectors: [], ...over,
})
const anyDay = fc.option(fc.integer({ min: 0, max: 700 }).map((n) => addDays('2025-06-01', n)), { nil: null })
const anyFamily: fc.Arbitrary<ProjectFamily> = fc.record({
  caseId: fc.integer({ min: 1, max: 10_000 }), number: fc.constant('H'), name: fc.constant('X'), referredOn: fc.integer({ min: 0, max: 500 }).map((n) => addDays('2025-06-01', n)), screenedOn: anyDay,
  decision: fc.constantFrom('accepted', 'waiting', 'refused', null), decidedOn: anyDay, intakeOn: anyDay, coordinatorId: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }), coordinator: fc.constant('A'),
  coordinatorSince: anyDay, coordinatorsEver: fc.nat(4), planOn: anyDay, firstAgreedOn: anyDay, agreedOn: anyDay, versions: fc.nat(4), nextOn: anyDay, closedOn: anyDay,
  closedReason: fc.constantFrom('moved', 'no-longer-wishes', null), reopenedOn: anyDay, professionals: fc.nat(15), activities: fc.nat(9), people: fc.constant([]), sectors: fc.constant([]),
})

describe('the figures of a project', () => {
  test('VIS-21: each family stands in exactly one place, and the counts by standing are all of them', () => {
    expect(standingOf(family(), today)).toBe('agreed')
    fc.assert(fc.property(fc.array(anyFamily, { maxLength: 40 }), (families) => {
      const counted = standings.map((standing) => behind(families, { standing }, today, limits, none).length)
      expect(counted.reduce((a, b) => a + b, 0)).toBe(families.length)
    }))
  })

  test('PLAN-16, PLAN-19: what a family lacks is said only of those who take part', () => {
    expect(lacksOf(family(), today, limits, none)).toEqual([])
    expect(lacksOf(family({ nextOn: null }), today, limits, none)).toEqual(['no-follow-up-date'])
    expect(lacksOf(family({ nextOn: '2026-11-21' }), today, limits, none)).toEqual(['follow-up-late'])
    expect(lacksOf(family({ nextOn: today }), today, limits, none)).toEqual([])
    expect(lacksOf(family({ firstAgreedOn: null, agreedOn: null, nextOn: null }), today, limits, none)).toEqual(['not-agreed'])
    expect(lacksOf(family({ coordinatorId: null, coordinator: null, professionals: 8 }), today, limits, new Set([1]))).toEqual(['no-coordinator', 'sector-plan-missing', 'many-professionals'])
    expect(lacksOf(family({ nextOn: null, closedOn: '2026-11-01' }), today, limits, none)).toEqual([])
    expect(lacksOf(family({ decision: 'waiting', intakeOn: null, nextOn: null }), today, limits, none)).toEqual([])
  })

  test('property: a figure opens to exactly the families counted in it', () => {
    fc.assert(fc.property(fc.array(anyFamily, { maxLength: 40 }), (families) => {
      for (const one of caseloads(families, today)) expect(behind(families, { coordinator: one.staffId }, today, limits, none)).toHaveLength(one.families)
      for (const one of exitsByReason(families, today)) expect(behind(families, { reason: one.reason }, today, limits, none)).toHaveLength(one.families)
      const there = families.filter((f) => takesPart(f, today))
      const steps = professionalsSteps(there, 10)
      expect(steps.reduce((sum, s) => sum + s.families, 0)).toBe(there.length)
      for (const s of steps) expect(behind(families, { professionals: s.from, orMore: s.orMore }, today, limits, none)).toHaveLength(s.families)
      for (const lack of lacks) expect(behind(families, { lack }, today, limits, none).every((f) => takesPart(f, today))).toBe(true)
    }))
  })

  test('VIS-20: exits by reason with the middle length of stay; a no before a place is no exit', () => {
    const gone = (caseId: number, intakeOn: string | null, closedOn: string, closedReason: string) => family({ caseId, intakeOn, closedOn, closedReason })
    const found = exitsByReason([gone(1, '2026-01-01', '2026-01-31', 'moved'), gone(2, '2026-01-01', '2026-03-02', 'moved'), gone(3, '2026-01-01', '2026-04-11', 'moved'), gone(4, '2026-05-01', '2026-06-01', 'other'), gone(5, null, '2026-06-01', 'other')], today)
    expect(found).toEqual([{ reason: 'moved', families: 3, medianDays: 60 }, { reason: 'other', families: 1, medianDays: 31 }])
    expect(middle([])).toBeNull()
  })

  test('a family that came back takes part again', () => {
    expect(takesPart(family({ closedOn: '2026-10-01', reopenedOn: '2026-10-05' }), today)).toBe(true)
    expect(takesPart(family({ closedOn: '2026-10-01' }), today)).toBe(false)
  })
})
