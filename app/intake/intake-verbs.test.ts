import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { inventedCpr } from '#app/platform/cpr/cpr.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aFamily, auditRows, aWorld, type Family, type World } from '#test/world.ts'
import { answerCriteria, startScreening } from './answer-criteria.server.ts'
import { answerQuestion, askWithoutIdentity, readQuestions } from './ask-question.server.ts'
import { answerHearing, decideIntake, sendHearing } from './decide-intake.server.ts'
import { readIntake, readIntakeLetter } from './read-intake.server.ts'
import { readIntakeQueue } from './read-queue.server.ts'
import { referFamily } from './refer-family.server.ts'
import { registerOnBehalf } from './register-yes.server.ts'
import { applyShippedPack, INTAKE, MINIMUM, signTemplates } from './testing.ts'

let t: TestDatabase
let hedensted: World
let thisted: World
let family: Family & { municipalityId: number }
const today = new Date().toISOString().slice(0, 10)
const ctx = (who: Parameters<World['ctxFor']>[0]) => hedensted.ctxFor(who)

beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  hedensted = await aWorld(t)
  thisted = await aWorld(t, { municipality: 787, inIntake: true })
  await applyShippedPack(t, 766, 'hedensted')
  await applyShippedPack(t, 787, 'thisted')
})
beforeEach(async () => {
  family = { ...(await aFamily(t, hedensted, { inIntake: true, assigned: [] })), municipalityId: 766 }
})
const consents = (codes: string[]) => signTemplates(t, family, 'hedensted', codes, [family.people.mette, family.people.ida])
const issues = async (promise: Promise<unknown>): Promise<string[]> => {
  const error = await promise.then(
    () => null,
    (e: unknown) => e,
  )
  if (!(error instanceof Invalid)) throw error ?? new Error('nothing was refused')
  return error.issues.map((issue) => issue.field)
}
const YES = [
  'parent-on-cash-benefit',
  'social-problems',
  'health-problems',
  'employment-problems',
  'several-departments',
  'child-at-risk-of-placement',
]
const NO = ['parent-on-disability-pension', 'both-parents-work-or-study']
const answers = (no: string[] = NO) =>
  [...YES, ...NO].map((criterion) => ({
    criterion,
    answer: no.includes(criterion) ? 'no' : 'yes',
    evidence: 'Sagsakter af 1. oktober',
    revision: null,
  }))
const decision = (more: object = {}) => ({
  caseId: family.caseId,
  decidedOn: today,
  decision: 'accepted',
  present: [hedensted.staff.intake],
  reasons: 'Familien er i målgruppen og vil gerne være med',
  ...more,
})

describe('referral', () => {
  const person = (firstName: string, part: string, more: object = {}) => ({
    firstName,
    lastName: 'Nymark',
    part,
    born: part === 'child' ? '2017-03-04' : '1990-05-06',
    ...more,
  })
  const referral = (persons: object[], w = hedensted, sector = 'education') => ({
    projectId: w.projectId,
    departmentId: w.departments[sector],
    yesOn: today,
    yesForm: 'spoken',
    yesChannel: 'telephone',
    familyName: 'Nymark',
    reason: 'Ida vil gerne i skole igen, og mor håber på ro om morgenen',
    persons,
  })

  test('VIS-02: a teacher refers a family that has said yes; the yes, the words and the people are kept, and the log says so', async () => {
    const result = await referFamily(
      ctx('teacher'),
      referral([
        person('Rikke', 'adult', { saidYes: 'on', custody: 'on' }),
        person('Emil', 'child'),
        person('Bo', 'other-parent', { custody: 'on' }),
      ]),
    )
    if (result.outcome !== 'referred') throw new Error(result.outcome)
    const { rows: people } = await t.owner.query(
      'select p.first_name, cp.role from case_person cp join person p using (municipality_id) where p.id = cp.person_id and cp.case_id = $1 order by p.id',
      [result.caseId],
    )
    expect(people).toEqual([
      { first_name: 'Rikke', role: 'family' },
      { first_name: 'Emil', role: 'family' },
      { first_name: 'Bo', role: 'other-parent' },
    ])
    expect(
      (await t.owner.query('select count(*)::int as n from custody c join person p on p.id = c.child_id where p.first_name = $1', ['Emil']))
        .rows[0].n,
    ).toBe(2)
    const {
      rows: [note],
    } = await t.owner.query('select sector, category, note from referral_note where case_id = $1', [result.caseId])
    expect(note).toMatchObject({ sector: 'education', category: 'intake', note: expect.stringContaining('ro om morgenen') })
    expect((await t.owner.query('select channel, on_behalf_channel from family_yes where case_id = $1', [result.caseId])).rows).toEqual([
      { channel: 'telephone', on_behalf_channel: 'telephone' },
    ])
    expect((await auditRows(t, 'intake.refer')).at(-1)).toMatchObject({ outcome: 'done', case_id: result.caseId, bases: ['referral'] })
    // 2f: the referrer follows its own referral; a colleague of another department does not.
    expect((await readIntake(ctx('teacher'), { caseId: result.caseId })).notes).toHaveLength(1)
    await expect(readIntake(ctx('jobcentre'), { caseId: result.caseId })).rejects.toThrow(NotFound)
  })
  test('a number that is known answers only that, and the project manager is told', async () => {
    const cpr = inventedCpr('1990-05-06', 'female', 1)
    const with_ = (name: string) => referral([person(name, 'adult', { saidYes: 'on', born: '', cpr })])
    expect((await referFamily(ctx('teacher'), with_('Rikke'))).outcome).toBe('referred')
    expect(await referFamily(ctx('jobcentre'), { ...with_('Rikke'), departmentId: hedensted.departments['employment'] })).toEqual({
      outcome: 'known',
    })
    expect((await t.owner.query("select count(*)::int as n from task where code = 'known-cpr-searched'")).rows[0].n).toBe(1)
  })
  test('nobody refers for a department they do not work in, nor with a yes of tomorrow', async () => {
    const persons = [person('Rikke', 'adult', { saidYes: 'on' })]
    await expect(referFamily(ctx('teacher'), referral(persons, hedensted, 'health'))).rejects.toThrow(Forbidden)
    expect(await issues(referFamily(ctx('teacher'), { ...referral(persons), yesOn: addDays(today, 1) }))).toEqual(['yesOn'])
    await expect(referFamily(hedensted.ctxFor('mette'), referral(persons))).rejects.toThrow(Forbidden)
  })
  test('without the family’s yes: a question without identity, answered by the intake team', async () => {
    const { id } = await askWithoutIdentity(ctx('teacher'), {
      departmentId: hedensted.departments['education'],
      question: 'Kan en familie være med i praktik?',
      nobodyNamed: 'on',
    })
    expect((await readQuestions(ctx('jobcentre'), {})).questions).toEqual([])
    await expect(answerQuestion(ctx('teacher'), { questionId: id, answer: 'Ja' })).rejects.toThrow(Forbidden)
    await answerQuestion(ctx('intake'), { questionId: id, answer: 'Ja, når en forælder får kontanthjælp' })
    await expect(answerQuestion(ctx('intake'), { questionId: id, answer: 'Nej' })).rejects.toThrow(Conflict)
    expect((await readQuestions(ctx('teacher'), {})).questions[0]).toMatchObject({ id, answer: { by: 'Tove Riis' } })
    await expect(answerQuestion(thisted.ctxFor('intake'), { questionId: id, answer: 'Ja' })).rejects.toThrow(Conflict)
  })
})

describe('screening and decision', () => {
  test('VIS-01 VIS-03 VIS-08: answers with evidence give a computed result; a draft saves with anything missing', async () => {
    await consents(INTAKE)
    await startScreening(ctx('intake'), { caseId: family.caseId })
    await answerCriteria(ctx('intake'), { caseId: family.caseId, answers: answers().slice(0, 2) })
    const half = await readIntake(ctx('intake'), { caseId: family.caseId })
    expect(half.result.result).toBe('unanswered')
    expect(half.screening?.answers).toHaveLength(2)
    const revisions = half.screening?.answers ?? []
    const all = answers().map((one) => ({ ...one, revision: revisions.find((old) => old.criterion === one.criterion)?.revision ?? null }))
    await answerCriteria(ctx('intake'), { caseId: family.caseId, answers: all, note: 'Mange flytninger' })
    expect((await readIntake(ctx('intake'), { caseId: family.caseId })).result.result).toBe('meets')
    expect((await auditRows(t, 'intake.answer-criteria')).at(-1)).toMatchObject({ case_id: family.caseId, outcome: 'done' })
  })
  test('VIS-08: an answer that somebody else has changed is not overwritten', async () => {
    await consents(INTAKE)
    const first = answers().slice(0, 1)
    await answerCriteria(ctx('intake'), { caseId: family.caseId, answers: first })
    await answerCriteria(ctx('intake'), { caseId: family.caseId, answers: [{ ...first[0], evidence: 'Ny oplysning', revision: 1 }] })
    const late = await answerCriteria(ctx('intake'), {
      caseId: family.caseId,
      answers: [{ ...first[0], answer: 'no', revision: 1 }],
    }).catch((e: unknown) => e)
    expect(late).toBeInstanceOf(Conflict)
    expect(late).toMatchObject({ code: 'stale', details: { theirs: { evidence: 'Ny oplysning' } } })
  })
  test('CON-02: without the two consents the intake team cannot accept', async () => {
    await consents([...INTAKE, 'holistic-plan'])
    await answerCriteria(ctx('intake'), { caseId: family.caseId, answers: answers() })
    expect(await issues(decideIntake(ctx('intake'), decision()))).toEqual(['decision'])
    await consents(['first-meeting'])
    await decideIntake(ctx('intake'), decision())
    const {
      rows: [row],
    } = await t.owner.query('select decision, decided_at is not null as done from referral where case_id = $1', [family.caseId])
    expect(row).toEqual({ decision: 'accepted', done: true })
    expect(
      (
        await t.owner.query("select count(*)::int as n from task where case_id = $1 and code = 'new-referral' and done_at is null", [
          family.caseId,
        ])
      ).rows[0].n,
    ).toBe(0)
    expect((await auditRows(t, 'intake.decide')).at(-1)).toMatchObject({
      case_id: family.caseId,
      bases: ['intake'],
      details: { decision: 'accepted', decidedOn: today },
    })
    // 2b ends with the decision; the project manager reads on.
    await expect(readIntake(ctx('intake'), { caseId: family.caseId })).rejects.toThrow(NotFound)
    const page = await readIntake(ctx('projectManager'), { caseId: family.caseId })
    expect(page.decisions[0]).toMatchObject({ decidedOn: today, computed: 'meets', present: ['Tove Riis'] })
    expect(page.state.state).toBe('accepted')
  })
  test('VIS-08: a deviation from the computed result needs a reason', async () => {
    await consents([...INTAKE, ...MINIMUM])
    await answerCriteria(ctx('intake'), {
      caseId: family.caseId,
      answers: answers([...NO, 'child-at-risk-of-placement']).concat(
        ['child-already-placed'].map((criterion) => ({ criterion, answer: 'no', evidence: 'Sagsakter', revision: null })),
      ),
    })
    expect(await issues(decideIntake(ctx('intake'), decision()))).toEqual(['deviationReason'])
    await decideIntake(ctx('intake'), decision({ deviationReason: 'Barnet er på vej hjem fra pleje' }))
  })
  test('VIS-14: a no needs a hearing first; then each adult gets a letter with reasons and how to appeal', async () => {
    await consents(INTAKE)
    await answerCriteria(ctx('intake'), { caseId: family.caseId, answers: answers([...NO, 'parent-on-cash-benefit']) })
    const no = decision({ decision: 'refused', reasons: 'Ingen af forældrene får kontanthjælp' })
    expect(await issues(decideIntake(ctx('intake'), no))).toEqual(['noHearingReason'])
    const { hearingIds } = await sendHearing(ctx('intake'), { caseId: family.caseId, reasons: 'Ingen af forældrene får kontanthjælp' })
    await expect(sendHearing(ctx('intake'), { caseId: family.caseId, reasons: 'igen' })).rejects.toThrow(Conflict)
    expect(await issues(decideIntake(ctx('intake'), no))).toEqual(['noHearingReason'])
    await answerHearing(ctx('intake'), {
      caseId: family.caseId,
      hearingId: hearingIds[0],
      answeredOn: today,
      answer: 'Vi forstår det godt',
    })
    const { letters } = await decideIntake(ctx('intake'), no)
    expect(letters).toHaveLength(1)
    const letter = await readIntakeLetter(ctx('mette'), { letterId: letters[0]?.id }).catch((e: unknown) => e)
    expect(letter).toBeInstanceOf(NotFound) // this Mette is another family's
    const mine = await readIntakeLetter(await hedensted.openSession('member', family.people.mette), { letterId: letters[0]?.id })
    expect(mine.body).toContain('Ingen af forældrene får kontanthjælp')
    expect(mine.body).toContain('Vi forstår det godt')
    expect(mine.body).toMatch(/klage/)
    expect(mine.body).not.toContain('{{')
    expect(
      (await t.owner.query("select count(*)::int as n from message where case_id = $1 and channel = 'letter'", [family.caseId])).rows[0].n,
    ).toBe(2)
  })
  test('VIS-14: what one adult answers stands in no other adult’s letter', async () => {
    const two = await aFamily(t, hedensted, { inIntake: true, assigned: [], ages: { ida: 24 } })
    const { hearingIds } = await sendHearing(ctx('intake'), { caseId: two.caseId, reasons: 'Uden for målgruppen' })
    expect(hearingIds).toHaveLength(2)
    const { rows } = await t.owner.query<{ id: string; who: string }>(
      'select id, subjects[1] as who from intake_hearing where case_id = $1',
      [two.caseId],
    )
    const mine = rows.find((row) => Number(row.who) === two.people.mette)
    await answerHearing(ctx('intake'), { caseId: two.caseId, hearingId: mine?.id, answeredOn: today, answer: 'Jeg er bange for Ida' })
    const { letters } = await decideIntake(ctx('intake'), {
      ...decision({
        decision: 'refused',
        reasons: 'Uden for målgruppen',
        deviationReason: 'Familien ønsker det ikke',
        noHearingReason: 'Ida er rejst',
      }),
      caseId: two.caseId,
    })
    const bodies = await t.owner.query<{ body: string; who: string }>(
      'select body, subjects[1] as who from intake_letter where id = any ($1)',
      [letters.map((letter) => letter.id)],
    )
    const bodyOf = (id: number) => bodies.rows.find((row) => Number(row.who) === id)?.body
    expect(bodyOf(two.people.mette)).toContain('Jeg er bange for Ida')
    expect(bodyOf(two.people.ida)).not.toContain('bange')
  })
  test('VIS-14: only the intake team decides; the project manager and the referrer do not; another municipality finds nothing', async () => {
    await expect(decideIntake(ctx('projectManager'), decision())).rejects.toThrow(Forbidden)
    await expect(decideIntake(ctx('familyWorker'), decision())).rejects.toThrow(Forbidden)
    await expect(decideIntake(ctx('teacher'), decision())).rejects.toThrow(NotFound)
    await expect(decideIntake(thisted.ctxFor('intake'), decision())).rejects.toThrow(NotFound)
    expect((await auditRows(t, 'intake.decide')).filter((row) => row.outcome === 'refused')).toHaveLength(4)
  })
  test('VIS-14: a family on the waiting list stays in intake and can be taken in later', async () => {
    await consents([...INTAKE, ...MINIMUM])
    await answerCriteria(ctx('intake'), { caseId: family.caseId, answers: answers() })
    await decideIntake(ctx('intake'), decision({ decision: 'waiting', reasons: 'Der er ikke plads lige nu' }))
    expect((await readIntakeQueue(ctx('intake'), {})).rows.find((row) => row.caseId === family.caseId)).toMatchObject({
      waiting: true,
      next: 'decide',
    })
    await decideIntake(ctx('intake'), decision())
    await expect(decideIntake(ctx('intake'), decision())).rejects.toThrow(NotFound)
  })
  test('VIS-14: the queue tells what is missing and what comes next, and shows nothing of other municipalities', async () => {
    const row = async () => (await readIntakeQueue(ctx('intake'), {})).rows.find((one) => one.caseId === family.caseId)
    expect(await row()).toMatchObject({ next: 'consent', withoutConsent: ['Mette', 'Ida'] })
    await consents([...INTAKE, ...MINIMUM])
    expect(await row()).toMatchObject({ next: 'screen', withoutConsent: [] })
    await answerCriteria(ctx('intake'), { caseId: family.caseId, answers: answers() })
    expect(await row()).toMatchObject({ next: 'decide', result: 'meets' })
    expect((await readIntakeQueue(thisted.ctxFor('intake'), {})).rows.map((one) => one.caseId)).toEqual([thisted.caseId])
    await expect(readIntakeQueue(ctx('teacher'), {})).rejects.toThrow(Forbidden)
  })
  test('access case 14: without a consent of purpose intake the team does not read what a school wrote', async () => {
    const person = { firstName: 'Rikke', lastName: 'Nymark', part: 'adult', born: '1990-05-06', saidYes: 'on' }
    const referred = await referFamily(ctx('teacher'), {
      projectId: hedensted.projectId,
      departmentId: hedensted.departments['education'],
      yesOn: today,
      yesForm: 'signed',
      yesChannel: 'paper',
      familyName: 'Nymark',
      reason: 'Skolens ord',
      persons: [person],
    })
    if (referred.outcome !== 'referred') throw new Error(referred.outcome)
    expect((await readIntake(ctx('intake'), { caseId: referred.caseId })).notes).toEqual([])
    const {
      rows: [who],
    } = await t.owner.query<{ id: string }>('select person_id as id from case_person where case_id = $1', [referred.caseId])
    const mette = Number(who?.id)
    await signTemplates(t, { municipalityId: 766, caseId: referred.caseId, people: { mette, ida: 0, jonas: 0 } }, 'hedensted', INTAKE, [
      mette,
    ])
    expect((await readIntake(ctx('intake'), { caseId: referred.caseId })).notes[0]?.text).toBe('Skolens ord')
  })
  test('a yes by telephone is written down on behalf of the adult, who can read it', async () => {
    await registerOnBehalf(ctx('intake'), {
      caseId: family.caseId,
      personId: family.people.mette,
      saidTo: 'place',
      on: today,
      channel: 'telephone',
    })
    const { rows } = await t.owner.query('select on_behalf_of_person::int as who, said_to, visibility from family_yes where case_id = $1', [
      family.caseId,
    ])
    expect(rows).toEqual([{ who: family.people.mette, said_to: 'place', visibility: 'family' }])
    await expect(
      registerOnBehalf(ctx('teacher'), {
        caseId: family.caseId,
        personId: family.people.mette,
        saidTo: 'place',
        on: today,
        channel: 'telephone',
      }),
    ).rejects.toThrow(NotFound)
  })
})
