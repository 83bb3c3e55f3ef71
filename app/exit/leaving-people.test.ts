import { beforeAll, beforeEach, expect, test } from 'vitest'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { auditRows, aWorld, type Family, insert, type World } from '#test/world.ts'
import { moveFamily } from './move-family.server.ts'
import { readChange } from './read-exit.server.ts'
import { registerDeath, undoDeath } from './register-death.server.ts'
import { readTakenOver } from './taken-over.server.ts'
import { anOpenFamily, packs } from './testing.ts'

let t: TestDatabase
let w: World
let thisted: World
let f: Family & { open: Record<string, number> }
const today = new Date(Date.now() + 3_600_000).toISOString().slice(0, 10)

beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t)
  thisted = await aWorld(t, { municipality: 787 })
  await packs(t, w)
})
beforeEach(async () => {
  await t.setNow(`${today}T11:00:00.000Z`)
  f = await anOpenFamily(t, w)
})
const coordinator = () => w.ctxFor('coordinator')
const one = async <T>(sql: string, ...args: unknown[]): Promise<T> => (await t.owner.query(sql, args)).rows[0] as T
const all = async (sql: string, ...args: unknown[]) => (await t.owner.query(sql, args)).rows
const fields = async (work: Promise<unknown>) => work.then(() => [], (e: unknown) => (e instanceof Invalid ? e.issues.map((i) => i.field) : [String(e)]))

/** Everything a death touches, as it stands; revisions and histories apart. */
const state = async () => {
  const rows = []
  for (const sql of [
    'select id, died from person order by id',
    'select id, valid_until, withdrawn_at from consent order by id',
    'select id, child_id, holder_id, valid_from, valid_until from custody order by id',
    'select id, person_id, valid_until from household_member order by id',
    'select id, cancelled_at from message order by id',
    `select id, done_at from task where code <> 'exit-duty' and code <> 'child-without-custody' order by id`,
    'select id, dropped_on, dropped_reason, takes_part, end_on from activity order by id',
    'select id, dropped_on from goal order by id',
    'select id, ended_at from legal_basis order by id',
  ])
    rows.push(await all(sql))
  return rows
}

test('a death in one step: †, no letters, own consents end, custody and plan follow, the others are told what to do', async () => {
  await insert(t, 'message', { municipality_id: w.municipalityId, case_id: f.caseId, person_id: f.people.mette, channel: 'letter', template: 'letter', locale: 'da', subject: 'x', body: Buffer.from('x'), key: `k${f.caseId}`, planned_at: `${today}T08:00:00Z` })
  await w.openSession('member', f.people.mette)
  const { eventId } = await registerDeath(coordinator(), { caseId: f.caseId, personId: f.people.mette, diedOn: addDays(today, -1) })
  const yesterday = addDays(today, -1)
  expect(await one('select died::text from person where id = $1', f.people.mette)).toEqual({ died: yesterday })
  expect(await one('select valid_until::text from consent where id = $1', f.open['metteConsent'])).toEqual({ valid_until: yesterday })
  expect(await one('select valid_until from consent where id = $1', f.open['consent'])).toEqual({ valid_until: null })
  expect(await one('select valid_until::text from custody where holder_id = $1', f.people.mette)).toEqual({ valid_until: yesterday })
  // Jonas shares custody and has signed: what Ida's consent needs is still there.
  expect(await one(`select bool_and(valid) as valid from access.consent_parts($1, array[$2::bigint], access.now(), $3)`, w.municipalityId, f.caseId, f.open['consent'])).toEqual({ valid: true })
  expect(await one('select cancelled_at is not null as gone from message where case_id = $1', f.caseId)).toEqual({ gone: true })
  expect(await one('select dropped_on::text, dropped_reason from activity where id = $1', f.open['metteActivity'])).toEqual({ dropped_on: yesterday, dropped_reason: 'Afsluttet, fordi Mette er død' })
  expect(await one('select dropped_on, takes_part::int[] from activity where id = $1', f.open['activity'])).toEqual({ dropped_on: null, takes_part: [f.people.ida] })
  // She keeps her place: the home, the relations, the case.
  expect(await one('select count(*)::int as n from household_member where person_id = $1 and valid_until is null', f.people.mette)).toEqual({ n: 1 })
  expect(await one('select count(*)::int as n from relation where person_id = $1 and valid_until is null', f.people.mette)).toEqual({ n: 1 })
  expect(await one('select count(*)::int as n from access.session where kind = $1 and actor_id = $2', 'member', f.people.mette)).toEqual({ n: 0 })
  const page = await readChange(coordinator(), { caseId: f.caseId })
  expect(page.people.find((p) => p.id === f.people.mette)?.died).toBe(yesterday)
  expect(page.told.filter((x) => x.event === eventId).map((x) => x.who)).toEqual(['Anna Holm', 'Anna Holm', 'Anna Holm'])
  expect(page.childrenAlone).toEqual([])
  expect((await auditRows(t, 'exit.register-death')).findLast((r) => r.outcome === 'done')).toMatchObject({ case_id: f.caseId, person_ids: [f.people.mette], details: { event: eventId, on: yesterday } })
  await expect(registerDeath(coordinator(), { caseId: f.caseId, personId: f.people.mette, diedOn: today })).rejects.toThrow(Conflict)
})

test('a child whose only holder of custody dies: the coordinator gets the task at once', async () => {
  await t.owner.query('delete from custody where holder_id = $1', [f.people.jonas])
  await registerDeath(coordinator(), { caseId: f.caseId, personId: f.people.mette, diedOn: today })
  await t.setNow(`${addDays(today, 1)}T11:00:00.000Z`)
  expect((await readChange(coordinator(), { caseId: f.caseId })).childrenAlone).toEqual(['Ida'])
})

test('a death is registered by those who change the family only, for a day that has passed', async () => {
  const input = { caseId: f.caseId, personId: f.people.mette, diedOn: today }
  await expect(registerDeath(w.ctxFor('teacher'), input)).rejects.toThrow(Forbidden)
  await expect(registerDeath(w.ctxFor('mette'), input)).rejects.toThrow(NotFound)
  await expect(registerDeath(thisted.ctxFor('projectManager'), input)).rejects.toThrow(NotFound)
  expect(await fields(registerDeath(coordinator(), { ...input, diedOn: addDays(today, 1) }))).toEqual(['diedOn'])
  expect(await fields(registerDeath(coordinator(), { ...input, diedOn: '1950-01-01' }))).toEqual(['diedOn'])
  expect((await auditRows(t, 'exit.register-death')).filter((r) => r.outcome === 'refused').length).toBeGreaterThanOrEqual(2)
})

test('a death that was a mistake: everything is as it was, and nobody is left with its tasks', async () => {
  const before = await state()
  for (const who of ['mette', 'ida', 'jonas'] as const) {
    const { eventId } = await registerDeath(coordinator(), { caseId: f.caseId, personId: f.people[who], diedOn: addDays(today, -2) })
    expect(await state()).not.toEqual(before)
    await expect(undoDeath(w.ctxFor('teacher'), { caseId: f.caseId, eventId, reason: 'x' })).rejects.toThrow(Forbidden)
    await undoDeath(coordinator(), { caseId: f.caseId, eventId, reason: 'Forkert person' })
    expect(await state()).toEqual(before)
    await expect(undoDeath(coordinator(), { caseId: f.caseId, eventId, reason: 'igen' })).rejects.toThrow(Conflict)
  }
  expect(await one(`select count(*)::int as n from task where case_id = $1 and code in ('exit-duty', 'child-without-custody') and done_at is null`, f.caseId)).toEqual({ n: 0 })
})

test('what somebody has changed since a death is not put back over them', async () => {
  const { eventId } = await registerDeath(coordinator(), { caseId: f.caseId, personId: f.people.mette, diedOn: today })
  await t.owner.query('update activity set takes_part = $1 where id = $2', [[], f.open['activity']])
  await undoDeath(coordinator(), { caseId: f.caseId, eventId, reason: 'Fejl' })
  expect(await one('select takes_part::int[] from activity where id = $1', f.open['activity'])).toEqual({ takes_part: [] })
  expect(await one('select died from person where id = $1', f.people.mette)).toEqual({ died: null })
})

const move = (more: Record<string, unknown>) => moveFamily(coordinator(), { caseId: f.caseId, movedOn: today, ...more })
test('VIS-20: a mother and her child move inside the municipality: home, address, helper of the new district, and who is told', async () => {
  const assignment = await one<{ id: string }>('select id from assignment where case_id = $1 and staff_id = $2', f.caseId, w.staff.teacher)
  const { eventId } = await move({ personIds: [f.people.mette, f.people.ida], where: 'inside', home: 'new', homeName: 'Ny lejlighed', street: 'Solvej 3', postcode: '8722', city: 'Hedensted',
    helpers: [{ assignmentId: Number(assignment.id), how: 'changes', staffId: w.staff.healthVisitor }] })
  const homes = await all(`select h.name, m.person_id::int, m.valid_from::text, m.valid_until::text from household_member m join household h on h.id = m.household_id where m.case_id = $1 and m.valid_from >= $2 order by m.person_id`, f.caseId, today)
  expect(homes.map((h) => [h.name, h.person_id])).toEqual([['Ny lejlighed', f.people.mette], ['Ny lejlighed', f.people.ida]])
  expect(await one('select street, subjects::int[] from address where case_id = $1', f.caseId)).toEqual({ street: 'Solvej 3', subjects: [f.people.mette, f.people.ida] })
  expect(await one('select count(*)::int as n from custody where child_id = $1 and valid_until is null', f.people.ida)).toEqual({ n: 2 })
  expect(await all('select staff_id::int, valid_from::text, valid_until::text, role from assignment where case_id = $1 and role = $2 order by id', f.caseId, 'teacher')).toEqual([
    { staff_id: w.staff.teacher, valid_from: '2020-01-01', valid_until: today, role: 'teacher' },
    { staff_id: w.staff.healthVisitor, valid_from: addDays(today, 1), valid_until: null, role: 'teacher' },
  ])
  const page = await readChange(coordinator(), { caseId: f.caseId })
  expect(page.told.filter((x) => x.event === eventId).map((x) => x.what)).toEqual(['Aftal skoleskift eller befordring', 'Sig til sundhedsplejen, at barnet flytter', 'Se planen igennem efter flytningen'])
  expect((await readTakenOver(w.ctxFor('teacher'), {})).rows.map((r) => r.duty?.label)).toContain('Aftal skoleskift eller befordring')
})
test('a protected address stays protected through a move', async () => {
  await insert(t, 'address_protection', { municipality_id: w.municipalityId, person_id: f.people.mette, valid_from: '2025-01-01' })
  await move({ personIds: [f.people.mette], where: 'inside', home: 'new', street: 'Hemmelig 1' })
  expect(await one('select protected from address where case_id = $1', f.caseId)).toEqual({ protected: true })
  expect(await one('select valid_until from address_protection where person_id = $1', f.people.mette)).toEqual({ valid_until: null })
})
test('part of a family leaves the municipality: their consents end, the new municipality is told; the whole family closes instead', async () => {
  await move({ personIds: [f.people.ida], where: 'out', to: 'Vejle' })
  expect(await one('select valid_until::text from case_person where case_id = $1 and person_id = $2', f.caseId, f.people.ida)).toEqual({ valid_until: today })
  expect(await one('select valid_until::text from consent where id = $1', f.open['consent'])).toEqual({ valid_until: today })
  expect(await one('select valid_until from consent where id = $1', f.open['metteConsent'])).toEqual({ valid_until: null })
  expect((await readTakenOver(w.ctxFor('familyWorker'), {})).rows.map((r) => r.duty?.label)).toContain('Underret den nye kommune')
  expect(await fields(move({ personIds: [f.people.mette, f.people.ida], where: 'out', to: 'Vejle' }))).toEqual(['personIds'])
  await expect(moveFamily(w.ctxFor('teacher'), { caseId: f.caseId, movedOn: today, personIds: [f.people.mette], where: 'out', to: 'Vejle' })).rejects.toThrow(Forbidden)
  await expect(moveFamily(thisted.ctxFor('coordinator'), { caseId: f.caseId, movedOn: today, personIds: [f.people.mette], where: 'out', to: 'Vejle' })).rejects.toThrow(NotFound)
  expect((await auditRows(t, 'exit.move-family')).findLast((r) => r.outcome === 'done')).toMatchObject({ case_id: f.caseId, details: { where: 'out' } })
})
