import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

/** The root of the project: where `db/` and `packs/` lie, from source and from the build alike. */
export const projectRoot = process.env['HELHED_ROOT'] ?? process.cwd()
const folder = () => join(projectRoot, 'db/migrations')
type Migration = { name: string; text: string; sha256: string }

/** All migrations of this version, in order. */
export function migrations(): Migration[] {
  return readdirSync(folder()).filter((f) => /^\d{4}_[a-z_]+\.sql$/.test(f)).sort().map((name) => {
    const text = readFileSync(join(folder(), name), 'utf8')
    return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
  })
}

/**
 * Brings the database forward, one transaction per file, under an advisory lock.
 * @param ownerUrl the owner's login @param appRole the serving login, to which rights are granted by name
 * @throws Error when a migration that has run was changed afterwards
 */
export async function migrate(ownerUrl: string, appRole: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query("select pg_advisory_lock(hashtext('helhed.migrate'))")
    await client.query('create table if not exists schema_migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())')
    await client.query(`grant select on schema_migration to ${client.escapeIdentifier(appRole)}`)
    await client.query("select set_config('helhed.app_role', $1, false)", [appRole])
    const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from schema_migration')
    const done = new Map(rows.map((r) => [r.name, r.sha256]))
    const applied: string[] = []
    for (const m of migrations()) {
      const before = done.get(m.name)
      if (before === m.sha256) continue
      if (before) throw new Error(`migration ${m.name} has been changed after it ran; write a new one`)
      await apply(client, m)
      applied.push(m.name)
    }
    return applied
  } finally {
    await client.end()
  }
}

async function apply(client: pg.Client, m: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(m.text)
    await client.query('insert into schema_migration (name, sha256) values ($1, $2)', [m.name, m.sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    const e = error as pg.DatabaseError
    const line = e.position ? m.text.slice(0, Number(e.position)).split('\n').length : undefined
    throw new Error(`migration ${m.name}${line ? ` line ${line}` : ''}: ${e.message}${e.where ? ` (${e.where})` : ''}`, { cause: error })
  }
}
