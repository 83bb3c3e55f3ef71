import { beforeAll, expect, test } from 'vitest'
import excel from 'exceljs'
import { Forbidden, Invalid } from '#app/platform/context.ts'
import { inventedCpr } from '#app/platform/cpr/cpr.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { auditRows, aWorld, type World } from '#test/world.ts'
import { planImport } from './families-import.ts'
import { IMPORT_COLUMNS, type ImportRow } from './import-row.ts'
import { readFamily } from './read-family.server.ts'
import { importTemplate, readSheet } from './read-sheet.server.ts'
import { importReportText, runImport } from './run-import.server.ts'

const today = '2026-11-22'
let t: TestDatabase
let w: World
beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t)
})

/** Ten families of four: mother, father elsewhere, two children. */
function fortyRows(): Record<string, string>[] {
  return Array.from({ length: 10 }, (_, i) => {
    const one = (name: string, relation: string, born: string, n: number, more: Record<string, string> = {}) => ({
      family: `Fam${i}`,
      cpr: inventedCpr(born, n % 2 ? 'male' : 'female', i + 20),
      name: `${name} Prøve${i}`,
      birthday: '',
      relation,
      custodyOf: '',
      residence: 'A',
      street: 'Bygaden 1, 8722 Hedensted',
      protected: i === 3 ? 'ja' : 'nej',
      language: 'dansk',
      interpreter: 'nej',
      ...more,
    })
    return [
      one('Karla', 'mor', '1990-01-0' + ((i % 9) + 1), 0, { custodyOf: 'Nora, Otto' }),
      one('Kaj', 'far', '1988-02-0' + ((i % 9) + 1), 1, { custodyOf: 'Nora', residence: 'B' }),
      one('Nora', 'barn', '2016-03-0' + ((i % 9) + 1), 0),
      one('Otto', 'barn', '2019-04-0' + ((i % 9) + 1), 1),
    ]
  }).flat()
}
const asCsv = (rows: Record<string, string>[], delimiter = ';') =>
  [
    IMPORT_COLUMNS.join(delimiter),
    ...rows.map((r) => IMPORT_COLUMNS.map((c) => (r[c]?.includes(delimiter) ? `"${r[c]}"` : (r[c] ?? ''))).join(delimiter)),
  ].join('\n')
const file = (text: string, name = 'familier.csv') => ({ content: new TextEncoder().encode(text), name })
const withThreeBad = () => {
  const rows = fortyRows()
  rows[4] = { ...rows[4]!, cpr: '9913991234' }
  rows[10] = { ...rows[10]!, relation: 'onkel' }
  rows[39] = { ...rows[39]!, interpreter: 'måske' }
  return rows
}

test('all bad rows are found at once, each with row, column and a reason in both languages', async () => {
  const plan = planImport(await readSheet(file(asCsv(withThreeBad())).content, 'x.csv'), today)
  expect(plan.issues.map((i) => [i.row, i.field])).toEqual([
    [6, 'cpr'],
    [12, 'relation'],
    [41, 'interpreter'],
  ])
  expect(plan.issues[1]?.message).toEqual({
    da: 'Relationen "onkel" kender vi ikke. Skriv for eksempel mor, far, barn eller netværk',
    en: 'The relation "onkel" is not known. Write for example mother, father, child or network',
  })
  expect(plan.families.flatMap((f) => f.rows)).toHaveLength(37)
})

test.each<[Partial<ImportRow>, string]>([
  [{ family: '' }, 'family'],
  [{ name: '' }, 'name'],
  [{ birthday: '31-02-2010', cpr: '' }, 'birthday'],
  [{ birthday: '2030-01-01', cpr: '' }, 'birthday'],
  [{ birthday: '', cpr: '' }, 'birthday'],
  [{ birthday: '02-01-1990' }, 'birthday'],
  [{ protected: 'måske' }, 'protected'],
  [{ language: 'klingonsk nord' }, 'language'],
  [{ custodyOf: 'Ukendt' }, 'custodyOf'],
  [{ relation: 'constructor' }, 'relation'],
])('a row with %j is bad in the column %s', (change, field) => {
  const good: ImportRow = { row: 2, family: 'A', cpr: inventedCpr('1990-01-01', 'female', 0), name: 'Karla Prøve', relation: 'mor' }
  expect(planImport([good], today).issues).toEqual([])
  expect(planImport([{ ...good, ...change }], today).issues[0]?.field).toBe(field)
})

test('UDR-16: the unborn, the network, a child with two homes and a parent elsewhere', () => {
  const cpr = inventedCpr('1990-01-01', 'female', 0)
  const { families, issues } = planImport(
    [
      { row: 2, family: 'A', cpr, name: 'Karla Prøve', relation: 'Mor', custodyOf: 'Nora', residence: 'A' },
      { row: 3, family: 'A', birthday: '1.2.1988', name: 'Kaj Prøve', relation: 'far', residence: 'B' },
      { row: 4, family: 'A', birthday: '2016-03-01', name: 'Nora Prøve', relation: 'barn', residence: 'A + B' },
      { row: 5, family: 'A', birthday: '2027-02-01', relation: 'ventet barn', residence: 'A' },
      { row: 6, family: 'A', name: 'Karen', relation: 'netværk' },
    ],
    today,
  )
  expect(issues).toEqual([])
  expect(families[0]?.people.map((p) => [p.kind, p.residences])).toEqual([
    ['person', ['A']],
    ['person', ['B']],
    ['person', ['A', 'B']],
    ['unborn', ['A']],
    ['network', []],
  ])
})

test('files: semicolon, comma, UTF-8 with a mark, Latin-1, XLSX with dates and numbers; what is no such file is said', async () => {
  const rows = fortyRows().slice(0, 4)
  for (const text of [
    asCsv(rows),
    asCsv(
      rows.map((r) => ({ ...r, custodyOf: r['custodyOf']!.replace(', ', ' og '), street: '' })),
      ',',
    ),
    '\uFEFF' + asCsv(rows),
  ]) {
    expect(planImport(await readSheet(file(text).content, 'x.csv'), today).families[0]?.people.map((p) => p.lastName)).toEqual(
      Array(4).fill('Prøve0'),
    )
  }
  const latin1 = Uint8Array.from(asCsv(rows), (c) => c.charCodeAt(0))
  expect((await readSheet(latin1, 'x.csv'))[0]?.name).toBe('Karla Prøve0')
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('Ark1')
  sheet.addRow([...IMPORT_COLUMNS])
  sheet.addRow(['A', Number(inventedCpr('1990-01-01', 'female', 0)), 'Karla Prøve', new Date('1990-01-01T00:00:00Z'), 'mor'])
  const content = new Uint8Array(await book.xlsx.writeBuffer())
  expect(await readSheet(content, 'x.xlsx')).toMatchObject([{ row: 2, birthday: '1990-01-01', name: 'Karla Prøve' }])
  await expect(readSheet(file('a;b\n1;2').content, 'x.csv')).rejects.toThrow(Invalid)
  await expect(readSheet(new Uint8Array(), 'x.csv')).rejects.toThrow(Invalid)
  await expect(readSheet(Uint8Array.of(0x50, 0x4b, 1, 2), 'x.xlsx')).rejects.toThrow(Invalid)
  expect(planImport(await readSheet(file(importTemplate()).content, 'skabelon.csv'), today).issues.map((i) => i.field)).toEqual(['family']) // no CPR number
})

test('import with 3 bad rows of 40: nothing changes until told; then the good rows; again it does nothing twice', async () => {
  const admin = w.ctxFor('administrator')
  const cases = async () =>
    Number((await t.owner.query('select count(*) from family_case where municipality_id = $1', [w.municipalityId])).rows[0]?.count)
  const upload = file(asCsv(withThreeBad()))
  const preview = await runImport(admin, upload, { dryRun: true, acceptGoodRows: false })
  expect(preview).toMatchObject({ rows: 40, good: { families: 10, persons: 37 }, imported: { families: 0 } })
  expect(preview.issues).toHaveLength(3)
  expect(await runImport(admin, upload, { dryRun: false, acceptGoodRows: false })).toMatchObject({ imported: { families: 0, persons: 0 } })
  expect(await cases()).toBe(1)
  const done = await runImport(admin, upload, { dryRun: false, acceptGoodRows: true })
  expect(done.imported).toMatchObject({ families: 10, persons: 37 })
  expect(await cases()).toBe(11)
  const again = await runImport(admin, file(asCsv(fortyRows())), { dryRun: false, acceptGoodRows: true })
  expect(again.imported.families).toBe(0)
  expect(again.issues).toHaveLength(40)
  expect(again.issues.find((i) => i.row === 2)?.message.da).toBe('Personen er kendt; projektlederen har fået besked')
  expect(again.issues.find((i) => i.row === 6)?.field).toBe('family') // the row that was bad the first time
  expect(await cases()).toBe(11)
  expect(importReportText(preview, 'da', true)).toContain('række 12, relation: Relationen "onkel"')
  expect(importReportText(done, 'en', false)).toContain('Imported: 10 families with 37 people')
})

test('VIS-02: an imported family has its homes, custody, relations and protected address; the project manager sees it and has a task, the administrator does not', async () => {
  const id = Number((await t.owner.query("select id from family_case where name = 'Prøve3'")).rows[0]?.id)
  const seen = await readFamily(w.ctxFor('projectManager'), { caseId: id })
  expect(seen.households.map((h) => h.name)).toEqual(['A', 'B'])
  expect(seen.people.map((p) => [p.firstName, p.role])).toEqual([
    ['Kaj', 'other-parent'],
    ['Karla', 'family'],
    ['Nora', 'family'],
    ['Otto', 'family'],
  ])
  expect(seen.custody).toHaveLength(3)
  expect(seen.relations.filter((r) => r.kind === 'parent')).toHaveLength(4)
  expect(seen.addresses.every((a) => a.protected && a.street === null)).toBe(true)
  expect(seen.missing).toEqual([{ code: 'no-coordinator' }])
  await expect(readFamily(w.ctxFor('administrator'), { caseId: id })).rejects.toThrow()
  const { rows } = await t.owner.query("select count(*)::int as n from task where code = 'imported-family'")
  expect(rows[0]?.n).toBe(10)
})

test('only administrators and jobs of the municipality import; each attempt is logged, without any name or number', async () => {
  const upload = file(asCsv(fortyRows().slice(0, 4)))
  for (const who of ['coordinator', 'projectManager', 'mette'] as const)
    await expect(runImport(w.ctxFor(who), upload, { dryRun: true, acceptGoodRows: false })).rejects.toThrow(Forbidden)
  const other = await aWorld(t, { municipality: 787 })
  const job = await other.openSession('job', 0)
  expect((await runImport(job, upload, { dryRun: false, acceptGoodRows: false })).imported).toMatchObject({ families: 1, persons: 4 })
  await expect(runImport(job, upload, { dryRun: true, acceptGoodRows: false, projectCode: 'andet' })).rejects.toThrow(Invalid)
  const rows = [...(await auditRows(t, 'families.import')), ...(await auditRows(t, 'families.preview-import'))]
  expect(rows.filter((r) => r.outcome === 'refused')).toHaveLength(3)
  expect(JSON.stringify(rows)).not.toContain('Prøve')
})
