import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { applyShippedPack } from '#app/catalogue/testing.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/context.ts'
import { decrypt } from '#app/platform/crypto/column-cipher.server.ts'
import { keys, setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { bodyAad } from '#app/platform/messages/message.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { auditRows, aWorld, type World } from '#test/world.ts'
import { answerPartnerSurvey, openPartnerSurvey } from './answer.server.ts'
import { closeRound, openRound, remindPartners } from './open-round.server.ts'
import { type AskedQuestion, changesBetween, readPartners, resultFor, resultsOf, type Round } from './partner-survey.ts'
import { roundsOf } from './queries.server.ts'
import { readRounds } from './read-rounds.server.ts'

const words = { da: 'x', en: 'x' }
const question: AskedQuestion = { code: 'more', label: words, text: words, low: words, high: words, goal: 'GOAL-07' }
const round = (values: number[], over: Partial<Round> = {}): Round => ({ id: 1, openedOn: '2026-10-01', closesOn: '2026-10-20', over: true, least: 5, invited: 50, answered: 0, questions: [question], counts: [{ question: 'more', values }], ...over })

describe('what a round says', () => {
  test('GOAL-07: the share who answer 4 or 5 with its Wilson interval: 7 of 10 is 40 to 89 per cent (measurement.md 2.4)', () => {
    const [r] = resultsOf(round([1, 1, 1, 4, 3]))
    expect(r).toMatchObject({ n: 10, agree: 7, mean: 3.7 })
    expect([Math.round(r!.share.low * 100), Math.round(r!.share.high * 100)]).toEqual([40, 89])
    expect(resultFor(round([1, 1, 1, 4, 3]), 'GOAL-07')?.agree).toBe(7)
  })
  test('GOAL-07: fewer than the least is not shown', () => {
    expect(resultsOf(round([0, 0, 0, 4, 0]))).toEqual([])
    expect(resultFor(round([0, 0, 0, 5, 0]), 'GOAL-01')).toBe(null)
  })
  test('GOAL-07: two rounds are held against each other with the interval of the difference; a small one is called unsure (Newcombe 1998, 56/70 and 48/80)', () => {
    const [c] = changesBetween(round([0, 0, 32, 48, 0]), round([0, 0, 14, 56, 0]))
    expect(c).toMatchObject({ verdict: 'more' })
    expect([c!.difference, c!.low, c!.high].map((x) => x.toFixed(4))).toEqual(['0.2000', '0.0524', '0.3339'])
    expect(changesBetween(round([0, 0, 5, 5, 0]), round([0, 0, 4, 6, 0]))[0]).toMatchObject({ verdict: 'unsure' })
  })
  test('GOAL-07: a share lies in its interval, and turning the rounds around turns the change (property)', () => {
    const values = fc.array(fc.nat({ max: 30 }), { minLength: 5, maxLength: 5 }).filter((v) => v.reduce((s, x) => s + x, 0) >= 5)
    fc.assert(fc.property(values, values, (a, b) => {
      const [r] = resultsOf(round(a))
      expect(r!.share.low - 1e-9 <= r!.share.p && r!.share.p <= r!.share.high + 1e-9).toBe(true)
      const [there] = changesBetween(round(a), round(b))
      const [back] = changesBetween(round(b), round(a))
      expect(there!.difference + back!.difference).toBeCloseTo(0)
      expect(there!.low + back!.high).toBeCloseTo(0)
    }))
  })
  test('GOAL-07: partners as they are typed; a line that is none is named by its number', () => {
    expect(readPartners('association', 'Tørring IF, Formand@toerring-if.example\n\nSpejderne i Hedensted; spejder@example.dk\nBare et navn\nx@y.dk')).toEqual({
      partners: [{ name: 'Tørring IF', kind: 'association', address: 'formand@toerring-if.example' }, { name: 'Spejderne i Hedensted', kind: 'association', address: 'spejder@example.dk' }],
      bad: [4, 5],
    })
  })
})

describe('a round with its partners', () => {
  let t: TestDatabase
  let w: World
  let other: World
  beforeAll(async () => {
    t = await createTestDatabase()
    setKeys(testKeys())
    w = await aWorld(t)
    other = await aWorld(t, { municipality: 787 })
    await applyShippedPack(t, w.municipalityId, 'hedensted')
    await applyShippedPack(t, other.municipalityId, 'thisted')
  })
  afterEach(() => t.owner.query("update partner_survey set closed_on = opened_on where closed_on is null"))

  const manager = () => w.ctxFor('projectManager')
  const six = Array.from({ length: 6 }, (_, i) => `Forening ${i}, f${i}@example.dk`).join('\n')
  const input = (over: Record<string, unknown> = {}) => ({ projectId: w.projectId, closesOn: addDays(manager().today, 14), questions: ['more-in-decisions', 'worth-it'], association: six, volunteer: '', company: 'Bageren, bager@example.dk', ...over })
  /** The links of a round, out of the mails. */
  async function links(surveyId: number, template = 'partner-survey'): Promise<string[]> {
    const { rows } = await t.owner.query<{ body: Buffer; key: string }>('select m.body, m.key from message m join partner_link l on l.id = m.partner_link_id and l.municipality_id = m.municipality_id where l.survey_id = $1 and m.template = $2 order by m.id', [surveyId, template])
    return rows.map((r) => /\/partner\/([\w-]{43})/.exec(decrypt(keys().cprKeys, r.body, bodyAad(w.municipalityId, r.key)))![1]!)
  }
  const newest = async (who: Parameters<World['ctxFor']>[0] = 'projectManager') => (await inTransaction(w.ctxFor(who), null, (tx, ctx) => roundsOf(tx, w.projectId, ctx.today)))[0]

  test('GOAL-07: sent to each partner once, answered once without a name, shown when it is over and enough have answered', async () => {
    const { surveyId, invited } = await openRound(manager(), input({ volunteer: 'Igen, F1@example.dk' }))
    expect(invited).toBe(7)
    const tokens = await links(surveyId)
    expect(tokens.length).toBe(7)
    expect(await openPartnerSurvey(tokens[0])).toMatchObject({ state: 'answer', municipality: 'Hedensted', least: 5, questions: [{ code: 'more-in-decisions' }, { code: 'worth-it' }] })
    for (const token of tokens.slice(0, 5)) expect(await answerPartnerSurvey(token, { 'more-in-decisions': 4, 'worth-it': 2 }, token === tokens[0] ? 'Ring til os før' : '')).toBe(true)
    expect(await answerPartnerSurvey(tokens[0], { 'more-in-decisions': 1 }, '')).toBe(false)
    expect(await openPartnerSurvey(tokens[0])).toEqual({ state: 'thanks', municipality: 'Hedensted' })
    expect(await newest()).toMatchObject({ over: false, invited: 7, answered: 5, counts: [] }) // while it is open nobody sees any
    expect(await remindPartners(manager(), { surveyId })).toEqual({ reminded: 2 })
    expect(await openPartnerSurvey(tokens[6])).toEqual({ state: 'gone' }) // the new link has taken its place
    expect((await openPartnerSurvey((await links(surveyId, 'partner-survey-reminder'))[0])).state).toBe('answer')
    await closeRound(manager(), { surveyId })
    expect(resultFor((await newest())!, 'GOAL-07')).toMatchObject({ n: 5, agree: 5 })
    expect((await readRounds(manager(), { projectId: null })).words).toEqual(['Ring til os før'])
    expect((await newest('steering'))?.counts.length).toBe(2) // the same figures, never who or what in words
    const { rows } = await t.owner.query("select column_name from information_schema.columns where table_name = 'partner_answer' order by 1")
    expect(rows.map((r: { column_name: string }) => r.column_name)).toEqual(['answers', 'id', 'municipality_id', 'survey_id', 'words'])
    expect((await auditRows(t, 'partner-survey.open')).at(-1)).toMatchObject({ outcome: 'done', case_id: null, person_ids: [], details: { partners: 7 } })
  })
  test('GOAL-07: too few, and nothing is shown; a link of a round that is over does not work', async () => {
    const { surveyId } = await openRound(manager(), input())
    const tokens = await links(surveyId)
    for (const token of tokens.slice(0, 4)) await answerPartnerSurvey(token, { 'more-in-decisions': 5, 'worth-it': 5 }, 'Godt')
    await closeRound(manager(), { surveyId })
    expect(await newest()).toMatchObject({ over: true, answered: 4, counts: [] })
    expect((await readRounds(manager(), { projectId: null })).words).toEqual([])
    expect(await answerPartnerSurvey(tokens[5], { 'worth-it': 5 }, '')).toBe(false)
    expect(await openPartnerSurvey(tokens[5])).toEqual({ state: 'gone' })
    expect(await openPartnerSurvey('x'.repeat(43))).toEqual({ state: 'gone' })
  })
  test('GOAL-07: answers outside 1 to 5 and to what was not asked are refused', async () => {
    const { surveyId } = await openRound(manager(), input())
    const [token] = await links(surveyId)
    for (const wrong of [{}, { 'worth-it': 6 }, { 'know-whom-to-call': 3 }]) expect(await answerPartnerSurvey(token, wrong as Record<string, number>, '')).toBe(false)
    expect(await answerPartnerSurvey(token, { 'worth-it': 3 }, '')).toBe(true)
  })
  test('GOAL-07: bad lines, no question and a day that has passed are all named; one round at a time', async () => {
    await expect(openRound(manager(), input({ association: 'Bare et navn', questions: [], closesOn: addDays(manager().today, -1) }))).rejects.toMatchObject({ issues: [{ field: 'association' }, { field: 'questions' }, { field: 'closesOn' }] })
    await expect(openRound(manager(), input({ association: '', company: '' }))).rejects.toThrow(Invalid)
    await openRound(manager(), input())
    await expect(openRound(manager(), input())).rejects.toThrow(Conflict)
  })
  test('GOAL-07: only who runs the project; a coordinator, another municipality and a member do not know of it', async () => {
    const { surveyId } = await openRound(manager(), input())
    for (const ctx of [w.ctxFor('coordinator'), w.ctxFor('steering'), w.ctxFor('mette'), other.ctxFor('projectManager')]) {
      await expect(closeRound(ctx, { surveyId })).rejects.toThrow(NotFound)
      await expect(remindPartners(ctx, { surveyId })).rejects.toThrow(NotFound)
      await expect(openRound(ctx, input())).rejects.toThrow(NotFound)
    }
    expect(await newest('coordinator')).toBe(undefined)
    await expect(readRounds(w.ctxFor('coordinator'), { projectId: null })).rejects.toThrow(NotFound)
  })
})
