import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/platform/time/plain-date.ts'
import { decisionsFromForm, type Decision, dueAlone, isKeepable, lastReading, type OpenEnd, type OpenKind, openKinds, outcomesFor, proposed, unowned } from './exit.ts'
import { exitFigures, median } from './exit-figures.ts'
import { helpersFromForm, MoveFamily, whoIsTold } from './leaving-people.ts'

const LEFT = '2026-11-22'
const at = { leftOn: LEFT, me: 1, alone: '2026-12-20' }
const open = (kind: OpenKind, more: Partial<OpenEnd> = {}): OpenEnd => ({ kind, ref: 7, owner: 3, sector: 'education', code: '', due: null, shelfId: null, persons: [], ...more })
const decide = (o: OpenEnd, more: Partial<Decision> = {}): Decision => ({ kind: o.kind, ref: o.ref, outcome: 'ends', staffId: null, name: '', due: null, ...more })

test('PLAN-21: nothing open is left without an owner: no decision, no name and an impossible outcome are all refused', () => {
  const activity = open('activity')
  expect(unowned([activity], [])).toMatchObject([{ problem: 'undecided' }])
  expect(unowned([activity], [decide(activity, { outcome: 'handed-over' })])).toMatchObject([{ problem: 'no-name' }])
  expect(unowned([activity], [decide(activity, { outcome: 'handed-over', name: 'Svømmeklubben' })])).toEqual([])
  const plan = open('sector-plan')
  expect(unowned([plan], [decide(plan)])).toMatchObject([{ problem: 'not-possible' }])
  expect(unowned([plan], [decide(plan, { outcome: 'task' })])).toMatchObject([{ problem: 'no-name' }])
  // Help goes on with a colleague, not with a club.
  const helper = open('assignment')
  expect(unowned([helper], [decide(helper, { outcome: 'handed-over', name: 'En ven' })])).toMatchObject([{ problem: 'no-name' }])
})

test('PLAN-21: whatever is open, what is proposed is possible, and deciding so for all leaves nothing unowned', () => {
  const anyOpen = fc.record({ kind: fc.constantFrom(...openKinds), ref: fc.integer({ min: 1, max: 50 }), owner: fc.option(fc.integer({ min: 1, max: 9 })), sector: fc.constantFrom('coordination', 'health'),
    code: fc.constantFrom('coordinator', 'coordination', 'intake', 'photos'), due: fc.option(fc.integer({ min: -40, max: 90 }).map((n) => addDays(LEFT, n))), shelfId: fc.constant(null), persons: fc.constant<number[]>([]) })
  fc.assert(
    fc.property(fc.uniqueArray(anyOpen, { selector: (o) => `${o.kind}.${o.ref}`, maxLength: 20 }), (all) => {
      const chosen = all.map((o) => proposed(o, at) ?? decide(o, outcomesFor(o).includes('ends') ? {} : { outcome: 'task', staffId: 1, due: dueAlone(o, at) }))
      expect(unowned(all, chosen)).toEqual([])
      for (const d of chosen) if (d.outcome === 'task') expect(d.due !== null && d.due > LEFT && d.due <= at.alone).toBe(true)
    }),
  )
})

test('VIS-20: a consent that the coordination has a part in ends; one between two sectors, and one for photos, may live on', () => {
  expect(isKeepable({ sector: 'coordination', code: 'coordination' })).toBe(false)
  expect(isKeepable({ sector: 'health', code: 'coordination' })).toBe(true)
  expect(isKeepable({ sector: 'coordination', code: 'photos' })).toBe(true)
  expect(isKeepable({ sector: 'health', code: 'intake' })).toBe(false)
})

test('reading ends with the course; coordinators write minutes for a while, a caseworker with a task reads until its day', () => {
  const task: Decision = { kind: 'sector-plan', ref: 1, outcome: 'task', staffId: 3, name: '', due: '2026-12-10' }
  const of = (o: OpenEnd) => lastReading(o, [task], { leftOn: LEFT, lateDays: 60 })
  expect(of(open('assignment', { code: 'teacher', owner: 5 }))).toBe(LEFT)
  expect(of(open('assignment', { code: 'family-caseworker' }))).toBe('2026-12-10')
  expect(of(open('assignment', { code: 'coordinator' }))).toBe('2027-01-21')
})

test('the form gives one decision for each thing with an answer; what ends carries no name', () => {
  expect(decisionsFromForm({ 'how.task.4': 'ends', 'who.task.4': '9', 'how.activity.5': 'handed-over', 'name.activity.5': 'Klubben', 'how.task.6': '', 'how.nonsense': 'ends' })).toEqual([
    { kind: 'task', ref: '4', outcome: 'ends', staffId: '', name: '', due: '' },
    { kind: 'activity', ref: '5', outcome: 'handed-over', staffId: '', name: 'Klubben', due: '' },
  ])
})

test('VIS-20: exits by reason with the middle length of stay, drop-out apart; no family in it', () => {
  const stay = (reason: string, days: number, leftOn = LEFT) => ({ reason, cameOn: addDays(leftOn, -days), leftOn })
  const figures = exitFigures([stay('goals-reached', 400), stay('moved', 100), stay('goals-reached', 200), stay('no-longer-wishes', 30), stay('not-cooperating', 50, '2025-01-01')], { from: '2026-01-01' })
  expect(figures).toEqual({ exits: 4, dropOut: 1, medianDays: 150, shortestDays: 30, longestDays: 400,
    byReason: [{ reason: 'goals-reached', exits: 2, medianDays: 300 }, { reason: 'moved', exits: 1, medianDays: 100 }, { reason: 'no-longer-wishes', exits: 1, medianDays: 30 }] })
  expect(exitFigures([])).toMatchObject({ exits: 0, medianDays: null, byReason: [] })
})
test('VIS-20: the middle lies between the least and the most, and half lies on either side', () => {
  fc.assert(fc.property(fc.array(fc.nat(2000), { minLength: 1 }), (days) => {
    const m = median(days)!
    expect(days.filter((d) => d <= m).length * 2).toBeGreaterThanOrEqual(days.length - 1)
    expect(m).toBeGreaterThanOrEqual(Math.min(...days))
    expect(m).toBeLessThanOrEqual(Math.max(...days))
  }))
})

const duty = (code: string, on: ('exit' | 'move-inside' | 'move-out' | 'death')[], sector: string | null, onlyChildren = false) =>
  ({ code, on, sector, onlyChildren, withinDays: 7, paragraph: '', text: { da: code, en: code }, label: { da: code, en: code }, validFrom: '2014-01-01', validUntil: null, source: 'test', verified: false })
test('a move or a death is told by the helper of the sector, else by the coordinator; never by nobody while there is one', () => {
  const team = [{ staffId: 1, sector: 'coordination', role: 'coordinator' }, { staffId: 2, sector: 'education', role: 'teacher' }]
  const duties = [duty('school', ['move-out'], 'education', true), duty('job', ['move-out'], 'employment'), duty('call', ['death'], null)]
  expect(whoIsTold(duties, { on: 'move-out', day: LEFT, children: true }, team).map((t) => [t.duty.code, t.staffId, t.due])).toEqual([['school', 2, '2026-11-29'], ['job', 1, '2026-11-29']])
  expect(whoIsTold(duties, { on: 'move-out', day: LEFT, children: false }, team).map((t) => t.duty.code)).toEqual(['job'])
  expect(whoIsTold(duties, { on: 'death', day: LEFT, children: false }, []).map((t) => t.staffId)).toEqual([null])
})
test('a move says where to: a municipality, or an address for a new home; who takes over is named', () => {
  const move = { caseId: 1, personIds: ['2'], movedOn: LEFT, where: 'out' }
  const fields = (input: unknown) => MoveFamily.safeParse(input).error?.issues.map((i) => i.path.join('.')) ?? []
  expect(fields(move)).toEqual(['to'])
  expect(fields({ ...move, to: 'Vejle' })).toEqual([])
  expect(fields({ ...move, where: 'inside', helpers: helpersFromForm({ 'helper.3': 'changes', 'helperWho.3': '' }) })).toEqual(['street', 'helpers.0.staffId'])
})
