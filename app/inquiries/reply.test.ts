import { beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { auditRows, aWorld, insert, type World } from '#test/world.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { allowJobs } from '#app/platform/jobs/testing.ts'
import { cancelInquiry, sendNewLink } from './follow-inquiry.server.ts'
import { readInquiries, readInquiry } from './read-inquiries.server.ts'
import { answerReply, confirmReply, isLimited, keepReplyDraft, openReply } from './reply.server.ts'
import { sendInquiry } from './send-inquiry.server.ts'
import { aRequest, consentsBothWays, linkMessages, newestToken, prepareInquiries } from './testing.ts'

let t: TestDatabase
let w: World
const visitor = { address: '192.0.2.1', secure: true }
const secretOf = (cookie: string) => /^svar-[0-9a-f]{8}=([^;]+);/.exec(cookie)?.[1] ?? ''

beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t, { jonas: 'contact' })
  await allowJobs(t)
  await prepareInquiries(t, w)
  await consentsBothWays(t, w, 'education', 'education', [w.people.ida, w.people.mette])
})

async function sent(over: Record<string, unknown> = {}) {
  const { id } = await sendInquiry(w.ctxFor('coordinator'), aRequest(w, over))
  return { id, token: await newestToken(t, w.municipalityId) }
}
async function opened(over: Record<string, unknown> = {}) {
  const { id, token } = await sent(over)
  const confirmed = await confirmReply(token, ' Grøn  TRAKTOR ', visitor)
  expect(confirmed.said).toBe('ok')
  return { id, token, secret: confirmed.said === 'ok' ? secretOf(confirmed.cookie) : '' }
}
const answer = (text = 'Ida kommer glad i skole') => [{ personId: w.people.ida, answers: { works: text } }]

test('UDR-08: before the code the page tells nothing about anybody; after it first names and questions only', async () => {
  const { token, secret } = await opened({ message: 'Vi mødes om to uger.' })
  const before = await openReply(token, '')
  expect(before).toEqual({ state: 'confirm', municipality: 'Hedensted', codeBy: 'agreed' })
  const page = await openReply(token, secret)
  if (page.state !== 'answer') throw new Error(page.state)
  expect(page.people).toEqual([{ id: w.people.ida, name: 'Ida', born: null }])
  expect(page.questions.map((q) => q.code)).toEqual(['works', 'worries', 'dates'])
  expect(JSON.stringify(page)).not.toMatch(/Sørensen|Mette|Jonas|T-\d/)
  expect(page.message).toBe('Vi mødes om to uger.')
  expect((await auditRows(t, 'inquiries.open-reply')).at(-1)).toMatchObject({ actor_kind: 'guest', case_id: w.caseId, person_ids: [w.people.ida], bases: ['guest'] })
})

test('UDR-08: the answer becomes what the school states, once; then the link says thank you and nothing else', async () => {
  const { id, token, secret } = await opened()
  expect(await answerReply(token, secret, 'Line Krogh, klasselærer', answer())).toBe(true)
  expect(await answerReply(token, secret, 'Line Krogh', answer('igen'))).toBe(false)
  expect(await openReply(token, secret)).toEqual({ state: 'thanks', municipality: 'Hedensted' })
  expect(await openReply(token, '')).toEqual({ state: 'thanks', municipality: 'Hedensted' })
  expect(await confirmReply(token, 'grøn traktor', visitor)).toEqual({ said: 'gone' })
  const { inquiry } = await readInquiry(w.ctxFor('coordinator'), { caseId: w.caseId, inquiryId: id })
  expect(inquiry.answers).toHaveLength(1)
  expect(inquiry.answers[0]).toMatchObject({
    personId: w.people.ida, sector: 'coordination', category: 'education', answers: { works: 'Ida kommer glad i skole' }, by: null,
    stated: { name: 'Line Krogh, klasselærer', sector: 'education', channel: 'link' }, subjects: [w.people.ida],
  })
  const log = (await auditRows(t, 'inquiries.answer')).at(-1)
  expect(log).toMatchObject({ actor_kind: 'guest', outcome: 'done', case_id: w.caseId, person_ids: [w.people.ida], bases: ['guest'] })
  expect(log?.shelf_ids).toHaveLength(1)
})

test('UDR-08: wrong, unknown, revoked, expired and cancelled links look the same and tell nothing', async () => {
  const gone = { state: 'gone' }
  expect(await openReply('x', '')).toEqual(gone)
  expect(await openReply('A'.repeat(43), '')).toEqual(gone)
  const old = await opened()
  await sendNewLink(w.ctxFor('coordinator'), { caseId: w.caseId, inquiryId: old.id, codeBy: 'agreed', agreedWord: 'rød cykel' })
  const token = await newestToken(t, w.municipalityId)
  expect(token).not.toBe(old.token)
  expect(await openReply(old.token, old.secret)).toEqual(gone)
  expect(await answerReply(old.token, old.secret, 'Line', answer())).toBe(false)
  expect(await openReply(token, '')).toMatchObject({ state: 'confirm' })
  await t.owner.query(`update inquiry_link set expires_at = access.now() - interval '1 minute' where inquiry_id = $1`, [old.id])
  expect(await openReply(token, '')).toEqual(gone)
  expect(await confirmReply(token, 'rød cykel', visitor)).toEqual({ said: 'gone' })
  const cancelled = await opened()
  await cancelInquiry(w.ctxFor('coordinator'), { caseId: w.caseId, inquiryId: cancelled.id, reason: 'Spurgt to gange' })
  expect(await openReply(cancelled.token, cancelled.secret)).toEqual(gone)
  expect(await keepReplyDraft(cancelled.token, cancelled.secret, { a: 'b' })).toBe(false)
})

test('UDR-08: five wrong codes close the link, the right one included, and the coordinator gets a task', async () => {
  const { id, token } = await sent()
  for (let i = 0; i < 4; i++) expect(await confirmReply(token, `forkert ${i}`, visitor)).toEqual({ said: 'wrong' })
  expect(await confirmReply(token, 'forkert 5', visitor)).toEqual({ said: 'gone' })
  expect(await confirmReply(token, 'grøn traktor', visitor)).toEqual({ said: 'gone' })
  expect(await openReply(token, '')).toEqual({ state: 'gone' })
  const { rows } = await t.owner.query(`select for_role from task where code = 'inquiry-locked' and data = $1`, [{ inquiry: id }])
  expect(rows).toEqual([{ for_role: 'coordinator' }])
  expect((await auditRows(t, 'inquiries.confirm')).filter((r) => r.outcome === 'refused' && r.details['inquiry'] === id)).toHaveLength(5)
  const { inquiries } = await readInquiries(w.ctxFor('coordinator'), { caseId: w.caseId })
  expect(inquiries.find((q) => q.id === id)?.link?.state).toBe('locked')
})

test('UDR-08: the secret of one link opens no other one', async () => {
  const one = await opened()
  const other = await sent()
  expect(await openReply(other.token, one.secret)).toMatchObject({ state: 'confirm' })
  expect(await answerReply(other.token, one.secret, 'Line', answer())).toBe(false)
})

test('UDR-08: too many pages from one address are refused', async () => {
  const busy = { address: '192.0.2.99', secure: true }
  let limited = false
  for (let i = 0; i < 320 && !limited; i++) limited = await isLimited(busy)
  expect(limited).toBe(true)
  expect(await isLimited(visitor)).toBe(false)
})

test('UDR-08: what was typed is kept, encrypted, and is there when the link is opened again', async () => {
  const { token, secret } = await opened()
  expect(await keepReplyDraft(token, secret, { name: 'Line', [`a.${w.people.ida}.works`]: 'Halvt svar' })).toBe(true)
  expect(await openReply(token, secret)).toMatchObject({ draft: { name: 'Line', [`a.${w.people.ida}.works`]: 'Halvt svar' } })
  const { rows } = await t.owner.query<{ draft: Buffer }>('select draft from inquiry_link where draft is not null')
  expect(rows.every((r) => !r.draft.toString('utf8').includes('Halvt'))).toBe(true)
})

test('CON-14: a consent that is withdrawn meanwhile takes the person off the page; with nobody left the link is gone', async () => {
  const both = [w.people.ida, w.people.mette]
  const { token, secret } = await opened({ personIds: both, message: 'Mette har fødselsdag den dag.' })
  const page = await openReply(token, secret)
  if (page.state !== 'answer') throw new Error(page.state)
  expect(page.people.map((p) => p.name).sort()).toEqual(['Ida', 'Mette'])
  await t.owner.query('update consent set withdrawn_at = access.now() where case_id = $1 and subject_id = $2', [w.caseId, w.people.mette])
  const after = await openReply(token, secret)
  expect(JSON.stringify(after)).not.toContain('Mette')
  expect(after).toMatchObject({ people: [{ name: 'Ida' }], message: '' })
  const { inquiries } = await readInquiries(w.ctxFor('coordinator'), { caseId: w.caseId })
  const open = await sendNewLink(w.ctxFor('coordinator'), { caseId: w.caseId, inquiryId: inquiries[0]!.id, codeBy: 'agreed', agreedWord: 'grøn traktor' })
  expect(open.subjects).toEqual(both.toSorted((a, b) => a - b)) // the request is about both; a new link still shows Ida only
  const again = await newestToken(t, w.municipalityId)
  const confirmed = await confirmReply(again, 'grøn traktor', visitor)
  const key = confirmed.said === 'ok' ? secretOf(confirmed.cookie) : ''
  expect(await openReply(again, key)).toMatchObject({ people: [{ name: 'Ida' }], message: '' })
  // an answer about her does not get in any more
  expect(await answerReply(again, key, 'Line', [{ personId: w.people.mette, answers: { works: 'x' } }, ...answer()])).toBe(true)
  const { rows } = await t.owner.query('select person_id::int from inquiry_answer order by id desc limit 1')
  expect(rows).toEqual([{ person_id: w.people.ida }])
  const late = await opened()
  await t.owner.query('update consent set withdrawn_at = access.now() where case_id = $1 and subject_id = $2 and withdrawn_at is null', [w.caseId, w.people.ida])
  expect(await openReply(late.token, late.secret)).toEqual({ state: 'gone' })
  await consentsBothWays(t, w, 'education', 'education', both)
})

test('CON-14: an answer that names somebody else is about her too', async () => {
  const { token, secret } = await opened()
  expect(await answerReply(token, secret, 'Line', answer('Ida savner Jonas og taler meget om Mettes arbejde'))).toBe(true)
  const { rows } = await t.owner.query<{ subjects: number[] }>('select subjects::int[] from inquiry_answer order by id desc limit 1')
  expect(rows[0]?.subjects.map(Number).sort((a, b) => a - b)).toEqual([w.people.mette, w.people.ida, w.people.jonas].sort((a, b) => a - b))
})

test('UDR-08: a closed case takes no more answers', async () => {
  const { token, secret } = await opened()
  const closure = await insert(t, 'closure', { municipality_id: w.municipalityId, case_id: w.caseId, closed_at: '2026-01-01', reason: 'moved' })
  expect(await openReply(token, secret)).toEqual({ state: 'gone' })
  await t.owner.query('update closure set reopened_at = access.now(), reopen_reason = $2 where id = $1', [closure, 'test'])
})

test('UDR-08: mail and SMS name nobody, and the code never goes with the link', async () => {
  await sent({ codeBy: 'sms', codePhone: '+4512345678', agreedWord: '' })
  const mails = (await linkMessages(t, w.municipalityId)).slice(-2)
  expect(mails.map((m) => [m.template, m.channel])).toEqual([['inquiry', 'email'], ['inquiry-code', 'sms']])
  const code = /\d{6}/.exec(mails[1]!.text)![0]
  expect(mails[0]!.text).not.toContain(code)
  expect(mails[1]!.text).not.toMatch(/svar\/[A-Za-z0-9]/)
  for (const m of mails) expect(m.subject + m.text).not.toMatch(/Ida|Mette|Jonas|Sørensen|familie|T-\d/)
  expect((await confirmReply(await newestToken(t, w.municipalityId), code, visitor)).said).toBe('ok')
})

test('UDR-08: the unit’s own knowledge opens a link too: the birthday of the one it is about', async () => {
  const { token } = await sent({ codeBy: 'birthday', agreedWord: '' })
  expect(await openReply(token, '')).toMatchObject({ state: 'confirm', codeBy: 'birthday' })
  const { rows } = await t.owner.query<{ born: string }>('select born::text from person where municipality_id = $1 and id = $2', [w.municipalityId, w.people.ida])
  expect((await confirmReply(token, '2001-01-01', visitor)).said).toBe('wrong')
  expect((await confirmReply(token, rows[0]!.born, visitor)).said).toBe('ok')
})
