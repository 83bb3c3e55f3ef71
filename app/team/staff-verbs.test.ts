import { beforeAll, expect, test } from 'vitest'
import { applyShippedPack } from '#app/intake/testing.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { auditRows, aWorld, type World } from '#test/world.ts'
import { addPost, addPostUnit, addProjectRole, endPost, endPostUnit, endProjectRole } from './change-posts.server.ts'
import { addReach, addStaffing, endReach, endStaffing } from './change-staffing.server.ts'
import { addStaff, changeStaff, closeStaff } from './change-staff.server.ts'
import { readOwnCard, readPhotoFile } from './read-face.server.ts'
import { readStaffing } from './read-staffing.server.ts'
import { readStaffList, readStaffMember } from './read-staff.server.ts'
import { removePhoto, setCard, setPhoto } from './set-face.server.ts'
import { pngOf } from './testing.ts'

let t: TestDatabase
let w: World
let other: World
const today = new Date().toISOString().slice(0, 10)
const picture = pngOf(120, 120)

beforeAll(async () => {
  t = await createTestDatabase()
  w = await aWorld(t)
  other = await aWorld(t, { municipality: 787 })
  await applyShippedPack(t, 766, 'hedensted')
  await applyShippedPack(t, 787, 'thisted')
})
const admin = () => w.ctxFor('administrator')
const manager = () => w.ctxFor('projectManager')
const fields = async (promise: Promise<unknown>): Promise<string[]> => {
  const error = await promise.then(
    () => null,
    (e: unknown) => e,
  )
  if (!(error instanceof Invalid)) throw error ?? new Error('nothing was refused')
  return error.issues.map((one) => one.field)
}
const last = async (event: string) => (await auditRows(t, event)).filter((row) => row.outcome === 'done').at(-1)

test('MEET-23: a colleague’s own photo is seen by colleagues and by the families she works with, and by nobody else', async () => {
  const staffId = w.staff.coordinator
  await setPhoto(w.ctxFor('coordinator'), { staffId, file: picture })
  expect((await readPhotoFile(w.ctxFor('teacher'), staffId)).mime).toBe('image/png')
  expect((await readPhotoFile(w.ctxFor('mette'), staffId)).bytes.length).toBeGreaterThan(50)
  await setPhoto(admin(), { staffId: w.staff.economist, file: picture })
  await expect(readPhotoFile(w.ctxFor('mette'), w.staff.economist)).rejects.toThrow(NotFound)
  await expect(readPhotoFile(other.ctxFor('coordinator'), staffId)).rejects.toThrow(NotFound)
  expect((await readOwnCard(w.ctxFor('coordinator'), {})).face.photo).toMatch(/^\/medarbejdere\/\d+\/foto\?v=[0-9a-f]{12}$/)
  expect(await last('team.set-photo')).toMatchObject({ details: { staff: w.staff.economist } })
})
test('MEET-23: a photo is set and taken away by oneself or an administrator only, and must be a picture', async () => {
  const staffId = w.staff.teacher
  await expect(setPhoto(w.ctxFor('coordinator'), { staffId, file: picture })).rejects.toThrow(Forbidden)
  await expect(setPhoto(w.ctxFor('mette'), { staffId, file: picture })).rejects.toThrow(Forbidden)
  await expect(setPhoto(other.ctxFor('administrator'), { staffId, file: picture })).rejects.toThrow(NotFound)
  expect(await fields(setPhoto(admin(), { staffId, file: Buffer.from('<svg/>') }))).toEqual(['file'])
  await setPhoto(admin(), { staffId, file: picture })
  await setPhoto(w.ctxFor('teacher'), { staffId, file: pngOf(140, 140) })
  await expect(removePhoto(w.ctxFor('coordinator'), { staffId })).rejects.toThrow(Forbidden)
  await removePhoto(w.ctxFor('teacher'), { staffId })
  await expect(readPhotoFile(w.ctxFor('coordinator'), staffId)).rejects.toThrow(NotFound)
})
test('KOO-15: telephone and hours are one’s own to write, or an administrator’s', async () => {
  const card = { staffId: w.staff.coordinator, phone: '79 00 00 01', hours: 'Hverdage 8-15', outsideHours: 'Læg en besked' }
  await setCard(w.ctxFor('coordinator'), card)
  expect((await readOwnCard(w.ctxFor('coordinator'), {})).face).toMatchObject({ phone: '79 00 00 01', hours: 'Hverdage 8-15' })
  await setCard(admin(), { ...card, phone: '79 00 00 02' })
  expect((await readOwnCard(w.ctxFor('coordinator'), {})).ownPhone).toBe('79 00 00 02')
  await expect(setCard(w.ctxFor('teacher'), card)).rejects.toThrow(Forbidden)
  await expect(setCard(other.ctxFor('administrator'), card)).rejects.toThrow(NotFound)
  await expect(readOwnCard(w.ctxFor('mette'), {})).rejects.toThrow(NotFound)
  expect(await last('team.set-card')).toMatchObject({ details: { staff: w.staff.coordinator } })
})
test('ORG-12: staffing by function and hours, with its changes; the project manager and the administrator write it', async () => {
  const place = { projectId: w.projectId, function: 'health-consultant', staffId: '', hoursPerWeek: '15', from: addDays(today, -400), until: '' }
  await expect(addStaffing(w.ctxFor('coordinator'), place)).rejects.toThrow(Forbidden)
  await expect(addStaffing(other.ctxFor('projectManager'), place)).rejects.toThrow(NotFound)
  expect(await fields(addStaffing(manager(), { ...place, function: 'juggler' }))).toEqual(['function'])
  expect(await fields(addStaffing(manager(), { ...place, staffId: other.staff.teacher }))).toEqual(['staffId'])
  const { id } = await addStaffing(manager(), place)
  await addStaffing(admin(), { ...place, function: 'budget-function', hoursPerWeek: '7', staffId: w.staff.economist })
  const end = { projectId: w.projectId, staffingId: id, until: addDays(today, -30) }
  await expect(endStaffing(w.ctxFor('coordinator'), end)).rejects.toThrow(Forbidden)
  await endStaffing(manager(), end)
  await expect(endStaffing(manager(), end)).rejects.toThrow(Conflict)
  await expect(endStaffing(other.ctxFor('projectManager'), { ...end, projectId: other.projectId })).rejects.toThrow(NotFound)
  const page = await readStaffing(manager(), { projectId: '' })
  expect(page.now).toEqual({ people: 1, minutes: 420, unknown: 0 })
  expect(page.steps.map((one) => one.minutes)).toEqual([1320, 420])
  expect((await readStaffing(w.ctxFor('steering'), {})).may.change).toBe(false)
  await expect(readStaffing(w.ctxFor('teacher'), {})).rejects.toThrow(Forbidden)
  await expect(readStaffing(manager(), { projectId: other.projectId + 900 })).rejects.toThrow(NotFound)
  expect(await last('team.add-staffing')).toMatchObject({ details: { project: w.projectId } })
})
test('ORG-03: the project manager’s way into each area, dated; areas without one are named', async () => {
  const reach = { projectId: w.projectId, departmentId: w.departments['employment'], contactId: w.staff.jobcentre, from: addDays(today, -10) }
  await expect(addReach(w.ctxFor('coordinator'), reach)).rejects.toThrow(Forbidden)
  await expect(addReach(other.ctxFor('projectManager'), reach)).rejects.toThrow(NotFound)
  const { id } = await addReach(manager(), reach)
  expect(await fields(addReach(manager(), reach))).toEqual(['departmentId'])
  const sectors = async () => (await readStaffing(manager(), {})).missing.map((one) => one.sector)
  expect(await sectors()).not.toContain('employment')
  await endReach(manager(), { projectId: w.projectId, reachId: id, until: addDays(today, -1) })
  expect(await sectors()).toContain('employment')
  await expect(endReach(w.ctxFor('coordinator'), { projectId: w.projectId, reachId: id, until: today })).rejects.toThrow(Forbidden)
  await expect(endReach(other.ctxFor('projectManager'), { projectId: other.projectId, reachId: id + 99, until: today })).rejects.toThrow(NotFound)
})
test('ORG-02: exactly one project manager; the next one follows without a gap, and none is simply ended', async () => {
  const next = { staffId: w.staff.coordinator2, projectId: w.projectId, role: 'project-manager', fullTime: 'on', from: addDays(today, 20), until: '' }
  await expect(addProjectRole(manager(), next)).rejects.toThrow(Forbidden)
  await expect(addProjectRole(other.ctxFor('administrator'), next)).rejects.toThrow(NotFound)
  expect(await fields(addProjectRole(admin(), { ...next, staffId: w.staff.projectManager }))).toEqual(['role'])
  await addProjectRole(admin(), next)
  expect(await fields(addProjectRole(admin(), { ...next, staffId: w.staff.teacher, from: addDays(today, 5) }))).toEqual(['from'])
  expect((await readStaffing(manager(), {})).managers.map((one) => [one.name, one.fullTime, one.until])).toEqual([
    ['Peter Bak', true, null],
    ['Hanne Kjær', null, addDays(today, 19)],
  ])
  const held = (await readStaffMember(admin(), { staffId: w.staff.coordinator2 })).projectRoles[0]
  const end = { staffId: w.staff.coordinator2, projectRoleId: held?.id, until: addDays(today, 90) }
  expect(await fields(endProjectRole(admin(), end))).toEqual(['until'])
  await expect(endProjectRole(manager(), end)).rejects.toThrow(Forbidden)
  await expect(endProjectRole(other.ctxFor('administrator'), end)).rejects.toThrow(NotFound)
  const { id } = await addProjectRole(admin(), { ...next, role: 'steering-group', fullTime: '', from: today })
  await endProjectRole(admin(), { ...end, projectRoleId: id, until: today })
  expect(await last('team.end-project-role')).toMatchObject({ details: { projectRole: id } })
})
test('ORG-04: one post in two units, each with its manager', async () => {
  const { posts } = await readStaffMember(admin(), { staffId: w.staff.projectManager })
  const unit = { staffId: w.staff.projectManager, postId: posts[0]?.id, departmentId: w.departments['employment'], managerId: w.staff.jobcentre, from: today }
  await expect(addPostUnit(manager(), unit)).rejects.toThrow(Forbidden)
  await expect(addPostUnit(other.ctxFor('administrator'), unit)).rejects.toThrow(NotFound)
  expect(await fields(addPostUnit(admin(), { ...unit, managerId: w.staff.projectManager }))).toEqual(['managerId'])
  const { id } = await addPostUnit(admin(), unit)
  await addPostUnit(admin(), { ...unit, departmentId: w.departments['education'], managerId: '' })
  expect((await readStaffMember(admin(), { staffId: w.staff.projectManager })).units.map((one) => [one.department, one.manager])).toEqual([
    ['Afdeling employment', 'Karim Aziz'],
    ['Afdeling education', null],
  ])
  await expect(endPostUnit(manager(), { staffId: w.staff.projectManager, postUnitId: id, until: today })).rejects.toThrow(Forbidden)
  await expect(endPostUnit(other.ctxFor('administrator'), { staffId: w.staff.projectManager, postUnitId: id, until: today })).rejects.toThrow(NotFound)
  await endPostUnit(admin(), { staffId: w.staff.projectManager, postUnitId: id, until: today })
  expect(await last('team.end-post-unit')).toMatchObject({ details: { unit: id } })
})
test('ORG-02: an administrator adds a colleague with a post, corrects, ends and closes; nobody else does', async () => {
  const someone = { username: 'ny.kollega', name: 'Rikke Ny', title: 'Socialrådgiver', departmentId: w.departments['employment'], role: 'worker', fullTime: 'on', from: today }
  await expect(addStaff(manager(), someone)).rejects.toThrow(Forbidden)
  await expect(readStaffList(manager(), {})).rejects.toThrow(Forbidden)
  expect(await fields(addStaff(admin(), { ...someone, username: 'Ny Kollega!' }))).toEqual(['username'])
  expect(await fields(addStaff(admin(), { ...someone, role: 'evaluator' }))).toEqual(['role'])
  expect(await fields(addStaff(admin(), { ...someone, departmentId: other.departments['health']! + 500 }))).toEqual(['departmentId'])
  const { staffId } = await addStaff(admin(), someone)
  expect(await fields(addStaff(admin(), someone))).toEqual(['username'])
  await changeStaff(admin(), { staffId, name: 'Rikke Nyholm', title: 'Rådgiver', email: 'rikke@hedensted.example', phone: '', subject: '' })
  await expect(changeStaff(other.ctxFor('administrator'), { staffId, name: 'X' })).rejects.toThrow(NotFound)
  await expect(changeStaff(manager(), { staffId, name: 'X' })).rejects.toThrow(Forbidden)
  const { id } = await addPost(admin(), { staffId, departmentId: w.departments['health'], role: 'worker', fullTime: '', from: today })
  await expect(addPost(manager(), { staffId, departmentId: 1, role: 'worker', from: today })).rejects.toThrow(Forbidden)
  await expect(addPost(other.ctxFor('administrator'), { staffId, departmentId: 1, role: 'worker', from: today })).rejects.toThrow(NotFound)
  await endPost(admin(), { staffId, postId: id, until: today })
  await expect(endPost(admin(), { staffId, postId: id, until: today })).rejects.toThrow(Conflict)
  await expect(endPost(manager(), { staffId, postId: id, until: today })).rejects.toThrow(Forbidden)
  await expect(endPost(other.ctxFor('administrator'), { staffId, postId: id, until: today })).rejects.toThrow(NotFound)
  expect((await readStaffList(admin(), {})).staff.find((one) => one.id === staffId)).toMatchObject({ name: 'Rikke Nyholm', closedAt: null })
  await closeStaff(admin(), { staffId, open: '' })
  await expect(closeStaff(admin(), { staffId, open: '' })).rejects.toThrow(Conflict)
  await closeStaff(admin(), { staffId, open: 'yes' })
  await expect(closeStaff(admin(), { staffId: w.staff.administrator, open: '' })).rejects.toThrow(Forbidden)
  await expect(closeStaff(manager(), { staffId, open: '' })).rejects.toThrow(Forbidden)
  await expect(closeStaff(other.ctxFor('administrator'), { staffId, open: '' })).rejects.toThrow(NotFound)
  await expect(readStaffMember(other.ctxFor('administrator'), { staffId })).rejects.toThrow(NotFound)
  const own = (await readStaffMember(admin(), { staffId: w.staff.administrator })).posts[0]
  expect(await fields(endPost(admin(), { staffId: w.staff.administrator, postId: own?.id, until: today }))).toEqual(['until'])
  for (const event of ['team.add-staff', 'team.change-staff', 'team.add-post', 'team.end-post', 'team.close-staff'])
    expect(await last(event)).toMatchObject({ details: { staff: expect.any(Number) } })
})
