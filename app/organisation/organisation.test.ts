import { beforeAll, expect, test } from 'vitest'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { auditRows, aWorld, insert, type World } from '#test/world.ts'
import { addDepartment, addService, changeDepartment, closeDepartment } from './departments.server.ts'
import { departmentCode } from './organisation.ts'
import { readDepartmentHistory, readDirectory } from './read-directory.server.ts'

let t: TestDatabase
let w: World
let other: World
beforeAll(async () => {
  t = await createTestDatabase()
  w = await aWorld(t)
  other = await aWorld(t, { municipality: 787 })
})

test('a code is made from a name', () => {
  expect(departmentCode('Børn & Læring', [])).toBe('boern-laering')
  expect(departmentCode('PPR', ['ppr', 'ppr-2'])).toBe('ppr-3')
})

test('ORG-13: the units around a family, what they offer and how they are reached, are found by every member of staff', async () => {
  const admin = w.ctxFor('administrator')
  await addService(admin, {
    departmentId: w.departments['education']!,
    name: 'PPR-rådgivning',
    what: 'Om et barns trivsel i skolen',
    howToReach: 'Ring tirsdag 9-10',
  })
  const seen = await readDirectory(w.ctxFor('teacher'), {})
  const school = seen.departments.find((d) => d.sector === 'education')
  expect(school?.services).toMatchObject([{ name: 'PPR-rådgivning', howToReach: 'Ring tirsdag 9-10' }])
  expect(school?.staff.map((s) => s.name)).toEqual(['Line Krogh'])
  expect(seen.may.change).toBe(false)
  expect((await readDirectory(w.ctxFor('mette'), {})).departments.every((d) => d.staff.length === 0)).toBe(true)
  expect((await readDirectory(other.ctxFor('teacher'), {})).departments.some((d) => d.id === school?.id)).toBe(false)
})

test('ORG-05: sectors are replaced by core tasks, and nothing is lost: the old unit, its name, its posts and its case stay', async () => {
  const admin = w.ctxFor('administrator')
  const { departmentId } = await addDepartment(admin, { name: 'Læring', sector: 'education', from: '2026-01-01', phone: '79 75 50 00' })
  const old = w.departments['education']!
  await changeDepartment(admin, { departmentId: old, name: 'Børn og undervisning', sector: 'education' })
  await closeDepartment(admin, { departmentId: old, lastDay: '2025-12-31', successorIds: [departmentId] })
  const seen = (await readDirectory(admin, {})).departments.find((d) => d.id === old)
  expect(seen).toMatchObject({ name: 'Børn og undervisning', validUntil: '2025-12-31', successors: [{ id: departmentId, name: 'Læring' }] })
  expect((await readDepartmentHistory(admin, { departmentId: old })).map((h) => h.name)).toEqual([
    'Børn og undervisning',
    'Afdeling education',
  ])
  const { rows } = await t.owner.query('select 1 from post where department_id = $1', [old])
  expect(rows).toHaveLength(1)
  expect(await auditRows(t, 'organisation.close-department')).toMatchObject([
    { outcome: 'done', actor_id: w.staff.administrator, details: { department: old, successors: [departmentId] } },
  ])
  await expect(closeDepartment(admin, { departmentId, lastDay: '2025-01-01' })).rejects.toThrow(Conflict)
  await expect(closeDepartment(admin, { departmentId, lastDay: '2026-12-31', successorIds: String(departmentId) })).rejects.toThrow(Invalid)
})

test('only an administrator changes departments, and only those of their municipality', async () => {
  const input = { departmentId: w.departments['health']!, name: 'Andet', sector: 'health' }
  for (const who of ['teacher', 'projectManager', 'mette'] as const)
    await expect(changeDepartment(w.ctxFor(who), input)).rejects.toThrow(Forbidden)
  await expect(changeDepartment(other.ctxFor('administrator'), input)).rejects.toThrow(NotFound)
  await expect(addDepartment(w.ctxFor('teacher'), { name: 'Ny', sector: 'health', from: '2026-01-01' })).rejects.toThrow(Forbidden)
  await expect(closeDepartment(w.ctxFor('teacher'), { departmentId: input.departmentId, lastDay: '2026-01-01' })).rejects.toThrow(Forbidden)
  await expect(addService(w.ctxFor('teacher'), { departmentId: input.departmentId, name: 'X' })).rejects.toThrow(Forbidden)
  await expect(readDepartmentHistory(w.ctxFor('teacher'), { departmentId: input.departmentId })).rejects.toThrow(Forbidden)
  expect((await auditRows(t, 'organisation.change-department')).filter((r) => r.outcome === 'refused')).toHaveLength(4)
})

test('ORG-02: a project has one project manager at a time, also in the database; another may follow', async () => {
  const role = { municipality_id: w.municipalityId, project_id: w.projectId, role: 'project-manager' }
  await expect(insert(t, 'project_role', { ...role, staff_id: w.staff.coordinator, valid_from: '2026-01-01' })).rejects.toThrow(
    'one_project_manager',
  )
  await t.owner.query("update project_role set valid_until = '2025-12-31' where role = 'project-manager' and municipality_id = $1", [
    w.municipalityId,
  ])
  expect(await insert(t, 'project_role', { ...role, staff_id: w.staff.coordinator, valid_from: '2026-01-01' })).toBeGreaterThan(0)
})
