import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { canRead } from '#app/consent/access.ts'
import type { AccessRecord, Actor, World } from '#app/consent/world.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { seedDemo } from '../seed/demo.ts'
import { signedIn } from '../seed/testing.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'

/*
 * Every record table of the schema, whichever slice made it: what each actor of the demo can select is what the pure function opens. A new table is in
 * here the moment it is there; the demo gives it rows.
 */
let t: TestDatabase
beforeAll(async () => {
  t = await createTestDatabase()
  setKeys(testKeys())
  await seedDemo(t.ownerUrl, testKeys())
}, 240_000)

const FACTS = ['law_age', 'signer_rule', 'consent_duration', 'pack_role', 'person', 'staff', 'post', 'project_role', 'family_case', 'case_person', 'household', 'household_member', 'custody', 'assignment',
  'referral', 'closure', 'disqualification', 'break_glass', 'reasoned_opening', 'shield', 'address_protection', 'consent', 'consent_signer', 'legal_basis'] as const
/** Tables that open to fewer than the rule says: nobody else may see them then either. */
const NARROWER: Record<string, string> = { meeting_participant: "the other parent's caseworker only while that parent's consent says so", tie: 'strength and strain are seen by who drew them and the coordinator', minutes_answer: 'a disagreement is its writer’s until released' }
/** Rows of one table that are compared: the first ones of each, families mixed. */
const SAMPLE = 25
type Row = AccessRecord & { id: number }

async function rows<T>(from: string): Promise<T[]> {
  const { rows: found } = await t.owner.query<{ row: Record<string, unknown> }>(`select to_jsonb(x) as row from ${from} x`)
  const instant = (v: unknown) => (typeof v === 'string' && /^\d{4}-\d\d-\d\dT/.test(v) ? new Date(v).toISOString() : v)
  return found.map((r) => Object.fromEntries(Object.entries(r.row).map(([k, v]) => [k, instant(v)])) as T)
}

test('CON-04: of every record table each actor selects exactly what the pure function opens', async () => {
  const facts: [string, unknown[]][] = []
  for (const table of FACTS) facts.push([table, await rows(table)])
  const world = Object.fromEntries(facts) as World
  const { rows: named } = await t.owner.query<{ name: string }>("select tgrelid::regclass::text as name from pg_trigger where tgname = 'put_on_shelf' order by 1")
  const tables: [string, Row[]][] = []
  for (const { name } of named) {
    const sample = await rows<Row>(`(select id, municipality_id, case_id, sector, category, visibility, household_shared, shielded_from, subjects, author_staff_id, author_person_id
      from ${name} order by (id * 7919) % 101, id limit ${SAMPLE})`)
    tables.push([name, sample])
  }
  const actors: Actor[] = [
    ...world.staff.map((s) => ({ kind: 'staff' as const, municipality_id: s.municipality_id, id: s.id })),
    ...new Map(world.case_person.map((p) => [`${p.municipality_id}.${p.person_id}`, { kind: 'member' as const, municipality_id: p.municipality_id, id: p.person_id }])).values(),
  ].filter((a) => a.municipality_id !== 0 && (a.kind === 'staff' || a.id % 3 === 0))
  const differences: unknown[] = []
  const opened = new Map<string, number>()
  for (const actor of actors) {
    const ctx = await signedIn(t, { m: actor.municipality_id, kind: actor.kind, id: actor.id })
    const got = await inTransaction(ctx, null, async (tx, { now }) => {
      const found: Record<string, number[]> = {}
      for (const [name, sample] of tables) {
        const { rows: seen } = await sql<{ id: number }>`select id from ${sql.ref(name)} where id = any (${sample.map((r) => r.id)}::bigint[])`.execute(tx)
        found[name] = seen.map((r) => Number(r.id)).sort((a, b) => a - b)
      }
      return { found, now }
    })
    const at = new Date(got.now).toISOString()
    for (const [name, sample] of tables) {
      const should = sample.filter((r) => r.municipality_id === actor.municipality_id && canRead(world, actor, r, at)).map((r) => r.id).sort((a, b) => a - b)
      const have = got.found[name] ?? []
      opened.set(name, (opened.get(name) ?? 0) + have.length)
      const same = name in NARROWER ? have.every((id) => should.includes(id)) : should.join() === have.join()
      if (!same) differences.push({ actor, name, should, have })
    }
  }
  expect(differences).toEqual([])
  // a table with rows that nobody can read would compare nothing
  const filled = tables.filter(([, sample]) => sample.length > 0).map(([name]) => name)
  expect(filled.filter((name) => (opened.get(name) ?? 0) === 0)).toEqual([])
  expect(filled.length).toBeGreaterThan(20)
}, 240_000)
