import { expect, test } from 'vitest'
import { nextStepOf, type StepFacts } from './next-step.ts'

const facts = (over: Partial<StepFacts> = {}): StepFacts => ({
  caseId: 12,
  state: 'referred',
  next: null,
  missing: 0,
  waitingFor: 0,
  followUpOn: null,
  may: { consent: true, decide: true, appoint: true, hope: true, agree: true },
  ...over,
})

test('VIS-21: the first way, one step after the other, each with its place', () => {
  const way = (['consent', 'screened', 'accepted', 'coordinator', 'plan-begun', 'agreed'] as const).map((next) =>
    nextStepOf(facts({ next })),
  )
  expect(way.map((s) => [s?.code, s?.href])).toEqual([
    ['consent', '/familier/12/samtykke'],
    ['screen', '/familier/12/optagelse#kriterier'],
    ['decide', '/familier/12/optagelse#beslutning'],
    ['coordinator', '/projekt/koordinatorer'],
    ['plan-begin', '/familier/12/planen?ret=haab#haab'],
    ['agree', '/familier/12/planen/aftal'],
  ])
})
test('what is missing comes before agreeing', () =>
  expect(nextStepOf(facts({ next: 'agreed', missing: 2 }))).toMatchObject({ code: 'plan-ready', href: '/familier/12/planen#mangler' }))
test("somebody else's step is shown, not offered", () =>
  expect(
    nextStepOf(facts({ next: 'accepted', may: { consent: true, decide: false, appoint: false, hope: false, agree: false } })),
  ).toMatchObject({ code: 'decide', allowed: false }))
test('after the agreement: answers that are missing, then the follow-up, then nothing', () => {
  expect(nextStepOf(facts({ state: 'agreed', waitingFor: 1, followUpOn: '2026-12-04' }))).toMatchObject({ code: 'answers' })
  expect(nextStepOf(facts({ state: 'agreed', followUpOn: '2026-12-04' }))).toMatchObject({ code: 'follow-up' })
  expect(nextStepOf(facts({ state: 'agreed' }))).toBeNull()
})
test('a closed or refused family has no next step', () => {
  expect(nextStepOf(facts({ state: 'closed', followUpOn: '2026-12-04' }))).toBeNull()
  expect(nextStepOf(facts({ state: 'refused', waitingFor: 1 }))).toBeNull()
})
