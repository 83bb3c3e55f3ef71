import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { applyShippedPack } from '#app/catalogue/testing.ts'
import { breakGlass } from '#app/consent/break-glass.server.ts'
import { readOutbox } from '#app/platform/messages/read-outbox.server.ts'
import { messageJobs } from '#app/platform/messages/deliver.server.ts'
import { configureTransport } from '#app/platform/messages/transport.server.ts'
import { Conflict, Invalid, NotFound, Forbidden } from '#app/platform/context.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { cprHash, sealCpr } from '#app/platform/cpr/cpr-column.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { allowJobs, drainJobs } from '#app/platform/jobs/testing.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aMailServer, type MailServer, readable } from '#test/mail-server.ts'
import { auditRows, aWorld, insert, type World } from '#test/world.ts'
import { addToConcern, assessConcern, sendReceipt } from './follow-concern.server.ts'
import { concernJobs } from './jobs.server.ts'
import { listConcerns, readConcern } from './read-concern.server.ts'
import { readForm, readProcedure } from './read-procedure.server.ts'
import { reportConcern } from './report-concern.server.ts'

let t: TestDatabase
let w: World
let neighbour: World
let smtp: MailServer
const WORDS = 'Ida sov i timen og sagde: "Far slår, når han drikker."'

beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t, { jonas: 'shared', assigned: ['coordinator', 'teacher'] })
  neighbour = await aWorld(t, { municipality: 787 })
  await applyShippedPack(t, 766, 'hedensted')
  await applyShippedPack(t, 787, 'thisted')
  await allowJobs(t)
  await t.owner.query(`update staff set email = username || '@hedensted.example' where municipality_id = 766`)
  smtp = await aMailServer()
  configureTransport({ mode: 'production', smtpUrl: smtp.url, mailFrom: 'helhed@hedensted.example', smsDirectory: null, publicUrl: 'https://helhed.example.dk' })
})
beforeEach(async () => {
  smtp.mails.length = 0
  await t.setNow(null)
})
afterAll(() => smtp.server.close())

const input = (over: Record<string, unknown> = {}) => ({ caseId: String(w.caseId), childIds: [String(w.people.ida)], seen: WORDS, when: 'I dag kl. 9', danger: 'no', parents: 'not-told', notToldBecause: 'Det handler om vold',
  typed: [], done: 'Talt med min leder', reach: '12 34 56 78', ...over })
const write = (as: Parameters<World['ctxFor']>[0] = 'teacher', over: Record<string, unknown> = {}) => reportConcern(w.ctxFor(as), input(over))
const anyChild = { caseId: '', childIds: [], typed: [{ name: 'Villads Holm', cpr: '', where: '2. b på Stjernevejskolen' }] }
const tell = () => drainJobs(t, [...concernJobs, ...messageJobs])
const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

test('LOG-05: a notification goes out at once, without any consent, and its writer reads it back as it was written', async () => {
  const { id } = await write()
  const read = await readConcern(w.ctxFor('teacher'), { concernId: id })
  expect(read.report).toMatchObject({ seen: WORDS, when: 'I dag kl. 9', parents: 'not-told', parentsWords: 'Det handler om vold', done: 'Talt med min leder', reach: '12 34 56 78' })
  expect(read.report.children).toEqual([expect.objectContaining({ personId: w.people.ida, name: 'Ida Sørensen' })])
  expect(read).toMatchObject({ mine: true, may: { assess: false }, assessments: [], receipt: null })
  expect(Date.parse(read.concern.assessBy) - Date.parse(read.concern.reportedAt)).toBe(24 * 3_600_000)
  const again = await readConcern(w.ctxFor('dutyOfficer'), { concernId: id })
  expect(again).toMatchObject({ mine: false, may: { assess: true }, report: read.report })
})

test('what is written lies encrypted: no word, no name and no number in any column', async () => {
  await write('teacher', { typed: [{ name: 'Villads Holm', cpr: '6605170016', where: '' }] })
  const { rows } = await t.owner.query<{ row: string }>(`select to_jsonb(c)::text as row from concern c union all select to_jsonb(x)::text from concern_child x`)
  expect(rows.length).toBeGreaterThan(1)
  expect(rows.map((r) => r.row).join()).not.toMatch(/slår|Villads|6605170016|Ida|vold/)
})

test('KOO-11: a worker without an assignment writes about any child; on the page of a family that is not theirs there is nothing', async () => {
  expect((await write('jobcentre', anyChild)).id).toBeGreaterThan(0)
  for (const who of ['administrator', 'steering', 'economist', 'dutyOfficer'] as const) expect((await write(who, anyChild)).id).toBeGreaterThan(0)
  await expect(write('jobcentre')).rejects.toThrow(NotFound)
  await expect(readForm(w.ctxFor('jobcentre'), { caseId: w.caseId })).rejects.toThrow(NotFound)
  await expect(readProcedure(w.ctxFor('jobcentre'), { caseId: w.caseId })).rejects.toThrow(NotFound)
  expect((await readForm(w.ctxFor('jobcentre'), {})).children).toEqual([])
})

test('a worker who is disqualified from the family still has the duty, about a child they name', async () => {
  await insert(t, 'disqualification', { municipality_id: 766, case_id: w.caseId, staff_id: w.staff.healthVisitor, kind: 'declared', valid_from: '2020-01-01' })
  const { id } = await write('healthVisitor', { ...anyChild, typed: [{ name: 'Ida Sørensen', cpr: '', where: 'Birkevej' }] })
  expect((await readConcern(w.ctxFor('healthVisitor'), { concernId: id })).report.children[0]?.name).toBe('Ida Sørensen')
})

test('the form says in both languages what is missing; a child of another family cannot be chosen', async () => {
  const missing = await write('teacher', { childIds: [], seen: '', when: '', notToldBecause: '', danger: undefined }).catch((e: unknown) => e)
  expect(missing).toBeInstanceOf(Invalid)
  const nobody = await write('teacher', { childIds: [] }).catch((e: unknown) => e)
  expect((nobody as Invalid).issues).toEqual([{ field: 'typed.0.name', message: { da: 'Skriv, hvilket barn det handler om', en: 'Write which child it is about' } }])
  await expect(write('teacher', { notToldBecause: '' })).rejects.toThrow(Invalid)
  await expect(write('teacher', { childIds: [String(w.people.mette)] })).rejects.toThrow(Invalid)
  await expect(write('teacher', { ...anyChild, childIds: [String(w.people.ida)] })).rejects.toThrow(Invalid)
})

test('mail to the authority’s mailbox says that something waits and under which number, and nothing else; the duty hears by a mail that says less', async () => {
  const { id } = await write()
  expect(await tell()).toEqual([])
  const toMailbox = smtp.mails.map(readable).filter((m) => m.includes('To: underretning@hedensted.example') && m.includes(`/underretninger/${id}`))
  expect(toMailbox).toHaveLength(1)
  expect(toMailbox[0]).toContain(`Subject: Ny underretning U-${String(id).padStart(5, '0')}`)
  const toDuty = smtp.mails.map(readable).filter((m) => m.includes('To: dutyOfficer@hedensted.example'))
  expect(toDuty.at(-1)).toContain('En opgave haster.')
  for (const mail of [...toMailbox, ...toDuty]) expect(mail).not.toMatch(/Ida|Sørensen|slår|Line Krogh|skole/)
  expect(smtp.mails.some((m) => /To: (coordinator|teacher|projectManager|administrator)@/.test(m))).toBe(false)
  const sent = smtp.mails.length
  await tell()
  expect(smtp.mails).toHaveLength(sent)
  expect((await readConcern(w.ctxFor('teacher'), { concernId: id })).mails).toEqual([expect.objectContaining({ kind: 'report', state: 'sent' })])
})

test('a mailbox that refuses is tried again; a secure one gets the words', async () => {
  const { id } = await write()
  smtp.refuse = true
  await tell()
  expect((await readConcern(w.ctxFor('teacher'), { concernId: id })).mails[0]?.state).toBe('failed')
  smtp.refuse = false
  await t.owner.query(`update concern_mail set secure = true, claimed_at = access.now() - interval '6 minutes' where municipality_id = 766 and concern_id = $1`, [id])
  await t.owner.query(`insert into pgboss.job (name, data) values ('concern.tell', '{"municipalityId": 766}')`)
  await tell()
  const mail = smtp.mails.map(readable).find((m) => m.includes('To: underretning@hedensted.example') && m.includes(`/underretninger/${id}`))
  expect(mail).toContain('Far slår')
  expect(mail).toContain('Ida Sørensen')
})

test('the duty assesses within 24 hours, the writer gets a receipt; each once, and a colleague who was first is told of', async () => {
  const { id } = await write()
  const duty = w.ctxFor('dutyOfficer')
  await expect(assessConcern(duty, { concernId: id, seen: 0, result: 'nonsense', text: 'x' })).rejects.toThrow(Invalid)
  await assessConcern(duty, { concernId: id, seen: 0, result: 'look-closer', text: 'Vi taler med Ida i dag' })
  await expect(assessConcern(duty, { concernId: id, seen: 0, result: 'act-now', text: 'x' })).rejects.toThrow(Conflict)
  await assessConcern(duty, { concernId: id, seen: 1, result: 'act-now', text: 'Ny oplysning fra lægen' })
  await sendReceipt(duty, { concernId: id, text: 'Tak. Vi har modtaget din underretning.' })
  await expect(sendReceipt(duty, { concernId: id, text: 'Igen' })).rejects.toThrow(Conflict)
  const mine = await readConcern(w.ctxFor('teacher'), { concernId: id })
  expect(mine.assessments.map((a) => [a.result, a.text])).toEqual([['look-closer', 'Vi taler med Ida i dag'], ['act-now', 'Ny oplysning fra lægen']])
  expect(mine.receipt?.text).toBe('Tak. Vi har modtaget din underretning.')
  await tell()
  expect(smtp.mails.map(readable).find((m) => m.includes('To: teacher@hedensted.example'))).toContain('Der er en besked til dig.')
})

test('a correction is an addition: what stood there stays, and the mailbox hears of it', async () => {
  const { id } = await write()
  await addToConcern(w.ctxFor('teacher'), { concernId: id, text: 'Det var mandag, ikke tirsdag' })
  const read = await readConcern(w.ctxFor('dutyOfficer'), { concernId: id })
  expect(read.report.seen).toBe(WORDS)
  expect(read.additions.map((a) => [a.by, a.text])).toEqual([['Line Krogh', 'Det var mandag, ikke tirsdag']])
  await tell()
  expect(smtp.mails.map(readable).some((m) => m.includes('har tilføjet noget') && m.includes(`/underretninger/${id}`))).toBe(true)
  for (const verb of ['update concern set danger = true', 'delete from concern', `insert into concern_addition (municipality_id, concern_id, author_staff_id, content, content_key, added_at) values (766, ${id}, 1, '', 'x', access.now())`])
    await expect(inTransaction(w.ctxFor('teacher'), null, (tx) => sql.raw(verb).execute(tx))).rejects.toThrow(/permission denied/)
})

test('the watch says it again after 20 hours and when 24 have passed, once each, and not when it is assessed', async () => {
  const { id } = await write()
  const assessed = (await write()).id
  await assessConcern(w.ctxFor('dutyOfficer'), { concernId: assessed, seen: 0, result: 'no-grounds', text: 'Set på' })
  await tell()
  const steps = async () => (await auditRows(t, 'concern.remind')).filter((r) => r.details['concern'] === id).map((r) => r.details['step'])
  expect(await steps()).toEqual(['new'])
  const run = async () => {
    await t.owner.query(`insert into pgboss.job (name, data) values ('concern.tell', '{"municipalityId": 766}')`)
    await tell()
  }
  await t.setNow(at(19))
  await run()
  expect(await steps()).toEqual(['new'])
  await t.setNow(at(20.1))
  await run()
  await run()
  expect(await steps()).toEqual(['new', 'soon'])
  await t.setNow(at(24.1))
  smtp.mails.length = 0
  await run()
  expect(await steps()).toEqual(['new', 'soon', 'late'])
  expect((await auditRows(t, 'concern.remind')).filter((r) => r.details['concern'] === assessed).map((r) => r.details['step'])).toEqual(['new'])
  expect(smtp.mails.map(readable).some((m) => m.includes(`Subject: HASTER: Underretning ikke vurderet U-${String(id).padStart(5, '0')}`))).toBe(true)
  const list = await listConcerns(w.ctxFor('dutyOfficer'), {})
  expect(list.concerns[0]!.assessedAt).toBeNull()
  expect(Date.parse(list.concerns[0]!.assessBy)).toBeLessThanOrEqual(Date.parse(list.now))
})

test('CON-14: break-glass does not open it beyond its roles, and a duty officer who knows the family never reads of it', async () => {
  const { id } = await write('teacher', { typed: [{ name: 'Ida', cpr: '6605170024', where: '' }] })
  const manager = await staffOfDuty('Bente Vagt')
  expect((await readConcern(manager.ctx, { concernId: id })).may.assess).toBe(true)
  await insert(t, 'disqualification', { municipality_id: 766, case_id: w.caseId, staff_id: manager.id, kind: 'declared', valid_from: '2020-01-01' })
  await expect(readConcern(manager.ctx, { concernId: id })).rejects.toThrow(NotFound)
  expect((await listConcerns(manager.ctx, {})).concerns.map((c) => c.id)).not.toContain(id)
  await expect(assessConcern(manager.ctx, { concernId: id, seen: 0, result: 'act-now', text: 'x' })).rejects.toThrow(NotFound)

  // a teacher's break-glass is refused; a grant in the table without the role opens nothing
  await expect(breakGlass(w.ctxFor('jobcentre'), { cpr: '6605170024', reason: 'Vil gerne se den' })).rejects.toThrow(Forbidden)
  await insert(t, 'break_glass', { municipality_id: 766, case_id: w.caseId, staff_id: w.staff.jobcentre, reason: 'x'.repeat(12), granted_at: at(-0.5), until: at(1) })
  await expect(readConcern(w.ctxFor('jobcentre'), { concernId: id })).rejects.toThrow(NotFound)
})

test('a duty officer whose own child it is, typed with a CPR number, never reads of it', async () => {
  const officer = await staffOfDuty('Per Vagt')
  const cpr = '6605170032'
  await insert(t, 'person_cpr', { municipality_id: 766, case_id: w.caseId, sector: 'coordination', category: 'identity', visibility: 'family', subjects: [w.people.ida], ...sealCpr(766, cpr) })
  await t.owner.query('update staff set person_id = $1 where municipality_id = 766 and id = $2', [w.people.jonas, officer.id])
  const { id } = await write('jobcentre', { caseId: '', childIds: [], typed: [{ name: 'Ida', cpr, where: '' }] })
  expect(cprHash(cpr)).toBeInstanceOf(Buffer)
  await expect(readConcern(officer.ctx, { concernId: id })).rejects.toThrow(NotFound)
  expect((await readConcern(w.ctxFor('dutyOfficer'), { concernId: id })).report.children[0]?.cpr).toBe(cpr)
})

test('LOG-05: another municipality, and everybody else here, has never heard of it', async () => {
  const { id } = await write()
  await expect(readConcern(neighbour.ctxFor('dutyOfficer'), { concernId: id })).rejects.toThrow(NotFound)
  await expect(addToConcern(neighbour.ctxFor('dutyOfficer'), { concernId: id, text: 'x' })).rejects.toThrow(NotFound)
  expect((await listConcerns(neighbour.ctxFor('dutyOfficer'), {})).concerns).toEqual([])
  for (const who of ['coordinator', 'projectManager', 'administrator', 'mette', 'ida', 'jonas'] as const) {
    await expect(readConcern(w.ctxFor(who), { concernId: id })).rejects.toThrow(NotFound)
    await expect(addToConcern(w.ctxFor(who), { concernId: id, text: 'x' })).rejects.toThrow(NotFound)
    await expect(sendReceipt(w.ctxFor(who), { concernId: id, text: 'x' })).rejects.toThrow(NotFound)
    await expect(listConcerns(w.ctxFor(who), {})).rejects.toThrow(NotFound)
  }
  await expect(assessConcern(w.ctxFor('teacher'), { concernId: id, seen: 0, result: 'act-now', text: 'x' })).rejects.toThrow(Forbidden)
  for (const who of ['mette', 'jonas'] as const) {
    await expect(readProcedure(w.ctxFor(who), {})).rejects.toThrow(NotFound)
    await expect(reportConcern(w.ctxFor(who), input(anyChild))).rejects.toThrow(NotFound)
  }
})

test('KOO-11: "Bekymret for et barn?" gives the local steps and numbers, with a family and without, and the children of that family only', async () => {
  const { steps, phones, clocks } = await readProcedure(w.ctxFor('coordinator'), { caseId: w.caseId })
  expect(phones[0]?.number).toBe('112')
  expect(steps.length).toBeGreaterThan(2)
  expect(clocks).toEqual({ assessHours: 24, remindBeforeHours: 4, receiptWorkingDays: 6 })
  expect((await readProcedure(neighbour.ctxFor('teacher'), {})).phones.some((p) => p.label.includes('Thisted'))).toBe(true)
  expect((await readForm(w.ctxFor('teacher'), { caseId: w.caseId })).children.map((c) => c.id)).toEqual([w.people.ida])
})

test('every act is in the log, without a case and without persons, so that no list by family or person finds it', async () => {
  const before = (await auditRows(t)).filter((r) => r.municipality_id === 766).length
  const { id } = await write()
  const duty = w.ctxFor('dutyOfficer')
  await readForm(w.ctxFor('teacher'), { caseId: w.caseId })
  await readProcedure(w.ctxFor('teacher'), { caseId: w.caseId })
  await readConcern(duty, { concernId: id })
  await listConcerns(duty, {})
  await assessConcern(duty, { concernId: id, seen: 0, result: 'look-closer', text: 'Set' })
  await addToConcern(duty, { concernId: id, text: 'Ringet til skolen' })
  await sendReceipt(duty, { concernId: id, text: 'Tak' })
  await readConcern(w.ctxFor('coordinator'), { concernId: id }).catch(() => null)
  await tell()
  const rows = (await auditRows(t)).filter((r) => r.municipality_id === 766).slice(before)
  expect(rows.map((r) => r.event)).toEqual(expect.arrayContaining(['concern.report', 'concern.read-form', 'concern.read-procedure', 'concern.read', 'concern.list', 'concern.assess', 'concern.add', 'concern.send-receipt', 'concern.remind']))
  const about = rows.filter((r) => r.event.startsWith('concern.') || r.event.startsWith('messages.'))
  expect(about.every((r) => r.case_id === null && r.person_ids.length === 0 && r.shelf_ids.length === 0)).toBe(true)
  expect(rows.find((r) => r.event === 'concern.read' && r.outcome === 'refused')).toMatchObject({ actor_id: w.staff.coordinator, case_id: null })
  expect(JSON.stringify(rows.map((r) => r.details))).not.toMatch(/slår|Ida/)
  expect(rows.find((r) => r.event === 'concern.report')).toMatchObject({ actor_id: w.staff.teacher, details: { concern: id, people: [w.people.ida] } })
})

test('the administrator’s outbox does not know of it', async () => {
  await write()
  await tell()
  const rows = await readOutbox(w.ctxFor('administrator'), {})
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toMatch(/underret|concern|Ida/i)
})

async function staffOfDuty(name: string) {
  const id = await insert(t, 'staff', { municipality_id: 766, username: name.replace(' ', '.').toLowerCase(), name })
  await insert(t, 'post', { municipality_id: 766, staff_id: id, department_id: w.departments['family-department'], role: 'child-protection-manager', valid_from: '2020-01-01' })
  return { id, ctx: await w.openSession('staff', id) }
}
