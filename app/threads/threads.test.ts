import { beforeAll, describe, expect, test } from 'vitest'
import { openWithReason } from '#app/consent/open-with-reason.server.ts'
import { setShield } from '#app/families/shield.server.ts'
import { Conflict, type Context, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { decrypt } from '#app/platform/crypto/column-cipher.server.ts'
import { keys, setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { bodyAad } from '#app/platform/messages/message.ts'
import type { TestDatabase } from '#test/database.ts'
import { twoMunicipalities } from '#test/two-municipalities.ts'
import { aHome, auditRows, consent, insert, type World } from '#test/world.ts'
import { passOnMessages } from './pass-on.server.ts'
import { findMessage, unansweredThreads } from './queries.server.ts'
import { readThreads } from './read-threads.server.ts'
import { handOverMessage, needsNoAnswer, sendMessage, withdrawMessage } from './send-message.server.ts'

let t: TestDatabase
let world: World
let other: World
beforeAll(async () => {
  setKeys(testKeys())
  ;({ t, world, other } = await twoMunicipalities())
})
type Who = Parameters<World['ctxFor']>[0]
const familyOf = (opts: Parameters<typeof aHome>[2] = {}) => aHome(t, world, { jonas: 'shared', assigned: ['coordinator', 'teacher'], ...opts })
const thread = (w: World, who: 'mette' | 'ida' | 'jonas') => `person-${w.people[who]}`
const send = (w: World, who: Who, name: string, over: Record<string, unknown> = {}) => sendMessage(w.ctxFor(who), { caseId: w.caseId, thread: name, words: 'Hej, har du tid i morgen?', ...over })
const read = (w: World, who: Who, name?: string) => readThreads(w.ctxFor(who), { caseId: w.caseId, thread: name })
const words = async (w: World, who: Who, name: string) => (await read(w, who, name)).chosen?.messages.map((m) => m.words) ?? []
const mine = async (w: World, event: string) => (await auditRows(t, event)).filter((r) => r.case_id === w.caseId)
const job = (): Promise<Context> => world.openSession('job', 0)
/** Jonas lives with Mette. */
const moveIn = (w: World) => insert(t, 'household_member', { municipality_id: w.municipalityId, household_id: w.householdId, case_id: w.caseId, person_id: w.people.jonas, valid_from: '2020-01-01' })
async function notes(w: World): Promise<{ template: string; text: string; staff_id: number | null; person_id: number | null; cancelled_at: string | null }[]> {
  const { rows } = await t.owner.query<{ template: string; body: Buffer; key: string; staff_id: string | null; person_id: string | null; cancelled_at: string | null }>(
    'select template, body, key, staff_id, person_id, cancelled_at from message where case_id = $1 order by id', [w.caseId])
  return rows.map((r) => ({ ...r, staff_id: r.staff_id === null ? null : Number(r.staff_id), person_id: r.person_id === null ? null : Number(r.person_id),
    text: decrypt(keys().cprKeys, r.body, bodyAad(w.municipalityId, r.key)) }))
}

describe('writing', () => {
  test('KOO-15: the mother writes, the coordinator answers; each sees when the other has seen it', async () => {
    const w = await familyOf()
    const { id, shelfId } = await send(w, 'mette', thread(w, 'mette'))
    expect((await read(w, 'coordinator')).threads.find((x) => x.name === thread(w, 'mette'))).toMatchObject({ names: ['Mette'], unseen: 1, waiting: { messageId: id, overdue: false } })
    expect(await words(w, 'coordinator', thread(w, 'mette'))).toEqual(['Hej, har du tid i morgen?'])
    await send(w, 'coordinator', thread(w, 'mette'), { words: 'Ja, klokken ti' })
    const page = await read(w, 'mette')
    expect(page.chosen?.messages.map((m) => [m.author, m.words, m.seenBy.map((s) => s.name)])).toEqual([['Mette', 'Hej, har du tid i morgen?', ['Anna Holm']], ['Anna Holm', 'Ja, klokken ti', []]])
    expect(page.threads[0]).toMatchObject({ waiting: null })
    expect(await mine(w, 'threads.send')).toMatchObject([
      { outcome: 'done', actor_kind: 'member', person_ids: [w.people.mette], shelf_ids: [shelfId], details: { message: id } }, { outcome: 'done', actor_kind: 'staff' },
    ])
  })
  test('KOO-15: notes say that a message waits and nothing else, and go out when it can no longer be taken back', async () => {
    const w = await familyOf({ assigned: ['coordinator', 'coordinator2'] })
    await send(w, 'mette', thread(w, 'mette'), { words: 'Om Jonas og banken' })
    const out = await notes(w)
    expect(out.map((n) => [n.template, n.staff_id])).toEqual([['note', w.staff.coordinator], ['note', w.staff.coordinator2]])
    expect(out[0]!.text).toContain('Du har fået en besked')
    expect(out.every((n) => !/bank|Jonas|Mette|Sørensen/.test(n.text))).toBe(true)
    await send(w, 'coordinator', thread(w, 'mette'))
    expect((await notes(w)).at(-1)).toMatchObject({ template: 'message', person_id: w.people.mette })
  })
  test('KOO-15: a member writes in their own thread only; the teacher, the project manager and another municipality in none', async () => {
    const w = await familyOf()
    await expect(send(w, 'jonas', thread(w, 'mette'))).rejects.toThrow(NotFound)
    await expect(send(w, 'mette', thread(w, 'jonas'))).rejects.toThrow(NotFound)
    await expect(send(w, 'ida', thread(w, 'ida'))).rejects.toThrow(NotFound) // nine years old
    await expect(send(w, 'teacher', thread(w, 'mette'))).rejects.toThrow(Forbidden)
    await expect(send(w, 'projectManager', thread(w, 'mette'))).rejects.toThrow(Forbidden)
    await expect(sendMessage(other.ctxFor('coordinator'), { caseId: w.caseId, thread: thread(w, 'mette'), words: 'x' })).rejects.toThrow(NotFound)
    await expect(send(w, 'mette', 'household-abc')).rejects.toThrow(Invalid)
    await expect(send(w, 'mette', thread(w, 'mette'), { words: ' ' })).rejects.toThrow(Invalid)
    expect((await mine(w, 'threads.send')).every((r) => r.outcome === 'refused')).toBe(true)
  })
  test('KOO-15: a message is no way to cancel a talk: the hint comes once, before it goes', async () => {
    const w = await familyOf()
    const words = 'Jeg melder afbud til jobsamtalen på fredag'
    await expect(send(w, 'mette', thread(w, 'mette'), { words })).rejects.toThrow(Conflict)
    await send(w, 'mette', thread(w, 'mette'), { words, anyway: 'on' })
    await send(w, 'coordinator', thread(w, 'mette'), { words })
    const page = await read(w, 'mette')
    expect([page.answerDays, page.entry.primary?.name, page.entry.urgent?.number !== undefined]).toEqual([2, 'Anna Holm', true])
  })
  test('KOO-15: a text about a child asks once; about the other parent it cannot be in this thread', async () => {
    const w = await familyOf()
    const say = (over: Record<string, unknown>, who: Who = 'coordinator') => send(w, who, thread(w, 'mette'), over)
    await expect(say({ words: 'Ida har det godt' })).rejects.toThrow(Conflict)
    expect((await say({ words: 'Ida har det godt', aboutOthers: String(w.people.ida) })).subjects).toEqual([w.people.mette, w.people.ida])
    await expect(say({ words: 'Jonas ringede' })).rejects.toThrow(Conflict)
    await expect(say({ words: 'Jonas ringede', aboutOthers: String(w.people.jonas) })).rejects.toThrow(Invalid)
    await say({ words: 'Jonas ringede', aboutOthers: 'no' })
    await expect(say({ words: 'Ida savner dig' }, 'mette')).rejects.toThrow(Conflict)
    expect(await words(w, 'mette', thread(w, 'mette'))).toHaveLength(2)
    expect(await words(w, 'jonas', thread(w, 'mette'))).toEqual([])
  })
  test('KOO-15: taken back at once, its note with it; then it stands, and nothing is ever rewritten', async () => {
    const w = await familyOf()
    const { id } = await send(w, 'mette', thread(w, 'mette'))
    await expect(withdrawMessage(w.ctxFor('coordinator'), { caseId: w.caseId, messageId: id })).rejects.toThrow(Forbidden)
    await withdrawMessage(w.ctxFor('mette'), { caseId: w.caseId, messageId: id })
    expect(await words(w, 'coordinator', thread(w, 'mette'))).toEqual([])
    expect((await notes(w)).every((n) => n.cancelled_at !== null)).toBe(true)
    const late = await send(w, 'mette', thread(w, 'mette'))
    await t.setNow(new Date(Date.now() + 60_000).toISOString())
    await expect(withdrawMessage(w.ctxFor('mette'), { caseId: w.caseId, messageId: late.id })).rejects.toThrow(Forbidden)
    await t.setNow(null)
    await expect(inTransaction(w.ctxFor('mette'), w.caseId, (tx) => tx.updateTable('thread_message').set({ words: 'x' }).where('id', '=', late.id).execute())).rejects.toThrow(Forbidden)
  })
})

describe('who reads', () => {
  test("KOO-15: the mother's thread is not the father's, also when they live together; a shared one is what its writer chose", async () => {
    const w = await familyOf()
    await moveIn(w)
    const home = `household-${w.householdId}`
    await send(w, 'mette', thread(w, 'mette'), { words: 'Kun til Anna' })
    await send(w, 'mette', home, { words: 'Til os begge' })
    await send(w, 'coordinator', home, { words: 'Godt at høre' })
    expect((await read(w, 'jonas')).threads.map((x) => x.name)).toEqual([thread(w, 'jonas'), home])
    expect(await words(w, 'jonas', home)).toEqual(['Til os begge', 'Godt at høre'])
    expect(await words(w, 'jonas', thread(w, 'mette'))).toEqual([])
    expect((await read(w, 'mette', home)).chosen?.readers.join()).toMatch(/Anna Holm.*Jonas|Jonas.*Anna Holm/)
    expect((await read(w, 'mette')).chosen?.readers.join()).not.toContain('Jonas')
  })
  test('KOO-15: a shield leaves no shared thread, and hides what was shared', async () => {
    const w = await familyOf()
    await moveIn(w)
    const home = `household-${w.householdId}`
    await send(w, 'mette', home, { words: 'Før' })
    await setShield(w.ctxFor('coordinator'), { caseId: w.caseId, personA: w.people.mette, personB: w.people.jonas, from: new Date().toISOString().slice(0, 10), until: null, reason: 'Tilhold' })
    expect((await read(w, 'jonas')).threads.map((x) => x.name)).toEqual([thread(w, 'jonas')])
    await expect(send(w, 'jonas', home)).rejects.toThrow(NotFound)
    await expect(send(w, 'coordinator', home)).rejects.toThrow(NotFound)
    expect(await words(w, 'jonas', home)).toEqual([])
  })
  test("KOO-15: a young person's thread is their own: no parent reads it", async () => {
    const w = await familyOf({ ages: { ida: 16 } })
    await send(w, 'ida', thread(w, 'ida'), { words: 'Kan du ringe til mig?' })
    await send(w, 'coordinator', thread(w, 'ida'), { words: 'Ja, i dag' })
    expect(await words(w, 'ida', thread(w, 'ida'))).toEqual(['Kan du ringe til mig?', 'Ja, i dag'])
    for (const who of ['mette', 'jonas'] as const) expect((await read(w, who)).threads.map((x) => x.name)).toEqual([thread(w, who)])
    expect((await read(w, 'ida')).chosen?.readers.join()).not.toMatch(/Mette|Jonas/)
  })
  test('KOO-15: the project manager reads none without a typed reason; the school under a consent to messages only', async () => {
    const w = await familyOf()
    await send(w, 'mette', thread(w, 'mette'))
    expect((await read(w, 'projectManager')).threads).toEqual([])
    expect((await read(w, 'teacher')).threads).toEqual([])
    await openWithReason(w.ctxFor('projectManager'), { caseId: w.caseId, category: 'thread', reason: 'Familien har klaget over ventetid' })
    const open = await read(w, 'projectManager', thread(w, 'mette'))
    expect(open.chosen).toMatchObject({ writable: false, messages: [{ words: 'Hej, har du tid i morgen?' }] })
    await consent(t, w, { subject: w.people.mette, from: ['coordination'], to: ['education'], categories: ['thread'] })
    expect(await words(w, 'teacher', thread(w, 'mette'))).toEqual(['Hej, har du tid i morgen?'])
    const seen = (await read(w, 'mette')).chosen?.messages[0]?.seenBy
    expect(seen).toEqual([]) // receipts are of those it was written to; who else looked stands in the log
    expect((await mine(w, 'threads.read')).filter((r) => r.actor_id === w.staff.projectManager && r.shelf_ids.length > 0)).toMatchObject([{ bases: ['project'] }])
    await expect(readThreads(other.ctxFor('coordinator'), { caseId: w.caseId })).rejects.toThrow(NotFound)
  })
  test('KOO-15: after closing all is read and nothing written', async () => {
    const w = await familyOf()
    const { id } = await send(w, 'mette', thread(w, 'mette'))
    await handOverMessage(w.ctxFor('coordinator'), { caseId: w.caseId, messageId: id, name: 'Karim Aziz, jobcentret' })
    await insert(t, 'closure', { municipality_id: w.municipalityId, case_id: w.caseId, closed_at: new Date(Date.now() - 1000).toISOString(), reason: 'moved' })
    const page = await read(w, 'mette')
    expect(page.chosen).toMatchObject({ writable: false, messages: [{ step: { kind: 'handed-over', name: 'Karim Aziz, jobcentret' } }] })
    await expect(send(w, 'mette', thread(w, 'mette'))).rejects.toThrow(Forbidden)
  })
})

describe('two working days', () => {
  const friday = '2026-11-20T10:00:00Z'
  const at = (instant: string | null) => t.setNow(instant)
  const unanswered = (w: World, who: Who) => inTransaction(w.ctxFor(who), null, (tx, ctx) => unansweredThreads(tx, ctx, [w.caseId]))
  const tasks = async (w: World) => (await t.owner.query<{ code: string; for_role: string | null; for_staff: string | null; done_at: string | null }>('select code, for_role, for_staff, done_at from task where case_id = $1 order by id', [w.caseId])).rows

  test('KOO-15: what waits is listed for those who may read it, set by set, with its day', async () => {
    const w = await familyOf()
    await at(friday)
    const { id } = await send(w, 'mette', thread(w, 'mette'))
    await send(w, 'mette', thread(w, 'mette'), { words: 'Og en ting til' })
    await send(w, 'jonas', thread(w, 'jonas'))
    await send(w, 'coordinator', thread(w, 'jonas'))
    expect(await unanswered(w, 'coordinator')).toMatchObject([{ caseId: w.caseId, personId: w.people.mette, name: 'Mette', messageId: id, dueOn: '2026-11-24', overdue: false, passedTo: null }])
    expect(await unanswered(w, 'projectManager')).toEqual([])
    expect(await unanswered(w, 'teacher')).toEqual([])
    await at('2026-11-25T07:00:00Z')
    expect(await unanswered(w, 'coordinator')).toMatchObject([{ overdue: true }])
    await at(null)
  })
  test('KOO-15: after two working days it goes to who stands in; nobody there: the project manager gets to know', async () => {
    const two = await familyOf({ assigned: ['coordinator', 'coordinator2'] })
    const one = await familyOf()
    await at(friday)
    await send(two, 'mette', thread(two, 'mette'))
    await send(one, 'mette', thread(one, 'mette'))
    await at('2026-11-24T07:00:00Z')
    expect(await passOnMessages(await job(), {})).toMatchObject({ passed: 0, nobody: 0 })
    await at('2026-11-25T07:00:00Z')
    await passOnMessages(await job(), {})
    expect(await tasks(two)).toMatchObject([{ code: 'thread-unanswered', for_staff: String(two.staff.coordinator2), done_at: null }])
    expect(await tasks(one)).toMatchObject([{ code: 'thread-unanswered', for_role: 'project-manager' }])
    expect((await read(two, 'mette')).chosen?.messages[0]?.step).toMatchObject({ kind: 'passed', name: 'Peter Bak' })
    await passOnMessages(await job(), {})
    expect(await tasks(two)).toHaveLength(1)
    await send(two, 'coordinator2', thread(two, 'mette'))
    expect(await tasks(two)).toMatchObject([{ done_at: expect.anything() }])
    await at(null)
  })
  test('KOO-15: the one named beforehand gets a dated assignment, and never somebody who knows the family', async () => {
    const w = await familyOf()
    const knows = await familyOf()
    await insert(t, 'standing_substitute', { municipality_id: w.municipalityId, project_id: w.projectId, staff_id: w.staff.coordinator, substitute_id: w.staff.coordinator2, valid_from: '2020-01-01' })
    await insert(t, 'disqualification', { municipality_id: w.municipalityId, case_id: knows.caseId, staff_id: w.staff.coordinator2, kind: 'declared', valid_from: '2020-01-01' })
    await at(friday)
    await send(w, 'mette', thread(w, 'mette'))
    await send(knows, 'mette', thread(knows, 'mette'))
    await expect(read(w, 'coordinator2')).rejects.toThrow(NotFound)
    await at('2026-11-25T07:00:00Z')
    await passOnMessages(await job(), {})
    expect(await words(w, 'coordinator2', thread(w, 'mette'))).toEqual(['Hej, har du tid i morgen?'])
    expect((await read(w, 'mette')).entry.secondary).toMatchObject({ name: 'Peter Bak', until: '2026-12-02' })
    expect(await tasks(knows)).toMatchObject([{ for_role: 'project-manager' }])
    await at('2026-12-03T07:00:00Z')
    await expect(read(w, 'coordinator2')).rejects.toThrow(NotFound)
    await at(null)
    await t.owner.query('delete from standing_substitute where municipality_id = $1', [w.municipalityId])
  })
  test('KOO-15: only the job passes on; a message that needs no answer waits no more', async () => {
    const w = await familyOf()
    await at(friday)
    const { id } = await send(w, 'mette', thread(w, 'mette'), { words: 'Tak for i går' })
    await expect(needsNoAnswer(w.ctxFor('mette'), { caseId: w.caseId, messageId: id })).rejects.toThrow(Forbidden)
    await expect(needsNoAnswer(w.ctxFor('teacher'), { caseId: w.caseId, messageId: id })).rejects.toThrow(Forbidden)
    await expect(needsNoAnswer(other.ctxFor('coordinator'), { caseId: w.caseId, messageId: id })).rejects.toThrow(NotFound)
    await needsNoAnswer(w.ctxFor('coordinator'), { caseId: w.caseId, messageId: id })
    expect(await unanswered(w, 'coordinator')).toEqual([])
    await at('2026-11-25T07:00:00Z')
    await expect(passOnMessages(w.ctxFor('coordinator'), {})).rejects.toThrow(Forbidden)
    await passOnMessages(await job(), {})
    expect(await tasks(w)).toEqual([])
    await at(null)
    expect(await inTransaction(w.ctxFor('coordinator'), w.caseId, (tx) => findMessage(tx, w.caseId, id))).toMatchObject({ step: { kind: 'no-answer' } })
    expect(await inTransaction(w.ctxFor('teacher'), w.caseId, (tx) => findMessage(tx, w.caseId, id))).toBe(null)
    expect((await mine(w, 'threads.needs-no-answer')).map((r) => r.outcome).toSorted()).toEqual(['done', 'refused', 'refused', 'refused'])
  })
})
