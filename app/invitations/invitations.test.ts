import { beforeAll, afterAll, beforeEach, expect, test } from 'vitest'
import ICAL from 'ical.js'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aMailServer, type MailServer, readable } from '#test/mail-server.ts'
import { aWorld, consent, insert, type World } from '#test/world.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { Forbidden } from '#app/platform/context.ts'
import { allowJobs, drainJobs } from '#app/platform/jobs/testing.ts'
import { messageJobs } from '#app/platform/messages/deliver.server.ts'
import { readLetter, readLetters } from '#app/platform/messages/read-letter.server.ts'
import { configureTransport } from '#app/platform/messages/transport.server.ts'
import { instantAt } from '#app/platform/time/copenhagen.ts'
import { aMeeting, aPlace, applyPackTo, doctor, inDays, invite, meetingMessages } from './testing.ts'

let t: TestDatabase
let w: World
let smtp: MailServer
beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t, { jonas: 'shared', assigned: ['coordinator', 'teacher', 'jobcentre'] })
  await allowJobs(t)
  await applyPackTo(t, w.municipalityId)
  smtp = await aMailServer()
  configureTransport({ mode: 'production', smtpUrl: smtp.url, mailFrom: 'Hedensted <helhed@hedensted.example>', smsDirectory: null, publicUrl: 'https://helhed.example.dk' })
  await contact('mette', { email: 'mette@example.dk', preferred_channel: 'mail' })
  await contact('jonas', { phone: '+4512345678', preferred_channel: 'sms' })
  await t.owner.query(`update staff set email = 'line@hedensted.example' where id = $1`, [w.staff.teacher])
})
beforeEach(() => void (smtp.mails.length = 0))
afterAll(() => smtp.server.close())

const contact = (who: 'mette' | 'jonas', c: object) =>
  insert(t, 'contact_detail', { municipality_id: 766, case_id: w.caseId, sector: 'coordination', category: 'contact', visibility: 'family', subjects: [w.people[who]], ...c })
const calendarIn = (mail: string): string => {
  const part = /Content-Type: text\/calendar[^\r\n]*(?:\r\n[^\r\n]+)*\r\n\r\n([\s\S]*?)\r\n--/.exec(mail)
  const body = part?.[1] ?? ''
  return /Content-Transfer-Encoding: base64/.test(part?.[0] ?? '') ? Buffer.from(body, 'base64').toString('utf8') : readable(body)
}
const eventIn = (mail: string) => {
  const calendar = new ICAL.Component(ICAL.parse(calendarIn(mail)) as unknown[])
  const part = calendar.getFirstSubcomponent('vevent')!
  const e = new ICAL.Event(part)
  return { method: calendar.getFirstPropertyValue('method'), uid: e.uid, sequence: e.sequence, summary: e.summary, location: e.location, start: e.startDate.toJSDate().toISOString(), status: part.getFirstPropertyValue('status') }
}
const to = (address: string) => smtp.mails.find((m) => m.includes(`To: ${address}`)) ?? ''
const sensitive = /Sørensen|Mette|Ida|Jonas|[Nn]etværksmøde|Netv|plan|samtale|barnet|læge/

async function withFamily(over: Record<string, unknown> = {}) {
  const id = await aMeeting(t, w, over)
  const mette = await aPlace(t, w, id, { person_id: w.people.mette })
  const teacher = await aPlace(t, w, id, { staff_id: w.staff.teacher })
  return { id, mette, teacher }
}
const change = (id: number, set: string, values: unknown[] = []) => t.owner.query(`update meeting set ${set} where id = $1`, [id, ...values])

test('MEET-02: a new meeting goes by mail with a calendar file, subject "Møde", and nothing of whom or what it is about', async () => {
  const { id, mette } = await withFamily()
  expect(await invite(t, w, id)).toEqual([{ participantId: mette, result: 'invited' }, expect.objectContaining({ result: 'invited' })])
  expect(await drainJobs(t, messageJobs)).toEqual([])
  expect(smtp.mails).toHaveLength(2)
  for (const mail of smtp.mails) {
    expect(readable(mail)).toMatch(/Subject: (Møde|=\?UTF-8\?)/)
    expect(mail).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/)
    expect(readable(mail.replace(/To: [^\r\n]+/, '').replace(/mailto:[^\r\n]+/gi, '')) + calendarIn(mail).replace(/mailto:\S+/gi, '')).not.toMatch(sensitive)
    expect(calendarIn(mail)).toContain('helhed@hedensted.example')
  }
  expect(eventIn(to('mette@example.dk'))).toMatchObject({ method: 'REQUEST', sequence: 0, summary: 'Møde', location: 'Børnehuset, Æblevej 3', start: instantAt(inDays(10), '13:00'), status: 'CONFIRMED' })
})

test('MEET-02: planned again nothing is sent; moved it is sent as an update of the same event; cancelled it is called off', async () => {
  const { id } = await withFamily()
  await invite(t, w, id)
  await drainJobs(t, messageJobs)
  const first = eventIn(to('mette@example.dk'))
  smtp.mails.length = 0
  expect((await invite(t, w, id)).map((r) => r.result)).toEqual(['unchanged', 'unchanged'])
  await change(id, 'starts_at = $2, sequence = 1', [instantAt(inDays(12), '10:00')])
  expect((await invite(t, w, id)).map((r) => r.result)).toEqual(['changed', 'changed'])
  await drainJobs(t, messageJobs)
  expect(smtp.mails).toHaveLength(2)
  expect(eventIn(to('mette@example.dk'))).toMatchObject({ uid: first.uid, sequence: 1, method: 'REQUEST', start: instantAt(inDays(12), '10:00') })
  smtp.mails.length = 0
  await change(id, `cancelled_at = access.now(), cancelled_reason = 'ill', sequence = 2`)
  expect((await invite(t, w, id)).map((r) => r.result)).toEqual(['cancelled', 'cancelled'])
  await drainJobs(t, messageJobs)
  expect(eventIn(to('mette@example.dk'))).toMatchObject({ uid: first.uid, sequence: 2, method: 'CANCEL', status: 'CANCELLED' })
  expect((await invite(t, w, id)).map((r) => r.result)).toEqual(['unchanged', 'unchanged'])
})

test('MEET-14: who is taken off the list hears that it is off for them; the others hear nothing; invited again their number goes on', async () => {
  const { id, teacher } = await withFamily()
  await invite(t, w, id)
  await drainJobs(t, messageJobs)
  smtp.mails.length = 0
  await t.owner.query('update meeting_participant set withdrawn_at = access.now() where id = $1', [teacher])
  expect((await invite(t, w, id)).map((r) => r.result)).toEqual(['unchanged', 'cancelled'])
  await drainJobs(t, messageJobs)
  expect(smtp.mails).toHaveLength(1)
  expect(eventIn(to('line@hedensted.example'))).toMatchObject({ method: 'CANCEL', sequence: 1 })
  smtp.mails.length = 0
  await t.owner.query('update meeting_participant set withdrawn_at = null where id = $1', [teacher])
  await invite(t, w, id)
  await drainJobs(t, messageJobs)
  expect(eventIn(to('line@hedensted.example'))).toMatchObject({ method: 'REQUEST', sequence: 2 })
})

test('CON-15: under a shield the file says the time and nothing else; the one who is shielded from it hears nothing at all', async () => {
  const { id } = await withFamily()
  await aPlace(t, w, id, { person_id: w.people.jonas })
  const shield = await insert(t, 'shield', { municipality_id: 766, case_id: w.caseId, person_a: w.people.mette, person_b: w.people.jonas, valid_from: '2020-01-01', reason: 'Trusler', set_by: w.staff.coordinator })
  try {
    expect((await invite(t, w, id)).map((r) => r.result)).toEqual(['invited', 'invited', 'shielded'])
    await drainJobs(t, messageJobs)
    const mail = to('mette@example.dk')
    expect(eventIn(mail)).toMatchObject({ summary: 'Møde', location: null })
    expect(readable(mail) + calendarIn(mail)).not.toMatch(/Børnehuset|Æblevej/)
    expect((await meetingMessages(t, 766)).filter((m) => m.personId === w.people.jonas)).toEqual([])
    expect(JSON.stringify((await meetingMessages(t, 766)).at(-2)?.body.letter)).not.toMatch(/Børnehuset|Netværksmøde|Ida/)
  } finally {
    await t.owner.query('delete from shield where id = $1', [shield])
  }
})

test('CON-15: a shield set afterwards calls the meeting off for the one it is kept from, and a later move is not told them', async () => {
  const id = await aMeeting(t, w)
  await aPlace(t, w, id, { person_id: w.people.jonas })
  expect((await invite(t, w, id)).map((r) => r.result)).toEqual(['invited'])
  const shield = await insert(t, 'shield', { municipality_id: 766, case_id: w.caseId, person_a: w.people.mette, person_b: w.people.jonas, valid_from: '2020-01-01', reason: 'Trusler', set_by: w.staff.coordinator })
  try {
    await change(id, 'starts_at = $2, sequence = 1', [instantAt(inDays(15), '09:00')])
    expect((await invite(t, w, id)).map((r) => r.result)).toEqual(['shielded'])
    const last = (await meetingMessages(t, 766)).at(-1)
    expect(last).toMatchObject({ template: 'meeting-cancelled', personId: w.people.jonas })
    expect(last?.body.text).toContain('13.00')
    expect(last?.body.text).not.toContain('09.00')
    expect((await invite(t, w, id)).map((r) => r.result)).toEqual(['shielded'])
    expect((await meetingMessages(t, 766)).at(-1)?.id).toBe(last?.id)
  } finally {
    await t.owner.query('delete from shield where id = $1', [shield])
  }
})

test('MEET-03: the doctor gets a letter with ten minutes by telephone, the first point and that not coming is fine; names only under consent', async () => {
  const id = await aMeeting(t, w)
  const place = await aPlace(t, w, id, doctor())
  await invite(t, w, id)
  const before = (await meetingMessages(t, 766)).at(-1)
  expect(before).toMatchObject({ participantId: place, channel: 'letter', subject: 'Møde' })
  expect(JSON.stringify(before?.body.letter)).toMatch(/Vi ringer til dig .* kl\. 13\.00–13\.10.*højst 10 minutter.*Dit punkt er det første.*holder vi mødet alligevel/s)
  expect(JSON.stringify(before?.body)).not.toMatch(/Ida|Mette/)
  await consent(t, w, { subject: w.people.ida, from: ['coordination'], to: ['general-practice'], categories: ['meetings'], signers: [w.people.mette, w.people.jonas] })
  await change(id, 'sequence = 1, minutes = 60, place = $2', ['Rådhuset'])
  await invite(t, w, id)
  const after = (await meetingMessages(t, 766)).at(-1)
  expect(JSON.stringify(after?.body.letter)).toContain('Mødet handler om Ida.')
  expect(after?.body.text).not.toContain('Ida')
  const letters = await readLetters(w.ctxFor('coordinator'), {})
  expect(letters.find((l) => l.id === after?.id)).toMatchObject({ recipient: 'Lægehuset Torvet', personId: null })
  const { letter } = await readLetter(w.ctxFor('coordinator'), { id: after?.id })
  expect(letter).toMatchObject({ recipient: { name: 'Lægehuset Torvet', lines: ['Torvet 1', '8722 Hedensted'] }, title: 'Mødet er ændret' })
  expect(letter.reference).toBeUndefined()
  expect(JSON.stringify(letter.blocks)).toContain('https://helhed.example.dk/moede/')
})

test('MEET-11: the letter names what the meeting serves and what follows from not coming; voluntary unless the law says otherwise', async () => {
  const id = await aMeeting(t, w, { subjects: [w.people.jonas], serves: JSON.stringify([{ code: 'job-talk', personId: w.people.jonas, due: inDays(20) }, { code: 'support-first-follow-up', personId: w.people.ida, due: null }]) })
  await aPlace(t, w, id, { person_id: w.people.jonas, how: 'letter' })
  await invite(t, w, id)
  const text = JSON.stringify((await meetingMessages(t, 766)).at(-1)?.body.letter)
  expect(text).toMatch(/Samtale i jobcentret \(Lov/)
  expect(text).toMatch(/Første opfølgning på hjælp til barnet \(Barnets lov § 95/)
  expect(text).toContain('kan det få betydning for din ydelse')
  expect(text).toContain('Et svar her aflyser den ikke.')
  expect(text).not.toContain('Mødet er frivilligt')
  const other = await aMeeting(t, w)
  await aPlace(t, w, other, { person_id: w.people.mette, how: 'letter' })
  await invite(t, w, other)
  expect(JSON.stringify((await meetingMessages(t, 766)).at(-1)?.body.letter)).toContain('Mødet er frivilligt')
})

test('MEET-20: an interpreter and the other parent’s caseworker get nothing in writing; who has no address gets nothing', async () => {
  const id = await aMeeting(t, w)
  await aPlace(t, w, id, { outside_name: 'Tolk', outside_address: 'tolk@example.dk', interpreter_for: w.people.mette })
  await aPlace(t, w, id, { outside_name: 'Karen', of_sector: 'employment', works_with: w.people.jonas })
  await aPlace(t, w, id, { outside_name: 'Farmor' })
  await aPlace(t, w, id, { staff_id: w.staff.healthVisitor }) // not assigned to the family
  const n = (await meetingMessages(t, 766)).length
  expect((await invite(t, w, id)).map((r) => r.result)).toEqual(['no-way', 'no-way', 'no-way', 'no-way'])
  expect(await meetingMessages(t, 766)).toHaveLength(n)
})

test('nobody plans invitations to a meeting of a family they do not write in', async () => {
  const { id } = await withFamily()
  await invite(t, w, id, 'healthVisitor').then(() => expect.fail('planned'), (e: unknown) => expect(e).toBeInstanceOf(Error))
  const neighbour = await aWorld(t, { municipality: 787 })
  await expect(t.owner.query('select 1')).resolves.toBeDefined()
  const { inTransaction } = await import('#app/platform/db.server.ts')
  const { sql } = await import('kysely')
  const rows = await inTransaction(neighbour.ctxFor('coordinator'), null, (tx) => sql`select * from access.invitation_routes(${id})`.execute(tx))
  expect(rows.rows).toEqual([])
  await expect(inTransaction(w.ctxFor('steering'), null, (tx) => sql`select access.send_invitation(1, 'request', 0, 's', '{}', false, 'email', 'meeting', 'da', 's', '', 'k', null, 5)`.execute(tx))).rejects.toThrow(Forbidden)
})
