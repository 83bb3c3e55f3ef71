import { beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aWorld, type World } from '#test/world.ts'
import { ENCRYPTED } from '../cli/rotate-keys.ts'
import { findDraft, saveDraft } from '#app/platform/drafts/drafts.server.ts'
import { needsRotation, parseKeys } from '#app/platform/crypto/column-cipher.server.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { rotateColumn } from '#app/platform/crypto/rotate.server.ts'

let t: TestDatabase
let w: World
const OLD = 'old-key-old-key-old-key-old-key-old-key'
const NEW = 'new-key-new-key-new-key-new-key-new-key'
beforeAll(async () => {
  t = await createTestDatabase()
  w = await aWorld(t)
})

test('after a rotation everything is under the newest key and reads as before; again it has nothing to do', async () => {
  const search = testKeys().cprSearchKey
  setKeys({ cprKeys: parseKeys(OLD), cprSearchKey: search })
  await saveDraft(w.ctxFor('coordinator'), 'plan.goal.1', { title: 'Før' })
  const keys = parseKeys(`${NEW},${OLD}`)
  const drafts = ENCRYPTED.find((c) => c.table === 'draft')!
  expect(await rotateColumn(t.owner, keys, drafts)).toBe(1)
  expect(await rotateColumn(t.owner, keys, drafts)).toBe(0)
  const { rows } = await t.owner.query<{ content: Buffer }>('select content from draft')
  expect(needsRotation(keys, rows[0]!.content)).toBe(false)
  setKeys({ cprKeys: parseKeys(NEW), cprSearchKey: search })
  expect((await findDraft(w.ctxFor('coordinator'), 'plan.goal.1'))?.values).toEqual({ title: 'Før' })
})

test('every encrypted column of the schema is in the list', async () => {
  const { rows } = await t.owner.query<{ name: string }>(`select c.relname || '.' || a.attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.atttypid = 'bytea'::regtype and not a.attisdropped and a.attname !~ 'hash'`)
  const listed = ENCRYPTED.map((c) => `${c.table}.${c.column}`)
  // Search terms are part of the audit log's hash chain and keep the key they were written with; a colleague's face is shown to everybody it helps;
  // an extract under pseudonyms tells less than the records beside it, which are not encrypted either (the key to its pseudonyms is).
  const plain = ['audit_log.search_terms', 'staff_photo.bytes', 'extract_delivery.file']
  expect(rows.map((r) => r.name).filter((n) => !listed.includes(n) && !plain.includes(n))).toEqual([])
})
