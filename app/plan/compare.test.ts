import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agreementState, childIsHeard } from './agreement.ts'
import { comparePlans } from './compare.ts'
import { goalTree, flatten, mergeOrder, moveGoal } from './goal-order.ts'
import { MakeVersion, minutesFromHours, RecordAgreement, WriteHope } from './plan.ts'
import { aGoal, aHope, anActivity } from './testing.ts'

const empty = { hopes: [], goals: [], activities: [], terms: [] }

test('PLAN-05: two versions in plain words: new, changed, taken out', () => {
  const stays = aHope({ id: 1 })
  const before = {
    hopes: [stays],
    goals: [aGoal({ id: 2, title: 'Ro om morgenen' })],
    activities: [anActivity({ id: 3 }), anActivity({ id: 4, what: 'Svømning' })],
    terms: [],
  }
  const after = {
    hopes: [stays, aHope({ id: 5, words: 'Et job' })],
    goals: [aGoal({ id: 2, title: 'Rolige morgener' })],
    activities: [anActivity({ id: 3, minutesPerWeek: 180 })],
    terms: [],
  }
  expect(comparePlans(before, after)).toEqual([
    { what: 'hope', id: 5, kind: 'new', title: 'Et job', fields: [] },
    {
      what: 'goal',
      id: 2,
      kind: 'changed',
      title: 'Rolige morgener',
      fields: [{ field: 'title', before: 'Ro om morgenen', after: 'Rolige morgener' }],
    },
    { what: 'activity', id: 3, kind: 'changed', title: 'Morgenstøtte', fields: [{ field: 'minutes', before: 120, after: 180 }] },
    { what: 'activity', id: 4, kind: 'out', title: 'Svømning', fields: [] },
  ])
})

test('PLAN-05: nothing compared with itself; what was dropped is out; a new revision with the same text is no change', () => {
  const plan = { ...empty, goals: [aGoal({ id: 2 })] }
  expect(comparePlans(plan, plan)).toEqual([])
  expect(comparePlans(plan, { ...empty, goals: [{ ...plan.goals[0]!, revision: 9 }] })).toEqual([])
  expect(comparePlans(plan, { ...empty, goals: [{ ...plan.goals[0]!, dropped: { on: '2026-11-22', reason: 'Nået' } }] })).toMatchObject([
    { kind: 'out' },
  ])
})

test("PLAN-09 PLAN-11: the family's own goals come first, in the order the family gave; a sector's never first", () => {
  const goals = [
    aGoal({ id: 1, kind: 'sector', sector: 'education' }),
    aGoal({ id: 2 }),
    aGoal({ id: 3 }),
    aGoal({ id: 4, parentId: 3, level: 2 }),
    aGoal({ id: 5, parentId: 99, level: 2 }),
  ]
  expect(flatten(goalTree(goals, [1, 3, 2, 5])).map((g) => g.id)).toEqual([3, 4, 2, 5, 1])
})

test('PLAN-22: ordering what one sees leaves the unseen where it is', () => {
  expect(mergeOrder([1, 2, 3, 4], [4, 1])).toEqual([4, 2, 3, 1])
  expect(mergeOrder([], [2, 1])).toEqual([2, 1])
  expect(mergeOrder([1, 2], [2, 7])).toEqual([1, 2, 7])
  expect(mergeOrder([1], [2, 2])).toEqual([1, 2])
})

test('PLAN-22: a goal moves among its siblings; at the end it stays', () => {
  const tree = goalTree([aGoal({ id: 1 }), aGoal({ id: 2 }), aGoal({ id: 3, parentId: 2, level: 2 })], [1, 2])
  expect(moveGoal(tree, 2, 'up')).toEqual([2, 3, 1])
  expect(moveGoal(tree, 1, 'up')).toEqual([1, 2, 3])
  expect(moveGoal(tree, 3, 'down')).toEqual([1, 2, 3])
})

test('PLAN-14: disagreement is an answer; only silence waits', () => {
  const asked = [
    { personId: 1, child: false },
    { personId: 2, child: true },
  ]
  const given = (personId: number, answer: 'agree' | 'disagree' | null, notHeardReason = '') => ({ personId, answer, notHeardReason })
  expect(agreementState(asked, [given(1, 'agree')])).toEqual({ state: 'waiting', waitingFor: [2] })
  expect(agreementState(asked, [given(1, 'disagree'), given(2, 'agree')]).state).toBe('with-disagreement')
  expect(agreementState(asked, [given(1, 'agree'), given(2, null, 'Er for lille')]).state).toBe('agreed')
  expect(childIsHeard({ heardBy: 'Line', heardOn: null, notHeardReason: '' })).toBe(false)
  expect(childIsHeard({ heardBy: '', heardOn: null, notHeardReason: 'Er for lille' })).toBe(true)
})

test.each([
  ['2', 120],
  ['1,5', 90],
  ['0.25', 15],
  ['', null],
  ['to', 'to'],
])('hours typed as %s', (typed, minutes) => {
  expect(minutesFromHours(typed)).toBe(minutes)
})

test('PLAN-14: forms: a checkbox is a yes, an answer or a reason is needed', () => {
  expect(MakeVersion.parse({ caseId: '1', atMeeting: 'on', agreedOn: '', nextFollowUpOn: '' })).toMatchObject({
    caseId: 1,
    atMeeting: true,
    agreedOn: null,
  })
  expect(RecordAgreement.safeParse({ caseId: 1, number: 1, personId: 2 }).success).toBe(false)
  expect(RecordAgreement.safeParse({ caseId: 1, number: 1, personId: 2, notHeardReason: 'Er for lille' }).success).toBe(true)
  expect(WriteHope.safeParse({ caseId: 1, words: '  ' }).error?.issues[0]?.path).toEqual(['words'])
})

test('PLAN-05: comparing the other way round turns new into taken out (property)', () => {
  const plans = fc
    .uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 9 }), title: fc.constantFrom('A', 'B') }), { selector: (g) => g.id })
    .map((goals) => ({ ...empty, goals: goals.map((g) => aGoal(g)) }))
  fc.assert(
    fc.property(plans, plans, (a, b) => {
      const kinds = (of: ReturnType<typeof comparePlans>, kind: string) =>
        of
          .filter((c) => c.kind === kind)
          .map((c) => c.id)
          .toSorted((x, y) => x - y)
      const [there, back] = [comparePlans(a, b), comparePlans(b, a)]
      expect(kinds(there, 'new')).toEqual(kinds(back, 'out'))
      expect(kinds(there, 'changed')).toEqual(kinds(back, 'changed'))
    }),
  )
})

test('PLAN-22: an order never loses a goal, and the unseen ones keep their places (property)', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 12 }))
  fc.assert(
    fc.property(ids, ids, (stored, wanted) => {
      const merged = mergeOrder(stored, wanted)
      expect(merged.toSorted((a, b) => a - b)).toEqual([...new Set([...stored, ...wanted])].toSorted((a, b) => a - b))
      for (const id of stored.filter((x) => !wanted.includes(x))) expect(merged.indexOf(id)).toBe(stored.indexOf(id))
      // Of the wanted ones each stands in the wanted order.
      expect(merged.filter((id) => wanted.includes(id))).toEqual(wanted)
    }),
  )
})
