import { createHash, randomBytes } from 'node:crypto'
import type { Context } from '#app/platform/context.ts'
import type { TestDatabase } from '#test/database.ts'

type Who = { m: number; kind: Context['actor']['kind']; id: number }

/** Somebody of the demo by user name, or anybody by number, with a session of an hour as signing in would open it. */
export async function signedIn(t: TestDatabase, who: string | Who): Promise<Context> {
  const { m, kind, id } = typeof who === 'string' ? await demoPerson(t, who) : who
  const token = randomBytes(32).toString('base64url')
  await t.owner.query(
    `insert into access.session (token_hash, municipality_id, kind, actor_id, expires_at, idle_until)
      values ($1, $2, $3, $4, now() + interval '1 hour', now() + interval '1 hour')`,
    [createHash('sha256').update(token).digest(), m, kind, id],
  )
  const now = new Date().toISOString()
  return {
    municipalityId: m,
    actor: { kind, id, name: typeof who === 'string' ? who : '' },
    token,
    now,
    today: now.slice(0, 10),
    locale: 'da',
  }
}

async function demoPerson(t: TestDatabase, username: string): Promise<Who> {
  const { rows } = await t.owner.query<{ m: number; kind: Who['kind']; id: string }>(
    'select municipality_id as m, kind, coalesce(staff_id, person_id) as id from demo_login where username = $1',
    [username],
  )
  const found = rows[0]
  if (!found) throw new Error(`nobody is called ${username}`)
  return { m: found.m, kind: found.kind, id: Number(found.id) }
}
