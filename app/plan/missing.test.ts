import fc from 'fast-check'
import { expect, test } from 'vitest'
import { missingForAgreement } from './missing.ts'
import type { Activity } from './plan.ts'
import { aGoal, aHope, anActivity, someTerms } from './testing.ts'

const today = '2026-11-22'
const hope = aHope({ id: 1 })
const goal = aGoal({ id: 1, hopeId: 1 })
const terms = [someTerms()]
const codes = (activity: Partial<Activity>, day = today) =>
  missingForAgreement({ hopes: [hope], goals: [goal], activities: [anActivity({ goalId: 1, ...activity })], terms }, day).map((m) => m.code)

test('PLAN-02: a whole plan lacks nothing', () => {
  expect(codes({})).toEqual([])
})

test.each<[string, Partial<Activity>, string[]]>([
  ['an activity without a goal cannot be agreed', { goalId: null }, ['goal']],
  ['the offer must be described', { offer: '' }, ['offer']],
  ['a start date is needed', { start: null }, ['start']],
  ['an end date is needed', { end: null }, ['end']],
  ['hours per week are needed', { minutesPerWeek: null }, ['hours']],
  ['what it is must be said', { what: '' }, ['what']],
  [
    'everything at once is listed at once',
    { what: '', goalId: null, offer: '', start: null, end: null, minutesPerWeek: null },
    ['what', 'goal', 'offer', 'start', 'end', 'hours'],
  ],
  ['a single visit needs no end date', { rhythm: 'once', end: null }, []],
  ['a single visit still needs its day and how long', { rhythm: 'once', start: null, end: null, minutesPerWeek: null }, ['start', 'hours']],
  ['"ved vi ikke endnu" with a date is an answer', { start: null, unknownUntil: { start: '2026-12-01' } }, []],
  ['on the date itself it still counts', { start: null, unknownUntil: { start: today } }, []],
  ['after the date it is missing again', { start: null, unknownUntil: { start: '2026-11-21' } }, ['start']],
  ['a goal cannot be unknown', { goalId: null, unknownUntil: { provider: '2027-01-01' } }, ['goal']],
  ['the provider is not asked for', { provider: '' }, []],
  [
    'an activity that was taken out is not asked about, but the plan then has none',
    { offer: '', dropped: { on: today, reason: 'x' } },
    ['no-activity'],
  ],
])('PLAN-02: %s', (_, activity, expected) => {
  expect(codes(activity)).toEqual(expected)
})

test('PLAN-02: a passed date is told', () => {
  const [item] = missingForAgreement(
    { hopes: [hope], goals: [goal], activities: [anActivity({ goalId: 1, offer: '', unknownUntil: { offer: '2026-11-01' } })], terms },
    today,
  )
  expect(item).toMatchObject({ on: 'activity', code: 'offer', since: '2026-11-01' })
})

test('PLAN-08 PLAN-09: the plan begins with a hope, and own goals trace to one', () => {
  expect(missingForAgreement({ hopes: [], goals: [], activities: [], terms }, today).map((m) => m.code)).toEqual([
    'no-hope',
    'no-goal',
    'no-activity',
  ])
  const without = missingForAgreement({ hopes: [hope], goals: [aGoal({ id: 1, hopeId: null })], activities: [anActivity()], terms }, today)
  expect(without.map((m) => m.code)).toEqual(['hope'])
})

test('PLAN-11: a sector goal needs no hope; PLAN-06: nor does a step under a goal', () => {
  const goals = [goal, aGoal({ kind: 'sector', lawArea: 'school-act', hopeId: null, sector: 'education' }), aGoal({ level: 2, parentId: 1, hopeId: null })]
  expect(missingForAgreement({ hopes: [hope], goals, activities: [anActivity()], terms }, today)).toEqual([])
})

test('PLAN-02: an activity under a goal that was taken out needs a new goal', () => {
  const dropped = aGoal({ id: 2, dropped: { on: today, reason: 'Nået' } })
  expect(
    missingForAgreement({ hopes: [hope], goals: [goal, dropped], activities: [anActivity({ goalId: 2 })], terms }, today).map((m) => m.code),
  ).toEqual(['goal-dropped'])
})

test('PLAN-02: answering a field never makes more fields missing (property)', () => {
  const day = fc.option(fc.constantFrom('2026-10-01', '2026-11-22', '2027-01-01'), { nil: null })
  const activity = fc.record({
    goalId: fc.option(fc.constant(1), { nil: null }),
    offer: fc.constantFrom('', 'Støtte'),
    start: day,
    end: day,
    minutesPerWeek: fc.option(fc.integer({ min: 1, max: 600 }), { nil: null }),
  })
  fc.assert(
    fc.property(activity, fc.constantFrom('offer' as const, 'start' as const, 'end' as const, 'hours' as const), (a, field) => {
      const before = codes(a)
      const after = codes({ ...a, unknownUntil: { [field]: '2027-06-01' } })
      return after.every((c) => before.includes(c)) && !after.includes(field)
    }),
  )
})
