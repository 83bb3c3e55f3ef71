import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { copyTarget, type SectorPlanKind } from '#app/catalogue/pack-work.ts'
import { ownPacks } from '#app/catalogue/testing.ts'
import { addDays, addYears } from '#app/platform/time/plain-date.ts'
import { fits, missingPlans, type PlanSubject } from './missing-plans.ts'
import { planState, type PlanHead } from './sector-plan.ts'

const today = '2026-11-22'
let kinds: SectorPlanKind[]
let areas: { code: string; sector: string }[]
beforeAll(async () => {
  const { effective } = await ownPacks()
  kinds = effective('hedensted').sectorPlans
  areas = effective('hedensted').lawAreas
})
const SECTORS = ['family-department', 'employment', 'adult-social', 'education', 'health']
const person = (id: number, age: number, days = 0): PlanSubject => ({ id, born: addDays(addYears(today, -age), -days), parent: age >= 18 })
const found = (people: PlanSubject[], sectors: string[], heads: PlanHead[] = [], day = today) =>
  missingPlans(kinds, areas, people, sectors, heads, day).map((m) => `${m.kind} ${m.personId}`)

test('PLAN-01: a child with the family department needs barnets plan, a 16-year-old a youth plan too, an adult at the job centre Min Plan', () => {
  const people = [person(1, 34), person(2, 16), person(3, 9), { id: 4, born: null, parent: false }]
  expect(found(people, ['family-department', 'employment'])).toEqual(['childs-plan 2', 'childs-plan 3', 'youth-plan 2', 'my-plan 1'])
  expect(found(people, ['education'])).toEqual([])
})
test('PLAN-01: each says its paragraph', () => {
  expect(missingPlans(kinds, areas, [person(1, 34)], ['employment'], [], today)).toEqual([
    { personId: 1, kind: 'my-plan', lawArea: 'employment-act', paragraph: 'Lov om en aktiv beskæftigelsesindsats § 40, stk. 3' },
  ])
})
test('PLAN-01: a birthday changes it on the day itself', () => {
  const born = (age: number): PlanSubject[] => [{ id: 1, born: addYears(today, -age), parent: false }]
  expect(found(born(16), ['family-department'])).toContain('youth-plan 1')
  expect(found(born(16), ['family-department'], [], addDays(today, -1))).not.toContain('youth-plan 1')
  expect(found(born(18), ['family-department', 'employment'])).toEqual(['youth-plan 1', 'my-plan 1'])
  expect(found(born(18), ['family-department', 'employment'], [], addDays(today, -1))).toEqual(['childs-plan 1', 'youth-plan 1'])
})

const aHead = fc.record({
  kind: fc.constantFrom('childs-plan', 'youth-plan', 'my-plan', 'action-plan', 'treatment-plan'),
  personIds: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
  decidedOn: fc.option(fc.constantFrom('2026-01-01', today, '2027-01-01')),
  validFrom: fc.option(fc.constantFrom('2026-01-01', '2026-12-01')),
  validUntil: fc.option(fc.constantFrom('2026-06-30', addDays(today, -1), today, '2027-06-30')),
  notNeeded: fc.boolean(),
})
const aPerson = (id: number) =>
  fc.record({ age: fc.integer({ min: 0, max: 70 }), days: fc.integer({ min: 0, max: 364 }), parent: fc.boolean() }).map(
    ({ age, days, parent }): PlanSubject => ({ ...person(id, age, days), parent }),
  )
const aCase = fc.record({
  people: fc.tuple(aPerson(1), aPerson(2), aPerson(3), aPerson(4)),
  sectors: fc.subarray(SECTORS),
  heads: fc.array(aHead, { maxLength: 6 }),
})

test('PLAN-01: missing is exactly: required, its sector at work, the right age, and no plan or word for that person', () => {
  fc.assert(
    fc.property(aCase, ({ people, sectors, heads }) => {
      const naive = kinds.flatMap((kind) =>
        people.flatMap((one) => {
          const sector = areas.find((a) => a.code === kind.lawArea)?.sector ?? ''
          const there = heads.some((h) => h.kind === kind.code && h.personIds.includes(one.id) && (h.notNeeded || h.validUntil === null || h.validUntil >= today))
          return kind.required && sectors.includes(sector) && fits(kind, one, today) && !there ? [`${kind.code} ${one.id}`] : []
        }),
      )
      expect(found([...people], sectors, heads)).toEqual(naive)
    }),
  )
})
test('PLAN-01: more plans never make more missing; more sectors never make less', () => {
  fc.assert(
    fc.property(aCase, aHead, fc.constantFrom(...SECTORS), ({ people, sectors, heads }, more, sector) => {
      const before = found([...people], sectors, heads)
      expect(found([...people], sectors, [...heads, more]).every((m) => before.includes(m))).toBe(true)
      const wider = found([...people], [...sectors, sector], heads)
      expect(before.every((m) => wider.includes(m))).toBe(true)
    }),
  )
})
test('LOG-05 IT-17: what may be copied into another system is hopes, goals, activities and the plan itself, never the logbook', () => {
  const target = (from: string) => ({ code: 'x', label: { da: 'X', en: 'X' }, source: 't', validFrom: today, validUntil: null, plans: ['my-plan'], fields: [{ code: 'f', label: { da: 'F', en: 'F' }, from: [from] }] })
  expect(['hopes', 'goals', 'activities', 'content:goal'].every((from) => copyTarget.safeParse(target(from)).success)).toBe(true)
  expect(['logbook', 'thread', 'childtalk', 'meetings'].some((from) => copyTarget.safeParse(target(from)).success)).toBe(false)
})
test('PLAN-01: a state follows from the dates: draft, in force, ended', () => {
  const plan = { decidedOn: '2026-10-01', validFrom: '2026-10-15', validUntil: '2026-11-22', notNeeded: false }
  expect(planState({ ...plan, decidedOn: null }, today)).toBe('draft')
  expect(planState(plan, '2026-10-14')).toBe('draft')
  expect(planState(plan, '2026-10-15')).toBe('in-force')
  expect(planState(plan, '2026-11-22')).toBe('in-force')
  expect(planState(plan, '2026-11-23')).toBe('ended')
  expect(planState({ ...plan, notNeeded: true }, today)).toBe('not-needed')
})
