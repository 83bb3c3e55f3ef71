import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { db } from '../db.server.ts'
import { appendFor } from './testing.ts'

let t: TestDatabase
beforeAll(async () => {
  t = await createTestDatabase()
  await t.owner.query(`insert into municipality values (766, 'hedensted', 'Hedensted'), (787, 'thisted', 'Thisted') on conflict do nothing`)
})
beforeEach(async () => {
  await t.owner.query('truncate audit_log, audit_head, audit_seal')
  for (let n = 1; n <= 10; n++) await appendFor(t, { actor: n, event: 'plan.read', persons: [n], at: `2026-0${n < 10 ? n : 9}-1${n % 10}T08:00:00Z` })
})

type Verified = { rows: string; broken_seq: string | null; reason: string | null }
const verify = async () => (await t.owner.query<Verified>('select rows, broken_seq, reason from access.verify_audit(766)')).rows[0]!
const hashOf = async (seq: number) => (await t.owner.query<{ h: string }>(`select encode(hash, 'hex') as h from audit_log where seq = $1`, [seq])).rows[0]!.h
const forgeHead = () => t.owner.query('update audit_head h set seq = l.seq, hash = l.hash from (select * from audit_log order by seq desc limit 1) l')

const folder = mkdtempSync(join(tmpdir(), 'helhed-verify-'))
function helhed(...args: string[]): { code: number; out: string } {
  const url = (u: string) => u.replace('@/', '@localhost/')
  const env = { ...process.env, DATABASE_URL: url(t.appUrl), DATABASE_OWNER_URL: url(t.ownerUrl), HELHED_DEMO: '1', HELHED_VAR: folder }
  try {
    return { code: 0, out: execFileSync(process.execPath, ['cli.ts', 'verify-log', ...args], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }) }
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string }
    return { code: status, out: stdout }
  }
}

test('an untouched chain holds', async () => {
  expect(await verify()).toEqual({ rows: '10', broken_seq: null, reason: null })
})

test.each([
  ['changed', `update audit_log set person_ids = '{99}' where seq = 4`, '4', 'row changed'],
  ['changed with its own hash made anew', `update audit_log l set event = 'x', hash = access.audit_hash((l.municipality_id, l.seq, l.at, l.actor_kind, l.actor_id, 'x', l.outcome, l.case_id, l.person_ids, l.shelf_ids, l.bases,
    l.details, l.search_terms, l.request_id, l.previous_hash, l.hash)::audit_log) where seq = 4`, '5', 'does not follow the row before'],
  ['removed', 'delete from audit_log where seq = 4', '4', 'row missing'],
  ['removed and renumbered', 'delete from audit_log where seq = 4; update audit_log set seq = seq - 1 where seq > 4', '4', 'does not follow the row before'],
  ['cut at the front', 'delete from audit_log where seq <= 3', '1', 'row missing'],
  ['cut at the end', 'delete from audit_log where seq > 8', '9', 'tail cut or head changed'],
  ['emptied', 'delete from audit_log', '1', 'tail cut or head changed'],
])('a row that was %s is found', async (_, statement, seq, reason) => {
  await t.owner.query(statement)
  expect(await verify()).toMatchObject({ broken_seq: seq, reason })
})

test('an inserted row is found', async () => {
  await t.owner.query(`update audit_log set seq = seq + 1000 where seq > 4; update audit_log set seq = seq - 999 where seq > 1000;
    insert into audit_log select municipality_id, 5, at, actor_kind, actor_id, event, outcome, case_id, person_ids, shelf_ids, bases, details, search_terms, request_id, previous_hash, hash from audit_log where seq = 4`)
  expect(await verify()).toMatchObject({ broken_seq: '5', reason: 'does not follow the row before' })
})

test('helhed verify-log: 0, the number of rows and the head; a cut tail with the head moved too is found by an earlier head', async () => {
  const head = await hashOf(10)
  expect(helhed('--municipality', 'hedensted')).toEqual({ code: 0, out: `hedensted: 10 rows, head ${head}\n` })
  expect(helhed('--head', await hashOf(6)).code).toBe(0)
  await t.owner.query('delete from audit_log where seq > 8')
  await forgeHead()
  expect(await verify()).toMatchObject({ broken_seq: null })
  const found = helhed('--head', head)
  expect(found.code).toBe(1)
  expect(found.out).toContain('BROKEN: the given head is not in the chain')
})

test('helhed verify-log says the first broken row of each municipality and ends with 1', async () => {
  await t.owner.query(`update audit_log set actor_id = 5 where seq = 2`)
  const { code, out } = helhed()
  expect(code).toBe(1)
  expect(out).toContain('hedensted: BROKEN at row 2: row changed')
  expect(out).toContain('thisted: 0 rows')
})

test('a sealed segment may go: the rest still verifies, and a head of before is found through the seal', async () => {
  const { rows } = await t.owner.query<{ seq: string }>(`select access.seal_audit(766, '2026-06-01') as seq`)
  expect(rows[0]?.seq).toBe('5')
  const sealed = await hashOf(5)
  expect((await t.owner.query(`select access.remove_sealed_audit(766, 5) as n`)).rows).toEqual([{ n: '5' }])
  expect(await verify()).toEqual({ rows: '7', broken_seq: null, reason: null }) // 6-10, the seal's own row, the removal's
  expect(helhed('--head', sealed).code).toBe(0)
  await appendFor(t, { actor: 1, event: 'plan.read' })
  expect(await verify()).toMatchObject({ rows: '8', broken_seq: null })
})

test('nothing new to seal: nothing is sealed; a second segment follows the first', async () => {
  const seal = async (until: string) => (await t.owner.query<{ seq: string | null }>('select access.seal_audit(766, $1) as seq', [until])).rows[0]?.seq
  expect(await seal('2026-03-20')).toBe('3')
  expect(await seal('2026-03-20')).toBeNull()
  expect(await seal('2026-07-01')).toBe('6')
  await t.owner.query('select access.remove_sealed_audit(766, 6)')
  expect(await verify()).toMatchObject({ broken_seq: null })
})

test('a broken chain is never cut, and a seal cannot be invented or changed', async () => {
  await t.owner.query(`select access.seal_audit(766, '2026-06-01')`)
  await t.owner.query(`update audit_log set actor_id = 77 where seq = 2`)
  await expect(t.owner.query('select access.remove_sealed_audit(766, 5)')).rejects.toThrow('broken at row 2')
  await t.owner.query(`update audit_log set actor_id = 2 where seq = 2`)
  await expect(t.owner.query('select access.remove_sealed_audit(766, 4)')).rejects.toThrow('no seal at row 4')
  await t.owner.query(`update audit_seal set hash = sha256('x')`)
  expect(await verify()).toMatchObject({ broken_seq: '5', reason: 'seal changed' })
  await t.owner.query(`update audit_seal s set hash = l.hash from audit_log l where l.seq = s.seq`)
  expect(await verify()).toMatchObject({ broken_seq: null })
  // somebody removes the first seven rows and writes a seal for them themselves
  await t.owner.query(`insert into audit_seal select 766, 7, hash, 7, now(), now() from audit_log where seq = 7; delete from audit_log where seq <= 7`)
  expect(await verify()).toMatchObject({ broken_seq: '7', reason: 'the seal of the removed segment is not in the chain' })
})

test('the serving login can neither read nor change the log, nor seal or remove', async () => {
  const { pool } = db()
  for (const statement of ['select * from audit_log', 'delete from audit_log', 'update audit_head set seq = 0', 'select access.seal_audit(766, now())', 'select access.remove_sealed_audit(766, 5)',
    `select access.append_audit_as(766, 'staff', 1, 'x', 'done', null, '{}', '{}', '{}', '{}', null, null)`]) {
    await expect(pool.query(statement)).rejects.toThrow('permission denied')
  }
})
