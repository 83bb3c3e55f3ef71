import { beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { auditRows, aWorld, consent, insert, type World } from '#test/world.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { answerInvitation } from './answer-invitation.server.ts'
import { prepareMeeting } from './prepare-meeting.server.ts'
import { answersOf, preparationsOf } from './queries.server.ts'
import { readCalendarFile, readInvitation } from './read-invitation.server.ts'
import { aMeeting, aPlace, applyPackTo, doctor, inDays, invite } from './testing.ts'

let t: TestDatabase
let w: World
let neighbour: World
beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t, { jonas: 'contact', assigned: ['coordinator', 'teacher', 'jobcentre'] })
  neighbour = await aWorld(t, { municipality: 787 })
  await applyPackTo(t, w.municipalityId)
  for (const subject of [w.people.mette, w.people.ida]) await consent(t, w, { subject, from: ['coordination'], to: ['education'], categories: ['meetings'] })
})

type Who = Parameters<World['ctxFor']>[0]
async function called(over: Record<string, unknown> = {}) {
  const id = await aMeeting(t, w, over)
  const mette = await aPlace(t, w, id, { person_id: w.people.mette })
  const teacher = await aPlace(t, w, id, { staff_id: w.staff.teacher })
  const gp = await aPlace(t, w, id, doctor())
  await invite(t, w, id)
  return { id, mette, teacher, gp }
}
const say = (who: Who, meetingId: number, participantId: number, over: Record<string, unknown> = {}) => answerInvitation(w.ctxFor(who), { caseId: w.caseId, meetingId, participantId, answer: 'coming', ...over })
const seen = (who: Who, id: number) => inTransaction(w.ctxFor(who), w.caseId, (tx) => answersOf(tx, [id]))
const stateOf = async (who: Who, id: number, place: number) => (await seen(who, id)).find((a) => a.participantId === place)

test('MEET-14: a participant answers for themselves; the newest answer counts and stands in the log', async () => {
  const { id, mette, teacher } = await called()
  await say('mette', id, mette)
  await say('teacher', id, teacher, { answer: 'declines', reason: 'Jeg har undervisning' })
  expect(await stateOf('coordinator', id, mette)).toMatchObject({ answer: 'coming', sentBy: 'letter' })
  expect(await stateOf('coordinator', id, teacher)).toMatchObject({ answer: 'declines', detail: { reason: 'Jeg har undervisning' } })
  const { rows } = await t.owner.query(`select for_role, done_at from task where code = 'meeting-declined' and data = $1`, [{ meeting: id, participant: teacher }])
  expect(rows).toEqual([{ for_role: 'coordinator', done_at: null }])
  await say('teacher', id, teacher)
  expect(await stateOf('coordinator', id, teacher)).toMatchObject({ answer: 'coming', detail: { reason: '' } })
  expect((await t.owner.query(`select 1 from task where code = 'meeting-declined' and data = $1 and done_at is null`, [{ meeting: id, participant: teacher }])).rowCount).toBe(0)
  expect((await auditRows(t, 'invitations.answer')).find((r) => r.outcome === 'done' && r.actor_kind === 'member')).toMatchObject({ case_id: w.caseId, details: { meeting: id, participant: mette, answer: 'coming' } })
})

test('MEET-14: nobody answers in somebody else’s place, for another family or after it is over', async () => {
  const { id, mette, teacher, gp } = await called()
  await expect(say('mette', id, teacher)).rejects.toThrow(Forbidden)
  await expect(say('teacher', id, mette, { saidHow: 'phone' })).rejects.toThrow(Forbidden)
  await expect(say('teacher', id, gp, { saidHow: 'phone', saidBy: 'Læge Holm' })).rejects.toThrow(Forbidden)
  await expect(say('jobcentre', id, mette)).rejects.toThrow(NotFound) // no consent: the meeting is not there
  await expect(say('steering', id, mette)).rejects.toThrow(NotFound)
  await expect(answerInvitation(neighbour.ctxFor('coordinator'), { caseId: w.caseId, meetingId: id, participantId: mette, answer: 'coming', saidHow: 'phone' })).rejects.toThrow(NotFound)
  await expect(answerInvitation(neighbour.ctxFor('coordinator'), { caseId: neighbour.caseId, meetingId: id, participantId: mette, answer: 'coming', saidHow: 'phone' })).rejects.toThrow(NotFound)
  await t.owner.query(`update meeting set cancelled_at = access.now(), cancelled_reason = 'ill' where id = $1`, [id])
  await expect(say('mette', id, mette)).rejects.toThrow(Forbidden)
  expect((await auditRows(t, 'invitations.answer')).filter((r) => r.outcome === 'refused').length).toBeGreaterThanOrEqual(8)
})

test('MEET-03: the coordinator writes down what the doctor said by telephone, and what Mette said, with who and how', async () => {
  const { id, gp, mette } = await called()
  await expect(say('coordinator', id, gp)).rejects.toThrow(Invalid)
  await expect(say('coordinator', id, gp, { answer: 'substitute', saidHow: 'phone' })).rejects.toThrow(Invalid)
  await say('coordinator', id, gp, { answer: 'substitute', substitute: 'Sygeplejerske Lis', saidHow: 'phone', saidBy: 'Lægesekretæren' })
  expect(await stateOf('coordinator', id, gp)).toMatchObject({ answer: 'substitute', detail: { substitute: 'Sygeplejerske Lis', statedBy: 'Lægesekretæren', channel: 'phone' } })
  await say('coordinator', id, mette, { saidHow: 'in-person' })
  const { rows } = await t.owner.query('select on_behalf_of_person::int as who, on_behalf_channel as how, author_staff_id::int as author, stated_by_name from meeting_answer where participant_id = $1', [mette])
  expect(rows).toEqual([{ who: w.people.mette, how: 'in-person', author: w.staff.coordinator, stated_by_name: null }])
})

test('MEET-14: words of an answer that name somebody are read only by those who may read about them', async () => {
  const { id, mette } = await called()
  await say('mette', id, mette, { answer: 'declines', reason: 'Jonas skal opereres' })
  expect((await stateOf('coordinator', id, mette))?.detail?.reason).toBe('Jonas skal opereres')
  const teacher = await stateOf('teacher', id, mette)
  expect(teacher).toMatchObject({ answer: 'declines', detail: null })
})

test('MEET-14: moved to another time an answer no longer counts', async () => {
  const { id, mette } = await called()
  await say('mette', id, mette)
  await t.owner.query(`update meeting set starts_at = starts_at + interval '1 day', sequence = 1 where id = $1`, [id])
  await invite(t, w, id)
  expect(await stateOf('coordinator', id, mette)).toMatchObject({ answer: null, detail: null })
})

test('MEET-11: saying no to a meeting that the law asks for says where a talk is cancelled, and cancels none', async () => {
  const { id, mette } = await called({ serves: JSON.stringify([{ code: 'job-talk', personId: w.people.mette, due: inDays(9) }]) })
  const r = await say('mette', id, mette, { answer: 'declines' })
  expect(r.mandatory.map((a) => a.cancelAt.da)).toEqual([expect.stringContaining('Et svar her aflyser den ikke')])
  expect((await t.owner.query('select cancelled_at, serves from meeting where id = $1', [id])).rows[0]).toMatchObject({ cancelled_at: null, serves: [{ code: 'job-talk' }] })
})

const prepare = (who: Who, meetingId: number, over: Record<string, unknown> = {}) =>
  prepareMeeting(w.ctxFor(who), { caseId: w.caseId, meetingId, preparationId: '', personIds: [w.people.ida], well: 'Ida er glad for gymnastik', worries: '', offer: 'Mere tid', visibility: 'family', householdShared: 'yes', ...over })
const read = (who: Who, id: number) => inTransaction(w.ctxFor(who), w.caseId, (tx) => preparationsOf(tx, id))

test('MEET-13: a preparation has its writer’s walls: the school’s opens by consent, Mette’s own to those who may read about her', async () => {
  const { id } = await called()
  await prepare('teacher', id)
  expect((await read('coordinator', id)).map((p) => p.by)).toEqual([]) // education → coordination is not consented
  await consent(t, w, { subject: w.people.ida, from: ['education'], to: ['coordination'], categories: ['meetings'] })
  expect(await read('coordinator', id)).toMatchObject([{ by: 'Line Krogh', well: 'Ida er glad for gymnastik', sector: 'education' }])
  expect((await read('mette', id)).map((p) => p.by)).toEqual(['Line Krogh'])
  await prepare('mette', id, { personIds: [w.people.mette], visibility: 'private', well: 'Hemmeligt' })
  expect((await read('mette', id)).map((p) => p.well)).toContain('Hemmeligt')
  expect((await read('coordinator', id)).map((p) => p.well)).not.toContain('Hemmeligt')
  expect((await auditRows(t, 'invitations.prepare')).filter((r) => r.outcome === 'done')).toHaveLength(2)
})

test('MEET-13: written again it is changed; with other people it takes the earlier one’s place; seen old it is refused with both texts', async () => {
  const { id } = await called()
  await prepare('mette', id)
  const [first] = await read('mette', id)
  await prepare('mette', id, { preparationId: first!.id, revision: first!.revision, well: 'Nu også svømning' })
  await expect(prepare('mette', id, { preparationId: first!.id, revision: first!.revision })).rejects.toThrow(Conflict)
  await expect(prepare('mette', id)).rejects.toThrow(Conflict) // written in a window that knew of none
  const all = await read('mette', id)
  const mine = all.find((p) => p.id === first!.id)!
  expect(mine).toMatchObject({ well: 'Nu også svømning', revision: 2 })
  await prepare('mette', id, { preparationId: mine.id, revision: mine.revision, personIds: [w.people.mette, w.people.ida] })
  expect((await read('mette', id)).find((p) => p.id === mine.id)).toBeUndefined()
})

test('MEET-13: only who has a place prepares, about those they may write about', async () => {
  const { id } = await called()
  await expect(prepare('coordinator', id)).rejects.toThrow(NotFound) // no place at this meeting
  await expect(prepare('jonas', id)).rejects.toThrow(NotFound)
  await expect(prepare('mette', id, { personIds: [w.people.jonas] })).rejects.toThrow(Forbidden)
  await expect(prepare('mette', id, { well: '', offer: '' })).rejects.toThrow(Invalid)
  await expect(prepareMeeting(neighbour.ctxFor('mette'), { caseId: w.caseId, meetingId: id, preparationId: '', personIds: [w.people.ida], well: 'x' })).rejects.toThrow(NotFound)
})

test('MEET-23: the page shows each only their own doing; the calendar file is one’s own', async () => {
  const { id, mette } = await called()
  const page = await readInvitation(w.ctxFor('mette'), { caseId: w.caseId, meetingId: id })
  expect(page.places.filter((p) => p.mine).map((p) => p.participantId)).toEqual([mette])
  expect(page).toMatchObject({ may: { onBehalf: false, prepare: true, staff: false } })
  expect(page.people.map((p) => p.name).sort()).toEqual(['Ida', 'Mette'])
  expect((await readInvitation(w.ctxFor('coordinator'), { caseId: w.caseId, meetingId: id })).may).toEqual({ onBehalf: true, prepare: false, staff: true })
  await expect(readInvitation(w.ctxFor('jobcentre'), { caseId: w.caseId, meetingId: id })).rejects.toThrow(NotFound)
  await expect(readInvitation(neighbour.ctxFor('coordinator'), { caseId: w.caseId, meetingId: id })).rejects.toThrow(NotFound)
  expect((await readCalendarFile(w.ctxFor('mette'), { caseId: w.caseId, meetingId: id })).event).toMatchObject({ summary: 'Møde', location: 'Børnehuset, Æblevej 3' })
  await expect(readCalendarFile(w.ctxFor('coordinator'), { caseId: w.caseId, meetingId: id })).rejects.toThrow(NotFound)
  await insert(t, 'address_protection', { municipality_id: w.municipalityId, person_id: w.people.mette, valid_from: '2020-01-01' })
  expect((await readCalendarFile(w.ctxFor('mette'), { caseId: w.caseId, meetingId: id })).event.location).toBe('')
  await t.owner.query('delete from address_protection')
})
