import { expect, test } from 'vitest'
import { appointmentProblem, type Assignment, caseloads, missingCoordinator } from './coordinators.ts'
import { familyState, type FamilyFacts } from './family-state.ts'
import { answersTemplate, deviates, intakeBlockers, type IntakeFacts, missingConsents, placesFree } from './intake.ts'
import { blockerText } from './blocker-text.ts'
import { AskQuestion, personsFromForm, pointsToSomebody, PeopleStep, ReferredPerson } from './referral.ts'
import { AnswerCriteria, answersFromForm, asAnswers } from './screening.ts'

const ready: IntakeFacts = {
  today: '2026-11-22',
  computed: 'meets',
  missing: [],
  withoutConsent: [],
  hearings: [],
  placesFree: 3,
  capacity: 25,
  decided: false,
}
const yes = { decision: 'accepted', deviationReason: '', noHearingReason: '' } as const
const no = { ...yes, decision: 'refused' } as const
const codes = (facts: Partial<IntakeFacts>, wish: Parameters<typeof intakeBlockers>[1]) =>
  intakeBlockers({ ...ready, ...facts }, wish).map((one) => one.code)

test('CON-02: without the two consents the intake team cannot accept', () => {
  expect(codes({}, yes)).toEqual([])
  expect(codes({ withoutConsent: ['Ida'] }, yes)).toEqual(['consent-missing'])
  expect(codes({ withoutConsent: ['Ida'] }, { ...yes, decision: 'waiting' })).toEqual([])
})
test('CON-02: each person needs each of the consents that taking part asks for', () => {
  const template = (code: string) => ({
    code,
    purpose: 'coordination',
    fromSectors: ['employment'],
    toSectors: ['coordination'],
    categories: ['plan'],
    chosen: false,
  })
  const given = (subjectId: number, code: string | null) => ({
    subjectId,
    purpose: 'coordination',
    template: code,
    fromSectors: ['employment', 'health'],
    toSectors: ['coordination'],
    categories: ['plan'],
  })
  const both = [template('plan'), template('meeting')]
  expect(missingConsents(both, [{ id: 1 }, { id: 2 }], [given(1, 'plan'), given(1, 'meeting'), given(2, 'plan')])).toEqual([
    { person: { id: 2 }, template: 'meeting' },
  ])
  expect(answersTemplate(given(1, null), template('plan'))).toBe(true)
  expect(answersTemplate(given(1, null), { ...template('plan'), chosen: true })).toBe(false)
  expect(answersTemplate({ ...given(1, 'plan'), purpose: 'evaluation' }, template('plan'))).toBe(false)
})
test('VIS-08: a deviation from the computed result needs a reason', () => {
  expect(codes({ computed: 'does-not-meet' }, yes)).toEqual(['deviation-reason'])
  expect(codes({ computed: 'does-not-meet' }, { ...yes, deviationReason: 'Barnet kan komme hjem igen' })).toEqual([])
  expect(codes({}, { ...no, noHearingReason: 'Familien sagde selv nej' })).toEqual(['deviation-reason'])
  expect(deviates('does-not-meet', 'waiting')).toBe(true)
  expect(deviates('meets', 'waiting')).toBe(false)
})
test('VIS-08: no yes on answers that are not there', () => {
  expect(codes({ computed: 'unanswered', missing: ['Kontanthjælp?'] }, { ...yes, deviationReason: 'x' })).toEqual(['unanswered'])
})
test('VIS-14: a no only after the family was heard, or with the reason why not', () => {
  expect(codes({ computed: 'does-not-meet' }, no)).toEqual(['hearing'])
  const hearing = { answerBy: '2026-11-30', answeredOn: null }
  const answered = { ...hearing, answeredOn: '2026-11-22' }
  const outside = { computed: 'does-not-meet' } as const
  expect(codes({ ...outside, hearings: [hearing] }, no)).toEqual(['hearing-open'])
  expect(codes({ ...outside, hearings: [answered, hearing] }, no)).toEqual(['hearing-open'])
  expect(codes({ ...outside, hearings: [hearing], today: '2026-12-01' }, no)).toEqual([])
  expect(codes({ ...outside, hearings: [answered] }, no)).toEqual([])
})
test('VIS-17: never more families than places; the waiting list is always possible', () => {
  expect(codes({ placesFree: 0 }, yes)).toEqual(['full'])
  expect(codes({ placesFree: 0 }, { ...yes, decision: 'waiting' })).toEqual([])
  expect(codes({ placesFree: null }, yes)).toEqual([])
  expect([placesFree(25, 24), placesFree(25, 26), placesFree(null, 3)]).toEqual([1, 0, null])
})
test('VIS-14: decided once; not on a day to come', () => {
  expect(codes({ decided: true }, yes)).toEqual(['decided'])
  expect(codes({}, { ...yes, decidedOn: '2026-11-23' })).toEqual(['future'])
})
test('every blocker is a sentence in both languages', () => {
  for (const locale of ['da', 'en'] as const)
    expect(blockerText(locale, { code: 'consent-missing', people: ['Mette', 'Ida'] })).toContain(
      locale === 'da' ? 'Mette og Ida' : 'Mette and Ida',
    )
})

const facts: FamilyFacts = {
  referredOn: '2026-10-01',
  consentInPlace: false,
  screenedOn: null,
  decision: null,
  coordinatorSince: null,
  planBegunOn: null,
  agreedOn: null,
  closedOn: null,
}
test('VIS-21: the state of a family follows from what has happened', () => {
  const state = (more: Partial<FamilyFacts>) => {
    const { state, next } = familyState({ ...facts, ...more })
    return [state, next]
  }
  expect(state({})).toEqual(['referred', 'consent'])
  expect(state({ consentInPlace: true })).toEqual(['consent', 'screened'])
  expect(state({ consentInPlace: true, screenedOn: '2026-10-05' })).toEqual(['screened', 'accepted'])
  const taken = { consentInPlace: true, screenedOn: '2026-10-05', decision: { decision: 'accepted', on: '2026-10-06' } } as const
  expect(state(taken)).toEqual(['accepted', 'coordinator'])
  expect(state({ ...taken, coordinatorSince: '2026-10-07', planBegunOn: '2026-10-10' })).toEqual(['plan-begun', 'agreed'])
  expect(state({ decision: { decision: 'refused', on: '2026-10-06' } })).toEqual(['refused', null])
  expect(state({ decision: { decision: 'waiting', on: '2026-10-06' } })[0]).toBe('waiting')
  expect(state({ ...taken, closedOn: '2026-11-01' })).toEqual(['closed', null])
})
test('VIS-21: a consent withdrawn later does not send a family with a plan back to the start', () => {
  const { state, next } = familyState({
    ...facts,
    decision: { decision: 'accepted', on: '2026-10-06' },
    screenedOn: '2026-10-05',
    coordinatorSince: '2026-10-07',
    planBegunOn: '2026-10-10',
    agreedOn: '2026-10-20',
  })
  expect([state, next]).toEqual(['agreed', 'consent'])
})

const assigned = (staffId: number, role: string, from = '2026-01-01', until: string | null = null, caseId = 1): Assignment => ({
  id: staffId,
  caseId,
  staffId,
  role,
  sector: 'coordination',
  from,
  until,
})
const wish = (staffId: number, as: 'primary' | 'secondary', from = '2026-11-22') => ({ staffId, as, from })
const two = { model: 'primary-and-secondary', mayBeCaseworker: false } as const
test('KOO-07: one primary coordinator at a time', () => {
  expect(appointmentProblem([assigned(1, 'coordinator')], wish(2, 'primary'), two)).toBe('primary-taken')
  expect(appointmentProblem([assigned(1, 'coordinator', '2026-01-01', '2026-11-21')], wish(2, 'primary'), two)).toBe(null)
  expect(appointmentProblem([assigned(1, 'coordinator', '2026-01-01', '2026-11-22')], wish(2, 'primary'), two)).toBe('primary-taken')
})
test('KOO-02: a secondary only where the project has two; nobody is both', () => {
  expect(appointmentProblem([assigned(1, 'coordinator')], wish(2, 'secondary'), { ...two, model: 'primary' })).toBe('no-secondary')
  expect(appointmentProblem([assigned(1, 'coordinator')], wish(2, 'secondary'), two)).toBe(null)
  expect(appointmentProblem([assigned(1, 'coordinator')], wish(1, 'secondary'), two)).toBe('both')
})
test('KOO-06: the family’s own caseworker coordinates only where the pack allows it', () => {
  const team = [assigned(3, 'employment-caseworker')]
  expect(appointmentProblem(team, wish(3, 'primary'), two)).toBe('own-caseworker')
  expect(appointmentProblem(team, wish(3, 'primary'), { ...two, mayBeCaseworker: true })).toBe(null)
})
test('KOO-02: Thisted asks for a secondary, Hedensted does not', () => {
  const team = [assigned(1, 'coordinator')]
  expect(missingCoordinator([], 'primary', '2026-11-22')).toBe('primary')
  expect(missingCoordinator(team, 'primary', '2026-11-22')).toBe(null)
  expect(missingCoordinator(team, 'primary-and-secondary', '2026-11-22')).toBe('secondary')
})
test('KOO-02: both caseloads of a worker, today only', () => {
  const loads = caseloads(
    [
      assigned(1, 'coordinator'),
      assigned(1, 'coordinator', '2026-01-01', null, 2),
      assigned(1, 'secondary-coordinator', '2026-01-01', null, 3),
      assigned(1, 'coordinator', '2026-01-01', '2026-02-01', 4),
      assigned(2, 'teacher'),
    ],
    '2026-11-22',
  )
  expect([...loads]).toEqual([[1, { primary: [1, 2], secondary: [3] }]])
})

test('VIS-02: a person needs a birthday or a CPR number; an unborn child a due date', () => {
  const person = { firstName: 'Ida', lastName: 'Sørensen', part: 'child' }
  const fields = (raw: object) => ReferredPerson.safeParse(raw).error?.issues.map((issue) => issue.path.join('.')) ?? []
  expect(fields(person)).toEqual(['born'])
  expect(fields({ ...person, born: '2017-03-04' })).toEqual([])
  expect(fields({ ...person, cpr: '6403171234' })).toEqual([])
  expect(fields({ ...person, cpr: '6403171234', born: '2017-03-05' })).toEqual(['cpr'])
  expect(fields({ ...person, cpr: '12' })).toEqual(['cpr'])
  expect(fields({ firstName: 'Lille', part: 'unborn' })).toEqual(['due'])
})
test('a referral needs an adult who said yes', () => {
  const mette = { firstName: 'Mette', lastName: 'Sørensen', part: 'adult', born: '1992-01-01' }
  expect(PeopleStep.safeParse({ familyName: 'Sørensen', persons: [mette] }).success).toBe(false)
  expect(PeopleStep.safeParse({ familyName: 'Sørensen', persons: [{ ...mette, saidYes: 'on' }] }).success).toBe(true)
  expect(PeopleStep.safeParse({ familyName: 'Sørensen', persons: [{ ...mette, part: 'child', saidYes: 'on' }] }).success).toBe(false)
})
test('rows of the form become people; an empty row is left out', () => {
  const persons = personsFromForm({
    'persons.0.firstName': 'Mette',
    'persons.0.born.day': '4',
    'persons.0.born.month': '3',
    'persons.0.born.year': '1992',
    'persons.0.part': 'adult',
    'persons.1.firstName': '',
    'persons.1.part': 'child',
  })
  expect(persons).toHaveLength(1)
  expect(persons[0]).toMatchObject({ firstName: 'Mette', born: '1992-03-04' })
})
test('a question without identity refuses numbers and addresses', () => {
  for (const text of ['Hun har 010190-1234', 'Ring 12 34 56 78', 'De bor Lærkevej 12', 'skriv til a@b.dk'])
    expect(pointsToSomebody(text)).toBe(true)
  expect(pointsToSomebody('Kan en familie være med, når den ene er i praktik 15 timer om ugen?')).toBe(false)
  expect(AskQuestion.safeParse({ departmentId: 1, question: 'Kan de være med?' }).success).toBe(false)
})
test('VIS-08: a draft of the screening saves with anything missing', () => {
  const answers = answersFromForm({ 'answer.a': 'yes', 'evidence.a': ' Mette, siden maj ', 'revision.a': '2', 'evidence.b': 'Ida' })
  const parsed = AnswerCriteria.parse({ caseId: '1', answers })
  expect(parsed.answers).toEqual([
    { criterion: 'a', answer: 'yes', evidence: 'Mette, siden maj', revision: 2 },
    { criterion: 'b', answer: null, evidence: 'Ida', revision: null },
  ])
  expect(Object.keys(asAnswers(parsed.answers))).toEqual(['a'])
})
