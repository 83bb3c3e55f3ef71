import type { AccessRecord, Actor, SignerRuleName, World } from '#app/consent/world.ts'
import {
  BORN,
  CATEGORIES,
  days,
  hours,
  DAYS,
  INSTANTS,
  instants,
  LONG_AGO,
  PEOPLE,
  POST_ROLES,
  type Random,
  random,
  SECTORS,
  STAFF,
} from './random-draws.ts'
import { ledger, records } from './random-ledger.ts'

/*
 * Small random worlds for the access rules: a few people, families and staff of one or two municipalities, with everything that decides
 * access drawn at random, dates close together and ids that repeat across municipalities on purpose. Rare events are made likely.
 */

export type RecordRow = AccessRecord & {
  id: number
  body: string
  stated_by_sector: string | null
  stated_by_name: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  replaced_by: number | null
}
/** A world and what the database needs beside the facts (names and other filling). */
export type RandomWorld = { [K in keyof World]: (World[K][number] & Row)[] } & {
  municipality: Row[]
  project: Row[]
  department: Row[]
  trial_note: RecordRow[]
  trial_goal: RecordRow[]
}
type Row = Record<string, unknown>

/** The order in which a world's tables are filled. */
export const TABLES = [
  'municipality',
  'law_age',
  'signer_rule',
  'consent_duration',
  'pack_role',
  'department',
  'person',
  'staff',
  'post',
  'project',
  'project_role',
  'family_case',
  'case_person',
  'household',
  'household_member',
  'custody',
  'assignment',
  'referral',
  'closure',
  'disqualification',
  'break_glass',
  'reasoned_opening',
  'shield',
  'address_protection',
  'consent',
  'consent_signer',
  'legal_basis',
  'trial_note',
  'trial_goal',
] as const satisfies (keyof RandomWorld)[]

export const emptyWorld = (): RandomWorld => ({
  municipality: [],
  law_age: [],
  signer_rule: [],
  consent_duration: [],
  pack_role: [],
  department: [],
  person: [],
  staff: [],
  post: [],
  project: [],
  project_role: [],
  family_case: [],
  case_person: [],
  household: [],
  household_member: [],
  custody: [],
  assignment: [],
  referral: [],
  closure: [],
  disqualification: [],
  break_glass: [],
  reasoned_opening: [],
  shield: [],
  address_protection: [],
  consent: [],
  consent_signer: [],
  legal_basis: [],
  trial_note: [],
  trial_goal: [],
})

/** The world of that seed. Its municipalities are 1000 + 2·seed and the next, so worlds live side by side in one database. */
export function randomWorld(seed: number): { world: RandomWorld; r: Random; actors: Actor[] } {
  const r = random(seed)
  const w = emptyWorld()
  const first = 1000 + 2 * seed
  for (const m of r.chance(0.2) ? [first, first + 1] : [first]) municipality(w, r, m)
  const actors = w.municipality.flatMap((x) => [
    ...STAFF.map((id) => ({ kind: 'staff', municipality_id: Number(x['municipality_id']), id }) as const),
    ...PEOPLE.map((id) => ({ kind: 'member', municipality_id: Number(x['municipality_id']), id }) as const),
  ])
  return { world: w, r, actors }
}

/** Somebody and an instant for which a rare rule decides: a grant in force, a case just closed, a decision on a referral. */
export function moment(w: RandomWorld, r: Random, actors: Actor[]): { actor: Actor; at: string } {
  const staff = (x: { municipality_id: number }, id: number) => ({ kind: 'staff', municipality_id: x.municipality_id, id }) as const
  const rare = [
    ...[...w.break_glass, ...w.reasoned_opening].map((x) => ({
      actor: staff(x, x.staff_id),
      at: hours(x.until, r.one([-1, -1, -1, 0, 1])),
    })),
    ...w.closure.map((x) => ({
      actor: staff(
        x,
        r.one([
          ...w.project_role.filter((p) => p.role === 'project-manager'),
          ...w.assignment.filter((a) => a.role === 'coordinator'),
          ...w.assignment,
        ])?.staff_id ?? 1,
      ),
      at: r.one(INSTANTS),
    })),
    ...w.referral.flatMap((x) => [
      { actor: staff(x, x.referred_by), at: r.one(INSTANTS) },
      ...w.project_role.filter((p) => p.role === 'intake-team').map((p) => ({ actor: staff(x, p.staff_id), at: r.one(INSTANTS) })),
    ]),
  ]
  return rare.length > 0 && r.chance(0.35) ? r.one(rare) : { actor: r.one(actors), at: r.one(INSTANTS) }
}

function municipality(w: RandomWorld, r: Random, municipality_id: number): void {
  const m = { municipality_id }
  let id = 1
  const letters = Array.from(String(municipality_id)).map((d) => String.fromCharCode(97 + Number(d))).join('')
  w.municipality.push({ ...m, code: `k-${letters}`, name: `Kommune ${municipality_id}` })
  rules(w, r, municipality_id)
  for (const p of PEOPLE) w.person.push({ ...m, id: p, born: r.one(BORN), first_name: `P${p}` })
  w.department.push({ ...m, id: 1, code: 'd', name: 'D', sector: 'education' })
  for (const s of STAFF) {
    w.staff.push({ ...m, id: s, person_id: r.chance(0.08) ? r.one(PEOPLE) : null, username: `s${s}`, name: `S${s}` })
    if (r.chance(0.93)) w.post.push({ ...m, id: id++, staff_id: s, department_id: 1, role: r.one(POST_ROLES), ...days(r) })
  }
  for (const p of [1, 2]) {
    w.project.push({ ...m, id: p, code: `p${p}`, name: 'X', pack: 'x', valid_from: LONG_AGO })
    if (r.chance(0.6)) w.project_role.push({ ...m, id: id++, project_id: p, staff_id: r.one(STAFF), role: 'project-manager', ...days(r) })
    for (const role of ['intake-team', 'economist'] as const)
      for (const s of r.some(STAFF, 0.3)) {
        w.project_role.push({ ...m, id: id++, project_id: p, staff_id: s, role, ...days(r) })
      }
  }
  for (const child of PEOPLE)
    for (const holder of r.some(
      PEOPLE.filter((p) => p !== child),
      0.3,
    )) {
      w.custody.push({ ...m, id: id++, child_id: child, holder_id: holder, ...days(r) })
    }
  for (const c of r.chance(0.5) ? [1, 2] : [1]) familyCase(w, r, municipality_id, c, () => id++)
  for (let n = r.int(3) - 1; n > 0; n--)
    w.shield.push({
      ...m,
      id: id++,
      case_id: 1,
      person_a: n,
      person_b: n + 1 + r.int(4 - n),
      reason: 'r',
      set_by: 1,
      ...days(r),
      lifted_at: r.chance(0.8) ? null : r.one(INSTANTS),
    })
  if (r.chance(0.25)) w.address_protection.push({ ...m, id: id++, person_id: r.one(PEOPLE), ...days(r) })
}

function rules(w: RandomWorld, r: Random, municipality_id: number): void {
  const m = { municipality_id }
  let id = 1
  if (r.chance(0.85)) w.law_age.push({ ...m, id: id++, code: 'health-alone', years: r.one([13, 15, 16]), ...days(r) })
  const young = r.one([13, 15])
  const rule = (purpose: string, category: string, age_from: number, age_until: number, name: SignerRuleName) =>
    w.signer_rule.push({
      ...m,
      id: id++,
      purpose,
      category,
      age_from,
      age_until,
      rule: name,
      ...(r.chance(0.85) ? { valid_from: LONG_AGO, valid_until: null } : days(r)),
    })
  if (r.chance(0.9)) {
    rule('*', '*', 18, 150, 'self')
    rule('*', '*', 0, young - 1, 'all-holders')
    rule('*', '*', young, 17, 'young-person-and-holders')
  }
  if (r.chance(0.5)) rule('*', 'health', young, 17, 'young-person-alone')
  if (r.chance(0.25)) rule('coordination', '*', 0, 12, 'resident-parent')
  if (r.chance(0.2))
    rule(
      'coordination',
      r.one(CATEGORIES),
      0,
      17,
      r.one(['all-holders', 'young-person-and-holders', 'resident-parent', 'young-person-alone']),
    )
  for (const [from_sector, months] of [
    ['psychiatry', 12],
    ['education', 6],
    ['*', 11],
  ] as const) {
    if (r.chance(0.4))
      w.consent_duration.push({
        ...m,
        id: id++,
        from_sector,
        months,
        ...(r.chance(0.8) ? { valid_from: LONG_AGO, valid_until: null } : days(r)),
      })
  }
  const role = (kind: World['pack_role'][number]['kind'], name: string, verbs: string[], sector: string | null = null) =>
    w.pack_role.push({
      ...m,
      id: id++,
      kind,
      role: name,
      sector,
      verbs,
      ...(r.chance(0.9) ? { valid_from: LONG_AGO, valid_until: null } : days(r)),
    })
  role('assignment', 'coordinator', ['create', 'change'])
  role('assignment', 'recorder', ['create'])
  role('assignment', 'reader', [])
  role('assignment', 'worker', ['create', 'change'], r.chance(0.3) ? 'education' : null)
  role('break-glass', 'duty', [])
  role('child-protection', 'duty', [])
  role('child-protection', 'guard', [])
}

function familyCase(w: RandomWorld, r: Random, municipality_id: number, case_id: number, next: () => number): void {
  const m = { municipality_id, case_id }
  w.family_case.push({ municipality_id, id: case_id, project_id: r.one([1, 2]), number: `N${case_id}`, name: 'F' })
  const people = r.someOne(PEOPLE, 0.75)
  for (const p of people) w.case_person.push({ ...m, id: next(), person_id: p, role: 'family', ...days(r) })
  for (let n = 1 + r.int(2); n--;) {
    const household = next()
    w.household.push({ ...m, id: household, ...(r.chance(0.8) ? { valid_from: LONG_AGO, valid_until: null } : days(r)) })
    for (const p of r.some(people, 0.6)) w.household_member.push({ ...m, id: next(), household_id: household, person_id: p, ...days(r) })
  }
  if (r.chance(0.5)) {
    const [referred_at, decided_at] = instants(r)
    w.referral.push({
      ...m,
      id: next(),
      referred_by: r.one(STAFF),
      sector: r.one(SECTORS),
      referred_at,
      yes_on: LONG_AGO,
      yes_form: 'spoken',
      reason: '',
      decided_at,
      decision: decided_at === null ? null : r.one(['accepted', 'refused', 'waiting'] as const),
    })
  }
  if (r.chance(0.3)) {
    const [closed_at, reopened_at] = instants(r)
    w.closure.push({
      ...m,
      id: next(),
      closed_at: r.chance(0.5)
        ? r.one(['2026-03-20T10:00:00.000Z', '2026-01-28T12:00:00.000Z', '2026-01-27T22:30:00.000Z', '2026-01-28T23:30:00.000Z'])
        : closed_at,
      reopened_at,
      reason: 'r',
      // The days around those on which the rules are asked.
      portal_until: r.chance(0.3) ? null : r.one(DAYS),
    })
  }
  let coordinator = false
  for (const s of STAFF)
    for (let n = r.chance(0.45) ? 0 : 1 + r.int(2); n--;) {
      const role: string = !coordinator && r.chance(0.3) ? 'coordinator' : r.one(['worker', 'recorder', 'reader'])
      coordinator ||= role === 'coordinator'
      w.assignment.push({
        ...m,
        id: next(),
        staff_id: s,
        role,
        sector: role === 'coordinator' ? 'coordination' : r.one(SECTORS),
        ...days(r),
      })
    }
  if (r.chance(0.15)) {
    const [valid_from, ended_at] = instants(r)
    w.disqualification.push({ ...m, id: next(), staff_id: r.one(STAFF), kind: 'declared', valid_from, ended_at })
  }
  if (r.chance(0.3)) {
    const granted_at = r.one(INSTANTS)
    w.break_glass.push({ ...m, id: next(), staff_id: r.one(STAFF), reason: 'r', granted_at, until: hours(granted_at, 1 + r.int(4)) })
  }
  if (r.chance(0.3)) {
    const opened_at = r.one(INSTANTS)
    const managers = w.project_role
      .filter((p) => p.municipality_id === m.municipality_id && p.role === 'project-manager')
      .map((p) => p.staff_id)
    w.reasoned_opening.push({
      ...m,
      id: next(),
      staff_id: r.one(managers.length > 0 ? managers : STAFF),
      category: r.one(['logbook', 'thread'] as const),
      reason: 'r',
      opened_at,
      until: hours(opened_at, 4),
    })
  }
  ledger(w, r, m, people, next)
  records(w, r, m, people, next)
}
