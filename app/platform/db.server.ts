import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { type Context, Conflict, Forbidden, SignedOut } from './context.ts'
import type { Tables } from './tables.ts'

export type Tx = Transaction<Tables>

// Plain dates stay plain dates; ids are numbers (2^53 is enough for a country); instants are ISO text in UTC.
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.DATE, (v: string) => v)
types.setTypeParser(pg.types.builtins.INT8, Number)
types.setTypeParser(1016, (v: string) => (v === '{}' ? [] : v.slice(1, -1).split(',').map(Number)))
types.setTypeParser(1182, (v: string) => (v === '{}' ? [] : v.slice(1, -1).split(',')))
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (v: string) => new Date(v).toISOString())

/** A pool on the serving login. `max` connections; every statement is cut off after 30 seconds. */
export function openPool(connectionString: string, max = 10): pg.Pool {
  const pool = new pg.Pool({ connectionString, max, types, statement_timeout: 30_000, application_name: 'helhed' })
  pool.on('error', () => {}) // an idle connection that the server closed; the next query opens a new one
  return pool
}

export type Db = { pool: pg.Pool; kysely: Kysely<Tables> }
let current: Db | undefined

/** Sets the pool that commands and queries of this process use. */
export function connect(pool: pg.Pool): Db {
  current = { pool, kysely: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }) }
  return current
}
export function db(): Db {
  if (!current) throw new Error('no database connected: call connect() first')
  return current
}

/**
 * The only way to personal data: a transaction on the unprivileged login in which the database has resolved the token and sealed
 * what this actor may see at this instant. `caseId` narrows everything to one family.
 * @throws SignedOut when the token is not (or no longer) a session.
 */
export function inTransaction<T>(ctx: Context, caseId: number | null, work: (tx: Tx, ctx: Context) => Promise<T>): Promise<T> {
  return mapDatabaseErrors(() =>
    db().kysely.transaction().execute(async (tx) => {
      const { rows } = await sql<{ at: string; day: string }>`select at, day from access.enter(${ctx.token}, ${caseId})`.execute(tx)
      const entered = rows[0]
      if (!entered) throw new SignedOut()
      return work(tx, { ...ctx, now: entered.at, today: entered.day })
    }),
  )
}

/** Lets the rest of this transaction see what it has just changed about who may see what (a new case, person, assignment). */
export const refreshAccess = (tx: Tx) => sql`select access.refresh()`.execute(tx)

async function mapDatabaseErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error
    if (error.code === '28000') throw new SignedOut()
    if (error.code === '42501') throw new Forbidden(error.message)
    if (error.code === '23505' || error.code === '23P01') throw new Conflict(error.constraint ?? 'already-there')
    if (error.code === '40001' || error.code === '40P01') throw new Conflict('try-again')
    throw error
  }
}
