import { beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { auditRows, aWorld, consent, insert, type World } from '#test/world.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { textOfPdf } from '#app/platform/letters/testing.ts'
import { renderLetter } from '#app/platform/letters/render-letter.server.ts'
import { allowJobs, drainJobs } from '#app/platform/jobs/testing.ts'
import { messageJobs } from '#app/platform/messages/deliver.server.ts'
import { configureTransport } from '#app/platform/messages/transport.server.ts'
import { cancelInquiry, sendNewLink } from './follow-inquiry.server.ts'
import { coverOf, dueSteps, neverAsked, stateOf } from './inquiry.ts'
import { inquiryStanding, readInquiries, readInquiry, readNewInquiry } from './read-inquiries.server.ts'
import { readPaper } from './read-paper.server.ts'
import { remindInquiries } from './remind.server.ts'
import { sendInquiry } from './send-inquiry.server.ts'
import { aRequest, consentsBothWays, inDays, linkMessages, newestToken, prepareInquiries } from './testing.ts'
import { confirmAnswer, writeAnswer } from './write-answer.server.ts'

let t: TestDatabase
let w: World
let neighbour: World
beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t, { jonas: 'shared', assigned: ['coordinator', 'teacher', 'jobcentre'] })
  neighbour = await aWorld(t, { municipality: 787 })
  await allowJobs(t)
  configureTransport({ mode: 'demo', smtpUrl: null, mailFrom: null, smsDirectory: null, publicUrl: 'http://127.0.0.1:3000' })
  await prepareInquiries(t, w)
  await prepareInquiries(t, neighbour, 'thisted')
  await consentsBothWays(t, w, 'education', 'education', [w.people.ida], [w.people.mette, w.people.jonas])
})
const ctx = (who: Parameters<World['ctxFor']>[0] = 'coordinator') => w.ctxFor(who)
const ask = (over: Record<string, unknown> = {}, who: Parameters<World['ctxFor']>[0] = 'coordinator') => sendInquiry(ctx(who), aRequest(w, over))
const one = (inquiryId: number, who: Parameters<World['ctxFor']>[0] = 'coordinator') => readInquiry(ctx(who), { caseId: w.caseId, inquiryId })
const typeIn = (inquiryId: number, over: Record<string, unknown> = {}, who: Parameters<World['ctxFor']>[0] = 'coordinator') =>
  writeAnswer(ctx(who), {
    caseId: w.caseId, inquiryId, said: [{ personId: w.people.ida, answers: { works: 'Ida har fået en ven' } }],
    statedName: 'Line Krogh, lærer', statedOn: inDays(-1), statedChannel: 'phone', ...over,
  })

test('UDR-08: the coordinator asks a unit; it is in the log and on the page; a teacher may not', async () => {
  const { id } = await ask()
  const { inquiries, never } = await readInquiries(ctx(), { caseId: w.caseId })
  const q = inquiries.find((x) => x.id === id)!
  expect(q).toMatchObject({ sector: 'education', channel: 'link', subjects: [w.people.ida], answers: [], asks: 'education', tells: 'plan' })
  expect(q.link).toMatchObject({ state: 'sent', address: 'skolen@kommune.example', codeBy: 'agreed' })
  expect(stateOf(q, inDays(0))).toBe('waiting')
  expect(never).toContain('employment') // assigned to the family, and nobody asked the job centre
  expect(never).not.toContain('education')
  expect((await auditRows(t, 'inquiries.send')).at(-1)).toMatchObject({ outcome: 'done', case_id: w.caseId, person_ids: [w.people.ida], details: { inquiry: id, to: 'education', channel: 'link' } })
  await expect(ask({}, 'teacher')).rejects.toThrow(Forbidden)
  expect((await auditRows(t, 'inquiries.send')).at(-1)).toMatchObject({ outcome: 'refused' })
})

test('UDR-08: another municipality finds nothing: neither the case nor the request', async () => {
  const { id } = await ask()
  const there = neighbour.ctxFor('coordinator')
  await expect(sendInquiry(there, aRequest(w))).rejects.toThrow(NotFound)
  await expect(readInquiries(there, { caseId: w.caseId })).rejects.toThrow(NotFound)
  await expect(readInquiry(there, { caseId: neighbour.caseId, inquiryId: id })).rejects.toThrow(NotFound)
  await expect(cancelInquiry(there, { caseId: neighbour.caseId, inquiryId: id, reason: 'prøver' })).rejects.toThrow(NotFound)
  await expect(writeAnswer(there, { caseId: neighbour.caseId, inquiryId: id, said: [{ personId: w.people.ida, answers: { works: 'x' } }], statedName: 'X', statedChannel: 'phone' })).rejects.toThrow(NotFound)
})

test('CON-14: what is not covered is refused, and the page says what is missing; nothing is sent', async () => {
  const before = (await linkMessages(t, w.municipalityId)).length
  const error = await ask({ personIds: [w.people.ida, w.people.mette] }).catch((e: unknown) => e)
  expect(error).toBeInstanceOf(Invalid)
  expect((error as Invalid).issues).toHaveLength(1)
  expect((error as Invalid).issues[0]).toMatchObject({ field: 'personIds' })
  expect((error as Invalid).issues[0]?.message.da).toMatch(/^Mette: mangler: .*education.*mangler: .*plan/s)
  expect((await linkMessages(t, w.municipalityId)).length).toBe(before)
  const page = await readNewInquiry(ctx(), { caseId: w.caseId, form: 'school' })
  const found = Object.fromEntries(page.people.map((p) => [p.name, [p.asked, p.told]]))
  expect(found).toMatchObject({ Ida: ['consent', 'consent'], Mette: [null, null] })
})

test('CON-14: consent one way only does not cover; a confirmed legal basis does', () => {
  const form = { sector: 'education', asks: 'education', tells: 'plan' }
  const there = { subjectId: 1, fromSector: 'education', toSectors: ['coordination'], category: 'education', legal: false }
  const back = { subjectId: 1, fromSector: 'coordination', toSectors: ['education'], category: 'plan', legal: true }
  expect(coverOf(form, 1, [there])).toEqual({ asked: 'consent', told: null })
  expect(coverOf(form, 1, [there, back])).toEqual({ asked: 'consent', told: 'legal-basis' })
  expect(coverOf(form, 2, [there, back])).toEqual({ asked: null, told: null })
  expect(coverOf(form, 1, [{ ...there, category: 'health' }, back])).toEqual({ asked: null, told: 'legal-basis' })
})

test('CON-14: accompanying words that name somebody else are not sent', async () => {
  await expect(ask({ message: 'Mettes arbejde fylder meget' })).rejects.toThrow(Invalid)
  await expect(ask({ message: 'Ida har det svært om morgenen' })).resolves.toBeTruthy()
})

test('UDR-08: fields that make no sense are told at the field', async () => {
  const field = async (over: Record<string, unknown>) => ((await ask(over).catch((e: unknown) => e)) as Invalid).issues.map((i) => i.field)
  expect(await field({ agreedWord: 'kort' })).toEqual(['agreedWord'])
  expect(await field({ codeBy: 'sms', codePhone: 'ikke et nummer' })).toEqual(['codePhone'])
  expect(await field({ codeBy: 'email', codeMail: 'skolen@kommune.example', address: 'skolen@kommune.example' })).toEqual(['codeMail'])
  expect(await field({ replyBy: '2020-01-01' })).toEqual(['replyBy'])
  expect(await field({ personIds: [] })).toEqual(['personIds'])
  expect(await field({ to: 'department:999999' })).toEqual(['to'])
  expect(await field({ to: 'outside' })).toEqual(['outsideName'])
  expect(await field({ questions: [] })).toEqual(['questions'])
  expect(await field({ form: 'doctor', to: 'outside', outsideName: 'Lægehuset' })).toEqual(['personIds'])
})

test('UDR-08: an answer by telephone is typed in as stated by the school, and ends the link and its tasks', async () => {
  const { id } = await ask()
  const token = await newestToken(t, w.municipalityId)
  await typeIn(id)
  const { inquiry } = await one(id)
  expect(inquiry.answers).toMatchObject([{ sector: 'coordination', category: 'education', stated: { name: 'Line Krogh, lærer', sector: 'education', on: inDays(-1), channel: 'phone' } }])
  expect(inquiry.link?.state).toBe('ended')
  expect(token).not.toBe('')
  expect((await auditRows(t, 'inquiries.write-answer')).findLast((r) => r.outcome === 'done')).toMatchObject({ outcome: 'done', person_ids: [w.people.ida], details: { inquiry: id } })
  await expect(typeIn(id, { statedName: '' })).rejects.toThrow(Invalid)
  await expect(typeIn(id, { statedOn: inDays(3) })).rejects.toThrow(Invalid)
  await expect(typeIn(id, {}, 'jobcentre')).rejects.toThrow(NotFound) // the job centre may not even read the request
  // a correction takes the place of the first text; it is not overwritten
  await typeIn(id, { said: [{ personId: w.people.ida, answers: { works: 'Ida har to venner' } }] })
  expect((await one(id)).inquiry.answers.map((a) => a.answers['works'])).toEqual(['Ida har to venner'])
  const { rows } = await t.owner.query('select count(*)::int as n from inquiry_answer where inquiry_id = $1', [id])
  expect(rows).toEqual([{ n: 2 }])
})

test('CON-14: a typed-in answer that names somebody else asks first', async () => {
  const { id } = await ask()
  const said = [{ personId: w.people.ida, answers: { works: 'Ida taler om Mette' } }]
  await expect(typeIn(id, { said })).rejects.toThrow(Conflict)
  await typeIn(id, { said, aboutOthers: String(w.people.mette) })
  expect((await one(id)).inquiry.answers[0]?.subjects).toEqual([w.people.mette, w.people.ida].sort((a, b) => a - b))
})

test('UDR-08: case 24: the school confirms what it was said to state, and it is the school’s own record', async () => {
  const { id } = await ask()
  await typeIn(id)
  const answer = (await one(id)).inquiry.answers[0]!
  // without consent for this category the school does not see it at all
  await expect(confirmAnswer(ctx('teacher'), { caseId: w.caseId, answerId: answer.id })).rejects.toThrow(NotFound)
  await consent(t, w, { subject: w.people.ida, from: ['coordination'], to: ['education'], categories: ['education'], signers: [w.people.mette, w.people.jonas] })
  expect((await one(id, 'teacher')).inquiry.answers).toHaveLength(1)
  await expect(confirmAnswer(ctx('coordinator'), { caseId: w.caseId, answerId: answer.id })).rejects.toThrow(Forbidden)
  await confirmAnswer(ctx('teacher'), { caseId: w.caseId, answerId: answer.id })
  const after = (await one(id)).inquiry.answers
  expect(after).toHaveLength(1)
  expect(after[0]).toMatchObject({ sector: 'education', stated: null, by: 'Line Krogh', answers: answer.answers })
  expect((await auditRows(t, 'inquiries.confirm-answer')).at(-1)).toMatchObject({ outcome: 'done', person_ids: [w.people.ida] })
  await expect(confirmAnswer(ctx('teacher'), { caseId: w.caseId, answerId: answer.id })).rejects.toThrow(NotFound)
})

test('ORG-13: a colleague with a login gets a task and a neutral mail, and answers as their own sector', async () => {
  await t.owner.query(`update staff set email = 'line@kommune.example' where id = $1`, [w.staff.teacher])
  const { id } = await ask({ to: `staff:${w.staff.teacher}` })
  expect((await one(id, 'teacher')).may).toMatchObject({ write: true, own: true, follow: false })
  const { rows } = await t.owner.query(`select for_staff::int, done_at from task where code = 'inquiry' and data = $1`, [{ inquiry: id }])
  expect(rows).toEqual([{ for_staff: w.staff.teacher, done_at: null }])
  await typeIn(id, { statedName: '' }, 'teacher')
  expect((await one(id)).inquiry.answers).toMatchObject([{ sector: 'education', stated: null, by: 'Line Krogh' }])
  const done = await t.owner.query(`select done_at is not null as done from task where code = 'inquiry' and data = $1`, [{ inquiry: id }])
  expect(done.rows).toEqual([{ done: true }])
  await expect(ask({ to: `staff:${w.staff.healthVisitor}` })).rejects.toThrow(Invalid) // not with the family, not of that sector
})

test('UDR-08: taking back closes the link; a new link ends the old one; an answered request takes neither', async () => {
  const { id } = await ask()
  const first = (await linkMessages(t, w.municipalityId)).at(-1)!
  await sendNewLink(ctx(), { caseId: w.caseId, inquiryId: id, codeBy: 'agreed', agreedWord: 'blå vandkande' })
  await expect(sendNewLink(ctx('teacher'), { caseId: w.caseId, inquiryId: id, codeBy: 'agreed', agreedWord: 'blå vandkande' })).rejects.toThrow(Forbidden)
  await drainJobs(t, messageJobs)
  const after = await linkMessages(t, w.municipalityId)
  expect(after.find((m) => m.id === first.id)?.cancelled_at).not.toBeNull() // the mail with the old link never leaves
  await expect(cancelInquiry(ctx('teacher'), { caseId: w.caseId, inquiryId: id, reason: 'prøver' })).rejects.toThrow(Forbidden)
  await cancelInquiry(ctx(), { caseId: w.caseId, inquiryId: id, reason: 'Vi spurgte den forkerte skole' })
  expect((await one(id)).inquiry).toMatchObject({ cancelledReason: 'Vi spurgte den forkerte skole', link: { state: 'ended' } })
  await expect(cancelInquiry(ctx(), { caseId: w.caseId, inquiryId: id, reason: 'igen' })).rejects.toThrow(NotFound)
  await expect(typeIn(id)).rejects.toThrow(NotFound)
  expect((await auditRows(t, 'inquiries.cancel')).some((r) => r.outcome === 'done')).toBe(true)
})

test('UDR-08: the form on paper names those who are covered, has the questions and a number, and is a PDF', async () => {
  const { id } = await ask({ channel: 'paper', to: 'outside', outsideName: 'Friskolen', message: 'Ida vil gerne have flere venner' })
  const { letter } = await readPaper(ctx(), { caseId: w.caseId, inquiryId: id })
  const text = textOfPdf(await renderLetter(letter)).replaceAll('\n', ' ')
  expect(text).toContain('Om Ida')
  expect(text).toContain(`S-${String(id).padStart(5, '0')}`)
  expect(text).toContain('Hvad går godt')
  expect(text).not.toMatch(/Sørensen|Mette|Jonas|T-\d/)
  await expect(readPaper(ctx('teacher'), { caseId: w.caseId, inquiryId: id })).rejects.toThrow(Forbidden)
  await typeIn(id, { statedChannel: 'paper' })
  expect((await one(id)).inquiry.answers[0]?.stated?.channel).toBe('paper')
})

test('UDR-08: reminders follow the pack’s days, and a passed date gives one task', () => {
  const rules = { beforeDays: 3, everyDays: 7, most: 3 }
  const q = { sentOn: '2026-11-02', replyBy: '2026-11-16', lastReminded: null, reminders: 0 }
  expect(dueSteps(q, rules, '2026-11-12')).toEqual({ remind: false, overdue: false })
  expect(dueSteps(q, rules, '2026-11-13')).toEqual({ remind: true, overdue: false })
  expect(dueSteps({ ...q, lastReminded: '2026-11-13', reminders: 1 }, rules, '2026-11-17')).toEqual({ remind: false, overdue: true })
  expect(dueSteps({ ...q, lastReminded: '2026-11-13', reminders: 1 }, rules, '2026-11-20')).toEqual({ remind: true, overdue: true })
  expect(dueSteps({ ...q, lastReminded: '2026-11-13', reminders: 3 }, rules, '2026-12-20')).toEqual({ remind: false, overdue: true })
  expect(dueSteps({ ...q, sentOn: '2026-11-14', replyBy: '2026-11-16' }, rules, '2026-11-14').remind).toBe(false)
})

test('UDR-08: the daily job sends the same link again, neutrally, and gives the coordinator a task when it is late; a second run does nothing', async () => {
  const { id } = await ask()
  const paper = await ask({ channel: 'paper' })
  const link = (await linkMessages(t, w.municipalityId)).filter((m) => m.template === 'inquiry').at(-1)!
  await t.owner.query(`update inquiry set sent_on = access.day(access.now()) - 20, reply_by = access.day(access.now()) - 2 where id = any ($1)`, [[id, paper.id]])
  const job = await w.openSession('job', 0)
  await expect(remindInquiries(ctx(), {})).rejects.toThrow(Forbidden)
  expect(await remindInquiries(job, {})).toMatchObject({ reminded: 2, overdue: 2 })
  expect(await remindInquiries(job, {})).toMatchObject({ reminded: 0, overdue: 0 })
  const last = (await linkMessages(t, w.municipalityId)).at(-1)!
  expect(last.template).toBe('inquiry-reminder')
  expect(/svar\/\S+/.exec(last.text)![0]).toBe(/svar\/\S+/.exec(link.text)![0])
  expect(last.subject + last.text).not.toMatch(/Ida|Mette|Sørensen|skole/i)
  const { rows } = await t.owner.query<{ code: string; id: number }>(`select code, (data ->> 'inquiry')::int as id from task where code like 'inquiry-%' and data ->> 'inquiry' = any ($1) order by 1, 2`, [[id, paper.id].map(String)])
  expect(rows).toEqual([{ code: 'inquiry-call', id: paper.id }, { code: 'inquiry-overdue', id }, { code: 'inquiry-overdue', id: paper.id }])
  const standing = await inTransaction(ctx(), w.caseId, (tx, c) => inquiryStanding(tx, c, w.caseId))
  expect(standing?.overdue.map((q) => q.id)).toEqual(expect.arrayContaining([id, paper.id]))
  expect(await inTransaction(ctx('teacher'), w.caseId, (tx, c) => inquiryStanding(tx, c, w.caseId))).toBeNull()
  expect((await one(id)).inquiry.reminders.map((r) => r.how).sort()).toEqual(['mail', 'overdue'])
  expect((await one(paper.id)).inquiry.reminders.map((r) => r.how).sort()).toEqual(['overdue', 'task'])
})

test('UDR-08: areas that have to do with the family and were never asked are named, and only those', () => {
  const given = (fromSector: string, to: string) => ({ subjectId: 1, fromSector, toSectors: [to], category: 'health', legal: false })
  // housing may tell, but is told nothing: a broad consent makes nobody part of the family's life
  const cover = [given('health', 'coordination'), given('coordination', 'health'), given('housing', 'coordination')]
  const askable = ['education', 'education', 'employment', 'health', 'housing']
  expect(neverAsked({ assigned: ['employment'], cover, asked: ['education'], askable })).toEqual(['employment', 'health'])
  expect(neverAsked({ assigned: [], cover: [], asked: [], askable })).toEqual([])
})

test('UDR-08: no statement of the serving login reaches a link, and none may note a reminder for another case', async () => {
  await expect(inTransaction(ctx(), null, (tx) => tx.selectFrom('inquiry_link').selectAll().execute())).rejects.toThrow(Forbidden)
  const { id } = await ask()
  const there = neighbour.ctxFor('coordinator')
  const { sql } = await import('kysely')
  await expect(inTransaction(there, null, (tx) => sql`select access.note_reminder(${id}, 'mail')`.execute(tx))).rejects.toThrow(Forbidden)
  const { rows } = await inTransaction(there, null, (tx) => sql<{ n: number }>`select count(*)::int as n from access.reply_links(${w.caseId})`.execute(tx))
  expect(rows).toEqual([{ n: 0 }])
  const cover = await inTransaction(there, null, (tx) => sql<{ n: number }>`select count(*)::int as n from access.coordination_cover(${w.caseId})`.execute(tx))
  expect(cover.rows).toEqual([{ n: 0 }])
  expect(await insert(t, 'task', { municipality_id: w.municipalityId, case_id: w.caseId, for_role: 'coordinator', code: 'other', data: {} })).toBeGreaterThan(0)
})
