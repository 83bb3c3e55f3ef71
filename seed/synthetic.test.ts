import { beforeAll, expect, test } from 'vitest'
import { readCpr } from '#app/platform/cpr/cpr.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { ageOn } from '#app/platform/time/plain-date.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { inventFamilies, quickCpr, seedSynthetic } from './synthetic.ts'

const wish = { municipalities: 2, families: 15, months: 24, random: 42, today: '2026-11-22' }
/** Every row but what is encrypted with a fresh nonce or stamped by the clock. */
const SAME = {
  person: '*',
  family_case: 'municipality_id, id, number, name',
  case_person: '*',
  household: '*',
  household_member: '*',
  custody: '*',
  relation: '*',
  assignment: '*',
  consent: 'id, subject_id, template, valid_from, withdrawn_at',
  consent_signer: 'consent_id, signer_id, signed_at, refused_at',
  person_cpr: "id, encode(cpr_hash, 'hex'), subjects, shelf_id",
  hope: '*',
  goal: '*',
  activity: '*',
  plan_version_record: '*',
  plan_agreement: '*',
  screening_answer: '*',
  shelf: '*',
  staff: 'id, username, name',
}
let t: TestDatabase
let before: string
beforeAll(async () => {
  setKeys(testKeys())
  const other = await createTestDatabase()
  await seedSynthetic(other.owner, wish, () => {})
  before = await rowsIn(other)
  t = await createTestDatabase()
  await seedSynthetic(t.owner, wish, () => {})
}, 180_000)
async function rowsIn(db: TestDatabase): Promise<string> {
  const all: Record<string, unknown> = {}
  for (const [table, columns] of Object.entries(SAME))
    all[table] = (await db.owner.query(`select ${columns} from ${table} order by municipality_id, id`)).rows
  return JSON.stringify(all)
}

test('the same number gives the same rows, another one others', async () => {
  expect(await rowsIn(t)).toBe(before)
  expect(inventFamilies({ municipalityId: 901 }, { ...wish, random: 43 })).not.toEqual(inventFamilies({ municipalityId: 901 }, wish))
})

test('more families leave the first ones as they are', () => {
  const [few, many] = [inventFamilies({ municipalityId: 901 }, wish), inventFamilies({ municipalityId: 901 }, { ...wish, families: 20 })]
  expect(many.slice(0, 15).map((one) => one.people)).toEqual(few.map((one) => one.people))
})

test('families have one to six people, and every child somebody who holds custody', () => {
  for (const one of inventFamilies({ municipalityId: 901 }, { ...wish, families: 200 })) {
    const family = Object.values(one.people).filter((p) => (p.role ?? 'family') === 'family')
    expect(family.length).toBeGreaterThanOrEqual(1)
    expect(family.length).toBeLessThanOrEqual(6)
    for (const [key, p] of Object.entries(one.people)) if ((p.age ?? 0) < 18) expect(one.custody?.[key]?.length).toBeGreaterThan(0)
    expect(one.referred.ago).toBeLessThanOrEqual(wish.months * 30)
  }
})

test('numbers are administrative ones of that birthday and sex, each once', () => {
  const cpr = quickCpr()
  const seen = new Set<string>()
  for (const born of ['1975-02-28', '2000-02-29', '2016-12-31', '1999-12-31'])
    for (const sex of ['female', 'male'] as const)
      for (let n = 0; n < 50; n++) {
        const digits = cpr(born, sex)!
        expect(readCpr(digits)).toMatchObject({ kind: 'administrative', birthDate: born, sex })
        seen.add(digits)
      }
  expect(seen.size).toBe(400)
})

test('each municipality holds what was asked for, with staff, consents and plans; nothing reaches across', async () => {
  const { rows } = await t.owner.query<
    Record<string, number>
  >(`select m.municipality_id as m, (select count(*)::int from family_case c where c.municipality_id = m.municipality_id) as cases,
    (select count(*)::int from staff s where s.municipality_id = m.municipality_id) as staff, (select count(*)::int from consent c where c.municipality_id = m.municipality_id) as consents,
    (select count(*)::int from plan_version v where v.municipality_id = m.municipality_id) as versions from municipality m order by 1`)
  expect(rows).toHaveLength(2)
  for (const row of rows) {
    expect(row['cases']).toBe(15)
    expect(row['staff']).toBeGreaterThanOrEqual(3)
    expect(row['staff']).toBeLessThanOrEqual(45)
    expect(row['consents']).toBeGreaterThan(50)
    expect(row['versions']).toBeGreaterThan(2)
  }
})

test('everybody asked to sign is who the law asks today', async () => {
  const { rows } = await t.owner.query<{
    born: string
    signers: number
    required: number
  }>(`select p.born::text as born, cardinality(x.required) as required,
    (select count(*)::int from consent_signer g where g.municipality_id = c.municipality_id and g.consent_id = c.id and g.signer_id = any (x.required)) as signers
    from consent c join person p on p.municipality_id = c.municipality_id and p.id = c.subject_id
    cross join lateral access.consent_parts(c.municipality_id, array[c.case_id], '2026-11-22T12:00:00Z', c.id) x where c.municipality_id = 901`)
  expect(rows.length).toBeGreaterThan(50)
  for (const row of rows) expect(row.signers, `${ageOn(row.born, wish.today)} years`).toBe(row.required)
})
