import pg from 'pg'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { decideIntake } from '#app/intake/decide-intake.server.ts'
import { referFamily } from '#app/intake/refer-family.server.ts'
import { applyShippedPack, MINIMUM, signTemplates } from '#app/intake/testing.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aFamily, auditRows, aWorld, type Family, insert, type World } from '#test/world.ts'
import { foreseeReviews } from './jobs.server.ts'
import { moveFamily, reviewWaitingList, setExpectedEnd, writeWaitingLetter } from './keep-waiting-list.server.ts'
import { answerPlace, offerPlace, readPlaceOffer, withdrawPlace } from './offer-place.server.ts'
import { readDistricts, readRound } from './read-districts.server.ts'
import { readWaitingList } from './read-waiting-list.server.ts'
import { closeRound, listCase, openRound, screenLine, takeStep } from './screen-district.server.ts'

let t: TestDatabase
let w: World
let neighbour: World
const today = new Date().toISOString().slice(0, 10)
const ctx = (who: Parameters<World['ctxFor']>[0]) => w.ctxFor(who)

beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t)
  neighbour = await aWorld(t, { municipality: 787, inIntake: true })
  await applyShippedPack(t, 766, 'hedensted')
  await applyShippedPack(t, 787, 'thisted')
})
const capacity = (n: number) => t.owner.query('update project set capacity = $1 where id = $2 and municipality_id = 766', [n, w.projectId])
const taken = async () =>
  Number(
    (await t.owner.query("select count(distinct case_id) as n from referral where municipality_id = 766 and decision = 'accepted'")).rows[0].n,
  )
const project = async (who: 'projectManager' | 'intake' = 'projectManager') => (await readWaitingList(ctx(who), {})).projects[0]!

/** A family on the waiting list since so many days, referred by the family worker. */
async function waitingFor(days: number, name: string): Promise<Family & { municipalityId: number }> {
  const family = await aFamily(t, w, { inIntake: true, assigned: [], name })
  await t.owner.query("update referral set decision = 'waiting', decided_at = $1 where case_id = $2 and municipality_id = 766", [
    `${addDays(today, -days)}T10:00:00Z`,
    family.caseId,
  ])
  return { ...family, municipalityId: 766 }
}
let first: Family & { municipalityId: number }
let second: Family & { municipalityId: number }
let third: Family & { municipalityId: number }
beforeEach(async () => {
  await t.owner.query(
    "delete from place_offer; delete from waiting_move; delete from waiting_review_line; delete from waiting_review; delete from task where code in ('place-offered', 'place-answered', 'waiting-review'); update referral set decision = 'refused', decided_at = access.now() where decision = 'waiting'",
  )
  first = await waitingFor(60, 'Alfa')
  second = await waitingFor(40, 'Beta')
  third = await waitingFor(20, 'Gamma')
  await capacity((await taken()) + 1)
})

describe('the list', () => {
  test('VIS-19: families stand by the day they came, with age in days; project manager and intake team see them, nobody else', async () => {
    const { families, proposed, free } = await project()
    expect(families.map((one) => [one.place, one.name, one.days])).toEqual([
      [1, 'Alfa', 60],
      [2, 'Beta', 40],
      [3, 'Gamma', 20],
    ])
    expect([free, proposed]).toEqual([1, [first.caseId]])
    expect((await project('intake')).families).toHaveLength(3)
    for (const who of ['coordinator', 'teacher', 'familyWorker', 'steering'] as const)
      await expect(readWaitingList(ctx(who), {})).rejects.toThrow(Forbidden)
    const other = await readWaitingList(neighbour.ctxFor('projectManager'), {})
    expect(other.projects.flatMap((one) => one.families)).toEqual([])
    expect((await auditRows(t, 'waiting.read-list')).at(-1)?.details).toBeDefined()
  })
  test('VIS-19: the order changes with a reason, and the history is kept', async () => {
    await expect(moveFamily(ctx('projectManager'), { caseId: third.caseId, place: 1, reason: ' ' })).rejects.toThrow(Invalid)
    await moveFamily(ctx('projectManager'), { caseId: third.caseId, place: 1, reason: 'Barnet er født for tidligt' })
    await moveFamily(ctx('intake'), { caseId: third.caseId, place: 2, reason: 'Det haster ikke mere' })
    const { families } = await project()
    expect(families.map((one) => one.name)).toEqual(['Alfa', 'Gamma', 'Beta'])
    expect(families[1]?.moves.map((one) => one.reason)).toEqual(['Barnet er født for tidligt', 'Det haster ikke mere'])
    await expect(moveFamily(ctx('projectManager'), { caseId: third.caseId, place: 2, reason: 'Igen' })).rejects.toMatchObject({ code: 'same-place' })
    await expect(moveFamily(ctx('teacher'), { caseId: third.caseId, place: 1, reason: 'x' })).rejects.toThrow(NotFound)
    await expect(moveFamily(neighbour.ctxFor('projectManager'), { caseId: third.caseId, place: 1, reason: 'x' })).rejects.toThrow(NotFound)
    expect((await auditRows(t, 'waiting.move-family')).filter((one) => one.outcome === 'done').at(-1)).toMatchObject({ case_id: third.caseId })
    await expect(t.owner.query("update waiting_move set reason = '' where true")).rejects.toThrow()
  })
  test('VIS-19: the list is gone through with a dated record of each family; a job gives the task and the review closes it', async () => {
    const job = await w.openSession('job', 0)
    expect((await foreseeReviews(job, {})).due).toContain(w.projectId)
    await foreseeReviews(job, {})
    const tasks = () =>
      t.owner.query("select done_at is not null as done, for_role from task where code = 'waiting-review' and municipality_id = 766")
    expect((await tasks()).rows).toEqual([{ done: false, for_role: 'project-manager' }])
    const lines = [
      { caseId: first.caseId, outcome: 'stays', note: '' },
      { caseId: second.caseId, outcome: 'stays', note: 'Ringet op' },
      { caseId: third.caseId, outcome: 'first', note: 'Anbringelse truer' },
    ]
    await expect(reviewWaitingList(ctx('projectManager'), { projectId: w.projectId, lines: lines.slice(1) })).rejects.toThrow(Invalid)
    await expect(reviewWaitingList(ctx('intake'), { projectId: w.projectId, lines })).rejects.toThrow(Forbidden)
    await reviewWaitingList(ctx('projectManager'), { projectId: w.projectId, lines })
    const page = await project()
    expect(page.families.map((one) => one.name)).toEqual(['Gamma', 'Alfa', 'Beta'])
    expect(page.reviews[0]?.lines.map((one) => [one.name, one.outcome, one.note])).toContainEqual(['Beta', 'stays', 'Ringet op'])
    expect(page.reviewDue).toBe(addDays(today, 28))
    expect((await tasks()).rows).toEqual([{ done: true, for_role: 'project-manager' }])
    expect((await foreseeReviews(job, {})).due).not.toContain(w.projectId)
    await expect(foreseeReviews(ctx('projectManager'), {})).rejects.toThrow(Forbidden)
  })
  test('VIS-19: the letter says where the family stands, when the list is looked at again and who helps meanwhile', async () => {
    const { letters } = await writeWaitingLetter(ctx('projectManager'), {
      caseId: second.caseId,
      meanwhile: 'Bodil kommer hver anden uge.',
      helperId: w.staff.familyWorker,
    })
    expect(letters).toHaveLength(1)
    const { rows } = await t.owner.query('select body from intake_letter where id = $1', [letters[0]?.id])
    expect(rows[0].body).toContain('nummer 2 af 3')
    expect(rows[0].body).toContain('Sofie Lund')
    expect(rows[0].body).toContain('Bodil kommer hver anden uge.')
    expect(rows[0].body).not.toMatch(/\{\{/)
    expect((await project()).families[1]?.letter?.id).toBe(letters[0]?.id)
    await expect(
      writeWaitingLetter(ctx('teacher'), { caseId: second.caseId, meanwhile: 'x', helperId: w.staff.familyWorker }),
    ).rejects.toThrow(NotFound)
  })
})

describe('a place opens', () => {
  const offer = (family: Family, more: object = {}) =>
    offerPlace(ctx('projectManager'), { caseId: family.caseId, caseworkerId: w.staff.familyWorker, ...more })
  test('VIS-13, VIS-19: the first in turn is asked by its caseworker; a no keeps its reason and the next is proposed; a yes goes to the decision', async () => {
    await expect(offerPlace(ctx('intake'), { caseId: first.caseId, caseworkerId: w.staff.familyWorker })).rejects.toThrow(Forbidden)
    await expect(offer(second)).rejects.toThrow(Invalid)
    const { offerId } = await offer(first)
    expect((await project()).proposed).toEqual([])
    const task = await t.owner.query("select for_staff::int, due::text from task where code = 'place-offered' and done_at is null")
    expect(task.rows).toEqual([{ for_staff: w.staff.familyWorker, due: addDays(today, 14) }])
    expect((await readPlaceOffer(ctx('familyWorker'), { caseId: first.caseId })).open?.id).toBe(offerId)
    await expect(readPlaceOffer(ctx('teacher'), { caseId: first.caseId })).rejects.toThrow(NotFound)
    const answer = (more: object) => answerPlace(ctx('familyWorker'), { caseId: first.caseId, offerId, on: today, ...more })
    await expect(answer({ answer: 'no' })).rejects.toThrow(Invalid)
    await answer({ answer: 'no', reason: 'De vil vente til efter flytningen' })
    await expect(answer({ answer: 'yes' })).rejects.toMatchObject({ code: 'offer-answered' })
    const after = await project()
    expect(after.families[0]?.offers[0]).toMatchObject({ answer: 'no', reason: 'De vil vente til efter flytningen' })
    expect(after.proposed).toEqual([second.caseId])
    const next = await offer(second)
    await answerPlace(ctx('familyWorker'), { caseId: second.caseId, offerId: next.offerId, on: today, answer: 'yes' })
    expect((await project()).free).toBe(0)
    const told = await t.owner.query("select count(*)::int as n from task where code = 'place-answered' and for_role = 'project-manager'")
    expect(told.rows[0].n).toBe(2)
    expect((await auditRows(t, 'waiting.answer-place')).filter((one) => one.outcome === 'done')).toHaveLength(2)
  })
  test('VIS-17: a place that is held for one family is not given to another by a decision; the one it is held for takes it', async () => {
    await signTemplates(t, second, 'hedensted', MINIMUM, [second.people.mette, second.people.ida])
    await signTemplates(t, first, 'hedensted', MINIMUM, [first.people.mette, first.people.ida])
    await offer(first)
    const accept = (family: Family) => acceptFamily(family)
    await expect(accept(second)).rejects.toThrow(Invalid)
    await accept(first)
    expect((await project()).counts).toMatchObject({ held: 0 })
    expect((await project()).free).toBe(0)
  })
  test('VIS-19: never two families for one place: two offers, and two decisions, at the same time', async () => {
    const results = await Promise.allSettled([offer(first), offer(second, { outOfTurn: 'Haster' }), offer(third, { outOfTurn: 'Haster' })])
    expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    await t.owner.query('delete from place_offer')
    for (const one of [first, second]) await signTemplates(t, one, 'hedensted', MINIMUM, [one.people.mette, one.people.ida])
    const decided = await Promise.allSettled([acceptFamily(first), acceptFamily(second)])
    expect(decided.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    const lost = decided.find((one) => one.status === 'rejected')
    expect(lost?.reason).toBeInstanceOf(Invalid)
  })
  test('VIS-19: the project manager takes a held place back with a reason; another family out of turn needs one too', async () => {
    const { offerId } = await offer(third, { outOfTurn: 'Den eneste, der kan begynde nu' })
    await expect(withdrawPlace(ctx('projectManager'), { caseId: third.caseId, offerId, reason: '' })).rejects.toThrow(Invalid)
    await expect(withdrawPlace(ctx('familyWorker'), { caseId: third.caseId, offerId, reason: 'x' })).rejects.toThrow(Forbidden)
    await withdrawPlace(ctx('projectManager'), { caseId: third.caseId, offerId, reason: 'Familien kan ikke nås' })
    await expect(answerPlace(ctx('familyWorker'), { caseId: third.caseId, offerId, on: today, answer: 'yes' })).rejects.toThrow(Conflict)
    expect((await project()).free).toBe(1)
  })
  test('VIS-17: a foreseen end is counted within three and six months; the newest counts', async () => {
    const family = await aFamily(t, w)
    await setExpectedEnd(ctx('coordinator'), { caseId: family.caseId, endsOn: addDays(today, 30), reason: 'Målene er nået' })
    await setExpectedEnd(ctx('projectManager'), { caseId: family.caseId, endsOn: addDays(today, 120), reason: '' })
    const page = await project()
    expect(page.counts).toMatchObject({ ends3: 0, ends6: 1 })
    expect(page.ends.find((one) => one.caseId === family.caseId)?.endsOn).toBe(addDays(today, 120))
    await expect(setExpectedEnd(ctx('teacher'), { caseId: family.caseId, endsOn: addDays(today, 30) })).rejects.toThrow(Forbidden)
    await setExpectedEnd(ctx('coordinator'), { caseId: family.caseId, endsOn: '' })
    expect((await project()).counts).toMatchObject({ ends6: 0 })
  })
})

/** The intake team says yes; the answers deviate, so that a reason is enough. */
async function acceptFamily(family: Family): Promise<unknown> {
  const screening = await insert(t, 'screening', {
    municipality_id: 766,
    pack: 'hedensted',
    pack_version: '1.0.0',
    screened_on: today,
    case_id: family.caseId,
    sector: 'coordination',
    category: 'intake',
    visibility: 'staff',
    subjects: [family.people.mette, family.people.ida],
    author_staff_id: w.staff.intake,
  })
  for (const [criterion, answer] of ANSWERS)
    await insert(t, 'screening_answer', {
      municipality_id: 766,
      screening_id: screening,
      criterion,
      answer,
      evidence: 'Sagsakter',
      case_id: family.caseId,
      sector: 'coordination',
      category: 'intake',
      visibility: 'staff',
      subjects: [family.people.mette, family.people.ida],
      author_staff_id: w.staff.intake,
    })
  await signTemplates(t, { ...family, municipalityId: 766 }, 'hedensted', ['consider-intake'], [family.people.mette, family.people.ida])
  return decideIntake(ctx('intake'), {
    caseId: family.caseId,
    decidedOn: today,
    decision: 'accepted',
    present: [w.staff.intake],
    reasons: 'Der er plads',
  })
}
const ANSWERS: [string, string][] = [
  ...['parent-on-cash-benefit', 'social-problems', 'health-problems', 'employment-problems', 'several-departments', 'child-at-risk-of-placement'].map(
    (code): [string, string] => [code, 'yes'],
  ),
  ['parent-on-disability-pension', 'no'],
  ['both-parents-work-or-study', 'no'],
]

describe('walls', () => {
  test('VIS-19: what is noted about a family on the list is read by whole-case staff only, whatever a statement asks', async () => {
    const family = await aFamily(t, w)
    await capacity((await taken()) + 1)
    await setExpectedEnd(ctx('coordinator'), { caseId: family.caseId, endsOn: addDays(today, 30), reason: 'Målene er nået' })
    await moveFamily(ctx('projectManager'), { caseId: third.caseId, place: 1, reason: 'Haster' })
    const { offerId } = await offerPlace(ctx('projectManager'), { caseId: first.caseId, caseworkerId: w.staff.familyWorker, outOfTurn: 'Aftalt' })
    const seen = async (who: Parameters<World['ctxFor']>[0], table: string) =>
      ((await sqlAs(who, `select count(*)::int as n from ${table}`))[0] as { n: number }).n
    const tables = ['waiting_move', 'waiting_review_line', 'expected_end', 'place_offer', 'intake_meeting_case', 'shortlist_line']
    for (const table of tables)
      for (const who of ['teacher', 'jobcentre', 'mette', 'economist', 'steering', 'administrator'] as const)
        expect(await seen(who, table), `${who} ${table}`).toBe(0)
    expect(await seen('projectManager', 'waiting_move')).toBeGreaterThan(0)
    expect(await seen('familyWorker', 'place_offer')).toBe(1)
    expect(await seen('familyWorker', 'waiting_move')).toBe(0)
    // Nobody writes an offer, or a line of another department, past the verbs.
    await expect(sqlAs('projectManager', `update place_offer set answer = 'yes' where id = ${offerId} returning id`)).rejects.toThrow()
    await expect(sqlAs('teacher', `select access.answer_place(${offerId}, 'yes', current_date, '')`)).rejects.toThrow()
    await expect(sqlAs('intake', `select access.offer_place(${second.caseId}, ${w.staff.familyWorker}, current_date, '')`)).rejects.toThrow()
    expect(await sqlAs('intake', `select adults::int from access.benefit_counts(${w.projectId}, '{cash-benefit-job-ready}')`)).toEqual([{ adults: 0 }])
    expect(await sqlAs('teacher', 'select count(*)::int as n from access.place_counts()')).toEqual([{ n: 0 }])
  })
})

describe('adults on benefit', () => {
  test('VIS-09: adults on cash benefit are counted apart from children over 18; the project manager only, numbers only', async () => {
    const family = await aFamily(t, w, { ages: { ida: 19 } })
    const spell = (person: number, status: string, more: object = {}) =>
      insert(t, 'spell', {
        municipality_id: 766,
        person_id: person,
        kind: 'benefit',
        status,
        started_on: '2025-01-01',
        case_id: family.caseId,
        sector: 'employment',
        category: 'employment',
        visibility: 'family',
        subjects: [person],
        author_staff_id: w.staff.jobcentre,
        ...more,
      })
    const before = (await project()).adults!
    const cash = 'cash-benefit-job-ready'
    await spell(family.people.mette, cash)
    await spell(family.people.ida, cash)
    await spell(family.people.mette, 'ordinary-job', { ended_on: '2025-06-01' })
    const after = (await project()).adults!
    expect([after.adultsCash - before.adultsCash, after.grownChildrenCash - before.grownChildrenCash]).toEqual([1, 1])
    expect((await project()).adultsExpected).toBe(35)
    expect((await project('intake')).adults).toBeNull()
  })
})

describe('districts', () => {
  const round = async (district = 'district-east') => (await openRound(ctx('familyWorker'), { projectId: w.projectId, district })).id
  test('ORG-14, VIS-11: the family department screens its own cases; others see counts only, in SQL as well', async () => {
    const id = await round()
    await expect(round()).rejects.toMatchObject({ code: 'round-open' })
    const line = await listCase(ctx('familyWorker'), { roundId: id, ownNumber: 'FAM-1001' })
    await listCase(ctx('familyWorker'), { roundId: id, ownNumber: 'FAM-1002' })
    await expect(listCase(ctx('familyWorker'), { roundId: id, ownNumber: 'FAM-1002' })).rejects.toMatchObject({ code: 'already-listed' })
    await screenLine(ctx('familyWorker'), {
      lineId: line.id,
      revision: 1,
      answers: Object.fromEntries(ANSWERS),
      softGrounds: ['strained-long'],
      note: 'Mange skift',
    })
    await expect(
      screenLine(ctx('familyWorker'), { lineId: line.id, revision: 1, answers: {}, softGrounds: [], note: '' }),
    ).rejects.toMatchObject({ code: 'stale' })
    await takeStep(ctx('familyWorker'), { lineId: line.id, step: 'shortlisted', on: today })
    const page = await readRound(ctx('familyWorker'), { roundId: id })
    expect(page.lines.map((one) => [one.ownNumber, one.result, one.step])).toEqual([
      ['FAM-1001', 'meets', 'shortlisted'],
      ['FAM-1002', 'unanswered', null],
    ])
    expect(page.lines[0]?.soft).toContain('Har været belastet længe')
    for (const who of ['projectManager', 'intake', 'teacher', 'steering'] as const)
      await expect(readRound(ctx(who), { roundId: id })).rejects.toThrow(NotFound)
    for (const who of ['projectManager', 'intake'] as const) {
      const seen = (await readDistricts(ctx(who), {})).projects[0]
      expect(seen?.districts.find((one) => one.code === 'district-east')?.rounds.at(-1)?.counts).toMatchObject({ listed: 2, shortlisted: 1 })
      expect(seen?.enough).toMatchObject({ found: 1 })
      expect(await sqlAs(who, 'select count(*)::int as n from shortlist_line')).toEqual([{ n: 0 }])
      expect(await sqlAs(who, 'select count(*)::int as n from shortlist_step')).toEqual([{ n: 0 }])
    }
    expect(await sqlAs('familyWorker', 'select count(*)::int as n from shortlist_line')).toEqual([{ n: 2 }])
    await expect(readDistricts(ctx('teacher'), {})).rejects.toThrow(Forbidden)
    expect(await sqlAs('teacher', 'select count(*)::int as n from access.screening_counts()')).toEqual([{ n: 0 }])
    await expect(listCase(ctx('projectManager'), { roundId: id, ownNumber: 'X-1' })).rejects.toThrow(NotFound)
    await expect(takeStep(neighbour.ctxFor('familyWorker'), { lineId: line.id, step: 'asked', on: today })).rejects.toThrow(NotFound)
    await closeRound(ctx('familyWorker'), { roundId: id })
    await expect(listCase(ctx('familyWorker'), { roundId: id, ownNumber: 'FAM-1003' })).rejects.toMatchObject({ code: 'round-closed' })
    expect((await auditRows(t, 'waiting.take-step')).filter((one) => one.outcome === 'done').at(-1)?.person_ids).toEqual([])
  })
  test('VIS-11, VIS-13: from the shortlist to a yes and a referral; a no brings up the next', async () => {
    const id = await round('district-mid')
    await capacity((await taken()) + 1)
    await t.owner.query("update referral set decision = 'refused', decided_at = access.now() where decided_at is null")
    const lines = []
    for (const number of ['M-1', 'M-2']) lines.push((await listCase(ctx('familyWorker'), { roundId: id, ownNumber: number })).id)
    const step = (lineId: number | undefined, kind: string, more: object = {}) =>
      takeStep(ctx('familyWorker'), { lineId, step: kind, on: today, ...more })
    for (const line of lines) await step(line, 'shortlisted')
    const next = async () => (await readRound(ctx('familyWorker'), { roundId: id })).next
    expect(await next()).toEqual([lines[0]])
    await expect(step(lines[0], 'yes', { yesForm: 'spoken' })).rejects.toMatchObject({ code: 'step-taken' })
    await step(lines[0], 'asked')
    expect(await next()).toEqual([])
    await step(lines[0], 'no', { reason: 'Vil ikke nu' })
    expect(await next()).toEqual([lines[1]])
    await step(lines[1], 'asked')
    await step(lines[1], 'yes', { yesForm: 'spoken' })
    const referred = await referFamily(ctx('familyWorker'), {
      projectId: w.projectId,
      departmentId: w.departments['family-department'],
      yesOn: today,
      yesForm: 'spoken',
      yesChannel: 'meeting',
      familyName: 'Lykke',
      reason: 'Familien vil gerne have en samlet plan',
      shortlistLineId: lines[1],
      persons: [
        { firstName: 'Karin', lastName: 'Lykke', part: 'adult', born: '1990-02-03', saidYes: 'on', custody: 'on' },
        { firstName: 'Emil', lastName: 'Lykke', part: 'child', born: '2018-02-03' },
      ],
    })
    expect(referred.outcome).toBe('referred')
    expect((await readRound(ctx('familyWorker'), { roundId: id })).lines[1]?.step).toBe('referred')
    await expect(step(lines[1], 'no')).rejects.toThrow(Conflict)
    await expect(step(lines[0], 'left-out', { reason: 'noget' })).rejects.toThrow(Conflict)
  })
})

/** What a member of staff gets from the database itself, whatever the program asks. */
async function sqlAs(who: Parameters<World['ctxFor']>[0], statement: string): Promise<unknown[]> {
  const app = new pg.Client({ connectionString: t.appUrl })
  await app.connect()
  try {
    await app.query('begin')
    await app.query('select access.enter($1)', [ctx(who).token])
    return (await app.query(statement)).rows
  } finally {
    await app.end()
  }
}
