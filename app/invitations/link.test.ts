import { beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { auditRows, aWorld, consent, insert, type World } from '#test/world.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { pathPattern } from '#app/platform/http/headers.ts'
import { actOnLink } from './act-on-link.server.ts'
import { answerLink, confirmLink, guestOf, openLink, prepareByLink } from './link.server.ts'
import { tokenFrom } from './link.ts'
import { answersOf, preparationsOf } from './queries.server.ts'
import { aMeeting, aPlace, applyPackTo, doctor, invite, newestLink } from './testing.ts'

let t: TestDatabase
let w: World
let born: string
const visitor = { address: '192.0.2.1', secure: true, requestId: 'r' }
beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t, { jonas: 'shared' })
  await applyPackTo(t, w.municipalityId)
  born = String((await t.owner.query('select born::text from person where id = $1', [w.people.ida])).rows[0].born)
})
beforeEach(async () => void (await t.owner.query('delete from consent_signer; delete from consent')))
const mayTell = (subject: number) => consent(t, w, { subject, from: ['coordination'], to: ['general-practice'], categories: ['meetings'], signers: subject === w.people.ida ? [w.people.mette, w.people.jonas] : [w.people.mette] })

async function sent(over: Record<string, unknown> = {}) {
  await mayTell(w.people.ida)
  const id = await aMeeting(t, w, { serves: JSON.stringify([{ code: 'support-first-follow-up', personId: w.people.ida, due: null }]), ...over })
  const place = await aPlace(t, w, id, doctor())
  await invite(t, w, id)
  return { id, place, token: await newestLink(t, w.municipalityId, place) }
}
async function opened(over: Record<string, unknown> = {}) {
  const s = await sent(over)
  const confirmed = await confirmLink(s.token, born, visitor)
  return { ...s, secret: confirmed.said === 'ok' ? (/=([^;]+);/.exec(confirmed.cookie)?.[1] ?? '') : '' }
}
const open = async (token: string, secret = '') => {
  const page = await openLink(token, secret)
  if (page.state !== 'open') throw new Error(page.state)
  return page
}

test('MEET-03: the link says when and where before the birthday, and nothing about anybody; after it whom, what it serves and that it is voluntary', async () => {
  const { token, secret, id } = await opened()
  const before = await open(token)
  expect(before).toMatchObject({ minutes: 90, place: 'Børnehuset, Æblevej 3', sure: false, canConfirm: true, people: [], preparation: null, told: { kind: null, serves: [] }, contact: { name: 'Anna Holm' } })
  expect(JSON.stringify(before)).not.toMatch(/Ida|Mette|Sørensen|Barnets/)
  const after = await open(token, secret)
  expect(after.people).toEqual([{ id: w.people.ida, name: 'Ida' }]) // Mette has not said yes to telling the doctor
  expect(after.told).toMatchObject({ kind: { da: 'Netværksmøde' }, serves: [{ paragraph: 'Barnets lov § 95, stk. 1-2' }], absent: [] })
  expect((await auditRows(t, 'invitations.open-link')).at(-1)).toMatchObject({ actor_kind: 'guest', case_id: w.caseId, person_ids: [w.people.ida], bases: ['guest'], details: { meeting: id } })
})

test('MEET-03: who may not be told of anybody can still say whether they come', async () => {
  const id = await aMeeting(t, w)
  const place = await aPlace(t, w, id, doctor())
  await invite(t, w, id)
  const token = await newestLink(t, w.municipalityId, place)
  expect(await open(token)).toMatchObject({ canConfirm: false })
  expect((await confirmLink(token, born, visitor)).said).toBe('wrong')
  expect(await answerLink(token, '', { answer: 'declines', reason: 'Ferie', substitute: '', name: 'Lægesekretær Lis' }, visitor)).toBe(true)
  const [answer] = await inTransaction(w.ctxFor('coordinator'), w.caseId, (tx) => answersOf(tx, [id]))
  expect(answer).toMatchObject({ answer: 'declines', detail: { reason: 'Ferie', statedBy: 'Lægesekretær Lis', channel: 'link' } })
  expect((await auditRows(t, 'invitations.answer-link')).at(-1)).toMatchObject({ actor_kind: 'guest', outcome: 'done', case_id: w.caseId })
})

test('MEET-03: a preparation by link is what that sector stated, about those they may be told of and whoever it names; written again the earlier stays below', async () => {
  const { id, token, secret } = await opened()
  const words = { personIds: [w.people.ida, w.people.mette], well: 'Ida trives', worries: 'Mette sover dårligt', offer: '', name: 'Læge Holm' }
  expect(await prepareByLink(token, '', words, visitor)).toBe(false)
  expect(await prepareByLink(token, secret, words, visitor)).toBe(true)
  const read = () => inTransaction(w.ctxFor('coordinator'), w.caseId, (tx) => preparationsOf(tx, id))
  expect(await read()).toMatchObject([{ by: 'Læge Holm', sector: 'general-practice', subjects: [w.people.mette, w.people.ida].sort((a, b) => a - b), well: 'Ida trives' }])
  expect(await prepareByLink(token, secret, { ...words, worries: '' }, visitor)).toBe(true)
  expect(await read()).toMatchObject([{ subjects: [w.people.ida], worries: '' }])
  expect((await t.owner.query('select 1 from meeting_preparation where meeting_id = $1', [id])).rowCount).toBe(2)
  expect((await open(token, secret)).preparation).toMatchObject({ by: 'Læge Holm', well: 'Ida trives' })
  expect((await open(token)).preparation).toBeNull()
})

test('links that are unknown, called off, withdrawn or past look alike; a cancelled meeting says so', async () => {
  expect(await openLink('x', '')).toEqual({ state: 'gone' })
  expect(await openLink('2bcd-efgh-jkmn-pqrs-tuvw', '')).toEqual({ state: 'gone' })
  const off = await opened()
  await t.owner.query('update meeting_participant set withdrawn_at = access.now() where id = $1', [off.place])
  expect(await openLink(off.token, off.secret)).toEqual({ state: 'gone' })
  expect(await answerLink(off.token, off.secret, { answer: 'coming', reason: '', substitute: '', name: 'x' }, visitor)).toBe(false)
  const past = await opened()
  await t.owner.query(`update meeting set starts_at = access.now() - interval '3 days' where id = $1`, [past.id])
  expect(await openLink(past.token, past.secret)).toEqual({ state: 'gone' })
  const cancelled = await opened()
  await t.owner.query(`update meeting set cancelled_at = access.now(), cancelled_reason = 'ill', sequence = 1 where id = $1`, [cancelled.id])
  await invite(t, w, cancelled.id)
  expect(await openLink(cancelled.token, cancelled.secret)).toEqual({ state: 'cancelled', municipality: 'Hedensted' })
  expect(await guestOf(cancelled.token, cancelled.secret)).toBeNull()
})

test('five wrong birthdays close the link and give the coordinator a task; the secret of one link opens no other', async () => {
  const { token, place, id } = await sent()
  const other = await opened()
  expect((await open(token, other.secret)).sure).toBe(false)
  for (let i = 0; i < 4; i++) expect(await confirmLink(token, `201${i}-01-01`, visitor)).toEqual({ said: 'wrong' })
  expect(await confirmLink(token, '2001-01-01', visitor)).toEqual({ said: 'gone' })
  expect(await confirmLink(token, born, visitor)).toEqual({ said: 'gone' })
  expect((await t.owner.query(`select for_role from task where code = 'meeting-link-locked' and data = $1`, [{ meeting: id, participant: place }])).rows).toEqual([{ for_role: 'coordinator' }])
})

test('CON-15: under a shield the link tells no place before the birthday', async () => {
  const { token, secret } = await opened()
  const shield = await insert(t, 'shield', { municipality_id: 766, case_id: w.caseId, person_a: w.people.mette, person_b: w.people.jonas, valid_from: '2020-01-01', reason: 'Trusler', set_by: w.staff.coordinator })
  expect((await open(token)).place).toBe('')
  expect((await open(token, secret)).place).toBe('Børnehuset, Æblevej 3')
  await t.owner.query('delete from shield where id = $1', [shield])
})

test('CON-04: a consent withdrawn while the page is open takes the names off it at once', async () => {
  const { token, secret } = await opened()
  expect((await open(token, secret)).people).toHaveLength(1)
  await t.owner.query('update consent set withdrawn_at = access.now()')
  expect((await open(token, secret)).people).toEqual([])
})

test('the guest of a meeting: known with the secret only, open while the meeting is on', async () => {
  const { token, secret, id, place } = await opened()
  expect(await guestOf(token, '')).toBeNull()
  expect(await guestOf(token, secret)).toEqual({ municipalityId: 766, caseId: w.caseId, meetingId: id, participantId: place, personId: null, sector: 'general-practice', about: [w.people.ida], open: false })
  await t.owner.query('update meeting set began_at = access.now() where id = $1', [id])
  expect(await guestOf(token, secret)).toMatchObject({ open: true })
  expect((await open(token, secret)).on).toBe(true)
  expect((await open(token)).on).toBe(false)
  await t.owner.query('update meeting set ended_at = access.now() where id = $1', [id])
  expect(await guestOf(token, secret)).toMatchObject({ open: false })
})

test('MEET-14: a grandmother of the network answers by a link of her own, and hears of nobody whom a shield keeps from her', async () => {
  const granny = await insert(t, 'person', { municipality_id: 766, first_name: 'Else', last_name: 'Y', born: '1955-01-01' })
  await insert(t, 'case_person', { municipality_id: 766, case_id: w.caseId, person_id: granny, role: 'network', valid_from: '2020-01-01' })
  const id = await aMeeting(t, w)
  await aPlace(t, w, id, { person_id: granny })
  await invite(t, w, id)
  const { meetingMessages } = await import('./testing.ts')
  const letter = (await meetingMessages(t, 766)).at(-1)
  expect(letter).toMatchObject({ personId: granny, channel: 'letter' })
  expect(JSON.stringify(letter?.body.letter)).toMatch(/\/moede\/[2-9]/)
})

test('forms of the page: what is missing is said, and nothing is done', async () => {
  const { token } = await sent()
  expect(await actOnLink('da', token, '', { intent: 'answer' }, visitor)).toEqual({ errors: { answer: 'Vælg et svar', name: 'Skriv dit navn' } })
  expect(await actOnLink('da', token, '', { intent: 'answer', answer: 'substitute', name: 'L' }, visitor)).toEqual({ errors: { substitute: 'Skriv, hvem der kommer i stedet' } })
  expect(await actOnLink('da', token, '', { intent: 'prepare' }, visitor)).toEqual({ errors: { well: 'Skriv mindst ét sted', by: 'Skriv dit navn' } })
  expect(await actOnLink('da', token, '', { intent: 'answer', answer: 'coming', name: 'L' }, visitor)).toEqual({ done: 'svaret' })
})

test('a token is read however it was typed, and never stands in a log', async () => {
  const { token } = await sent()
  expect(tokenFrom(token.toUpperCase().replaceAll('-', ' '))).toBe(token)
  expect(tokenFrom(`${token}x`)).toBeNull()
  expect(pathPattern(`/moede/${token}/kalender`)).toBe('/moede/:x/kalender')
  expect((await t.owner.query('select 1 from meeting_link where token_hash = sha256(convert_to($1, $2))', [token, 'UTF8'])).rowCount).toBe(1)
})
