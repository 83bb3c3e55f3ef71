import { beforeAll, describe, expect, test } from 'vitest'
import type { ExportTarget } from '#app/catalogue/pack-registers.ts'
import { applyShippedPack } from '#app/catalogue/testing.ts'
import { Forbidden, NotFound } from '#app/platform/context.ts'
import { registerMonth } from '#app/progression/register-month.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aHome, auditRows, aWorld, type World } from '#test/world.ts'
import { exportFile, exportMonth, readExports } from './export-month.server.ts'
import { asCsv, exportTable, type ExportValue } from './export-rows.ts'

const month = '2026-10-01'
const target: ExportTarget = {
  code: 'tool', label: { da: 'T', en: 'T' }, source: 'test', validFrom: '2000-01-01', validUntil: null, format: 'csv', indicators: [], names: { 'child-health': 'SUNDHED' }, carried: false,
  text: { da: 'T', en: 'T' }, columns: [{ heading: 'Sag', field: 'case-number' }, { heading: 'Navn', field: 'first-name' }, { heading: 'I', field: 'indicator' }, { heading: 'V', field: 'value' }, { heading: 'K', field: 'source' }],
}
const value = (over: Partial<ExportValue>): ExportValue => ({
  caseNumber: 'T-1', personId: 1, firstName: 'Ida', age: 9, month, indicator: 'child-health', number: 1.5, second: null, choice: null, how: 'judged', judgedMonth: month, source: '', ...over,
})

describe('the table for another tool', () => {
  test('PROG-36: the pack’s columns and names; a kept value is left out unless asked for; a formula is text', () => {
    const values = [value({ personId: 2, how: 'register', indicator: 'child-attendance', number: 92 }), value({ firstName: '=HYPERLINK("x")' }), value({ personId: 3, how: 'carried' })]
    expect(exportTable(target, values, [])).toEqual([['Sag', 'Navn', 'I', 'V', 'K'], ['T-1', '\'=HYPERLINK("x")', 'SUNDHED', '1,5', 'vurderet'], ['T-1', 'Ida', 'child-attendance', '92', 'register']])
    expect(exportTable({ ...target, carried: true }, values, [])).toHaveLength(4)
    expect(exportTable({ ...target, indicators: ['child-attendance'] }, values, [])).toHaveLength(2)
    expect(asCsv([['a;b', '"c"'], ['d', 'e']])).toBe('\uFEFF"a;b";"""c"""\r\nd;e\r\n')
  })
})

describe('a month of the project', () => {
  let t: TestDatabase
  let w: World
  let other: World
  beforeAll(async () => {
    t = await createTestDatabase()
    const world = await aWorld(t)
    other = await aWorld(t, { municipality: 787 })
    await applyShippedPack(t, world.municipalityId, 'hedensted')
    w = await aHome(t, world, { assigned: ['coordinator', 'teacher'] })
    await t.owner.query("update referral set decision = 'accepted', decided_at = '2026-08-01T10:00Z', intake_on = '2026-08-01' where case_id = $1", [w.caseId])
    await registerMonth(w.ctxFor('coordinator'), { caseId: w.caseId, month, entries: [{ personId: w.people.ida, indicator: 'child-health', text: '2' }, { personId: w.people.ida, indicator: 'child-attendance', text: '91' }] })
  })
  const get = (who: Parameters<World['ctxFor']>[0], over: object = {}) => exportMonth(w.ctxFor(who), { projectId: w.projectId, target: 'progression-tool', month, ...over })

  test('PROG-36: the project manager gets the values of the month, without names or CPR numbers; a row of the log for the family', async () => {
    expect((await readExports(w.ctxFor('projectManager'), { projectId: null })).targets).toMatchObject([{ code: 'progression-tool' }])
    const made = await get('projectManager')
    expect(made.name).toBe('helhed-progression-tool-2026-10.csv')
    const { body } = await exportFile(made)
    expect(String(body).split('\r\n')).toHaveLength(4)
    expect(String(body)).toContain(`;${w.people.ida};9;2026-10;child-attendance;`)
    expect(String(body)).not.toMatch(/Ida|\d{6}-?\d{4}/)
    expect(await auditRows(t, 'registers.export')).toMatchObject([{ outcome: 'done', case_id: w.caseId, person_ids: [w.people.ida], details: { target: 'progression-tool', month, values: 2 } }])
    expect((await exportFile({ ...made, format: 'xlsx' })).body).toBeInstanceOf(Uint8Array)
  })
  test('PROG-36: nobody else; not another municipality; not a tool that the pack does not know; not a family that the manager does not see', async () => {
    for (const who of ['coordinator', 'steering', 'administrator', 'mette'] as const) await expect(get(who === 'mette' ? 'teacher' : who), who).rejects.toThrow(Forbidden)
    await expect(exportMonth(other.ctxFor('projectManager'), { projectId: w.projectId, target: 'progression-tool', month })).rejects.toThrow(NotFound)
    await expect(get('projectManager', { target: 'no-such' })).rejects.toThrow(NotFound)
    await t.owner.query("insert into disqualification (municipality_id, case_id, staff_id, kind, valid_from) values ($1, $2, $3, 'declared', access.now() - interval '1 day')", [w.municipalityId, w.caseId, w.staff.projectManager])
    expect((await get('projectManager')).table).toHaveLength(1)
  })
})
