import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from './database.ts'

let t: TestDatabase
beforeAll(async () => {
  t = await createTestDatabase()
})

/** The real command, as an operator runs it against a server. */
function helhed(...args: string[]): { code: number; out: string; err: string } {
  const url = (u: string) => u.replace('@/', '@localhost/')
  const env = { ...process.env, DATABASE_URL: url(t.appUrl), DATABASE_OWNER_URL: url(t.ownerUrl), HELHED_DEMO: '1', HELHED_VAR: mkdtempSync(join(tmpdir(), 'helhed-operator-')) }
  try {
    return { code: 0, out: execFileSync(process.execPath, ['cli.ts', ...args], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }), err: '' }
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string }
    return { code: status, out: stdout, err: stderr }
  }
}
const ADD = ['municipality', 'add', '--number', '766', '--code', 'hedensted', '--name', 'Hedensted', '--pack', 'hedensted', '--project', 'Familier', '--capacity', '25']

test('ORG-02: an operator adds a municipality with its pack, and staff; a second project manager is refused', async () => {
  expect(helhed(...ADD)).toMatchObject({ code: 0 })
  expect(helhed(...ADD).err).toContain('there already')
  const staff = (username: string) => helhed('staff', 'add', '--municipality', 'hedensted', '--username', username, '--name', 'Navn', '--post', 'project-manager', '--project-role', 'project-manager')
  expect(staff('leder')).toMatchObject({ code: 0 })
  expect(staff('leder2').code).toBe(1)
  expect(helhed('staff', 'list', '--municipality', 'hedensted').out).toContain('leder')
  expect((await t.owner.query("select from staff where username = 'leder2'")).rowCount).toBe(0)
  expect((await t.owner.query('select from signer_rule where municipality_id = 766')).rowCount).toBeGreaterThan(0)
  expect(helhed('staff', 'close', '--municipality', 'hedensted', '--username', 'leder').code).toBe(0)
  const { rows } = await t.owner.query<{ event: string }>("select event from audit_log where municipality_id = 766 and event like 'operator.%' order by seq")
  expect(rows.map((r) => r.event)).toEqual(['operator.add-municipality', 'operator.add-staff', 'operator.close-staff'])
}, 60_000)

test('what makes no sense is said in a sentence, and nothing is done', async () => {
  expect(helhed('municipality', 'add', '--number', 'x', '--code', 'a', '--name', 'A', '--pack', 'hedensted', '--project', 'P').err).toContain('--number')
  expect(helhed('municipality', 'add', '--number', '787', '--code', 'thisted', '--name', 'A', '--pack', 'unknown', '--project', 'P').code).toBe(1)
  expect(helhed('staff', 'add', '--municipality', 'nowhere').err).toContain('nowhere')
  expect((await t.owner.query('select from municipality where municipality_id = 787')).rowCount).toBe(0)
}, 60_000)
