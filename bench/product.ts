import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { sessionCookie } from '#app/platform/auth/cookies.ts'
import { loadConfig } from '#app/platform/config.server.ts'
import { setKeys } from '#app/platform/crypto/keys.server.ts'
import { EMBEDDED, startEmbedded } from '#app/platform/database/embedded.server.ts'
import { connect, openPool } from '#app/platform/db.server.ts'

const PORT = Number(process.env['BENCH_PORT'] ?? 3195)
export type Somebody = { cookie: string; token: string; municipalityId: number; staffId: number; caseIds: number[] }

/** The product on a database of its own with synthetic families, and people signed in to it. */
export async function startProduct() {
  const folder = mkdtempSync(join(process.getuid?.() === 0 ? '/var/tmp' : tmpdir(), 'helhed-bench-'))
  chmodSync(folder, 0o755)
  process.env['HELHED_VAR'] = folder
  const env = { ...process.env, PORT: String(PORT), LOG_LEVEL: 'silent' }
  const families = process.env['BENCH_FAMILIES'] ?? '300'
  console.error(`seeding 2 municipalities with ${families} families each …`)
  const embedded = await startEmbedded(folder)
  execFileSync(process.execPath, ['cli.ts', 'migrate'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  execFileSync(process.execPath, ['cli.ts', 'seed', '--municipalities', '2', '--families', families, '--months', '12', '--random', '1'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const server = spawn(process.execPath, ['cli.ts', 'serve'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const base = `http://127.0.0.1:${PORT}`
  await answers(`${base}/healthz`, server)
  const config = loadConfig(env, folder)
  setKeys(config)
  connect(openPool(embedded.url(EMBEDDED.app), 4))
  const owner = new pg.Client({ connectionString: embedded.url(EMBEDDED.owner) })
  await owner.connect()
  return {
    base, owner, env, appUrl: embedded.url(EMBEDDED.app),
    /** Members of staff who are assigned to families, the busiest first, each with a session. */
    signedIn: (n: number) => signedIn(owner, sessionCookie(config), n),
    /** Somebody with a role in a project, in the municipality that was made last. */
    signedInAs: (role: string) => signedInAs(owner, sessionCookie(config), role),
    stop: async () => {
      server.kill('SIGTERM')
      await new Promise((r) => server.once('exit', r))
      await owner.end()
      const { db } = await import('#app/platform/db.server.ts')
      await db().pool.end()
      await embedded.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function signedIn(owner: pg.Client, cookieName: string, n: number): Promise<Somebody[]> {
  const { rows } = await owner.query<{ municipality_id: number; staff_id: string; cases: string[] }>(`select municipality_id, staff_id, array_agg(distinct case_id) as cases from assignment
    where valid_until is null or valid_until >= current_date group by 1, 2 order by count(distinct case_id) desc, 1, 2 limit $1`, [n])
  const people: Somebody[] = []
  for (let i = 0; i < n; i++) {
    const row = rows[i % rows.length]!
    people.push(await session(owner, cookieName, row.municipality_id, Number(row.staff_id), row.cases.map(Number)))
  }
  return people
}

async function signedInAs(owner: pg.Client, cookieName: string, role: string): Promise<Somebody> {
  const { rows } = await owner.query<{ municipality_id: number; staff_id: string }>(
    'select municipality_id, staff_id from project_role where role = $1 and valid_until is null order by municipality_id desc, id limit 1', [role])
  const [row] = rows
  if (!row) throw new Error(`nobody is ${role}`)
  return session(owner, cookieName, row.municipality_id, Number(row.staff_id), [])
}

async function session(owner: pg.Client, cookieName: string, municipalityId: number, staffId: number, caseIds: number[]): Promise<Somebody> {
  const token = randomBytes(32).toString('base64url')
  await owner.query(`insert into access.session (token_hash, kind, municipality_id, actor_id, created_at, last_seen_at, expires_at, idle_until)
    values ($1, 'staff', $2, $3, now(), now(), now() + interval '8 hours', now() + interval '8 hours')`, [createHash('sha256').update(token).digest(), municipalityId, staffId])
  return { token, cookie: `${cookieName}=${token}`, municipalityId, staffId, caseIds }
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  for (let i = 0; i < 1200; i++) {
    if (server.exitCode !== null) throw new Error('the product did not start')
    if (await fetch(url).then((r) => r.ok, () => false)) return
    await new Promise((r) => setTimeout(r, 100))
  }
  throw new Error('the product did not answer within two minutes')
}
