import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/platform/time/plain-date.ts'
import { countStandings, type FamilyFact, familyStages, standingOn } from './family-state.ts'

const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2026-09-01', n))
const kinds = [...familyStages, 'consent-ended', 'waiting', 'refused', 'exited', 'reopened'] as const
const fact: fc.Arbitrary<FamilyFact> = fc.record({ kind: fc.constantFrom(...kinds), on: day, seq: fc.integer({ min: 0, max: 5 }) })
const facts = fc.array(fact, { maxLength: 25 })

test('VIS-21: the derived state agrees with any order in which the facts arrive', () => {
  fc.assert(
    fc.property(
      facts.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }))),
      day,
      ([all, shuffled], today) => {
        expect(standingOn(shuffled, today)).toEqual(standingOn(all, today))
      },
    ),
  )
})
test('VIS-21: a fact known twice, or one that lies after the day, changes nothing', () => {
  fc.assert(
    fc.property(facts, fact, day, (all, extra, today) => {
      expect(standingOn([...all, ...all], today)).toEqual(standingOn(all, today))
      if (extra.on > today) expect(standingOn([...all, extra], today)).toEqual(standingOn(all, today))
    }),
  )
})
test('VIS-21: arriving one by one gives the same as arriving at once', () => {
  fc.assert(
    fc.property(facts, day, (all, today) => {
      const heap: FamilyFact[] = []
      for (const one of all) {
        heap.unshift(one)
        standingOn(heap, today)
      }
      expect(standingOn(heap, today)).toEqual(standingOn(all, today))
    }),
  )
})
test('VIS-21: every family stands in exactly one place', () => {
  fc.assert(
    fc.property(fc.array(facts, { maxLength: 20 }), day, (families, today) => {
      expect([...countStandings(families, today).values()].reduce((a, b) => a + b, 0)).toBe(families.length)
    }),
  )
})
test('VIS-21: from the shortlist to an agreed plan in follow-up, out and back in', () => {
  const way: FamilyFact[] = [
    { kind: 'shortlisted', on: '2026-01-05' },
    { kind: 'invited', on: '2026-01-10' },
    { kind: 'referred', on: '2026-01-15' },
    { kind: 'consent', on: '2026-01-20' },
    { kind: 'screened', on: '2026-01-25' },
    { kind: 'waiting', on: '2026-02-01' },
    { kind: 'accepted', on: '2026-03-01' },
    { kind: 'coordinator', on: '2026-03-03' },
    { kind: 'preparation', on: '2026-03-10' },
    { kind: 'meeting-planned', on: '2026-03-15' },
    { kind: 'agreed', on: '2026-04-01' },
    { kind: 'consent-ended', on: '2026-04-15' },
    { kind: 'follow-up', on: '2026-07-01' },
    { kind: 'exited', on: '2026-09-01' },
    { kind: 'reopened', on: '2026-09-10' },
  ]
  const on = (today: string) => standingOn(way, today).standing
  expect(['2026-01-04', '2026-01-05', '2026-01-12', '2026-02-15', '2026-03-01', '2026-03-20'].map(on)).toEqual([
    'unknown',
    'shortlisted',
    'invited',
    'waiting',
    'accepted',
    'meeting-planned',
  ])
  expect(['2026-04-20', '2026-08-01', '2026-09-05', '2026-10-01'].map(on)).toEqual(['agreed', 'follow-up', 'exited', 'follow-up'])
  expect(standingOn(way, '2026-04-20').consentInPlace).toBe(false)
  expect(standingOn(way, '2026-02-15').since).toBe('2026-02-01')
})
