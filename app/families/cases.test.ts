import { beforeAll, expect, test } from 'vitest'
import { command } from '#app/platform/command.server.ts'
import { Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { inventedCpr } from '#app/platform/cpr/cpr.ts'
import { decrypt } from '#app/platform/crypto/column-cipher.server.ts'
import { keys, setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aFamily, auditRows, aWorld, type World } from '#test/world.ts'
import { addPerson } from './add-person.server.ts'
import { completeTask } from './complete-task.server.ts'
import { declareKnowsFamily, nameBlockedStaff, unblockStaff } from './disqualify.server.ts'
import { NewFamily, type NewFamilyInput } from './families.ts'
import { anyCprKnown, openCase } from './open-case.server.ts'
import { openTasks } from './queries.server.ts'
import { readFamily } from './read-family.server.ts'
import { readMyFamilies } from './read-my-families.server.ts'
import { searchFamilies, searchTermAad } from './search-families.server.ts'
import { liftShield, setShield } from './shield.server.ts'

let t: TestDatabase
let w: World
let other: World
beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t, { jonas: 'shared', assigned: ['coordinator', 'coordinator2', 'teacher'] })
  other = await aWorld(t, { municipality: 787 })
})
const tasksOf = (who: Parameters<World['ctxFor']>[0]) => inTransaction(w.ctxFor(who), null, (tx) => openTasks(tx))

/** Refers a family, as the intake slice does: the database asks for the right itself. */
const refer = command({
  event: 'test.refer',
  input: NewFamily,
  may: () => Promise.resolve(true),
  concerns: (_input, result: { caseId: number; people: Record<string, number> }) => ({
    caseId: result.caseId,
    personIds: Object.values(result.people),
  }),
  run: async (tx, ctx, input) =>
    (await anyCprKnown(tx, input)) === 'unknown' ? openCase(tx, ctx, input) : { caseId: 0, number: '', people: {} },
})
const aNewFamily = (over: Partial<NewFamilyInput> = {}): NewFamilyInput => ({
  projectId: w.projectId,
  name: 'Nielsen',
  households: [{ key: 'h', name: 'Hos Rikke' }],
  people: [
    {
      key: 'rikke',
      firstName: 'Rikke',
      lastName: 'Nielsen',
      born: '1990-02-03',
      cpr: inventedCpr('1990-02-03', 'female', 0),
      households: ['h'],
      address: { street: 'Bygaden 1', postcode: '8722', city: 'Hedensted', protected: true },
    },
    { key: 'bo', firstName: 'Bo', lastName: 'Nielsen', born: '2018-02-03', cpr: inventedCpr('2018-02-03', 'male', 0), households: ['h'] },
    { key: 'karen', kind: 'network', firstName: 'Karen', role: 'network' },
  ],
  custody: [{ child: 'bo', holder: 'rikke' }],
  relations: [
    { person: 'rikke', other: 'bo', kind: 'parent' },
    { person: 'karen', other: 'bo', kind: 'network', label: 'mormor' },
  ],
  referral: { yesOn: '2026-11-01', yesForm: 'spoken', reason: 'Rikke vil gerne have én plan' },
  ...over,
})

test('VIS-02: any member of staff with a post refers a whole family in one step; the intake team gets a task and sees the names', async () => {
  const opened = await refer(w.ctxFor('jobcentre'), aNewFamily())
  expect(opened.caseId).toBeGreaterThan(0)
  const { rows } = await t.owner.query<{ sector: string; referred_by: string; yes_form: string }>(
    'select sector, referred_by, yes_form from referral where case_id = $1',
    [opened.caseId],
  )
  expect(rows).toEqual([{ sector: 'employment', referred_by: String(w.staff.jobcentre), yes_form: 'spoken' }])
  expect((await tasksOf('intake')).map((x) => [x.code, x.caseId])).toEqual([['new-referral', opened.caseId]])
  const seen = await readFamily(w.ctxFor('intake'), { caseId: opened.caseId })
  expect(seen.people.map((p) => p.firstName)).toEqual(['Rikke', 'Bo', 'Karen'])
  expect(seen.cpr).toEqual([]) // no consent of purpose intake yet
  expect((await readFamily(w.ctxFor('projectManager'), { caseId: opened.caseId })).cpr).toHaveLength(2)
  await expect(readFamily(w.ctxFor('teacher'), { caseId: opened.caseId })).rejects.toThrow(NotFound)
  await expect(refer(other.ctxFor('coordinator'), aNewFamily())).rejects.toThrow(Forbidden) // not their project
  await expect(refer(w.ctxFor('mette'), aNewFamily())).rejects.toThrow(Forbidden)
  await expect(
    refer(w.ctxFor('jobcentre'), aNewFamily({ referral: null, people: aNewFamily().people.map((p) => ({ ...p, cpr: '' })) })),
  ).rejects.toThrow(Forbidden) // without a yes only an import
})

test('an exact CPR number already in use answers "known" and nothing else, adds nobody, and tells the project manager', async () => {
  const cpr = inventedCpr('1990-02-03', 'female', 0)
  expect((await refer(w.ctxFor('familyWorker'), aNewFamily({ name: 'Andre' }))).caseId).toBe(0)
  expect(
    await addPerson(w.ctxFor('coordinator'), { caseId: w.caseId, firstName: 'Rikke', lastName: 'Nielsen', born: '1990-02-03', cpr }),
  ).toEqual({ outcome: 'known', personId: null, shelfIds: [] })
  const told = (await tasksOf('projectManager')).filter((x) => x.code === 'known-cpr-searched').map((x) => x.data['staff'])
  expect(new Set(told)).toEqual(new Set([w.staff.coordinator, w.staff.familyWorker]))
  // the same number in another municipality is nobody's business here
  expect((await searchFamilies(other.ctxFor('coordinator'), { q: cpr })).answer).toBe('none')
})

test('search finds by name, number and CPR among visible families only; the words are encrypted in the log', async () => {
  const find = async (who: Parameters<World['ctxFor']>[0], q: string) => {
    const r = await searchFamilies(w.ctxFor(who), { q })
    return r.answer === 'found' ? r.families.map((f) => f.caseId) : r.answer
  }
  expect(await find('coordinator', 'met sør')).toEqual([w.caseId])
  expect(await find('teacher', 'ida')).toEqual([w.caseId])
  expect(await find('teacher', 'jonas')).toBe('none') // lives elsewhere: the teacher does not know him
  expect(await find('teacher', 'nielsen')).toBe('none')
  expect(await find('jobcentre', 'mette')).toBe('none')
  expect(await find('coordinator', '%%')).toBe('none')
  expect(await find('coordinator', w.number)).toEqual([w.caseId])
  const cpr = inventedCpr('2018-02-03', 'male', 0)
  expect(await find('projectManager', `${cpr.slice(0, 6)}-${cpr.slice(6)}`)).toHaveLength(1)
  expect(await find('teacher', cpr)).toBe('known')
  expect(await find('teacher', inventedCpr('2018-02-03', 'male', 7))).toBe('none')
  expect((await searchFamilies(other.ctxFor('coordinator'), { q: 'ida' })).families.map((f) => f.caseId)).toEqual([other.caseId])
  await expect(searchFamilies(w.ctxFor('mette'), { q: 'ida' })).rejects.toThrow(Forbidden)
  await expect(searchFamilies(w.ctxFor('teacher'), { q: 'i' })).rejects.toThrow(Invalid)
  const rows = await auditRows(t, 'families.search')
  const first = rows.find((r) => r.actor_id === w.staff.coordinator && r.outcome === 'done')
  expect(first?.person_ids).toEqual([w.people.mette])
  expect(decrypt(keys().cprKeys, first!.search_terms!, searchTermAad(766))).toBe('met sør')
  expect(JSON.stringify(rows)).not.toContain('met sør')
})

test('search is limited per person and hour', async () => {
  const ctx = w.ctxFor('healthVisitor')
  await t.owner.query(`insert into access.rate_limit values (sha256(convert_to($1, 'UTF8')), access.now(), 199)`, [
    `search:staff:766:${w.staff.healthVisitor}`,
  ])
  expect((await searchFamilies(ctx, { q: 'ida' })).answer).toBe('none')
  expect((await searchFamilies(ctx, { q: 'ida' })).answer).toBe('limited')
})

test('VIS-02: "Mine familier" shows each family with people, coordinator, state and what is missing', async () => {
  const mine = await readMyFamilies(w.ctxFor('coordinator'), {})
  expect(mine.families).toMatchObject([{ caseId: w.caseId, coordinators: ['Anna Holm', 'Peter Bak'], state: 'active', missing: [] }])
  expect(mine.families[0]?.people.map((p) => p.firstName)).toEqual(['Mette', 'Ida'])
  const all = await readMyFamilies(w.ctxFor('projectManager'), {})
  expect(all.families.map((f) => f.state).toSorted()).toEqual(['active', 'in-intake'])
  expect(all.projects).toMatchObject([{ capacity: 20, cases: 1, waiting: 0, persons: 2 }])
  expect((await readMyFamilies(w.ctxFor('jobcentre'), {})).families.map((f) => f.name)).toEqual(['Nielsen']) // their own referral
  await expect(readMyFamilies(w.ctxFor('mette'), {})).rejects.toThrow(Forbidden)
  expect((await auditRows(t, 'families.read-mine')).map((r) => r.outcome)).toEqual(['done', 'done', 'done', 'refused'])
})

test('shields are set by coordinator or child protection, and lifted with a reason', async () => {
  const input = { caseId: w.caseId, personA: w.people.mette, personB: w.people.jonas, from: '2026-01-01', reason: 'Tilhold' }
  await expect(setShield(w.ctxFor('teacher'), input)).rejects.toThrow(Forbidden)
  await expect(setShield(w.ctxFor('dutyOfficer'), input)).rejects.toThrow(NotFound) // does not reach the case
  await expect(setShield(other.ctxFor('coordinator'), input)).rejects.toThrow(NotFound)
  await expect(setShield(w.ctxFor('coordinator'), { ...input, personB: w.people.mette })).rejects.toThrow(Invalid)
  const { shieldId } = await setShield(w.ctxFor('coordinator'), input)
  expect((await readFamily(w.ctxFor('coordinator'), { caseId: w.caseId })).shields).toMatchObject([{ id: shieldId, lifted: false }])
  await expect(liftShield(w.ctxFor('coordinator'), { caseId: w.caseId, shieldId, reason: '' })).rejects.toThrow(Invalid)
  await expect(liftShield(w.ctxFor('teacher'), { caseId: w.caseId, shieldId, reason: 'Ophævet' })).rejects.toThrow(Forbidden)
  await liftShield(w.ctxFor('coordinator'), { caseId: w.caseId, shieldId, reason: 'Tilholdet er ophævet' })
  await expect(liftShield(w.ctxFor('coordinator'), { caseId: w.caseId, shieldId, reason: 'Igen' })).rejects.toThrow(NotFound)
  expect((await auditRows(t, 'families.set-shield')).map((r) => r.outcome)).toEqual(['refused', 'refused', 'done', 'refused'])
})

test('the family names somebody who may not see it; it no longer exists for them, and the project manager is told', async () => {
  await expect(nameBlockedStaff(w.ctxFor('teacher'), { caseId: w.caseId, staffId: w.staff.coordinator2 })).rejects.toThrow(Forbidden)
  await expect(nameBlockedStaff(other.ctxFor('mette'), { caseId: w.caseId, staffId: w.staff.coordinator2 })).rejects.toThrow(NotFound)
  await nameBlockedStaff(w.ctxFor('mette'), { caseId: w.caseId, staffId: w.staff.coordinator2 })
  await expect(readFamily(w.ctxFor('coordinator2'), { caseId: w.caseId })).rejects.toThrow(NotFound)
  expect((await readFamily(w.ctxFor('coordinator'), { caseId: w.caseId })).blocked).toEqual([
    { staffId: w.staff.coordinator2, name: 'Peter Bak' },
  ])
  expect((await tasksOf('projectManager')).map((x) => x.code)).toContain('named-by-family')
  await unblockStaff(w.ctxFor('mette'), { caseId: w.caseId, staffId: w.staff.coordinator2 })
  expect((await readFamily(w.ctxFor('coordinator2'), { caseId: w.caseId })).case.id).toBe(w.caseId)
})

test('case 21: who declares to know the family privately meets "not found" at once; the task reaches the project manager only', async () => {
  const { caseId } = await aFamily(t, w, { name: 'Bæk' })
  await expect(declareKnowsFamily(w.ctxFor('jobcentre'), { caseId })).rejects.toThrow(NotFound)
  await declareKnowsFamily(w.ctxFor('coordinator'), { caseId })
  await expect(readFamily(w.ctxFor('coordinator'), { caseId })).rejects.toThrow(NotFound)
  expect((await readMyFamilies(w.ctxFor('coordinator'), {})).families.map((f) => f.caseId)).toEqual([w.caseId])
  const task = (await tasksOf('projectManager')).find((x) => x.code === 'knows-family')
  expect(task).toMatchObject({ caseId, data: { staff: w.staff.coordinator } })
  expect((await tasksOf('coordinator')).some((x) => x.code === 'knows-family')).toBe(false)
  await expect(completeTask(w.ctxFor('coordinator'), { taskId: task!.id })).rejects.toThrow(NotFound)
  await completeTask(w.ctxFor('projectManager'), { taskId: task!.id })
  expect((await tasksOf('projectManager')).some((x) => x.id === task!.id)).toBe(false)
  expect((await auditRows(t, 'families.declare-knows')).filter((r) => r.outcome === 'done')).toMatchObject([
    { actor_id: w.staff.coordinator, case_id: caseId },
  ])
})
