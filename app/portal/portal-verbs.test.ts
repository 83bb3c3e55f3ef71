import { beforeAll, describe, expect, test } from 'vitest'
import { NotFound } from '#app/platform/context.ts'
import { setContact } from '#app/families/set-contact.server.ts'
import { addActivity } from '#app/plan/add-activity.server.ts'
import { addGoal } from '#app/plan/add-goal.server.ts'
import { makeVersion } from '#app/plan/make-version.server.ts'
import { readPlan } from '#app/plan/read-plan.server.ts'
import { recordAgreement } from '#app/plan/record-agreement.server.ts'
import { setTerms } from '#app/plan/set-terms.server.ts'
import { undoOnBehalf } from '#app/plan/undo-on-behalf.server.ts'
import { writeHope } from '#app/plan/write-hope.server.ts'
import { readFamilyLog } from '#app/rights/read-family-log.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aFamily, auditRows, aWorld, consent, insert, type World } from '#test/world.ts'
import { readMyDetails } from './read-my-details.server.ts'
import { type PortalPlan, readPortalPlan } from './read-portal-plan.server.ts'

/** How a plan is followed up, whole. */
const wholeTerms = (world: World, goal: number | undefined) => ({
  nextGoals: [goal],
  caseId: world.caseId,
  howFollowed: 'Vi tager målene ét ad gangen',
  howOften: 'monthly',
  nextOn: '2099-01-31',
  nextPeople: [world.people.mette],
  ifOtherwise: 'Vi mødes før tid',
  whoCalls: 'Mette ringer',
  reopenedWhen: 'Når noget står stille',
  registeredBy: 'Mette',
  registeredWhat: 'Hvordan ugen gik',
  registeredOften: 'Hver søndag',
  registeredChannel: 'paper',
})

let t: TestDatabase
let w: World
let other: World
beforeAll(async () => {
  t = await createTestDatabase()
  w = await aWorld(t, { jonas: 'shared', assigned: ['coordinator', 'teacher', 'jobcentre'] })
  other = await aWorld(t, { municipality: 787 })
  const home = await insert(t, 'household', { municipality_id: 766, case_id: w.caseId, name: 'Jonas', valid_from: '2020-01-01' })
  await insert(t, 'household_member', {
    municipality_id: 766,
    case_id: w.caseId,
    household_id: home,
    person_id: w.people.jonas,
    valid_from: '2020-01-01',
  })
  const staff = w.ctxFor('coordinator')
  const hope = (personId: number, words: string) =>
    writeHope(staff, { caseId: w.caseId, personId, words, onBehalfChannel: 'meeting', onBehalfOn: '2026-11-01' })
  const mettes = await hope(w.people.mette, 'Et arbejde med hænderne')
  await hope(w.people.ida, 'At Freja må komme med hjem')
  const mette = await addGoal(staff, { caseId: w.caseId, title: 'Mette prøver en praktik', subjects: [w.people.mette], hopeId: mettes.id })
  await addGoal(staff, { caseId: w.caseId, title: 'Ida har en legeaftale', subjects: [w.people.ida] })
  await addActivity(staff, {
    caseId: w.caseId,
    what: 'Praktik i køkkenet',
    goalId: mette.id,
    rhythm: 'weekly',
    weekdays: ['1'],
    takesPart: [w.people.mette],
  })
  await consent(t, w, {
    subject: w.people.ida,
    from: ['coordination'],
    to: ['education'],
    categories: ['plan'],
    signers: [w.people.mette, w.people.jonas],
  })
})

const see = async (who: 'mette' | 'ida' | 'jonas'): Promise<PortalPlan> => {
  const page = await readPortalPlan(w.ctxFor(who), { caseId: null })
  if (page.plan === null) throw new Error('several cases')
  return page
}

describe('Vores plan', () => {
  test("the mother sees her household's plan and those who help, the coordinator first", async () => {
    const { plan, elsewhere, children, helpers } = await see('mette')
    expect(elsewhere).toBe(false)
    expect(children).toEqual(['Ida'])
    expect(plan.goals.map((g) => g.title)).toEqual(['Mette prøver en praktik', 'Ida har en legeaftale'])
    expect(helpers.map((h) => h.name)).toEqual(['Anna Holm', 'Line Krogh', 'Karim Aziz'])
    expect(plan.may).toMatchObject({ hope: true, order: true, makeVersion: false })
  })

  test('access 19: Jonas sees what concerns Ida: nothing of Mette, not her name, nor who helps her', async () => {
    const page = await see('jonas')
    expect(page.elsewhere).toBe(true)
    expect(page.children).toEqual(['Ida'])
    expect(page.plan.goals.map((g) => g.title)).toEqual(['Ida har en legeaftale'])
    expect(page.plan.activities).toEqual([])
    expect(page.plan.people.map((p) => p.name).sort()).toEqual(['Ida', 'Jonas'])
    expect(page.helpers.map((h) => [h.name, h.role === 'coordinator' || h.does === ''])).toEqual([
      ['Anna Holm', true],
      ['Line Krogh', true],
    ])
    expect(page.plan.may.order).toBe(false)
    // Nothing of the other household is handed over at all, shown or not.
    expect(JSON.stringify(page)).not.toMatch(/Mette|praktik|Sørensen/)
  })

  test("a look at one's own plan is in the log, with whom it was about", async () => {
    await see('jonas')
    const rows = (await auditRows(t, 'portal.read-plan')).filter((r) => r.actor_id === w.people.jonas)
    expect(rows.at(-1)).toMatchObject({ outcome: 'done', case_id: w.caseId })
    expect(rows.at(-1)?.person_ids.toSorted((a, b) => a - b)).toEqual([w.people.ida, w.people.jonas].toSorted((a, b) => a - b))
  })

  test('staff have pages of their own, and nobody reaches another family or municipality', async () => {
    await expect(readPortalPlan(w.ctxFor('coordinator'), { caseId: w.caseId })).rejects.toThrow(NotFound)
    await expect(readPortalPlan(other.ctxFor('mette'), { caseId: w.caseId })).rejects.toThrow(NotFound)
    const neighbour = await aFamily(t, w)
    await expect(readPortalPlan(w.ctxFor('mette'), { caseId: neighbour.caseId })).rejects.toThrow(NotFound)
    expect((await auditRows(t, 'portal.read-plan')).some((r) => r.outcome === 'refused')).toBe(true)
  })

  test('with two cases the member chooses', async () => {
    const second = await aFamily(t, w, { name: 'Møller' })
    await insert(t, 'case_person', {
      municipality_id: 766,
      case_id: second.caseId,
      person_id: w.people.jonas,
      role: 'other-parent',
      valid_from: '2020-01-01',
    })
    await insert(t, 'custody', { municipality_id: 766, child_id: second.people.ida, holder_id: w.people.jonas, valid_from: '2020-01-01' })
    const page = await readPortalPlan(w.ctxFor('jonas'), { caseId: null })
    expect(page.plan).toBeNull()
    expect(page).toMatchObject({
      cases: [
        { caseId: w.caseId, name: null, children: ['Ida'] },
        { caseId: second.caseId, name: null, children: ['Ida'] },
      ],
    })
    expect((await readPortalPlan(w.ctxFor('jonas'), { caseId: String(w.caseId) })).plan?.caseId).toBe(w.caseId)
  })
})

describe('Hvem har set vores oplysninger', () => {
  test('the mother sees the coordinator by name also when a parent elsewhere belongs to the case; he sees nothing of her household', async () => {
    await readPlan(w.ctxFor('coordinator'), { caseId: w.caseId })
    const seen = (log: { days: { people: { who: string; things: { what: string }[] }[] }[] }) =>
      log.days.flatMap((d) => d.people.filter((p) => p.who === 'Anna Holm').flatMap((p) => p.things.map((thing) => thing.what)))
    const mette = seen(await readFamilyLog(w.ctxFor('mette'), {}))
    expect(mette).toContain('har set jeres plan')
    expect(seen(await readFamilyLog(w.ctxFor('jonas'), {}))).not.toContain('har set jeres plan')
  })
})

describe('what a member does', () => {
  test('PLAN-09: writes her own hope, and takes back what staff wrote at her word', async () => {
    await writeHope(w.ctxFor('mette'), { caseId: w.caseId, personId: w.people.mette, words: 'At vi spiser sammen' })
    const written = (await see('mette')).plan.hopes.find((h) => h.onBehalf?.personId === w.people.mette)
    await undoOnBehalf(w.ctxFor('mette'), { caseId: w.caseId, what: 'hope', id: written?.id })
    const { plan } = await see('mette')
    expect(plan.hopes.filter((h) => h.personId === w.people.mette).map((h) => h.words)).toEqual(['At vi spiser sammen'])
  })

  test('PLAN-14: says that she partly agrees, in her own words; nobody else says it for her', async () => {
    await makeVersion(w.ctxFor('coordinator'), { caseId: w.caseId, agreedOn: '2026-11-20' }).catch(() => undefined)
    await t.owner.query(
      "update activity set offer = 'Praktik', start_on = '2026-11-01', end_on = '2099-01-01', minutes_per_week = 60 where case_id = $1",
      [w.caseId],
    )
    await t.owner.query(
      'update goal set hope_id = (select min(id) from hope where case_id = $1 and replaced_by is null) where case_id = $1 and hope_id is null',
      [w.caseId],
    )
    await t.owner.query(
      "update goal set aim = 'develop', owner_person_id = $2, measure = 'Vi ser det', start_on = '2026-11-01', end_on = '2099-01-01', look_on = '2099-01-01' where case_id = $1",
      [w.caseId, w.people.mette],
    )
    await setTerms(w.ctxFor('coordinator'), wholeTerms(w, (await see('mette')).plan.goals[0]?.id))
    if (!(await see('mette')).plan.agreement) await makeVersion(w.ctxFor('coordinator'), { caseId: w.caseId, agreedOn: '2026-11-20' })
    const number = (await see('mette')).plan.agreement?.version.number
    await recordAgreement(w.ctxFor('mette'), {
      caseId: w.caseId,
      number,
      personId: w.people.mette,
      answer: 'partly',
      words: 'Jeg vil gerne, men ikke om fredagen',
    })
    expect((await see('mette')).plan.agreement?.given).toMatchObject([
      { personId: w.people.mette, answer: 'partly', words: 'Jeg vil gerne, men ikke om fredagen' },
    ])
    await expect(
      recordAgreement(w.ctxFor('jonas'), { caseId: w.caseId, number, personId: w.people.mette, answer: 'agree' }),
    ).rejects.toThrow()
  })
})

describe('my details', () => {
  test("one's own telephone and channel, changed by oneself; who lives at home", async () => {
    const before = await readMyDetails(w.ctxFor('mette'), { caseId: null })
    expect(before).toMatchObject({ contact: null, coordinator: 'Anna Holm' })
    expect(before.home.map((p) => p.name)).toEqual(['Mette', 'Ida'])
    await setContact(w.ctxFor('mette'), { caseId: w.caseId, personId: w.people.mette, phone: '00 11 22 33', channel: 'sms', revision: 0 })
    expect((await readMyDetails(w.ctxFor('mette'), { caseId: w.caseId })).contact).toMatchObject({ phone: '00 11 22 33', channel: 'sms' })
  })
  test("the other household is not there, and nobody changes another's details", async () => {
    const page = await readMyDetails(w.ctxFor('jonas'), { caseId: w.caseId })
    expect(page.home.map((p) => p.name)).toEqual(['Jonas'])
    expect(page.contact).toBeNull()
    await expect(setContact(w.ctxFor('jonas'), { caseId: w.caseId, personId: w.people.mette, phone: '1', channel: 'sms' })).rejects.toThrow(
      NotFound,
    )
    await expect(readMyDetails(w.ctxFor('teacher'), { caseId: w.caseId })).rejects.toThrow(NotFound)
  })
})
