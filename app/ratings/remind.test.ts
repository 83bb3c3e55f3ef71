import { afterEach, beforeAll, expect, test } from 'vitest'
import { applyShippedPack } from '#app/catalogue/testing.ts'
import { Forbidden } from '#app/platform/context.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { openJobContext } from '#app/platform/jobs/run-job.server.ts'
import { allowJobs } from '#app/platform/jobs/testing.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { auditRows, aWorld, insert, type World } from '#test/world.ts'
import { rateMyself } from './rate.server.ts'
import { remindOfRatings } from './remind.server.ts'

let t: TestDatabase
let w: World
beforeAll(async () => {
  t = await createTestDatabase()
  setKeys(testKeys())
  w = await aWorld(t, { ages: { ida: 16 } })
  await applyShippedPack(t, w.municipalityId, 'hedensted')
  const contact = { municipality_id: w.municipalityId, case_id: w.caseId, sector: 'coordination', category: 'contact', visibility: 'family', household_shared: false }
  await insert(t, 'contact_detail', { ...contact, subjects: [w.people.mette], email: 'mette@example.dk', preferred_channel: 'mail' })
})
afterEach(() => t.setNow(null))
const on = async (day: string) => {
  await t.setNow(`${day}T06:00:00Z`)
  return remindOfRatings(await openJobContext(await allowJobs(t), w.municipalityId, 'job'), {})
}
const messages = async () => (await t.owner.query<{ person_id: number; subject: string; template: string }>("select person_id::int, subject, template from message where key like 'ratings.remind.%' order by id")).rows

test('PROG-33: one neutral line a month from the pack’s day to who can be reached and has said nothing; never a letter', async () => {
  expect(await on('2027-03-19')).toEqual({ reminded: 0 })
  expect(await on('2027-03-20')).toEqual({ reminded: 1 }) // Ida, 16, has no mail and no telephone: she gets no letter
  expect(await on('2027-03-21')).toEqual({ reminded: 0 })
  expect(await messages()).toEqual([{ person_id: w.people.mette, subject: 'Besked fra kommunen', template: 'answer' }])
  await rateMyself(w.ctxFor('mette'), { caseId: w.caseId, answers: [{ question: 'how-is-it', text: '5', words: '', seen: null }] })
  expect(await on('2027-04-19')).toEqual({ reminded: 0 })
  await t.owner.query("update rating set rated_on = '2027-04-02', month = '2027-04-01' where case_id = $1", [w.caseId])
  expect(await on('2027-04-20')).toEqual({ reminded: 0 }) // she has answered
  expect(await on('2027-05-20')).toEqual({ reminded: 1 })
  expect((await auditRows(t, 'ratings.remind')).at(-1)).toMatchObject({ outcome: 'done', person_ids: [], details: { reminded: 1 } })
})
test('PROG-33: nobody but a job reminds', async () => {
  await expect(remindOfRatings(w.ctxFor('coordinator'), {})).rejects.toThrow(Forbidden)
})
