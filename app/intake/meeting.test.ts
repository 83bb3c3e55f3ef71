import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aFamily, auditRows, aWorld, type Family, type World } from '#test/world.ts'
import { answerCriteria } from './answer-criteria.server.ts'
import { callMeeting, moveOnList, putOnList, recommend } from './call-meeting.server.ts'
import { addSeat, endSeat } from './keep-team.server.ts'
import { emptyFunctions, inOrder, swapped } from './meeting.ts'
import { readIntake } from './read-intake.server.ts'
import { readIntakeTeam, readMeeting } from './read-meeting.server.ts'
import { decideReassessment, openReassessment, readReassessment, readReassessments } from './reassess.server.ts'
import { standingOn } from './family-state.ts'
import { stateFacts } from './state-facts.server.ts'
import { query } from '#app/platform/command.server.ts'
import { z } from 'zod'
import { applyShippedPack, INTAKE, signTemplates } from './testing.ts'

let t: TestDatabase
let w: World
let neighbour: World
let family: Family & { municipalityId: number }
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
beforeEach(async () => {
  family = { ...(await aFamily(t, w, { inIntake: true, assigned: [], name: 'Ahrens' })), municipalityId: 766 }
  await signTemplates(t, family, 'hedensted', INTAKE, [family.people.mette, family.people.ida])
})

test('ORG-08: the order of a list stays a row of one to n whatever is moved', () => {
  const list = fc.uniqueArray(fc.record({ caseId: fc.nat(50), position: fc.integer({ min: 1, max: 9 }) }), { selector: (one) => one.caseId, maxLength: 8 })
  fc.assert(
    fc.property(list, fc.nat(50), fc.constantFrom('up' as const, 'down' as const), (entries, caseId, to) => {
      const before = inOrder(entries)
      expect(before.map((one) => one.position)).toEqual(before.map((_, n) => n + 1))
      const changes = swapped(entries, caseId, to)
      expect([0, 2]).toContain(changes.length)
      const after = inOrder(before.map((one) => changes.find((c) => c.caseId === one.caseId) ?? one))
      expect(after.map((one) => one.caseId).toSorted()).toEqual(before.map((one) => one.caseId).toSorted())
    }),
  )
  expect(emptyFunctions(['medical', 'job-centre'], [{ function: 'medical' }])).toEqual(['job-centre'])
})

describe('the team', () => {
  test('ORG-08: the project manager says who belongs to the team, by function; a doctor without a login too', async () => {
    const { id } = await addSeat(ctx('projectManager'), {
      projectId: w.projectId,
      function: 'health-coordinator',
      staffId: w.staff.healthVisitor,
      from: today,
    })
    await addSeat(ctx('projectManager'), { projectId: w.projectId, function: 'medical', staffId: '', name: 'Ejnar Ravn', comesFrom: 'Lægehuset', from: today })
    const seat = { projectId: w.projectId, function: 'medical', name: 'X', from: today }
    await expect(addSeat(ctx('intake'), seat)).rejects.toThrow(Forbidden)
    await expect(addSeat(ctx('projectManager'), { ...seat, function: 'king' })).rejects.toThrow(Invalid)
    await expect(addSeat(ctx('projectManager'), { ...seat, staffId: w.staff.teacher })).rejects.toThrow(Invalid)
    await expect(addSeat(neighbour.ctxFor('projectManager'), seat)).rejects.toThrow(Forbidden)
    const team = (await readIntakeTeam(ctx('intake'), {})).projects[0]
    expect(team?.seats.map((one) => [one.label, one.name])).toEqual([
      ['Sundhedskoordinator', 'Bodil Friis'],
      ['Læge', 'Ejnar Ravn'],
    ])
    expect(team?.empty).toContain('Jobcentret')
    await endSeat(ctx('projectManager'), { seatId: id, until: today })
    await expect(endSeat(ctx('projectManager'), { seatId: id, until: today })).rejects.toMatchObject({ code: 'already-ended' })
    await expect(readIntakeTeam(ctx('teacher'), {})).rejects.toThrow(Forbidden)
    expect((await auditRows(t, 'intake.add-seat')).some((one) => one.outcome === 'done')).toBe(true)
  })
})

describe('the meeting', () => {
  test('ORG-08: a meeting with its cases in order, each on one page with question and recommendation', async () => {
    const { id: meetingId } = await callMeeting(ctx('intake'), { projectId: w.projectId, heldOn: addDays(today, 6), place: 'Rådhuset' })
    const other = await aFamily(t, w, { inIntake: true, assigned: [], name: 'Blom' })
    await putOnList(ctx('intake'), { meetingId, caseIds: [family.caseId, other.caseId] })
    await moveOnList(ctx('intake'), { meetingId, caseId: other.caseId, to: 'up' })
    await recommend(ctx('intake'), { meetingId, caseId: family.caseId, question: 'Er der plads?', recommendation: 'Ja' })
    await recommend(ctx('projectManager'), { meetingId, caseId: family.caseId, question: 'Er der plads nu?', recommendation: 'Ja, gerne' })
    await answerCriteria(ctx('intake'), {
      caseId: family.caseId,
      note: 'Belastet længe',
      answers: [{ criterion: 'strains-raise-vulnerability', answer: 'yes', evidence: 'Oplyst', revision: null }],
    })
    const page = await readMeeting(ctx('intake'), { meetingId })
    expect(page.cases.map((one) => [one.position, one.name])).toEqual([
      [1, 'Blom'],
      [2, 'Ahrens'],
    ])
    expect(page.cases[1]).toMatchObject({ question: 'Er der plads nu?', recommendation: 'Ja, gerne', note: 'Belastet længe', soft: ['Belastninger'] })
    expect(page.cases[1]?.consents.map((one) => one.missing.length)).toEqual([0, 2, 2])
    expect(page.cases[1]?.departments[0]).toMatchObject({ who: 'Sofie Lund', referred: true })
    // CON-02: what the team may not read yet is not on the page, but the family is.
    expect(page.cases[0]).toMatchObject({ name: 'Blom', recommendation: '' })
    await moveOnList(ctx('projectManager'), { meetingId, caseId: other.caseId, to: 'off' })
    expect((await readMeeting(ctx('intake'), { meetingId })).cases.map((one) => one.name)).toEqual(['Ahrens'])
    for (const who of ['teacher', 'coordinator', 'familyWorker'] as const)
      await expect(readMeeting(ctx(who), { meetingId })).rejects.toThrow(NotFound)
    await expect(readMeeting(neighbour.ctxFor('intake'), { meetingId })).rejects.toThrow(NotFound)
    await expect(recommend(ctx('teacher'), { meetingId, caseId: family.caseId, question: 'x' })).rejects.toThrow(NotFound)
    await expect(putOnList(ctx('intake'), { meetingId, caseIds: [neighbour.caseId] })).rejects.toThrow(NotFound)
    await expect(callMeeting(ctx('familyWorker'), { projectId: w.projectId, heldOn: today })).rejects.toThrow(Forbidden)
    expect((await auditRows(t, 'intake.read-meeting')).some((one) => one.case_id === family.caseId)).toBe(true)
  })
})

describe('assessed anew', () => {
  const YES = ['parent-on-cash-benefit', 'social-problems', 'health-problems', 'employment-problems', 'several-departments', 'child-at-risk-of-placement']
  const answers = [...YES, 'parent-on-disability-pension', 'both-parents-work-or-study'].map((criterion) => ({
    criterion,
    answer: YES.includes(criterion) ? 'yes' : 'no',
    evidence: 'Sagsakter',
    revision: null,
  }))
  test('VIS-12: a family with a place gets a screening of its own and a dated decision; the first intake date stands', async () => {
    const taken = await aFamily(t, w, { name: 'Carlsen' })
    const at = { caseId: taken.caseId }
    await expect(openReassessment(ctx('coordinator'), at)).rejects.toThrow(Forbidden)
    await expect(openReassessment(ctx('projectManager'), { caseId: family.caseId })).rejects.toThrow(Invalid)
    await expect(answerCriteria(ctx('projectManager'), { ...at, answers, note: '' })).rejects.toThrow(Forbidden)
    await openReassessment(ctx('projectManager'), at)
    await expect(openReassessment(ctx('projectManager'), at)).rejects.toMatchObject({ code: 'reassessment-open' })
    const decision = { ...at, decidedOn: today, decision: 'stays', present: [w.staff.projectManager], reasons: 'Målene er ikke nået endnu' }
    await expect(decideReassessment(ctx('projectManager'), decision)).rejects.toThrow(Invalid)
    await answerCriteria(ctx('projectManager'), { ...at, answers, note: '' })
    await decideReassessment(ctx('projectManager'), decision)
    await expect(decideReassessment(ctx('projectManager'), decision)).rejects.toMatchObject({ code: 'no-reassessment' })
    const page = await readReassessment(ctx('projectManager'), at)
    expect(page).toMatchObject({ open: false, rounds: [{ decision: 'stays', reasons: 'Målene er ikke nået endnu' }] })
    expect((await readIntake(ctx('projectManager'), at)).referral?.decision).toBe('accepted')
    await openReassessment(ctx('projectManager'), at)
    expect((await readReassessment(ctx('projectManager'), at)).earlier['parent-on-cash-benefit']?.answer).toBe('yes')
    const { families } = await readReassessments(ctx('projectManager'), {})
    expect(families.find((one) => one.caseId === taken.caseId)?.decidedOn).toBeNull()
    expect(families.some((one) => one.caseId === family.caseId)).toBe(false)
    await expect(readReassessments(ctx('coordinator'), {})).rejects.toThrow(Forbidden)
    await expect(readReassessment(neighbour.ctxFor('projectManager'), at)).rejects.toThrow(NotFound)
    expect((await auditRows(t, 'intake.decide-reassessment')).filter((one) => one.outcome === 'done')).toHaveLength(1)
  })
})

test('VIS-21: the facts in the database give where a family stands', async () => {
  const facts = query({
    event: 'intake.test-state',
    input: z.object({ ids: z.array(z.number()) }),
    may: async () => true,
    run: async (tx, _, { ids }) => stateFacts(tx, ids),
    concerns: () => ({ personIds: [], bases: [] }),
  })
  const taken = await aFamily(t, w, { name: 'Duus' })
  const found = await facts(ctx('projectManager'), { ids: [family.caseId, taken.caseId] })
  expect(standingOn(found.get(family.caseId) ?? [], today).standing).toBe('referred')
  expect(standingOn(found.get(taken.caseId) ?? [], today).standing).toBe('coordinator')
  await t.owner.query('insert into closure (municipality_id, case_id, closed_at, reason) values (766, $1, access.now(), $2)', [taken.caseId, 'moved'])
  const closed = await facts(ctx('projectManager'), { ids: [taken.caseId] })
  expect(standingOn(closed.get(taken.caseId) ?? [], today).standing).toBe('exited')
})
