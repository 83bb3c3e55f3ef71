import { beforeAll, beforeEach, expect, test } from 'vitest'
import { appendFor } from '#app/platform/audit/testing.ts'
import { NotFound } from '#app/platform/context.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { assign, auditRows, aWorld, insert, type StaffName, type World } from '#test/world.ts'
import { readFamilyLog } from './read-family-log.server.ts'

let t: TestDatabase
let w: World
let shelf: { plan: number; staffNote: number; metteOnly: number }

beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t, { jonas: 'shared', assigned: ['coordinator', 'teacher'] })
  await aWorld(t, { municipality: 787 })
  const make = async (category: string, visibility: string, subjects: number[]) => insert(t, 'shelf', { municipality_id: 766, case_id: w.caseId, sector: 'coordination', category, visibility,
    household_shared: false, shielded_from: [], subjects })
  shelf = { plan: await make('plan', 'family', [w.people.ida]), staffNote: await make('plan', 'staff', [w.people.ida]), metteOnly: await make('plan', 'family', [w.people.mette]) }
})
beforeEach(() => t.owner.query('truncate audit_log, audit_head'))

const look = (who: StaffName, over: Partial<Parameters<typeof appendFor>[1]> = {}) =>
  appendFor(t, { actor: w.staff[who], event: 'plan.read', caseId: w.caseId, persons: [w.people.ida], shelves: [shelf.plan], bases: ['own-sector'], ...over })
const seen = async (who: 'mette' | 'jonas' | 'ida' | StaffName, caseId?: number) => {
  const log = await readFamilyLog(w.ctxFor(who), caseId === undefined ? {} : { caseId })
  return log.days.flatMap((d) => d.people.flatMap((p) => p.things.map((x) => `${p.who} ${x.what} ${x.times}${p.because ? ` (${p.because})` : ''}`)))
}

test('the mother sees who has looked, in plain words and counted per day', async () => {
  for (let i = 0; i < 3; i++) await look('coordinator')
  await look('teacher')
  expect(await seen('mette')).toEqual(['Line Krogh har set jeres plan 1', 'Anna Holm har set jeres plan 3'])
  const log = await readFamilyLog(w.ctxFor('mette'), {})
  expect(log.totals).toMatchObject([{ who: 'Anna Holm', times: 3 }, { who: 'Line Krogh', times: 1 }])
  expect(log.reader).toBe('family')
})

test('a row is shown only to who may read every record and knows every person it concerns', async () => {
  await look('coordinator', { shelves: [shelf.plan, shelf.staffNote] })
  await look('coordinator', { shelves: [shelf.metteOnly], persons: [w.people.mette], event: 'families.set-contact' })
  await look('coordinator', { shelves: [shelf.plan], persons: [w.people.mette, w.people.ida], event: 'families.read-family' })
  expect(await seen('mette')).toEqual(['Anna Holm har set, hvem der er i jeres familie 1', 'Anna Holm har rettet telefon eller e-mail 1'])
  expect(await seen('jonas')).toEqual([]) // shares custody of Ida, and is nobody's mate in Mette's household
  await look('coordinator')
  expect(await seen('jonas')).toEqual(['Anna Holm har set jeres plan 1'])
})

test('who is not of the team is shown by department and role, and two of them are one line', async () => {
  const second = await insert(t, 'staff', { municipality_id: 766, username: 'intake2', name: 'Mads Lund' })
  await insert(t, 'post', { municipality_id: 766, staff_id: second, department_id: w.departments['coordination'], role: 'intake-team', valid_from: '2020-01-01' })
  await look('intake', { bases: ['intake'] })
  await look('intake', { bases: ['intake'], actor: second })
  expect(await seen('mette')).toEqual(['Afdeling coordination (visitator) har set jeres plan 2'])
  expect(JSON.stringify(await readFamilyLog(w.ctxFor('mette'), {}))).not.toMatch(/Tove|Mads/)
})

test('who was of the team that day keeps the name after leaving it', async () => {
  await assign(t, w, w.caseId, 'jobcentre', { until: '2026-01-31' })
  await look('jobcentre', { at: '2026-01-15T10:00:00Z' })
  const log = await readFamilyLog(w.ctxFor('mette'), { months: 24 })
  expect(log.days[0]?.people[0]?.who).toBe('Karim Aziz')
  await look('jobcentre')
  expect((await seen('mette'))[0]).toBe('Afdeling employment (medarbejder) har set jeres plan 1')
})

test('break-glass is shown at once and says why; withheld it appears when its day has passed', async () => {
  const glass = await insert(t, 'break_glass', { municipality_id: 766, case_id: w.caseId, staff_id: w.staff.dutyOfficer, reason: 'akut', granted_at: '2026-11-10T08:00:00Z', until: '2026-11-10T12:00:00Z' })
  await look('dutyOfficer', { bases: ['break-glass'], at: '2026-11-10T09:00:00Z' })
  expect(await seen('mette')).toEqual(['Afdeling family-department (vagt for børn) har set jeres plan 1 (break-glass)'])
  await t.owner.query(`update break_glass set hidden_paragraph = 'x', hidden_reason = 'y', hidden_until = access.day(access.now()) where id = $1`, [glass])
  expect(await seen('mette')).toEqual([])
  await t.owner.query(`update break_glass set hidden_until = access.day(access.now()) - 1 where id = $1`, [glass])
  expect(await seen('mette')).toHaveLength(1)
})

test('reads on a legal basis are shown at once, unless it is withheld', async () => {
  const id = await insert(t, 'legal_basis', { municipality_id: 766, case_id: w.caseId, subject_id: w.people.ida, paragraph: '§', from_sectors: ['family-department'], to_sectors: ['education'], categories: ['plan'],
    valid_from: '2026-11-01', valid_until: '2027-01-01', reason: 'x', registered_by: w.staff.familyWorker, registered_at: '2026-11-01', confirm_by: '2026-11-03' })
  await look('teacher', { bases: ['legal-basis'] })
  expect(await seen('mette')).toEqual(['Line Krogh har set jeres plan 1 (legal-basis)'])
  await t.owner.query(`update legal_basis set hidden_until = access.day(access.now()) + 10 where id = $1`, [id])
  expect(await seen('mette')).toEqual([])
  await t.owner.query('delete from legal_basis where id = $1', [id])
})

test('withheld means that the granting and the withholding are not shown either', async () => {
  const at = '2026-11-12T08:00:00Z'
  const glass = await insert(t, 'break_glass', { municipality_id: 766, case_id: w.caseId, staff_id: w.staff.dutyOfficer, reason: 'akut', granted_at: at, until: '2026-11-12T12:00:00Z', hidden_until: '2150-01-01' })
  await look('dutyOfficer', { event: 'consent.break-glass', persons: [w.people.mette, w.people.ida, w.people.jonas], shelves: [], bases: ['break-glass'], at })
  await look('dutyOfficer', { event: 'consent.withhold', shelves: [], bases: [], at })
  await look('dutyOfficer', { event: 'overview.family-head', shelves: [], bases: ['household-names'], at }) // the names above every page of the case
  await look('projectManager', { event: 'consent.withhold', shelves: [], bases: [] })
  await look('coordinator', { at })
  expect(await seen('mette')).toEqual(['Anna Holm har set jeres plan 1'])
  await t.owner.query('update break_glass set hidden_until = null where id = $1', [glass])
  const shown = await seen('mette')
  expect(shown).toHaveLength(5)
  expect(shown).toContain('Afdeling family-department (vagt for børn) har åbnet jeres side 1 (break-glass)')
  expect((await seen('jonas')).filter((x) => x.includes('åbnet sagen'))).toHaveLength(1)
  await t.owner.query('delete from break_glass where id = $1', [glass])
})

test('that a shield was set, that somebody declared to know them, or a concern, is nothing the family’s list tells', async () => {
  for (const event of ['families.set-shield', 'families.lift-shield', 'families.declare-knows', 'concern.notify']) await look('coordinator', { event, shelves: [] })
  expect(await seen('mette')).toEqual([])
  expect((await seen('coordinator', w.caseId)).some((x) => x.includes('Anna Holm'))).toBe(true)
})

test('refused tries, the family’s own look-ups, jobs and rows about nobody are left out', async () => {
  await look('coordinator', { outcome: 'refused' })
  await look('coordinator', { persons: [], shelves: [] })
  await appendFor(t, { actor: w.people.mette, kind: 'member', event: 'plan.read', caseId: w.caseId, persons: [w.people.ida], shelves: [shelf.plan] })
  await appendFor(t, { actor: 0, kind: 'job', event: 'messages.deliver', caseId: w.caseId, persons: [w.people.mette] })
  expect(await seen('mette')).toEqual([])
})

test('staff who work with the whole case see everybody by name; others only themselves; who is not of the case finds nothing', async () => {
  await look('coordinator')
  await look('teacher')
  await look('intake', { bases: ['intake'] })
  expect((await seen('coordinator', w.caseId)).filter((x) => x.includes('plan')).toSorted()).toEqual([
    'Anna Holm har set familiens plan 1', 'Line Krogh har set familiens plan 1', 'Tove Riis har set familiens plan 1',
  ])
  await look('teacher', { shelves: [] })
  expect((await seen('teacher', w.caseId)).filter((x) => !x.startsWith('Line Krogh'))).toEqual([])
  await expect(readFamilyLog(w.ctxFor('jobcentre'), { caseId: w.caseId })).rejects.toThrow(NotFound)
  await expect(readFamilyLog(w.ctxFor('coordinator'), {})).rejects.toThrow(NotFound)
})

test('looking at the list is itself in the log', async () => {
  await readFamilyLog(w.ctxFor('coordinator'), { caseId: w.caseId })
  expect((await auditRows(t, 'rights.read-family-log')).at(-1)).toMatchObject({ case_id: w.caseId, actor_id: w.staff.coordinator })
  expect(await seen('mette')).toEqual(['Anna Holm har set, hvem der har set jeres oplysninger 1'])
})

test('a member gives the case of somebody else: nothing', async () => {
  await look('coordinator')
  const log = await readFamilyLog(w.ctxFor('mette'), { caseId: w.caseId + 999 })
  expect(log.days).toEqual([])
})
