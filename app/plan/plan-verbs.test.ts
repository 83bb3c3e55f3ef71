import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aFamily, aWorld, auditRows, consent, type World } from '#test/world.ts'
import { addActivity } from './add-activity.server.ts'
import { addGoal } from './add-goal.server.ts'
import { changeActivity } from './change-activity.server.ts'
import { changeGoal } from './change-goal.server.ts'
import { dropActivity } from './drop-activity.server.ts'
import { dropGoal } from './drop-goal.server.ts'
import { dropHope } from './drop-hope.server.ts'
import { makeVersion } from './make-version.server.ts'
import { orderGoals } from './order-goals.server.ts'
import { comparePlanVersions, readPlanVersion } from './read-plan-version.server.ts'
import { readPlan } from './read-plan.server.ts'
import { recordAgreement } from './record-agreement.server.ts'
import { takeOver } from './take-over.server.ts'
import { undoOnBehalf } from './undo-on-behalf.server.ts'
import { writeHope } from './write-hope.server.ts'

let t: TestDatabase
let world: World
let w: World
let other: World
beforeAll(async () => {
  t = await createTestDatabase()
  world = await aWorld(t)
  other = await aWorld(t, { municipality: 787 })
})
beforeEach(async () => {
  const family = await aFamily(t, world, { jonas: 'shared' })
  const members = new Map(await Promise.all(Object.entries(family.people).map(async ([name, id]) => [name, await world.openSession('member', id)] as const)))
  w = { ...world, ...family, ctxFor: (name) => members.get(name) ?? world.ctxFor(name) }
})

const hope = (words = 'At vi får ro om morgenen') =>
  writeHope(w.ctxFor('coordinator'), { caseId: w.caseId, personId: w.people.mette, words, onBehalfChannel: 'meeting', onBehalfOn: '2026-11-01' })
const goal = (over = {}) => addGoal(w.ctxFor('coordinator'), { caseId: w.caseId, title: 'Ida kommer glad i skole', subjects: [w.people.ida], ...over })
const activity = (over = {}) => addActivity(w.ctxFor('coordinator'), {
  caseId: w.caseId, what: 'Morgenstøtte', offer: 'En voksen tager imod', rhythm: 'weekly', weekdays: ['1', '3'], start: '2026-11-02', end: '2099-01-31', minutesPerWeek: 120,
  takesPart: [w.people.ida], ...over,
})
/** A plan that can be agreed: hope → goal → activity. */
async function wholePlan() {
  const h = await hope()
  const g = await goal({ hopeId: h.id })
  const a = await activity({ goalId: g.id })
  return { hope: h.id, goal: g.id, activity: a.id }
}
const version = () => makeVersion(w.ctxFor('coordinator'), { caseId: w.caseId, agreedOn: '2026-11-20', atMeeting: 'on' })
const mine = (event: string) => auditRows(t, event).then((rows) => rows.filter((r) => r.case_id === w.caseId))
const shared = () => Promise.all([w.people.ida, w.people.mette].map((subject) =>
  consent(t, w, { subject, from: ['coordination'], to: ['education'], categories: ['plan'], signers: subject === w.people.ida ? [w.people.mette, w.people.jonas] : [w.people.mette] })))

describe('hopes', () => {
  test('PLAN-09: staff write a hope at a member\'s word, with how and when; it is in the log', async () => {
    const { id } = await hope()
    const page = await readPlan(w.ctxFor('coordinator'), { caseId: w.caseId })
    expect(page.hopes).toMatchObject([{ id, words: 'At vi får ro om morgenen', personId: w.people.mette, onBehalf: { personId: w.people.mette, channel: 'meeting', on: '2026-11-01' } }])
    expect(await mine('plan.write-hope')).toMatchObject([{ outcome: 'done', actor_kind: 'staff', case_id: w.caseId, person_ids: [w.people.mette], details: { hope: id } }])
  })
  test('PLAN-09: without how and when staff cannot speak for a member', async () => {
    const said = writeHope(w.ctxFor('coordinator'), { caseId: w.caseId, personId: w.people.mette, words: 'Ro' })
    await expect(said).rejects.toThrow(Invalid)
  })
  test('PLAN-09: a member writes her own hope; staff cannot change her words', async () => {
    const { id } = await writeHope(w.ctxFor('mette'), { caseId: w.caseId, personId: w.people.mette, words: 'Et arbejde' })
    await expect(writeHope(w.ctxFor('coordinator'), { caseId: w.caseId, hopeId: id, seenRevision: 1, words: 'En praktik' })).rejects.toThrow(Forbidden)
    await expect(dropHope(w.ctxFor('coordinator'), { caseId: w.caseId, id, seenRevision: 1, reason: 'x' })).rejects.toThrow(Forbidden)
    await writeHope(w.ctxFor('mette'), { caseId: w.caseId, hopeId: id, seenRevision: 1, words: 'Et arbejde med hænderne' })
    expect((await readPlan(w.ctxFor('coordinator'), { caseId: w.caseId })).hopes).toMatchObject([{ words: 'Et arbejde med hænderne', revision: 2 }])
  })
  test('PLAN-09: a member speaks for herself and her child, not for the other parent', async () => {
    await writeHope(w.ctxFor('mette'), { caseId: w.caseId, personId: w.people.ida, words: 'En hund' })
    await expect(writeHope(w.ctxFor('mette'), { caseId: w.caseId, personId: w.people.jonas, words: 'Fred' })).rejects.toThrow(Invalid)
  })
  test('PLAN-09: the teacher does not write the family\'s hopes; the refusal is logged', async () => {
    await expect(writeHope(w.ctxFor('teacher'), { caseId: w.caseId, words: 'Ro' })).rejects.toThrow(Forbidden)
    expect(await mine('plan.write-hope')).toMatchObject([{ outcome: 'refused', actor_kind: 'staff' }])
  })
  test('PLAN-01: another municipality does not find the plan', async () => {
    await expect(hope().then(() => readPlan(other.ctxFor('coordinator'), { caseId: w.caseId }))).rejects.toThrow(NotFound)
    await expect(writeHope(other.ctxFor('coordinator'), { caseId: w.caseId, words: 'Ro' })).rejects.toThrow(NotFound)
  })
  test('PLAN-09: a hope taken out stays in the history', async () => {
    const { id } = await hope()
    await dropHope(w.ctxFor('coordinator'), { caseId: w.caseId, id, seenRevision: 1, reason: 'Er blevet til to andre' })
    expect((await readPlan(w.ctxFor('coordinator'), { caseId: w.caseId })).hopes).toEqual([])
    const { rows } = await t.owner.query(`select revision from record_history where municipality_id = $1 and table_name = 'hope' and record_id = $2`, [w.municipalityId, id])
    expect(rows).toHaveLength(1)
  })
})

describe('goals', () => {
  test('PLAN-01: there is one plan, however much is written in it', async () => {
    await Promise.all([hope(), goal(), activity()])
    const { rows } = await t.owner.query('select id from family_plan where case_id = $1', [w.caseId])
    expect(rows).toHaveLength(1)
  })
  test('PLAN-06: three levels and no more; a draft saves with anything missing', async () => {
    const one = await goal({ title: '' })
    const two = await goal({ parentId: one.id })
    const three = await goal({ parentId: two.id })
    await expect(goal({ parentId: three.id })).rejects.toThrow(Invalid)
    const page = await readPlan(w.ctxFor('coordinator'), { caseId: w.caseId })
    expect(page.goals.map((g) => [g.id, g.level, g.parentId])).toEqual([[one.id, 1, null], [two.id, 2, one.id], [three.id, 3, two.id]])
    expect(page.missing.map((m) => `${m.on}.${m.id}.${m.code}`)).toContain(`goal.${one.id}.title`)
  })
  test('PLAN-11: the teacher writes the school\'s goal, marked with its sector; not one for another sector', async () => {
    await addGoal(w.ctxFor('teacher'), { caseId: w.caseId, title: 'Ida læser 20 minutter om dagen', kind: 'own', subjects: [w.people.ida] })
    const page = await readPlan(w.ctxFor('teacher'), { caseId: w.caseId })
    expect(page.goals).toMatchObject([{ kind: 'sector', sector: 'education' }])
    await expect(addGoal(w.ctxFor('teacher'), { caseId: w.caseId, title: 'x', sector: 'coordination' })).rejects.toThrow(Invalid)
    await expect(addGoal(w.ctxFor('teacher'), { caseId: w.caseId, title: 'x', subjects: [9999] })).rejects.toThrow(Invalid)
  })
  test('PLAN-08: a member adds a goal of her own', async () => {
    await addGoal(w.ctxFor('mette'), { caseId: w.caseId, title: 'Jeg ringer til banken', kind: 'sector' })
    expect((await readPlan(w.ctxFor('coordinator'), { caseId: w.caseId })).goals).toMatchObject([{ kind: 'own', sector: 'coordination', authorPersonId: w.people.mette }])
  })
  test('PLAN-05: a stale change is a Conflict with both texts, and nothing is lost', async () => {
    const { id } = await goal()
    await changeGoal(w.ctxFor('coordinator'), { caseId: w.caseId, goalId: id, seenRevision: 1, title: 'Først' })
    const late = changeGoal(w.ctxFor('coordinator'), { caseId: w.caseId, goalId: id, seenRevision: 1, title: 'Sidst' })
    await expect(late).rejects.toThrow(Conflict)
    await expect(late).rejects.toMatchObject({ code: 'stale', details: { mine: { title: 'Sidst' }, theirs: { title: 'Først', revision: 2 } } })
    expect((await readPlan(w.ctxFor('coordinator'), { caseId: w.caseId })).goals[0]?.title).toBe('Først')
  })
  test('PLAN-11: the teacher reads the family\'s goal by consent but cannot change it', async () => {
    await shared()
    const { id } = await goal()
    expect((await readPlan(w.ctxFor('teacher'), { caseId: w.caseId })).goals.map((g) => g.id)).toEqual([id])
    await expect(changeGoal(w.ctxFor('teacher'), { caseId: w.caseId, goalId: id, seenRevision: 1, title: 'Skolens' })).rejects.toThrow(Forbidden)
    await expect(dropGoal(w.ctxFor('teacher'), { caseId: w.caseId, id, seenRevision: 1, reason: 'x' })).rejects.toThrow(Forbidden)
  })
  test('PLAN-22: the family orders its goals; a parent elsewhere and the teacher do not', async () => {
    const [a, b, c] = [await goal({ title: 'A' }), await goal({ title: 'B' }), await goal({ title: 'C', subjects: [w.people.mette] })]
    await orderGoals(w.ctxFor('mette'), { caseId: w.caseId, goalIds: [c.id, a.id, b.id] })
    expect((await readPlan(w.ctxFor('coordinator'), { caseId: w.caseId })).goalOrder).toEqual([c.id, a.id, b.id])
    await expect(orderGoals(w.ctxFor('jonas'), { caseId: w.caseId, goalIds: [b.id, a.id] })).rejects.toThrow(Forbidden)
    await expect(orderGoals(w.ctxFor('teacher'), { caseId: w.caseId, goalIds: [a.id] })).rejects.toThrow(Forbidden)
    expect(await mine('plan.order-goals')).toMatchObject([{ outcome: 'done', actor_kind: 'member' }, { outcome: 'refused' }, { outcome: 'refused' }])
  })
  test('PLAN-22: goals one does not see keep their place', async () => {
    const [a, b] = [await goal(), await goal()]
    const hidden = await addGoal(w.ctxFor('teacher'), { caseId: w.caseId, title: 'Skolens', subjects: [w.people.ida] })
    await expect(orderGoals(w.ctxFor('coordinator'), { caseId: w.caseId, goalIds: [hidden.id] })).rejects.toThrow(Invalid)
    await orderGoals(w.ctxFor('coordinator'), { caseId: w.caseId, goalIds: [b.id, a.id] })
    expect((await readPlan(w.ctxFor('coordinator'), { caseId: w.caseId })).goalOrder).toEqual([b.id, a.id, hidden.id])
  })
})

describe('what each reader sees', () => {
  test('the teacher sees nothing of the plan without consent, and exactly the covered part with it', async () => {
    const { goal: id, hope: hopeId } = await wholePlan()
    await goal({ title: 'Mette får job', subjects: [w.people.mette], hopeId })
    await version()
    const before = await readPlan(w.ctxFor('teacher'), { caseId: w.caseId })
    expect([before.hopes, before.goals, before.activities, before.versions, before.missing]).toEqual([[], [], [], [], []])
    await consent(t, w, { subject: w.people.ida, from: ['coordination'], to: ['education'], categories: ['plan'], signers: [w.people.mette, w.people.jonas] })
    const after = await readPlan(w.ctxFor('teacher'), { caseId: w.caseId })
    expect(after.goals.map((g) => g.id)).toEqual([id])
    expect(after.hopes).toEqual([])
    expect((await readPlanVersion(w.ctxFor('teacher'), { caseId: w.caseId, number: 1 })).goals.map((g) => g.id)).toEqual([id])
    expect(after.agreement).toMatchObject({ knowsAll: false, state: null })
    expect((await mine('plan.read')).at(-1)).toMatchObject({ outcome: 'done', bases: expect.arrayContaining(['consent']) })
  })
  test('a version shows each reader only what they may read today: a withdrawal empties it', async () => {
    await wholePlan()
    await version()
    await shared()
    expect((await readPlanVersion(w.ctxFor('teacher'), { caseId: w.caseId, number: 1 })).goals).toHaveLength(1)
    await t.owner.query('update consent set withdrawn_at = now() where case_id = $1', [w.caseId])
    await expect(readPlanVersion(w.ctxFor('teacher'), { caseId: w.caseId, number: 1 })).rejects.toThrow(NotFound)
  })
  test('UDR-16: mother and child are both in the plan; the other parent elsewhere is not asked and reads only about the child', async () => {
    const { goal: id } = await wholePlan()
    await goal({ title: 'Mette får job', subjects: [w.people.mette] })
    expect((await readPlan(w.ctxFor('mette'), { caseId: w.caseId })).people.filter((p) => p.asked).map((p) => p.name)).toEqual(['Mette', 'Ida'])
    expect((await readPlan(w.ctxFor('jonas'), { caseId: w.caseId })).goals.map((g) => g.id)).toEqual([id])
  })
  test('KOO-07: the one fixed contact person stands first', async () => {
    expect((await readPlan(w.ctxFor('mette'), { caseId: w.caseId })).team.map((m) => m.role)).toEqual(['coordinator', 'teacher'])
  })
})

describe('activities and agreement', () => {
  test('PLAN-02: agreement is blocked while something is missing, and all of it is listed', async () => {
    await hope()
    const g = await goal()
    const a = await activity({ goalId: null, offer: '', end: '' })
    const tried = version()
    await expect(tried).rejects.toThrow(Invalid)
    await expect(tried).rejects.toMatchObject({ issues: [{ field: `goal.${g.id}.hope` }, { field: `activity.${a.id}.goal` }, { field: `activity.${a.id}.offer` }, { field: `activity.${a.id}.end` }] })
  })
  test('PLAN-02: "ved vi ikke endnu" with a date lets the plan be agreed', async () => {
    const ids = await wholePlan()
    await changeActivity(w.ctxFor('coordinator'), {
      caseId: w.caseId, activityId: ids.activity, seenRevision: 1, what: 'Morgenstøtte', goalId: ids.goal, offer: '', offerUnknownUntil: '2099-01-01', weekdays: '1', start: '2026-11-02', end: '2026-12-31',
      minutesPerWeek: 60,
    })
    await expect(version()).resolves.toMatchObject({ number: 1 })
  })
  test('PLAN-05 PLAN-14: version 1, then version 2, and what changed between them; the old one stands as it was', async () => {
    const ids = await wholePlan()
    await version()
    await changeGoal(w.ctxFor('coordinator'), { caseId: w.caseId, goalId: ids.goal, seenRevision: 1, title: 'Rolige morgener', hopeId: ids.hope })
    const added = await activity({ goalId: ids.goal, what: 'Svømning' })
    await dropActivity(w.ctxFor('coordinator'), { caseId: w.caseId, id: ids.activity, seenRevision: 1, reason: 'Passede ikke' })
    expect(await version()).toMatchObject({ number: 2 })
    const { changes } = await comparePlanVersions(w.ctxFor('mette'), { caseId: w.caseId, from: 1, to: 2 })
    expect(changes.map((c) => [c.what, c.id, c.kind])).toEqual([['goal', ids.goal, 'changed'], ['activity', added.id, 'new'], ['activity', ids.activity, 'out']])
    expect(changes[0]?.fields).toEqual([{ field: 'title', before: 'Ida kommer glad i skole', after: 'Rolige morgener' }])
    expect((await readPlanVersion(w.ctxFor('mette'), { caseId: w.caseId, number: 1 })).goals.map((g) => g.title)).toEqual(['Ida kommer glad i skole'])
    expect(await mine('plan.make-version')).toMatchObject([{ details: { version: 1 } }, { details: { version: 2 } }])
  })
  test('PLAN-14: the teacher and a member cannot agree a version; two at once get two numbers', async () => {
    await wholePlan()
    await expect(makeVersion(w.ctxFor('teacher'), { caseId: w.caseId })).rejects.toThrow(Forbidden)
    await expect(makeVersion(w.ctxFor('mette'), { caseId: w.caseId })).rejects.toThrow(Forbidden)
    expect((await Promise.all([version(), version()])).map((v) => v.number).toSorted((a, b) => a - b)).toEqual([1, 2])
  })
  test('PLAN-14: a mother disagrees in her own words; a child is heard by somebody; all have answered', async () => {
    await wholePlan()
    await version()
    await recordAgreement(w.ctxFor('mette'), { caseId: w.caseId, number: 1, personId: w.people.mette, answer: 'disagree', words: 'Det går for hurtigt' })
    const child = { caseId: w.caseId, number: 1, personId: w.people.ida, answer: 'agree', words: 'Line er sød', onBehalfChannel: 'meeting', onBehalfOn: '2026-11-20' }
    await expect(recordAgreement(w.ctxFor('coordinator'), child)).rejects.toThrow(Invalid)
    await recordAgreement(w.ctxFor('coordinator'), { ...child, heardBy: 'Line Krogh', heardOn: '2026-11-19' })
    const { agreement } = await readPlan(w.ctxFor('coordinator'), { caseId: w.caseId })
    expect(agreement?.state).toEqual({ state: 'with-disagreement', waitingFor: [] })
    expect(agreement?.given).toMatchObject([{ answer: 'disagree', words: 'Det går for hurtigt', onBehalf: null }, { answer: 'agree', heardBy: 'Line Krogh', heardOn: '2026-11-19' }])
  })
  test('PLAN-14: staff answer at a member\'s word; the member takes it back, and answers herself', async () => {
    await wholePlan()
    await version()
    const { id } = await recordAgreement(w.ctxFor('coordinator'),
      { caseId: w.caseId, number: 1, personId: w.people.mette, answer: 'agree', words: 'Fint', onBehalfChannel: 'phone', onBehalfOn: '2026-11-20' })
    await expect(undoOnBehalf(w.ctxFor('jonas'), { caseId: w.caseId, what: 'agreement', id })).rejects.toThrow(NotFound)
    await expect(undoOnBehalf(w.ctxFor('coordinator'), { caseId: w.caseId, what: 'agreement', id })).rejects.toThrow(Forbidden)
    await undoOnBehalf(w.ctxFor('mette'), { caseId: w.caseId, what: 'agreement', id })
    expect((await readPlan(w.ctxFor('coordinator'), { caseId: w.caseId })).agreement).toMatchObject({ given: [], state: { state: 'waiting' } })
    await recordAgreement(w.ctxFor('mette'), { caseId: w.caseId, number: 1, personId: w.people.mette, answer: 'partly', words: 'Næsten' })
    expect((await readPlan(w.ctxFor('coordinator'), { caseId: w.caseId })).agreement?.given).toMatchObject([{ answer: 'partly', onBehalf: null }])
    const said = (await hope('Det sagde jeg ikke')).id
    await undoOnBehalf(w.ctxFor('mette'), { caseId: w.caseId, what: 'hope', id: said })
    expect((await readPlan(w.ctxFor('coordinator'), { caseId: w.caseId })).hopes.map((h) => h.id)).not.toContain(said)
    expect(await mine('plan.undo-on-behalf')).toMatchObject([{ outcome: 'refused' }, { outcome: 'refused' }, { outcome: 'done', actor_kind: 'member' }, { outcome: 'done' }])
  })
  test('PLAN-14: nobody answers for the other parent or for a version that does not exist', async () => {
    await wholePlan()
    await version()
    const behalf = { caseId: w.caseId, answer: 'agree', onBehalfChannel: 'phone', onBehalfOn: '2026-11-20' }
    await expect(recordAgreement(w.ctxFor('coordinator'), { ...behalf, number: 1, personId: w.people.jonas })).rejects.toThrow(Invalid)
    await expect(recordAgreement(w.ctxFor('coordinator'), { ...behalf, number: 7, personId: w.people.mette })).rejects.toThrow(NotFound)
    await expect(recordAgreement(w.ctxFor('teacher'), { ...behalf, number: 1, personId: w.people.mette })).rejects.toThrow(Forbidden)
  })
})

describe('free text and readers', () => {
  test('PLAN-11: a goal about Ida that names Mette is asked about once; the answer decides whom it is about', async () => {
    const asked = goal({ title: 'Mette henter Ida' })
    await expect(asked).rejects.toThrow(Conflict)
    await expect(asked).rejects.toMatchObject({ code: 'about-somebody-else', details: { theirs: [{ id: w.people.mette, firstName: 'Mette' }] } })
    const yes = await goal({ title: 'Mette henter Ida', aboutOthers: String(w.people.mette) })
    const no = await goal({ title: 'Mette henter Ida', aboutOthers: 'no' })
    const page = await readPlan(w.ctxFor('coordinator'), { caseId: w.caseId })
    expect(page.goals.map((g) => [g.id, g.subjects])).toEqual([[yes.id, [w.people.mette, w.people.ida]], [no.id, [w.people.ida]]])
    await changeGoal(w.ctxFor('coordinator'), { caseId: w.caseId, goalId: no.id, seenRevision: 1, title: 'Mette henter Ida fast' })
  })
  test('PLAN-11: an activity\'s load falls on who takes part, not on whom the text names', async () => {
    const { id } = await activity({ what: 'Mette følger Ida', aboutOthers: String(w.people.mette) })
    expect((await readPlan(w.ctxFor('coordinator'), { caseId: w.caseId })).activities).toMatchObject([{ id, takesPart: [w.people.ida], subjects: [w.people.mette, w.people.ida] }])
  })
  test('PLAN-11: beside a text stands who could read it, by the same rules as reading', async () => {
    const { id } = await goal()
    const readers = async () => (await readPlan(w.ctxFor('coordinator'), { caseId: w.caseId, writing: `goal-${id}` })).readers.map((r) => r.split(' (')[0])
    expect(await readers()).not.toContain('Line Krogh')
    await shared()
    expect(await readers()).toContain('Line Krogh')
    expect(await readers()).toContain('Mette')
    expect((await readPlan(w.ctxFor('coordinator'), { caseId: w.caseId })).readers).toEqual([])
  })
  test('UDR-16: a parent elsewhere is not told who works with the household', async () => {
    expect((await readPlan(w.ctxFor('jonas'), { caseId: w.caseId })).team).toEqual([])
  })
})

describe('what another sector states (case 24)', () => {
  const stated = () => goal({ kind: 'sector', statedName: 'Line Krogh', statedSector: 'education', statedOn: '2026-11-03', statedChannel: 'phone' })
  test('PLAN-11: case 24: the school takes over what the coordinator wrote at its word; what hangs on it follows', async () => {
    await shared()
    const { id } = await stated()
    const h = await hope()
    const a = await activity({ goalId: id })
    await expect(takeOver(w.ctxFor('coordinator'), { caseId: w.caseId, what: 'goal', id })).rejects.toThrow(Forbidden)
    const taken = await takeOver(w.ctxFor('teacher'), { caseId: w.caseId, what: 'goal', id })
    const page = await readPlan(w.ctxFor('teacher'), { caseId: w.caseId })
    expect(page.goals).toMatchObject([{ id: taken.id, sector: 'education', kind: 'sector', stated: null }])
    expect(page.activities).toMatchObject([{ id: a.id, goalId: taken.id }])
    expect(page.hopes.map((x) => x.id)).toEqual([h.id])
    expect((await mine('plan.take-over')).map((r) => r.outcome)).toEqual(['refused', 'done'])
    await expect(takeOver(w.ctxFor('teacher'), { caseId: w.caseId, what: 'goal', id })).rejects.toThrow(NotFound)
  })
  test('PLAN-11: without consent the school does not find it; another sector may not take it', async () => {
    const { id } = await stated()
    await expect(takeOver(w.ctxFor('teacher'), { caseId: w.caseId, what: 'goal', id })).rejects.toThrow(NotFound)
  })
})
