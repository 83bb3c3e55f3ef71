import { beforeAll, describe, expect, test } from 'vitest'
import { makeAgreement } from '#app/agreements/make-agreement.server.ts'
import { applyShippedPack } from '#app/intake/testing.ts'
import { readPdf } from '#app/papers/testing.ts'
import { planWorld } from '#app/plan/verbs-testing.ts'
import { Conflict, type Context, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { renderLetter } from '#app/platform/letters/render-letter.server.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { consent, insert } from '#test/world.ts'
import { actOnMinutes } from './act-on-minutes.server.ts'
import { answerMinutes, releaseDisagreement, undoAnswer } from './answer-minutes.server.ts'
import { beginMinutes } from './begin-minutes.server.ts'
import { minutesLetter } from './minutes-letter.ts'
import { readMinutes } from './read-minutes.server.ts'
import { readMinutesPaper } from './read-minutes-paper.server.ts'
import { sendMinutes } from './send-minutes.server.ts'
import { setTookPart } from './set-took-part.server.ts'
import { aHeldMeeting } from './testing.ts'
import { dropPoint, writePoint } from './write-point.server.ts'

const p = planWorld()
const { mine } = p
const today = copenhagenDay(new Date())
type Meeting = Awaited<ReturnType<typeof aHeldMeeting>>
type Who = Parameters<typeof p.w.ctxFor>[0]
const at = (m: Meeting) => ({ caseId: p.w.caseId, meetingId: m.meetingId })
const page = (m: Meeting, who: Who = 'coordinator') => readMinutes(p.w.ctxFor(who), at(m))
const begin = (m: Meeting, who: Who = 'coordinator') => beginMinutes(p.w.ctxFor(who), at(m))
const point = (m: Meeting, over = {}) => writePoint(p.w.ctxFor('coordinator'), { ...at(m), title: 'Skolen', words: 'Det går bedre om morgenen.', ...over })
const send = (m: Meeting, to = Object.values(m.participants).filter((id) => id !== m.participants.interpreter)) => sendMinutes(p.w.ctxFor('coordinator'), { ...at(m), to })
const titles = async (m: Meeting, who: Who) => (await page(m, who)).content.points.map((x) => x.title)
const shareMeetings = (subject: number, signers: number[]) => consent(p.t, p.w, { subject, from: ['coordination'], to: ['education'], categories: ['meetings'], signers })
const shareIda = () => shareMeetings(p.w.people.ida, [p.w.people.mette, p.w.people.jonas])
beforeAll(async () => {
  setKeys(testKeys())
  await applyShippedPack(p.t, p.world.municipalityId, 'hedensted')
})

/** A meeting about Ida with a point about Ida and one about Mette, sent to all. */
async function aboutIda() {
  const m = await aHeldMeeting(p.t, p.w, { subjects: [p.w.people.ida] })
  await begin(m)
  await point(m)
  await point(m, { title: 'Mettes arbejde', words: 'Hun søger om praktik.', subjects: [p.w.people.mette] })
  await send(m)
  return m
}

describe('taking them', () => {
  test('MEET-15: they begin with the agenda and what was written in the room, each on its own walls', async () => {
    const m = await aHeldMeeting(p.t, p.w)
    await m.note({ kind: 'voice', words: 'Vi kommer for sent', point_id: m.points.morning, participant_id: m.participants.mette })
    await m.note({ kind: 'works', words: 'Ida spiser morgenmad', point_id: m.points.morning })
    await m.note({ kind: 'worries', words: 'Mette sover dårligt', point_id: m.points.morning, subjects: [p.w.people.mette] })
    await m.note({ kind: 'reflection', words: 'Skal Ida gå til fritidsklub?' })
    await begin(m)
    const { draft, may, content } = await page(m)
    expect(draft.map((d) => [d.title, d.kind, d.words, d.subjects])).toEqual([
      ['Morgenen', 'point', 'Mette: Vi kommer for sent\nDet, der fungerer: Ida spiser morgenmad', [p.w.people.mette, p.w.people.ida]],
      ['Morgenen', 'point', 'Det, der bekymrer: Mette sover dårligt', [p.w.people.mette]],
      ['Barnets stemme', 'child', '', [p.w.people.mette, p.w.people.ida]],
      ['', 'reflection', 'Skal Ida gå til fritidsklub?', [p.w.people.mette, p.w.people.ida]],
    ])
    expect(content.tookPart.every((t) => t.present)).toBe(true)
    expect(may).toMatchObject({ write: true, late: false })
    await begin(m)
    expect((await page(m)).draft).toHaveLength(4)
    expect((await mine('minutes.begin')).at(-1)).toMatchObject({ outcome: 'done' })
  })
  test('MEET-15: not before the meeting', async () => {
    const m = await aHeldMeeting(p.t, p.w)
    await p.t.owner.query("update meeting set starts_at = access.now() + interval '2 days', began_at = null, ended_at = null where id = $1", [m.meetingId])
    await expect(begin(m)).rejects.toThrow(Invalid)
  })
  test('MEET-17: a decision only where the kind of meeting may decide', async () => {
    const m = await aHeldMeeting(p.t, p.w, { kind: 'plan-follow-up' })
    await begin(m)
    await expect(point(m, { kind: 'decision' })).rejects.toMatchObject({ issues: [{ field: 'kind' }] })
    const network = await aHeldMeeting(p.t, p.w)
    await begin(network)
    await point(network, { kind: 'decision', words: 'Planen er godkendt' })
    expect((await page(network)).draft.map((d) => d.kind)).toContain('decision')
  })
  test('CON-04: a point that names somebody it is not about is asked about; two writers never overwrite each other', async () => {
    const m = await aHeldMeeting(p.t, p.w, { subjects: [p.w.people.ida] })
    await begin(m)
    await expect(point(m, { words: 'Mette ringer' })).rejects.toThrow(Conflict)
    const { id } = await point(m)
    await writePoint(p.w.ctxFor('coordinator'), { ...at(m), pointId: id, seenRevision: 1, title: 'Skolen', words: 'Det går godt.' })
    await expect(writePoint(p.w.ctxFor('coordinator'), { ...at(m), pointId: id, seenRevision: 1, title: 'Skolen', words: 'Nej' })).rejects.toThrow(Conflict)
  })
  test('LOG-06: the coordinator who went along with somebody is marked; who was there is put right', async () => {
    const m = await aHeldMeeting(p.t, p.w)
    await begin(m)
    const { mette, coordinator } = m.participants
    await setTookPart(p.w.ctxFor('coordinator'), { ...at(m), seenRevision: 1, present: [mette, coordinator], wentAlongWith: p.w.people.mette })
    const { tookPart } = (await page(m)).content
    expect(tookPart.filter((t) => t.present).map((t) => t.participantId)).toEqual([mette, coordinator])
    expect(tookPart.find((t) => t.participantId === coordinator)?.along).toEqual({ personId: p.w.people.mette, name: 'Mette' })
    await expect(setTookPart(p.w.ctxFor('coordinator'), { ...at(m), seenRevision: 2, present: [999_999] })).rejects.toThrow(Invalid)
  })
  test('MEET-16: open agreements from before stand there with the new ones', async () => {
    const coordinator = p.w.ctxFor('coordinator')
    const before = await makeAgreement(coordinator, { caseId: p.w.caseId, what: 'Ringer til banken', owner: `person-${p.w.people.mette}`, dueOn: addDays(today, 5) })
    const m = await aHeldMeeting(p.t, p.w)
    const made = await makeAgreement(coordinator, { caseId: p.w.caseId, what: 'Køber ur', owner: `person-${p.w.people.mette}`, dueOn: addDays(today, 9), meetingId: m.meetingId })
    const d = await page(m)
    expect([d.carried.map((a) => a.id), d.content.agreements.map((a) => a.id)]).toEqual([[before.id], [made.id]])
  })
  test('MEET-19: what is known is listed: hopes, goals and what the last minutes were about', async () => {
    await p.wholePlan()
    const first = await aHeldMeeting(p.t, p.w, { hoursAgo: 50 })
    await begin(first)
    await point(first)
    await send(first)
    const { known } = await page(await aHeldMeeting(p.t, p.w))
    expect(known).toMatchObject({ hopes: [{ words: 'At vi får ro om morgenen', who: 'Mette' }], goals: ['Ida kommer glad i skole'], earlier: { meetingId: first.meetingId, titles: ['Skolen'] } })
  })
  test('PLAN-05: the plan’s changes made at the meeting become its next version, agreed on that day', async () => {
    await p.wholePlan()
    const m = await aHeldMeeting(p.t, p.w)
    await begin(m)
    expect((await page(m)).plan).toEqual({ version: null, changed: true })
    await actOnMinutes(p.w.ctxFor('coordinator'), at(m), new FormData(), { intent: 'plan' })
    const d = await page(m)
    expect([d.plan, d.head?.planVersion]).toEqual([{ version: 1, changed: false }, 1])
    await p.goal({ title: 'Mere søvn' })
    expect((await page(m)).plan.changed).toBe(true)
  })
})

describe('who gets what', () => {
  test('CON-04: a colleague sees exactly the points a consent opens, and no count of the rest; nothing before it is sent', async () => {
    const m = await aboutIda()
    await expect(page(m, 'teacher')).rejects.toThrow(NotFound)
    await shareIda()
    expect(await titles(m, 'teacher')).toEqual(['Skolen'])
    expect(await titles(m, 'jonas')).toEqual(['Skolen'])
    expect(await titles(m, 'mette')).toEqual(['Skolen', 'Mettes arbejde'])
    await p.t.owner.query('update consent set withdrawn_at = access.now() where case_id = $1', [p.w.caseId])
    await expect(page(m, 'teacher')).rejects.toThrow(NotFound)
    expect((await mine('minutes.read')).filter((r) => r.outcome === 'done').at(-1)?.bases).toEqual(expect.arrayContaining(['self']))
  })
  test('MEET-15: a version keeps what was sent; a correction is a new one, and the family reads it when it is sent', async () => {
    const m = await aHeldMeeting(p.t, p.w)
    await begin(m)
    expect((await page(m, 'mette')).sent).toBeNull()
    const { id } = await point(m)
    await send(m)
    await writePoint(p.w.ctxFor('coordinator'), { ...at(m), pointId: id, seenRevision: 1, title: 'Skolen', words: 'Det går godt.' })
    expect((await page(m)).changed).toBe(true)
    expect((await page(m, 'mette')).content.points.map((x) => x.words)).toEqual(['Det går bedre om morgenen.'])
    await send(m)
    expect((await page(m, 'mette')).content.points.map((x) => x.words)).toEqual(['Det går godt.'])
    expect((await page(m)).versions.map((v) => v.number)).toEqual([2, 1])
    await send(m)
    expect((await page(m)).versions).toHaveLength(2)
    await dropPoint(p.w.ctxFor('coordinator'), { ...at(m), pointId: id, seenRevision: 2 })
    await expect(send(m)).rejects.toThrow(Invalid)
  })
  test('MEET-15: each gets a neutral notice of their own, the interpreter nothing', async () => {
    const m = await aHeldMeeting(p.t, p.w)
    await begin(m)
    await point(m)
    await expect(sendMinutes(p.w.ctxFor('coordinator'), { ...at(m), to: [m.participants.interpreter] })).rejects.toThrow(Invalid)
    await send(m)
    const { rows } = await p.t.owner.query("select subject from message where case_id = $1 and template = 'answer'", [p.w.caseId])
    expect(rows).toHaveLength(4)
    expect(new Set(rows.map((r: { subject: string }) => r.subject))).toEqual(new Set(['Besked fra kommunen']))
    expect((await page(m)).sentTo).toHaveLength(4)
  })
  test('MEET-15: on paper for each what that one may read, as a tagged PDF; for two only what both may', async () => {
    const m = await aboutIda()
    const paper = (ids: number[], who: Who = 'coordinator') => readMinutesPaper(p.w.ctxFor(who), { ...at(m), participantIds: ids })
    const { mette, jonas, teacher, interpreter } = m.participants
    expect((await paper([mette])).points.map((x) => x.title)).toEqual(['Skolen', 'Mettes arbejde'])
    expect((await paper([jonas!])).points.map((x) => x.title)).toEqual(['Skolen'])
    expect((await paper([mette, jonas!])).points.map((x) => x.title)).toEqual(['Skolen'])
    expect((await paper([teacher])).points).toEqual([])
    await expect(paper([interpreter])).rejects.toThrow(NotFound)
    await expect(paper([])).rejects.toThrow(Invalid)
    await expect(paper([jonas!], 'mette')).rejects.toThrow(Forbidden)
    const pdf = await readPdf(await renderLetter(minutesLetter('da', await paper([jonas!], 'jonas'))))
    expect(pdf).toMatchObject({ tagged: true, language: 'da-DK' })
    expect(pdf.roles).toEqual(expect.arrayContaining(['H1']))
    expect(pdf.text).toContain('Det går bedre om morgenen')
    expect(pdf.text).not.toContain('praktik')
  })
  test('CON-15: a shield keeps the meeting and its minutes from the other side, on the page and on paper', async () => {
    const m = await aboutIda()
    await insert(p.t, 'shield', {
      municipality_id: p.w.municipalityId,
      case_id: p.w.caseId,
      person_a: p.w.people.mette,
      person_b: p.w.people.jonas,
      valid_from: '2024-01-01',
      reason: 'x',
      set_by: p.w.staff.coordinator,
    })
    await expect(page(m, 'jonas')).rejects.toThrow(NotFound)
    expect((await readMinutesPaper(p.w.ctxFor('coordinator'), { ...at(m), participantIds: [m.participants.jonas!] })).points).toEqual([])
  })
})

describe('what they say to it', () => {
  const answer = (m: Meeting, who: Who, over = {}) => answerMinutes(p.w.ctxFor(who), { ...at(m), answer: 'disagree', words: 'Det var ikke det, jeg sagde', ...over })
  const said = async (m: Meeting, who: Who) => (await page(m, who)).content.answers.map((a) => [a.personId ?? a.staffId, a.answer])
  test('MEET-15: a disagreement is its writer’s alone until released, and then everybody’s who reads the minutes', async () => {
    const m = await aboutIda()
    await shareIda()
    const { id } = await answer(m, 'mette')
    expect(await said(m, 'mette')).toEqual([[p.w.people.mette, 'disagree']])
    for (const who of ['jonas', 'coordinator', 'teacher'] as const) expect(await said(m, who), who).toEqual([])
    const paper = () => readMinutesPaper(p.w.ctxFor('coordinator'), { ...at(m), participantIds: [m.participants.mette] })
    expect((await paper()).answers).toEqual([])
    await expect(releaseDisagreement(p.w.ctxFor('jonas'), { ...at(m), answerId: id })).rejects.toThrow(NotFound)
    await releaseDisagreement(p.w.ctxFor('mette'), { ...at(m), answerId: id })
    for (const who of ['jonas', 'coordinator', 'teacher'] as const) expect(await said(m, who), who).toEqual([[p.w.people.mette, 'disagree']])
    expect((await paper()).answers).toHaveLength(1)
    expect((await mine('minutes.release')).map((r) => r.outcome)).toEqual(['refused', 'done'])
  })
  test('MEET-15: a child’s disagreement is not the parents’ to read before the child shows it', async () => {
    const m = await aboutIda()
    await answer(m, 'ida')
    expect(await said(m, 'mette')).toEqual([])
    expect(await said(m, 'ida')).toEqual([[p.w.people.ida, 'disagree']])
  })
  test('MEET-15: corrected and confirmed by members, by a colleague in the name of their sector, and at a member’s word', async () => {
    const m = await aboutIda()
    await shareIda()
    await answer(m, 'mette', { answer: 'correction', words: 'Skolen begynder kl. 8' })
    await answer(m, 'mette', { answer: 'confirmed', words: '' })
    await answer(m, 'teacher', { answer: 'confirmed', words: '' })
    await expect(answer(m, 'coordinator', { personId: p.w.people.jonas, answer: 'confirmed' })).rejects.toMatchObject({ issues: [{ field: 'channel' }] })
    await answer(m, 'coordinator', { personId: p.w.people.jonas, answer: 'confirmed', words: '', channel: 'phone', saidOn: today })
    expect(await said(m, 'jonas')).toEqual([
      [p.w.people.mette, 'confirmed'],
      [p.w.staff.teacher, 'confirmed'],
      [p.w.people.jonas, 'confirmed'],
    ])
    // What the school says is the school's own: the coordination reads it under consent.
    expect((await said(m, 'coordinator')).map(([who]) => who)).not.toContain(p.w.staff.teacher)
    const his = (await page(m, 'jonas')).content.answers.find((a) => a.mine)!
    await undoAnswer(p.w.ctxFor('jonas'), { ...at(m), answerId: his.id })
    expect((await said(m, 'jonas')).map(([who]) => who)).not.toContain(p.w.people.jonas)
  })
  test('MEET-15: nobody answers for another, and nothing is answered before it is sent', async () => {
    const m = await aHeldMeeting(p.t, p.w, { subjects: [p.w.people.ida] })
    await begin(m)
    await expect(answer(m, 'mette')).rejects.toThrow(NotFound)
    const sent = await aboutIda()
    await expect(answer(sent, 'mette', { personId: p.w.people.jonas })).rejects.toThrow(Invalid)
    await expect(answer(sent, 'mette', { words: '' })).rejects.toThrow(Invalid)
  })
  test('CON-04: nobody can release what another wrote, and no statement can set it released', async () => {
    const m = await aboutIda()
    const { id } = await answer(m, 'mette')
    await expect(
      inTransaction(p.w.ctxFor('coordinator'), p.w.caseId, (tx) => tx.updateTable('minutes_answer').set({ released_at: new Date().toISOString() }).where('id', '=', id).execute()),
    ).rejects.toThrow(/permission denied/)
  })
})

describe('every verb', () => {
  const verbs: [string, (ctx: Context, at: { caseId: number; meetingId: number }) => Promise<unknown>][] = [
    ['minutes.begin', (ctx, at) => beginMinutes(ctx, at)],
    ['minutes.write-point', (ctx, at) => writePoint(ctx, { ...at, words: 'x' })],
    ['minutes.drop-point', (ctx, at) => dropPoint(ctx, { ...at, pointId: 1, seenRevision: 1 })],
    ['minutes.set-took-part', (ctx, at) => setTookPart(ctx, { ...at, seenRevision: 1 })],
    ['minutes.send', (ctx, at) => sendMinutes(ctx, { ...at, to: ['1'] })],
    ['minutes.answer', (ctx, at) => answerMinutes(ctx, { ...at, answer: 'confirmed' })],
    ['minutes.release', (ctx, at) => releaseDisagreement(ctx, { ...at, answerId: 1 })],
    ['minutes.undo-answer', (ctx, at) => undoAnswer(ctx, { ...at, answerId: 1 })],
    ['minutes.read', (ctx, at) => readMinutes(ctx, at)],
    ['minutes.read-paper', (ctx, at) => readMinutesPaper(ctx, { ...at, participantIds: [1] })],
  ]
  test.each(verbs)('MEET-15: %s: another municipality, the steering group and who is not assigned find no meeting; each try is logged', async (event, verb) => {
    const m = await aHeldMeeting(p.t, p.w)
    for (const ctx of [p.other.ctxFor('coordinator'), p.world.ctxFor('steering'), p.world.ctxFor('jobcentre'), p.other.ctxFor('mette')])
      await expect(verb(ctx, at(m))).rejects.toThrow(NotFound)
    expect((await mine(event)).map((r) => r.outcome)).toEqual(['refused', 'refused', 'refused', 'refused'])
  })
  test('MEET-15: the family and a colleague read and answer; they do not take the minutes', async () => {
    const m = await aboutIda()
    await shareIda()
    for (const who of ['mette', 'teacher'] as const) {
      await expect(writePoint(p.w.ctxFor(who), { ...at(m), words: 'x' }), who).rejects.toThrow(Forbidden)
      await expect(sendMinutes(p.w.ctxFor(who), { ...at(m), to: [m.participants.mette] }), who).rejects.toThrow(Forbidden)
    }
  })
})

describe('after closing', () => {
  const close = (ago: number) =>
    p.t.owner.query("insert into closure (municipality_id, case_id, closed_at, reason) values ($1, $2, access.now() - make_interval(days => $3), 'x')", [p.w.municipalityId, p.w.caseId, ago])
  test('case 23: a week after closing the last coordinator takes the minutes of a meeting held before it, marked; a new agreement is refused', async () => {
    const m = await aHeldMeeting(p.t, p.w, { hoursAgo: 24 * 8 })
    await close(7)
    await begin(m)
    await point(m)
    const d = await page(m)
    expect([d.may.late, d.head?.late, d.draft.every((x) => x.late)]).toEqual([true, true, true])
    await send(m, [m.participants.mette, m.participants.coordinator])
    expect((await page(m, 'mette')).content.points.map((x) => x.late)).toEqual([true])
    await expect(makeAgreement(p.w.ctxFor('coordinator'), { caseId: p.w.caseId, what: 'x', owner: 'outside', ownerName: 'y', dueOn: today })).rejects.toThrow(Forbidden)
  })
  test('case 23: not of a meeting that came after it, and not after sixty days', async () => {
    const after = await aHeldMeeting(p.t, p.w, { hoursAgo: 24 })
    await close(7)
    await expect(begin(after)).rejects.toThrow(Forbidden)
    await p.t.owner.query("update closure set closed_at = access.now() - interval '70 days' where case_id = $1", [p.w.caseId])
    const long = await aHeldMeeting(p.t, p.w, { hoursAgo: 24 * 80 })
    await expect(begin(long)).rejects.toThrow(Forbidden)
  })
})
