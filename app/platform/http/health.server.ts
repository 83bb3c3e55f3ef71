import type { Context } from 'hono'
import { sql } from 'kysely'
import { migrations } from '../database/migrate.server.ts'
import { db } from '../db.server.ts'
import { version } from '../version.server.ts'

/** 200 when the database answers and its migrations are those of this version, else 503. No personal data, no session. */
export const health = (database: 'embedded' | 'postgres') => async (c: Context) => {
  try {
    const { rows } = await sql<{ name: string; sha256: string }>`select name, sha256 from schema_migration`.execute(db().kysely)
    const applied = new Map(rows.map((r) => [r.name, r.sha256]))
    const behind = migrations().filter((m) => applied.get(m.name) !== m.sha256)
    if (behind.length > 0) return c.json({ status: 'migrations-missing', version, database }, 503)
    return c.json({ status: 'ok', version, database })
  } catch {
    return c.json({ status: 'database-unreachable', version, database }, 503)
  }
}
