import { beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { auditRows, aWorld, consent, insert, type World } from '#test/world.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { makeAgreement } from '#app/agreements/make-agreement.server.ts'
import { dropAgendaPoint, moveAgendaPoint, setAgendaPoint } from './agenda.server.ts'
import { callMeeting } from './call-meeting.server.ts'
import { cancelMeeting, changeMeeting } from './change-meeting.server.ts'
import { inviteToMeeting, sayYes, undoOnBehalf } from './invite.server.ts'
import { addParticipant, changeParticipant, restoreParticipant, withdrawParticipant, writeContribution } from './participants.server.ts'
import { meetingsOf, nextMeetings, participantsOf } from './queries.server.ts'
import { readMeeting } from './read-meeting.server.ts'
import { readMeetings, readMyMeetings, readNewMeeting } from './read-meetings.server.ts'
import { endSeries, startSeries } from './series.server.ts'
import { aMeeting, called, inDays, prepareMeetings, shieldBetween, tellSchool } from './testing.ts'

let t: TestDatabase
let w: World
let neighbour: World
beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t, { jonas: 'shared', assigned: ['coordinator', 'teacher', 'familyWorker', 'projectManager'] })
  neighbour = await aWorld(t, { municipality: 787 })
  await prepareMeetings(t, w)
  await prepareMeetings(t, neighbour, 'thisted')
})
type Who = Parameters<World['ctxFor']>[0]
const ctx = (who: Who = 'coordinator') => w.ctxFor(who)
const page = (meetingId: number, who: Who = 'coordinator') => readMeeting(ctx(who), { caseId: w.caseId, meetingId })
const last = async (event: string) => (await auditRows(t, event)).filter((r) => r.municipality_id === w.municipalityId).at(-1)
const add = (meetingId: number, over: Record<string, unknown>, who: Who = 'coordinator') => addParticipant(ctx(who), { caseId: w.caseId, meetingId, ...over })
const mettesWord = () => ({ onBehalfOf: w.people.mette, onBehalfChannel: 'phone', onBehalfOn: inDays(-1) })

test('MEET-01, MEET-02, MEET-05: the coordinator calls a network meeting with its fixed points, the adults and those who must come', async () => {
  const m = await called(w)
  expect(m).toMatchObject({ kind: 'network-meeting', minutes: 90, subjects: [w.people.mette, w.people.ida], sequence: 0, invitedAt: null })
  expect(m.uid).toMatch(/^[0-9a-f-]{36}@helhed$/)
  const d = await page(m.id)
  expect(d.agenda.map((p) => p.code)).toEqual(expect.arrayContaining(['strengths', 'childs-voice', 'more-assessment', 'approve-plan', 'next-time', 'deviations', 'registration']))
  expect(d.participants.map((p) => [p.name, p.requiredBy])).toEqual([['Mette', null], ['Anna Holm', 'coordinator'], ['Sofie Lund', 'caseworker']])
  expect(d.participants[2]?.rule?.why).toContain('planen også skal holde efter loven')
  expect(d.kind).toMatchObject({ plan: 'approves', measures: 'recommends' })
  expect(await last('meetings.call')).toMatchObject({ outcome: 'done', case_id: w.caseId, person_ids: [w.people.mette, w.people.ida] })
})

test('MEET-02: a teacher does not call meetings, the family does not either, and another municipality finds nothing', async () => {
  await expect(callMeeting(ctx('teacher'), aMeeting(w))).rejects.toThrow(Forbidden)
  await expect(callMeeting(ctx('mette'), aMeeting(w))).rejects.toThrow(Forbidden)
  expect(await last('meetings.call')).toMatchObject({ outcome: 'refused' })
  await expect(callMeeting(neighbour.ctxFor('coordinator'), aMeeting(w))).rejects.toThrow(NotFound)
  const m = await called(w)
  await expect(readMeeting(neighbour.ctxFor('coordinator'), { caseId: w.caseId, meetingId: m.id })).rejects.toThrow(NotFound)
  await expect(readMeeting(neighbour.ctxFor('coordinator'), { caseId: neighbour.caseId, meetingId: m.id })).rejects.toThrow(NotFound)
  await expect(readMeetings(neighbour.ctxFor('coordinator'), { caseId: w.caseId })).rejects.toThrow(NotFound)
})

test('MEET-01: an unknown kind, a day that has passed and somebody from elsewhere are refused', async () => {
  for (const [over, field] of [[{ kind: 'party' }, 'kind'], [{ day: inDays(-1) }, 'day'], [{ time: '25:00' }, 'time'], [{ personIds: [neighbour.people.mette] }, 'personIds'], [{ videoLink: 'javascript:alert(1)' }, 'videoLink']] as const) {
    const error = await callMeeting(ctx(), aMeeting(w, over)).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(Invalid)
    expect(error instanceof Invalid && error.issues.map((i) => i.field)).toContain(field)
  }
})

test('MEET-14: the mother decides who comes: she adds her friend and takes off whom the coordinator put on, never those who must come', async () => {
  const m = await called(w)
  const teacher = await add(m.id, { who: `staff-${w.staff.teacher}` })
  const friend = await add(m.id, { who: 'outside', outsideName: 'Birgit', outsideRole: 'veninde', companionOf: w.people.mette }, 'mette')
  expect(friend).toMatchObject({ wishedBy: w.people.mette, companionOf: w.people.mette, authorPersonId: w.people.mette })
  const off = await withdrawParticipant(ctx('mette'), { caseId: w.caseId, participantId: teacher.id, reason: 'ikke denne gang' })
  expect(off.withdrawnAt).not.toBeNull()
  expect((await restoreParticipant(ctx('mette'), { caseId: w.caseId, participantId: teacher.id })).withdrawnAt).toBeNull()
  const must = (await page(m.id)).participants.find((p) => p.requiredBy === 'coordinator')
  await expect(withdrawParticipant(ctx('mette'), { caseId: w.caseId, participantId: must?.id, reason: 'nej' })).rejects.toThrow(Invalid)
  await expect(withdrawParticipant(ctx('teacher'), { caseId: w.caseId, participantId: friend.id })).rejects.toThrow(Forbidden)
  expect(await last('meetings.withdraw-participant')).toMatchObject({ outcome: 'refused' })
  await expect(withdrawParticipant(neighbour.ctxFor('mette'), { caseId: neighbour.caseId, participantId: friend.id })).rejects.toThrow(NotFound)
})

test('MEET-14: the coordinator writes for the mother with channel and date; it is shown to her and she undoes it', async () => {
  const m = await called(w)
  await expect(add(m.id, { who: 'outside', outsideName: 'Birgit', onBehalfOf: w.people.mette })).rejects.toThrow(Invalid)
  const p = await add(m.id, { who: 'outside', outsideName: 'Birgit', ...mettesWord() })
  expect((await page(m.id, 'mette')).participants.find((x) => x.id === p.id)?.onBehalf).toMatchObject({ personId: w.people.mette, channel: 'phone' })
  await undoOnBehalf(ctx('mette'), { caseId: w.caseId, what: 'participant', id: p.id })
  expect((await page(m.id)).participants.filter((x) => x.name === 'Birgit' && x.withdrawnAt === null)).toEqual([])
  expect(await last('meetings.undo-on-behalf')).toMatchObject({ outcome: 'done', case_id: w.caseId })
  await expect(undoOnBehalf(ctx(), { caseId: w.caseId, what: 'participant', id: p.id })).rejects.toThrow(Forbidden)
  const own = await add(m.id, { who: 'outside', outsideName: 'Karen' }, 'mette')
  await expect(undoOnBehalf(ctx('mette'), { caseId: w.caseId, what: 'participant', id: own.id })).rejects.toThrow(NotFound)
})

test('MEET-03: the doctor comes by letter with ten minutes by telephone, and his point is first', async () => {
  const m = await called(w)
  const d = await page(m.id)
  expect(d.proposals.find((p) => p.why === 'doctor')).toBeDefined()
  const gp = await add(m.id, { who: 'outside', outsideName: 'Lægehuset', outsideAddress: 'Torvet 1, 8722 Hedensted', outsideSector: 'general-practice' })
  expect(gp).toMatchObject({ how: 'telephone', slot: { from: '13:00', minutes: 10 } })
  const after = await page(m.id)
  expect(after.agenda[0]).toMatchObject({ kind: 'doctor', minutes: 10 })
  expect(after.proposals.some((p) => p.why === 'doctor')).toBe(false)
  expect(after.participants.find((p) => p.id === gp.id)?.sight.missing.map((x) => x.category)).toEqual(['plan', 'agreements', 'meetings'])
})

test('MEET-02: with an interpreter the meeting is twice as long; booked with a day; sees nothing in writing', async () => {
  const m = await called(w)
  const i = await add(m.id, { who: 'outside', interpreterFor: w.people.mette })
  expect(i).toMatchObject({ name: 'Tolk', interpreterFor: w.people.mette, bookedOn: null })
  const d = await page(m.id)
  expect(d.meeting.minutes).toBe(180)
  expect(d.participants.find((p) => p.id === i.id)?.sight).toEqual({ how: 'nothing-written', missing: [] })
  const booked = await changeParticipant(ctx(), { caseId: w.caseId, participantId: i.id, seen: i.revision, how: 'seat', bookedOn: inDays(-2), bookedWith: 'Tolkebureauet' })
  expect(booked).toMatchObject({ bookedOn: inDays(-2), bookedWith: 'Tolkebureauet' })
  await expect(changeParticipant(ctx(), { caseId: w.caseId, participantId: i.id, seen: i.revision, how: 'video' })).rejects.toThrow(Conflict)
  await expect(changeParticipant(ctx('mette'), { caseId: w.caseId, participantId: i.id, seen: booked.revision, how: 'video' })).rejects.toThrow(Forbidden)
  await expect(add(m.id, { who: 'outside', interpreterFor: w.people.mette }, 'mette')).rejects.toThrow(Forbidden)
})

test('MEET-02: a meeting of somebody who needs an interpreter is twice as long from the start', async () => {
  await t.owner.query('update person set interpreter = true where municipality_id = $1 and id = $2', [w.municipalityId, w.people.mette])
  expect((await called(w)).minutes).toBe(180)
  expect((await readNewMeeting(ctx(), { caseId: w.caseId })).interpreters).toEqual([w.people.mette])
  await t.owner.query('update person set interpreter = false where municipality_id = $1 and id = $2', [w.municipalityId, w.people.mette])
})

test('MEET-13: invitations go only when the family has said yes; something new asks again', async () => {
  const m = await called(w)
  await expect(inviteToMeeting(ctx(), { caseId: w.caseId, meetingId: m.id })).rejects.toThrow(Invalid)
  await sayYes(ctx('mette'), { caseId: w.caseId, meetingId: m.id })
  await setAgendaPoint(ctx(), { caseId: w.caseId, meetingId: m.id, title: 'Skolestart' })
  expect((await page(m.id)).standing).toEqual([])
  await expect(inviteToMeeting(ctx(), { caseId: w.caseId, meetingId: m.id })).rejects.toThrow(Invalid)
  await sayYes(ctx(), { caseId: w.caseId, meetingId: m.id, ...mettesWord() })
  await expect(inviteToMeeting(ctx('mette'), { caseId: w.caseId, meetingId: m.id })).rejects.toThrow(Forbidden)
  const invited = await inviteToMeeting(ctx(), { caseId: w.caseId, meetingId: m.id })
  expect(invited.invitedAt).not.toBeNull()
  expect(await last('meetings.invite')).toMatchObject({ outcome: 'done', case_id: w.caseId })
  // her own point does not undo her own yes
  await setAgendaPoint(ctx('mette'), { caseId: w.caseId, meetingId: m.id, title: 'Idas fødselsdag' })
  expect((await page(m.id)).standing).toEqual([w.people.mette])
})

test('MEET-13: she takes back a yes that was written down for her', async () => {
  const m = await called(w)
  const { id } = await sayYes(ctx(), { caseId: w.caseId, meetingId: m.id, ...mettesWord() })
  await undoOnBehalf(ctx('mette'), { caseId: w.caseId, what: 'yes', id })
  expect((await page(m.id)).yeses).toEqual([])
  await expect(sayYes(ctx('teacher'), { caseId: w.caseId, meetingId: m.id })).rejects.toThrow(Forbidden)
  await expect(sayYes(neighbour.ctxFor('mette'), { caseId: neighbour.caseId, meetingId: m.id })).rejects.toThrow(NotFound)
})

test('MEET-13, MEET-21: what the family wants to talk about stands first; a joint look at law and help is a point; the child keeps its voice', async () => {
  const m = await called(w)
  const own = await setAgendaPoint(ctx('mette'), { caseId: w.caseId, meetingId: m.id, title: 'Ro om morgenen', words: '' })
  await setAgendaPoint(ctx(), { caseId: w.caseId, meetingId: m.id, title: 'Hvilken lov passer bedst?', kind: 'law-and-measure' })
  const d = await page(m.id)
  expect(d.agenda.findIndex((p) => p.id === own.id)).toBe(1) // right after "what the family wants to talk about"
  expect(d.agenda.at(-1)).toMatchObject({ kind: 'law-and-measure', raisedByStaff: w.staff.coordinator })
  const child = d.agenda.find((p) => p.kind === 'child')
  await expect(dropAgendaPoint(ctx('mette'), { caseId: w.caseId, pointId: child?.id })).rejects.toThrow(Invalid)
  const fixed = d.agenda.find((p) => p.code === 'registration')
  await dropAgendaPoint(ctx('mette'), { caseId: w.caseId, pointId: fixed?.id })
  await moveAgendaPoint(ctx('mette'), { caseId: w.caseId, pointId: own.id, direction: 'up' })
  const after = await page(m.id)
  expect(after.agenda[0]?.id).toBe(own.id)
  expect(after.agenda.some((p) => p.id === fixed?.id)).toBe(false)
  await expect(dropAgendaPoint(ctx('teacher'), { caseId: w.caseId, pointId: own.id })).rejects.toThrow(Forbidden)
  await expect(moveAgendaPoint(neighbour.ctxFor('coordinator'), { caseId: neighbour.caseId, pointId: own.id, direction: 'up' })).rejects.toThrow(NotFound)
  expect(await last('meetings.drop-point')).toMatchObject({ outcome: 'refused' })
})

test('MEET-13: a point that names somebody the meeting is not about asks first', async () => {
  const m = await called(w, { personIds: [w.people.mette] })
  await expect(setAgendaPoint(ctx(), { caseId: w.caseId, meetingId: m.id, title: 'Ida og skolen' })).rejects.toThrow(Conflict)
  const p = await setAgendaPoint(ctx(), { caseId: w.caseId, meetingId: m.id, title: 'Ida og skolen', aboutOthers: String(w.people.ida) })
  expect(p.subjects).toEqual([w.people.mette, w.people.ida])
  const changed = await setAgendaPoint(ctx(), { caseId: w.caseId, meetingId: m.id, pointId: p.id, seen: p.revision, title: 'Idas skole' })
  await expect(setAgendaPoint(ctx(), { caseId: w.caseId, meetingId: m.id, pointId: p.id, seen: p.revision, title: 'x x' })).rejects.toThrow(Conflict)
  expect(changed.title).toBe('Idas skole')
})

test('MEET-02: moved and cancelled with a reason; the sequence grows only when somebody was invited; a stale change loses', async () => {
  const m = await called(w)
  const move = (seen: number, over: Record<string, unknown> = {}, who: Who = 'coordinator') =>
    changeMeeting(ctx(who), { caseId: w.caseId, meetingId: m.id, seen, day: inDays(28), time: '10:00', minutes: '60', place: 'Biblioteket', ...over })
  const moved = await move(m.revision)
  expect(moved).toMatchObject({ place: 'Biblioteket', minutes: 60, sequence: 0 })
  await expect(move(m.revision)).rejects.toThrow(Conflict)
  await expect(move(moved.revision, {}, 'mette')).rejects.toThrow(Forbidden)
  await sayYes(ctx('mette'), { caseId: w.caseId, meetingId: m.id })
  const invited = await inviteToMeeting(ctx(), { caseId: w.caseId, meetingId: m.id })
  const again = await move(invited.revision, { place: 'Skolen' })
  expect(again).toMatchObject({ sequence: 1, uid: m.uid })
  expect(await move(again.revision, { place: 'Skolen', note: 'Brug bagdøren' })).toMatchObject({ sequence: 1 })
  await expect(cancelMeeting(ctx('teacher'), { caseId: w.caseId, meetingId: m.id, reason: 'ill' })).rejects.toThrow(Forbidden)
  await expect(cancelMeeting(ctx(), { caseId: w.caseId, meetingId: m.id, reason: 'because' })).rejects.toThrow(Invalid)
  const off = await cancelMeeting(ctx(), { caseId: w.caseId, meetingId: m.id, reason: 'ill', words: 'Vi finder en ny dag' })
  expect(off).toMatchObject({ sequence: 2, cancelledReason: 'ill' })
  expect(await last('meetings.cancel')).toMatchObject({ outcome: 'done', case_id: w.caseId, details: { meeting: m.id, reason: 'ill' } })
  await expect(cancelMeeting(ctx(), { caseId: w.caseId, meetingId: m.id, reason: 'ill' })).rejects.toThrow(Invalid)
  await expect(cancelMeeting(neighbour.ctxFor('coordinator'), { caseId: neighbour.caseId, meetingId: m.id, reason: 'ill' })).rejects.toThrow(NotFound)
  await expect(add(m.id, { who: 'outside', outsideName: 'Sent' })).rejects.toThrow(Invalid)
})

test('IT-01: a series sets the days on working days, and ends with a reason', async () => {
  const m = await called(w)
  const s = await startSeries(ctx(), { caseId: w.caseId, meetingId: m.id, everyMonths: 3, times: 3 })
  expect(s.meetings).toHaveLength(3)
  expect(await last('meetings.start-series')).toMatchObject({ outcome: 'done', details: { series: s.id } })
  const list = await readMeetings(ctx(), { caseId: w.caseId })
  expect(list.meetings.filter((x) => x.seriesId === s.id)).toHaveLength(4)
  await expect(startSeries(ctx(), { caseId: w.caseId, meetingId: m.id, everyMonths: 3, times: 3 })).rejects.toThrow(Invalid)
  await expect(startSeries(ctx('teacher'), { caseId: w.caseId, meetingId: m.id, everyMonths: 3, times: 3 })).rejects.toThrow(Forbidden)
  await expect(endSeries(ctx('mette'), { caseId: w.caseId, seriesId: s.id, reason: 'nej tak' })).rejects.toThrow(Forbidden)
  expect(await endSeries(ctx(), { caseId: w.caseId, seriesId: s.id, reason: 'Familien flytter', cancelRest: 'on' })).toMatchObject({ cancelled: 4 })
  await expect(endSeries(ctx(), { caseId: w.caseId, seriesId: s.id, reason: 'igen' })).rejects.toThrow(NotFound)
})

test('MEET-22: an open group contributes in writing instead of coming', async () => {
  const m = await called(w)
  const p = await add(m.id, { who: 'outside', outsideName: 'Mødregruppen', outsideRole: 'åbent hold', how: 'letter' })
  const wrote = await writeContribution(ctx(), { caseId: w.caseId, participantId: p.id, seen: p.revision, words: 'Mette kommer hver tirsdag' })
  expect(wrote.contributedOn).toBe(inDays(0))
  await expect(writeContribution(ctx('teacher'), { caseId: w.caseId, participantId: p.id, seen: p.revision, words: 'x' })).rejects.toThrow(Forbidden)
  await expect(writeContribution(ctx(), { caseId: w.caseId, participantId: p.id, seen: p.revision, words: 'y' })).rejects.toThrow(Conflict)
})

test('MEET-20: of the other parent\'s caseworker name and department, only under that parent\'s consent, and gone when it ends', async () => {
  const m = await called(w)
  const his = { who: 'outside', outsideName: 'Karim Aziz', outsideRole: 'Jobcentret', outsideSector: 'employment', worksWith: w.people.jonas, outsideAddress: 'karim@kommune.example' }
  await expect(add(m.id, his)).rejects.toThrow(Invalid)
  const yes = await consent(t, w, { subject: w.people.jonas, from: ['employment'], to: ['coordination'], categories: ['meetings'], signers: [w.people.jonas] })
  const p = await add(m.id, his)
  expect(p.outside).toEqual({ name: 'Karim Aziz', role: 'Jobcentret', address: '', sector: 'employment' })
  expect((await page(m.id, 'mette')).participants.some((x) => x.id === p.id)).toBe(true)
  await t.owner.query('update consent set withdrawn_at = access.now(), withdrawn_by = $3, withdrawn_via = $4 where municipality_id = $1 and id = $2', [w.municipalityId, yes, w.people.jonas, 'portal'])
  expect((await page(m.id)).participants.some((x) => x.id === p.id)).toBe(false)
})

test('MEET-19: for each participant what they may read, by consent, and what is missing', async () => {
  const m = await called(w)
  const p = await add(m.id, { who: `staff-${w.staff.teacher}` })
  const sight = async () => (await page(m.id)).participants.find((x) => x.id === p.id)?.sight
  expect((await sight())?.missing.map((x) => x.category)).toEqual(['plan', 'agreements', 'meetings'])
  await tellSchool(t, w, ['plan', 'agreements', 'meetings'], [w.people.ida])
  expect((await sight())?.missing).toEqual(['plan', 'agreements', 'meetings'].map((category) => ({ category, personIds: [w.people.mette] })))
  await tellSchool(t, w, ['plan', 'agreements', 'meetings'], [w.people.mette])
  expect(await sight()).toEqual({ how: 'all', missing: [] })
  expect((await page(m.id)).participants.find((x) => x.requiredBy === 'coordinator')?.sight.how).toBe('all')
})

test('CAT-11, CON-13: a Signs of Safety meeting needs two advisers and prepares separate consents, each its own', async () => {
  const m = await called(w, { kind: 'signs-of-safety' })
  await add(m.id, { who: `staff-${w.staff.teacher}` })
  const d = await page(m.id)
  expect(d.meeting.minutes).toBe(90)
  expect(d.kind).toMatchObject({ plan: 'approves', measures: 'decides', startsAtOnce: true })
  expect(d.missing).toEqual([expect.objectContaining({ code: 'advisers', missing: 1 })])
  await add(m.id, { who: 'outside', outsideName: 'Endnu en rådgiver', requiredBy: 'advisers' })
  expect((await page(m.id)).missing).toEqual([])
  const { prepareConsents } = await import('./act-on-meeting.server.ts')
  const keys = d.consents.map((c) => `${c.template} ${c.subjectId} ${c.party}`)
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys).toContain(`child-assessment ${w.people.ida} null`)
  expect(keys).toContain(`meeting-exchange ${w.people.mette} education`)
  expect(await prepareConsents(ctx(), w.caseId, m.id)).toBe(keys.length)
  const after = (await page(m.id)).consents
  expect(new Set(after.map((c) => c.consentId)).size).toBe(after.length)
  expect(after.every((c) => c.standing === 'waiting')).toBe(true) // called, invited, prepared: still no yes to any of them
})

test('CAT-20: at a family group conference the family writes its own action plan', async () => {
  const m = await called(w, { kind: 'family-group-conference' })
  const d = await page(m.id)
  expect(d.kind).toMatchObject({ writtenBy: 'family', measures: 'recommends' })
  expect(d.agenda.map((p) => p.code)).toContain('family-alone')
})

test('MEET-23: participants with name and unit; the goal\'s owner and the team are proposed, those who come are not', async () => {
  const m = await called(w)
  const d = await page(m.id)
  expect(d.faces[w.staff.familyWorker]).toMatchObject({ name: 'Sofie Lund', unit: 'Afdeling family-department' })
  expect(d.proposals.map((p) => p.key)).toContain(`staff-${w.staff.teacher}`)
  expect(d.proposals.map((p) => p.key)).not.toContain(`staff-${w.staff.familyWorker}`)
  expect(d.proposals.find((p) => p.key === `person-${w.people.ida}`)).toMatchObject({ why: 'child' })
})

test('MEET-06: meetings to come over all families; a teacher without consent does not know of them', async () => {
  const m = await called(w)
  expect((await readMyMeetings(ctx(), {})).meetings.map((x) => x.id)).toContain(m.id)
  expect((await readMyMeetings(neighbour.ctxFor('coordinator'), {})).meetings).toEqual([])
  await expect(readMyMeetings(ctx('mette'), {})).rejects.toThrow(Forbidden)
  const w2 = await aWorld(t, { municipality: 700, assigned: ['coordinator', 'teacher'] })
  await prepareMeetings(t, w2)
  const other = await called(w2)
  expect((await readMyMeetings(w2.ctxFor('teacher'), {})).meetings).toEqual([])
  await expect(readMeeting(w2.ctxFor('teacher'), { caseId: w2.caseId, meetingId: other.id })).rejects.toThrow(NotFound)
  expect((await readMeetings(w2.ctxFor('teacher'), { caseId: w2.caseId })).meetings).toEqual([])
})

test('CON-15: case 19 of the access rules: with a shield Jonas learns neither time nor place of Ida\'s meeting; separate meetings are offered', async () => {
  const w3 = await aWorld(t, { municipality: 701, jonas: 'shared', assigned: ['coordinator'] })
  await prepareMeetings(t, w3)
  const before = await called(w3, { personIds: [w3.people.ida] })
  const jonas = w3.ctxFor('jonas')
  expect((await readMeeting(jonas, { caseId: w3.caseId, meetingId: before.id })).meeting.place).toBe('Børnehuset')
  await shieldBetween(t, w3, w3.people.mette, w3.people.jonas)
  await expect(readMeeting(jonas, { caseId: w3.caseId, meetingId: before.id })).rejects.toThrow(NotFound)
  await inTransaction(jonas, w3.caseId, async (tx) => {
    expect(await meetingsOf(tx, w3.caseId)).toEqual([])
    expect(await nextMeetings(tx)).toEqual([])
    expect(await participantsOf(tx, [before.id])).toEqual([])
    expect(await tx.selectFrom('meeting_participant').select('id').execute()).toEqual([])
    expect(await tx.selectFrom('meeting_point').select('id').execute()).toEqual([])
  })
  expect((await readMeeting(w3.ctxFor('mette'), { caseId: w3.caseId, meetingId: before.id })).meeting.id).toBe(before.id)
  const form = await readNewMeeting(w3.ctxFor('coordinator'), { caseId: w3.caseId })
  expect(form).toMatchObject({ shield: true })
  expect(form.separate.map((g) => g.toSorted((a, b) => a - b))).toEqual([[w3.people.mette, w3.people.ida].toSorted((a, b) => a - b), [w3.people.jonas]])
  expect(form.lastPlace).toBe('') // the place of her meeting is not proposed for his
  await expect(called(w3, { personIds: [w3.people.jonas, w3.people.ida] })).rejects.toThrow(Invalid)
  await expect(addParticipant(w3.ctxFor('coordinator'), { caseId: w3.caseId, meetingId: before.id, who: `person-${w3.people.jonas}` })).rejects.toThrow(Invalid)
  const his = await called(w3, { personIds: [w3.people.jonas], place: 'Rådhuset' })
  await expect(readMeeting(w3.ctxFor('mette'), { caseId: w3.caseId, meetingId: his.id })).rejects.toThrow(NotFound)
  expect((await readMeeting(jonas, { caseId: w3.caseId, meetingId: his.id })).shield).toBe(false) // that there is a shield is not told to the family
  expect((await readMeeting(w3.ctxFor('coordinator'), { caseId: w3.caseId, meetingId: his.id })).proposals.map((p) => p.key)).not.toContain(`person-${w3.people.mette}`)
})

test('MEET-18: what was to be thought over comes back on the next agenda; notes from the room as well', async () => {
  const w4 = await aWorld(t, { municipality: 702, assigned: ['coordinator'] })
  await prepareMeetings(t, w4)
  const first = await called(w4)
  await setAgendaPoint(w4.ctxFor('coordinator'), { caseId: w4.caseId, meetingId: first.id, title: 'Skal vi prøve aflastning?', kind: 'reflection' })
  await insert(t, 'room_note', { municipality_id: w4.municipalityId, case_id: w4.caseId, sector: 'coordination', category: 'meetings', visibility: 'family', subjects: [w4.people.mette], meeting_id: first.id, kind: 'reflection', words: 'Tid til at læse', key: '00000000-0000-4000-8000-000000000001', author_staff_id: w4.staff.coordinator })
  const next = await called(w4, { day: inDays(60) })
  const d = await readMeeting(w4.ctxFor('coordinator'), { caseId: w4.caseId, meetingId: next.id })
  expect(d.agenda.find((p) => p.carriedFrom !== null)).toMatchObject({ title: 'Skal vi prøve aflastning?', kind: 'reflection' })
  expect(d.reflections.map((r) => r.words)).toEqual(['Tid til at læse'])
})

test('MEET-14: after the invitations went the mother still decides; whoever she adds or takes off hears of it in the same transaction', async () => {
  const m = await called(w)
  await sayYes(ctx('mette'), { caseId: w.caseId, meetingId: m.id })
  await inviteToMeeting(ctx(), { caseId: w.caseId, meetingId: m.id })
  const friend = await add(m.id, { who: 'outside', outsideName: 'Birgit', outsideAddress: 'birgit@example.dk' }, 'mette')
  const teacher = await add(m.id, { who: `staff-${w.staff.teacher}` }, 'mette')
  const sent = async () => (await t.owner.query<{ participant_id: string }>('select participant_id from invitation where municipality_id = $1 and meeting_id = $2', [w.municipalityId, m.id])).rows.map((r) => Number(r.participant_id))
  expect(await sent()).toEqual(expect.arrayContaining([friend.id, teacher.id]))
  await withdrawParticipant(ctx('mette'), { caseId: w.caseId, participantId: friend.id })
  expect((await page(m.id, 'mette')).participants.find((p) => p.id === friend.id)?.withdrawnAt).not.toBeNull()
})

test('LOG-06: a primary coordinator who comes as companion is marked as going along; a child has a seat and a companion of its own', async () => {
  const m = await called(w)
  const anna = (await page(m.id)).participants.find((p) => p.staffId === w.staff.coordinator)!
  const along = await changeParticipant(ctx(), { caseId: w.caseId, participantId: anna.id, seen: anna.revision, how: 'seat', companionOf: w.people.mette })
  expect(along).toMatchObject({ staffId: w.staff.coordinator, companionOf: w.people.mette })
  await add(m.id, { who: `person-${w.people.ida}` }, 'mette')
  const uncle = await add(m.id, { who: 'outside', outsideName: 'Onkel Bo', companionOf: w.people.ida }, 'mette')
  const d = await page(m.id)
  expect(d.participants.find((p) => p.personId === w.people.ida)).toMatchObject({ child: true })
  expect(d.participants.find((p) => p.id === uncle.id)).toMatchObject({ companionOf: w.people.ida, sight: { how: 'nothing-written' } })
  await expect(add(m.id, { who: `person-${w.people.ida}` })).rejects.toThrow(Invalid) // once
  await expect(add(m.id, { who: `person-${neighbour.people.mette}` })).rejects.toThrow(Invalid)
  await expect(add(m.id, { who: 'outside', outsideName: 'Bo', companionOf: w.people.jonas })).rejects.toThrow(Invalid)
})

test('MEET-16: open agreements stand on the agenda of the next meeting; MEET-04: the family comes first', async () => {
  const m = await called(w)
  await makeAgreement(ctx(), { caseId: w.caseId, what: 'Ringer til banken', owner: `person-${w.people.mette}`, dueOn: inDays(5), subjects: [w.people.mette] })
  const d = await page(m.id)
  expect(d.agreements.map((a) => a.what)).toContain('Ringer til banken')
  expect(d.agenda.some((p) => p.kind === 'agreements')).toBe(true)
  expect(d.participants[0]).toMatchObject({ personId: w.people.mette })
})

test('MEET-07: who must come may be replaced by the coordinator with the reason, and the page says that somebody is missing', async () => {
  const m = await called(w)
  const sofie = (await page(m.id)).participants.find((p) => p.requiredBy === 'caseworker')!
  await expect(withdrawParticipant(ctx(), { caseId: w.caseId, participantId: sofie.id })).rejects.toThrow(Invalid)
  await withdrawParticipant(ctx(), { caseId: w.caseId, participantId: sofie.id, reason: 'En kollega kommer' })
  expect((await page(m.id)).missing.map((x) => x.code)).toEqual(['caseworker'])
})
