import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { applyShippedPack } from '#app/intake/testing.ts'
import { Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aFamily, assign, auditRows, aWorld, consent, insert, type StaffName, type World } from '#test/world.ts'
import { acceptYear } from './accept-year.server.ts'
import { blockPeriod, unblockPeriod } from './block-period.server.ts'
import { markServed, takeBackServed } from './mark-served.server.ts'
import { dueOf } from './queries.server.ts'
import { readDeadlines, readYear } from './read-year.server.ts'
import { remindDue } from './remind.server.ts'
import { stateFact, takeBackFact } from './state-fact.server.ts'

let t: TestDatabase
let world: World
let other: World
let w: World
const today = new Date().toISOString().slice(0, 10)
beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  world = await aWorld(t)
  other = await aWorld(t, { municipality: 787 })
  await applyShippedPack(t, 766, 'hedensted')
  await applyShippedPack(t, 787, 'thisted')
})
beforeEach(async () => {
  const family = await aFamily(t, world, { assigned: ['coordinator', 'teacher', 'jobcentre', 'familyWorker'] })
  const mette = await world.openSession('member', family.people.mette)
  w = { ...world, ...family, ctxFor: (name) => (name === 'mette' ? mette : world.ctxFor(name)) }
})

/** The plan agreed so many days ago, and Ida's help from the family department begun. */
async function agreed(daysAgo = 60): Promise<void> {
  const m = { municipality_id: 766, case_id: w.caseId }
  const plan = await insert(t, 'family_plan', { ...m, created_at: '2026-01-01' })
  await insert(t, 'plan_version', { ...m, plan_id: plan, number: 1, made_at: '2026-01-01', made_by: '{}', agreed_on: addDays(today, -daysAgo), at_meeting: false, goal_order: '{}' })
}
const help = (daysAgo = 40) =>
  insert(t, 'activity', {
    municipality_id: 766, case_id: w.caseId, sector: 'family-department', category: 'plan', visibility: 'family', household_shared: false, subjects: [w.people.ida], takes_part: [w.people.ida],
    what: 'Familiebehandling', rhythm: 'weekly', start_on: addDays(today, -daysAgo),
  })
/** A meeting that was held, or is to come, meant to serve these. */
const meeting = (day: string, serves: object[], held = true) =>
  insert(t, 'meeting', {
    municipality_id: 766, case_id: w.caseId, sector: 'coordination', category: 'meetings', visibility: 'family', subjects: [w.people.mette, w.people.ida], kind: 'plan-follow-up',
    starts_at: `${day}T12:00:00Z`, minutes: 60, uid: `${Math.random()}@test`, serves: JSON.stringify(serves),
    ...(held ? { began_at: `${day}T12:00:00Z`, ended_at: `${day}T13:00:00Z` } : {}),
  })
const deadlines = (who: StaffName) => readDeadlines(w.ctxFor(who), { caseId: w.caseId })
const year = (who: StaffName, over = {}) => readYear(w.ctxFor(who), { caseId: w.caseId, ...over })
const codesFor = async (who: StaffName) => (await deadlines(who)).entries.map((e) => e.code)
const first = () => ({ caseId: w.caseId, code: 'support-first-follow-up', personId: w.people.ida })
const all = ['present', 'child-heard', 'help-judged', 'noted']
/** The family department is told of the family's meetings. */
const mayKnowMeetings = async () => {
  for (const subject of [w.people.mette, w.people.ida]) await consent(t, w, { subject, from: ['coordination'], to: ['family-department'], categories: ['meetings'] })
}
const mine = async (event: string) => (await auditRows(t, event)).filter((r) => r.case_id === w.caseId)

describe('who sees which obligation', () => {
  test('MEET-09, CON-04: a sector’s follow-up is seen by that sector, by others only under consent; the school does not learn of it', async () => {
    await agreed()
    await help()
    expect(await codesFor('familyWorker')).toContain('support-first-follow-up')
    expect(await codesFor('coordinator')).not.toContain('support-first-follow-up')
    expect(await codesFor('teacher')).not.toContain('support-first-follow-up')
    expect(JSON.stringify(await year('teacher'))).not.toContain('support-first')
    const given = await consent(t, w, { subject: w.people.ida, from: ['family-department'], to: ['coordination'], categories: ['plan'] })
    expect(await codesFor('coordinator')).toContain('support-first-follow-up')
    expect(await codesFor('teacher')).not.toContain('support-first-follow-up')
    await t.owner.query('update consent set withdrawn_at = access.now() where id = $1', [given])
    expect(await codesFor('coordinator')).not.toContain('support-first-follow-up')
  })
  test('MEET-09: what nobody has said is asked of its own authority only', async () => {
    expect((await deadlines('familyWorker')).unknown.map((e) => e.code)).toContain('placed-child-visit')
    expect((await deadlines('coordinator')).unknown.every((e) => e.sector === 'coordination')).toBe(true)
    expect((await deadlines('teacher')).unknown).toEqual([])
  })
  test('another municipality and who is not in the family find nothing; it is in the log', async () => {
    await agreed()
    await expect(readYear(other.ctxFor('coordinator'), { caseId: w.caseId })).rejects.toThrow(NotFound)
    await expect(year('coordinator2')).rejects.toThrow(NotFound)
    await year('coordinator')
    expect((await mine('clock.read-year')).map((r) => r.outcome)).toContain('done')
    expect((await mine('clock.read-year')).findLast((r) => r.outcome === 'done')?.person_ids).toEqual(expect.arrayContaining([w.people.mette]))
  })
})

describe('the tick', () => {
  test('MEET-11: a joint meeting serves nothing until its own authority ticks every condition', async () => {
    await help()
    const on = addDays(today, -3)
    const id = await meeting(on, [{ code: 'support-first-follow-up', personId: w.people.ida, due: null }])
    expect((await deadlines('familyWorker')).ticks).toEqual([])
    await mayKnowMeetings()
    expect((await deadlines('familyWorker')).ticks).toMatchObject([{ meetingId: id, on }])
    expect((await deadlines('coordinator')).ticks).toEqual([])
    const input = { ...first(), servedOn: on, meetingId: id }
    await expect(markServed(w.ctxFor('familyWorker'), { ...input, conditions: ['present', 'noted'] })).rejects.toThrow(Invalid)
    await expect(markServed(w.ctxFor('familyWorker'), { ...input, conditions: all, servedOn: addDays(on, -1) })).rejects.toThrow(Invalid)
    const { id: served } = await markServed(w.ctxFor('familyWorker'), { ...input, conditions: all })
    expect((await deadlines('familyWorker')).ticks).toEqual([])
    expect(await codesFor('familyWorker')).not.toContain('support-first-follow-up')
    expect(await codesFor('familyWorker')).toContain('support-later-follow-up')
    expect((await mine('clock.mark-served')).at(-1)).toMatchObject({ outcome: 'done', person_ids: [w.people.ida], details: { served } })
    await takeBackServed(w.ctxFor('familyWorker'), { caseId: w.caseId, id: served, reason: 'Det var et andet barn' })
    expect(await codesFor('familyWorker')).toContain('support-first-follow-up')
    expect((await mine('clock.take-back-served')).at(-1)).toMatchObject({ outcome: 'done' })
  })
  test('MEET-11: never anybody else: not the coordinator who reads it, not a colleague of the sector who is no caseworker, not the database', async () => {
    await help()
    await consent(t, w, { subject: w.people.ida, from: ['family-department'], to: ['coordination', 'employment'], categories: ['plan'] })
    const input = { ...first(), servedOn: today, conditions: all }
    await expect(markServed(w.ctxFor('coordinator'), input)).rejects.toThrow(NotFound)
    await expect(markServed(w.ctxFor('jobcentre'), input)).rejects.toThrow(NotFound)
    await expect(markServed(w.ctxFor('teacher'), input)).rejects.toThrow(Forbidden)
    await expect(markServed(w.ctxFor('mette'), input)).rejects.toThrow(Forbidden)
    await expect(markServed(other.ctxFor('familyWorker'), input)).rejects.toThrow(NotFound)
    await assign(t, w, w.caseId, 'healthVisitor', { role: 'family-contact', sector: 'family-department' })
    await expect(markServed(w.ctxFor('healthVisitor'), input)).rejects.toThrow(Forbidden)
    await expect(
      inTransaction(w.ctxFor('coordinator'), w.caseId, (tx) =>
        tx.insertInto('obligation_served').values({ municipality_id: 766, case_id: w.caseId, sector: 'family-department', category: 'plan', visibility: 'family', subjects: [w.people.ida],
          code: 'support-first-follow-up', person_id: w.people.ida, served_on: today }).execute()),
    ).rejects.toThrow(Forbidden)
    await expect(
      inTransaction(w.ctxFor('healthVisitor'), w.caseId, (tx) =>
        tx.insertInto('obligation_served').values({ municipality_id: 766, case_id: w.caseId, sector: 'family-department', category: 'plan', visibility: 'family', subjects: [w.people.ida],
          code: 'support-first-follow-up', person_id: w.people.ida, served_on: today }).execute()),
    ).rejects.toThrow(Forbidden)
    expect((await mine('clock.mark-served')).every((r) => r.outcome === 'refused')).toBe(true)
  })
  test('MEET-11: what the project agreed is kept by its coordinator’s tick, or by its own kind of meeting being held', async () => {
    await agreed(100)
    const before = (await deadlines('coordinator')).entries.find((e) => e.code === 'plan-follow-up')
    expect(before).toMatchObject({ state: 'overdue' })
    await meeting(addDays(today, -2), [])
    expect((await deadlines('coordinator')).entries.find((e) => e.code === 'plan-follow-up')).toMatchObject({ state: 'due', lastDone: addDays(today, -2) })
    await markServed(w.ctxFor('coordinator'), { caseId: w.caseId, code: 'network-meeting', personId: '', servedOn: today, conditions: [] })
    expect((await deadlines('coordinator')).entries.find((e) => e.code === 'network-meeting')).toMatchObject({ lastDone: today })
  })
  test('MEET-11: job talks are joined only when the job centre’s worker chooses it', async () => {
    await insert(t, 'spell', {
      municipality_id: 766, case_id: w.caseId, sector: 'employment', category: 'progression', visibility: 'family', subjects: [w.people.mette], person_id: w.people.mette, kind: 'benefit',
      status: 'cash-benefit-activity-ready', started_on: addDays(today, -200),
    })
    const talk = { caseId: w.caseId, code: 'job-talk', personId: w.people.mette }
    await stateFact(w.ctxFor('jobcentre'), { ...talk, what: 'rhythm', everyWeeks: '13', reason: 'Efter behov, aftalt med Mette' })
    await markServed(w.ctxFor('jobcentre'), { ...talk, servedOn: addDays(today, -20) })
    expect((await year('jobcentre')).year.proposal?.meetings ?? []).toEqual([])
    const { id } = await stateFact(w.ctxFor('jobcentre'), { ...talk, what: 'joined' })
    expect((await year('jobcentre')).year.proposal?.meetings.length).toBeGreaterThan(0)
    await takeBackFact(w.ctxFor('jobcentre'), { caseId: w.caseId, id })
    expect((await year('jobcentre')).year.proposal?.meetings ?? []).toEqual([])
    await expect(stateFact(w.ctxFor('coordinator'), { ...talk, what: 'joined' })).rejects.toThrow(NotFound)
    expect((await mine('clock.state-fact')).at(-1)).toMatchObject({ outcome: 'refused' })
  })
})

describe('what only its authority knows', () => {
  test('MEET-09: a rhythm needs a reason, an anchor a day that has been; a newer one takes the place of the older', async () => {
    const visit = { caseId: w.caseId, code: 'placed-child-visit', personId: w.people.ida }
    const state = (over: object) => stateFact(w.ctxFor('familyWorker'), { ...visit, what: 'anchor', ...over })
    await expect(state({ onDay: '' })).rejects.toThrow(Invalid)
    await expect(state({ onDay: addDays(today, 1) })).rejects.toThrow(Invalid)
    await expect(state({ what: 'rhythm', everyMonths: '3', reason: 'Aftalt' })).rejects.toThrow(Invalid)
    await expect(state({ what: 'not-relevant' })).rejects.toThrow(Invalid)
    await state({ onDay: addDays(today, -300) })
    const { id } = await state({ onDay: addDays(today, -30) })
    const line = (await deadlines('familyWorker')).entries.find((e) => e.code === 'placed-child-visit')
    expect(line).toMatchObject({ anchor: { on: addDays(today, -30), from: 'given' }, joint: false, anchorId: id })
    const no = await state({ what: 'not-relevant', reason: 'Ida bor hjemme igen' })
    expect((await deadlines('familyWorker')).entries.find((e) => e.code === 'placed-child-visit')?.state).toBe('not-relevant')
    expect(await codesFor('coordinator')).not.toContain('placed-child-visit')
    await takeBackFact(w.ctxFor('familyWorker'), { caseId: w.caseId, id: no.id })
    expect((await deadlines('familyWorker')).entries.find((e) => e.code === 'placed-child-visit')?.state).toBe('due')
    await expect(takeBackFact(other.ctxFor('familyWorker'), { caseId: w.caseId, id })).rejects.toThrow(NotFound)
  })
})

describe('the proposal', () => {
  test('MEET-07, MEET-10, IT-01: accepting calls the chosen meetings with what they serve; the next proposal is found around them', async () => {
    await agreed(30)
    const page = await year('coordinator')
    expect(page.rules).toEqual({ slackDays: 10, gapWeeks: 4 })
    const dates = page.year.proposal?.meetings.map((m) => m.date) ?? []
    expect(dates.length).toBeGreaterThan(2)
    const input = { caseId: w.caseId, kind: 'plan-follow-up', dates: dates.slice(0, 2), time: '13:00', place: 'Børnehuset' }
    await expect(acceptYear(w.ctxFor('coordinator'), { ...input, dates: [] })).rejects.toThrow(Invalid)
    await expect(acceptYear(w.ctxFor('coordinator'), { ...input, dates: [addDays(dates[0] ?? today, 1)] })).rejects.toThrow(Invalid)
    await expect(acceptYear(w.ctxFor('teacher'), input)).rejects.toThrow(Forbidden)
    await expect(acceptYear(other.ctxFor('coordinator'), input)).rejects.toThrow(NotFound)
    const { meetings } = await acceptYear(w.ctxFor('coordinator'), input)
    expect(meetings).toHaveLength(2)
    const after = await year('coordinator')
    expect(after.called).toEqual(dates.slice(0, 2))
    expect(after.year.proposal?.meetings.map((m) => m.date)).toEqual(dates)
    expect(after.entries.find((e) => e.code === 'plan-follow-up')?.planned).toBe(dates[0])
    expect((await mine('clock.accept-year')).find((r) => r.outcome === 'done')).toMatchObject({ details: { meetings: meetings.map((m) => m.id) } })
    expect((await mine('clock.accept-year')).map((r) => r.outcome)).toContain('refused')
  })
  test('MEET-10: blocked periods move the dates; the family writes its own, and takes back only those', async () => {
    await agreed(30)
    const before = (await year('coordinator')).year.proposal?.meetings[0]?.date ?? today
    const period = { caseId: w.caseId, from: addDays(before, -1), until: addDays(before, 1), why: 'family', words: 'Oliver skal opereres' }
    const { id } = await blockPeriod(w.ctxFor('mette'), period)
    expect((await year('coordinator')).year.proposal?.meetings[0]?.date).not.toBe(before)
    expect((await mine('clock.block-period')).at(-1)).toMatchObject({ outcome: 'done', actor_kind: 'member' })
    await expect(blockPeriod(w.ctxFor('coordinator'), { ...period, until: addDays(before, -5) })).rejects.toThrow(Invalid)
    await expect(blockPeriod(w.ctxFor('teacher'), period)).rejects.toThrow(Forbidden)
    await expect(unblockPeriod(other.ctxFor('coordinator'), { caseId: w.caseId, id })).rejects.toThrow(NotFound)
    const staffs = await blockPeriod(w.ctxFor('coordinator'), { ...period, why: 'staff' })
    await expect(unblockPeriod(w.ctxFor('mette'), { caseId: w.caseId, id: staffs.id })).rejects.toThrow(NotFound)
    await unblockPeriod(w.ctxFor('coordinator'), { caseId: w.caseId, id: staffs.id })
    await unblockPeriod(w.ctxFor('mette'), { caseId: w.caseId, id })
    expect((await year('coordinator')).year.proposal?.meetings[0]?.date).toBe(before)
  })
  test('CON-15: with a shield each side has a meeting of its own', async () => {
    const family = await aFamily(t, world, { assigned: ['coordinator'], jonas: 'shared' })
    w = { ...world, ...family }
    await agreed(30)
    await t.owner.query("update case_person set role = 'family' where case_id = $1 and person_id = $2", [w.caseId, w.people.jonas])
    await insert(t, 'shield', { municipality_id: 766, case_id: w.caseId, person_a: w.people.mette, person_b: w.people.jonas, reason: 'vold', valid_from: '2026-01-01', set_by: world.staff.coordinator })
    const [date] = (await year('coordinator')).year.proposal?.meetings ?? []
    const { meetings } = await acceptYear(w.ctxFor('coordinator'), { caseId: w.caseId, kind: 'plan-follow-up', dates: date?.date ?? '', time: '13:00' })
    const { rows } = await t.owner.query<{ subjects: number[] }>('select subjects from meeting where id = any ($1) order by id', [meetings.map((m) => m.id)])
    expect(rows).toHaveLength(2)
    expect(rows.some((r) => r.subjects.map(Number).includes(w.people.mette) && r.subjects.map(Number).includes(w.people.jonas))).toBe(false)
  })
})

describe('for others', () => {
  test('MEET-06: due, overdue and next of many families at once, each only what the reader may know', async () => {
    await agreed(100)
    await help(80)
    const mineIs = (who: StaffName) => inTransaction(w.ctxFor(who), null, (tx, ctx) => dueOf(tx, [w.caseId, other.caseId], ctx.today))
    expect((await mineIs('coordinator')).map((l) => [l.code, l.overdue])).toEqual([['plan-follow-up', true]])
    expect((await mineIs('familyWorker')).map((l) => l.code)).toContain('support-first-follow-up')
    expect((await mineIs('teacher')).map((l) => l.code)).not.toContain('support-first-follow-up')
    expect(await inTransaction(other.ctxFor('coordinator'), null, (tx, ctx) => dueOf(tx, [w.caseId], ctx.today))).toEqual([])
  })
  test('PLAN-19, MEET-06, MEET-11: the daily job reminds each obligation’s own authority and nobody else, once', async () => {
    await agreed(200)
    await help(120)
    const on = addDays(today, -3)
    const id = await meeting(on, [{ code: 'support-first-follow-up', personId: w.people.ida, due: null }])
    const job = await world.openSession('job', 0)
    const tasks = async () => {
      await remindDue(job, {})
      const { rows } = await t.owner.query<{ code: string; for_role: string | null; for_staff: string | null; data: Record<string, unknown> }>(
        "select code, for_role, for_staff, data from task where case_id = $1 and code like 'clock-%' order by code, for_role nulls last, id",
        [w.caseId],
      )
      return rows
    }
    const short = (rows: Awaited<ReturnType<typeof tasks>>) => rows.map((r) => [r.code, r.for_role ?? Number(r.for_staff), r.data['obligation']])
    const late = [['clock-late', 'coordinator', 'network-meeting'], ['clock-late', world.staff.familyWorker, 'support-first-follow-up']]
    // The meeting is not told to who may not know of it.
    expect(short(await tasks())).toEqual(late)
    await mayKnowMeetings()
    await tasks()
    const rows = await tasks()
    expect(short(rows)).toEqual([['clock-counts', world.staff.familyWorker, 'support-first-follow-up'], ...late])
    expect(rows.find((r) => r.code === 'clock-counts')?.data).toMatchObject({ meeting: id })
    await expect(remindDue(w.ctxFor('coordinator'), {})).rejects.toThrow(Forbidden)
  })
})
