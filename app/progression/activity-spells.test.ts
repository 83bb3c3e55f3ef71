import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { applyShippedPack, ownPack } from '#app/catalogue/testing.ts'
import type { Spell } from '#app/spells/spells.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aHome, aWorld, insert, type World } from '#test/world.ts'
import { activitySpells, countedKinds, type Planned } from './activity-spells.ts'
import { readRegistration } from './read-registration.server.ts'

let t: TestDatabase
let w: World
beforeAll(async () => {
  t = await createTestDatabase()
  const world = await aWorld(t)
  await applyShippedPack(t, world.municipalityId, 'hedensted')
  w = await aHome(t, world)
  await t.owner.query("update referral set decision = 'accepted', decided_at = '2026-08-01T10:00Z', intake_on = '2026-08-01' where case_id = $1", [w.caseId])
})
const month = '2026-10-01'
const placement: Planned = { id: 7, shelfId: 1, what: 'Praktik', place: 'Brugsen', kind: 'work-placement', people: [1, 2], from: '2026-09-01', until: null, minutes: 600, own: { 2: 300 } }
const kinds = new Map([['work-placement', 'offer'] as const])
const spell = (over: Partial<Spell>): Spell => ({ id: 1, revision: 1, shelfId: 1, personId: 1, kind: 'offer', status: '', what: 'Kursus', place: '', minutesPerWeek: 60, from: '2026-01-01', until: null, endCode: '', endReason: '', ...over })

test('PROG-28, PROG-29: an activity of the plan counts as an offer for whom no spell says it; its own hours are each member’s', async () => {
  expect(activitySpells([placement], kinds, [], month).map((s) => [s.personId, s.kind, s.minutesPerWeek])).toEqual([[1, 'offer', 600], [2, 'offer', 300]])
  expect(activitySpells([placement], kinds, [spell({})], month).map((s) => s.personId)).toEqual([2])
  expect(activitySpells([placement], kinds, [spell({ until: '2026-09-30' })], month).map((s) => s.personId)).toEqual([1, 2])
  expect(activitySpells([{ ...placement, from: '2026-11-01' }], kinds, [], month)).toEqual([])
  expect(activitySpells([{ ...placement, kind: 'counselling' }], countedKinds((await ownPack('hedensted')).choices, month), [], month)).toEqual([])
})

test('PROG-02: an activity never counts where a spell of its kind speaks, and never for anybody who takes no part', () => {
  const people = fc.uniqueArray(fc.integer({ min: 1, max: 5 }))
  fc.assert(
    fc.property(people, people, (inPlan, withSpell) => {
      const found = activitySpells([{ ...placement, people: inPlan }], kinds, withSpell.map((personId) => spell({ personId })), month).map((s) => s.personId)
      expect(found).toEqual(inPlan.filter((p) => !withSpell.includes(p)))
    }),
    { numRuns: 100 },
  )
})

test('PROG-02, PROG-29: the field of a month is filled from the plan before anybody types, with what it rests on', async () => {
  const record = { municipality_id: w.municipalityId, case_id: w.caseId, sector: 'coordination', category: 'plan', visibility: 'family', subjects: [w.people.mette] }
  await insert(t, 'activity', { ...record, what: 'Virksomhedspraktik', place: 'Brugsen', rhythm: 'weekly', weekdays: [1, 2], start_on: '2026-09-01', minutes_per_week: 720, takes_part: [w.people.mette], measure_kind: 'work-placement' })
  const page = await readRegistration(w.ctxFor('coordinator'), { caseId: w.caseId, month })
  const cell = page.rows.find((r) => r.indicator.code === 'parent-offer-hours')?.cells.find((c) => c?.field.member.id === w.people.mette)
  expect(cell?.counted).toMatchObject({ number: 12, source: 'Virksomhedspraktik, Brugsen' })
})
