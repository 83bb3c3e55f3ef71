import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { applyShippedPack } from '#app/catalogue/testing.ts'
import { readPdf } from '#app/papers/testing.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { renderLetter } from '#app/platform/letters/render-letter.server.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { auditRows, aWorld, consent, insert, type World } from '#test/world.ts'
import { filingLetter } from './filing-letter.ts'
import { readFiling, readOutside, readToCase } from './read-filing.server.ts'
import { sendToCase, takeBackFiling, writeReceipt } from './send-to-case.server.ts'

let t: TestDatabase
let w: World
let neighbour: World
let toEmployment: number
const today = new Date().toISOString().slice(0, 10)

beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t, { assigned: ['coordinator', 'teacher', 'jobcentre', 'familyWorker'] })
  neighbour = await aWorld(t, { municipality: 787 })
  await applyShippedPack(t, 766, 'hedensted')
  await applyShippedPack(t, 787, 'thisted')
  toEmployment = await consent(t, w, { subject: w.people.mette, from: ['coordination'], to: ['employment'], categories: ['logbook', 'thread', 'meetings'] })
})

let n = 0
const entry = (over: Record<string, unknown> = {}) =>
  insert(t, 'logbook_entry', { municipality_id: 766, case_id: w.caseId, sector: 'coordination', category: 'logbook', visibility: 'family', subjects: [w.people.mette], author_staff_id: w.staff.coordinator, kind: 'guidance',
    on_date: today, words: `Mette ringede til banken ${++n}`, ...over })
const send = (id: number, over: Record<string, unknown> = {}, as: Parameters<World['ctxFor']>[0] = 'coordinator') =>
  sendToCase(w.ctxFor(as), { caseId: w.caseId, kind: 'entry', id, to: `${w.staff.jobcentre}.employment`, theme: 'contact-and-agreements', ...over })
const one = (as: Parameters<World['ctxFor']>[0], filingId: number) => readFiling(w.ctxFor(as), { caseId: w.caseId, filingId })
const receipt = { system: 'Fagsystemet', number: '2026-4711', filedOn: today }

test('LOG-05: an entry goes to the caseworker’s case: a task, a paper with date, parties and theme, and the caseworker’s receipt', async () => {
  const id = await entry()
  const { id: filingId } = await send(id)
  const read = await one('jobcentre', filingId)
  expect(read).toMatchObject({ filing: { state: 'waiting', to: 'Karim Aziz', from: 'Anna Holm' }, may: { receipt: true, takeBack: false }, parties: [{ name: 'Mette Sørensen' }] })
  const tasks = () => t.owner.query(`select for_staff::int, done_at from task where code = 'file-record' and data @> $1`, [{ filing: filingId }])
  expect((await tasks()).rows).toEqual([{ for_staff: w.staff.jobcentre, done_at: null }])
  const pdf = await readPdf(await renderLetter(filingLetter('da', 'Hedensted Kommune', { ...read, source: read.source! })))
  expect(pdf).toMatchObject({ tagged: true, language: 'da-DK', title: 'Til sagen: Kontakt og aftaler' })
  for (const words of ['Karim Aziz', 'Mette Sørensen, født', 'Kontakt og aftaler', 'Mette ringede til banken', 'Helhed er ikke journalen']) expect(pdf.text).toContain(words)
  await writeReceipt(w.ctxFor('jobcentre'), { caseId: w.caseId, filingId, ...receipt })
  expect((await one('coordinator', filingId)).filing).toMatchObject({ state: 'filed', receipt: { system: 'Fagsystemet', number: '2026-4711', by: 'Karim Aziz' } })
  expect((await tasks()).rows[0].done_at).not.toBeNull()
  await writeReceipt(w.ctxFor('jobcentre'), { caseId: w.caseId, filingId, ...receipt, number: '2026-4712' })
  expect((await one('coordinator', filingId)).filing.receipt?.number).toBe('2026-4712')
  expect((await t.owner.query('select from filing_receipt where filing_id = $1', [filingId])).rowCount).toBe(2)
})

test('LOG-05: only what that caseworker’s own sector may read today can be sent to them; a withdrawn consent takes the paper away', async () => {
  const aboutIda = await entry({ subjects: [w.people.ida, w.people.mette] })
  const before = await readToCase(w.ctxFor('coordinator'), { caseId: w.caseId, kind: 'entry', id: aboutIda })
  expect(before.recipients).toEqual([])
  await expect(send(aboutIda)).rejects.toThrow(Invalid)
  await expect(send(await entry(), { to: `${w.staff.teacher}.education` })).rejects.toThrow(Invalid)
  await expect(send(await entry(), { to: `${w.staff.jobcentre}.education` })).rejects.toThrow(Invalid)
  await expect(inTransaction(w.ctxFor('coordinator'), w.caseId, (tx) =>
    sql`select access.file_record('entry', ${aboutIda}, ${w.staff.jobcentre}, 'employment', 'x', current_date)`.execute(tx))).rejects.toThrow(/may not be sent/)
  const { id: filingId } = await send(await entry())
  expect((await one('jobcentre', filingId)).source).not.toBeNull()
  await t.owner.query('update consent set withdrawn_at = access.now() where id = $1', [toEmployment])
  await expect(one('jobcentre', filingId)).rejects.toThrow(NotFound)
  await expect(writeReceipt(w.ctxFor('jobcentre'), { caseId: w.caseId, filingId, ...receipt })).rejects.toThrow(NotFound)
  await t.owner.query('update consent set withdrawn_at = null where id = $1', [toEmployment])
})

test('a sector’s own entry goes to its own case without any consent, also by the caseworker to themselves', async () => {
  const own = await entry({ sector: 'family-department', author_staff_id: w.staff.familyWorker, subjects: [w.people.ida] })
  const { id } = await send(own, { to: `${w.staff.familyWorker}.family-department` }, 'familyWorker')
  expect((await one('familyWorker', id)).may).toEqual({ receipt: true, takeBack: true })
  await expect(one('jobcentre', id)).rejects.toThrow(NotFound)
})

test('refused: other municipality, a member, somebody who does not read it, break-glass, an unknown theme, a receipt by another sector', async () => {
  const id = await entry()
  const input = { caseId: w.caseId, kind: 'entry', id, to: `${w.staff.jobcentre}.employment`, theme: 'contact-and-agreements' }
  await expect(sendToCase(neighbour.ctxFor('coordinator'), input)).rejects.toThrow(NotFound)
  await expect(sendToCase(w.ctxFor('mette'), input)).rejects.toThrow(NotFound)
  await expect(sendToCase(w.ctxFor('teacher'), input)).rejects.toThrow(NotFound)
  await expect(sendToCase(w.ctxFor('healthVisitor'), input)).rejects.toThrow(NotFound)
  await insert(t, 'break_glass', { municipality_id: 766, case_id: w.caseId, staff_id: w.staff.dutyOfficer, reason: 'Barnet er væk', granted_at: new Date(Date.now() - 60_000).toISOString(), until: new Date(Date.now() + 3_600_000).toISOString() })
  await expect(sendToCase(w.ctxFor('dutyOfficer'), input)).rejects.toThrow(Forbidden)
  await expect(send(id, { theme: 'nonsense' })).rejects.toThrow(Invalid)
  const { id: filingId } = await send(id)
  await expect(send(id)).rejects.toThrow(Conflict)
  await expect(writeReceipt(w.ctxFor('coordinator'), { caseId: w.caseId, filingId, ...receipt })).rejects.toThrow(Forbidden)
  await expect(writeReceipt(w.ctxFor('teacher'), { caseId: w.caseId, filingId, ...receipt })).rejects.toThrow(NotFound)
  await expect(writeReceipt(w.ctxFor('jobcentre'), { caseId: w.caseId, filingId, ...receipt, filedOn: addDays(today, 3) })).rejects.toThrow(Invalid)
  await expect(one('mette', filingId)).rejects.toThrow(NotFound)
  await expect(readFiling(neighbour.ctxFor('jobcentre'), { caseId: w.caseId, filingId })).rejects.toThrow(NotFound)
})

test('taken back by its sender, while nobody has filed it; then it may be sent again', async () => {
  const id = await entry()
  const { id: filingId } = await send(id)
  await expect(takeBackFiling(w.ctxFor('jobcentre'), { caseId: w.caseId, filingId })).rejects.toThrow(Forbidden)
  await takeBackFiling(w.ctxFor('coordinator'), { caseId: w.caseId, filingId })
  expect((await one('coordinator', filingId)).filing.state).toBe('taken-back')
  await expect(writeReceipt(w.ctxFor('jobcentre'), { caseId: w.caseId, filingId, ...receipt })).rejects.toThrow(Forbidden)
  const again = await send(id)
  await writeReceipt(w.ctxFor('jobcentre'), { caseId: w.caseId, filingId: again.id, ...receipt })
  await expect(takeBackFiling(w.ctxFor('coordinator'), { caseId: w.caseId, filingId: again.id })).rejects.toThrow(Forbidden)
})

test('LOG-05: the weekly list holds what lies outside the cases, as each may read it, and what waits to be filed', async () => {
  const id = await entry({ words: 'Står uden for sagen' })
  const hidden = await entry({ subjects: [w.people.ida, w.people.mette] })
  const message = await insert(t, 'thread_message', { municipality_id: 766, case_id: w.caseId, sector: 'coordination', category: 'thread', visibility: 'family', subjects: [w.people.mette], person_id: w.people.mette, words: 'Hej', author_person_id: w.people.mette })
  const rowsOf = async (as: Parameters<World['ctxFor']>[0]) => (await readOutside(w.ctxFor(as), {})).weeks.flatMap((x) => x.rows).map((r) => `${r.kind}.${r.id}`)
  expect(await rowsOf('coordinator')).toEqual(expect.arrayContaining([`entry.${id}`, `entry.${hidden}`, `message.${message}`]))
  expect(await rowsOf('jobcentre')).toEqual(expect.arrayContaining([`entry.${id}`, `message.${message}`]))
  const sendable = new Map((await readOutside(w.ctxFor('coordinator'), {})).weeks.flatMap((x) => x.rows).map((r) => [`${r.kind}.${r.id}`, r.sendable]))
  expect([sendable.get(`entry.${id}`), sendable.get(`entry.${hidden}`)]).toEqual([true, false])
  expect(await rowsOf('jobcentre')).not.toContain(`entry.${hidden}`)
  expect(await rowsOf('teacher')).not.toContain(`entry.${id}`)
  expect(await rowsOf('dutyOfficer')).toEqual([])
  const { id: filingId } = await send(id)
  expect(await rowsOf('coordinator')).not.toContain(`entry.${id}`)
  expect((await readOutside(w.ctxFor('jobcentre'), {})).waiting.map((f) => f.id)).toContain(filingId)
  expect((await readOutside(w.ctxFor('coordinator'), {})).sent.map((f) => f.id)).toContain(filingId)
  await expect(readOutside(w.ctxFor('mette'), {})).rejects.toThrow(NotFound)
})

test('a message and an answer go to the case with their own words', async () => {
  const message = await insert(t, 'thread_message', { municipality_id: 766, case_id: w.caseId, sector: 'coordination', category: 'thread', visibility: 'family', subjects: [w.people.mette], person_id: w.people.mette, words: 'Jeg har fået job', author_person_id: w.people.mette })
  const { id } = await send(message, { kind: 'message' })
  expect((await one('jobcentre', id)).source).toMatchObject({ kind: 'message', by: 'Mette Sørensen', parts: [{ text: 'Jeg har fået job' }] })
})

test('LOG-05: every verb stands in the log and in the family’s', async () => {
  const id = await entry()
  const { id: filingId } = await send(id)
  await one('jobcentre', filingId)
  await writeReceipt(w.ctxFor('jobcentre'), { caseId: w.caseId, filingId, ...receipt })
  const last = async (event: string) => (await auditRows(t, event)).filter((r) => r.municipality_id === 766).at(-1)
  expect(await last('filing.send')).toMatchObject({ outcome: 'done', actor_id: w.staff.coordinator, case_id: w.caseId, person_ids: [w.people.mette], details: { filing: filingId, kind: 'entry', record: id, to: w.staff.jobcentre } })
  expect(await last('filing.read')).toMatchObject({ actor_id: w.staff.jobcentre, bases: ['consent'] })
  expect(await last('filing.receipt')).toMatchObject({ outcome: 'done', actor_id: w.staff.jobcentre, case_id: w.caseId })
  const log = await inTransaction(w.ctxFor('mette'), null, (tx) => sql<{ event: string }>`select event from access.family_log(null, access.now() - interval '1 day')`.execute(tx))
  expect(log.rows.map((r) => r.event)).toEqual(expect.arrayContaining(['filing.send', 'filing.read', 'filing.receipt']))
})
