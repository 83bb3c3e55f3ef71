import excel from 'exceljs'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { applyShippedPack } from '#app/catalogue/testing.ts'
import { inventedCpr } from '#app/platform/cpr/cpr.ts'
import { sealCpr } from '#app/platform/cpr/cpr-column.server.ts'
import { Forbidden, Invalid } from '#app/platform/context.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { readRegistration } from '#app/progression/read-registration.server.ts'
import { registerMonth } from '#app/progression/register-month.server.ts'
import { readSpells } from '#app/spells/read-spells.server.ts'
import { registerSpell } from '#app/spells/register-spell.server.ts'
import { callApi } from '#test/api.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aHome, auditRows, aWorld, type World } from '#test/world.ts'
import { registersApi } from './api.server.ts'
import { importRegister, previewRegister, registerFile } from './run-import.server.ts'

let t: TestDatabase
let world: World
let other: World
let w: World
let cprs: { mette: string; ida: string }
let n = 0
const month = '2026-10-01'
beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  world = await aWorld(t, { today: '2026-11-22' })
  other = await aWorld(t, { municipality: 787 })
  await applyShippedPack(t, world.municipalityId, 'hedensted')
  await applyShippedPack(t, other.municipalityId, 'hedensted')
  await t.owner.query("update project set pack = 'hedensted' where id = $1", [other.projectId])
})
beforeEach(async () => {
  w = await aHome(t, world, { jonas: 'shared', assigned: ['coordinator', 'teacher'], today: '2026-11-22' })
  await t.owner.query("update referral set decision = 'accepted', decided_at = '2026-08-01T10:00Z', intake_on = '2026-08-01' where case_id = $1", [w.caseId])
  cprs = { mette: await number(w.people.mette, '1992-08-14'), ida: await number(w.people.ida, '2017-05-03') }
})

async function number(personId: number, born: string): Promise<string> {
  const digits = inventedCpr(born, 'female', n++)
  const { cpr_hash, cpr_encrypted } = sealCpr(w.municipalityId, digits)
  await t.owner.query("insert into person_cpr (municipality_id, case_id, sector, category, visibility, subjects, cpr_encrypted, cpr_hash) values ($1, $2, 'coordination', 'identity', 'family', $3, $4, $5)",
    [w.municipalityId, w.caseId, [personId], cpr_encrypted, cpr_hash])
  return digits
}
type Who = Parameters<World['ctxFor']>[0]
const csv = (head: string, ...rows: string[]) => registerFile(new TextEncoder().encode([head, ...rows].join('\n')), 'fil.csv')
const ABSENCE = 'CPR-nummer;Måned;Fravær i procent'
const input = async (mapping: string, head: string, rows: string[], over: object = {}) => ({ projectId: w.projectId, mapping, file: await csv(head, ...rows), ...over })
const look = async (mapping: string, head: string, rows: string[], over: object = {}, who: Who = 'projectManager') => previewRegister(w.ctxFor(who), await input(mapping, head, rows, over))
const take = async (mapping: string, head: string, rows: string[], over: object = {}, who: Who = 'projectManager') => importRegister(w.ctxFor(who), await input(mapping, head, rows, over))
const attendance = async (at = month) =>
  (await readRegistration(w.ctxFor('coordinator'), { caseId: w.caseId, month: at })).rows.find((r) => r.indicator.code === 'child-attendance')?.cells.find((c) => c?.field.member.id === w.people.ida)?.now
const type = (text: string, seen: number | null = null) =>
  registerMonth(w.ctxFor('coordinator'), { caseId: w.caseId, month, entries: [{ personId: w.people.ida, indicator: 'child-attendance', text, seen, confirmed: true }] })
const written = async () => Number((await t.owner.query('select count(*) from progression_value where case_id = $1', [w.caseId])).rows[0]?.count)

describe('values from a file', () => {
  test('PROG-24: a value stands with file, row and import as its source; people outside the project are only counted; a row of the log for the family', async () => {
    const rows = [`${cprs.ida};2026-10;8`, `${inventedCpr('2010-01-01', 'male', 900)};2026-10;50`]
    expect(await look('school-absence', ABSENCE, rows)).toMatchObject({ rows: 2, issues: [], unknown: 1, people: 1, families: 1, tally: { written: 1 }, importId: null })
    expect(await attendance()).toBeNull()
    const done = await take('school-absence', ABSENCE, rows)
    expect(done).toMatchObject({ unknown: 1, tally: { written: 1, kept: 0 } })
    expect(await attendance()).toMatchObject({ number: 92, how: 'register', source: `fil.csv, række 2 (indlæsning ${done.importId})` })
    expect((await auditRows(t, 'registers.import')).filter((r) => r.case_id === w.caseId)).toMatchObject([{ outcome: 'done', person_ids: [w.people.ida], details: { register: 'school-absence', rows: 2, written: 1, import: done.importId } }])
    expect((await auditRows(t, 'registers.preview')).filter((r) => r.case_id === w.caseId)).toHaveLength(1)
    const { rows: kept } = await t.owner.query('select row_count, unknown, written, imported_by from register_import where id = $1', [done.importId])
    expect(kept).toMatchObject([{ row_count: 2, unknown: 1, written: 1 }])
  })

  test('PROG-02: the same file again changes nothing; a later file of the register replaces the register’s own value', async () => {
    await take('school-absence', ABSENCE, [`${cprs.ida};2026-10;8`])
    expect(await take('school-absence', ABSENCE, [`${cprs.ida};2026-10;8`])).toMatchObject({ tally: { written: 0, replaced: 0, unchanged: 1 } })
    expect(await written()).toBe(1)
    expect(await take('school-absence', ABSENCE, [`${cprs.ida};10-2026;12`])).toMatchObject({ tally: { replaced: 1 }, differences: [] })
    expect(await attendance()).toMatchObject({ number: 88 })
    expect(await written()).toBe(2) // the first one stays in the history
  })

  test('PROG-02: what somebody typed is shown as a difference and stands; the register’s is taken only when chosen, and only instead of the value that was seen', async () => {
    await type('95')
    const seen = await look('school-absence', ABSENCE, [`${cprs.ida};2026-10;8`])
    expect(seen).toMatchObject({ tally: { written: 0, kept: 1 }, differences: [{ kind: 'value', row: 2, personId: w.people.ida, typed: '95', register: '92', when: month }] })
    await take('school-absence', ABSENCE, [`${cprs.ida};2026-10;8`])
    expect(await attendance()).toMatchObject({ number: 95, how: 'judged' })
    await type('96', seen.differences[0]!.take[0])
    await take('school-absence', ABSENCE, [`${cprs.ida};2026-10;8`], { takeValues: seen.differences[0]!.take })
    expect(await attendance()).toMatchObject({ number: 96 })
    const again = await look('school-absence', ABSENCE, [`${cprs.ida};2026-10;8`])
    expect(await take('school-absence', ABSENCE, [`${cprs.ida};2026-10;8`], { takeValues: again.differences[0]!.take })).toMatchObject({ tally: { replaced: 1, kept: 0 } })
    expect(await attendance()).toMatchObject({ number: 92, how: 'register' })
  })

  test('PROG-24: with a bad row nothing changes until the good ones are accepted; a month before the family came is left out', async () => {
    const rows = [`${cprs.ida};2026-10;8`, `${cprs.ida};2026-09;120`, `${cprs.mette};2026-10;5`, '1;2026-10;5', `${cprs.ida};2026-07;5`]
    const refused = await take('school-absence', ABSENCE, rows)
    expect(refused.issues.map((i) => [i.row, i.field])).toEqual([[3, 'Fravær i procent'], [4, 'Fravær i procent'], [5, 'CPR-nummer']])
    expect(refused).toMatchObject({ importId: null, tally: { written: 0 } })
    expect(await written()).toBe(0)
    expect(await take('school-absence', ABSENCE, rows, { acceptGoodRows: true })).toMatchObject({ tally: { written: 1, before: 1 } })
  })

  test('PROG-21: hours with attendance; grades are refused for a child of nine; a workbook is read like a CSV', async () => {
    await take('work-hours', 'CPR;Måned;Timer om ugen;Fremmøde %', [`${cprs.mette};2026-10;12,5;90`])
    const page = await readRegistration(w.ctxFor('coordinator'), { caseId: w.caseId, month })
    expect(page.rows.find((r) => r.indicator.code === 'parent-hours-attendance')?.cells.find((c) => c?.field.member.id === w.people.mette)?.now).toMatchObject({ number: 12.5, second: 90, how: 'register' })
    expect((await look('school-grades', 'CPR;Måned;Snit', [`${cprs.ida};2026-10;7`])).issues[0]?.message.da).toBe('Det spørger vi ikke om for en person i den alder')
    const book = new excel.Workbook()
    const sheet = book.addWorksheet('Ark1')
    sheet.addRow(['CPR', 'Måned', 'Fravær %'])
    sheet.addRow([cprs.ida, new Date('2026-10-01T00:00:00Z'), 4])
    const file = await registerFile(new Uint8Array(await book.xlsx.writeBuffer()), 'fil.xlsx')
    expect(await previewRegister(w.ctxFor('projectManager'), { projectId: w.projectId, mapping: 'school-absence', file })).toMatchObject({ issues: [], tally: { written: 1 } })
  })
})

describe('who may', () => {
  test('PROG-02: the project manager of the project and a job of the municipality; nobody else, and each refusal is logged', async () => {
    for (const who of ['coordinator', 'administrator', 'teacher', 'steering', 'mette'] as const) await expect(look('school-absence', ABSENCE, [`${cprs.ida};2026-10;8`], {}, who), who).rejects.toThrow(Forbidden)
    await expect(importRegister(other.ctxFor('projectManager'), await input('school-absence', ABSENCE, [`${cprs.ida};2026-10;8`]))).rejects.toThrow(Forbidden)
    expect((await auditRows(t, 'registers.import')).at(-1)).toMatchObject({ outcome: 'refused' })
    expect(await importRegister(other.ctxFor('projectManager'), await input('school-absence', ABSENCE, [`${cprs.ida};2026-10;8`], { projectId: other.projectId }))).toMatchObject({ unknown: 1, people: 0, tally: { written: 0 } })
    const job = await w.openSession('job', 0)
    await type('95')
    expect(await importRegister(job, await input('school-absence', ABSENCE, [`${cprs.ida};2026-10;8`, `${cprs.ida};2026-09;8`]))).toMatchObject({ tally: { written: 1, kept: 1 }, differences: [{ typed: '' }] })
    expect(await attendance()).toMatchObject({ number: 95 })
    await expect(look('no-such', ABSENCE, [])).rejects.toThrow(Invalid)
  })
  test('PROG-02: a family that is closed, and one whose project manager is disqualified, are as people we do not know', async () => {
    await t.owner.query("insert into disqualification (municipality_id, case_id, staff_id, kind, valid_from) values ($1, $2, $3, 'declared', access.now() - interval '1 day')", [w.municipalityId, w.caseId, w.staff.projectManager])
    expect(await look('school-absence', ABSENCE, [`${cprs.ida};2026-10;8`])).toMatchObject({ unknown: 1, people: 0 })
    await t.owner.query("insert into closure (municipality_id, case_id, closed_at, reason) values ($1, $2, access.now() - interval '1 day', 'other')", [w.municipalityId, w.caseId])
    expect(await previewRegister(await w.openSession('job', 0), await input('school-absence', ABSENCE, [`${cprs.ida};2026-10;8`]))).toMatchObject({ unknown: 1 })
  })
  test('PROG-02: a statement of one’s own cannot write into a case of another project, nor a spell that is not there', async () => {
    const { inTransaction } = await import('#app/platform/db.server.ts')
    const { sql } = await import('kysely')
    const rows = JSON.stringify([{ n: 1, case: other.caseId, person: other.people.ida, indicator: 'child-attendance', month, number: 1, source: 'x' }])
    await expect(inTransaction(w.ctxFor('projectManager'), null, (tx) => sql`select access.take_register_values(${w.projectId}, ${rows}::jsonb, true)`.execute(tx))).rejects.toThrow()
    await expect(inTransaction(w.ctxFor('coordinator'), null, (tx) => sql`select access.take_register_values(${w.projectId}, '[]'::jsonb, true)`.execute(tx))).rejects.toThrow()
    await expect(inTransaction(w.ctxFor('projectManager'), null, (tx) => sql`select access.take_register_spells(${w.projectId}, '[{"id": 987654, "until": "2026-01-01"}]'::jsonb, '[]'::jsonb)`.execute(tx))).rejects.toThrow()
  })
})

describe('support from a file', () => {
  const WEEKS = 'CPR;Uge;Ydelseskode;Visitation'
  const spells = async () => (await readSpells(w.ctxFor('coordinator'), { caseId: w.caseId, personId: w.people.mette })).spells.toReversed().map((s) => [s.kind, s.status, s.from, s.until])
  test('ECO-07: weeks become spells with their source; the same file again changes nothing; the next file goes on', async () => {
    const file = [`${cprs.mette};202632;130;Jobparat`, `${cprs.mette};202633;130;Jobparat`, `${cprs.mette};202634;771;`]
    const done = await take('support-weeks', WEEKS, file)
    expect(done).toMatchObject({ issues: [], tally: { written: 2 } })
    expect(await spells()).toEqual([['benefit', 'cash-benefit-job-ready', '2026-08-03', '2026-08-16'], ['work', 'flexi-job', '2026-08-17', null]])
    expect((await t.owner.query('select source from spell where case_id = $1 order by id', [w.caseId])).rows[0]?.source).toBe(`fil.csv, række 2-3 (indlæsning ${done.importId})`)
    expect(await take('support-weeks', WEEKS, file)).toMatchObject({ tally: { written: 0, replaced: 0, unchanged: 2 } })
    await take('support-weeks', WEEKS, [`${cprs.mette};202634;771;`, `${cprs.mette};202635;890;`, `${cprs.mette};202636;890;`])
    expect(await spells()).toEqual([['benefit', 'cash-benefit-job-ready', '2026-08-03', '2026-08-16'], ['work', 'flexi-job', '2026-08-17', '2026-08-23'], ['benefit', 'sickness-benefit', '2026-08-24', null]])
  })
  test('ECO-07: a typed spell stands until the register’s is chosen, and then ends the day before', async () => {
    await registerSpell(w.ctxFor('coordinator'), { caseId: w.caseId, personId: w.people.mette, kind: 'benefit', status: 'cash-benefit-activity-ready', from: '2026-01-01' })
    const file = [`${cprs.mette};01-09-2026;;Sygedagpenge`]
    const seen = await take('support-periods', 'CPR;Fra;Til;Ydelse', file)
    expect(seen).toMatchObject({ tally: { written: 0, kept: 1 }, differences: [{ kind: 'spell', typed: 'Kontanthjælp, aktivitetsparat, 01.01.2026 –', register: 'Sygedagpenge, 01.09.2026 –' }] })
    expect(await spells()).toEqual([['benefit', 'cash-benefit-activity-ready', '2026-01-01', null]])
    expect(await take('support-periods', 'CPR;Fra;Til;Ydelse', file, { takeSpells: seen.differences[0]!.take })).toMatchObject({ tally: { replaced: 1 } })
    expect(await spells()).toEqual([['benefit', 'cash-benefit-activity-ready', '2026-01-01', '2026-08-31'], ['benefit', 'sickness-benefit', '2026-09-01', null]])
    expect((await auditRows(t, 'registers.import')).filter((r) => r.case_id === w.caseId).at(-1)).toMatchObject({ person_ids: [w.people.mette] })
  })
  test('ECO-07: an unknown code, a missing word and two at a time are bad rows', async () => {
    const report = await look('support-weeks', WEEKS, [`${cprs.mette};202632;999;`, `${cprs.mette};202633;130;`, `${cprs.mette};202634;771;`])
    expect(report.issues.map((i) => [i.row, i.field])).toEqual([[2, 'Ydelseskode'], [3, 'Visitation']])
    const two = await look('support-periods', 'CPR;Fra;Til;Ydelse', [`${cprs.mette};01-08-2026;;SU`, `${cprs.mette};01-09-2026;;Barsel`])
    expect(two.issues).toMatchObject([{ row: 3, message: { da: 'Overlapper række 2' } }])
  })
})

test('PROG-02: over the API by the same rules: looked through, refused while a row is bad, taken with the good ones; nobody else', async () => {
  const text = [ABSENCE, `${cprs.ida};2026-10;8`, `${cprs.ida};femte;8`].join('\n')
  const post = (ctx: ReturnType<World['ctxFor']>, step: string, over: object = {}) => callApi(registersApi, ctx)('POST', `/projects/${w.projectId}/registers/school-absence/${step}`, { text, ...over })
  const manager = w.ctxFor('projectManager')
  expect(await (await post(manager, 'preview')).json()).toMatchObject({ importId: null, issues: [{ row: 3, field: 'Måned' }], tally: { written: 1 } })
  expect(await (await post(manager, 'import')).json()).toMatchObject({ importId: null, tally: { written: 0 } })
  expect(await written()).toBe(0)
  expect(await (await post(manager, 'import', { acceptGoodRows: true })).json()).toMatchObject({ importId: expect.any(Number), tally: { written: 1 } })
  expect(await attendance()).toMatchObject({ number: 92, how: 'register' })
  expect((await post(manager, 'preview', { text: '' })).status).toBe(422)
  expect([(await post(w.ctxFor('coordinator'), 'import')).status, (await post(other.ctxFor('projectManager'), 'import')).status]).toEqual([403, 403])
})
