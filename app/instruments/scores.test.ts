import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { addGoal } from '#app/plan/add-goal.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { callApi } from '#test/api.ts'
import type { TestDatabase } from '#test/database.ts'
import { twoMunicipalities } from '#test/two-municipalities.ts'
import { aHome, auditRows, consent, type World } from '#test/world.ts'
import { instrumentsApi } from './api.server.ts'
import { endGoalScale, rateGoal, setGoalScale, takeBackRating } from './attainment-verbs.server.ts'
import { attainmentSeries } from './attainment-queries.server.ts'
import { chooseNorm, endLicence, readLicences, setLicence } from './licences.server.ts'
import { instrumentSeries } from './queries.server.ts'
import { readAttainment } from './read-attainment.server.ts'
import { readEntry } from './read-entry.server.ts'
import { readInstruments } from './read-instruments.server.ts'
import { readScore } from './read-score.server.ts'
import { previewScore, registerScore, takeBackScore } from './register-score.server.ts'

let t: TestDatabase
let world: World
let other: World
let w: World
beforeAll(async () => {
  ;({ t, world, other } = await twoMunicipalities())
})
beforeEach(async () => {
  w = await aHome(t, world, { jonas: 'shared', assigned: ['coordinator', 'teacher'] })
})

type Who = Parameters<World['ctxFor']>[0]
const who5 = (over: Record<string, unknown> = {}) => ({
  caseId: w.caseId, personId: w.people.mette, instrument: 'who-5', form: 'self', answeredOn: '2026-08-01', filled: 'paper', answers: { who1: '2', who2: '2', who3: '2', who4: '2', who5: '2' }, ...over,
})
const sdq = (over: Record<string, unknown> = {}) => ({
  caseId: w.caseId, personId: w.people.ida, instrument: 'sdq', form: 'P4-17', informantPerson: w.people.mette, answeredOn: '2026-08-01', filled: 'elsewhere', scores: { emotional: '5', conduct: '3', hyperactivity: '6', peer: '2', prosocial: '7', impact: '3' }, ...over,
})
const register = (input: object, who: Who = 'coordinator') => registerScore(w.ctxFor(who), input)
const list = async (who: Who = 'coordinator') => (await readInstruments(w.ctxFor(who), { caseId: w.caseId })).people.flatMap((p) => p.lines)
const one = (id: number, who: Who = 'coordinator') => readScore(w.ctxFor(who), { caseId: w.caseId, id })

describe('a filled-in form', () => {
  test('UDR-19: WHO-5 from paper: score, raw answers, rule and norms stay with it; both thresholds stand beside a change', async () => {
    await register(who5())
    const { id } = await register(who5({ answeredOn: '2026-10-01', answers: { who1: '3', who2: '3', who3: '3', who4: '3', who5: '3' } }))
    const page = await one(id)
    expect(page).toMatchObject({ score: { scores: { percent: 60 }, answers: { who1: 3 }, algorithm: 'who5/1', normSet: 'who-5-screen', bands: { percent: 'above' } }, again: { same: true }, talk: false })
    expect((await list())[0]).toMatchObject({ count: 2, values: [{ value: 60, forGroups: 10, change: { difference: 20, kind: 'unsure', needed: expect.closeTo(21.47, 2) } }] })
    expect((await auditRows(t, 'instruments.register')).filter((r) => r.case_id === w.caseId)).toMatchObject([{ outcome: 'done', person_ids: [w.people.mette], details: { instrument: 'who-5' } }, { outcome: 'done' }])
  })
  test('PROG-05: SDQ by ready scores: the total is counted, the chosen norm set is named; the Danish set asks for boys or girls', async () => {
    const { id } = await register(sdq())
    expect(await one(id)).toMatchObject({ score: { scores: { totalDifficulties: 16 }, bands: { totalDifficulties: 'borderline', impact: 'abnormal' }, normSet: 'sdq-uk-3', informantName: 'Mette' }, talk: true, again: null })
    await expect(register(sdq({ scores: { emotional: '5', conduct: '3', hyperactivity: '6', peer: '2', totalDifficulties: '20' } }))).rejects.toThrow(Invalid)
    await expect(register(sdq({ scores: { emotional: '11' } }))).rejects.toMatchObject({ issues: [{ field: 's.emotional' }] })
  })
  test('UDR-19: PHQ-9’s number 9 says what to do today, whatever the sum is', async () => {
    const answers = Object.fromEntries(Array.from({ length: 9 }, (_, k) => [`phq${k + 1}`, k === 8 ? '1' : '0']))
    const input = { ...who5(), instrument: 'phq-9', answers }
    expect((await previewScore(w.ctxFor('coordinator'), input)).scores).toEqual({ total: 1 })
    const { id } = await register(input)
    const page = await one(id)
    expect(page.alerts).toMatchObject([{ item: 'phq9', title: { da: 'Tal med personen i dag' } }])
    expect(page.score.category).toBe('health')
  })
  test('UDR-18: levels of FFB are a measure of an adult, with no uncertainty that anybody has published', async () => {
    const levels = { caseId: w.caseId, personId: w.people.mette, instrument: 'ffb-themes', form: 'professional', filled: 'elsewhere' }
    await register({ ...levels, answeredOn: '2026-08-01', scores: { 'ffb-self-care': '3', 'ffb-relations': '2' } })
    await register({ ...levels, answeredOn: '2026-10-01', scores: { 'ffb-self-care': '2' } })
    const ctx = w.ctxFor('coordinator')
    const series = await inTransaction(ctx, w.caseId, (tx) => instrumentSeries(tx, w.caseId, ctx.today))
    expect(series.find((s) => s.measure.code === 'ffb-themes.ffb-self-care')).toMatchObject({ personId: w.people.mette, by: 'professional', measure: { higherIsBetter: false, error: null, relevantChange: 1 }, points: [{ value: 3 }, { value: 2 }] })
    expect((await list())[0]?.values.find((v) => v.change)?.change?.kind).toBe('unjudged')
  })
  test('UDR-19: what the licence, the age or the day does not allow is refused', async () => {
    for (const wrong of [who5({ filled: 'licensed' }), who5({ instrument: 'core-10', filled: 'aloud' }), who5({ instrument: 'trial-instruments' }), who5({ personId: w.people.ida, instrument: 'phq-9' }), who5({ answeredOn: '2099-01-01' }), who5({ answers: {} }), sdq({ form: 'S11-17' }), sdq({ informantPerson: w.people.ida })])
      await expect(register(wrong)).rejects.toThrow(Invalid)
    expect(await list()).toEqual([])
  })
  test('PROG-05: a correction replaces and stays in the history; a second one of the same is told', async () => {
    const { id } = await register(who5())
    await register(who5({ replaces: id, answers: { who1: '5', who2: '5', who3: '5', who4: '5', who5: '5' } }))
    expect(await list()).toMatchObject([{ count: 1, score: { scores: { percent: 100 } } }])
    await expect(register(who5({ replaces: id }))).rejects.toThrow(Conflict)
    const { rows } = await t.owner.query('select scores, replaced_by is null as stands from instrument_score where case_id = $1 order by id', [w.caseId])
    expect(rows).toEqual([{ scores: { percent: 40 }, stands: false }, { scores: { percent: 100 }, stands: true }])
  })
})

test('UDR-19: over the API by the same rules: a form is counted and read; a wrong answer, another role and another municipality are refused', async () => {
  const { caseId, ...form } = who5()
  const post = (ctx: ReturnType<World['ctxFor']>, over: object = {}) => callApi(instrumentsApi, ctx)('POST', `/cases/${caseId}/scores`, { ...form, ...over })
  expect((await post(w.ctxFor('coordinator'))).status).toBe(201)
  expect(await (await callApi(instrumentsApi, w.ctxFor('coordinator'))('GET', `/cases/${caseId}/scores`)).json()).toMatchObject({ scores: [{ instrument: 'who-5', scores: { percent: 40 }, algorithm: 'who5/1', normSet: 'who-5-screen' }] })
  expect([(await post(w.ctxFor('coordinator'), { answers: { who1: '9' } })).status, (await post(w.ctxFor('coordinator'), { answers: {} })).status]).toEqual([422, 422])
  expect([(await post(w.ctxFor('mette'))).status, (await post(other.ctxFor('coordinator'))).status]).toEqual([403, 404])
})

describe('who writes and who reads', () => {
  test('UDR-19: the mother reads hers and takes back what was written for her; she writes none', async () => {
    const { id } = await register(who5())
    expect(await list('mette')).toMatchObject([{ score: { id } }])
    expect(await list('jonas')).toEqual([])
    await expect(register(who5(), 'mette')).rejects.toThrow(Forbidden)
    await expect(takeBackScore(w.ctxFor('jonas'), { caseId: w.caseId, id })).rejects.toThrow(Conflict)
    await takeBackScore(w.ctxFor('mette'), { caseId: w.caseId, id })
    expect(await list()).toEqual([])
    expect((await auditRows(t, 'instruments.take-back')).filter((r) => r.case_id === w.caseId).at(-1)).toMatchObject({ outcome: 'done', person_ids: [w.people.mette] })
  })
  test('PROG-05: the teacher’s own form belongs to the school; the coordinator reads it by consent', async () => {
    const { id } = await register(sdq({ form: 'T4-17', informantPerson: null }), 'teacher')
    expect((await one(id, 'teacher')).score).toMatchObject({ sector: 'education', informantName: expect.stringMatching(/./) })
    await expect(one(id)).rejects.toThrow(NotFound)
    await consent(t, w, { subject: w.people.ida, from: ['education'], to: ['coordination'], categories: ['health'], signers: [w.people.mette, w.people.jonas] })
    expect((await one(id)).may).toEqual({ write: false, takeBack: false })
    await expect(takeBackScore(w.ctxFor('coordinator'), { caseId: w.caseId, id })).rejects.toThrow(Forbidden)
  })
  test('PROG-05: what the teacher told is written down as told, by name', async () => {
    await expect(register(sdq({ form: 'T4-17' }))).rejects.toMatchObject({ issues: [{ field: 'informantName' }] })
    await register(sdq({ form: 'T4-17', informantName: 'Line, Stjerneskolen' }))
    const { rows } = await t.owner.query('select stated_by_name, stated_by_sector, sector from instrument_score where case_id = $1', [w.caseId])
    expect(rows).toEqual([{ stated_by_name: 'Line, Stjerneskolen', stated_by_sector: 'education', sector: 'coordination' }])
    expect(await list('teacher')).toEqual([])
  })
  test('UDR-19: another municipality does not know of it', async () => {
    const { id } = await register(who5())
    const stranger = other.ctxFor('coordinator')
    await expect(registerScore(stranger, who5())).rejects.toThrow(NotFound)
    await expect(readInstruments(stranger, { caseId: w.caseId })).rejects.toThrow(NotFound)
    await expect(readScore(stranger, { caseId: w.caseId, id })).rejects.toThrow(NotFound)
    await expect(takeBackScore(stranger, { caseId: w.caseId, id })).rejects.toThrow(NotFound)
  })
  test('UDR-19: the page for writing knows what fits whom, and who will read it', async () => {
    const { chosen, people } = await readEntry(w.ctxFor('coordinator'), { caseId: w.caseId, personId: w.people.ida, instrument: 'sdq', form: null, corrects: null })
    expect(people.find((p) => p.id === w.people.mette)?.tools.map((x) => x.code)).toEqual(expect.arrayContaining(['who-5', 'phq-9', 'ffb-themes']))
    expect(chosen).toMatchObject({ form: { code: 'P4-17' }, norm: { code: 'sdq-uk-3' }, tool: { licensed: false } })
    await expect(readEntry(w.ctxFor('mette'), { caseId: w.caseId, personId: null, instrument: null, form: null, corrects: null })).rejects.toThrow(Forbidden)
  })
})

describe('goal attainment', () => {
  const scale = (goalId: number, over: Record<string, unknown> = {}) => ({ caseId: w.caseId, goalId, level1: 'Skænderi hver morgen', level2: 'Skænderi de fleste dage', level3: 'Ro tre dage', level4: 'Ro de fleste dage', level5: 'Ro hver dag', baseline: '-1', agreedOn: '2026-08-01', ...over })
  const aGoal = async () => (await addGoal(w.ctxFor('coordinator'), { caseId: w.caseId, title: 'Ro om morgenen', kind: 'own', level: 1, subjects: [w.people.ida] })).id
  const page = (who: Who = 'coordinator') => readAttainment(w.ctxFor(who), { caseId: w.caseId })

  test('PLAN-12: five levels in the family’s words, ratings over time, T with the number of goals, a series', async () => {
    const ctx = w.ctxFor('coordinator')
    const goalId = await aGoal()
    const { id } = await setGoalScale(ctx, scale(goalId))
    await rateGoal(ctx, { caseId: w.caseId, scaleId: id, on: '2026-09-01', level: '0', saidBy: 'together' })
    await rateGoal(ctx, { caseId: w.caseId, scaleId: id, on: '2026-10-01', level: '1', saidBy: 'family', words: 'Vi griner nu' })
    expect(await page()).toMatchObject({ now: { t: 60, tBaseline: 40, change: 20, goals: 1, few: true }, over: [{ on: '2026-09-01', t: 50 }, { on: '2026-10-01', t: 60 }] })
    const series = await inTransaction(ctx, w.caseId, (tx) => attainmentSeries(tx, w.caseId, ctx.today))
    expect(series).toMatchObject([{ personId: w.people.ida, measure: { kind: 'goal', code: `gas.${goalId}`, range: [-2, 2] }, points: [{ value: -1 }, { value: 0 }, { value: 1 }] }])
    expect((await page('mette')).goals[0]).toMatchObject({ mine: false, scale: { id } })
    expect((await auditRows(t, 'instruments.rate-goal')).filter((r) => r.case_id === w.caseId)).toMatchObject([{ outcome: 'done' }, { outcome: 'done' }])
  })
  test('PLAN-12: a rated scale is ended before a new one; a rating is replaced on its day and taken back', async () => {
    const ctx = w.ctxFor('coordinator')
    const goalId = await aGoal()
    const { id } = await setGoalScale(ctx, scale(goalId))
    await expect(setGoalScale(ctx, scale(goalId))).rejects.toThrow(Conflict)
    const put = await setGoalScale(ctx, scale(goalId, { replaces: id, level3: 'Ro fire dage' }))
    const rate = (on: string, level: string) => rateGoal(ctx, { caseId: w.caseId, scaleId: put.id, on, level, saidBy: 'together' })
    await expect(rate('2026-07-01', '0')).rejects.toThrow(Invalid)
    await rate('2026-09-01', '0')
    const again = await rate('2026-09-01', '1')
    expect((await page()).goals[0]?.scale?.ratings).toMatchObject([{ level: 1 }])
    await expect(setGoalScale(ctx, scale(goalId, { replaces: put.id }))).rejects.toThrow(Invalid)
    await takeBackRating(ctx, { caseId: w.caseId, id: again.id })
    expect((await page()).goals[0]?.scale?.ratings).toEqual([])
    await endGoalScale(ctx, { caseId: w.caseId, id: put.id, reason: 'Målet er et andet nu' })
    await setGoalScale(ctx, scale(goalId))
  })
  test('PLAN-12: the school does not write on the coordination’s goal; a member and a stranger neither', async () => {
    const goalId = await aGoal()
    const { id } = await setGoalScale(w.ctxFor('coordinator'), scale(goalId))
    await expect(rateGoal(w.ctxFor('teacher'), { caseId: w.caseId, scaleId: id, on: '2026-09-01', level: '0', saidBy: 'together' })).rejects.toThrow(NotFound)
    await expect(setGoalScale(w.ctxFor('mette'), scale(goalId))).rejects.toThrow(Forbidden)
    await expect(setGoalScale(other.ctxFor('coordinator'), scale(goalId))).rejects.toThrow(NotFound)
    expect((await page('teacher')).goals).toEqual([])
  })
})

describe('licences and norms', () => {
  test('UDR-19: the administrator writes the municipality’s licence down and chooses norms, with a reason; nobody else', async () => {
    const admin = w.ctxFor('administrator')
    const stateId = async () => (await readLicences(admin)).stateId
    const entry = () => readEntry(w.ctxFor('coordinator'), { caseId: w.caseId, personId: w.people.ida, instrument: 'sdq', form: null, corrects: null })
    const licence = { instrument: 'sdq', reference: 'Aftale 2026-7', from: '2026-01-01', note: 'Aftale med udgiveren' }
    await expect(readLicences(w.ctxFor('coordinator'))).rejects.toThrow(Forbidden)
    await expect(setLicence(w.ctxFor('coordinator'), { ...licence, stateId: await stateId() })).rejects.toThrow(Forbidden)
    await expect(setLicence(admin, { ...licence, stateId: await stateId(), until: '2025-01-01' })).rejects.toThrow(Invalid)
    const before = await stateId()
    await setLicence(admin, { ...licence, stateId: before })
    expect((await entry()).chosen).toMatchObject({ tool: { licensed: true }, ways: ['paper', 'licensed', 'elsewhere'] })
    await expect(chooseNorm(admin, { instrument: 'sdq', norm: 'sdq-uk-4', note: 'Vi vælger fire bånd', stateId: before })).rejects.toThrow(Conflict)
    const { id } = await register(sdq())
    await chooseNorm(admin, { instrument: 'sdq', norm: 'sdq-uk-4', note: 'Vi vælger fire bånd', stateId: await stateId() })
    expect((await entry()).chosen?.norm?.code).toBe('sdq-uk-4')
    expect((await one(id)).score.normSet).toBe('sdq-uk-3') // a score keeps the norms of its day
    await endLicence(admin, { instrument: 'sdq', note: 'Aftalen er opsagt', stateId: await stateId() })
    expect((await entry()).chosen?.ways).toEqual(['paper', 'elsewhere'])
  })
})
