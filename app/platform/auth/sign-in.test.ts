import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aWorld, type World } from '#test/world.ts'
import type { Config } from '../config.server.ts'
import { openDemoSession } from './demo-session.server.ts'
import { prepareSignIn } from './prepare.server.ts'
import { Browser, demoConfig, signInAs, startAuth } from './testing.ts'

let t: TestDatabase
let world: World
let config: Config
let server: Awaited<ReturnType<typeof startAuth>>

beforeAll(async () => {
  t = await createTestDatabase()
  world = await aWorld(t)
  config = demoConfig(mkdtempSync(join(tmpdir(), 'helhed-auth-')))
  await prepareSignIn(t.ownerUrl, config)
  await t.owner.query(`insert into demo_login (municipality_id, username, kind, staff_id, description_da, description_en) values (766, 'koordinator', 'staff', $1, 'Følger familien', 'Follows the family')`, [world.staff.coordinator])
  await t.owner.query(`insert into demo_login (municipality_id, username, kind, person_id) values (766, 'mor', 'member', $1)`, [world.people.mette])
  server = await startAuth(config)
})
afterAll(() => server?.stop())

const audit = async (event: string) => (await t.owner.query("select actor_kind, actor_id, outcome, person_ids, details from audit_log where event = $1 order by municipality_id, seq", [event])).rows

test('a demo person signs in by the whole code flow with PKCE and lands where they wanted to go', async () => {
  const browser = new Browser(server.origin)
  const page = await signInAs(browser, 'koordinator', '/log-ind?tilbage=%2Ffamilier%2F12')
  expect(page.url.pathname).toBe('/familier/12')
  expect(JSON.parse(page.text)).toMatchObject({ name: 'Anna Holm', kind: 'staff', municipality: 766 })
  expect(await audit('auth.sign-in')).toMatchObject([{ actor_kind: 'staff', outcome: 'done', details: { issuer: expect.any(Number) } }])
})

test('a session by name works for scripts', async () => {
  const cookie = await openDemoSession(db().pool, config, 'mor')
  const answer = await fetch(`${server.origin}/x`, { headers: { cookie } })
  expect(await answer.json()).toMatchObject({ name: expect.stringContaining('Mette'), kind: 'member' })
  await expect(openDemoSession(db().pool, config, 'nobody')).rejects.toThrow("no demo person is called 'nobody'")
})
