import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { callApi } from '#test/api.ts'
import type { TestDatabase } from '#test/database.ts'
import { twoMunicipalities } from '#test/two-municipalities.ts'
import { aHome, auditRows, consent, type World } from '#test/world.ts'
import { ratingsApi } from './api.server.ts'
import { myRatings } from './my-ratings.server.ts'
import { ratingSeries } from './queries.server.ts'
import { rateForSomebody, rateMyself } from './rate.server.ts'
import { readRatings } from './read-ratings.server.ts'
import { undoRating } from './undo-rating.server.ts'

let t: TestDatabase
let world: World
let other: World
let w: World
beforeAll(async () => {
  ;({ t, world, other } = await twoMunicipalities())
})
beforeEach(async () => {
  w = await aHome(t, world, { jonas: 'shared', assigned: ['coordinator', 'teacher'], ages: { ida: 14 } })
  await t.owner.query("update referral set intake_on = '2026-08-01' where case_id = $1", [w.caseId])
})

type Who = Parameters<World['ctxFor']>[0]
type Said = { question?: string; text?: string; words?: string; seen?: number | null }
const answer = (a: Said) => ({ question: 'how-is-it', text: '5', words: '', seen: null, ...a })
const rate = (answers: Said[], who: Who = 'mette', over: Record<string, unknown> = {}) => rateMyself(w.ctxFor(who), { caseId: w.caseId, answers: answers.map(answer), ...over })
const rateFor = (answers: Said[], over: Record<string, unknown> = {}, who: Who = 'coordinator') =>
  rateForSomebody(w.ctxFor(who), { caseId: w.caseId, personId: w.people.mette, how: 'phone', on: w.ctxFor('mette').today, asked: false, answers: answers.map(answer), ...over })
const mine = (who: Who = 'mette') => inTransaction(w.ctxFor(who), w.caseId, (tx, ctx) => myRatings(tx, ctx, w.caseId))
const asked = async (question = 'how-is-it', who: Who = 'mette') => (await mine(who))!.asked.find((a) => a.question.code === question)!
const line = async (question = 'how-is-it', who: Who = 'coordinator') =>
  (await readRatings(w.ctxFor(who), { caseId: w.caseId })).people.find((p) => p.id === w.people.mette)?.lines.find((l) => l.question.code === question)

describe('rating oneself', () => {
  test('PROG-33, GOAL-10: an adult is asked about body and mind, a young person is not; saved one or all, with a row in the log', async () => {
    expect((await mine())!.asked.map((a) => [a.question.code, a.due])).toEqual([['how-is-it', true], ['physical-health', true], ['mental-health', true]])
    expect((await mine('ida'))!.asked.map((a) => a.question.code)).toEqual(['how-is-it', 'school-days'])
    expect(await rate([{ text: '4', words: 'Jeg sover bedre' }, { question: 'physical-health', text: '' }])).toMatchObject({ written: 1 })
    expect(await asked()).toMatchObject({ now: { value: 4, words: 'Jeg sover bedre', how: 'portal' }, due: false })
    expect(await asked('physical-health')).toMatchObject({ now: null, due: true })
    expect((await auditRows(t, 'ratings.rate')).filter((r) => r.case_id === w.caseId)).toMatchObject([{ outcome: 'done', actor_kind: 'member', person_ids: [w.people.mette], details: { ratings: 1 } }])
  })
  test('PROG-33: the same again is nothing; another replaces it and stays in the history; what was answered meanwhile is said', async () => {
    await rate([{ text: '4' }])
    expect(await rate([{ text: '4' }])).toMatchObject({ written: 0 })
    await expect(rate([{ text: '6' }])).rejects.toThrow(Invalid)
    await rate([{ text: '6', seen: (await asked()).now!.id }])
    const { rows } = await t.owner.query('select value, replaced_by is null as stands from rating where case_id = $1 order by id', [w.caseId])
    expect(rows).toEqual([{ value: 4, stands: false }, { value: 6, stands: true }])
  })
  test('PROG-33: a wrong number, words without a number, and a question for others are refused with their fields; nothing is kept', async () => {
    const wrong = rate([{ text: '11' }, { question: 'mental-health', text: '', words: 'ok' }, { question: 'school-days', text: '3' }, { question: 'physical-health', text: '7' }])
    await expect(wrong).rejects.toMatchObject({ issues: [{ field: 'value.how-is-it' }, { field: 'value.mental-health' }, { field: 'value.school-days' }] })
    await expect(rate([{ text: '' }])).rejects.toMatchObject({ issues: [{ field: 'value.how-is-it' }] })
    expect((await asked('physical-health')).now).toBe(null)
  })
  test('CON-16: words that name the child are asked about once, and a yes makes it hers as well', async () => {
    await expect(rate([{ words: 'Ida sover dårligt' }])).rejects.toThrow(Conflict)
    expect(await rate([{ words: 'Ida sover dårligt' }, { question: 'mental-health' }], 'mette', { aboutOthers: String(w.people.ida) })).toMatchObject({ written: 2, subjects: [w.people.mette, w.people.ida] })
    expect(await asked()).toMatchObject({ now: { subjects: [w.people.mette, w.people.ida].toSorted((a, b) => a - b) } })
    expect(await asked('mental-health')).toMatchObject({ now: { subjects: [w.people.mette] } })
  })
  test('PROG-33: before the family has begun nothing is asked; a parent elsewhere is not asked', async () => {
    expect(await mine('jonas')).toBe(null)
    await expect(rate([{}], 'jonas')).rejects.toThrow(Forbidden)
    await t.owner.query("update referral set decision = null, decided_at = null, intake_on = null where case_id = $1", [w.caseId])
    expect(await mine()).toBe(null)
    await expect(rate([{}])).rejects.toThrow(Invalid)
  })
})

describe('on behalf', () => {
  test('PROG-02, UDR-04: told by telephone, written by the coordinator, shown to the mother, who takes it back', async () => {
    expect(await rateFor([{ text: '3' }])).toMatchObject({ written: 1, how: 'phone' })
    const [written] = (await mine())!.writtenForMe
    expect(written).toMatchObject({ value: 3, how: 'phone', by: 'Anna Holm' })
    await undoRating(w.ctxFor('mette'), { caseId: w.caseId, id: written!.id })
    expect(await asked()).toMatchObject({ now: null, due: true })
    expect((await mine())!.writtenForMe).toEqual([])
    expect((await line())?.now).toBe(null)
    expect((await auditRows(t, 'ratings.undo')).at(-1)).toMatchObject({ outcome: 'done', details: { rating: written!.id } })
    await rate([{ text: '6' }]) // and says it herself
    expect((await line())?.now).toMatchObject({ value: 6, how: 'portal' })
  })
  test('PROG-02: staff never change what the person said themselves, nor write a day to come, nor answer for a child that was not asked', async () => {
    await rate([{ text: '6' }])
    await expect(rateFor([{ text: '3', seen: (await asked()).now!.id }])).rejects.toMatchObject({ issues: [{ field: 'value.how-is-it' }] })
    await expect(rateFor([{}], { on: addDays(w.ctxFor('mette').today, 1) })).rejects.toThrow(Invalid)
    const child = { personId: w.people.ida, how: 'paper' }
    await expect(rateFor([{ question: 'school-days' }], child)).rejects.toMatchObject({ issues: [{ field: 'asked' }] })
    expect(await rateFor([{ question: 'school-days' }], { ...child, asked: true })).toMatchObject({ written: 1 })
    await expect(undoRating(w.ctxFor('mette'), { caseId: w.caseId, id: (await asked('school-days', 'ida')).now!.id })).rejects.toThrow(NotFound) // hers alone
  })
  test('GOAL-10: the first answer is the starting point: in time, late, or missing', async () => {
    const { today } = w.ctxFor('mette')
    await t.owner.query('update referral set intake_on = $2 where case_id = $1', [w.caseId, addDays(today, -60)])
    expect((await line())?.start).toBe('missing')
    await rateFor([{ text: '2' }], { on: addDays(today, -40) })
    expect((await line())?.start).toMatchObject({ late: false, rating: { value: 2 } })
    await rateFor([{ question: 'mental-health', text: '2' }])
    expect((await line('mental-health'))?.start).toMatchObject({ late: true })
    const series = await inTransaction(w.ctxFor('coordinator'), w.caseId, (tx) => ratingSeries(tx, w.caseId))
    expect(series).toMatchObject([{ personId: w.people.mette, by: 'self', measure: { kind: 'rating', code: 'how-is-it', higherIsBetter: true, range: [0, 10] }, points: [{ value: 2 }] }, { measure: { code: 'mental-health' } }])
  })
})

describe('who writes and who reads', () => {
  test('PROG-33: the school reads with consent only, and never writes', async () => {
    await rate([{ text: '4' }])
    expect((await line('how-is-it', 'teacher'))?.now).toBe(null)
    await expect(rateFor([{}], {}, 'teacher')).rejects.toThrow(Forbidden)
    await consent(t, w, { subject: w.people.mette, from: ['coordination'], to: ['education'], categories: ['progression'], signers: [w.people.mette] })
    expect((await line('how-is-it', 'teacher'))?.now).toMatchObject({ value: 4 })
  })
  test('PROG-33: who can read it is said before it is written; a young person’s parents are named', async () => {
    expect((await mine())!.readers).toContain('Anna Holm')
    expect((await mine('ida'))!.readers).toEqual(expect.arrayContaining(['Mette', 'Anna Holm']))
    await rate([{ text: '4' }])
    expect((await asked('how-is-it', 'ida')).now).toBe(null) // the daughter does not read her mother's
  })
  test('PROG-33: another municipality does not know of it; staff do not rate as a member, nor a member for somebody', async () => {
    const stranger = other.ctxFor('coordinator')
    await expect(readRatings(stranger, { caseId: w.caseId })).rejects.toThrow(NotFound)
    await expect(rateMyself(other.ctxFor('mette'), { caseId: w.caseId, answers: [answer({})] })).rejects.toThrow(NotFound)
    await expect(rateForSomebody(stranger, { caseId: w.caseId, personId: w.people.mette, how: 'phone', on: stranger.today, asked: false, answers: [answer({})] })).rejects.toThrow(NotFound)
    await expect(rate([{}], 'coordinator')).rejects.toThrow(Forbidden)
    await expect(rateFor([{}], {}, 'mette')).rejects.toThrow(Forbidden)
    await expect(undoRating(stranger, { caseId: w.caseId, id: 1 })).rejects.toThrow(NotFound)
  })
})

test('PROG-33: over the API by the same rules: what was said by telephone is written down and read; not for others', async () => {
  const said = { personId: w.people.mette, how: 'phone', on: w.ctxFor('mette').today, asked: false, answers: [answer({ text: '7' })] }
  const post = (ctx: ReturnType<World['ctxFor']>, body: unknown) => callApi(ratingsApi, ctx)('POST', `/cases/${w.caseId}/ratings`, body)
  expect(await (await post(w.ctxFor('coordinator'), said)).json()).toEqual({ written: 1 })
  const read = (await (await callApi(ratingsApi, w.ctxFor('coordinator'))('GET', `/cases/${w.caseId}/ratings`)).json()) as { people: { personId: number; lines: unknown[] }[] }
  expect(read.people.find((p) => p.personId === w.people.mette)?.lines[0]).toMatchObject({ question: 'how-is-it', due: false, now: { value: 7, how: 'phone' } })
  expect((await post(w.ctxFor('coordinator'), { ...said, answers: [answer({ text: '12' })] })).status).toBe(422)
  expect([(await post(w.ctxFor('teacher'), said)).status, (await post(other.ctxFor('coordinator'), said)).status]).toEqual([403, 404])
})
