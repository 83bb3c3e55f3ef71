import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { connect, db, openPool } from '#app/platform/db.server.ts'
import { withDatabase } from './global-setup.ts'

let counter = 0
export type TestDatabase = {
  ownerUrl: string
  appUrl: string
  /** A client of the owner (sees all through the operator policy). */
  owner: pg.Client
  /** Sets what the database takes for now; null = the real time. */
  setNow: (instant: string | null) => Promise<void>
}

/** A freshly migrated database for this test file, dropped after it; the process's pool is connected to it as the serving login. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { ownerUrl, appUrl, template } = inject('database')
  const name = `helhed_test_${process.pid}_${Date.now() % 1e6}_${++counter}`
  const admin = new pg.Client({ connectionString: withDatabase(ownerUrl, process.env['TEST_OWNER_DATABASE'] ?? 'postgres') })
  await admin.connect()
  await admin.query(`create database ${name} template ${template}`)
  const owner = new pg.Client({ connectionString: withDatabase(ownerUrl, name) })
  await owner.connect()
  connect(openPool(withDatabase(appUrl, name), 5))
  const pool = db().pool
  if (secondsBack() !== 0) await setNow(owner, null)
  afterAll(async () => {
    await pool.end()
    await owner.end()
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
  })
  return { ownerUrl: withDatabase(ownerUrl, name), appUrl: withDatabase(appUrl, name), owner, setNow: (instant) => setNow(owner, instant) }
}

/** Of one-day.ts. */
const secondsBack = (): number => Number(process.env['TEST_SECONDS_BACK'] ?? 0)

async function setNow(owner: pg.Client, instant: string | null): Promise<void> {
  const body = instant ? `select '${new Date(instant).toISOString()}'::timestamptz` : `select clock_timestamp() - interval '${secondsBack()} seconds'`
  await owner.query(`create or replace function access.now() returns timestamptz language sql volatile as $$ ${body} $$`)
}
