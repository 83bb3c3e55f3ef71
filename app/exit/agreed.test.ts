import { beforeAll, beforeEach, expect, test } from 'vitest'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aWorld, type Family, insert, type World } from '#test/world.ts'
import { closeFamily, reopenFamily } from './close-family.server.ts'
import { readExit } from './read-exit.server.ts'
import { anOpenFamily, asProposed, packs } from './testing.ts'

let t: TestDatabase
let w: World
let f: Family
const today = new Date(Date.now() + 3_600_000).toISOString().slice(0, 10)
beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t)
  await packs(t, w)
})
beforeEach(async () => {
  f = await anOpenFamily(t, w)
})
const agreed = (what: string, more: Record<string, unknown>) =>
  insert(t, 'agreement', { municipality_id: w.municipalityId, case_id: f.caseId, sector: 'coordination', category: 'agreements', visibility: 'family', subjects: [f.people.mette], what, due_on: '2026-12-20', ...more })
const stateOf = async (id: number) => (await t.owner.query('select dropped_on is null and kept_on is null as open from agreement where id = $1', [id])).rows[0]!.open as boolean

test('MEET-16, VIS-20: an open agreement ends or goes on with somebody by name when the family leaves; kept ones are no matter; reopening puts it back', async () => {
  const mettes = await agreed('Ringer til banken', { owner_person: f.people.mette })
  const lines = await agreed('Skriver i Aula', { owner_staff: w.staff.teacher })
  const ends = await agreed('Kommer forbi', { owner_name: 'Mormor' })
  await agreed('Er klaret', { owner_person: f.people.mette, kept_on: '2026-01-01' })
  const page = await readExit(w.ctxFor('coordinator'), { caseId: f.caseId })
  const open = page.open.filter((o) => o.kind === 'agreed')
  expect(open.map((o) => [o.ref, o.text, o.proposed?.outcome, o.proposed?.name, o.proposed?.staffId])).toEqual([
    [mettes, 'Ringer til banken', 'handed-over', 'Mette', null],
    [lines, 'Skriver i Aula', 'handed-over', '', w.staff.teacher],
    [ends, 'Kommer forbi', 'handed-over', 'Mormor', null],
  ])
  const decisions = await asProposed(w.ctxFor('coordinator'), f.caseId)
  const close = (of: typeof decisions) =>
    closeFamily(w.ctxFor('coordinator'), { caseId: f.caseId, reason: 'goals-reached', leftOn: today, saidBy: '', words: '', decisions: of })
  await expect(close(decisions.filter((d) => d.kind !== 'agreed'))).rejects.toMatchObject({ issues: [{ field: `how.agreed.${mettes}` }, {}, {}] })
  await expect(close(decisions.map((d) => (d.ref === mettes && d.kind === 'agreed' ? { ...d, name: '' } : d)))).rejects.toMatchObject({ issues: [{ field: `who.agreed.${mettes}` }] })
  await close(decisions.map((d) => (d.ref === ends && d.kind === 'agreed' ? { ...d, outcome: 'ends', name: '' } : d)))
  expect([await stateOf(mettes), await stateOf(lines), await stateOf(ends)]).toEqual([true, true, false])
  const { rows } = await t.owner.query("select ref, outcome, name from exit_item where case_id = $1 and kind = 'agreed' order by ref", [f.caseId])
  expect(rows.map((r: { outcome: string; name: string }) => [r.outcome, r.name])).toEqual([
    ['handed-over', 'Mette'],
    ['handed-over', ''],
    ['ends', ''],
  ])
  await reopenFamily(w.ctxFor('projectManager'), { caseId: f.caseId, reason: 'Familien kom igen' })
  expect(await stateOf(ends)).toBe(true)
})
