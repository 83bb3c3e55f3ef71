import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appointmentProblem, type Assignment, coordinatorRole } from '#app/intake/coordinators.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { checklist, coordinatorHistory, handoverChanges, leavesNone, primariesOn, substituteProblem } from './handover.ts'

const START = '2026-01-01'
let next = 1
const post = (staffId: number, role: string, from: string, until: string | null = null): Assignment => ({
  id: next++,
  caseId: 1,
  staffId,
  role,
  sector: 'coordination',
  from,
  until,
})

/** A family as the verbs would change it, kept in memory; every step is refused or done by the same rules. */
class Family {
  team: Assignment[] = []
  undo: (() => void) | null = null
  undoBefore = ''
  appoint(staffId: number, today: string) {
    const rules = { model: 'primary' as const, mayBeCaseworker: false }
    if (appointmentProblem(this.team, { staffId, as: 'primary', from: today }, rules) === null)
      if (primariesOn(this.team, today).length === 0 && this.team.every((one) => one.role !== coordinatorRole.primary))
        this.team.push(post(staffId, coordinatorRole.primary, today))
  }
  handOver(toStaffId: number, on: string, today: string) {
    const changes = handoverChanges(this.team, { toStaffId, on, today })
    if ('problem' in changes) return
    const before = this.team.map((one) => ({ ...one }))
    this.set(changes.end.id, changes.end.until)
    if (changes.meanwhile && 'id' in changes.meanwhile) this.set(changes.meanwhile.id, changes.meanwhile.until)
    this.team.push(post(changes.start.staffId, coordinatorRole.primary, changes.start.from))
    this.undoBefore = on
    this.undo = () => (this.team = before)
  }
  takeBack(today: string) {
    if (this.undo && today < this.undoBefore) this.undo()
    this.undo = null
  }
  substitute(staffId: number, from: string, until: string) {
    if (substituteProblem(this.team, { staffId, from, until }, 'primary') === null)
      this.team.push(post(staffId, coordinatorRole.secondary, from, until))
  }
  end(index: number, until: string) {
    const one = this.team[index % Math.max(this.team.length, 1)]
    if (!one || until < one.from || (one.until !== null && one.until <= until) || leavesNone(this.team, one.id, until)) return
    if (this.undo && one.role === coordinatorRole.primary) this.undo = null
    this.set(one.id, until)
  }
  private set(id: number, until: string | null) {
    this.team = this.team.map((one) => (one.id === id ? { ...one, until } : one))
  }
}

const step = fc.record({
  kind: fc.constantFrom('appoint', 'handover', 'substitute', 'back', 'end'),
  staff: fc.integer({ min: 1, max: 4 }),
  wait: fc.integer({ min: 0, max: 20 }),
  ahead: fc.integer({ min: -2, max: 30 }),
  length: fc.integer({ min: 0, max: 20 }),
})

test('KOO-07: exactly one primary coordinator on every day, whatever is appointed, handed over, taken back, stood in for or ended', () => {
  let handovers = 0
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
      const family = new Family()
      let today = START
      family.appoint(1, today)
      for (const s of steps) {
        today = addDays(today, s.wait)
        const on = addDays(today, s.ahead)
        if (s.kind === 'appoint') family.appoint(s.staff, today)
        if (s.kind === 'handover') family.handOver(s.staff, on, today)
        if (s.kind === 'substitute') family.substitute(s.staff, on, addDays(on, s.length))
        if (s.kind === 'back') family.takeBack(today)
        if (s.kind === 'end') family.end(s.staff, on)
      }
      handovers += family.team.filter((one) => one.role === coordinatorRole.primary).length - 1
      for (let day = START; day <= addDays(today, 40); day = addDays(day, 1)) expect(primariesOn(family.team, day)).toHaveLength(1)
    }),
    { numRuns: 300 },
  )
  expect(handovers).toBeGreaterThan(50)
})
test('KOO-03: the secondary takes over on a day and stops being secondary the day before', () => {
  const team = [post(1, 'coordinator', '2026-01-01'), post(2, 'secondary-coordinator', '2026-01-01')]
  expect(handoverChanges(team, { toStaffId: 2, on: '2026-03-01', today: '2026-02-01' })).toMatchObject({
    end: { staffId: 1, until: '2026-02-28', was: null },
    start: { staffId: 2, from: '2026-03-01' },
    meanwhile: { id: team[1]?.id, until: '2026-02-28' },
  })
})
test('KOO-07: a handover is refused in the past, to the same person, twice, or before the old one began', () => {
  const team = [post(1, 'coordinator', '2026-01-10')]
  const wish = (toStaffId: number, on: string, today = '2026-02-01') => handoverChanges(team, { toStaffId, on, today })
  expect(wish(2, '2026-01-31')).toEqual({ problem: 'past' })
  expect(wish(1, '2026-02-02')).toEqual({ problem: 'same' })
  expect(wish(2, '2026-01-10', '2026-01-10')).toEqual({ problem: 'too-soon' })
  expect(handoverChanges([], { toStaffId: 2, on: '2026-02-02', today: '2026-02-01' })).toEqual({ problem: 'no-primary' })
  const planned = [...team, post(3, 'coordinator', '2026-05-01')]
  expect(handoverChanges(planned, { toStaffId: 2, on: '2026-02-02', today: '2026-02-01' })).toEqual({ problem: 'planned' })
})
test('KOO-16: the history counts stretches of the same person in a row as one', () => {
  const named = [
    { ...post(1, 'coordinator', '2025-01-01', '2025-05-31'), name: 'Anna' },
    { ...post(2, 'coordinator', '2025-06-01', '2025-08-31'), name: 'Peter' },
    { ...post(2, 'coordinator', '2025-09-01', '2025-12-31'), name: 'Peter' },
    { ...post(1, 'coordinator', '2026-01-01'), name: 'Anna' },
    { ...post(3, 'secondary-coordinator', '2025-01-01'), name: 'Maja' },
  ]
  expect(coordinatorHistory(named)).toEqual([
    { staffId: 1, name: 'Anna', from: '2025-01-01', until: '2025-05-31' },
    { staffId: 2, name: 'Peter', from: '2025-06-01', until: '2025-12-31' },
    { staffId: 1, name: 'Anna', from: '2026-01-01', until: null },
  ])
})
test('KOO-03: nobody stands in where the project has a secondary, for themselves, or beside another', () => {
  const team = [post(1, 'coordinator', '2026-01-01')]
  const wish = { staffId: 2, from: '2026-02-01', until: '2026-02-14' }
  expect(substituteProblem(team, wish, 'primary')).toBe(null)
  expect(substituteProblem(team, wish, 'primary-and-secondary')).toBe('has-secondary')
  expect(substituteProblem(team, { ...wish, staffId: 1 }, 'primary')).toBe('is-coordinator')
  expect(substituteProblem([...team, post(3, 'secondary-coordinator', '2026-02-10', '2026-02-20')], wish, 'primary')).toBe('taken')
})
test('KOO-03: a point of the checklist is open until everyone who is to tick it has', () => {
  const items = [
    { code: 'talked', by: 'both' as const },
    { code: 'read', by: 'new' as const },
  ]
  const done = checklist(items, [{ item: 'talked', side: 'old', name: 'Anna', on: '2026-02-01' }])
  expect(done.open).toBe(2)
  expect(done.items[0]?.sides).toEqual([
    { side: 'old', done: { name: 'Anna', on: '2026-02-01' } },
    { side: 'new', done: null },
  ])
})
