import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { dumpSchema, tableTypes } from './dump-schema.ts'

let t: TestDatabase
beforeAll(async () => {
  t = await createTestDatabase()
})

test('docs/schema.sql and the table types are what the migrations make (run `npm run schema`)', async () => {
  const app = new URL(t.appUrl.replace('@/', '@localhost/')).username
  expect(readFileSync('docs/schema.sql', 'utf8')).toBe(await dumpSchema(t.owner, app))
  expect(readFileSync('app/platform/tables.ts', 'utf8')).toBe(await tableTypes(t.owner))
})
