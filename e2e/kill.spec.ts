import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'

const PORT = 3197
const ROUNDS = 20
const base = `http://127.0.0.1:${PORT}`

// The product itself, with its own data; the process is killed in the middle of writes, every other time its database server too.
test('SIGKILL in the middle of writes, 20 times: every confirmed change is there, the chain verifies, the next start works by itself', async () => {
  test.setTimeout(600_000)
  const folder = mkdtempSync(join(process.getuid?.() === 0 ? '/var/tmp' : tmpdir(), 'helhed-kill-'))
  chmodSync(folder, 0o755)
  const env = { ...process.env, HELHED_VAR: folder, PORT: String(PORT), HELHED_UNSAFE_FAST_DATABASE: '' }
  const confirmed = new Set<string>()
  let running: ChildProcess | undefined
  const begin = () => (running = spawn(process.execPath, ['cli.ts', 'serve'], { env, stdio: ['ignore', 'ignore', 'inherit'] }))
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const server = begin()
      await ready(server)
      const cookie = execFileSync(process.execPath, ['cli.ts', 'session', '--as', 'koordinator'], { env, encoding: 'utf8' }).trim()
      const caseId = await firstFamily(cookie)
      const writing = write(cookie, caseId, await firstPerson(cookie, caseId), round, confirmed)
      await new Promise((r) => setTimeout(r, 250 + ((round * 137) % 700)))
      if (round % 2) process.kill(Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
      server.kill('SIGKILL')
      await writing
    }
    expect(confirmed.size).toBeGreaterThan(ROUNDS)
    const server = begin()
    await ready(server)
    const cookie = execFileSync(process.execPath, ['cli.ts', 'session', '--as', 'koordinator'], { env, encoding: 'utf8' }).trim()
    const plan = await (await fetch(`${base}/api/v1/cases/${await firstFamily(cookie)}/plan`, { headers: { cookie } })).text()
    expect([...confirmed].filter((title) => !plan.includes(title))).toEqual([])
    expect(execFileSync(process.execPath, ['cli.ts', 'verify-log'], { env, encoding: 'utf8' })).not.toContain('BROKEN')
    server.kill('SIGTERM')
    await new Promise((r) => server.once('exit', r))
  } finally {
    running?.kill('SIGKILL') // an interrupted run leaves no server behind for the next
    rmSync(folder, { recursive: true, force: true })
  }
})

async function ready(server: ChildProcess): Promise<void> {
  for (let i = 0; i < 600; i++) {
    if (server.exitCode !== null) throw new Error(`the server stopped with ${server.exitCode} instead of starting`)
    const ok = await fetch(`${base}/healthz`).then((r) => r.ok, () => false)
    if (ok) return
    await new Promise((r) => setTimeout(r, 100))
  }
  throw new Error('the server did not start within a minute')
}

async function firstFamily(cookie: string): Promise<number> {
  const { families } = (await (await fetch(`${base}/api/v1/cases`, { headers: { cookie } })).json()) as { families: { caseId: number }[] }
  return families[0]!.caseId
}

async function firstPerson(cookie: string, caseId: number): Promise<number> {
  const { people } = (await (await fetch(`${base}/api/v1/cases/${caseId}/people`, { headers: { cookie } })).json()) as { people: { id: number }[] }
  return people[0]!.id
}

/** Adds goals, four at a time, until the server is gone; keeps the titles of those that were confirmed. */
async function write(cookie: string, caseId: number, person: number, round: number, confirmed: Set<string>): Promise<void> {
  const line = async (n: number) => {
    for (let i = 0; ; i++) {
      const title = `Prøve ${round}.${n}.${i} ud`
      const body = JSON.stringify({ kind: 'own', sector: 'coordination', title, subjects: [person] })
      const status = await fetch(`${base}/api/v1/cases/${caseId}/plan/goals`, { method: 'POST', headers: { cookie, 'content-type': 'application/json', origin: base }, body }).then((r) => r.status, () => 0)
      if (status === 0) return
      if (status === 201) confirmed.add(title)
      else if (status !== 500) throw new Error(`adding a goal: ${status}`) // 500: the database went first
    }
  }
  await Promise.all([0, 1, 2, 3].map(line))
}
