import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownPack } from '#app/catalogue/testing.ts'
import { isWorkingDay } from '#app/platform/time/working-days.ts'
import { monthsBetween } from '#app/platform/time/plain-date.ts'
import { moved, placeFor } from './agenda.server.ts'
import { preparedFor } from './consents.ts'
import { missingBy } from './kinds.ts'
import { hiddenFrom, separateMeetings, stateOf, yesStands } from './meeting.ts'
import { proposalsFor } from './proposals.ts'
import { daysOfSeries } from './series.server.ts'
import { sightOf, SHOWN } from './sight.ts'

const id = fc.integer({ min: 1, max: 8 })
const shields = fc.array(fc.record({ a: id, b: id }).filter((s) => s.a !== s.b), { maxLength: 4 })
const homes = fc.dictionary(fc.integer({ min: 1, max: 8 }).map(String), fc.integer({ min: 1, max: 3 }))

test('CON-15: separate meetings: everybody once, and nobody with somebody whose time and place is hidden from them', () => {
  fc.assert(
    fc.property(shields, homes, fc.uniqueArray(id), (s, home, people) => {
      const livesWith = (p: number) => Object.keys(home).map(Number).filter((q) => q !== p && home[q] === home[p] && home[p] !== undefined)
      const hidden = (p: number) => hiddenFrom(p, s, livesWith, (q) => q > 4)
      const groups = separateMeetings(people, hidden)
      expect(groups.flat().toSorted()).toEqual(people.toSorted())
      for (const g of groups) for (const p of g) expect(hidden(p).filter((q) => g.includes(q))).toEqual([])
      if (s.length === 0) expect(groups.length).toBeLessThanOrEqual(1)
    }),
  )
})

test('MEET-19: nobody is said to read what they may not read about every one it is about', () => {
  const fact = fc.record({ kind: fc.constantFrom('staff' as const, 'member' as const), actorId: id, category: fc.constantFrom(...SHOWN), subjectId: id })
  fc.assert(
    fc.property(fc.array(fact), fc.uniqueArray(id, { minLength: 1 }), id, (readers, subjects, staffId) => {
      const sight = sightOf({ personId: null, staffId, outside: null, interpreterFor: null, companionOf: null }, subjects, { readers, told: [], network: [] })
      for (const category of SHOWN)
        for (const s of subjects) {
          const may = readers.some((r) => r.kind === 'staff' && r.actorId === staffId && r.category === category && r.subjectId === s)
          expect(sight.missing.some((m) => m.category === category && m.personIds.includes(s))).toBe(!may)
        }
      expect(sight.how === 'all').toBe(sight.missing.length === 0)
    }),
  )
})

test('MEET-13: a yes stands until somebody else adds something after it', () => {
  const at = fc.integer({ min: 0, max: 20 }).map((n) => new Date(n * 1000).toISOString())
  const change = fc.record({ createdAt: at, authorPersonId: fc.option(id, { nil: null }) })
  fc.assert(
    fc.property(at, id, fc.array(change), (createdAt, personId, changes) => {
      const later = changes.some((c) => c.createdAt > createdAt && c.authorPersonId !== personId)
      expect(yesStands({ createdAt, personId }, changes)).toBe(!later)
    }),
  )
})

test('MEET-13: moving keeps every point and the order of the others; the family\'s point never comes after what others raised', () => {
  fc.assert(
    fc.property(fc.uniqueArray(id, { minLength: 1 }), fc.constantFrom('up' as const, 'down' as const), fc.nat(), (ids, direction, n) => {
      const list = ids.map((x) => ({ id: x }))
      const one = ids[n % ids.length]!
      const next = moved(list, one, direction)
      expect(next.map((x) => x.id).toSorted()).toEqual(ids.toSorted())
      expect(next.filter((x) => x.id !== one)).toEqual(list.filter((x) => x.id !== one))
      expect(Math.abs(next.findIndex((x) => x.id === one) - ids.indexOf(one))).toBeLessThanOrEqual(1)
    }),
  )
  const agenda = [{ position: 10, kind: 'fixed' as const, code: 'family-agenda', raisedByPerson: null }, { position: 20, kind: 'fixed' as const, code: 'goals', raisedByPerson: null }]
  expect(placeFor(agenda, true)).toBe(11)
  expect(placeFor(agenda, false)).toBe(30)
})

test('IT-01: the days of a series are working days, in order, the months apart', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2026-01-01'), max: new Date('2029-12-31'), noInvalidDate: true }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 8 }), (d, every, times) => {
      const first = d.toISOString().slice(0, 10)
      const days = daysOfSeries(first, every, times)
      expect(days).toHaveLength(times)
      expect(days.every((day) => isWorkingDay(day))).toBe(true)
      expect(days.toSorted()).toEqual(days)
      for (const [i, day] of days.entries()) expect(monthsBetween(first, day)).toBeGreaterThanOrEqual(every * (i + 1) - 1)
    }),
    { numRuns: 50 },
  )
})

test('MEET-03: nobody is proposed twice or who comes already; a wish comes first, what was not wished last', () => {
  const person = fc.record({ id, name: fc.string(), child: fc.boolean(), network: fc.boolean(), subject: fc.boolean() })
  fc.assert(
    fc.property(
      fc.uniqueArray(person, { selector: (p) => p.id }),
      fc.uniqueArray(fc.record({ staffId: id, name: fc.string(), does: fc.string() }), { selector: (h) => h.staffId }),
      fc.array(fc.record({ about: fc.integer({ min: 1, max: 8 }).map((n) => `staff-${n}`), answer: fc.constantFrom('come' as const, 'not' as const), wishedBy: id })),
      fc.uniqueArray(id),
      (people, team, wishes, here) => {
        const found = proposalsFor({ coming: here.map((staffId) => ({ personId: null, staffId, outside: null })), people, team, wishes, goals: [], activities: [], doctor: null })
        expect(new Set(found.map((p) => p.key)).size).toBe(found.length)
        for (const s of here) expect(found.some((p) => p.key === `staff-${s}`)).toBe(false)
        const wished = found.findLastIndex((p) => p.why === 'wish')
        expect(found.slice(0, Math.max(0, wished)).every((p) => p.why === 'wish')).toBe(true)
      },
    ),
  )
})

test('CON-13: a kind never bundles: each text, person and party is a consent of its own, in every pack that comes with the program', async () => {
  for (const code of ['hedensted', 'thisted']) {
    const pack = await ownPack(code)
    for (const kind of pack.meetingKinds) {
      const all = preparedFor(kind.consents, pack, { subjects: [{ id: 1, child: false }, { id: 2, child: true }], sectors: ['education', 'health', 'psychiatry'], today: '2026-11-22' })
      expect(new Set(all.map((c) => `${c.template} ${c.subjectId} ${c.party}`)).size).toBe(all.length)
      expect(all.some((c) => c.party === 'psychiatry')).toBe(false) // a text does not offer what it is not about
      if (kind.code === 'signs-of-safety') expect(all.length).toBeGreaterThan(2)
    }
  }
})

test('MEET-01, MEET-17, CAT-11: every kind says who decides, who must come and why, and that the child has a voice', async () => {
  for (const code of ['hedensted', 'thisted']) {
    const pack = await ownPack(code)
    expect(pack.meetingKinds.length).toBeGreaterThanOrEqual(5)
    for (const kind of pack.meetingKinds) {
      expect([kind.code, kind.agenda.some((p) => p.kind === 'child')]).toEqual([kind.code, true])
      expect(kind.decides?.da).toBeTruthy()
      expect(kind.mustCome.every((r) => r.why.da !== '' && r.why.en !== '')).toBe(true)
      expect(kind.rounds.length).toBeGreaterThan(0)
      expect(kind.mustCome.filter((r) => r.who === 'team').every((r) => r.roles.every((role) => pack.assignmentRoles.some((x) => x.code === role)))).toBe(true)
    }
    const sos = pack.meetingKinds.find((k) => k.code === 'signs-of-safety')
    expect(missingBy(sos?.mustCome ?? [], [])).toEqual([{ rule: expect.objectContaining({ code: 'advisers' }), missing: 2 }])
    const rule = sos?.mustCome.find((r) => r.code === 'advisers')
    const adviser = { staffId: 7, role: rule?.roles[0] ?? '', sector: 'family-department' }
    expect(missingBy(sos?.mustCome ?? [], [{ requiredBy: null, staffId: 7 }], [adviser])).toEqual([{ rule, missing: 1 }])
  }
})

test('MEET-01: how a meeting stands follows from what happened', () => {
  const m = { startsAt: '2026-12-04T12:00:00.000Z', minutes: 60, invitedAt: null, cancelledAt: null, beganAt: null, endedAt: null }
  expect(stateOf(m, '2026-12-04T12:59:00.000Z')).toBe('planned')
  expect(stateOf(m, '2026-12-04T13:01:00.000Z')).toBe('passed')
  expect(stateOf({ ...m, invitedAt: m.startsAt }, '2026-12-01T00:00:00.000Z')).toBe('invited')
  expect(stateOf({ ...m, beganAt: m.startsAt }, '2026-12-05T00:00:00.000Z')).toBe('running')
  expect(stateOf({ ...m, beganAt: m.startsAt, endedAt: m.startsAt }, m.startsAt)).toBe('held')
  expect(stateOf({ ...m, cancelledAt: m.startsAt, endedAt: null }, m.startsAt)).toBe('cancelled')
})
