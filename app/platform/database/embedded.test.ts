import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { ensureServingLogin } from './serving-login.server.ts'
import { EMBEDDED, startEmbedded } from './embedded.server.ts'

const isRoot = process.getuid?.() === 0
const folder = mkdtempSync(join(isRoot ? '/var/tmp' : tmpdir(), 'helhed-embedded-'))
chmodSync(folder, 0o755)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function ask(url: string, statement: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement)
    return rows[0] && Object.values(rows[0])[0]
  } finally {
    await client.end()
  }
}

test('a second start attaches, a command that ends leaves a server in use, and data is there after a stop and after a kill', async () => {
  const first = await startEmbedded(folder)
  const owner = first.url(EMBEDDED.owner)
  await ask(owner, 'create table kept (word text)')
  await ask(owner, "insert into kept values ('her')")
  const holder = new pg.Client({ connectionString: owner })
  holder.on('error', () => {})
  await holder.connect()
  const second = await startEmbedded(folder)
  expect(second.attached).toBe(true)
  await second.stop()
  expect(await ask(owner, 'select word from kept')).toBe('her')
  await holder.end()
  await first.stop()
  await expect(ask(owner, 'select 1')).rejects.toThrow()

  const third = await startEmbedded(folder)
  expect(third.attached).toBe(false)
  process.kill(Number(readFileSync(join(third.dataDirectory, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
  const fourth = await startEmbedded(folder)
  expect(await ask(owner, 'select word from kept')).toBe('her')
  expect(await ask(owner, 'select rolsuper or rolbypassrls from pg_roles where rolname = current_user')).toBe(false)
  await ensureServingLogin(fourth.url(EMBEDDED.app))
  await expect(ensureServingLogin(owner)).rejects.toThrow(/owns the table kept/)
  await expect(ensureServingLogin(fourth.url('postgres'))).rejects.toThrow(/superuser/)
  await fourth.stop()
}, 60_000)

test.runIf(isRoot)('for root the binaries lie where the server’s user can read them, wherever the checkout is; a data directory it cannot enter is told by name', async () => {
  const closed = join(folder, 'closed')
  mkdirSync(closed, { mode: 0o700 })
  await expect(startEmbedded(join(closed, 'inner'))).rejects.toThrow(new RegExp(join(closed, 'inner')))
  const binaries = execFileSync('ls', ['/var/lib/helhed'], { encoding: 'utf8' }).split('\n').find((n) => n.startsWith('postgres-'))
  expect(existsSync(join('/var/lib/helhed', binaries!, 'bin/postgres'))).toBe(true)
}, 60_000)
