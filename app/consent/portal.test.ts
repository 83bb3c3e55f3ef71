import { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { composeApi } from '#app/platform/api/api.server.ts'
import type { Context } from '#app/platform/context.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { consent, type World } from '#test/world.ts'
import { consentApi } from './api.server.ts'
import { askedField, askedRows } from './ask-values.ts'
import { consentForm } from './consent-form.ts'
import { matrixOf, missingSentences } from './consent-words.ts'
import { proposeConsents } from './propose-consents.server.ts'
import { readConsentPage } from './read-consent-page.server.ts'
import { readMyConsent, readMyConsents } from './read-my-consents.server.ts'
import { readRequestLetter } from './read-request-letter.server.ts'
import { aGoal, consentWorld } from './testing.ts'

let t: TestDatabase
let today: string
beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  today = new Date().toISOString().slice(0, 10)
})
const ask = async (w: World, subjectId: number, template = 'plan-to-education') =>
  (await proposeConsents(w.ctxFor('coordinator'), { caseId: w.caseId, consents: [{ template, subjectId, from: today }] })).consentIds[0]!

describe("the family's own page", () => {
  test('CON-14: a card for each named helper: what they may see, what not, until when', async () => {
    const w = await consentWorld(t)
    await consent(t, w, {
      subject: w.people.ida,
      from: ['coordination'],
      to: ['education'],
      categories: ['plan', 'agreements'],
      validUntil: '2150-06-01',
    })
    const { helpers, asks, onlyAbout } = await readMyConsents(w.ctxFor('mette'), {})
    expect(helpers.map((h) => h.name)).toEqual(['Anna Holm', 'Line Krogh'])
    expect(helpers[1]).toMatchObject({
      relation: expect.stringMatching(/^Idas /),
      maySee: [expect.any(String), 'jeres plan (om Ida)', 'jeres aftaler (om Ida)'],
      until: '2150-06-01',
    })
    expect(helpers[1]?.mayNotSee).toContain('helbred')
    expect([asks, onlyAbout]).toEqual([[], null])
  })
  test('CON-02: what waits for the mother, needed first; a no changes no other help', async () => {
    const w = await consentWorld(t)
    await ask(w, w.people.ida)
    await ask(w, w.people.mette, 'holistic-plan')
    const { asks } = await readMyConsents(w.ctxFor('mette'), {})
    expect(asks.map((a) => [a.kind, a.aboutName])).toEqual([
      ['minimum', 'Mette'],
      ['optional', 'Ida'],
    ])
    expect(asks[1]).toMatchObject({ who: 'Line Krogh', refused: false })
    expect(await readMyConsent(w.ctxFor('mette'), { consentId: asks[1]!.id })).toMatchObject({
      state: 'to-answer',
      ifNo: 'Et nej ændrer ikke jeres hjælp.',
      others: [],
    })
  })
  test("CON-14: the absent father sees only what is about the child: not the mother's consents, nor who helps the home", async () => {
    const w = await consentWorld(t, { jonas: 'shared', assigned: ['coordinator', 'teacher', 'jobcentre'] })
    const idas = await ask(w, w.people.ida)
    const mettes = await ask(w, w.people.mette, 'plan-to-employment')
    const { asks, helpers, onlyAbout } = await readMyConsents(w.ctxFor('jonas'), {})
    expect(asks.map((a) => a.id)).toEqual([idas])
    expect(helpers.map((h) => h.name)).toEqual(['Anna Holm', 'Line Krogh'])
    expect(onlyAbout).toEqual(['Ida'])
    await expect(readMyConsent(w.ctxFor('jonas'), { consentId: mettes })).rejects.toMatchObject({ name: 'NotFound' })
    const one = await readMyConsent(w.ctxFor('jonas'), { consentId: idas })
    expect(one.others).toEqual([{ name: null, state: 'asked' }])
    expect(JSON.stringify(one)).not.toContain('Mette')
    await expect(readMyConsents(w.ctxFor('coordinator'), {})).rejects.toMatchObject({ name: 'NotFound' })
  })
})

describe('said in words and on paper', () => {
  test('CON-05: "Jonas har ikke svaret: skolen kan ikke se Idas mål endnu"', async () => {
    const w = await consentWorld(t, { jonas: 'shared' })
    await consent(t, w, { subject: w.people.ida, from: ['coordination'], to: ['education'], categories: ['plan'] })
    await consent(t, w, {
      subject: w.people.mette,
      from: ['coordination'],
      to: ['education'],
      categories: ['plan'],
      validUntil: '2150-06-01',
    })
    const page = await readConsentPage(w.ctxFor('coordinator'), { caseId: w.caseId })
    expect(missingSentences('da', page, page.consents[0]!)).toEqual([
      { signerId: w.people.jonas, text: 'Jonas er ikke spurgt: skolen og dagtilbuddet kan ikke se Idas mål endnu' },
    ])
    expect(missingSentences('en', page, page.consents[0]!)[0]?.text).toMatch(/^Jonas has not been asked: .* cannot see Ida's goals yet$/)
    expect(matrixOf('da', page).rows).toEqual([
      { key: 'plan', label: 'Familiens plan', cells: [{ people: ['Mette'], until: '1. juni 2150' }] },
    ])
  })
  test("CON-01: the printed form asks each question apart; the father's is about the child only", async () => {
    const w = await consentWorld(t, { jonas: 'shared' })
    const idas = await ask(w, w.people.ida)
    await ask(w, w.people.mette, 'holistic-plan')
    const page = await readConsentPage(w.ctxFor('coordinator'), { caseId: w.caseId })
    expect(consentForm(page, null, 'da', 'Hedensted Kommune').blocks.filter((b) => b.kind === 'heading')).toHaveLength(2)
    const his = consentForm(page, w.people.jonas, 'da', 'Hedensted Kommune')
    expect(JSON.stringify(his)).not.toContain('Mette')
    expect(his.blocks).toContainEqual({ kind: 'signatures', lines: ['Jonas, underskrift'] })
    const { letter } = await readRequestLetter(w.ctxFor('coordinator'), { caseId: w.caseId, consentId: idas, signerId: w.people.jonas })
    expect(letter.title).toBe('Vi har brug for dit svar om Ida')
    expect(JSON.stringify(letter.blocks)).not.toMatch(/Mette|\{\{/)
    await expect(
      readRequestLetter(w.ctxFor('teacher'), { caseId: w.caseId, consentId: idas, signerId: w.people.jonas }),
    ).rejects.toMatchObject({ name: 'Forbidden' })
  })
  test('CON-14: the form of questions makes one row for each text, person and party', () => {
    const offers = [
      { code: 'first-meeting', parties: ['education', 'health'] },
      { code: 'photos', parties: null },
    ]
    const values = {
      templates: ['first-meeting', 'photos'],
      'who.first-meeting': ['1', '2'],
      'party.first-meeting': ['education', 'health'],
      'who.photos': '1',
      'until.photos.day': '1',
      'until.photos.month': '6',
      'until.photos.year': '2027',
    }
    const rows = askedRows(values, offers, '2026-11-22')
    expect(rows).toHaveLength(5)
    expect(rows[4]).toMatchObject({ template: 'photos', subjectId: '1', party: '', until: '2027-06-01' })
    expect(askedField('consents.4.until', rows)).toBe('until.photos')
  })
})

describe('the API', () => {
  function call(ctx: Context | null, path: string, body?: unknown): Promise<Response> {
    const app = new Hono<{ Variables: { signedIn: { ctx: Context } | null } }>()
      .use(async (c, next) => {
        c.set('signedIn', ctx && { ctx })
        await next()
      })
      .route('/api/v1', composeApi([consentApi]))
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    return Promise.resolve(app.request(`/api/v1${path}`, init))
  }
  test('CON-03: asked, signed, seen, withdrawn: the same verbs and rights as the pages, and the school loses it at its next call', async () => {
    const w = await consentWorld(t)
    const other = await consentWorld(t, { municipality: 787 })
    await aGoal(t, w, [w.people.ida], 'Læse højt')
    const path = `/cases/${w.caseId}/consents`
    expect((await call(null, path)).status).toBe(401)
    expect((await call(other.ctxFor('coordinator'), path)).status).toBe(404)
    expect(
      (await call(w.ctxFor('teacher'), path, { consents: [{ template: 'plan-to-education', subjectId: w.people.ida, from: today }] }))
        .status,
    ).toBe(403)
    const made = await call(w.ctxFor('coordinator'), path, {
      consents: [{ template: 'plan-to-education', subjectId: w.people.ida, from: today }],
    })
    expect(made.status).toBe(201)
    const id = ((await made.json()) as { consentIds: number[] }).consentIds[0]
    expect((await call(w.ctxFor('coordinator'), `${path}/${id}/signatures`, { signerId: w.people.mette, how: 'spoken' })).status).toBe(422)
    expect((await call(w.ctxFor('mette'), `${path}/${id}/signatures`, {})).status).toBe(201)
    expect(await (await call(w.ctxFor('teacher'), path)).json()).toMatchObject({ consents: [{ id, standing: 'valid' }] })
    const seen = async () =>
      ((await (await call(w.ctxFor('mette'), `/cases/${w.caseId}/visible?sector=education`)).json()) as { records: unknown[] }).records
        .length
    expect(await seen()).toBe(1)
    expect((await call(w.ctxFor('teacher'), `${path}/${id}/withdrawals`, { signerId: w.people.mette, via: 'telephone' })).status).toBe(201)
    expect(await seen()).toBe(0)
    expect(await (await call(w.ctxFor('mette'), path)).json()).toMatchObject({ consents: [{ id, standing: 'withdrawn' }] })
  })
})
