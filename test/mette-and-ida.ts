import type { Actor, World } from '#app/consent/world.ts'
import { emptyWorld, type RandomWorld, type RecordRow } from './random-world.ts'

/* The family of the numbered access cases, as plain facts: for the pure function and, filled in, for the database. */

export const NOW = '2026-11-20T09:01:00.000Z' // a Friday, 10.01 in Denmark
export const SATURDAY = '2026-11-21T09:00:00.000Z'
export const [METTE, IDA, JONAS, ALI, FATHER] = [1, 2, 3, 4, 5] as const
export const STAFF = { teacher: 1, coordinator: 2, manager: 3, jobcentre: 4, duty: 5, family: 6, intake: 7 } as const
export const always = { valid_from: '2020-01-01', valid_until: null }
let municipality = 0

/** Mette (34) and Ida (9) live together, Mette holds sole custody; teacher and coordinator are assigned. */
export function base(): RandomWorld {
  const m = { municipality_id: ++municipality }
  const a = { ...m, ...always }
  const letters = Array.from(String(municipality)).map((d) => String.fromCharCode(97 + Number(d))).join('')
  const person = (id: number, first_name: string, born: string) => ({ ...m, id, first_name, born })
  const inCase = [METTE, IDA, JONAS, ALI, FATHER]
  return {
    ...emptyWorld(),
    municipality: [{ ...m, code: `k-${letters}`, name: 'K' }],
    department: [{ ...m, id: 1, code: 'd', name: 'D', sector: 'education' }],
    project: [{ ...m, id: 1, code: 'p', name: 'P', pack: 'x', valid_from: '2020-01-01' }],
    law_age: [{ ...a, id: 1, code: 'health-alone', years: 15 }],
    signer_rule: (
      [
        ['*', 18, 150, 'self'],
        ['*', 0, 14, 'all-holders'],
        ['*', 15, 17, 'young-person-and-holders'],
        ['health', 15, 17, 'young-person-alone'],
      ] as const
    ).map(([category, age_from, age_until, rule], id) => ({ ...a, id: id + 1, purpose: '*', category, age_from, age_until, rule })),
    consent_duration: ['health', 'psychiatry', 'general-practice', 'addiction'].map((from_sector, id) => ({
      ...a,
      id: id + 1,
      from_sector,
      months: 12,
    })),
    pack_role: (
      [
        ['assignment', 'teacher'],
        ['assignment', 'coordinator'],
        ['assignment', 'case-worker'],
        ['break-glass', 'child-protection-duty'],
        ['child-protection', 'child-protection-duty'],
      ] as const
    ).map(([kind, role], id) => ({ ...a, id: id + 1, kind, role, sector: null, verbs: kind === 'assignment' ? ['create', 'change'] : [] })),
    person: [
      person(METTE, 'Mette', '1992-05-01'),
      person(IDA, 'Ida', '2017-05-01'),
      person(JONAS, 'Jonas', '1990-01-01'),
      person(ALI, 'Ali', '2010-03-01'),
      person(FATHER, 'Omar', '1980-01-01'),
    ],
    staff: Object.entries(STAFF).map(([username, id]) => ({ ...m, id, username, name: username, person_id: null })),
    post: Object.entries(STAFF).map(([name, staff_id], id) => ({
      ...a,
      id: id + 1,
      staff_id,
      department_id: 1,
      role: name === 'duty' ? 'child-protection-duty' : 'worker',
    })),
    project_role: [{ ...a, id: 1, project_id: 1, staff_id: STAFF.manager, role: 'project-manager' }],
    family_case: [{ ...m, id: 1, project_id: 1, number: 'N1', name: 'F' }],
    case_person: inCase.map((person_id, id) => ({ ...a, id: id + 1, case_id: 1, person_id, role: 'family' })),
    household: [
      { ...a, id: 1, case_id: 1 },
      { ...a, id: 2, case_id: 1 },
    ],
    household_member: (
      [
        [1, METTE],
        [1, IDA],
        [1, ALI],
        [2, JONAS],
      ] as const
    ).map(([household_id, person_id], id) => ({ ...a, id: id + 1, household_id, case_id: 1, person_id })),
    custody: [
      { ...a, id: 1, child_id: IDA, holder_id: METTE },
      { ...a, id: 2, child_id: ALI, holder_id: METTE },
      { ...a, id: 3, child_id: ALI, holder_id: FATHER },
    ],
    assignment: [assigned(m, 1, STAFF.teacher, 'teacher', 'education'), assigned(m, 2, STAFF.coordinator, 'coordinator', 'coordination')],
  }
}
export const assigned = (m: { municipality_id: number }, id: number, staff_id: number, role: string, sector: string, more = {}) => ({
  municipality_id: m.municipality_id,
  ...always,
  id,
  case_id: 1,
  staff_id,
  role,
  sector,
  ...more,
})
export const m = (w: RandomWorld) => ({ municipality_id: w.family_case[0]?.municipality_id ?? 0 })
export const staff = (w: RandomWorld, name: keyof typeof STAFF): Actor => ({ kind: 'staff', ...m(w), id: STAFF[name] })
export const member = (w: RandomWorld, id: number): Actor => ({ kind: 'member', ...m(w), id })

export function agree(
  w: RandomWorld,
  subject_id: number,
  from: string,
  to: string,
  category: string,
  signers: number[],
  more: Partial<World['consent'][number]> = {},
) {
  const id = w.consent.length + 1
  w.consent.push({
    ...m(w),
    id,
    case_id: 1,
    subject_id,
    purpose: 'coordination',
    from_sectors: [from],
    to_sectors: [to],
    categories: [category],
    valid_from: '2026-10-01',
    valid_until: null,
    withdrawn_at: null,
    given_how: 'signed',
    ...more,
  })
  for (const signer_id of signers)
    w.consent_signer.push({
      ...m(w),
      id: w.consent_signer.length + 1,
      consent_id: id,
      signer_id,
      signed_at: `${more.valid_from ?? '2026-10-01'}T10:00:00.000Z`,
      refused_at: null,
    })
}
/** Case 1: Mette consents for herself and Ida, coordination → education, plan. */
export function case1(): RandomWorld {
  const w = base()
  for (const subject of [METTE, IDA]) agree(w, subject, 'coordination', 'education', 'plan', [METTE])
  return w
}
export function record(w: RandomWorld, sector: string, category: string, subjects: number[], more: Partial<RecordRow> = {}): RecordRow {
  const row: RecordRow = {
    ...m(w),
    id: w.trial_note.length + 1,
    body: 'b',
    case_id: 1,
    sector,
    category,
    subjects,
    visibility: 'staff',
    household_shared: false,
    shielded_from: [],
    author_staff_id: null,
    author_person_id: null,
    stated_by_sector: null,
    stated_by_name: null,
    stated_on: null,
    stated_channel: null,
    on_behalf_of_person: null,
    on_behalf_channel: null,
    on_behalf_on: null,
    replaced_by: null,
    ...more,
  }
  w.trial_note.push(row)
  return row
}
