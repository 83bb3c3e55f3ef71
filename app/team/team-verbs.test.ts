import { beforeAll, beforeEach, expect, test } from 'vitest'
import { applyShippedPack } from '#app/intake/testing.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aFamily, auditRows, aWorld, type Family, insert, type StaffName, type World } from '#test/world.ts'
import { answerMerge } from './answer-merge.server.ts'
import { appointCoordinator, endAssignment } from './appoint-coordinator.server.ts'
import { planHandover, takeBackHandover, tickItem } from './plan-handover.server.ts'
import { readHandover } from './read-handover.server.ts'
import { readPurpose } from './read-purpose.server.ts'
import { readCaseloads, readTeam } from './read-team.server.ts'
import { setStandingSubstitute, startSubstitute } from './substitutes.server.ts'
import { writePurpose } from './write-purpose.server.ts'

let t: TestDatabase
let w: World
let other: World
let family: Family
const today = new Date().toISOString().slice(0, 10)
const soon = addDays(today, 10)

beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t, { assigned: [] })
  other = await aWorld(t, { municipality: 787, assigned: [] })
  await applyShippedPack(t, 766, 'hedensted')
  await applyShippedPack(t, 787, 'thisted')
})
beforeEach(async () => {
  family = await aFamily(t, w, { assigned: ['coordinator', 'teacher'] })
})
const as = (who: StaffName | 'mette') => w.ctxFor(who)
const caseId = () => family.caseId
const wish = (more: object = {}) => ({ caseId: caseId(), toStaffId: w.staff.coordinator2, takesOverOn: soon, reason: 'new-job', ...more })
const fields = async (promise: Promise<unknown>): Promise<string[]> => {
  const error = await promise.then(
    () => null,
    (e: unknown) => e,
  )
  if (!(error instanceof Invalid)) throw error ?? new Error('nothing was refused')
  return error.issues.map((one) => one.field)
}
const done = async (event: string) => (await auditRows(t, event)).filter((row) => row.outcome === 'done')
const primaries = async (day: string): Promise<number[]> => {
  const { rows } = await t.owner.query<{ staff_id: string }>(
    "select staff_id from assignment where case_id = $1 and role = 'coordinator' and valid_from <= $2 and (valid_until is null or valid_until >= $2)",
    [caseId(), day],
  )
  return rows.map((row) => Number(row.staff_id))
}

test('KOO-03, KOO-07: a handover passes the coordination on its day, without a day between, and the new one learns to know the family first', async () => {
  const { handoverId } = await planHandover(as('projectManager'), wish())
  expect(await primaries(addDays(soon, -1))).toEqual([w.staff.coordinator])
  expect(await primaries(soon)).toEqual([w.staff.coordinator2])
  const page = await readTeam(as('coordinator2'), { caseId: caseId() })
  expect(page.team.find((one) => one.staffId === w.staff.coordinator2 && one.role === 'incoming-coordinator')).toMatchObject({
    from: today,
    until: addDays(soon, -1),
  })
  expect(page.handover).toMatchObject({ id: handoverId, planned: true, from: 'Anna Holm', to: 'Peter Bak', takesOverOn: soon })
  expect((await auditRows(t, 'team.plan-handover')).at(-1)).toMatchObject({ case_id: caseId(), details: { handover: handoverId, on: soon } })
})
test('KOO-15: the family is told who helps them from when, once each, and sees it as their way in', async () => {
  await planHandover(as('projectManager'), wish())
  const { rows } = await t.owner.query<{ template: string }>('select template from message where case_id = $1', [caseId()])
  expect(rows).toEqual([{ template: 'message' }])
  const mother = await w.openSession('member', family.people.mette)
  expect((await readTeam(mother, { caseId: caseId() })).entry).toMatchObject({
    primary: { name: 'Anna Holm' },
    change: { name: 'Peter Bak', on: soon },
  })
})
test('KOO-03: only the project manager of that municipality plans a handover; the refusals are logged', async () => {
  await expect(planHandover(as('coordinator'), wish())).rejects.toThrow(Forbidden)
  await expect(planHandover(as('teacher'), wish())).rejects.toThrow(Forbidden)
  await expect(planHandover(as('economist'), wish())).rejects.toThrow(NotFound)
  await expect(planHandover(other.ctxFor('projectManager'), wish())).rejects.toThrow(NotFound)
  expect((await auditRows(t, 'team.plan-handover')).filter((row) => row.outcome === 'refused').length).toBeGreaterThanOrEqual(4)
})
test('KOO-07: a handover is refused in the past, to herself, without reason, to somebody without a post, and twice', async () => {
  const plan = (more: object) => fields(planHandover(as('projectManager'), wish(more)))
  expect(await plan({ takesOverOn: addDays(today, -1) })).toEqual(['takesOverOn'])
  expect(await plan({ toStaffId: w.staff.coordinator })).toEqual(['toStaffId'])
  expect(await plan({ reason: 'because' })).toEqual(['reason'])
  expect(await plan({ toStaffId: other.staff.coordinator2 })).toEqual(['toStaffId'])
  await planHandover(as('projectManager'), wish())
  expect(await plan({ takesOverOn: addDays(soon, 3) })).toEqual(['takesOverOn'])
})
test('KOO-03: the checklist is ticked by the old and the new coordinator, each their own, dated, and a tick can be taken back', async () => {
  const { handoverId } = await planHandover(as('projectManager'), wish())
  const tick = (who: StaffName, item: string, side: 'old' | 'new', done = true) =>
    tickItem(as(who), { caseId: caseId(), handoverId, item, side, done })
  const { handover } = await readHandover(as('coordinator'), { caseId: caseId() })
  const open = handover?.open ?? 0
  expect(open).toBeGreaterThan(6)
  await tick('coordinator', 'talked-with-family', 'old')
  await tick('coordinator2', 'talked-with-family', 'new')
  await tick('coordinator2', 'read-plan', 'new')
  await expect(tick('coordinator', 'read-plan', 'new')).rejects.toThrow(Forbidden)
  await expect(tick('teacher', 'talked-with-family', 'old')).rejects.toThrow(Forbidden)
  await expect(tick('coordinator', 'read-plan', 'old')).rejects.toThrow(NotFound)
  await expect(tick('coordinator', 'nothing', 'old')).rejects.toThrow(NotFound)
  const after = (await readHandover(as('coordinator2'), { caseId: caseId() })).handover
  expect(after?.open).toBe(open - 3)
  expect(after?.items.find((one) => one.code === 'talked-with-family')?.sides.map((one) => one.done?.name)).toEqual(['Anna Holm', 'Peter Bak'])
  await tick('coordinator', 'talked-with-family', 'old', false)
  expect((await readHandover(as('projectManager'), { caseId: caseId() })).handover?.open).toBe(open - 2)
  expect((await auditRows(t, 'team.tick-handover')).at(-1)).toMatchObject({ details: { handover: handoverId, done: false } })
  await expect(
    tickItem(other.ctxFor('projectManager'), { caseId: caseId(), handoverId, item: 'consents', side: 'old', done: true }),
  ).rejects.toThrow(NotFound)
})
test('KOO-07: a handover taken back before its day leaves everything as it was; after its day it stands', async () => {
  const { handoverId } = await planHandover(as('projectManager'), wish())
  const back = { caseId: caseId(), handoverId }
  await expect(takeBackHandover(as('coordinator'), back)).rejects.toThrow(Forbidden)
  await expect(takeBackHandover(other.ctxFor('projectManager'), back)).rejects.toThrow(NotFound)
  await takeBackHandover(as('projectManager'), back)
  expect(await primaries(addDays(soon, 100))).toEqual([w.staff.coordinator])
  await expect(takeBackHandover(as('projectManager'), back)).rejects.toThrow(Conflict)
  expect((await readTeam(as('coordinator'), { caseId: caseId() })).handover).toBe(null)
  const { handoverId: second } = await planHandover(as('projectManager'), wish({ takesOverOn: today }))
  expect(await primaries(today)).toEqual([w.staff.coordinator2])
  await expect(takeBackHandover(as('projectManager'), { caseId: caseId(), handoverId: second })).rejects.toThrow(Conflict)
  expect((await auditRows(t, 'team.take-back-handover')).filter((row) => row.outcome === 'done').at(-1)).toMatchObject({ case_id: caseId() })
})
test('KOO-03: the secondary takes over in one step; turnover is counted', async () => {
  const thisted = await aFamily(t, other, { assigned: ['coordinator', 'coordinator2'] })
  const manager = other.ctxFor('projectManager')
  await planHandover(manager, { caseId: thisted.caseId, toStaffId: other.staff.coordinator2, takesOverOn: today, reason: 'on-leave' })
  const page = await readTeam(other.ctxFor('coordinator2'), { caseId: thisted.caseId })
  expect(page.team.map((one) => [one.name, one.role])).toEqual([['Peter Bak', 'coordinator']])
  expect(page.coordinators.map((one) => one.name)).toEqual(['Anna Holm', 'Peter Bak'])
  await expect(readTeam(other.ctxFor('coordinator'), { caseId: thisted.caseId })).rejects.toThrow(NotFound)
  expect((await readCaseloads(manager, {})).projects[0]?.without.find((one) => one.caseId === thisted.caseId)?.lacks).toBe('secondary')
})
test('KOO-07: the primary coordinator is not simply ended; a family always has one', async () => {
  const page = await readTeam(as('projectManager'), { caseId: caseId() })
  expect(await fields(endAssignment(as('projectManager'), { caseId: caseId(), assignmentId: page.team[0]?.id, until: today }))).toEqual(['until'])
  expect(await primaries(addDays(today, 1))).toEqual([w.staff.coordinator])
})
test('KOO-03: a substitute is named for a coordinator and stands in for a family from a day to a day', async () => {
  const named = { projectId: w.projectId, staffId: w.staff.coordinator, substituteId: w.staff.coordinator2, from: addDays(today, -5) }
  await expect(setStandingSubstitute(as('coordinator'), named)).rejects.toThrow(Forbidden)
  await expect(setStandingSubstitute(other.ctxFor('projectManager'), named)).rejects.toThrow(Forbidden)
  await setStandingSubstitute(as('projectManager'), named)
  await setStandingSubstitute(as('projectManager'), { ...named, substituteId: w.staff.jobcentre, from: today })
  expect(await fields(setStandingSubstitute(as('projectManager'), { ...named, from: today }))).toEqual(['from'])
  expect((await readTeam(as('coordinator'), { caseId: caseId() })).standing).toMatchObject({ substitute: 'Karim Aziz' })
  const away = { caseId: caseId(), staffId: w.staff.coordinator2, from: today, until: soon }
  await expect(startSubstitute(as('teacher'), away)).rejects.toThrow(Forbidden)
  await expect(startSubstitute(other.ctxFor('projectManager'), away)).rejects.toThrow(NotFound)
  await startSubstitute(as('coordinator'), away)
  expect(await fields(startSubstitute(as('coordinator'), away))).toEqual(['staffId'])
  const page = await readTeam(as('coordinator2'), { caseId: caseId() })
  expect(page.entry.secondary).toMatchObject({ name: 'Peter Bak', until: soon })
  expect((await done('team.start-substitute')).at(-1)?.details).toMatchObject({ staff: w.staff.coordinator2 })
  expect((await auditRows(t, 'team.set-substitute')).some((row) => row.outcome === 'done')).toBe(true)
})
test('KOO-06: the family’s own caseworker coordinates only where the project allows it, and with time set aside', async () => {
  await t.owner.query(
    `update pack_state set content = jsonb_set(content, '{settings}', (select jsonb_agg(case when s ->> 'code' = 'coordinatorMayBeCaseworker'
      then jsonb_set(s, '{value}', 'true') else s end) from jsonb_array_elements(content -> 'settings') s)), id = id + 100000 where municipality_id = 787`,
  )
  const own = await aFamily(t, other, { assigned: ['jobcentre'] })
  const manager = other.ctxFor('projectManager')
  const appointment = { caseId: own.caseId, staffId: other.staff.jobcentre, as: 'primary', from: today }
  expect(await fields(appointCoordinator(manager, appointment))).toEqual(['hoursSetAside'])
  expect(await fields(appointCoordinator(manager, { ...appointment, hoursSetAside: '3,5' }))).toEqual(['agreedWith'])
  await appointCoordinator(manager, { ...appointment, hoursSetAside: '3,5', agreedWith: 'Leder Ole Toft' })
  expect((await readTeam(manager, { caseId: own.caseId })).timeAside).toMatchObject([{ minutes: 210, agreedWith: 'Leder Ole Toft' }])
})
test('KOO-14: the purpose is written with the family, shown to it, and a new one replaces it', async () => {
  const text = { caseId: caseId(), whatFor: 'Én, der samler trådene', aim: 'Færre breve', writtenWith: [family.people.mette], seenId: '' }
  await expect(writePurpose(as('teacher'), text)).rejects.toThrow(Forbidden)
  await expect(writePurpose(other.ctxFor('projectManager'), text)).rejects.toThrow(NotFound)
  const { id } = await writePurpose(as('coordinator'), text)
  await expect(writePurpose(as('coordinator'), { ...text, whatFor: 'Noget andet' })).rejects.toThrow(Conflict)
  await writePurpose(as('coordinator'), { ...text, aim: 'Ro om aftenen', seenId: String(id) })
  const mother = await w.openSession('member', family.people.mette)
  const seen = (await readTeam(mother, { caseId: caseId() })).purpose
  expect(seen.now).toMatchObject({ aim: 'Ro om aftenen', with: ['Mette'] })
  expect(seen.before.map((one) => one.aim)).toEqual(['Færre breve'])
  expect((await readTeam(as('teacher'), { caseId: caseId() })).purpose.now).toBe(null)
  expect((await readPurpose(as('coordinator'), { caseId: caseId() })).purpose.now?.aim).toBe('Ro om aftenen')
  await expect(readPurpose(as('teacher'), { caseId: caseId() })).rejects.toThrow(Forbidden)
  expect((await done('team.write-purpose')).at(-1)).toMatchObject({ person_ids: [family.people.mette, family.people.ida] })
})
test('KOO-08: a suggestion is a question: answered no it goes, answered yes the other’s work ends on the day', async () => {
  const add = (who: StaffName, role: string, sector: string) =>
    insert(t, 'assignment', { municipality_id: 766, case_id: caseId(), staff_id: w.staff[who], role, sector, valid_from: addDays(today, -30) })
  await add('familyWorker', 'family-contact', 'family-department')
  await add('dutyOfficer', 'family-caseworker', 'family-department')
  const mentor = await add('jobcentre', 'social-mentor', 'employment')
  const open = async (who: StaffName = 'coordinator') => (await readTeam(as(who), { caseId: caseId() })).suggestions
  // The mentor is the only one of employment, which the law asks for about adults: the contact person is the one who may go.
  const first = (await open()).find((one) => one.code === 'contact-and-mentor')
  expect(first).toMatchObject({ keep: { name: 'Karim Aziz' }, others: [{ name: 'Sofie Lund' }] })
  expect(await open('teacher')).toEqual([])
  const answer = {
    caseId: caseId(),
    code: 'contact-and-mentor',
    keep: w.staff.jobcentre,
    others: String(w.staff.familyWorker),
    answer: 'not-merged',
    why: 'Mette er tryg ved begge',
    endsOn: '',
  }
  await expect(answerMerge(as('teacher'), answer)).rejects.toThrow(Forbidden)
  await expect(answerMerge(other.ctxFor('projectManager'), answer)).rejects.toThrow(NotFound)
  await expect(answerMerge(as('coordinator'), { ...answer, others: String(w.staff.teacher) })).rejects.toThrow(Conflict)
  await answerMerge(as('coordinator'), answer)
  expect((await open()).some((one) => one.code === 'contact-and-mentor')).toBe(false)
  const contact = (await open()).find((one) => one.code === 'coordinator-and-contact')
  expect(contact?.others.map((one) => one.name)).toEqual(['Sofie Lund'])
  expect(await fields(answerMerge(as('coordinator'), { ...answer, answer: 'merged' }))).toEqual(['endsOn'])
  await answerMerge(as('coordinator'), {
    ...answer,
    code: 'coordinator-and-contact',
    keep: w.staff.coordinator,
    answer: 'merged',
    endsOn: soon,
  })
  const page = await readTeam(as('coordinator'), { caseId: caseId() })
  expect(page.team.find((one) => one.staffId === w.staff.familyWorker)?.until).toBe(soon)
  expect(page.team.find((one) => one.id === mentor)?.until).toBe(null)
  expect(page.answered.map((one) => one.answer)).toEqual(['merged', 'not-merged'])
  const mother = await w.openSession('member', family.people.mette)
  expect((await readTeam(mother, { caseId: caseId() })).answered).toEqual([])
  expect((await done('team.answer-merge')).at(-1)).toMatchObject({ details: { merge: 'coordinator-and-contact', answer: 'merged' } })
})
