import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { inventedCpr } from '../app/platform/cpr/cpr.ts'
import { sit } from './steps/consent-access.ts'

const COLUMNS = ['family', 'cpr', 'name', 'birthday', 'relation', 'custodyOf', 'residence', 'street', 'protected', 'language', 'interpreter']
type Row = Record<string, string>

/** Ten families of four with that beginning of the name; three rows that cannot be read: 6, 12 and 41 as a spreadsheet counts. */
function fortyRows(name: string, begin: number): Row[] {
  const rows = Array.from({ length: 10 }, (_, i) => {
    const one = (first: string, relation: string, birthday: string, more: Row = {}): Row => ({
      family: `${name}${i}`, cpr: '', name: `${first} ${name}${i}`, birthday: `0${(i % 9) + 1}-${birthday}`, relation, custodyOf: '', residence: 'A', street: 'Bygaden 1, 8722 Hedensted', protected: 'nej', language: 'dansk', interpreter: 'nej', ...more,
    })
    return [
      one('Karla', 'mor', '01-1990', { custodyOf: 'Nora, Otto' }), one('Kaj', 'far', '02-1988', { custodyOf: 'Nora', residence: 'B', cpr: inventedCpr(`1988-02-0${(i % 9) + 1}`, 'male', begin + i) }),
      one('Nora', 'barn', '03-2016'), one('Otto', 'barn', '04-2019'),
    ]
  }).flat()
  rows[4] = { ...rows[4]!, birthday: '31-02-1990' }
  rows[10] = { ...rows[10]!, relation: 'onkel' }
  rows[39] = { ...rows[39]!, interpreter: 'måske' }
  return rows
}
const csv = (rows: Row[]): Buffer => Buffer.from([COLUMNS.join(';'), ...rows.map((r) => COLUMNS.map((c) => r[c]).join(';'))].join('\n'))
const BAD = [['6', 'birthday', /"31-02-1990" er ikke en dato/], ['12', 'relation', /"onkel" kender vi ikke/], ['41', 'interpreter', /Skriv ja eller nej, ikke "måske"/]] as const

test('import: 3 bad rows of 40 are listed with row, column and reason and nothing is changed; then the good families are taken', async ({ browser }, info) => {
  // In Thisted: ten families more would take the places that other journeys need in Hedensted.
  const jens = await sit(browser, info, 'thisted-administrator')
  const hanne = await sit(browser, info, 'thisted-projektleder')
  const { page } = jens
  await page.goto('/administration')
  await page.getByRole('link', { name: /^Hent familier ind/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Indlæs familier fra en fil' })).toBeVisible()
  await page.getByRole('button', { name: 'Se filen igennem' }).click()
  await expect(page.getByRole('link', { name: 'Vælg en fil' })).toBeVisible()
  await page.locator('input[type=file]').setInputFiles({ name: 'familier.csv', mimeType: 'text/csv', buffer: csv(fortyRows('Prøve', 40)) })
  await page.getByRole('button', { name: 'Se filen igennem' }).click()

  const table = page.getByRole('table', { name: '3 rækker kan ikke indlæses' })
  await expect(table).toBeVisible()
  for (const [i, [row, column, why]] of BAD.entries()) {
    const cells = table.getByRole('row').nth(i + 1).getByRole('cell')
    await expect(cells.nth(0)).toHaveText(row)
    await expect(cells.nth(1)).toHaveText(column)
    await expect(cells.nth(2)).toHaveText(why)
  }
  await expect(page.getByText('40 rækker', { exact: true })).toBeVisible()
  await expect(page.getByText(/^10 familier med 37 personer kan indlæses/)).toBeVisible()
  await jens.look('import-checked')
  await hanne.page.goto('/familier')
  await expect(hanne.page.getByText('Familien Prøve')).toHaveCount(0)

  await page.getByRole('button', { name: 'Indlæs de gode rækker, og lad resten ligge' }).click()
  await expect(page.getByText(/^Indlæst: 10 familier med 37 personer\./)).toBeVisible()
  await jens.look('import-done')
  await hanne.page.reload()
  await expect(hanne.page.getByRole('link', { name: /^Familien Prøve\d$/ })).toHaveCount(10)
  await expect(hanne.page.getByRole('row').filter({ hasText: 'Familien Prøve1' })).not.toContainText('Karla')
  await expect(hanne.page.getByRole('row').filter({ hasText: 'Familien Prøve0' })).toContainText('Indlæst fra fil: vælg koordinator')
})

test('import by the command: --dry-run says the same three rows and changes nothing; --template prints the columns', async ({ browser, baseURL }, info) => {
  // The folder of the server under test, written down by e2e/server.ts.
  const where = join(tmpdir(), `helhed-e2e-${new URL(baseURL ?? '').port}`)
  expect(existsSync(where), 'the data folder of the server that the tests started').toBe(true)
  const env = { ...process.env, HELHED_VAR: readFileSync(where, 'utf8'), HELHED_UNSAFE_FAST_DATABASE: '1' }
  const helhed = (...args: string[]): { code: number; out: string } => {
    try {
      return { code: 0, out: execFileSync(process.execPath, ['cli.ts', ...args], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }) }
    } catch (error) {
      const { status, stdout } = error as { status: number; stdout: string }
      return { code: status, out: stdout }
    }
  }
  const folder = mkdtempSync(join(tmpdir(), 'helhed-import-'))
  try {
    const file = join(folder, 'familier.csv')
    writeFileSync(file, csv(fortyRows('Kommando', 60)))
    expect(helhed('import', 'families', '--template').out.replace('\uFEFF', '').split('\r\n')[0]).toBe(COLUMNS.join(';'))
    const { code, out } = helhed('import', 'families', file, '--municipality', 'hedensted', '--dry-run')
    expect(code).toBe(1)
    for (const [row, column, why] of BAD) expect(out.split('\n').find((line) => line.includes(row) && line.includes(column)), row).toMatch(why)
    const hanne = await sit(browser, info, 'projektleder')
    await hanne.page.goto('/familier')
    await expect(hanne.page.getByText('Familien Kommando')).toHaveCount(0)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
