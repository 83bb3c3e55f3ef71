import { beforeAll, beforeEach, expect, test } from 'vitest'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aFamily, auditRows, aWorld, type Family, insert, type World } from '#test/world.ts'
import { addAssignment, appointCoordinator, endAssignment } from './appoint-coordinator.server.ts'
import { readCaseloads, readTeam } from './read-team.server.ts'
import { applyShippedPack } from '#app/intake/testing.ts'

let t: TestDatabase
let hedensted: World
let thisted: World
let family: Family
let second: Family
const today = new Date().toISOString().slice(0, 10)

beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  hedensted = await aWorld(t, { assigned: [] })
  thisted = await aWorld(t, { municipality: 787, assigned: [] })
  await applyShippedPack(t, 766, 'hedensted')
  await applyShippedPack(t, 787, 'thisted')
})
beforeEach(async () => {
  family = await aFamily(t, hedensted, { assigned: [] })
  second = await aFamily(t, thisted, { assigned: [] })
})
const manager = () => hedensted.ctxFor('projectManager')
const appoint = (w: World, caseId: number, who: 'coordinator' | 'coordinator2' | 'jobcentre', as = 'primary') =>
  appointCoordinator(w.ctxFor('projectManager'), { caseId, staffId: w.staff[who], as, from: today, doesWhat: 'Samler trådene' })
const why = async (promise: Promise<unknown>): Promise<string[]> => {
  const error = await promise.then(
    () => null,
    (e: unknown) => e,
  )
  if (!(error instanceof Invalid)) throw error ?? new Error('nothing was refused')
  return error.issues.map((issue) => issue.field)
}

test('KOO-01: the project manager appoints the coordinator; the family gets a welcome, the log a row', async () => {
  const { assignmentId } = await appoint(hedensted, family.caseId, 'coordinator')
  expect((await auditRows(t, 'intake.appoint-coordinator')).at(-1)).toMatchObject({
    case_id: family.caseId,
    details: { assignment: assignmentId, as: 'primary' },
  })
  const { rows } = await t.owner.query("select body from intake_letter where case_id = $1 and template = 'intake-accepted'", [
    family.caseId,
  ])
  expect(rows).toHaveLength(1)
  expect(rows[0].body).toContain('Anna Holm')
  expect((await readTeam(hedensted.ctxFor('coordinator'), { caseId: family.caseId })).team[0]).toMatchObject({
    name: 'Anna Holm',
    doesWhat: 'Samler trådene',
  })
})
test('KOO-01: only the project manager of that municipality appoints', async () => {
  const wish = { caseId: family.caseId, staffId: hedensted.staff.coordinator, as: 'primary', from: today }
  await expect(appointCoordinator(hedensted.ctxFor('intake'), wish)).rejects.toThrow(NotFound)
  await expect(appointCoordinator(hedensted.ctxFor('teacher'), wish)).rejects.toThrow(NotFound)
  await expect(appointCoordinator(thisted.ctxFor('projectManager'), wish)).rejects.toThrow(NotFound)
  await appoint(hedensted, family.caseId, 'coordinator')
  await expect(appointCoordinator(hedensted.ctxFor('coordinator'), { ...wish, staffId: hedensted.staff.coordinator2 })).rejects.toThrow(
    Forbidden,
  )
  expect((await auditRows(t, 'intake.appoint-coordinator')).filter((row) => row.outcome === 'refused').length).toBeGreaterThanOrEqual(4)
})
test('KOO-07: a second primary coordinator on the same day is refused, by the verb and by the database', async () => {
  await appoint(hedensted, family.caseId, 'coordinator')
  expect(await why(appoint(hedensted, family.caseId, 'coordinator2'))).toEqual(['as'])
  await expect(
    insert(t, 'assignment', {
      municipality_id: 766,
      case_id: family.caseId,
      staff_id: hedensted.staff.coordinator2,
      role: 'coordinator',
      sector: 'coordination',
      valid_from: today,
    }),
  ).rejects.toMatchObject({ constraint: 'one_coordinator' })
})
test('KOO-02: Thisted asks for a secondary, Hedensted does not', async () => {
  await appoint(hedensted, family.caseId, 'coordinator')
  expect(await why(appoint(hedensted, family.caseId, 'coordinator2', 'secondary'))).toEqual(['as'])
  await appoint(thisted, second.caseId, 'coordinator')
  const lacking = async () =>
    (await readCaseloads(thisted.ctxFor('projectManager'), {})).projects[0]?.without.find((one) => one.caseId === second.caseId)
  expect(await lacking()).toMatchObject({ lacks: 'secondary' })
  await appoint(thisted, second.caseId, 'coordinator2', 'secondary')
  expect(await lacking()).toBeUndefined()
})
test('KOO-02: both caseloads of every worker, and the families without a coordinator first', async () => {
  await appoint(thisted, second.caseId, 'coordinator')
  await appoint(thisted, second.caseId, 'coordinator2', 'secondary')
  const page = await readCaseloads(thisted.ctxFor('projectManager'), {})
  const of = (name: string) => page.projects[0]?.loads.find((one) => one.name === name)
  expect(of('Anna Holm')?.primary).toBeGreaterThanOrEqual(1)
  expect(of('Peter Bak')?.secondary).toBeGreaterThanOrEqual(1)
  expect(page.projects[0]?.without[0]).toMatchObject({ lacks: 'primary' })
  await expect(readCaseloads(thisted.ctxFor('coordinator'), {})).rejects.toThrow(Forbidden)
})
test('KOO-06: the family’s own caseworker is not its coordinator', async () => {
  await appoint(hedensted, family.caseId, 'coordinator')
  await addAssignment(manager(), {
    caseId: family.caseId,
    staffId: hedensted.staff.jobcentre,
    role: 'employment-caseworker',
    sector: 'employment',
    doesWhat: 'Følger jobplanen',
    from: today,
    until: '',
  })
  const other = await aFamily(t, hedensted, { assigned: ['jobcentre'] })
  expect(await why(appoint(hedensted, other.caseId, 'jobcentre'))).toEqual(['staffId'])
  expect(
    await why(
      addAssignment(manager(), {
        caseId: family.caseId,
        staffId: hedensted.staff.coordinator,
        role: 'family-caseworker',
        sector: 'family-department',
        doesWhat: 'x',
        from: today,
        until: '',
      }),
    ),
  ).toEqual(['staffId'])
})
test('VIS-14: a family that is not taken in gets no coordinator', async () => {
  const waiting = await aFamily(t, hedensted, { inIntake: true, assigned: [] })
  expect(await why(appoint(hedensted, waiting.caseId, 'coordinator'))).toEqual(['staffId'])
})
test('KOO-07: the coordinator adds and ends others, and their reading ends with it; not the coordinator’s own post', async () => {
  await appoint(hedensted, family.caseId, 'coordinator')
  const coordinator = hedensted.ctxFor('coordinator')
  const { id } = await addAssignment(coordinator, {
    caseId: family.caseId,
    staffId: hedensted.staff.teacher,
    role: 'teacher',
    sector: 'education',
    doesWhat: 'Idas lærer',
    from: addDays(today, -3),
    until: '',
  })
  const page = await readTeam(hedensted.ctxFor('teacher'), { caseId: family.caseId })
  expect(page.team.map((one) => one.name)).toEqual(['Anna Holm', 'Line Krogh'])
  expect(page.may).toEqual({ manage: false, appoint: false, purpose: false })
  await expect(
    addAssignment(hedensted.ctxFor('teacher'), {
      caseId: family.caseId,
      staffId: hedensted.staff.healthVisitor,
      role: 'health-visitor',
      sector: 'health',
      doesWhat: 'x',
      from: today,
      until: '',
    }),
  ).rejects.toThrow(Forbidden)
  await endAssignment(coordinator, { caseId: family.caseId, assignmentId: id, until: addDays(today, -1) })
  await expect(readTeam(hedensted.ctxFor('teacher'), { caseId: family.caseId })).rejects.toThrow(NotFound)
  await expect(endAssignment(coordinator, { caseId: family.caseId, assignmentId: id, until: today })).rejects.toThrow(Conflict)
  await expect(endAssignment(coordinator, { caseId: family.caseId, assignmentId: page.team[0]?.id, until: today })).rejects.toThrow(
    Forbidden,
  )
  await expect(endAssignment(thisted.ctxFor('projectManager'), { caseId: family.caseId, assignmentId: id, until: today })).rejects.toThrow(
    NotFound,
  )
  expect((await auditRows(t, 'intake.end-assignment')).at(0)).toMatchObject({ outcome: 'done', details: { assignment: id } })
})
test('a role outside the pack’s list, or a coordinator’s role, is not added as help', async () => {
  await appoint(hedensted, family.caseId, 'coordinator')
  const wish = { caseId: family.caseId, staffId: hedensted.staff.teacher, sector: 'education', doesWhat: 'x', from: today, until: '' }
  expect(await why(addAssignment(manager(), { ...wish, role: 'astronaut' }))).toEqual(['role'])
  expect(await why(addAssignment(manager(), { ...wish, role: 'coordinator' }))).toEqual(['role'])
})
