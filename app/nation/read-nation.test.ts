import { beforeAll, expect, test } from 'vitest'
import { applyShippedPack } from '#app/catalogue/testing.ts'
import { type Context, Forbidden, NotFound } from '#app/platform/context.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { registerMonth } from '#app/progression/register-month.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aHome, auditRows, aWorld, insert, type World } from '#test/world.ts'
import { signedIn } from '../../seed/testing.ts'
import { sumsAfter } from './queries.server.ts'
import { readCriterion, readNation } from './read-nation.server.ts'
import { readOwnCriteria } from './read-own-criteria.server.ts'

let t: TestDatabase
let w: World
let other: World
let office: Context
let evaluator: Context
beforeAll(async () => {
  t = await createTestDatabase()
  w = await aWorld(t)
  other = await aWorld(t, { municipality: 787 })
  await applyShippedPack(t, 766, 'hedensted')
  await t.owner.query("insert into municipality values (0, 'landet', 'Landet')")
  const department = await insert(t, 'department', { municipality_id: 0, code: 'programme-office', name: 'Programkontoret', sector: 'coordination' })
  const at = async (role: string) => {
    const id = await insert(t, 'staff', { municipality_id: 0, username: role, name: role })
    await insert(t, 'post', { municipality_id: 0, staff_id: id, department_id: department, role, valid_from: '2020-01-01' })
    return signedIn(t, { m: 0, kind: 'national', id })
  }
  office = await at('programme-office')
  evaluator = await at('evaluator')
  await sums(w, { n: 24, down: 12, up: 5 })
  await sums(other, { n: 8, down: 6, up: 1 })
})
const put = (table: string, row: Record<string, unknown>) => t.owner.query(`insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`, [JSON.stringify(row)])
const sums = (of: World, over: { n: number; up: number; down: number }, month = 12) =>
  put('progression_rollup', { municipality_id: of.municipalityId, project_id: of.projectId, indicator: 'child-health', month, above_zero: 0, amount_sum: 30, change_sum: -7, change_squares: 7, late: 0, ...over })
const health = async (after = 12) => (await readNation(office, { after, municipalities: true })).criteria.find((c) => c.code === 'child-health')!

test('MON-10, VIS-18: the programme office sees the whole country in sums, small groups hidden, logged without a person', async () => {
  const all = await readNation(office, { after: '12' })
  expect(all.smallest).toBe(5)
  expect((await health()).table).toMatchObject({ n: 32, columns: 'each', totals: [18, 8, 6] })
  // 787 has one who is worse: hidden, and with it as much as it takes
  const units = (await health()).table.units
  expect(units.find((u) => u.ids.includes(787))?.cells[2]).toBeNull()
  expect(units.find((u) => u.ids.includes(766))?.cells[2]).toBeNull()
  expect(all.scope).toMatchObject({ municipalities: 2, families: null })
  expect((await auditRows(t, 'nation.read'))[0]).toMatchObject({ municipality_id: 0, actor_kind: 'national', case_id: null, person_ids: [], details: { after: 12 } })
  expect((await health(24)).table.n).toBeNull()
})

test('one criterion by municipality says of how many who began so long ago it tells; another indicator is not there', async () => {
  await put('progression_begun', { municipality_id: 766, project_id: w.projectId, indicator: 'child-health', intake_month: '2024-02-01', n: 40 })
  expect(await readCriterion(office, { after: 12, code: 'child-health' })).toMatchObject({ measured: { x: 32, n: 40 }, criterion: { means: { start: 60 / 32 + 14 / 32, now: 60 / 32 } } })
  await expect(readCriterion(office, { after: 12, code: 'municipal-cost' })).rejects.toThrow(NotFound)
})

test('refused to everybody else, the evaluator too; a refusal is logged', async () => {
  for (const who of ['projectManager', 'steering', 'administrator', 'mette'] as const) await expect(readNation(w.ctxFor(who), { after: 12 })).rejects.toThrow(Forbidden)
  await expect(readNation(evaluator, { after: 12 })).rejects.toThrow(Forbidden)
  expect((await auditRows(t, 'nation.read')).filter((r) => r.outcome === 'refused')).toHaveLength(5)
})

test('the database itself gives sums to the national office and a project manager’s own, to nobody else; of persons nothing', async () => {
  const seen = (ctx: Context) => inTransaction(ctx, null, (tx) => sumsAfter(tx, 12))
  expect((await seen(office)).map((s) => s.municipalityId).toSorted((a, b) => a - b)).toEqual([766, 787])
  expect((await seen(w.ctxFor('projectManager'))).map((s) => s.municipalityId)).toEqual([766])
  for (const who of ['coordinator', 'economist', 'steering', 'administrator', 'mette'] as const) expect(await seen(w.ctxFor(who))).toEqual([])
  await expect(inTransaction(office, null, (tx) => tx.selectFrom('progression_standing').selectAll().execute())).rejects.toThrow(/permission|denied/i)
  expect(await inTransaction(office, null, (tx) => tx.selectFrom('progression_value').selectAll().execute())).toEqual([])
})

test('PROG-33: a registration moves the sums in the same go; the project manager sees the own project whole', async () => {
  const home = await aHome(t, w, { assigned: ['coordinator'] })
  await t.owner.query("update referral set intake_on = '2026-09-03' where case_id = $1", [home.caseId])
  const save = (month: string, text: string) =>
    registerMonth(home.ctxFor('coordinator'), { caseId: home.caseId, month, entries: [{ personId: home.people.ida, indicator: 'child-family', text, second: '', seen: null, confirmed: true }], keepRest: false })
  await save('2026-09-01', '3')
  await save('2026-10-01', '2')
  const { rows } = await t.owner.query("select month, n, up, down, change_sum::int as change from progression_rollup where indicator = 'child-family' order by month")
  expect(rows).toEqual([{ month: 0, n: 1, up: 0, down: 0, change: 0 }, { month: 1, n: 1, up: 0, down: 1, change: -1 }])
  const own = await readOwnCriteria(w.ctxFor('projectManager'), { after: 12 })
  expect(own.criteria.find((c) => c.code === 'child-health')?.table).toMatchObject({ n: 24, totals: [12, 7, 5] })
  await expect(readOwnCriteria(w.ctxFor('coordinator'), { after: 12 })).rejects.toThrow(Forbidden)
  await expect(readOwnCriteria(other.ctxFor('projectManager'), { after: 12, projectId: w.projectId })).rejects.toThrow(NotFound)
})
