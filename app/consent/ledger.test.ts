import { beforeAll, describe, expect, test } from 'vitest'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { auditRows, type World } from '#test/world.ts'
import { askSigner } from './ask-signer.server.ts'
import { extendConsent } from './extend-consent.server.ts'
import { markMustNotContact } from './mark-no-contact.server.ts'
import { proposeConsents } from './propose-consents.server.ts'
import { findConsent } from './queries.server.ts'
import { registerAttempt } from './register-attempt.server.ts'
import { registerRefusal } from './register-refusal.server.ts'
import { registerSheet } from './register-sheet.server.ts'
import { registerSignature } from './register-signature.server.ts'
import { aGoal, consentWorld } from './testing.ts'
import { narrowConsent, withdrawConsent } from './withdraw-consent.server.ts'

let t: TestDatabase
let today: string
beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  today = new Date().toISOString().slice(0, 10)
})

const propose = (w: World, subjectId: number, template = 'plan-to-education', more: object = {}) =>
  proposeConsents(w.ctxFor('coordinator'), { caseId: w.caseId, consents: [{ template, subjectId, from: today, ...more }] })
const one = async (w: World, subjectId: number, template?: string, more?: object) =>
  (await propose(w, subjectId, template, more)).consentIds[0]!
const look = (w: World, consentId: number) =>
  inTransaction(w.ctxFor('coordinator'), w.caseId, (tx, ctx) => findConsent(tx, consentId, ctx.today))
const goalsSeenBy = (w: World, who: 'teacher' | 'coordinator') =>
  inTransaction(w.ctxFor(who), w.caseId, async (tx) => (await tx.selectFrom('goal').select('title').execute()).map((g) => g.title))
const onPaper = (w: World, consentId: number, signerId: number) =>
  registerSignature(w.ctxFor('coordinator'), { caseId: w.caseId, consentId, signerId, how: 'signed', on: today })

describe('asking', () => {
  test('CON-01: each text and person is a yes of its own, with who must sign', async () => {
    const w = await consentWorld(t, { jonas: 'shared' })
    const { consentIds } = await proposeConsents(w.ctxFor('coordinator'), {
      caseId: w.caseId,
      consents: [
        { template: 'holistic-plan', subjectId: w.people.mette, from: today },
        { template: 'holistic-plan', subjectId: w.people.ida, from: today },
        { template: 'first-meeting', subjectId: w.people.ida, party: 'education', from: today },
      ],
    })
    expect(consentIds).toHaveLength(3)
    const [mette, ida, meeting] = await Promise.all(consentIds.map((id) => look(w, id)))
    expect(mette).toMatchObject({ standing: 'waiting', purpose: 'coordination', categories: ['plan', 'agreements'] })
    expect(mette?.signers.map((s) => s.personId)).toEqual([w.people.mette])
    expect(ida?.signers.map((s) => s.personId).toSorted((a, b) => a - b)).toEqual(
      [w.people.mette, w.people.jonas].toSorted((a, b) => a - b),
    )
    expect(meeting?.toSectors).toEqual(['education'])
    expect(await auditRows(t, 'consent.propose')).toMatchObject([{ outcome: 'done', case_id: w.caseId, details: { consents: consentIds } }])
    expect((await propose(w, w.people.mette, 'holistic-plan')).known).toEqual([consentIds[0]])
  })
  test('CON-01: a text in which the family names the party needs one; nothing lasts longer than the pack says', async () => {
    const w = await consentWorld(t)
    await expect(propose(w, w.people.mette, 'first-meeting')).rejects.toMatchObject({
      name: 'Invalid',
      issues: [{ field: 'consents.0.party' }],
    })
    await expect(propose(w, w.people.mette, 'doctor-to-coordination', { until: addDays(today, 400) })).rejects.toMatchObject({
      issues: [{ field: 'consents.0.until' }],
    })
  })
  test('CON-03: a teacher may not register; in another municipality the family is not there; both are in the log', async () => {
    const w = await consentWorld(t)
    const thisted = await consentWorld(t, { municipality: 787 })
    const before = (await auditRows(t, 'consent.propose')).filter((r) => r.outcome === 'refused').length
    await expect(
      proposeConsents(w.ctxFor('teacher'), {
        caseId: w.caseId,
        consents: [{ template: 'plan-to-education', subjectId: w.people.ida, from: today }],
      }),
    ).rejects.toMatchObject({ name: 'Forbidden' })
    await expect(
      proposeConsents(thisted.ctxFor('coordinator'), {
        caseId: w.caseId,
        consents: [{ template: 'plan-to-education', subjectId: w.people.ida, from: today }],
      }),
    ).rejects.toMatchObject({ name: 'NotFound' })
    expect((await auditRows(t, 'consent.propose')).filter((r) => r.outcome === 'refused').length).toBe(before + 2)
  })
  test('CON-01: asked by letter: the other parent gets a letter about the child only', async () => {
    const w = await consentWorld(t, { jonas: 'shared' })
    const consentId = await one(w, w.people.ida)
    await askSigner(w.ctxFor('coordinator'), { caseId: w.caseId, consentId, signerId: w.people.jonas, channel: 'letter', send: 'on' })
    expect((await look(w, consentId))?.signers.find((s) => s.personId === w.people.jonas)).toMatchObject({
      state: 'asked',
      askedChannel: 'letter',
    })
    const { rows } = await t.owner.query('select channel, template from message where person_id = $1', [w.people.jonas])
    expect(rows).toEqual([{ channel: 'letter', template: 'answer' }])
    await expect(
      askSigner(w.ctxFor('coordinator'), { caseId: w.caseId, consentId, signerId: 999, channel: 'letter' }),
    ).rejects.toMatchObject({ issues: [{ field: 'signerId' }] })
    await expect(
      askSigner(w.ctxFor('teacher'), { caseId: w.caseId, consentId, signerId: w.people.jonas, channel: 'letter' }),
    ).rejects.toMatchObject({ name: 'Forbidden' })
  })
})

describe('answering', () => {
  test('CON-03: signed in the portal by the mother: the school sees the goal from the next read', async () => {
    const w = await consentWorld(t)
    await aGoal(t, w, [w.people.ida], 'Læse højt')
    const consentId = await one(w, w.people.ida)
    expect(await goalsSeenBy(w, 'teacher')).toEqual([])
    await registerSignature(w.ctxFor('mette'), { caseId: w.caseId, consentId })
    expect(await goalsSeenBy(w, 'teacher')).toEqual(['Læse højt'])
    expect((await auditRows(t, 'consent.sign')).at(-1)).toMatchObject({
      actor_kind: 'member',
      actor_id: w.people.mette,
      outcome: 'done',
      details: { consent: consentId },
    })
  })
  test('CON-01: a mother without MitID: spoken with a witness, read aloud, through an interpreter', async () => {
    const w = await consentWorld(t)
    const consentId = await one(w, w.people.mette)
    const spoken = {
      caseId: w.caseId,
      consentId,
      signerId: w.people.mette,
      how: 'spoken',
      language: 'ar',
      interpreter: 'on',
      readAloud: 'on',
    }
    await expect(registerSignature(w.ctxFor('coordinator'), spoken)).rejects.toMatchObject({ issues: [{ field: 'witness' }] })
    await registerSignature(w.ctxFor('coordinator'), { ...spoken, witness: 'Peter Bak' })
    const found = await look(w, consentId)
    expect(found).toMatchObject({
      standing: 'valid',
      signers: [{ state: 'signed', signedHow: 'spoken', witness: 'Peter Bak', language: 'ar', interpreter: true, readAloud: true }],
    })
    await expect(
      registerSignature(w.ctxFor('coordinator'), { caseId: w.caseId, consentId, signerId: w.people.mette, how: 'portal' }),
    ).rejects.toMatchObject({ issues: [{ field: 'how' }] })
    await expect(registerSignature(w.ctxFor('teacher'), { ...spoken, witness: 'x' })).rejects.toMatchObject({ name: 'Forbidden' })
  })
  test('CON-02: the absent father: two attempts make him out of reach, the school still sees nothing, and the rest goes on', async () => {
    const w = await consentWorld(t, { jonas: 'shared' })
    await aGoal(t, w, [w.people.ida], 'Idas mål')
    await aGoal(t, w, [w.people.mette], 'Mettes mål')
    const [ida, mette] = [await one(w, w.people.ida), await one(w, w.people.mette)]
    await onPaper(w, ida, w.people.mette)
    await onPaper(w, mette, w.people.mette)
    const attempt = (on: string) =>
      registerAttempt(w.ctxFor('coordinator'), { caseId: w.caseId, consentId: ida, signerId: w.people.jonas, on })
    expect(await attempt(addDays(today, -20))).toMatchObject({ unreachable: false })
    await expect(attempt(addDays(today, -20))).rejects.toMatchObject({ issues: [{ field: 'on' }] })
    expect(await attempt(addDays(today, -5))).toMatchObject({ unreachable: true })
    expect((await look(w, ida))?.signers.find((s) => s.personId === w.people.jonas)?.state).toBe('unreachable')
    expect(await goalsSeenBy(w, 'teacher')).toEqual(['Mettes mål'])
    await expect(
      registerAttempt(w.ctxFor('jonas'), { caseId: w.caseId, consentId: ida, signerId: w.people.jonas, on: today }),
    ).rejects.toMatchObject({ name: 'Forbidden' })
  })
  test('CON-15: a signer who must not be contacted stands with the reason', async () => {
    const w = await consentWorld(t, { jonas: 'shared' })
    const consentId = await one(w, w.people.ida)
    await markMustNotContact(w.ctxFor('coordinator'), { caseId: w.caseId, consentId, signerId: w.people.jonas, reason: 'Tilhold' })
    expect((await look(w, consentId))?.signers.find((s) => s.personId === w.people.jonas)).toMatchObject({
      state: 'no-contact',
      noContactReason: 'Tilhold',
    })
    await expect(
      markMustNotContact(w.ctxFor('teacher'), { caseId: w.caseId, consentId, signerId: w.people.jonas, reason: 'Tilhold' }),
    ).rejects.toMatchObject({ name: 'Forbidden' })
  })
  test('CON-01: a no stands, and may become a yes', async () => {
    const w = await consentWorld(t, { jonas: 'shared' })
    const consentId = await one(w, w.people.ida)
    await registerRefusal(w.ctxFor('jonas'), { caseId: w.caseId, consentId })
    expect(await look(w, consentId)).toMatchObject({ standing: 'refused' })
    await registerSignature(w.ctxFor('jonas'), { caseId: w.caseId, consentId })
    await onPaper(w, consentId, w.people.mette)
    expect(await look(w, consentId)).toMatchObject({ standing: 'valid' })
    await registerRefusal(w.ctxFor('coordinator'), { caseId: w.caseId, consentId, signerId: w.people.jonas })
    expect(await look(w, consentId)).toMatchObject({ standing: 'refused' })
    const mettes = await one(w, w.people.mette)
    await expect(registerRefusal(w.ctxFor('jonas'), { caseId: w.caseId, consentId: mettes })).rejects.toMatchObject({ name: 'NotFound' })
  })
})

describe('ending', () => {
  test('CON-03: withdrawal is seen at the next read of an open session', async () => {
    const w = await consentWorld(t, { jonas: 'shared' })
    await aGoal(t, w, [w.people.ida], 'Læse højt')
    const consentId = await one(w, w.people.ida)
    await onPaper(w, consentId, w.people.mette)
    await onPaper(w, consentId, w.people.jonas)
    expect(await goalsSeenBy(w, 'teacher')).toEqual(['Læse højt'])
    expect(await withdrawConsent(w.ctxFor('jonas'), { caseId: w.caseId, consentId })).toMatchObject({ endedNow: true })
    expect(await goalsSeenBy(w, 'teacher')).toEqual([])
    expect(await withdrawConsent(w.ctxFor('mette'), { caseId: w.caseId, consentId })).toMatchObject({ endedNow: false })
    expect((await auditRows(t, 'consent.withdraw')).at(-1)).toMatchObject({ outcome: 'done', actor_kind: 'member' })
    await expect(onPaper(w, consentId, w.people.mette)).rejects.toMatchObject({ code: 'consent-over' })
  })
  test("CON-03: any assigned member of staff writes down a withdrawal at a signer's word, never at anybody else's", async () => {
    const w = await consentWorld(t)
    const other = await consentWorld(t, { municipality: 787 })
    const consentId = await one(w, w.people.ida)
    await onPaper(w, consentId, w.people.mette)
    await expect(
      withdrawConsent(w.ctxFor('teacher'), { caseId: w.caseId, consentId, signerId: w.people.ida, via: 'telephone' }),
    ).rejects.toMatchObject({ name: 'Invalid' })
    await expect(
      withdrawConsent(other.ctxFor('coordinator'), { caseId: w.caseId, consentId, signerId: w.people.mette, via: 'telephone' }),
    ).rejects.toMatchObject({ name: 'NotFound' })
    await expect(
      withdrawConsent(w.ctxFor('jobcentre'), { caseId: w.caseId, consentId, signerId: w.people.mette, via: 'telephone' }),
    ).rejects.toMatchObject({ name: 'NotFound' })
    await withdrawConsent(w.ctxFor('teacher'), { caseId: w.caseId, consentId, signerId: w.people.mette, via: 'telephone' })
    expect(await look(w, consentId)).toMatchObject({ standing: 'withdrawn', withdrawnBy: w.people.mette, withdrawnVia: 'telephone' })
  })
  test('CON-14: less than before needs no new signature; more is not possible', async () => {
    const w = await consentWorld(t)
    await aGoal(t, w, [w.people.ida], 'Læse højt')
    const consentId = await one(w, w.people.ida)
    await onPaper(w, consentId, w.people.mette)
    await expect(narrowConsent(w.ctxFor('mette'), { caseId: w.caseId, consentId, categories: ['plan', 'health'] })).rejects.toMatchObject({
      issues: [{ field: 'categories' }],
    })
    const { consentId: rest } = await narrowConsent(w.ctxFor('mette'), { caseId: w.caseId, consentId, categories: ['agreements'] })
    expect(await look(w, consentId)).toMatchObject({ standing: 'withdrawn' })
    expect(await look(w, rest)).toMatchObject({ standing: 'valid', categories: ['agreements'], renews: consentId })
    expect(await goalsSeenBy(w, 'teacher')).toEqual([])
  })
  test('CON-01: asked again before it ends, everybody signs anew and the old one goes on', async () => {
    const w = await consentWorld(t)
    const consentId = await one(w, w.people.ida, 'plan-to-education', { until: addDays(today, 30) })
    await onPaper(w, consentId, w.people.mette)
    const { consentId: next } = await extendConsent(w.ctxFor('coordinator'), { caseId: w.caseId, consentId, until: addDays(today, 200) })
    expect(await look(w, next)).toMatchObject({ standing: 'waiting', renews: consentId })
    expect(await look(w, consentId)).toMatchObject({ standing: 'valid' })
    await expect(extendConsent(w.ctxFor('coordinator'), { caseId: w.caseId, consentId, until: addDays(today, 900) })).rejects.toMatchObject(
      { issues: [{ field: 'until' }] },
    )
    await expect(extendConsent(w.ctxFor('teacher'), { caseId: w.caseId, consentId, until: addDays(today, 200) })).rejects.toMatchObject({
      name: 'Forbidden',
    })
  })
})

describe('a signed sheet', () => {
  const sheet = (w: World, who: 'coordinator' | 'teacher' | 'intake', values: object) =>
    registerSheet(w.ctxFor(who), { caseId: w.caseId, signerId: w.people.mette, how: 'signed', on: today, ...values })

  test('CON-13: several texts are entered in one go and stay yeses of their own, each with its own row in the log', async () => {
    const w = await consentWorld(t)
    const ids = [await one(w, w.people.mette, 'holistic-plan'), await one(w, w.people.ida, 'holistic-plan'), await one(w, w.people.mette)]
    const before = (await auditRows(t, 'consent.sign')).length
    await sheet(w, 'coordinator', { consentIds: ids.slice(0, 2) })
    expect(await Promise.all(ids.map(async (id) => (await look(w, id))?.standing))).toEqual(['valid', 'valid', 'waiting'])
    const rows = (await auditRows(t, 'consent.sign')).slice(before)
    expect(rows.map((r) => r.details)).toEqual(ids.slice(0, 2).map((consent) => ({ consent, how: 'signed' })))
    await withdrawConsent(w.ctxFor('coordinator'), { caseId: w.caseId, consentId: ids[0]!, signerId: w.people.mette, via: 'telephone' })
    expect((await look(w, ids[1]!))?.standing).toBe('valid')
  })

  test('CON-01: all of it or none; nothing ticked, a witness missing, somebody who signs nothing', async () => {
    const w = await consentWorld(t)
    const id = await one(w, w.people.mette, 'holistic-plan')
    await expect(sheet(w, 'coordinator', { consentIds: [id, 999_999] })).rejects.toThrow(NotFound)
    await expect(sheet(w, 'coordinator', { consentIds: [] })).rejects.toThrow(Invalid)
    await expect(sheet(w, 'coordinator', { consentIds: [id], how: 'spoken' })).rejects.toThrow(Invalid)
    await expect(sheet(w, 'coordinator', { consentIds: [id], signerId: w.people.ida })).rejects.toThrow(Invalid)
    expect((await look(w, id))?.standing).toBe('waiting')
  })

  test('refused: a teacher; another municipality does not find it', async () => {
    const w = await consentWorld(t)
    const other = await consentWorld(t, { municipality: 787 })
    const id = await one(w, w.people.mette, 'holistic-plan')
    await expect(sheet(w, 'teacher', { consentIds: [id] })).rejects.toThrow(Forbidden)
    await expect(registerSheet(other.ctxFor('coordinator'), { caseId: w.caseId, signerId: w.people.mette, consentIds: [id], on: today })).rejects.toThrow(NotFound)
  })
})
