import { createHash, randomBytes } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { testKeys } from '#app/platform/crypto/keys.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { seedDemo } from './demo.ts'

let t: TestDatabase
beforeAll(async () => {
  t = await createTestDatabase()
  const started = Date.now()
  await seedDemo(t.ownerUrl, testKeys())
  console.log(`seeded in ${Date.now() - started} ms`)
})

test('demo people of both municipalities and the country are there', async () => {
  const { rows } = await t.owner.query<{ username: string }>('select username from demo_login order by username')
  const here = ['koordinator', 'koordinator2', 'afloeser', 'laerer', 'sagsbehandler-jobcenter', 'sagsbehandler-familie', 'sundhedsplejerske', 'visitator', 'vagt', 'projektleder', 'oekonom', 'styregruppe', 'administrator', 'auditor',
    'mor', 'far', 'ung']
  expect(rows.map((r) => r.username)).toEqual([...here, ...here.map((name) => `thisted-${name}`), 'programkontor', 'evaluator'].sort())
})
