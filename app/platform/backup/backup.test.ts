import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aWorld, type World } from '#test/world.ts'
import { saveDraft } from '../drafts/drafts.server.ts'
import { setKeys, testKeys } from '../crypto/keys.server.ts'
import { backup } from './backup.server.ts'
import { NotRestorable, restore } from './restore.server.ts'

let from: TestDatabase
let w: World
const folder = mkdtempSync(join(tmpdir(), 'helhed-backup-test-'))
const file = join(folder, 'all.helhed')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeAll(async () => {
  setKeys(testKeys())
  from = await createTestDatabase()
  w = await aWorld(from)
  await saveDraft(w.ctxFor('coordinator'), 'plan.goal.1', { title: 'Æble, ørken og å' })
})

test('everything comes back: rows, checksums, audit chains, and new ids go on after the old', async () => {
  const written = await backup(from.owner, file, 'test')
  const to = await createTestDatabase()
  expect(await restore(to.owner, file)).toEqual(written)
  for (const table of ['person', 'draft', 'assignment', 'audit_log']) {
    const read = async (t: TestDatabase) => (await t.owner.query(`select to_jsonb(x)::text as row from ${table} x order by 1`)).rows
    expect(await read(to)).toEqual(await read(from))
  }
  const { rows } = await to.owner.query<{ id: number }>("insert into person (municipality_id, first_name, born) values (766, 'Ny', '2020-01-01') returning id")
  expect(Number(rows[0]!.id)).toBeGreaterThan(w.people.ida)
})

test('a restore goes into an empty database only', async () => {
  await expect(restore(from.owner, file)).rejects.toThrow(NotRestorable)
})

test('a damaged, cut or foreign file changes nothing', async () => {
  const text = gunzipSync(readFileSync(file)).toString()
  const to = await createTestDatabase()
  const tries: [string, Buffer][] = [
    ['changed', gzipSync(text.replace('Mette', 'Metta'))],
    ['cut', gzipSync(text.slice(0, text.length / 2))],
    ['cut in an end', gzipSync(text.slice(0, text.indexOf('#end ') + 9))],
    ['cut in a row', gzipSync(text.replace(/^\{.*$/m, (row) => row.slice(0, 20)))],
    ['other', gzipSync('{"format":"something"}\n')],
    ['not gzip', Buffer.from('hello')],
  ]
  for (const [name, content] of tries) {
    const path = join(folder, name.replaceAll(' ', '-'))
    writeFileSync(path, content)
    await expect(restore(to.owner, path), name).rejects.toThrow(NotRestorable)
  }
  expect((await to.owner.query('select from municipality')).rowCount).toBe(0)
})
