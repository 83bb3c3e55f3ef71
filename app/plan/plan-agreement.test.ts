import { describe, expect, test } from 'vitest'
import { type Context, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { consent } from '#test/world.ts'
import { addActivity } from './add-activity.server.ts'
import { addGoal } from './add-goal.server.ts'
import { changeActivity } from './change-activity.server.ts'
import { changeGoal } from './change-goal.server.ts'
import { comparePlanVersions, readPlanVersion } from './read-plan-version.server.ts'
import { dropActivity } from './drop-activity.server.ts'
import { dropGoal } from './drop-goal.server.ts'
import { dropHope } from './drop-hope.server.ts'
import { makeVersion } from './make-version.server.ts'
import { orderGoals } from './order-goals.server.ts'
import { planWorld } from './verbs-testing.ts'
import { readPlan } from './read-plan.server.ts'
import { recordAgreement } from './record-agreement.server.ts'
import { restore } from './restore.server.ts'
import { takeOver } from './take-over.server.ts'
import { undoOnBehalf } from './undo-on-behalf.server.ts'
import { writeHope } from './write-hope.server.ts'

const p = planWorld()
const { hope, goal, activity, wholePlan, terms, version, mine, shared } = p

describe('what each reader sees', () => {
  test('the teacher sees nothing of the plan without consent, and exactly the covered part with it', async () => {
    const { goal: id, hope: hopeId } = await wholePlan()
    await goal({ title: 'Mette får job', subjects: [p.w.people.mette], hopeId })
    await version()
    const before = await readPlan(p.w.ctxFor('teacher'), { caseId: p.w.caseId })
    expect([before.hopes, before.goals, before.activities, before.versions, before.missing]).toEqual([[], [], [], [], []])
    await consent(p.t, p.w, {
      subject: p.w.people.ida,
      from: ['coordination'],
      to: ['education'],
      categories: ['plan'],
      signers: [p.w.people.mette, p.w.people.jonas],
    })
    const after = await readPlan(p.w.ctxFor('teacher'), { caseId: p.w.caseId })
    expect(after.goals.map((g) => g.id)).toEqual([id])
    expect(after.hopes).toEqual([])
    expect((await readPlanVersion(p.w.ctxFor('teacher'), { caseId: p.w.caseId, number: 1 })).goals.map((g) => g.id)).toEqual([id])
    expect(after.agreement).toMatchObject({ knowsAll: false, state: null })
    expect((await mine('plan.read')).at(-1)).toMatchObject({ outcome: 'done', bases: expect.arrayContaining(['consent']) })
  })
  test('a version shows each reader only what they may read today: a withdrawal empties it', async () => {
    await wholePlan()
    await version()
    await shared()
    expect((await readPlanVersion(p.w.ctxFor('teacher'), { caseId: p.w.caseId, number: 1 })).goals).toHaveLength(1)
    await p.t.owner.query('update consent set withdrawn_at = access.now() where case_id = $1', [p.w.caseId])
    await expect(readPlanVersion(p.w.ctxFor('teacher'), { caseId: p.w.caseId, number: 1 })).rejects.toThrow(NotFound)
  })
  test('UDR-16: mother and child are in the plan; the other parent is not asked and reads only about the child', async () => {
    const { goal: id } = await wholePlan()
    await goal({ title: 'Mette får job', subjects: [p.w.people.mette] })
    expect((await readPlan(p.w.ctxFor('mette'), { caseId: p.w.caseId })).people.filter((p) => p.asked).map((p) => p.name)).toEqual([
      'Mette',
      'Ida',
    ])
    expect((await readPlan(p.w.ctxFor('jonas'), { caseId: p.w.caseId })).goals.map((g) => g.id)).toEqual([id])
  })
  test('KOO-07: the one fixed contact person stands first', async () => {
    expect((await readPlan(p.w.ctxFor('mette'), { caseId: p.w.caseId })).team.map((m) => m.role)).toEqual(['coordinator', 'teacher'])
  })
})

describe('every verb', () => {
  const verbs: [string, (ctx: Context, ids: { caseId: number; personId: number }) => Promise<unknown>][] = [
    ['plan.write-hope', (ctx, { caseId }) => writeHope(ctx, { caseId, words: 'Ro' })],
    ['plan.add-goal', (ctx, { caseId }) => addGoal(ctx, { caseId, title: 'Ro' })],
    ['plan.change-goal', (ctx, { caseId }) => changeGoal(ctx, { caseId, goalId: 1, seenRevision: 1, title: 'Ro' })],
    ['plan.add-activity', (ctx, { caseId }) => addActivity(ctx, { caseId, what: 'Ro' })],
    ['plan.change-activity', (ctx, { caseId }) => changeActivity(ctx, { caseId, activityId: 1, seenRevision: 1, what: 'Ro' })],
    ['plan.drop-hope', (ctx, { caseId }) => dropHope(ctx, { caseId, id: 1, seenRevision: 1, reason: 'x' })],
    ['plan.drop-goal', (ctx, { caseId }) => dropGoal(ctx, { caseId, id: 1, seenRevision: 1, reason: 'x' })],
    ['plan.drop-activity', (ctx, { caseId }) => dropActivity(ctx, { caseId, id: 1, seenRevision: 1, reason: 'x' })],
    ['plan.restore', (ctx, { caseId }) => restore(ctx, { caseId, what: 'goal', id: 1, seenRevision: 1 })],
    ['plan.order-goals', (ctx, { caseId }) => orderGoals(ctx, { caseId, goalIds: [] })],
    ['plan.make-version', (ctx, { caseId }) => makeVersion(ctx, { caseId })],
    ['plan.record-agreement', (ctx, { caseId, personId }) => recordAgreement(ctx, { caseId, number: 1, personId, answer: 'agree' })],
    ['plan.undo-on-behalf', (ctx, { caseId }) => undoOnBehalf(ctx, { caseId, what: 'hope', id: 1 })],
    ['plan.take-over', (ctx, { caseId }) => takeOver(ctx, { caseId, what: 'goal', id: 1 })],
    ['plan.read', (ctx, { caseId }) => readPlan(ctx, { caseId })],
    ['plan.read-version', (ctx, { caseId }) => readPlanVersion(ctx, { caseId, number: 1 })],
    ['plan.compare', (ctx, { caseId }) => comparePlanVersions(ctx, { caseId, from: 1 })],
  ]
  test.each(verbs)(
    'PLAN-01: %s: another municipality, the steering group and a teacher who is not assigned find no family; each try is logged',
    async (event, verb) => {
      for (const ctx of [p.other.ctxFor('coordinator'), p.world.ctxFor('steering'), p.world.ctxFor('jobcentre'), p.other.ctxFor('mette')]) {
        await expect(verb(ctx, { caseId: p.w.caseId, personId: p.w.people.mette })).rejects.toThrow(NotFound)
      }
      expect(await mine(event)).toMatchObject([
        { outcome: 'refused' },
        { outcome: 'refused' },
        { outcome: 'refused' },
        { outcome: 'refused' },
      ])
    },
  )
  test('PLAN-05: what was taken out can be put back as it was', async () => {
    const { id } = await goal()
    const out = await dropGoal(p.w.ctxFor('coordinator'), { caseId: p.w.caseId, id, seenRevision: 1, reason: 'Fejl' })
    await restore(p.w.ctxFor('coordinator'), { caseId: p.w.caseId, what: 'goal', id, seenRevision: out.revision })
    expect((await readPlan(p.w.ctxFor('coordinator'), { caseId: p.w.caseId })).goals).toMatchObject([{ id, revision: 3, dropped: null }])
  })
})

describe('activities and agreement', () => {
  test('PLAN-02: agreement is blocked while something is missing, and all of it is listed', async () => {
    await hope()
    const g = await goal()
    const a = await activity({ goalId: null, offer: '', end: '' })
    await terms({ nextGoals: [g.id] })
    const tried = version()
    await expect(tried).rejects.toThrow(Invalid)
    await expect(tried).rejects.toMatchObject({
      issues: [
        { field: `goal.${g.id}.hope` },
        { field: `activity.${a.id}.goal` },
        { field: `activity.${a.id}.offer` },
        { field: `activity.${a.id}.end` },
      ],
    })
  })
  test('PLAN-02: "ved vi ikke endnu" with a date lets the plan be agreed', async () => {
    const ids = await wholePlan()
    await changeActivity(p.w.ctxFor('coordinator'), {
      caseId: p.w.caseId,
      activityId: ids.activity,
      seenRevision: 1,
      what: 'Morgenstøtte',
      goalId: ids.goal,
      offer: '',
      offerUnknownUntil: '2099-01-01',
      weekdays: '1',
      start: '2026-11-02',
      end: '2026-12-31',
      minutesPerWeek: 60,
    })
    await expect(version()).resolves.toMatchObject({ number: 1 })
  })
  test('PLAN-05 PLAN-14: version 1, then version 2, and what changed between them; the old one stands as it was', async () => {
    const ids = await wholePlan()
    await version()
    await changeGoal(p.w.ctxFor('coordinator'), {
      caseId: p.w.caseId,
      goalId: ids.goal,
      seenRevision: 1,
      title: 'Rolige morgener',
      hopeId: ids.hope,
      aim: 'develop',
      measure: 'Hun siger ja til at tage af sted',
      owner: `person-${p.w.people.mette}`,
      goalStart: '2026-11-02',
      goalEnd: '2099-01-31',
      lookOn: '2099-01-15',
    })
    const added = await activity({ goalId: ids.goal, what: 'Svømning' })
    await dropActivity(p.w.ctxFor('coordinator'), { caseId: p.w.caseId, id: ids.activity, seenRevision: 1, reason: 'Passede ikke' })
    expect(await version()).toMatchObject({ number: 2 })
    const { changes } = await comparePlanVersions(p.w.ctxFor('mette'), { caseId: p.w.caseId, from: 1, to: 2 })
    expect(changes.map((c) => [c.what, c.id, c.kind])).toEqual([
      ['goal', ids.goal, 'changed'],
      ['activity', added.id, 'new'],
      ['activity', ids.activity, 'out'],
    ])
    expect(changes[0]?.fields).toEqual([{ field: 'title', before: 'Ida kommer glad i skole', after: 'Rolige morgener' }])
    expect((await readPlanVersion(p.w.ctxFor('mette'), { caseId: p.w.caseId, number: 1 })).goals.map((g) => g.title)).toEqual([
      'Ida kommer glad i skole',
    ])
    expect(await mine('plan.make-version')).toMatchObject([{ details: { version: 1 } }, { details: { version: 2 } }])
  })
  test('PLAN-14: the teacher and a member cannot agree a version; two at once get two numbers', async () => {
    await wholePlan()
    await expect(makeVersion(p.w.ctxFor('teacher'), { caseId: p.w.caseId })).rejects.toThrow(Forbidden)
    await expect(makeVersion(p.w.ctxFor('mette'), { caseId: p.w.caseId })).rejects.toThrow(Forbidden)
    expect((await Promise.all([version(), version()])).map((v) => v.number).toSorted((a, b) => a - b)).toEqual([1, 2])
  })
  test('PLAN-14: a mother disagrees in her own words; a child is heard by somebody; all have answered', async () => {
    await wholePlan()
    await version()
    await recordAgreement(p.w.ctxFor('mette'), {
      caseId: p.w.caseId,
      number: 1,
      personId: p.w.people.mette,
      answer: 'disagree',
      words: 'Det går for hurtigt',
    })
    const child = {
      caseId: p.w.caseId,
      number: 1,
      personId: p.w.people.ida,
      answer: 'agree',
      words: 'Line er sød',
      onBehalfChannel: 'meeting',
      onBehalfOn: '2026-11-20',
    }
    await expect(recordAgreement(p.w.ctxFor('coordinator'), child)).rejects.toThrow(Invalid)
    await recordAgreement(p.w.ctxFor('coordinator'), { ...child, heardBy: 'Line Krogh', heardOn: '2026-11-19' })
    const { agreement } = await readPlan(p.w.ctxFor('coordinator'), { caseId: p.w.caseId })
    expect(agreement?.state).toEqual({ state: 'with-disagreement', waitingFor: [] })
    expect(agreement?.given).toMatchObject([
      { answer: 'disagree', words: 'Det går for hurtigt', onBehalf: null },
      { answer: 'agree', heardBy: 'Line Krogh', heardOn: '2026-11-19' },
    ])
  })
  test("PLAN-14: staff answer at a member's word; the member takes it back, and answers herself", async () => {
    await wholePlan()
    await version()
    const { id } = await recordAgreement(p.w.ctxFor('coordinator'), {
      caseId: p.w.caseId,
      number: 1,
      personId: p.w.people.mette,
      answer: 'agree',
      words: 'Fint',
      onBehalfChannel: 'phone',
      onBehalfOn: '2026-11-20',
    })
    await expect(undoOnBehalf(p.w.ctxFor('jonas'), { caseId: p.w.caseId, what: 'agreement', id })).rejects.toThrow(NotFound)
    await expect(undoOnBehalf(p.w.ctxFor('coordinator'), { caseId: p.w.caseId, what: 'agreement', id })).rejects.toThrow(Forbidden)
    await undoOnBehalf(p.w.ctxFor('mette'), { caseId: p.w.caseId, what: 'agreement', id })
    expect((await readPlan(p.w.ctxFor('coordinator'), { caseId: p.w.caseId })).agreement).toMatchObject({
      given: [],
      state: { state: 'waiting' },
    })
    await recordAgreement(p.w.ctxFor('mette'), {
      caseId: p.w.caseId,
      number: 1,
      personId: p.w.people.mette,
      answer: 'partly',
      words: 'Næsten',
    })
    expect((await readPlan(p.w.ctxFor('coordinator'), { caseId: p.w.caseId })).agreement?.given).toMatchObject([
      { answer: 'partly', onBehalf: null },
    ])
    const said = (await hope('Det sagde jeg ikke')).id
    await undoOnBehalf(p.w.ctxFor('mette'), { caseId: p.w.caseId, what: 'hope', id: said })
    expect((await readPlan(p.w.ctxFor('coordinator'), { caseId: p.w.caseId })).hopes.map((h) => h.id)).not.toContain(said)
    expect(await mine('plan.undo-on-behalf')).toMatchObject([
      { outcome: 'refused' },
      { outcome: 'refused' },
      { outcome: 'done', actor_kind: 'member' },
      { outcome: 'done' },
    ])
  })
  test('PLAN-14: nobody answers for the other parent or for a version that does not exist', async () => {
    await wholePlan()
    await version()
    const behalf = { caseId: p.w.caseId, answer: 'agree', onBehalfChannel: 'phone', onBehalfOn: '2026-11-20' }
    await expect(recordAgreement(p.w.ctxFor('coordinator'), { ...behalf, number: 1, personId: p.w.people.jonas })).rejects.toThrow(Invalid)
    await expect(recordAgreement(p.w.ctxFor('coordinator'), { ...behalf, number: 7, personId: p.w.people.mette })).rejects.toThrow(NotFound)
    await expect(recordAgreement(p.w.ctxFor('teacher'), { ...behalf, number: 1, personId: p.w.people.mette })).rejects.toThrow(Forbidden)
  })
})
