import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aMailServer, type MailServer } from '#test/mail-server.ts'
import { auditRows, aWorld, insert, type World } from '#test/world.ts'
import { Forbidden, Invalid, NotFound } from '../context.ts'
import { setKeys, testKeys } from '../crypto/keys.server.ts'
import { inTransaction } from '../db.server.ts'
import { allowJobs, drainJobs } from '../jobs/testing.ts'
import { renderLetter } from '../letters/render-letter.server.ts'
import { deliverMessage, messageJobs } from './deliver.server.ts'
import { markPrinted } from './mark-printed.server.ts'
import { type PlannedMessage, planMessage } from './plan-message.server.ts'
import { readLetter, readLetters } from './read-letter.server.ts'
import { readOutbox } from './read-outbox.server.ts'
import { configureTransport } from './transport.server.ts'

let t: TestDatabase
let w: World
let neighbour: World
let smtp: MailServer
const smsDirectory = mkdtempSync(join(tmpdir(), 'helhed-sms-'))

beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t, { jonas: 'shared', assigned: ['coordinator', 'teacher'] })
  neighbour = await aWorld(t, { municipality: 787 })
  await allowJobs(t)
  await contact('mette', { email: 'mette@example.dk', preferred_channel: 'mail' })
  await contact('jonas', { phone: '+4512345678', preferred_channel: 'sms' })
  await insert(t, 'address', { municipality_id: 766, case_id: w.caseId, sector: 'coordination', category: 'contact', visibility: 'family', subjects: [w.people.jonas], street: 'Birkevej 7',
    postcode: '8722', city: 'Hedensted', valid_from: '2020-01-01' })
  smtp = await aMailServer()
})
beforeEach(() => {
  smtp.refuse = false
  configureTransport({ mode: 'production', smtpUrl: smtp.url, mailFrom: 'helhed@hedensted.example', smsDirectory, publicUrl: 'https://helhed.example.dk' })
})
afterAll(() => {
  smtp.server.close()
  rmSync(smsDirectory, { recursive: true })
})

let n = 0
const plan = (message: Partial<PlannedMessage> = {}, as: Parameters<World['ctxFor']>[0] = 'coordinator') =>
  inTransaction(w.ctxFor(as), w.caseId, (tx, ctx) =>
    planMessage(tx, ctx, { to: { personId: w.people.mette }, template: 'answer', caseId: w.caseId, key: `test.${++n}`, ...message } as PlannedMessage))
const contact = (who: 'mette' | 'jonas', c: object) =>
  insert(t, 'contact_detail', { municipality_id: 766, case_id: w.caseId, sector: 'coordination', category: 'contact', visibility: 'family', subjects: [w.people[who]], ...c })
const row = async (id: number | null) => (await t.owner.query('select * from message where municipality_id = 766 and id = $1', [id])).rows[0] as Record<string, unknown>
const toJonas = (key: string): Partial<PlannedMessage> => ({ to: { personId: w.people.jonas }, template: 'letter', onPaper: true, key,
  letter: { title: 'Samtykke om Ida', blocks: [{ kind: 'text', text: 'Vi spørger dig om Ida.' }] } })

test('planned with the change: undone with it, and one message however often it is planned with one key', async () => {
  await expect(inTransaction(w.ctxFor('coordinator'), w.caseId, async (tx, ctx) => {
    await planMessage(tx, ctx, { to: { personId: w.people.mette }, template: 'answer', caseId: w.caseId, key: 'undone' })
    throw new Error('undone')
  })).rejects.toThrow('undone')
  expect((await t.owner.query(`select from message where key = 'undone'`)).rowCount).toBe(0)
  const first = await plan({ key: 'once' })
  expect(first).toBeGreaterThan(0)
  expect(await plan({ key: 'once' })).toBeNull()
  await drainJobs(t, messageJobs)
  expect(smtp.mails).toHaveLength(1)
})

test('mail goes out once, neutral, with the same Message-ID whoever sends it, and leaves a row in the log', async () => {
  smtp.mails.length = 0
  const id = await plan()
  expect(await drainJobs(t, messageJobs)).toEqual([])
  const mail = smtp.mails[0]?.replace(/=\r?\n/g, '') ?? ''
  expect(mail).toContain('To: mette@example.dk')
  expect(mail).toContain('Subject: Besked fra kommunen')
  expect(mail).toContain(`<helhed.766.${id}@helhed.example.dk>`)
  expect(mail).toContain('https://helhed.example.dk')
  expect(mail).not.toContain('rensen')
  expect(await row(id)).toMatchObject({ attempts: 1, error: null })
  expect((await auditRows(t, 'messages.deliver')).at(-1)).toMatchObject({ actor_kind: 'job', case_id: w.caseId, person_ids: [w.people.mette], details: { message: id, channel: 'email', result: 'sent' } })
  // the same job again, and two at once: nothing more is sent
  await inTransaction(w.ctxFor('coordinator'), null, async (tx) => {
    const { enqueue } = await import('../jobs/enqueue.server.ts')
    for (let i = 0; i < 3; i++) await enqueue(tx, deliverMessage, { messageId: id ?? 0 })
  })
  await Promise.all([drainJobs(t, messageJobs), drainJobs(t, messageJobs)])
  expect(smtp.mails).toHaveLength(1)
})

test('a refused mail stays and is tried again; nothing of the error’s text is kept', async () => {
  smtp.mails.length = 0
  smtp.refuse = true
  const id = await plan()
  expect(await drainJobs(t, messageJobs)).toHaveLength(1)
  expect(await row(id)).toMatchObject({ attempts: 1, sent_at: null, claimed_at: null, error: 'eenvelope' })
  expect((await row(id))['failed_at']).not.toBeNull()
  smtp.refuse = false
  await t.owner.query(`update pgboss.job set start_after = now() where state = 'retry'`)
  expect(await drainJobs(t, messageJobs)).toEqual([])
  expect(smtp.mails).toHaveLength(1)
  expect(await row(id)).toMatchObject({ attempts: 2, failed_at: null, error: null })
})

test('SMS is a file for the gateway, named so that a second run cannot make a second one', async () => {
  const id = await plan({ to: { personId: w.people.jonas } })
  await drainJobs(t, messageJobs)
  expect(readdirSync(smsDirectory)).toEqual([`766-${id}.json`])
  expect(JSON.parse(readFileSync(join(smsDirectory, `766-${id}.json`), 'utf8'))).toEqual({ to: '+4512345678', text: 'Vi mangler dit svar på noget. Log ind for at se det: https://helhed.example.dk' })
  await t.owner.query('update message set sent_at = null where id = $1', [id]) // died after the file, before writing it down
  await t.owner.query(`insert into pgboss.job (name, data) values ('messages.deliver', $1)`, [{ municipalityId: 766, messageId: id }])
  expect(await drainJobs(t, messageJobs)).toEqual([])
  expect(readdirSync(smsDirectory)).toHaveLength(1)
})

test('a demo without a mail server keeps the message in the outbox; production says what is missing', async () => {
  configureTransport({ mode: 'demo', smtpUrl: null, mailFrom: null, smsDirectory: null, publicUrl: 'http://127.0.0.1:3000' })
  const held = await plan()
  expect(await drainJobs(t, messageJobs)).toEqual([])
  expect(await row(held)).toMatchObject({ sent_at: null, error: 'no-mail-server' })
  expect((await row(held))['held_at']).not.toBeNull()
  configureTransport({ mode: 'production', smtpUrl: null, mailFrom: null, smsDirectory: null, publicUrl: 'https://helhed.example.dk' })
  const missing = await plan()
  expect(await drainJobs(t, messageJobs)).toHaveLength(1)
  expect(await row(missing)).toMatchObject({ error: 'no-mail-server', held_at: null })
  await t.owner.query('update message set cancelled_at = access.now() where id = $1', [missing])
})

test('asked again when it runs: a recipient who left the case gets nothing; a number that is gone becomes a letter', async () => {
  smtp.mails.length = 0
  const other = await insert(t, 'person', { municipality_id: 766, first_name: 'Ole', last_name: 'X', born: '1990-01-01' })
  const link = await insert(t, 'case_person', { municipality_id: 766, case_id: w.caseId, person_id: other, role: 'family', valid_from: '2020-01-01' })
  const detail = await insert(t, 'contact_detail', { municipality_id: 766, case_id: w.caseId, sector: 'coordination', category: 'contact', visibility: 'family', subjects: [other], email: 'ole@example.dk', preferred_channel: 'mail' })
  const gone = await plan({ to: { personId: other } })
  await t.owner.query(`update case_person set valid_until = '2020-02-01' where id = $1`, [link])
  await drainJobs(t, messageJobs)
  expect(await row(gone)).toMatchObject({ error: 'recipient-gone', sent_at: null })
  await t.owner.query('update case_person set valid_until = null where id = $1', [link])
  const silent = await plan({ to: { personId: other } })
  await t.owner.query(`update contact_detail set email = '' where id = $1`, [detail])
  await drainJobs(t, messageJobs)
  expect(await row(silent)).toMatchObject({ channel: 'letter', error: 'no-address', sent_at: null })
  expect(smtp.mails).toEqual([])
})

test('a disqualified member of staff gets no more mail about the family', async () => {
  await t.owner.query(`update staff set email = 'line@hedensted.example' where id = $1`, [w.staff.teacher])
  const id = await plan({ to: { staffId: w.staff.teacher }, template: 'task' })
  const d = await insert(t, 'disqualification', { municipality_id: 766, case_id: w.caseId, staff_id: w.staff.teacher, kind: 'declared', valid_from: '2020-01-01' })
  await drainJobs(t, messageJobs)
  expect(await row(id)).toMatchObject({ error: 'recipient-gone' })
  await t.owner.query('delete from disqualification where id = $1', [d])
})

test('the text of a letter to Jonas is there for coordination and for Jonas; for the teacher, Mette, the administrator and the neighbour it does not exist', async () => {
  const id = await plan(toJonas('to-jonas'))
  const { letter } = await readLetter(w.ctxFor('coordinator'), { id })
  expect(letter).toMatchObject({ title: 'Samtykke om Ida', recipient: { name: 'Jonas Sørensen', lines: ['Birkevej 7', '8722 Hedensted'] }, reference: w.number, closing: { name: 'Anna Holm' } })
  expect((await readLetter(w.ctxFor('jonas'), { id })).letter.title).toBe('Samtykke om Ida')
  for (const who of ['teacher', 'mette', 'administrator', 'jobcentre'] as const) await expect(readLetter(w.ctxFor(who), { id })).rejects.toThrow(NotFound)
  await expect(readLetter(neighbour.ctxFor('coordinator'), { id })).rejects.toThrow(NotFound)
  const raw = await row(id)
  expect(String(raw['body'])).not.toContain('Ida')
  expect(raw['subject']).toBe('Brev fra kommunen')
  expect((await auditRows(t, 'messages.read-letter')).filter((r) => r.outcome === 'done').at(-1)).toMatchObject({ case_id: w.caseId, person_ids: [w.people.jonas] })
  expect((await auditRows(t, 'messages.read-letter')).filter((r) => r.outcome === 'refused')).toHaveLength(5)
  expect(Buffer.from(await renderLetter(letter)).toString('latin1')).toMatch(/^%PDF/)
})

test('a letter by somebody who does not work with the whole case: they write to those they know by name, and read their text without the address', async () => {
  await expect(plan(toJonas('unknown-to-teacher'), 'teacher')).rejects.toThrow(Invalid)
  const id = await plan({ ...toJonas('by-teacher'), to: { personId: w.people.mette } }, 'teacher')
  expect((await readLetter(w.ctxFor('teacher'), { id })).letter.recipient).toEqual({ name: 'Mette Sørensen', lines: [] })
  await expect(markPrinted(w.ctxFor('teacher'), { id })).rejects.toThrow(Forbidden)
})

test('letters wait in a list until somebody has printed them', async () => {
  const id = await plan(toJonas('to-print'))
  expect((await readLetters(w.ctxFor('coordinator'), {})).find((l) => l.id === id)).toMatchObject({ state: 'to-print', recipient: 'Jonas Sørensen' })
  expect(await readLetters(w.ctxFor('jobcentre'), {})).toEqual([])
  await markPrinted(w.ctxFor('coordinator'), { id })
  const first = (await row(id))['sent_at']
  await markPrinted(w.ctxFor('coordinator'), { id })
  expect((await row(id))['sent_at']).toEqual(first)
  expect((await readLetters(w.ctxFor('coordinator'), {})).find((l) => l.id === id)?.state).toBe('printed')
  expect((await auditRows(t, 'messages.mark-printed')).find((r) => r.outcome === 'done')).toMatchObject({ case_id: w.caseId, person_ids: [w.people.jonas] })
})

test('nobody plans a message into a case they do not reach, or to somebody who is not of it', async () => {
  await expect(plan({}, 'jobcentre')).rejects.toThrow(Forbidden)
  const stranger = neighbour.people.mette + 1000
  await expect(plan({ to: { personId: stranger } })).rejects.toThrow()
})

test('the outbox: states for the administrator; to whom and what only in a demo', async () => {
  await expect(readOutbox(w.ctxFor('coordinator'), {})).rejects.toThrow(Forbidden)
  const rows = await readOutbox(w.ctxFor('administrator'), {})
  expect(rows.length).toBeGreaterThan(5)
  expect(rows.every((r) => r.demo === null)).toBe(true)
  await t.owner.query(`insert into access.issuer (audience, name, url, client_id, secret_env, match) values ('demo', 'Demo', '/demo-oidc', 'helhed', '', 'demo-login')`)
  const shown = await readOutbox(w.ctxFor('administrator'), {})
  expect(shown.find((r) => r.channel === 'letter' && r.demo?.letterTitle === 'Samtykke om Ida')?.demo?.text).toBe('Vi spørger dig om Ida.')
  expect(shown.find((r) => r.channel === 'email' && r.demo?.recipient === 'Mette Sørensen')?.demo?.text).toContain('Log ind')
  expect(await readOutbox(neighbour.ctxFor('administrator'), {})).toEqual([])
})
