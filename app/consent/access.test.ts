import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccessDatabase, accessDatabase } from '#test/access-database.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import {
  agree, ALI, always, assigned, base, case1, FATHER, IDA, JONAS, m, member, METTE, NOW, record, SATURDAY, staff, STAFF,
} from '#test/mette-and-ida.ts'
import type { RandomWorld, RecordRow } from '#test/random-world.ts'
import { canRead, canReplace, canSeeCase, canSeePerson, canWrite, readBasis, whoCanRead } from './access.ts'
import { consentState } from './access-signers.ts'
import type { Actor } from './world.ts'

/* The 24 cases of the access rules by number, each asked of the pure function and of the database. */

let t: TestDatabase
let db: AccessDatabase
beforeAll(async () => {
  t = await createTestDatabase()
  db = await accessDatabase(t)
})
afterAll(() => db.app.end())

/** Opens a transaction of the serving login as that actor at that instant; everything is undone after it. */
async function inDatabase<T>(actor: Actor, at: string, work: () => Promise<T>): Promise<T> {
  await db.app.query('begin')
  try {
    await db.app.query('select access.enter_as($1, $2, $3, $4)', [actor.kind, actor.municipality_id, actor.id, at])
    return await work()
  } finally {
    await db.app.query('rollback')
  }
}
const value = async <T>(text: string, values: unknown[]): Promise<T> => (await db.app.query<{ v: T }>(text, values)).rows[0]?.v as T
const filled = new Set<RandomWorld>()

/** The answer of function and database, which must be one; and the basis. */
async function reads(w: RandomWorld, actor: Actor, r: RecordRow, at = NOW): Promise<string | false> {
  if (!filled.has(w)) await db.fill(w)
  filled.add(w)
  const basis = readBasis(w, actor, r, at)?.kind ?? false
  const found = await inDatabase(actor, at, () =>
    value<string[] | null>('select access.bases(array[shelf_id]) as v from trial_note where id = $1', [r.id]),
  )
  expect(found?.[0] ?? false).toBe(basis)
  return basis
}
async function attempt(w: RandomWorld, actor: Actor, statement: string, values: unknown[], at = NOW): Promise<boolean> {
  if (!filled.has(w)) await db.fill(w)
  filled.add(w)
  return inDatabase(actor, at, async () => {
    try {
      return (await db.app.query(statement, values)).rowCount === 1
    } catch (error) {
      if ((error as { code?: string }).code !== '42501') throw error
      return false
    }
  })
}
const edits = (w: RandomWorld, actor: Actor, r: RecordRow, at = NOW) =>
  attempt(w, actor, 'update trial_note set body = $2 where id = $1', [r.id, 'x'], at)
const inserts = (w: RandomWorld, actor: Actor, r: RecordRow, at = NOW) =>
  attempt(
    w,
    actor,
    `insert into trial_note (id, municipality_id, body, case_id, sector, category, visibility, subjects,
  stated_by_name, stated_by_sector, stated_on, stated_channel) values (1000, $1, 'new', 1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
    [
      r.municipality_id,
      r.sector,
      r.category,
      r.visibility,
      r.subjects,
      r.stated_by_name,
      r.stated_by_sector,
      r.stated_on,
      r.stated_channel,
    ],
    at,
  )

test('case 1: a consent opens the school goal to the teacher', async () => {
  const w = case1()
  const goal = record(w, 'coordination', 'plan', [IDA])
  expect(await reads(w, staff(w, 'teacher'), goal)).toBe('consent')
  expect(readBasis(w, staff(w, 'teacher'), goal, NOW)?.covers).toEqual([{ kind: 'consent', id: 2 }])
})
test('case 2: a goal of Mette and Ida together', async () => {
  const w = case1()
  expect(await reads(w, staff(w, 'teacher'), record(w, 'coordination', 'plan', [METTE, IDA]))).toBe('consent')
})
test('case 3: Jonas shares custody and has not signed', async () => {
  const w = case1()
  w.custody.push({ ...m(w), ...always, id: 9, child_id: IDA, holder_id: JONAS })
  expect(await reads(w, staff(w, 'teacher'), record(w, 'coordination', 'plan', [IDA]))).toBe(false)
})
test('case 4: nothing opens Mette’s psychiatric note to the teacher', async () => {
  const w = case1()
  expect(await reads(w, staff(w, 'teacher'), record(w, 'psychiatry', 'health', [METTE]))).toBe(false)
})
test('case 5: withdrawn at 9.00, page open since 8.00', async () => {
  const w = case1()
  for (const c of w.consent) c.withdrawn_at = '2026-11-20T09:00:00.000Z'
  const goal = record(w, 'coordination', 'plan', [IDA])
  expect(await reads(w, staff(w, 'teacher'), goal, '2026-11-20T08:59:00.000Z')).toBe('consent')
  expect(await reads(w, staff(w, 'teacher'), goal, '2026-11-20T09:01:00.000Z')).toBe(false)
})
test('case 6: the coordinator knows no more than the family shares', async () => {
  const w = case1()
  expect(await reads(w, staff(w, 'coordinator'), record(w, 'psychiatry', 'health', [METTE]))).toBe(false)
})
test('case 7: a confirmed legal basis opens the note on Ida’s safety', async () => {
  const w = case1()
  const basis = {
    ...m(w),
    id: 1,
    case_id: 1,
    subject_id: IDA,
    from_sectors: ['family-department'],
    to_sectors: ['education'],
    categories: ['assessment'],
    valid_from: '2026-10-01',
    valid_until: '2027-01-01',
    registered_at: '2026-10-01T08:00:00.000Z',
    confirm_by: '2026-10-03',
    confirmed_at: '2026-10-02T08:00:00.000Z',
    ended_at: null,
    paragraph: 'p',
    reason: 'r',
    registered_by: STAFF.family,
    confirmed_by: STAFF.duty,
  }
  w.legal_basis.push(basis)
  const note = record(w, 'family-department', 'assessment', [IDA])
  expect(await reads(w, staff(w, 'teacher'), note)).toBe('legal-basis')
  const unconfirmed = case1()
  unconfirmed.legal_basis.push({ ...basis, ...m(unconfirmed), confirmed_at: null, confirmed_by: null })
  const same = record(unconfirmed, 'family-department', 'assessment', [IDA])
  expect(await reads(unconfirmed, staff(unconfirmed, 'teacher'), same)).toBe(false)
  expect(await reads(unconfirmed, staff(unconfirmed, 'teacher'), same, '2026-10-03T21:00:00.000Z')).toBe('legal-basis')
})
test('case 8: the parents signed, Ali (16) did not', async () => {
  const w = base()
  w.assignment.push(assigned(m(w), 3, STAFF.jobcentre, 'case-worker', 'employment'))
  agree(w, ALI, 'coordination', 'employment', 'plan', [METTE, FATHER])
  const wish = record(w, 'coordination', 'plan', [ALI])
  expect(await reads(w, staff(w, 'jobcentre'), wish)).toBe(false)
  const all = base()
  all.assignment.push(assigned(m(all), 3, STAFF.jobcentre, 'case-worker', 'employment'))
  agree(all, ALI, 'coordination', 'employment', 'plan', [METTE, FATHER, ALI])
  expect(await reads(all, staff(all, 'jobcentre'), record(all, 'coordination', 'plan', [ALI]))).toBe('consent')
})
test('case 9: an assignment until Friday ends with Friday', async () => {
  const w = case1()
  w.assignment = [assigned(m(w), 1, STAFF.teacher, 'teacher', 'education', { valid_until: '2026-11-20' })]
  const note = record(w, 'education', 'education', [IDA])
  expect(await reads(w, staff(w, 'teacher'), note)).toBe('own-sector')
  expect(await reads(w, staff(w, 'teacher'), note, SATURDAY)).toBe(false)
  for (const [at, there] of [
    [NOW, true],
    [SATURDAY, false],
  ] as const) {
    expect(canSeeCase(w, staff(w, 'teacher'), { ...m(w), id: 1 }, at)).toBe(there)
    expect(await inDatabase(staff(w, 'teacher'), at, () => value('select count(*)::int as v from family_case', []))).toBe(there ? 1 : 0)
  }
})
test('case 10: the project manager reads the plan, not the school’s note', async () => {
  const w = base()
  expect(await reads(w, staff(w, 'manager'), record(w, 'coordination', 'plan', [IDA]))).toBe('project')
  const other = base()
  expect(await reads(other, staff(other, 'manager'), record(other, 'education', 'education', [IDA]))).toBe(false)
})
test('case 11: break-glass reads and never writes', async () => {
  const w = base()
  w.break_glass.push({
    ...m(w),
    id: 1,
    case_id: 1,
    staff_id: STAFF.duty,
    reason: 'r',
    granted_at: '2026-11-20T07:00:00.000Z',
    until: '2026-11-20T11:00:00.000Z',
  })
  const note = record(w, 'education', 'education', [IDA])
  expect(await reads(w, staff(w, 'duty'), note)).toBe('break-glass')
  expect(canWrite(w, staff(w, 'duty'), 'change', note, NOW)).toBe(false)
  expect(await edits(w, staff(w, 'duty'), note)).toBe(false)
  expect(await reads(w, staff(w, 'duty'), note, '2026-11-20T11:00:00.000Z')).toBe(false)
})
test('case 12: Mette’s address is protected, so Jonas does not see Ida’s', async () => {
  const w = base()
  w.custody.push({ ...m(w), ...always, id: 9, child_id: IDA, holder_id: JONAS })
  w.address_protection.push({ ...m(w), ...always, id: 1, person_id: METTE })
  const address = record(w, 'coordination', 'contact', [IDA], { visibility: 'family' })
  expect(await reads(w, member(w, JONAS), address)).toBe(false)
  expect(await reads(w, member(w, METTE), address)).toBe('custody')
  expect(await reads(w, member(w, IDA), address)).toBe('self')
})
test('case 13: a consent to evaluation opens nothing for the work', async () => {
  const w = base()
  for (const subject of [METTE, IDA]) agree(w, subject, 'coordination', 'education', 'plan', [METTE], { purpose: 'evaluation' })
  expect(await reads(w, staff(w, 'teacher'), record(w, 'coordination', 'plan', [IDA]))).toBe(false)
})
test('case 14: the intake team without a consent of purpose intake', async () => {
  for (const agreed of [false, true]) {
    const w = base()
    w.project_role.push({ ...m(w), ...always, id: 2, project_id: 1, staff_id: STAFF.jobcentre, role: 'intake-team' })
    w.referral.push({
      ...m(w),
      id: 1,
      case_id: 1,
      referred_by: STAFF.teacher,
      sector: 'education',
      referred_at: '2026-11-01T08:00:00.000Z',
      decided_at: null,
      decision: null,
      yes_on: '2026-11-01',
      yes_form: 'spoken',
      reason: '',
    })
    if (agreed) agree(w, IDA, 'education', 'coordination', 'intake', [METTE], { purpose: 'intake' })
    const note = record(w, 'education', 'intake', [IDA], { author_staff_id: STAFF.teacher })
    expect(await reads(w, staff(w, 'jobcentre'), note)).toBe(agreed ? 'intake' : false)
  }
})
test('case 15: a teacher’s break-glass grant opens nothing', async () => {
  const w = base()
  w.assignment = []
  w.break_glass.push({
    ...m(w),
    id: 1,
    case_id: 1,
    staff_id: STAFF.teacher,
    reason: 'r',
    granted_at: '2026-11-20T08:00:00.000Z',
    until: '2026-11-20T12:00:00.000Z',
  })
  expect(await reads(w, staff(w, 'teacher'), record(w, 'education', 'education', [IDA]))).toBe(false)
})
test('case 16: from 15 the young person alone opens health', async () => {
  const w = base()
  agree(w, ALI, 'health', 'coordination', 'health', [ALI])
  expect(await reads(w, staff(w, 'coordinator'), record(w, 'health', 'health', [ALI]))).toBe('consent')
})
test('case 17: Ali’s father does not read Ali’s health note', async () => {
  const w = base()
  const note = record(w, 'health', 'health', [ALI], { visibility: 'family' })
  const plan = record(w, 'coordination', 'plan', [ALI], { visibility: 'family' })
  expect(await reads(w, member(w, FATHER), note)).toBe(false)
  expect(await reads(w, member(w, ALI), note)).toBe('self')
  expect(await reads(w, member(w, FATHER), plan)).toBe('custody')
})
test('case 18: Mette’s addiction goal is not shared with the household', async () => {
  const w = base()
  const goal = record(w, 'addiction', 'plan', [METTE], { visibility: 'family', household_shared: false })
  expect(await reads(w, member(w, ALI), goal)).toBe(false)
  const shared = record(base(), 'coordination', 'plan', [METTE], { visibility: 'family', household_shared: true })
  const again = base()
  again.trial_note.push({ ...shared, ...m(again) })
  expect(await reads(again, member(again, ALI), { ...shared, ...m(again) })).toBe('household-shared')
})
test('case 18: health, addiction, money and assessment are not household-shared unless switched on', async () => {
  const w = base()
  await db.fill(w)
  const shared = async (sector: string, category: string) =>
    inDatabase(staff(w, 'coordinator'), NOW, () => value<boolean>('select access.shared_by_default($1, $2) as v', [sector, category]))
  for (const category of ['plan', 'activities', 'agreements', 'meetings']) expect(await shared('coordination', category)).toBe(true)
  for (const [sector, category] of [
    ['addiction', 'plan'],
    ['health', 'plan'],
    ['coordination', 'costs'],
    ['coordination', 'assessment'],
    ['coordination', 'logbook'],
  ] as const)
    expect(await shared(sector, category)).toBe(false)
})
test('case 19: a shield keeps meetings from Jonas, not Ida’s goal', async () => {
  const w = base()
  w.custody.push({ ...m(w), ...always, id: 9, child_id: IDA, holder_id: JONAS })
  w.shield.push({
    ...m(w),
    ...always,
    id: 1,
    case_id: 1,
    person_a: METTE,
    person_b: JONAS,
    reason: 'r',
    set_by: STAFF.coordinator,
    lifted_at: null,
  })
  const meeting = record(w, 'coordination', 'meetings', [IDA], { visibility: 'family', household_shared: true })
  const goal = record(w, 'coordination', 'plan', [IDA], { visibility: 'family', household_shared: true })
  expect(await reads(w, member(w, JONAS), meeting)).toBe(false)
  expect(await reads(w, member(w, JONAS), goal)).toBe('custody')
  expect(await reads(w, member(w, METTE), meeting)).toBe('custody')
})
test('case 20: a consent from health lasts twelve months', async () => {
  const w = base()
  agree(w, METTE, 'health', 'coordination', 'health', [METTE], { valid_from: '2025-10-20' })
  const note = record(w, 'health', 'health', [METTE])
  expect(await reads(w, staff(w, 'coordinator'), note)).toBe(false)
  expect(await reads(w, staff(w, 'coordinator'), note, '2026-10-20T10:00:00.000Z')).toBe('consent')
  expect(await reads(w, staff(w, 'coordinator'), note, '2026-10-21T10:00:00.000Z')).toBe(false)
  const first = w.consent[0]
  expect(first && consentState(w, first, NOW)[0]?.lastsUntil).toBe('2026-10-20')
})
test('case 21: for the coordinator who declared to know the family it does not exist', async () => {
  const w = base()
  w.disqualification.push({
    ...m(w),
    id: 1,
    case_id: 1,
    staff_id: STAFF.coordinator,
    kind: 'declared',
    valid_from: '2026-11-01T08:00:00.000Z',
    ended_at: null,
  })
  const plan = record(w, 'coordination', 'plan', [IDA])
  expect(await reads(w, staff(w, 'coordinator'), plan)).toBe(false)
  expect(canSeePerson(w, staff(w, 'coordinator'), { ...m(w), id: IDA }, NOW)).toBe(false)
  expect(
    await inDatabase(staff(w, 'coordinator'), NOW, () =>
      value('select (select count(*) from family_case) + (select count(*) from person) + (select count(*) from assignment) as v', []),
    ),
  ).toBe('0')
})
test('case 22: Ida turned 15 yesterday and has not signed', async () => {
  const w = case1()
  const ida = w.person.find((p) => p.id === IDA)
  if (ida) ida.born = '2011-11-19'
  const goal = record(w, 'coordination', 'plan', [IDA])
  expect(await reads(w, staff(w, 'teacher'), goal, '2026-11-18T12:00:00.000Z')).toBe('consent')
  expect(await reads(w, staff(w, 'teacher'), goal, NOW)).toBe(false)
  const c = w.consent[1]
  expect(c && consentState(w, c, NOW)[0]).toMatchObject({ required: [IDA, METTE], signed: [METTE], inForce: true, valid: false })
})
test('case 23: minutes after closing, marked, for sixty days', async () => {
  const w = base()
  w.closure.push({ ...m(w), id: 1, case_id: 1, closed_at: '2026-11-13T10:00:00.000Z', reopened_at: null, reason: 'r' })
  const old = record(w, 'coordination', 'plan', [IDA])
  const minutes = { ...record(w, 'coordination', 'meetings', [IDA]), visibility: 'family' as const }
  const goal = { ...minutes, category: 'plan' }
  const who = staff(w, 'coordinator')
  for (const [r, at, may] of [
    [minutes, NOW, true],
    [goal, NOW, false],
    [minutes, '2027-01-12T10:00:00.000Z', true],
    [minutes, '2027-01-13T10:00:00.000Z', false],
  ] as const) {
    expect(canWrite(w, who, 'create', r, at)).toBe(may)
    expect(await inserts(w, who, r, at)).toBe(may)
  }
  expect(
    await inDatabase(who, NOW, () =>
      value(
        `insert into trial_note (id, municipality_id, body, case_id, sector, category, visibility, subjects)
          values (1001, $1, 'x', 1, 'coordination', 'meetings', 'family', $2)
    returning late_marked as v`,
        [who.municipality_id, [IDA]],
      ),
    ),
  ).toBe(true)
  expect(await edits(w, who, old)).toBe(false)
  expect(
    await attempt(
      w,
      who,
      `insert into trial_note (id, municipality_id, body, case_id, sector, category, visibility, subjects, replaces)
        values (1001, $1, 'x', 1, 'coordination', 'plan', 'staff', $2, $3)`,
      [who.municipality_id, [IDA], old.id],
    ),
  ).toBe(true)
  expect(canWrite(w, who, 'create', old, NOW, true) && canReplace(w, who, old, old, NOW)).toBe(true)
})
test('case 24: what Line told by phone, and the school taking it over', async () => {
  const w = case1()
  const stated = { stated_by_name: 'Line', stated_by_sector: 'education', stated_on: '2026-11-03', stated_channel: 'phone' }
  const goal = record(w, 'coordination', 'plan', [IDA], { ...stated, author_staff_id: STAFF.coordinator })
  expect(await inserts(w, staff(w, 'coordinator'), goal)).toBe(true)
  expect(await reads(w, staff(w, 'teacher'), goal)).toBe('consent')
  const taken = { ...goal, sector: 'education' }
  expect(canReplace(w, staff(w, 'teacher'), goal, taken, NOW)).toBe(true)
  const statement = `insert into trial_note (id, municipality_id, body, case_id, sector, category, visibility, subjects, replaces)
    values (1002, $1, 'ours', 1, 'education', 'plan', 'staff', $2, $3) returning id`
  await inDatabase(staff(w, 'teacher'), NOW, async () => {
    const id = await value<string>(statement.replace('returning id', 'returning id as v'), [goal.municipality_id, [IDA], goal.id])
    expect(await value('select replaced_by as v from trial_note where id = $1', [goal.id])).toBe(id)
  })
  const other = case1()
  const unstated = record(other, 'coordination', 'plan', [IDA])
  expect(await attempt(other, staff(other, 'teacher'), statement, [unstated.municipality_id, [IDA], unstated.id])).toBe(false)
})
test('CON-04: who can read it, named with the basis', async () => {
  const w = case1()
  const goal = record(w, 'coordination', 'plan', [IDA], {
    visibility: 'family',
    household_shared: true,
    author_staff_id: STAFF.coordinator,
  })
  await db.fill(w)
  const actors = [
    ...Object.keys(STAFF).map((n) => staff(w, n as keyof typeof STAFF)),
    ...[METTE, IDA, JONAS, ALI, FATHER].map((p) => member(w, p)),
  ]
  const want = whoCanRead(w, goal, NOW, actors)
    .map(({ actor, basis }) => `${actor.kind} ${actor.id} ${basis.kind}`)
    .sort()
  const rows = await inDatabase(staff(w, 'coordinator'), NOW, () =>
    value<string[]>(
      `select array(select kind || ' ' || actor_id || ' ' || basis from access.readers(1, 'coordination', 'plan', 'family', $1)) as v`,
      [[IDA]],
    ),
  )
  expect(rows.sort()).toEqual(want)
  expect(want).toContain('staff 1 consent')
  const school = await inDatabase(staff(w, 'coordinator'), NOW, () =>
    value<number>('select cardinality(access.shelves_of($1, 1)) as v', [STAFF.teacher]),
  )
  expect(school).toBe(canRead(w, staff(w, 'teacher'), goal, NOW) ? 1 : 0)
  await expect(
    inDatabase(staff(w, 'teacher'), NOW, () => value('select access.shelves_of($1, 1) as v', [STAFF.coordinator])),
  ).rejects.toThrow('not allowed')
})
