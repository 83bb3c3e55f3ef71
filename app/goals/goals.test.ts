import { beforeAll, describe, expect, test } from 'vitest'
import { consentWorld } from '#app/consent/testing.ts'
import { Forbidden, NotFound } from '#app/platform/context.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { openJobContext } from '#app/platform/jobs/run-job.server.ts'
import { allowJobs } from '#app/platform/jobs/testing.ts'
import { addMonths, startOfMonth } from '#app/platform/time/plain-date.ts'
import { callApi } from '#test/api.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aFamily, auditRows, type Family, insert, type World } from '#test/world.ts'
import { goalsApi } from './api.server.ts'
import { publishGoals } from './publish-goals.server.ts'
import { readGoal } from './read-goal.server.ts'
import { readCriteria, readGoals } from './read-goals.server.ts'
import { readPublished } from './read-published.server.ts'
import { readWhatWorks } from './read-what-works.server.ts'

let t: TestDatabase
let w: World
let other: World
const families: Family[] = []
const today = new Date().toISOString().slice(0, 10)
const thisMonth = startOfMonth(today)
const record = (of: Pick<World, 'municipalityId'>, family: Family, person: number, category: string) => ({
  municipality_id: of.municipalityId, case_id: family.caseId, sector: 'coordination', category, visibility: 'family', subjects: [person], person_id: person,
})
const spell = (family: Family, person: number, kind: string, over: object = {}) =>
  insert(t, 'spell', { ...record(w, family, person, 'progression'), kind, what: 'Gymnastik', started_on: '2022-01-01', ...over })
const value = (family: Family, person: number, indicator: string, month: string, number: number, how = 'judged') =>
  insert(t, 'progression_value', { ...record(w, family, person, 'progression'), indicator, month, number, how, judged_month: how === 'carried' ? addMonths(month, -1) : month })

beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await consentWorld(t, { name: 'Andersen' })
  other = await consentWorld(t, { municipality: 787, name: 'Thy' })
  families.push(w)
  for (const name of ['Bager', 'Carlsen', 'Dahl', 'Egeskov', 'Frost', 'Gram']) families.push(await aFamily(t, w, { name }))
  await aFamily(t, w, { name: 'Hede', inIntake: true })
  for (const f of families.slice(0, 4)) await spell(f, f.people.ida, 'leisure-activity')
  for (const [i, f] of families.entries()) {
    await value(f, f.people.ida, 'child-attendance', addMonths(thisMonth, -6), 70)
    await value(f, f.people.ida, 'child-attendance', addMonths(thisMonth, -2), i < 5 ? 90 : 60)
  }
}, 120_000)
const job = async (of: World = w) => openJobContext(await allowJobs(t), of.municipalityId, 'job')
const line = (page: Awaited<ReturnType<typeof readGoals>>, code: string) => page.goals.find((g) => g.goal.code === code)?.figures

describe('the project’s goals', () => {
  test('GOAL-03, GOAL-09, GOAL-14: computed from the registrations, for families with a place only', async () => {
    const page = await readGoals(w.ctxFor('projectManager'), { projectId: null })
    expect(page.goals).toHaveLength(11)
    expect(line(page, 'leisure-activity')).toMatchObject({ units: 8, share: { x: 4, n: 8 }, standing: 'too-few' })
    expect(line(page, 'attendance')).toMatchObject({ share: { x: 5, n: 7 }, changes: [{ code: 'child-attendance', n: 7, preMean: 70 }] })
    expect(line(page, 'one-contact')).toMatchObject({ share: { x: 8, n: 8 }, median: 1 })
    expect(line(page, 'inclusion-of-partners')?.standing).toBe('not-counted')
    expect(page.scale).toMatchObject({ least: 15, most: 30, within: false })
    expect((await auditRows(t, 'goals.read-goals')).at(-1)).toMatchObject({ outcome: 'done', person_ids: [], details: { project: w.projectId } })
  })

  test('GOAL-13, PROG-31: the national criteria, each by the rule of its kind; the costs are computed with the costs', async () => {
    const { criteria } = await readCriteria(w.ctxFor('projectManager'), { projectId: null })
    expect(criteria).toHaveLength(26)
    const of = (code: string) => criteria.find((c) => c.goal.code === code)?.figures
    expect(of('child-attendance')).toMatchObject({ share: { x: 5, n: 7 }, leftOut: 1 })
    expect(of('municipal-cost')).toMatchObject({ standing: 'not-counted', units: 0 })
    await expect(readCriteria(w.ctxFor('steering'), { projectId: null })).rejects.toThrow(NotFound)
  })

  test('PROG-03: a kept value is no measurement, and a record of another sector is not the project’s', async () => {
    const f = families[6]!
    await value(f, f.people.ida, 'child-attendance', addMonths(thisMonth, -1), 99, 'carried')
    await insert(t, 'spell', { ...record(w, f, f.people.ida, 'progression'), sector: 'health', kind: 'leisure-activity', what: 'Svømning', started_on: '2022-01-01' })
    const page = await readGoals(w.ctxFor('projectManager'), { projectId: null })
    expect(line(page, 'attendance')?.share).toMatchObject({ x: 5, n: 7 })
    expect(line(page, 'leisure-activity')?.share).toMatchObject({ x: 4, n: 8 })
  })

  test('GOAL-14: a goal opens to families and registrations, logged in each family’s log with people and shelves', async () => {
    const opened = await readGoal(w.ctxFor('projectManager'), { projectId: null, code: 'leisure-activity', outcome: 'reached' })
    expect(opened.rows.map((r) => [r.family, r.person])).toEqual([['Andersen', 'Ida'], ['Bager', 'Ida'], ['Carlsen', 'Ida'], ['Dahl', 'Ida']])
    expect(opened.rows[0]?.evidence[0]).toMatchObject({ kind: 'spell', what: { text: 'Gymnastik', personId: w.people.ida } })
    const row = (await auditRows(t, 'goals.read-goal')).find((r) => r.case_id === w.caseId)
    expect(row).toMatchObject({ outcome: 'done', bases: ['project'], person_ids: [w.people.ida], details: { goal: 'leisure-activity' } })
    expect(row?.shelf_ids).toHaveLength(1)
  })

  test('a family that the project manager must not see is in no figure of hers', async () => {
    const known = await aFamily(t, w, { name: 'Kendt' })
    const before = line(await readGoals(w.ctxFor('projectManager'), { projectId: null }), 'leisure-activity')?.units
    await insert(t, 'disqualification', { municipality_id: w.municipalityId, case_id: known.caseId, staff_id: w.staff.projectManager, kind: 'declared', valid_from: new Date().toISOString() })
    expect(line(await readGoals(w.ctxFor('projectManager'), { projectId: null }), 'leisure-activity')?.units).toBe(before! - 1)
  })

  test('for everybody else the pages do not exist, and another municipality’s project neither', async () => {
    for (const who of ['coordinator', 'teacher', 'intake', 'steering', 'economist', 'administrator'] as const) {
      await expect(readGoals(w.ctxFor(who), { projectId: null })).rejects.toThrow(NotFound)
      await expect(readGoal(w.ctxFor(who), { projectId: null, code: 'leisure-activity' })).rejects.toThrow(NotFound)
      await expect(readWhatWorks(w.ctxFor(who), { projectId: null })).rejects.toThrow(NotFound)
    }
    await expect(readGoals(w.ctxFor('projectManager'), { projectId: other.projectId })).rejects.toThrow(NotFound)
    expect((await auditRows(t, 'goals.read-goal')).some((r) => r.outcome === 'refused' && r.actor_id === w.staff.steering)).toBe(true)
  })
})

describe('published months', () => {
  test('the monthly job publishes last month once; small numbers are not in it', async () => {
    const ctx = await job()
    const { month, made } = await publishGoals(ctx, {})
    expect(month).toBe(addMonths(startOfMonth(ctx.today), -1))
    expect(made).toHaveLength(1)
    await spell(families[4]!, families[4]!.people.ida, 'leisure-activity')
    expect((await publishGoals(await job(), {})).made).toEqual([])
    for (const who of ['steering', 'economist'] as const) {
      const page = await readPublished(w.ctxFor(who), { projectId: null })
      expect(page.month).toBe(month)
      expect(page.smallest).toBe(3)
      // All families, also one the manager may not see: four with, five without.
      expect(page.goals.find((g) => g.goal.code === 'leisure-activity')?.now).toMatchObject({ n: 9, x: 4 })
      // Five better, two not: the two are hidden, and what would tell them.
      expect(page.goals.find((g) => g.goal.code === 'attendance')?.now).toMatchObject({ n: 7, x: null, groups: null })
    }
  })

  test('nobody else publishes or reads them, and what they were compared with is read by nobody', async () => {
    await expect(publishGoals(w.ctxFor('projectManager'), {})).rejects.toThrow(Forbidden)
    for (const who of ['coordinator', 'teacher', 'administrator'] as const) await expect(readPublished(w.ctxFor(who), { projectId: null })).rejects.toThrow(NotFound)
    await expect(readPublished(w.ctxFor('steering'), { projectId: other.projectId })).rejects.toThrow(NotFound)
    expect((await readPublished(other.ctxFor('steering'), { projectId: null })).month).toBeNull()
  })

  test('GOAL-14: the same over the API: the manager’s figures, and what was published with hidden numbers as null', async () => {
    const get = async (who: Parameters<World['ctxFor']>[0], path: string) => callApi(goalsApi, w.ctxFor(who))('GET', `/projects/${w.projectId}/${path}`)
    const { goals } = (await (await get('projectManager', 'goals')).json()) as { goals: { code: string; figures: unknown }[] }
    expect(goals.find((g) => g.code === 'attendance')?.figures).toMatchObject({ share: { x: 5, n: 7 } })
    expect(((await (await get('projectManager', 'criteria')).json()) as { goals: unknown[] }).goals.length).toBeGreaterThan(20)
    const published = (await (await get('steering', 'goals/published')).json()) as { smallest: number; goals: { code: string; now: unknown }[] }
    expect(published.smallest).toBe(3)
    expect(published.goals.find((g) => g.code === 'attendance')?.now).toMatchObject({ n: 7, x: null })
    expect([(await get('steering', 'goals')).status, (await get('coordinator', 'goals/published')).status]).toEqual([404, 404])
    expect((await callApi(goalsApi, other.ctxFor('projectManager'))('GET', `/projects/${w.projectId}/goals`)).status).toBe(404)
  })

  test('next month a number that moved by one is not shown; the page tells the last month in which it was', async () => {
    await t.owner.query(`update goal_snapshot set month = (month - interval '1 month')::date`)
    await publishGoals(await job(), {})
    const found = (await readPublished(w.ctxFor('steering'), { projectId: null })).goals.find((g) => g.goal.code === 'leisure-activity')
    expect(found?.now).toMatchObject({ n: 9, x: null })
    expect(found?.last?.figures).toMatchObject({ n: 9, x: 4 })
  })
})
