import { beforeAll, expect, test } from 'vitest'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { dumpSchema } from '../db/dump-schema.ts'
import { pastGuards } from './bulk-load.ts'
import { seedRegistrations } from './registrations.ts'
import { seedSynthetic } from './synthetic.ts'

const wish = { municipalities: 1, families: 12, months: 10, youngest: 4, random: 7, today: '2026-11-22' }
let t: TestDatabase
let app: string
beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  app = new URL(t.appUrl.replace('@/', '@localhost/')).username
  await seedSynthetic(t.owner, { ...wish, registered: 3 }, () => {})
}, 120_000)
const rows = async (text: string) => (await t.owner.query<Record<string, unknown>>(text)).rows
const values = () => rows('select person_id, indicator, month, number, second, choice, how, judged_month, shelf_id from progression_value order by 1, 2, 3')

test('PROG-03: the invented families have their months, real and kept, on the shelves a trigger would choose; the same every time', async () => {
  const first = await values()
  expect(first.length).toBeGreaterThan(300)
  expect(first.filter((v) => v['how'] === 'carried').length).toBeGreaterThan(10)
  expect(await rows('select from progression_value v join shelf s on s.municipality_id = v.municipality_id and s.id = v.shelf_id where s.subjects <> v.subjects or s.case_id <> v.case_id or s.category <> v.category or s.author_staff_id is distinct from v.author_staff_id')).toEqual([])
  expect((await rows('select from registration_month')).length).toBeGreaterThan(10)
  await t.owner.query('delete from progression_value')
  expect(await rows('select from progression_rollup')).toEqual([])
  await t.owner.query('delete from registration_month')
  await seedRegistrations(t.owner, { municipalities: [901], from: 0, until: 2, random: 7, today: wish.today })
  expect(await values()).toEqual(first)
})

test('more months later are added to the sums, which are what a recount gives; a row written by hand is looked at as before', async () => {
  await seedRegistrations(t.owner, { municipalities: [901], from: 3, until: 3, random: 7, today: wish.today })
  expect(await rows('select max(month) as month from progression_rollup')).toEqual([{ month: 3 }])
  expect(await rows(`with again as (select array(select s from access.standing_of(901, null, null, null) s) as series), sums as (select x.* from again cross join lateral access.sums_of(again.series, 1) x)
    (table progression_rollup except table sums) union all (table sums except table progression_rollup)`)).toEqual([])
  const stray = t.owner.query(`insert into progression_value (municipality_id, case_id, person_id, indicator, month, number, how, judged_month, sector, category, visibility, subjects)
    select municipality_id, case_id, person_id, indicator, month, 1, 'judged', month, sector, category, visibility, subjects from progression_value limit 1`)
  await expect(stray).rejects.toThrow(/one_stands/)
})

test('a load past the guards leaves the schema as it was', async () => {
  const before = await dumpSchema(t.owner, app)
  await t.owner.query('begin')
  await pastGuards(t.owner, 'progression_value', async () => {})
  await t.owner.query('commit')
  expect(await dumpSchema(t.owner, app)).toBe(before)
  expect(await rows("select from pg_trigger where tgrelid = 'progression_value'::regclass and tgenabled <> 'O'")).toEqual([])
  expect(await rows("select relforcerowsecurity as forced from pg_class where oid = 'progression_value'::regclass")).toEqual([{ forced: true }])
})
