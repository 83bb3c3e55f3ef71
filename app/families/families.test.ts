import { expect, test } from 'vitest'
import {
  ageOf,
  byAge,
  casesTaken,
  holdersElsewhere,
  householdOf,
  isChild,
  livingIn,
  missingIn,
  NewFamily,
  PersonInput,
  personName,
  personsOnce,
} from './families.ts'
import { AddPerson, SetContact } from './inputs.ts'

const today = '2026-11-22'
const since = { validFrom: '2026-01-01', validUntil: null }

test('UDR-16: the family is listed with adults first, children after them and the unborn last', () => {
  const people = [
    { kind: 'unborn', born: null, name: 'next' },
    { kind: 'person', born: '2017-05-01', name: 'Ida' },
    { kind: 'person', born: '1992-01-01', name: 'Mette' },
  ] as const
  expect(byAge(people).map((p) => p.name)).toEqual(['Mette', 'Ida', 'next'])
})

test('an unborn child has a due date for a name, no age, and is a child', () => {
  const unborn = { kind: 'unborn', firstName: '', lastName: '', born: null, due: '2026-12-04', died: null } as const
  expect(personName('da', unborn)).toBe('Ventet barn (termin 4. december 2026)')
  expect(personName('en', unborn)).toBe('Expected child (due 4 December 2026)')
  expect(ageOf(unborn, today)).toBeNull()
  expect(isChild(unborn, today)).toBe(true)
})

test('VIS-02: a child may live in two homes; its household is everybody in either of them, by date', () => {
  const memberships = [
    { householdId: 1, personId: 1, ...since },
    { householdId: 1, personId: 3, ...since },
    { householdId: 2, personId: 2, ...since },
    { householdId: 2, personId: 3, ...since },
    { householdId: 1, personId: 4, validFrom: '2026-01-01', validUntil: '2026-11-21' },
  ]
  expect(new Set(householdOf(memberships, 3, today))).toEqual(new Set([1, 2]))
  expect(householdOf(memberships, 1, today)).toEqual([3])
  expect(livingIn(memberships, 1, '2026-11-21')).toEqual([1, 3, 4])
})

test('custody is apart from residence: a holder who lives elsewhere is found', () => {
  const memberships = [
    { householdId: 1, personId: 1, ...since },
    { householdId: 1, personId: 3, ...since },
  ]
  const custody = [
    { childId: 3, holderId: 1, ...since },
    { childId: 3, holderId: 2, ...since },
  ]
  expect(holdersElsewhere(custody, memberships, 3, today)).toEqual([2])
})

test('what is missing: a coordinator, a holder of custody, a home', () => {
  const person = (id: number, born: string) => ({
    id,
    kind: 'person' as const,
    firstName: 'X',
    lastName: '',
    born,
    due: null,
    died: null,
    language: 'da',
    interpreter: false,
    revision: 1,
    role: 'family' as const,
  })
  const f = {
    people: [person(1, '1990-01-01'), person(2, '2020-01-01')],
    memberships: [{ householdId: 1, personId: 1, ...since }],
    custody: [],
    coordinator: null,
  }
  expect(missingIn(f, today)).toEqual([{ code: 'no-coordinator' }, { code: 'no-custody', personId: 2 }, { code: 'no-home', personId: 2 }])
  expect(
    missingIn(
      {
        ...f,
        memberships: [...f.memberships, { householdId: 1, personId: 2, ...since }],
        custody: [{ childId: 2, holderId: 1, ...since }],
        coordinator: 'Anna',
      },
      today,
    ),
  ).toEqual([])
})

test('capacity counts cases; national figures count a person once, also when in two cases', () => {
  const cases = [
    { id: 1, decision: 'accepted', closed: false, personIds: [1, 2, 3] },
    { id: 2, decision: 'accepted', closed: false, personIds: [3, 4] },
    { id: 3, decision: 'waiting', closed: false, personIds: [5] },
    { id: 4, decision: 'accepted', closed: true, personIds: [6] },
  ] as const
  const mutable = cases.map((c) => ({ ...c, personIds: [...c.personIds] }))
  expect(casesTaken(mutable)).toBe(2)
  expect(personsOnce(mutable)).toBe(4)
})

test.each([
  [{ firstName: 'Mette', born: '1992-08-14' }, true],
  [{ firstName: '', born: '1992-08-14' }, false],
  [{ firstName: 'Mette' }, false],
  [{ kind: 'unborn', due: '2027-02-01' }, true],
  [{ kind: 'unborn' }, false],
  [{ kind: 'network', firstName: 'Karen' }, true],
  [{ kind: 'network', firstName: 'Karen', lastName: 'Berg' }, false],
  [{ kind: 'network', firstName: 'Karen', cpr: '7401010123' }, false],
  [{ firstName: 'Mette', born: '1992-08-14', cpr: 'no' }, false],
  [{ firstName: 'Mette', born: '1992-08-15', cpr: '740892-0001' }, false],
])('UDR-16: what a person needs: %j is accepted: %s', (input, ok) => {
  expect(PersonInput.safeParse(input).success).toBe(ok)
})

test('form values are understood: ids as text, checkbox as "on", empty dates as none', () => {
  const parsed = AddPerson.parse({
    caseId: '4',
    firstName: ' Ida ',
    born: '2017-05-01',
    due: '',
    interpreter: 'on',
    householdId: '',
    from: '',
  })
  expect(parsed).toMatchObject({
    caseId: 4,
    firstName: 'Ida',
    due: null,
    interpreter: true,
    householdId: null,
    from: null,
    role: 'family',
    cpr: null,
  })
})

test('a chosen channel needs what it uses', () => {
  expect(SetContact.safeParse({ caseId: 1, personId: 1, channel: 'sms' }).success).toBe(false)
  expect(SetContact.safeParse({ caseId: 1, personId: 1, channel: 'sms', phone: '20304050' }).success).toBe(true)
  expect(SetContact.safeParse({ caseId: 1, personId: 1, channel: 'letter' }).success).toBe(true)
})

test('a new family without a referral is only an import', () => {
  const family = {
    projectId: 1,
    name: 'Sørensen',
    households: [{ key: 'a' }],
    people: [{ key: 'm', firstName: 'Mette', born: '1992-08-14', households: ['a'] }],
  }
  expect(NewFamily.safeParse({ ...family, referral: null }).success).toBe(true)
  expect(NewFamily.safeParse({ ...family, referral: { yesOn: '2026-11-01', yesForm: 'spoken', reason: 'Vil gerne' } }).success).toBe(true)
  expect(NewFamily.safeParse(family).success).toBe(false)
})
