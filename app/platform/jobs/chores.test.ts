import { beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aWorld, type World } from '#test/world.ts'
import { platformChores } from './chores.server.ts'
import { runChore } from './run-job.server.ts'

let t: TestDatabase
let w: World
beforeAll(async () => {
  t = await createTestDatabase()
  w = await aWorld(t)
})
const run = async (name: string) => {
  const chore = platformChores.find((c) => c.name === name)
  if (!chore) throw new Error(name)
  await runChore(chore)
}
const count = async (statement: string) => (await t.owner.query(statement)).rowCount

test('accounts that nobody has used for half a year are closed, in a demo never', async () => {
  await t.owner.query(`update staff set created_at = access.now() - interval '200 days', last_sign_in_at = case when id = $1 then access.now() end`, [w.staff.coordinator])
  await t.owner.query(`insert into access.issuer (audience, name, url, client_id, secret_env, match) values ('demo', 'Demo', '/demo-oidc', 'helhed', '', 'demo-login')`)
  await run('auth.close-dormant-accounts')
  expect(await count('select from staff where closed_at is not null')).toBe(0)
  await t.owner.query(`delete from access.issuer`)
  await run('auth.close-dormant-accounts')
  expect(await count('select from staff where closed_at is null')).toBe(1)
})

test('drafts that nobody came back to are dropped after two months', async () => {
  for (const days of [10, 70]) {
    await t.owner.query(`insert into draft values (766, 'staff', 1, $1, 'x', access.now() - make_interval(days => $2))`, [`form-${days}`, days])
  }
  await run('drafts.clean')
  expect((await t.owner.query('select form from draft')).rows).toEqual([{ form: 'form-10' }])
})

test('sessions, waiting sign-ins and counters that are over are swept', async () => {
  await t.owner.query(`insert into access.session (token_hash, kind, municipality_id, actor_id, expires_at) values ('x', 'job', 766, 0, access.now() - interval '2 days');
    insert into access.login_pending values ('x', '{}', access.now() - interval '1 minute'); insert into access.rate_limit values ('x', access.now() - interval '2 days', 3)`)
  await run('auth.clean-sign-in')
  expect(await count('select from access.login_pending union all select from access.rate_limit')).toBe(0)
  expect(await count(`select from access.session where kind = 'job'`)).toBe(0)
})
