import { beforeAll, describe, expect, test } from 'vitest'
import { consentWorld } from '#app/consent/testing.ts'
import { Forbidden, NotFound } from '#app/platform/context.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aFamily, auditRows, insert, type World } from '#test/world.ts'
import { readMeasures } from './read-measures.server.ts'
import { readFigure, readProject } from './read-project.server.ts'

let t: TestDatabase
let w: World
let other: World
beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await consentWorld(t, { name: 'Andersen' })
  other = await consentWorld(t, { municipality: 787, name: 'Thy' })
  await aFamily(t, w, { name: 'Bager', inIntake: true })
})
const read = (who: Parameters<World['ctxFor']>[0] = 'projectManager') => readProject(w.ctxFor(who), { projectId: null })
const plan = async (of: World, next: string | null) => {
  const key = { municipality_id: of.municipalityId, case_id: of.caseId }
  const id = await insert(t, 'family_plan', { ...key, created_at: '2026-01-05T10:00:00Z', next_follow_up_on: next })
  await insert(t, 'plan_version', { ...key, plan_id: id, number: 1, made_at: '2026-01-06T10:00:00Z', made_by: '{}', agreed_on: '2026-01-06', at_meeting: false, goal_order: '{}' })
}

describe('the project manager’s page', () => {
  test('VIS-17, VIS-21, KOO-12: counts the families of the project by how far they have come, with places and caseloads', async () => {
    const p = await read()
    expect(p.families).toBe(2)
    expect(p.standings.reduce((sum, s) => sum + s.families, 0)).toBe(3)
    expect(p.caseloads).toEqual([{ staffId: w.staff.coordinator, name: 'Anna Holm', families: 2 }])
    expect(p.professionals.steps.find((s) => s.from === 2)?.families).toBe(2)
    expect(p.places?.taken).toBe(2)
    const [row] = await auditRows(t, 'monitoring.read-project')
    expect(row).toMatchObject({ outcome: 'done', person_ids: [], details: { project: w.projectId } })
  })

  test('PLAN-16, PLAN-19: a plan agreed without a date for follow-up is a figure that opens to the family, logged in its log', async () => {
    const fresh = { ...w, ...(await aFamily(t, w, { name: 'Carlsen' })) }
    await plan(fresh, null)
    expect((await read()).lacks.find((l) => l.lack === 'no-follow-up-date')?.families).toBe(1)
    const opened = await readFigure(w.ctxFor('projectManager'), { projectId: null, lack: 'no-follow-up-date' })
    expect(opened.families.map((f) => f.name)).toEqual(['Carlsen'])
    const rows = (await auditRows(t, 'monitoring.read-figure')).filter((r) => r.case_id === fresh.caseId)
    expect(rows[0]).toMatchObject({ outcome: 'done', bases: ['project'] })
    expect(rows[0]?.person_ids).toEqual(expect.arrayContaining([fresh.people.mette, fresh.people.ida]))
    await t.owner.query('update family_plan set next_follow_up_on = access.day(access.now()) + 30 where case_id = $1', [fresh.caseId])
    expect((await read()).lacks.find((l) => l.lack === 'no-follow-up-date')?.families).toBe(0)
  })

  test('VIS-20: a family that has left is counted by reason with its length of stay', async () => {
    const gone = await aFamily(t, w, { name: 'Dahl' })
    await insert(t, 'closure', { municipality_id: w.municipalityId, case_id: gone.caseId, closed_at: new Date().toISOString(), reason: 'moved', closed_by: w.staff.projectManager })
    const [exit] = (await read()).exits
    expect(exit).toMatchObject({ reason: 'moved', label: 'Er flyttet', families: 1 })
    expect((await readFigure(w.ctxFor('projectManager'), { projectId: null, reason: 'moved' })).families.map((f) => f.caseId)).toEqual([gone.caseId])
  })

  test('a family that the project manager must not see does not exist in any figure', async () => {
    const before = (await read()).families
    const known = await aFamily(t, w, { name: 'Egeskov' })
    expect((await read()).families).toBe(before + 1)
    await insert(t, 'disqualification', { municipality_id: w.municipalityId, case_id: known.caseId, staff_id: w.staff.projectManager, kind: 'declared', valid_from: new Date().toISOString() })
    expect((await read()).families).toBe(before)
  })

  test('refused for everybody else, and another municipality’s project does not exist', async () => {
    for (const who of ['coordinator', 'teacher', 'intake', 'steering', 'economist', 'administrator'] as const) {
      await expect(read(who)).rejects.toThrow(Forbidden)
      await expect(readFigure(w.ctxFor(who), { projectId: null })).rejects.toThrow(Forbidden)
      await expect(readMeasures(w.ctxFor(who), { projectId: null })).rejects.toThrow(Forbidden)
    }
    await expect(readProject(w.ctxFor('projectManager'), { projectId: other.projectId })).rejects.toThrow(NotFound)
    expect((await readProject(other.ctxFor('projectManager'), { projectId: null })).families).toBe(2)
  })

  test('an address that nobody wrote is no error: what is not a figure is no filter', async () => {
    const found = await readFigure(w.ctxFor('projectManager'), { projectId: null, standing: 'nonsense', lack: 'x', page: '-3', professionals: '' })
    expect(found.page).toBe(1)
    expect(found.total).toBeGreaterThan(0)
  })

  test('KNOW-02: what runs in every family, family by family; not the sector’s own', async () => {
    const f = await aFamily(t, w, { name: 'Frost' })
    const base = { municipality_id: w.municipalityId, case_id: f.caseId, category: 'plan', visibility: 'family', rhythm: 'weekly', takes_part: `{${f.people.ida}}`, subjects: `{${f.people.ida}}`, start_on: '2026-01-01' }
    await insert(t, 'activity', { ...base, sector: 'coordination', what: 'Madplan', author_staff_id: w.staff.coordinator })
    await insert(t, 'activity', { ...base, sector: 'education', what: 'Skolens egen', author_staff_id: w.staff.teacher })
    const r = await readMeasures(w.ctxFor('projectManager'), { projectId: null })
    expect(r.families.find((x) => x.caseId === f.caseId)?.measures.map((x) => x.what)).toEqual(['Madplan'])
    const rows = (await auditRows(t, 'monitoring.read-measures')).filter((x) => x.case_id === f.caseId)
    expect(rows[0]?.person_ids).toEqual([f.people.ida])
  })
})
