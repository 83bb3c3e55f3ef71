import { beforeAll, expect, test } from 'vitest'
import fc from 'fast-check'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aWorld, type World } from '#test/world.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { allowJobs } from '#app/platform/jobs/testing.ts'
import type { LetterBlock } from '#app/platform/letters/letter.ts'
import { codeMessage, linkMail, paperForm, reminderMail, type Asked } from './compose.ts'
import { type Cover, type FormView, isCovered, namedTooMany } from './inquiry.ts'
import { readInquiries } from './read-inquiries.server.ts'
import { readPaper } from './read-paper.server.ts'
import { answerReply, confirmReply, openReply } from './reply.server.ts'
import { readScreenings, screenNeeds } from './screen-needs.server.ts'
import { sendInquiry } from './send-inquiry.server.ts'
import { aRequest, consentsBothWays, newestToken, prepareInquiries } from './testing.ts'
import { writeAnswer } from './write-answer.server.ts'

/* A whole family whose school, doctor and PPR never sign in (issue 3, section 4), and what a request may say of whom. */

let t: TestDatabase
let w: World
beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t, { municipality: 787, assigned: ['coordinator'] }) // nobody but the coordinator is with the family
  await allowJobs(t)
  await prepareInquiries(t, w, 'thisted')
  await consentsBothWays(t, w, 'education', 'education', [w.people.ida])
  await consentsBothWays(t, w, 'general-practice', 'health', [w.people.mette])
})
const visitor = { address: '198.51.100.7', secure: true }

test('UDR-08: a whole family whose school, doctor and PPR never sign in: by link, on paper and by telephone', async () => {
  const coordinator = w.ctxFor('coordinator')
  // a short screening with Mette suggests her doctor; that is the next request
  await screenNeeds(coordinator, { caseId: w.caseId, personId: w.people.mette, form: 'everyday-adult', screenedOn: coordinator.today, answeredWith: 'Mette', answers: { health: 'yes', network: 'yes' } })
  const { screenings } = await readScreenings(coordinator, { caseId: w.caseId })
  expect(screenings[0]?.ask).toMatchObject([{ sector: 'general-practice', askable: true, asked: false }])

  // the school answers on a phone
  await sendInquiry(coordinator, aRequest(w))
  const token = await newestToken(t, w.municipalityId)
  const confirmed = await confirmReply(token, 'grøn traktor', visitor)
  if (confirmed.said !== 'ok') throw new Error(confirmed.said)
  const secret = /=([^;]+);/.exec(confirmed.cookie)![1]!
  expect(await answerReply(token, secret, 'Line Krogh, klasselærer', [{ personId: w.people.ida, answers: { works: 'Ida er glad for matematik' } }])).toBe(true)
  expect((await openReply(token, secret)).state).toBe('thanks')

  // the doctor answers on paper
  const doctor = await sendInquiry(coordinator, aRequest(w, { form: 'doctor', to: 'outside', outsideName: 'Lægehuset', channel: 'paper', personIds: [w.people.mette], questions: ['health-limits'] }))
  const paper = await readPaper(coordinator, { caseId: w.caseId, inquiryId: doctor.id })
  expect(wordsOf(paper.letter.blocks)).toContain('Mette Sørensen, født')
  await writeAnswer(coordinator, { caseId: w.caseId, inquiryId: doctor.id, said: [{ personId: w.people.mette, answers: { 'health-limits': 'Ryggen kan klare fire timer om dagen' } }], statedName: 'Lægen i Lægehuset', statedOn: coordinator.today, statedChannel: 'paper' })

  // PPR answers by telephone
  const ppr = await sendInquiry(coordinator, aRequest(w, { form: 'ppr', to: 'outside', outsideName: 'PPR', channel: 'phone', personIds: [w.people.ida], questions: ['planning'] }))
  await writeAnswer(coordinator, { caseId: w.caseId, inquiryId: ppr.id, said: [{ personId: w.people.ida, answers: { planning: 'Vi ser på læsning efter jul' } }], statedName: 'Psykologen i PPR', statedOn: coordinator.today, statedChannel: 'phone' })

  const { inquiries, never } = await readInquiries(coordinator, { caseId: w.caseId })
  expect(inquiries.map((q) => q.answers[0]?.stated).map((s) => [s?.sector, s?.channel, s?.name])).toEqual([
    ['education', 'phone', 'Psykologen i PPR'],
    ['general-practice', 'paper', 'Lægen i Lægehuset'],
    ['education', 'link', 'Line Krogh, klasselærer'],
  ])
  expect(never).toEqual([])
  expect((await readScreenings(coordinator, { caseId: w.caseId })).screenings[0]?.ask[0]?.asked).toBe(true)
  const { rows } = await t.owner.query(`select count(*)::int as n from assignment where municipality_id = $1 and case_id = $2 and sector <> 'coordination'`, [w.municipalityId, w.caseId])
  expect(rows).toEqual([{ n: 0 }])
  // the family reads it: Mette her own and Ida's
  const { inTransaction } = await import('#app/platform/db.server.ts')
  const seen = await inTransaction(w.ctxFor('mette'), w.caseId, (tx) => tx.selectFrom('inquiry_answer').select('person_id').orderBy('id').execute())
  expect(seen.map((r) => r.person_id)).toEqual([w.people.ida, w.people.mette, w.people.ida])
})

const wordsOf = (blocks: readonly LetterBlock[]): string => JSON.stringify(blocks)
const NAMES = ['Mette', 'Jonas', 'Ida', 'Oliver', 'Åse', 'Bo', 'Karla']
const people: Asked[] = NAMES.map((firstName, i) => ({ id: i + 1, firstName, lastName: 'Nørgaard', born: i === 3 ? null : `20${10 + i}-01-0${i + 1}` }))
const form: FormView = {
  code: 'f', label: { da: 'Skolen', en: 'The school' }, sector: 'education', asks: 'education', tells: 'plan', names: 'first-name', confirm: ['agreed'],
  questions: [{ code: 'works', da: 'Hvad virker?', en: 'What works?', kind: 'text' }],
}
const covers = fc.array(
  fc.record({
    subjectId: fc.integer({ min: 1, max: NAMES.length }),
    fromSector: fc.constantFrom('education', 'coordination', 'health'),
    toSectors: fc.subarray(['education', 'coordination', 'health'], { minLength: 1 }),
    category: fc.constantFrom('education', 'plan', 'health'),
    legal: fc.boolean(),
  }),
  { maxLength: 40 },
)
const texts = fc.array(fc.constantFrom(...NAMES, ...NAMES.map((n) => `${n}s`), 'har', 'fået', 'ny lærer', 'fridag', 'Metteline', '.', '\n'), { maxLength: 12 }).map((w) => w.join(' '))

test('CON-14: no rendered text of a request names a member whom consent does not cover for that recipient', () => {
  let named = 0
  fc.assert(
    fc.property(covers, fc.subarray(people.map((p) => p.id), { minLength: 1 }), texts, fc.constantFrom('first-name' as const, 'name-and-birthday' as const), covers, (then, subjects, message, names, now) => {
      const allowed = (list: readonly Cover[]) => subjects.filter((id) => isCovered(form, id, list))
      // sent only when everybody is covered and the words name nobody else; `now` is what holds when it is read or printed
      const sendable = allowed(then).length === subjects.length && namedTooMany(message, subjects, people).length === 0
      const inquiry = { id: 7, recipient: 'Skolen', names, questions: form.questions, message: sendable ? message : '', subjects, replyBy: '2026-12-01' }
      const covered = allowed(now)
      const paper = paperForm({ locale: 'da', municipality: 'Thisted', today: '2026-11-22', inquiry, people, covered, from: { name: 'Anna Holm', title: 'Koordinator', phone: '' } })
      const token = 'x'.repeat(43)
      const mails = [
        linkMail('da', { municipality: 'Thisted', token, replyBy: '2026-12-01' }),
        reminderMail('da', { municipality: 'Thisted', link: 'y', replyBy: '2026-12-01' }),
        codeMessage('da', { municipality: 'Thisted', code: '123456' }),
      ]
      const outside = people.filter((p) => !covered.includes(p.id))
      const text = wordsOf(paper.blocks) + paper.title + (paper.reference ?? '')
      for (const p of outside) expect(namedTooMany(text.replaceAll('\\n', ' '), [], [p])).toEqual([])
      for (const p of people) for (const m of mails) expect(namedTooMany(`${m.subject} ${m.text}`, [], [p])).toEqual([])
      named += covered.length
    }),
    { numRuns: 2000 },
  )
  expect(named).toBeGreaterThan(0)
})
