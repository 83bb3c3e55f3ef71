import { createHash, randomBytes } from 'node:crypto'
import type { Context } from '#app/platform/context.ts'
import { addDays, addYears } from '#app/platform/time/plain-date.ts'
import type { TestDatabase } from './database.ts'

/*
 * A small municipality for tests: departments, staff with their posts, a project, the rules access needs, and one family. Everything is
 * written as the owner in plain SQL, so a world never depends on the verbs that are under test. All names are invented.
 */

/** username → [name, post role, department's sector, project role] */
const STAFF = {
  coordinator: ['Anna Holm', 'coordinator', 'coordination', null],
  coordinator2: ['Peter Bak', 'coordinator', 'coordination', null],
  teacher: ['Line Krogh', 'worker', 'education', null],
  jobcentre: ['Karim Aziz', 'worker', 'employment', null],
  familyWorker: ['Sofie Lund', 'authority-officer', 'family-department', null],
  healthVisitor: ['Bodil Friis', 'worker', 'health', null],
  intake: ['Tove Riis', 'intake-team', 'coordination', 'intake-team'],
  dutyOfficer: ['Niels Dam', 'child-protection-duty', 'family-department', null],
  projectManager: ['Hanne Kjær', 'project-manager', 'coordination', 'project-manager'],
  economist: ['Ole Toft', 'economist', 'coordination', 'economist'],
  steering: ['Grethe Busk', 'steering-group', 'coordination', 'steering-group'],
  administrator: ['Jens Ager', 'administrator', 'coordination', null],
} as const
export type StaffName = keyof typeof STAFF

/** The assignment role and sector that a member of staff gets in a family. */
const ASSIGNED_AS: Partial<Record<StaffName, [role: string, sector: string]>> = {
  coordinator: ['coordinator', 'coordination'],
  coordinator2: ['secondary-coordinator', 'coordination'],
  teacher: ['teacher', 'education'],
  jobcentre: ['employment-caseworker', 'employment'],
  familyWorker: ['family-caseworker', 'family-department'],
  healthVisitor: ['health-visitor', 'health'],
}
const MUNICIPALITIES: Record<number, [code: string, name: string]> = { 766: ['hedensted', 'Hedensted'], 787: ['thisted', 'Thisted'] }
const SECTORS = [
  'coordination',
  'employment',
  'family-department',
  'adult-social',
  'health',
  'education',
  'addiction',
  'psychiatry',
  'housing',
  'general-practice',
  'civil-society',
]
const LONG_AGO = '2020-01-01'

export type FamilyOptions = {
  /** Who is assigned, since long ago. Default coordinator and teacher. */
  assigned?: StaffName[]
  /** The other parent: lives elsewhere with a household of his own and shares custody (`shared`), has none (`contact`), or is not there (default). */
  jonas?: 'none' | 'shared' | 'contact'
  /** Still in intake: referred by the family worker, not decided. Default: taken in. */
  inIntake?: boolean
  /** Ages today; Ida 9 and Mette 34 by default. */
  ages?: { mette?: number; ida?: number; jonas?: number }
  /** Day the ages are counted from. */
  today?: string
  name?: string
}
export type Family = {
  caseId: number
  number: string
  householdId: number
  /** Ids by first name: mette, ida, and jonas (0 when there is no Jonas). */
  people: { mette: number; ida: number; jonas: number }
}
export type World = Family & {
  municipalityId: number
  projectId: number
  departments: Record<string, number>
  staff: Record<StaffName, number>
  /** A context with a real session: of a member of staff, or of mette, ida, jonas. */
  ctxFor: (name: StaffName | 'mette' | 'ida' | 'jonas') => Context
  /** The same for anybody by id; opens a session. */
  openSession: (kind: Context['actor']['kind'], id: number) => Promise<Context>
}

/** A municipality (766 Hedensted unless said) with its staff and one family. Call again with another municipality for a neighbour. */
export async function aWorld(t: TestDatabase, opts: FamilyOptions & { municipality?: number } = {}): Promise<World> {
  const m = opts.municipality ?? 766
  const [code, name] = MUNICIPALITIES[m] ?? [`kommune-${String.fromCharCode(97 + (m % 26))}`, `Kommune ${m}`]
  await t.owner.query('insert into municipality values ($1, $2, $3) on conflict do nothing', [m, code, name])
  await accessRules(t, m)
  const departments: Record<string, number> = {}
  for (const sector of SECTORS)
    departments[sector] = await insert(t, 'department', { municipality_id: m, code: sector, name: `Afdeling ${sector}`, sector })
  const projectId = await insert(t, 'project', {
    municipality_id: m,
    code: 'familier',
    name: 'Familier på vej',
    pack: code,
    capacity: 20,
    valid_from: LONG_AGO,
  })
  const staff = await staffOf(t, m, departments, projectId)
  const family = await aFamily(t, { municipalityId: m, projectId, staff }, opts)
  const openSession = (kind: Context['actor']['kind'], id: number) => openSessionFor(t, m, kind, id)
  const contexts: Record<string, Context> = {}
  for (const [who, id] of Object.entries(staff)) contexts[who] = await openSession('staff', id)
  for (const [who, id] of Object.entries(family.people)) if (id) contexts[who] = await openSession('member', id)
  const ctxFor = (who: string): Context => {
    const found = contexts[who]
    if (!found) throw new Error(`nobody called ${who} in this world`)
    return found
  }
  return { municipalityId: m, projectId, departments, staff, ...family, ctxFor, openSession }
}

/** The same world with one more family in place of its first: a test's own, whose members have sessions by their names. */
export async function aHome(t: TestDatabase, world: World, opts: FamilyOptions = {}): Promise<World> {
  const family = await aFamily(t, world, opts)
  const people = Object.entries(family.people).filter(([, id]) => id)
  const members = new Map<string, Context>(await Promise.all(people.map(async ([name, id]) => [name, await world.openSession('member', id)] as const)))
  return { ...world, ...family, ctxFor: (name) => members.get(name) ?? world.ctxFor(name) }
}

let families = 0
/** One more family in a world: Mette and Ida together, Jonas elsewhere if asked for. */
export async function aFamily(
  t: TestDatabase,
  w: Pick<World, 'municipalityId' | 'projectId' | 'staff'>,
  opts: FamilyOptions = {},
): Promise<Family> {
  const m = { municipality_id: w.municipalityId }
  const number = `T-${++families}`
  const caseId = await insert(t, 'family_case', {
    ...m,
    project_id: w.projectId,
    number,
    name: opts.name ?? 'Sørensen',
    created_at: LONG_AGO,
  })
  const born = (age: number) => addDays(addYears(opts.today ?? new Date().toISOString().slice(0, 10), -age), -100)
  const person = (first_name: string, age: number) =>
    insert(t, 'person', { ...m, first_name, last_name: opts.name ?? 'Sørensen', born: born(age) })
  const ages = { mette: 34, ida: 9, jonas: 36, ...opts.ages }
  const mette = await person('Mette', ages.mette)
  const ida = await person('Ida', ages.ida)
  const jonas = opts.jonas && opts.jonas !== 'none' ? await person('Jonas', ages.jonas) : 0
  const householdId = await insert(t, 'household', { ...m, case_id: caseId, name: 'Mette', valid_from: LONG_AGO })
  const since = { ...m, valid_from: LONG_AGO }
  for (const id of [mette, ida]) {
    await insert(t, 'case_person', { ...since, case_id: caseId, person_id: id, role: 'family' })
    await insert(t, 'household_member', { ...since, household_id: householdId, case_id: caseId, person_id: id })
  }
  await insert(t, 'custody', { ...since, child_id: ida, holder_id: mette })
  await insert(t, 'relation', { ...since, person_id: mette, other_id: ida, kind: 'parent' })
  if (jonas) {
    await insert(t, 'case_person', { ...since, case_id: caseId, person_id: jonas, role: 'other-parent' })
    await insert(t, 'relation', { ...since, person_id: jonas, other_id: ida, kind: 'parent' })
    if (opts.jonas === 'shared') await insert(t, 'custody', { ...since, child_id: ida, holder_id: jonas })
  }
  const decided = opts.inIntake ? {} : { decided_at: '2020-01-15', decision: 'accepted' }
  await insert(t, 'referral', {
    ...m,
    case_id: caseId,
    referred_by: w.staff.familyWorker,
    sector: 'family-department',
    referred_at: LONG_AGO,
    yes_on: LONG_AGO,
    yes_form: 'spoken',
    reason: 'Familien vil gerne have en samlet plan',
    ...decided,
  })
  for (const who of opts.assigned ?? ['coordinator', 'teacher']) await assign(t, w, caseId, who)
  return { caseId, number, householdId, people: { mette, ida, jonas } }
}

/** Assigns a member of staff to a case; role and sector as usual for them unless given. */
export function assign(
  t: TestDatabase,
  w: Pick<World, 'municipalityId' | 'staff'>,
  caseId: number,
  who: StaffName,
  as: { role?: string; sector?: string; from?: string; until?: string } = {},
): Promise<number> {
  const [role, sector] = ASSIGNED_AS[who] ?? ['observer', 'coordination']
  return insert(t, 'assignment', {
    municipality_id: w.municipalityId,
    case_id: caseId,
    staff_id: w.staff[who],
    role: as.role ?? role,
    sector: as.sector ?? sector,
    valid_from: as.from ?? LONG_AGO,
    valid_until: as.until ?? null,
  })
}

/** A consent with its signatures, as the owner writes it. Signers default to the holders of custody of a child in this world: Mette, and the subject when adult. */
export async function consent(
  t: TestDatabase,
  w: Pick<World, 'municipalityId' | 'caseId' | 'people'>,
  c: {
    subject: number
    from: string[]
    to: string[]
    categories: string[]
    purpose?: string
    signers?: number[]
    validFrom?: string
    validUntil?: string
  },
): Promise<number> {
  const m = { municipality_id: w.municipalityId }
  const from = c.validFrom ?? new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10)
  const id = await insert(t, 'consent', {
    ...m,
    case_id: w.caseId,
    subject_id: c.subject,
    purpose: c.purpose ?? 'coordination',
    from_sectors: c.from,
    to_sectors: c.to,
    categories: c.categories,
    valid_from: from,
    valid_until: c.validUntil ?? null,
    given_how: 'signed',
  })
  for (const signer of c.signers ?? [w.people.mette]) {
    await insert(t, 'consent_signer', {
      ...m,
      consent_id: id,
      signer_id: signer,
      asked_at: from,
      asked_channel: 'meeting',
      signed_at: from,
      signed_how: 'signed',
    })
  }
  return id
}

/** The audit log, oldest first: what tests look at after a verb. */
export async function auditRows(t: TestDatabase, event?: string): Promise<AuditRow[]> {
  const { rows } = await t.owner.query<AuditRow>(
    `select seq::int, municipality_id, actor_kind, actor_id::int, event, outcome, case_id::int, person_ids::int[], shelf_ids::int[],
    bases, details, search_terms from audit_log where $1::text is null or event = $1 order by municipality_id, seq`,
    [event ?? null],
  )
  return rows
}
export type AuditRow = {
  seq: number
  municipality_id: number
  actor_kind: string
  actor_id: number
  event: string
  outcome: string
  case_id: number | null
  person_ids: number[]
  shelf_ids: number[]
  bases: string[]
  details: Record<string, unknown>
  search_terms: Buffer | null
}

/** Inserts a row as the owner and gives its id. */
export async function insert(t: TestDatabase, table: string, row: Record<string, unknown>): Promise<number> {
  const names = Object.keys(row)
  const { rows } = await t.owner.query<{ id: string }>(
    `insert into ${table} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')}) returning id`,
    Object.values(row),
  )
  return Number(rows[0]?.id)
}

async function staffOf(
  t: TestDatabase,
  m: number,
  departments: Record<string, number>,
  projectId: number,
): Promise<Record<StaffName, number>> {
  const ids: Partial<Record<StaffName, number>> = {}
  for (const [username, [name, role, sector, projectRole]] of Object.entries(STAFF) as [StaffName, (typeof STAFF)[StaffName]][]) {
    const id = await insert(t, 'staff', { municipality_id: m, username, name })
    await insert(t, 'post', { municipality_id: m, staff_id: id, department_id: departments[sector], role, valid_from: LONG_AGO })
    if (projectRole)
      await insert(t, 'project_role', { municipality_id: m, project_id: projectId, staff_id: id, role: projectRole, valid_from: LONG_AGO })
    ids[username] = id
  }
  return ids as Record<StaffName, number>
}

async function accessRules(t: TestDatabase, m: number): Promise<void> {
  const since = { municipality_id: m, valid_from: LONG_AGO }
  for (const [code, years] of [
    ['adult', 18],
    ['health-alone', 15],
  ] as const)
    await insert(t, 'law_age', { ...since, code, years })
  for (const [category, from, until, rule] of [
    ['*', 18, 150, 'self'],
    ['*', 0, 14, 'all-holders'],
    ['*', 15, 17, 'young-person-and-holders'],
    ['health', 15, 17, 'young-person-alone'],
  ])
    await insert(t, 'signer_rule', { ...since, purpose: '*', category, age_from: from, age_until: until, rule })
  for (const from_sector of ['health', 'psychiatry', 'general-practice', 'addiction'])
    await insert(t, 'consent_duration', { ...since, from_sector, months: 12 })
  await insert(t, 'legal_basis_rule', {
    ...since,
    paragraph: 'retssikkerhedsloven § 11 c',
    from_sectors: ['family-department'],
    to_sectors: ['education', 'health'],
    categories: ['assessment', 'education', 'health'],
    longest_days: 120,
    roles: ['authority-officer', 'child-protection-duty', 'child-protection-manager', 'family-caseworker'],
  })
  for (const role of ['child-protection-duty', 'child-protection-manager']) {
    await insert(t, 'pack_role', { ...since, kind: 'break-glass', role })
    await insert(t, 'pack_role', { ...since, kind: 'child-protection', role })
    await insert(t, 'pack_role', { ...since, kind: 'authority', role, sector: 'family-department' })
  }
  await insert(t, 'pack_role', { ...since, kind: 'authority', role: 'authority-officer', sector: 'family-department' })
  for (const [role, sector] of Object.values(ASSIGNED_AS))
    await insert(t, 'pack_role', { ...since, kind: 'assignment', role, sector, verbs: ['create', 'change'] })
  await insert(t, 'pack_role', { ...since, kind: 'assignment', role: 'observer', sector: 'coordination', verbs: [] })
}

/** A session as signing in would make it: the token is ours, the database keeps its hash. */
async function openSessionFor(t: TestDatabase, m: number, kind: Context['actor']['kind'], id: number): Promise<Context> {
  const token = randomBytes(32).toString('base64url')
  await t.owner.query(
    'insert into access.session (token_hash, municipality_id, kind, actor_id, created_at, last_seen_at, expires_at, idle_until) values ($1, $2, $3, $4, $5, $5, $6, $6)',
    [createHash('sha256').update(token).digest(), m, kind, id, LONG_AGO, '2150-01-01'],
  )
  const now = new Date().toISOString()
  return { municipalityId: m, actor: { kind, id, name: `${kind} ${id}` }, token, now, today: now.slice(0, 10), locale: 'da' }
}
