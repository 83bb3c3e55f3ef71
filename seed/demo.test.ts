import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { readMyFamilies } from '#app/families/read-my-families.server.ts'
import { readFamily } from '#app/families/read-family.server.ts'
import { readIntakeQueue } from '#app/intake/read-queue.server.ts'
import { readPlan } from '#app/plan/read-plan.server.ts'
import { openDemoSession } from '#app/platform/auth/demo-session.server.ts'
import { prepareSignIn } from '#app/platform/auth/prepare.server.ts'
import { demoConfig } from '#app/platform/auth/testing.ts'
import type { Context } from '#app/platform/context.ts'
import { testKeys } from '#app/platform/crypto/keys.server.ts'
import { db } from '#app/platform/db.server.ts'
import { readFamilyLog } from '#app/rights/read-family-log.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { seedDemo } from './demo.ts'
import { signedIn } from './testing.ts'

let t: TestDatabase
beforeAll(async () => {
  t = await createTestDatabase()
  await seedDemo(t.ownerUrl, testKeys())
}, 180_000)

const STAFF = [
  'koordinator',
  'koordinator2',
  'afloeser',
  'laerer',
  'sagsbehandler-jobcenter',
  'sagsbehandler-familie',
  'sundhedsplejerske',
  'visitator',
  'vagt',
  'projektleder',
  'oekonom',
  'styregruppe',
  'administrator',
  'auditor',
]
const HERE = [...STAFF, 'mor', 'far', 'ung']

const as = (username: string): Promise<Context> => signedIn(t, username)
const caseOf = async (name: string): Promise<number> =>
  Number((await t.owner.query<{ id: string }>('select id from family_case where name = $1', [name])).rows[0]!.id)
const titles = (goals: readonly { title: string }[]) => goals.map((goal) => goal.title)

test('demo people of both municipalities and the country are there', async () => {
  const { rows } = await t.owner.query<{ username: string }>('select username from demo_login order by username')
  expect(rows.map((r) => r.username).toSorted()).toEqual(
    [...HERE, ...HERE.map((name) => `thisted-${name}`), 'mor-bagefter', 'programkontor', 'evaluator'].toSorted(),
  )
})

test('every one of them signs in by name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'helhed-demo-'))
  const config = demoConfig(folder)
  await prepareSignIn(t.ownerUrl, config)
  for (const name of [...HERE, ...HERE.map((one) => `thisted-${one}`), 'programkontor', 'evaluator']) {
    expect(await openDemoSession(db().pool, config, name), name).toContain('=')
  }
  rmSync(folder, { recursive: true })
})

test('each of them is somebody with a post, and the family members are people of a case', async () => {
  for (const name of STAFF.flatMap((one) => [one, `thisted-${one}`])) {
    const { rowCount } = await t.owner.query(
      'select from demo_login d join post p on p.municipality_id = d.municipality_id and p.staff_id = d.staff_id where d.username = $1',
      [name],
    )
    expect(rowCount, name).toBe(1)
  }
  for (const name of ['mor', 'far', 'ung', 'thisted-mor', 'thisted-far', 'thisted-ung']) {
    const { actor } = await as(name)
    expect((await t.owner.query('select from case_person where person_id = $1', [actor.id])).rowCount, name).toBe(1)
  }
})

test('the coordinator has twelve families, the substitute the one she was given', async () => {
  const mine = await readMyFamilies(await as('koordinator'), {})
  expect(mine.families).toHaveLength(12)
  expect(mine.families.every((one) => one.coordinators.length > 0)).toBe(true)
  expect((await readMyFamilies(await as('afloeser'), {})).families.map((one) => one.name)).toEqual(['Bach'])
})

test('VIS-01: one family is ready for the decision, one waits for consents, one for a place', async () => {
  for (const visitator of ['visitator', 'thisted-visitator']) {
    const { rows } = await readIntakeQueue(await as(visitator), {})
    expect(
      rows.filter((row) => row.next === 'decide' && row.result === 'meets' && !row.waiting),
      visitator,
    ).toHaveLength(1)
    expect(
      rows.filter((row) => row.next === 'consent' && !row.waiting),
      visitator,
    ).toHaveLength(1)
  }
  expect((await readIntakeQueue(await as('visitator'), {})).rows.filter((row) => row.waiting).map((row) => row.name)).toEqual(['Toft', 'Lauridsen', 'Frandsen'])
})

test('CON-01: the teacher sees Ida’s part of the plan, not Oliver’s before his father answers, and no health', async () => {
  const caseId = await caseOf('Sørensen')
  const teacher = titles((await readPlan(await as('laerer'), { caseId })).goals)
  expect(teacher).toContain('Ida kommer i skole til tiden fire dage om ugen')
  expect(teacher).toContain('Jeg finder et fritidsjob')
  expect(teacher).not.toContain('Oliver siger farvel uden at græde')
  expect(teacher).not.toContain('Oliver sover igennem de fleste nætter')
  const coordinator = titles((await readPlan(await as('koordinator'), { caseId })).goals)
  expect(coordinator).toEqual(
    expect.arrayContaining([...teacher, 'Oliver sover igennem de fleste nætter', 'Mette er i praktik 15 timer om ugen']),
  )
  await t.owner.query(
    "update consent_signer set signed_at = access.now() where signer_id in (select id from person where first_name = 'Jonas') and signed_at is null",
  )
  expect(titles((await readPlan(await as('laerer'), { caseId })).goals)).toContain('Oliver siger farvel uden at græde')
})

test('the plan is in its second version; what the children said stands there', async () => {
  const plan = await readPlan(await as('koordinator'), { caseId: await caseOf('Sørensen') })
  expect(plan.versions).toHaveLength(2)
  expect(plan.agreement?.given.map((one) => one.answer)).toEqual(expect.arrayContaining(['agree', 'partly', null]))
  const { rows } = await t.owner.query<{ title: string }>(
    "select row_before ->> 'title' as title from record_history where table_name = 'goal' and changed_at < access.now() - interval '60 days'",
  )
  expect(rows.map((r) => r.title)).toContain('Ida kommer i skole til tiden')
})

test('the mother sees her plan and who has looked; the father sees the children’s part only', async () => {
  const caseId = await caseOf('Sørensen')
  expect(titles((await readPlan(await as('mor'), { caseId })).goals)).toContain('Mette prøver to arbejdspladser af')
  const father = titles((await readPlan(await as('far'), { caseId })).goals)
  expect(father).toContain('Ida har en legeaftale hver uge')
  expect(father).not.toContain('Mette prøver to arbejdspladser af')
  const log = JSON.stringify(await readFamilyLog(await as('mor'), { caseId }))
  expect(log).toContain('Anna Holm')
  expect(log).toContain('Line Krogh')
})

test('a shield stands, an address is protected, an emergency look-up happened, an interpreter is needed', async () => {
  const coordinator = await as('koordinator')
  expect((await readFamily(coordinator, { caseId: await caseOf('Al-Rashid') })).people.some((one) => one.interpreter)).toBe(true)
  const facts = await t.owner.query<{
    shields: number
    glass: number
    addresses: number
    closed: number
    unborn: number
  }>(`select (select count(*)::int from shield) as shields,
    (select count(*)::int from break_glass) as glass, (select count(*)::int from address_protection) as addresses, (select count(*)::int from closure) as closed,
    (select count(*)::int from person where kind = 'unborn') as unborn`)
  expect(facts.rows[0]).toMatchObject({ shields: 2, glass: 2, closed: 2, unborn: 1 })
})

test('the log that was written for the past holds as a chain', async () => {
  for (const m of [766, 787]) {
    const { rows } = await t.owner.query<{ rows: string; reason: string | null }>('select rows, reason from access.verify_audit($1)', [m])
    expect(rows[0]?.reason).toBeNull()
    expect(Number(rows[0]?.rows)).toBeGreaterThan(10)
  }
})

test('every plan that was agreed had nothing missing on the day', async () => {
  const { rows } = await t.owner.query<{ id: string; name: string }>(
    'select distinct c.id, c.name from family_case c join plan_version v on v.case_id = c.id and v.municipality_id = c.municipality_id where c.municipality_id = 766',
  )
  for (const { id, name } of rows) {
    const { rows: open } = await t.owner.query(
      "select 1 from activity where case_id = $1 and dropped_on is null and offer = '' and offer_unknown_until is null",
      [id],
    )
    expect(open, name).toHaveLength(0)
  }
})
