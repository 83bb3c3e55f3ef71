import { beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#app/platform/db.server.ts'
import { allowJobs } from '#app/platform/jobs/testing.ts'
import { openJobContext } from '#app/platform/jobs/run-job.server.ts'
import { addDays, addYears } from '#app/platform/time/plain-date.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { consent, type World } from '#test/world.ts'
import { namesOutside, subjectsAfterAsking } from './about-others.ts'
import { foreseeConsents } from './foresight.server.ts'
import { consentForesight } from './jobs.server.ts'
import { readConsentPage } from './read-consent-page.server.ts'
import { readWhatCanSee } from './read-what-can-see.server.ts'
import { readersOf } from './readers.server.ts'
import { aGoal, consentWorld } from './testing.ts'

let t: TestDatabase
let today: string
beforeAll(async () => {
  t = await createTestDatabase()
  today = new Date().toISOString().slice(0, 10)
})

describe('names outside the subjects', () => {
  const people = [
    { id: 1, firstName: 'Mette' },
    { id: 2, firstName: 'Jonas' },
    { id: 3, firstName: 'Ida' },
  ]
  test('CON-14: a text that names somebody else is asked about, in every form of the name', () => {
    const named = (text: string, subjects = [3]) => namesOutside(text, subjects, people).map((p) => p.firstName)
    expect(named('Ida læser højt hver aften')).toEqual([])
    expect(named('Mettes nye job giver uro')).toEqual(['Mette'])
    expect(named("Jonas' vagter og Mette.")).toEqual(['Mette', 'Jonas'])
    expect(named('Idas vægt, Ida-Marie og mettefrit')).toEqual([])
    expect(named('Mettelise kommer')).toEqual([])
  })
  test('CON-14: asked once; the answer is no, or adds the person to the subjects', () => {
    const ask = (aboutOthers?: string) => subjectsAfterAsking({ texts: ['Mette er træt'], subjects: [3], people, aboutOthers })
    expect(() => ask()).toThrow(
      expect.objectContaining({ code: 'about-somebody-else', details: { theirs: [{ id: 1, firstName: 'Mette' }] } }),
    )
    expect(ask('no')).toEqual([3])
    expect(ask('1')).toEqual([3, 1])
  })
})

describe('who can see', () => {
  test('CON-14: "Det her kan læses af": by the rules of the read, by name, without the asker', async () => {
    const w = await consentWorld(t)
    const asked = (subjects: number[], category = 'plan') =>
      inTransaction(w.ctxFor('coordinator'), w.caseId, (tx) =>
        readersOf(tx, { caseId: w.caseId, sector: 'coordination', category, visibility: 'family', subjects }),
      )
    expect((await asked([w.people.ida])).map((r) => r.name)).toEqual(['Hanne Kjær', 'Ida', 'Mette'])
    await consent(t, w, { subject: w.people.ida, from: ['coordination'], to: ['education'], categories: ['plan'] })
    expect((await asked([w.people.ida])).map((r) => [r.name, r.role])).toEqual([
      ['Hanne Kjær', 'project-manager'],
      ['Line Krogh', 'teacher'],
      ['Ida', ''],
      ['Mette', ''],
    ])
    expect((await asked([w.people.ida, w.people.mette])).map((r) => r.name)).not.toContain('Line Krogh')
  })
  test('CON-05: what the school can see now, by the same rules; not for the school itself', async () => {
    const w = await consentWorld(t)
    await aGoal(t, w, [w.people.ida], 'Læse højt')
    await aGoal(t, w, [w.people.mette], 'Finde ro')
    const school = () => readWhatCanSee(w.ctxFor('coordinator'), { caseId: w.caseId, sector: 'education' })
    expect(await school()).toMatchObject({ staff: [{ name: 'Line Krogh' }], records: [] })
    await consent(t, w, { subject: w.people.ida, from: ['coordination'], to: ['education'], categories: ['plan'] })
    expect((await school()).records).toMatchObject([{ kind: 'goal', title: 'Læse højt', staffIds: [w.staff.teacher] }])
    expect((await readWhatCanSee(w.ctxFor('mette'), { caseId: w.caseId, sector: 'education' })).records).toHaveLength(1)
    await expect(readWhatCanSee(w.ctxFor('teacher'), { caseId: w.caseId, sector: 'education' })).rejects.toMatchObject({
      name: 'Forbidden',
    })
    const other = await consentWorld(t, { municipality: 787 })
    await expect(readWhatCanSee(other.ctxFor('coordinator'), { caseId: w.caseId, sector: 'education' })).rejects.toMatchObject({
      name: 'NotFound',
    })
  })
  test('CON-03: the page shows a teacher what concerns the school only, and the coordinator all', async () => {
    const w = await consentWorld(t)
    await consent(t, w, { subject: w.people.ida, from: ['coordination'], to: ['education'], categories: ['plan'] })
    await consent(t, w, { subject: w.people.mette, from: ['psychiatry'], to: ['coordination'], categories: ['health'] })
    expect((await readConsentPage(w.ctxFor('coordinator'), { caseId: w.caseId })).consents).toHaveLength(2)
    const teacher = await readConsentPage(w.ctxFor('teacher'), { caseId: w.caseId })
    expect(teacher).toMatchObject({ whole: false, may: { register: false } })
    expect(teacher.consents).toHaveLength(1)
    await expect(readConsentPage(w.ctxFor('mette'), { caseId: w.caseId })).rejects.toMatchObject({ name: 'Forbidden' })
    await expect(readConsentPage(w.ctxFor('jobcentre'), { caseId: w.caseId })).rejects.toMatchObject({ name: 'NotFound' })
  })
})

describe('foreseen', () => {
  const job = async (w: World) => openJobContext(await allowJobs(t), w.municipalityId, `test ${Math.random()}`)
  const tasks = async (w: World) =>
    (
      await t.owner.query(
        `select due::text, data from task where case_id = $1 and code in ('consent-incomplete', 'consent-ends') order by due`,
        [w.caseId],
      )
    ).rows
  test('case 22: Ida turns 15: a task 60 days ahead, once, and the school sees nothing from the day', async () => {
    const w = await consentWorld(t, { ages: { ida: 14 } })
    const id = await consent(t, w, {
      subject: w.people.ida,
      from: ['coordination'],
      to: ['education'],
      categories: ['plan'],
      validUntil: addYears(today, 3),
    })
    await aGoal(t, w, [w.people.ida], 'Læse højt')
    const { rows } = await t.owner.query<{ born: string }>('select born::text from person where id = $1', [w.people.ida])
    const turns = addYears(rows[0]!.born, 15)
    const goals = () => inTransaction(w.ctxFor('teacher'), w.caseId, (tx) => tx.selectFrom('goal').select('title').execute())
    try {
      await t.setNow(`${addDays(turns, -61)}T05:00:00Z`)
      await consentForesight.perform(await job(w), {})
      expect(await tasks(w)).toEqual([])
      await t.setNow(`${addDays(turns, -60)}T05:00:00Z`)
      await consentForesight.perform(await job(w), {})
      await consentForesight.perform(await job(w), {})
      expect(await tasks(w)).toEqual([{ due: turns, data: { person: w.people.ida, on: turns, why: 'birthday' } }])
      await t.owner.query('update task set done_at = access.now() where case_id = $1', [w.caseId])
      await consentForesight.perform(await job(w), {})
      expect(await tasks(w)).toHaveLength(1)
      expect((await readConsentPage(w.ctxFor('coordinator'), { caseId: w.caseId })).foreseen).toMatchObject([
        { consentId: id, on: turns, missing: [w.people.ida] },
      ])
      expect(await goals()).toHaveLength(1)
      await t.setNow(`${addDays(turns, 1)}T10:00:00Z`)
      expect(await goals()).toEqual([])
      expect((await readConsentPage(w.ctxFor('coordinator'), { caseId: w.caseId })).consents).toMatchObject([{ standing: 'waiting' }])
    } finally {
      await t.setNow(null)
    }
  })
  test('CON-02: a change of custody and an end date are foreseen too; the job alone may look ahead', async () => {
    const w = await consentWorld(t, { jonas: 'contact' })
    const scope = { subject: w.people.ida, from: ['coordination'], to: ['education'] }
    const plan = await consent(t, w, { ...scope, categories: ['plan'] })
    const ends = await consent(t, w, { ...scope, categories: ['meetings'], validUntil: addDays(today, 10) })
    await t.owner.query('insert into custody (municipality_id, child_id, holder_id, valid_from) values ($1, $2, $3, $4)', [
      w.municipalityId,
      w.people.ida,
      w.people.jonas,
      addDays(today, 20),
    ])
    expect((await readConsentPage(w.ctxFor('coordinator'), { caseId: w.caseId })).foreseen).toMatchObject([
      { consentId: ends, why: 'ends', on: addDays(today, 11), missing: [] },
      { consentId: plan, why: 'custody', on: addDays(today, 20), missing: [w.people.jonas] },
    ])
    await expect(foreseeConsents(w.ctxFor('coordinator'), {})).rejects.toMatchObject({ name: 'Forbidden' })
  })
})
