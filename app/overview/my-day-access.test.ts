import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyShippedPack } from '#app/catalogue/testing.ts'
import { Forbidden } from '#app/platform/context.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { allowJobs, drainJobs } from '#app/platform/jobs/testing.ts'
import { messageJobs } from '#app/platform/messages/deliver.server.ts'
import { configureTransport } from '#app/platform/messages/transport.server.ts'
import { openJobContext } from '#app/platform/jobs/run-job.server.ts'
import { addDays, addYears } from '#app/platform/time/plain-date.ts'
import { reportAbsence } from '#app/team/report-absence.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aMailServer, type MailServer, readable } from '#test/mail-server.ts'
import { aFamily, auditRows, aWorld, type Family, insert, type StaffName, type World } from '#test/world.ts'
import { sendDayMails, setDayMail } from './day-mail.server.ts'
import { readAbsence } from './read-absence.server.ts'
import { readMyDay } from './read-my-day.server.ts'

let t: TestDatabase
let w: World
let other: World
let one: Family
let two: Family
let smtp: MailServer
let openingKey: string
const today = new Date().toISOString().slice(0, 10)

/** Two families of Anna; in each an agreement, a meeting, a task; the teacher helps in the first only. */
beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t, { assigned: [] })
  other = await aWorld(t, { municipality: 787, assigned: ['coordinator'] })
  await applyShippedPack(t, 766, 'hedensted')
  openingKey = await allowJobs(t)
  smtp = await aMailServer()
  configureTransport({ mode: 'production', smtpUrl: smtp.url, mailFrom: 'helhed@hedensted.example', smsDirectory: null, publicUrl: 'https://helhed.example.dk' })
  one = await aFamily(t, w, { assigned: ['coordinator', 'teacher'], name: 'Sørensen' })
  two = await aFamily(t, w, { assigned: ['coordinator'], name: 'Hemmelig' })
  for (const family of [one, two]) await things(family)
})
afterAll(() => void smtp.server.close())

const record = (family: Family, category: string) => ({ municipality_id: 766, case_id: family.caseId, sector: 'coordination', category, visibility: 'family', subjects: [family.people.ida] })
async function things(family: Family) {
  await insert(t, 'agreement', { ...record(family, 'agreements'), what: 'Ring til PPR', owner_staff: w.staff.coordinator, due_on: addDays(today, -3) })
  await insert(t, 'agreement', { ...record(family, 'agreements'), what: 'Skolen skriver', owner_staff: w.staff.teacher, due_on: today })
  const meeting = await insert(t, 'meeting', { ...record(family, 'meetings'), kind: 'follow-up-meeting', starts_at: `${addDays(today, 4)}T12:00:00Z`, minutes: 60, place: 'Børnehuset', uid: `u-${family.caseId}` })
  await insert(t, 'meeting_participant', { ...record(family, 'meetings'), meeting_id: meeting, staff_id: w.staff.coordinator })
  await insert(t, 'task', { municipality_id: 766, case_id: family.caseId, for_role: 'coordinator', code: 'consent-ends', due: addDays(today, 20), data: JSON.stringify({ person: family.people.ida }), created_at: today })
  await t.owner.query('update person set born = $1 where id = $2', [addDays(addYears(today, -10), 12), family.people.ida])
}
const day = (who: StaffName) => readMyDay(w.ctxFor(who), {})
const kinds = async (who: StaffName, caseId: number) => Object.values((await day(who)).sections).flat().filter((x) => x.caseId === caseId).map((x) => x.what.kind).sort()

test('KOO-11: the coordinator sees what is late, due and next in all own families, each with owner and day', async () => {
  const { sections, next, families } = await day('coordinator')
  expect(sections.overdue.map((x) => [x.what.kind, x.caseId, x.owner])).toEqual([['registration', one.caseId, null], ['registration', two.caseId, null], ['agreement', one.caseId, null], ['agreement', two.caseId, null]])
  expect(sections.today.map((x) => x.owner)).toEqual(['Line', 'Line'])
  expect(sections.week.map((x) => x.what.kind)).toEqual(['meeting', 'meeting'])
  expect(sections.missing.map((x) => x.what.kind)).toEqual(['no-plan', 'no-plan'])
  expect(sections.later.map((x) => x.what.kind).sort()).toEqual(['birthday', 'birthday', 'task', 'task'])
  expect(sections.later.find((x) => x.what.kind === 'birthday')?.what).toMatchObject({ name: 'Ida', years: 10, changes: [{ source: 'Barnets lov § 3' }] })
  expect(next).toMatchObject({ caseId: one.caseId, what: { kind: 'meeting', place: 'Børnehuset', people: 1 } })
  expect(families[two.caseId]).toBe('Hemmelig')
})
test('a look is logged once for each family of which something is shown, with the people and the basis', async () => {
  await day('coordinator')
  const rows = (await auditRows(t, 'overview.my-day')).filter((r) => r.actor_id === w.staff.coordinator).slice(-2)
  expect(rows.map((r) => r.case_id)).toEqual(expect.arrayContaining([one.caseId, two.caseId]))
  expect(rows[0]?.person_ids).toContain(rows[0]?.case_id === one.caseId ? one.people.ida : two.people.ida)
  expect(rows[0]?.bases).toContain('own-sector')
})
test('access 9, 3b: the school’s worker sees own things only, and those only under consent', async () => {
  expect(await kinds('teacher', one.caseId)).toEqual([])
  const consent = { municipality_id: 766, case_id: one.caseId, subject_id: one.people.ida, purpose: 'coordination', from_sectors: ['coordination'], to_sectors: ['education'], categories: ['agreements', 'meetings'], valid_from: addDays(today, -10), given_how: 'signed' }
  const id = await insert(t, 'consent', consent)
  await insert(t, 'consent_signer', { municipality_id: 766, consent_id: id, signer_id: one.people.mette, asked_at: today, asked_channel: 'meeting', signed_at: addDays(today, -10), signed_how: 'signed' })
  expect(await kinds('teacher', one.caseId)).toEqual(['agreement'])
  const { sections } = await day('teacher')
  expect(sections.today[0]?.what).toMatchObject({ text: 'Skolen skriver', mine: true })
  expect(JSON.stringify(await day('teacher'))).not.toContain('Hemmelig')
})
test('access 21: nothing of a family one is disqualified for, not even a task with one’s own name, in list, count or mail', async () => {
  await insert(t, 'task', { municipality_id: 766, case_id: two.caseId, for_staff: w.staff.coordinator, code: 'inquiry', due: today, created_at: today })
  expect(await kinds('coordinator', two.caseId)).toContain('task')
  const gone = await insert(t, 'disqualification', { municipality_id: 766, case_id: two.caseId, staff_id: w.staff.coordinator, kind: 'declared', valid_from: '2020-01-01' })
  expect(await kinds('coordinator', two.caseId)).toEqual([])
  expect(JSON.stringify(await day('coordinator'))).not.toContain('Hemmelig')
  await t.owner.query("update staff set email = 'anna@example.dk' where municipality_id = 766 and id = $1", [w.staff.coordinator])
  const job = await openJobContext(openingKey, 766, 'day')
  expect(await sendDayMails(job, {})).toEqual({ sent: 1 })
  await drainJobs(t, messageJobs)
  const mail = readable(smtp.mails.at(-1) ?? '')
  expect(mail).toContain('To: anna@example.dk')
  expect(mail).toContain('Der er 3 ting til dig i dag')
  expect(mail).toContain('https://helhed.example.dk')
  expect(mail).not.toMatch(/Sørensen|Hemmelig|PPR|Ida/)
  await t.owner.query('delete from disqualification where id = $1', [gone])
})
test('IT-06: the mail comes once a day; not to who said no, has nothing or is away; its log tells a number only', async () => {
  const job = await openJobContext(openingKey, 766, 'day')
  expect(await sendDayMails(job, {})).toEqual({ sent: 0 })
  await t.owner.query("delete from message where template = 'day'")
  await setDayMail(w.ctxFor('coordinator'), { wanted: 'no' })
  expect(await sendDayMails(job, {})).toEqual({ sent: 0 })
  await setDayMail(w.ctxFor('coordinator'), { wanted: 'yes' })
  await t.owner.query("update staff set email = 'peter@example.dk' where municipality_id = 766 and id = $1", [w.staff.coordinator2])
  const { absenceId } = await reportAbsence(w.ctxFor('coordinator'), { staffId: w.staff.coordinator, from: today, until: '', substituteId: w.staff.coordinator2, words: '' })
  expect(await sendDayMails(job, {})).toEqual({ sent: 1 })
  expect((await t.owner.query("select staff_id::int from message where template = 'day'")).rows).toEqual([{ staff_id: w.staff.coordinator2 }])
  expect((await auditRows(t, 'overview.send-day-mails')).at(-1)).toMatchObject({ person_ids: [], case_id: null, details: { sent: 1 } })
  expect(absenceId).toBeGreaterThan(0)
  for (const ctx of [w.ctxFor('coordinator'), w.ctxFor('mette')]) await expect(sendDayMails(ctx, {})).rejects.toThrow(Forbidden)
  await expect(setDayMail(w.ctxFor('mette'), { wanted: 'no' })).rejects.toThrow(Forbidden)
})
test('KOO-03: while Anna is away her families are on the substitute’s day too, and meetings within 48 hours are told first', async () => {
  expect(await kinds('coordinator2', one.caseId)).toEqual(['agreement', 'agreement', 'birthday', 'meeting', 'no-plan', 'registration', 'task'])
  expect(await kinds('coordinator', one.caseId)).toEqual(['agreement', 'agreement', 'birthday', 'meeting', 'no-plan', 'registration', 'task'])
  expect((await day('coordinator2')).away.map((x) => [x.family, x.mine])).toEqual(expect.arrayContaining([['Sørensen', true], ['Hemmelig', true]]))
  await t.owner.query('update meeting set starts_at = access.now() + interval \'30 hours\' where case_id = $1', [two.caseId])
  const page = await readAbsence(w.ctxFor('coordinator2'), {})
  expect(page.cards[0]?.meetings.map((x) => x.family)).toEqual(['Hemmelig'])
  expect(page.cards[0]?.families.map((x) => x.by?.name)).toEqual(['Peter Bak', 'Peter Bak'])
  expect((await readAbsence(w.ctxFor('teacher'), {})).cards).toEqual([])
  expect((await readAbsence(w.ctxFor('projectManager'), {})).cards).toHaveLength(1)
})
test('another municipality sees its own day only, the family none', async () => {
  const { sections } = await readMyDay(other.ctxFor('coordinator'), {})
  expect(Object.values(sections).flat().every((x) => x.caseId === other.caseId)).toBe(true)
  await expect(readMyDay(w.ctxFor('mette'), {})).rejects.toThrow(Forbidden)
  await expect(readAbsence(w.ctxFor('mette'), {})).rejects.toThrow(Forbidden)
})
