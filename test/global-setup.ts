import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { allPackFiles } from '#app/catalogue/pack-files.server.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { effectivePack, readPacks } from '#app/catalogue/read-packs.ts'
import { installJobs } from '#app/jobs.ts'
import { EMBEDDED, startEmbedded } from '#app/platform/database/embedded.server.ts'
import { migrate } from '#app/platform/database/migrate.server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    database: { ownerUrl: string; appUrl: string; template: string }
    /** The packs that come with the program, effective, by code: read once for the whole run. One that holds errors is not there. */
    packs: Record<string, Pack>
  }
}

/**
 * One database server for the whole run: the embedded one, or with TEST_OWNER_URL and TEST_APP_URL a PostgreSQL server (the owner may create
 * databases but is no superuser). Migrations run once, into a template; every test file clones it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await testServer()
  const template = `helhed_template_${process.pid}`
  await asOwner(server.ownerUrl, `create database ${template}`)
  const appRole = new URL(fakeHost(server.appUrl)).username
  await migrate(withDatabase(server.ownerUrl, template), appRole)
  await installJobs(withDatabase(server.ownerUrl, template), appRole)
  project.provide('database', { ...server.urls, template })
  const { packs } = readPacks(await allPackFiles())
  project.provide('packs', Object.fromEntries(Object.keys(packs).map((code) => [code, effectivePack(packs, code)])))
  return async () => {
    await asOwner(server.ownerUrl, `drop database if exists ${template} with (force)`)
    await server.stop()
  }
}

async function testServer() {
  const ownerUrl = process.env['TEST_OWNER_URL']
  const appUrl = process.env['TEST_APP_URL']
  if (ownerUrl && appUrl) return { ownerUrl, appUrl, urls: { ownerUrl, appUrl }, stop: async () => {} }
  process.env['HELHED_UNSAFE_FAST_DATABASE'] = '1' // a test database may be lost
  const folder = mkdtempSync(join(process.getuid?.() === 0 ? '/var/tmp' : tmpdir(), 'helhed-test-'))
  const { chmodSync } = await import('node:fs')
  chmodSync(folder, 0o755)
  const embedded = await startEmbedded(folder)
  const urls = { ownerUrl: embedded.url(EMBEDDED.owner), appUrl: embedded.url(EMBEDDED.app) }
  const stop = async () => {
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { ...urls, urls, stop }
}

// pg's socket addresses have no host, which URL refuses; only the user name and the database are looked at here.
const fakeHost = (url: string) => url.replace('@/', '@localhost/')
/** The same server and login, another database. */
export function withDatabase(url: string, database: string): string {
  const socket = url.includes('@/')
  const u = new URL(fakeHost(url))
  u.pathname = '/' + database
  return socket ? u.toString().replace('@localhost/', '@/') : u.toString()
}

async function asOwner(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(url, process.env['TEST_OWNER_DATABASE'] ?? 'postgres') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
