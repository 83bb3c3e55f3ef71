import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/platform/time/plain-date.ts'
import { countSteps, peopleOn } from './count.ts'
import { type Helper, keepsTheLaw, keyOf, merged, mergeKey, sectorsOfLaw, suggestMerges } from './merge.ts'
import { areasWithoutReach, staffingOn, staffingSteps } from './staffing.ts'

const ROLES = ['coordinator', 'family-contact', 'social-mentor', 'budget-adviser', 'teacher', 'family-caseworker'] as const
const SECTORS = ['coordination', 'family-department', 'employment', 'education', 'adult-social', 'health']
const helper = fc.record({
  staffId: fc.integer({ min: 1, max: 6 }),
  role: fc.constantFrom(...ROLES),
  sector: fc.constantFrom(...SECTORS),
})
const team = fc.array(helper, { maxLength: 9 }).map((all) => all.map((one, i): Helper => ({ ...one, assignmentId: i + 1 })))
const rules = fc.array(
  fc.record({ code: fc.constantFrom('a', 'b', 'c'), roles: fc.uniqueArray(fc.constantFrom(...ROLES), { minLength: 2, maxLength: 4 }) }),
  { maxLength: 4 },
)
const required = fc.subarray(SECTORS).map((list) => new Set(list))

test('KOO-08: no suggestion ever takes away the only person of a sector that a law requires', () => {
  let seen = 0
  fc.assert(
    fc.property(team, rules, required, (all, some, law) => {
      for (const merge of suggestMerges(all, some, law)) {
        seen++
        const after = merged(all, merge)
        // Counted again without the function under test: every such sector still has a person.
        for (const sector of law)
          if (all.some((one) => one.sector === sector)) expect(after.filter((one) => one.sector === sector).length).toBeGreaterThan(0)
        expect(after.some((one) => one.assignmentId === merge.keep.assignmentId)).toBe(true)
        expect(merge.others.some((one) => one.staffId === merge.keep.staffId || one.role === 'coordinator')).toBe(false)
      }
    }),
    { numRuns: 1000 },
  )
  expect(seen).toBeGreaterThan(100)
})
test('KOO-08: following one suggestion after another never does so either, and comes to an end', () => {
  fc.assert(
    fc.property(team, rules, required, (all, some, law) => {
      let now = all
      for (let i = 0; i < 20; i++) {
        const first = suggestMerges(now, some, law)[0]
        if (!first) break
        now = merged(now, first)
      }
      expect(suggestMerges(now, some, law)).toEqual([])
      expect(keepsTheLaw(all, now, law)).toBe(true)
    }),
  )
})
test('KOO-08: contact person and mentor might be one, where the family department and the job centre keep somebody', () => {
  const rule = [{ code: 'contact-and-mentor', roles: ['family-contact', 'social-mentor'] }]
  const contact = { assignmentId: 1, staffId: 1, role: 'family-contact', sector: 'family-department' }
  const mentor = { assignmentId: 2, staffId: 2, role: 'social-mentor', sector: 'employment' }
  const caseworker = { assignmentId: 3, staffId: 3, role: 'employment-caseworker', sector: 'employment' }
  const law = new Set(['family-department', 'employment'])
  expect(suggestMerges([contact, mentor], rule, law)).toEqual([])
  expect(suggestMerges([contact, mentor, caseworker], rule, law)).toEqual([{ code: 'contact-and-mentor', keep: contact, others: [mentor] }])
  // The contact person is one too many for the law only when somebody else of the family department is there.
  const family = { assignmentId: 4, staffId: 4, role: 'family-caseworker', sector: 'family-department' }
  expect(suggestMerges([contact, mentor, family], rule, law)).toEqual([{ code: 'contact-and-mentor', keep: mentor, others: [contact] }])
})
test('KOO-08: an answer counts for the same people, in whatever order', () => {
  const keep = { assignmentId: 1, staffId: 9, role: 'family-contact', sector: 'x' }
  expect(keyOf({ code: 'a', keep, others: [{ ...keep, assignmentId: 2, staffId: 3 }] })).toBe(mergeKey('a', [3, 9, 3]))
})
test('KOO-08: the law asks by children, adults or the family; an unknown age counts as both', () => {
  const areas = [
    { code: 'child-act', sector: 'family-department' },
    { code: 'employment-act', sector: 'employment' },
    { code: 'other', sector: 'housing' },
  ]
  const duties = [
    { lawArea: 'child-act', about: 'child' as const },
    { lawArea: 'employment-act', about: 'adult' as const },
    { lawArea: null, about: 'family' as const },
  ]
  expect([...sectorsOfLaw(areas, duties, [{ child: true }])]).toEqual(['family-department'])
  expect([...sectorsOfLaw(areas, duties, [{ child: false }])]).toEqual(['employment'])
  expect([...sectorsOfLaw(areas, duties, [{ child: null }])]).toEqual(['family-department', 'employment'])
})

const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2026-01-01', n))
const dated = fc
  .record({ staffId: fc.integer({ min: 1, max: 5 }), from: day, length: fc.option(fc.integer({ min: 0, max: 40 })) })
  .map(({ staffId, from, length }) => ({ staffId, from, until: length === null ? null : addDays(from, length) }))

test('KOO-07: the steps of the count agree with counting every single day', () => {
  fc.assert(
    fc.property(fc.array(dated, { maxLength: 8 }), (all) => {
      const steps = countSteps(all, '2026-05-01')
      for (let n = 0; n < 120; n++) {
        const date = addDays('2026-01-01', n)
        const found = steps.findLast((step) => step.date <= date)?.people ?? 0
        expect(found).toBe(peopleOn(all, date))
      }
    }),
  )
})
test('ORG-12: hours and people over time, unknown hours counted apart', () => {
  const place = { id: 1, function: 'health-consultant', staffId: null, minutesPerWeek: 900, from: '2014-02-01', until: '2015-08-31' }
  const places = [place, { ...place, id: 2, minutesPerWeek: 420, from: '2015-01-01', until: null }, { ...place, id: 3, minutesPerWeek: null, until: null }]
  expect(staffingSteps(places, '2016-01-01')).toEqual([
    { date: '2014-02-01', people: 2, minutes: 900, unknown: 1 },
    { date: '2015-01-01', people: 3, minutes: 1320, unknown: 1 },
    { date: '2015-09-01', people: 2, minutes: 420, unknown: 1 },
  ])
  expect(staffingOn(places, '2013-01-01')).toEqual({ people: 0, minutes: 0, unknown: 0 })
})
test('ORG-03: areas into which the project manager has no agreed way on a day', () => {
  const departments = [
    { id: 1, sector: 'employment' },
    { id: 2, sector: 'health' },
    { id: 3, sector: 'coordination' },
  ]
  const reach = [{ departmentId: 1, from: '2026-01-01', until: '2026-06-30' }]
  expect(areasWithoutReach(departments, reach, '2026-03-01')).toEqual(['health'])
  expect(areasWithoutReach(departments, reach, '2026-07-01')).toEqual(['employment', 'health'])
})
