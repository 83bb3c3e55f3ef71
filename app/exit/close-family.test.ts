import { beforeAll, beforeEach, expect, test } from 'vitest'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { addDays, addMonths } from '#app/platform/time/plain-date.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { readIntakeLetter } from '#app/intake/read-intake.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { auditRows, aWorld, type Family, insert, type World } from '#test/world.ts'
import { closeFamily, referAgain, reopenFamily } from './close-family.server.ts'
import { readExit } from './read-exit.server.ts'
import { anOpenFamily, asProposed, packs } from './testing.ts'

let t: TestDatabase
let w: World
let thisted: World
let f: Family & { open: Record<string, number> }
const today = new Date(Date.now() + 3_600_000).toISOString().slice(0, 10)
const noon = (day: string) => `${day}T11:00:00.000Z`

beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t)
  thisted = await aWorld(t, { municipality: 787 })
  await packs(t, w)
})
beforeEach(async () => {
  await t.setNow(noon(today))
  f = await anOpenFamily(t, w)
})
const coordinator = () => w.ctxFor('coordinator')
const manager = () => w.ctxFor('projectManager')
const close = async (more: Record<string, unknown> = {}, ctx = coordinator()) =>
  closeFamily(ctx, { caseId: f.caseId, reason: 'goals-reached', leftOn: today, saidBy: '', words: '', decisions: await asProposed(coordinator(), f.caseId), ...more })
const one = async <T>(sql: string, ...args: unknown[]): Promise<T> => (await t.owner.query(sql, args)).rows[0] as T
const fields = async (work: Promise<unknown>) => (await work.then(() => [], (e: unknown) => (e instanceof Invalid ? e.issues.map((i) => i.field) : [String(e)])))

test('VIS-20, PLAN-21: "før I lukker" lists everything open that the coordinator may know of; closing is refused while one has neither end nor name', async () => {
  const page = await readExit(coordinator(), { caseId: f.caseId })
  expect([...new Set(page.open.map((o) => o.kind))].toSorted()).toEqual(['activity', 'assignment', 'consent', 'sector-plan', 'task'])
  expect(page.open.map((o) => o.label)).toContain('Svømning hver onsdag · Mette og Ida')
  expect(page.open.some((o) => o.ref === f.open['hidden'] && o.kind === 'activity')).toBe(false)
  expect(page.letterTo.map((p) => p.name)).toEqual(['Mette', 'Jonas'])
  const decisions = await asProposed(coordinator(), f.caseId)
  expect(await fields(close({ decisions: [] }))).toHaveLength(page.open.length)
  expect(await fields(close({ decisions: decisions.filter((d) => d.kind !== 'task') }))).toEqual([`how.task.${f.open['task']}`])
  expect(await fields(close({ decisions: decisions.map((d) => (d.kind === 'sector-plan' ? { ...d, staffId: '' } : d)) }))).toEqual([`who.sector-plan.${f.open['sectorPlan']}`])
  expect(await fields(close({ reason: 'bored' }))).toEqual(['reason'])
  expect(await fields(close({ leftOn: addDays(today, 1) }))).toEqual(['leftOn'])
  expect(await one('select count(*)::int as n from closure where case_id = $1', f.caseId)).toEqual({ n: 0 })
})

test('VIS-20: closing ends consents, help and tasks, gives the authority a dated task, and whoever is not here is not asked', async () => {
  await expect(close({}, w.ctxFor('teacher'))).rejects.toThrow(Forbidden)
  await expect(close({}, thisted.ctxFor('projectManager'))).rejects.toThrow(NotFound)
  const decisions = (await asProposed(coordinator(), f.caseId)).map((d) =>
    d.kind === 'activity' && d.ref === f.open['activity'] ? { ...d, outcome: 'handed-over', name: 'Svømmeklubben' }
      : d.kind === 'consent' && d.ref === f.open['kept'] ? { ...d, outcome: 'handed-over', staffId: w.staff.teacher } : d)
  const result = await close({ decisions, words: 'Vi klarer os selv nu', saidBy: f.people.mette })
  expect(await one('select reason, left_on::text, portal_until::text from closure where case_id = $1', f.caseId)).toEqual({ reason: 'goals-reached', left_on: today, portal_until: addMonths(today, 12) })
  expect(await one('select valid_until::text from consent where id = $1', f.open['consent'])).toEqual({ valid_until: today })
  expect(await one('select valid_until from consent where id = $1', f.open['kept'])).toEqual({ valid_until: null })
  expect(await one('select done_at is not null as done from task where id = $1', f.open['task'])).toEqual({ done: true })
  expect(await one('select end_on from activity where id = $1', f.open['activity'])).toEqual({ end_on: null })
  expect(await one('select end_on::text from activity where id = $1', f.open['metteActivity'])).toEqual({ end_on: today })
  // What the coordinator may not read goes to who wrote it, untouched.
  expect(await one('select outcome, staff_id::int, (select end_on from activity where id = ref) as end_on from exit_item where kind = $1 and ref = $2', 'activity', f.open['hidden'])).toEqual({ outcome: 'handed-over', staff_id: w.staff.healthVisitor, end_on: null })
  const alone = addDays(today, 28)
  expect(await one(`select for_staff::int, due::text from task where case_id = $1 and code = 'sector-plan-alone'`, f.caseId)).toEqual({ for_staff: w.staff.familyWorker, due: alone })
  // The caseworker reads until the task's day, the teacher no longer, the coordinator writes minutes for a while.
  const until = async (staff: number) => (await one<{ u: string }>('select valid_until::text as u from assignment where case_id = $1 and staff_id = $2', f.caseId, staff)).u
  expect([await until(w.staff.teacher), await until(w.staff.familyWorker), await until(w.staff.coordinator)]).toEqual([today, alone, addDays(today, 60)])
  expect((await auditRows(t, 'exit.close-family')).findLast((r) => r.outcome === 'done')).toMatchObject({ outcome: 'done', case_id: f.caseId, details: { closure: result.closureId, reason: 'goals-reached', letters: 2 } })
  await expect(close()).rejects.toThrow(Forbidden)
  await expect(close({ decisions: [] }, manager())).rejects.toThrow(Forbidden)
})

test('VIS-20: each adult gets a letter of what ends, what goes on and whom to call, and the plan on paper; a parent elsewhere hears only what concerns the child', async () => {
  await close()
  const { rows: letters } = await t.owner.query<{ id: string; body: string; subjects: string[] }>(`select id, body, subjects from intake_letter where case_id = $1 and template = 'family-leaves' order by id`, [f.caseId])
  expect(letters.map((l) => l.subjects.map(Number))).toEqual([[f.people.mette], [f.people.jonas]])
  const [mette, jonas] = letters.map((l) => l.body)
  expect(mette).toContain('Line Krogh')
  expect(mette).toContain('Praktik i bageriet')
  expect(mette).toContain('Samtykkerne om Mette og Ida')
  expect(jonas).not.toContain('Line Krogh')
  expect(jonas).not.toContain('Praktik')
  expect(jonas).not.toContain('Mette')
  expect(jonas).toContain('Samtykkerne om Ida')
  expect(mette).not.toContain('{{')
  expect(await one(`select count(*)::int as n from message where case_id = $1 and channel = 'letter' and cancelled_at is null`, f.caseId)).toEqual({ n: 4 })
})

test('access: after closing the teacher reads nothing from the next day, the coordinator for sixty days, the project manager always, the mother until exactly the last day of her pages', async () => {
  await close()
  const reads = async (who: 'teacher' | 'coordinator' | 'projectManager' | 'mette', day: string) => {
    await t.setNow(noon(day))
    const ctx = who === 'mette' ? await w.openSession('member', f.people.mette) : w.ctxFor(who)
    return inTransaction(ctx, null, async (tx) => (await tx.selectFrom('goal').select('id').where('id', '=', f.open['goal']!).executeTakeFirst()) !== undefined)
  }
  expect([await reads('teacher', today), await reads('teacher', addDays(today, 1))]).toEqual([true, false])
  expect([await reads('coordinator', addDays(today, 60)), await reads('coordinator', addDays(today, 61))]).toEqual([true, false])
  expect(await reads('projectManager', addDays(today, 400))).toBe(true)
  const last = addMonths(today, 12)
  expect([await reads('mette', last), await reads('mette', addDays(last, 1))]).toEqual([true, false])
})

test('VIS-20: what comes up while the page stands open is not closed over', async () => {
  const decisions = await asProposed(coordinator(), f.caseId)
  await t.owner.query(`insert into task (municipality_id, case_id, for_role, code, created_at) values ($1, $2, 'project-manager', 'knows-family', access.now())`, [w.municipalityId, f.caseId])
  expect((await fields(close({ decisions })))[0]).toMatch(/^how\.task\./)
})

test('VIS-20: reopening brings back helpers, activities and tasks, and says how many consents need a new yes; only the project manager', async () => {
  await close()
  await t.setNow(noon(addDays(today, 3)))
  await expect(reopenFamily(coordinator(), { caseId: f.caseId, reason: 'De fortrød' })).rejects.toThrow(Forbidden)
  await expect(reopenFamily(thisted.ctxFor('projectManager'), { caseId: f.caseId, reason: 'De fortrød' })).rejects.toThrow(NotFound)
  const back = await reopenFamily(manager(), { caseId: f.caseId, reason: 'De fortrød' })
  expect(back).toEqual({ helpers: 3, helpersGone: 0, restored: 3, consents: 3 })
  expect(await one('select end_on from activity where id = $1', f.open['metteActivity'])).toEqual({ end_on: null })
  expect(await one('select done_at from task where id = $1', f.open['task'])).toEqual({ done_at: null })
  expect(await one(`select count(*)::int as n from assignment where case_id = $1 and staff_id = $2 and (valid_until is null or valid_until >= $3)`, f.caseId, w.staff.teacher, addDays(today, 3))).toEqual({ n: 1 })
  await expect(reopenFamily(manager(), { caseId: f.caseId, reason: 'igen' })).rejects.toThrow(Conflict)
  expect((await auditRows(t, 'exit.reopen-family')).findLast((r) => r.outcome === 'done')).toMatchObject({ outcome: 'done', details: back })
})

test('VIS-20: closed by mistake and opened the same day, everything is as it was, consents too', async () => {
  await close()
  const back = await reopenFamily(manager(), { caseId: f.caseId, reason: 'Forkert familie' })
  expect(back.consents).toBe(0)
  expect(await one('select valid_until from consent where id = $1', f.open['consent'])).toEqual({ valid_until: null })
  expect(await one('select valid_until from assignment where case_id = $1 and staff_id = $2', f.caseId, w.staff.teacher)).toEqual({ valid_until: null })
})

test('VIS-20: a family that left comes back by a new referral with a new yes, and the intake team decides', async () => {
  await expect(referAgain(manager(), { caseId: f.caseId, yesOn: today, yesForm: 'spoken', reason: 'x' })).rejects.toThrow(Conflict)
  await close()
  await expect(referAgain(coordinator(), { caseId: f.caseId, yesOn: today, yesForm: 'spoken', reason: 'x' })).rejects.toThrow(Forbidden)
  await referAgain(manager(), { caseId: f.caseId, yesOn: today, yesForm: 'spoken', reason: 'De vil gerne i gang igen' })
  expect(await one('select decision from referral where case_id = $1 order by id desc limit 1', f.caseId)).toEqual({ decision: null })
  expect(await one('select reopened_at is not null as open from closure where case_id = $1', f.caseId)).toEqual({ open: true })
  expect(await one(`select count(*)::int as n from task where case_id = $1 and code = 'new-referral' and done_at is null`, f.caseId)).toEqual({ n: 1 })
  await expect(close({ decisions: [] })).rejects.toThrow(Conflict)
})

test('VIS-20: the mother reads her letter afterwards', async () => {
  await close()
  const { id } = await one<{ id: string }>(`select id from intake_letter where case_id = $1 and subjects = array[$2::bigint]`, f.caseId, f.people.mette)
  await t.setNow(noon(addDays(today, 30)))
  const letter = await readIntakeLetter(await w.openSession('member', f.people.mette), { letterId: Number(id) })
  expect(letter.title).toContain('slutter')
  await expect(readIntakeLetter(await w.openSession('member', f.people.jonas), { letterId: Number(id) })).rejects.toThrow(NotFound)
})

test('KOO-03: a change of coordinator that was agreed does not happen; reopened, the family has the coordinator it had', async () => {
  const from = await one<{ id: string }>(`select id from assignment where case_id = $1 and role = 'coordinator'`, f.caseId)
  const on = addDays(today, 20)
  await t.owner.query('update assignment set valid_until = $1 where id = $2', [addDays(on, -1), from.id])
  const m = { municipality_id: w.municipalityId, case_id: f.caseId }
  const to = await insert(t, 'assignment', { ...m, staff_id: w.staff.coordinator2, role: 'coordinator', sector: 'coordination', valid_from: on })
  await insert(t, 'handover', { ...m, from_staff_id: w.staff.coordinator, to_staff_id: w.staff.coordinator2, takes_over_on: on, reason: 'x', planned_by: w.staff.projectManager, planned_at: `${today}T08:00:00Z`, from_assignment_id: Number(from.id), to_assignment_id: to })
  await close()
  expect(await one('select count(*)::int as n from assignment where id = $1', to)).toEqual({ n: 0 })
  expect(await one('select cancelled_at is not null as gone from handover where case_id = $1', f.caseId)).toEqual({ gone: true })
  await reopenFamily(manager(), { caseId: f.caseId, reason: 'De fortrød' })
  expect(await one('select valid_until from assignment where id = $1', from.id)).toEqual({ valid_until: null })
})
