import { describe, expect, test } from 'vitest'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { addGoal } from './add-goal.server.ts'
import { changeGoal } from './change-goal.server.ts'
import { dropGoal } from './drop-goal.server.ts'
import { dropHope } from './drop-hope.server.ts'
import { orderGoals } from './order-goals.server.ts'
import { planWorld } from './verbs-testing.ts'
import { readPlan } from './read-plan.server.ts'
import { takeOver } from './take-over.server.ts'
import { writeHope } from './write-hope.server.ts'

const p = planWorld()
const { hope, goal, activity, mine, shared } = p

describe('hopes', () => {
  test("PLAN-09: staff write a hope at a member's word, with how and when; it is in the log", async () => {
    const { id } = await hope()
    const page = await readPlan(p.w.ctxFor('coordinator'), { caseId: p.w.caseId })
    expect(page.hopes).toMatchObject([
      {
        id,
        words: 'At vi får ro om morgenen',
        personId: p.w.people.mette,
        onBehalf: { personId: p.w.people.mette, channel: 'meeting', on: '2026-11-01' },
      },
    ])
    expect(await mine('plan.write-hope')).toMatchObject([
      { outcome: 'done', actor_kind: 'staff', case_id: p.w.caseId, person_ids: [p.w.people.mette], details: { hope: id } },
    ])
  })
  test('PLAN-09: without how and when staff cannot speak for a member', async () => {
    const said = writeHope(p.w.ctxFor('coordinator'), { caseId: p.w.caseId, personId: p.w.people.mette, words: 'Ro' })
    await expect(said).rejects.toThrow(Invalid)
  })
  test('PLAN-09: a member writes her own hope; staff cannot change her words', async () => {
    const { id } = await writeHope(p.w.ctxFor('mette'), { caseId: p.w.caseId, personId: p.w.people.mette, words: 'Et arbejde' })
    await expect(
      writeHope(p.w.ctxFor('coordinator'), { caseId: p.w.caseId, hopeId: id, seenRevision: 1, words: 'En praktik' }),
    ).rejects.toThrow(Forbidden)
    await expect(dropHope(p.w.ctxFor('coordinator'), { caseId: p.w.caseId, id, seenRevision: 1, reason: 'x' })).rejects.toThrow(Forbidden)
    await writeHope(p.w.ctxFor('mette'), { caseId: p.w.caseId, hopeId: id, seenRevision: 1, words: 'Et arbejde med hænderne' })
    expect((await readPlan(p.w.ctxFor('coordinator'), { caseId: p.w.caseId })).hopes).toMatchObject([
      { words: 'Et arbejde med hænderne', revision: 2 },
    ])
  })
  test('PLAN-09: a member speaks for herself and her child, not for the other parent', async () => {
    await writeHope(p.w.ctxFor('mette'), { caseId: p.w.caseId, personId: p.w.people.ida, words: 'En hund' })
    await expect(writeHope(p.w.ctxFor('mette'), { caseId: p.w.caseId, personId: p.w.people.jonas, words: 'Fred' })).rejects.toThrow(Invalid)
  })
  test("PLAN-09: the teacher does not write the family's hopes; the refusal is logged", async () => {
    await expect(writeHope(p.w.ctxFor('teacher'), { caseId: p.w.caseId, words: 'Ro' })).rejects.toThrow(Forbidden)
    expect(await mine('plan.write-hope')).toMatchObject([{ outcome: 'refused', actor_kind: 'staff' }])
  })
  test('PLAN-01: another municipality does not find the plan', async () => {
    await expect(hope().then(() => readPlan(p.other.ctxFor('coordinator'), { caseId: p.w.caseId }))).rejects.toThrow(NotFound)
    await expect(writeHope(p.other.ctxFor('coordinator'), { caseId: p.w.caseId, words: 'Ro' })).rejects.toThrow(NotFound)
  })
  test('PLAN-09: a hope taken out stays in the history', async () => {
    const { id } = await hope()
    await dropHope(p.w.ctxFor('coordinator'), { caseId: p.w.caseId, id, seenRevision: 1, reason: 'Er blevet til to andre' })
    expect((await readPlan(p.w.ctxFor('coordinator'), { caseId: p.w.caseId })).hopes).toEqual([])
    const { rows } = await p.t.owner.query(
      `select revision from record_history where municipality_id = $1 and table_name = 'hope' and record_id = $2`,
      [p.w.municipalityId, id],
    )
    expect(rows).toHaveLength(1)
  })
})

describe('goals', () => {
  test('PLAN-01: there is one plan, however much is written in it', async () => {
    await Promise.all([hope(), goal(), activity()])
    const { rows } = await p.t.owner.query('select id from family_plan where case_id = $1', [p.w.caseId])
    expect(rows).toHaveLength(1)
  })
  test('PLAN-06: three levels and no more; a draft saves with anything missing', async () => {
    const one = await goal({ title: '' })
    const two = await goal({ parentId: one.id })
    const three = await goal({ parentId: two.id })
    await expect(goal({ parentId: three.id })).rejects.toThrow(Invalid)
    const page = await readPlan(p.w.ctxFor('coordinator'), { caseId: p.w.caseId })
    expect(page.goals.map((g) => [g.id, g.level, g.parentId])).toEqual([
      [one.id, 1, null],
      [two.id, 2, one.id],
      [three.id, 3, two.id],
    ])
    expect(page.missing.map((m) => `${m.on}.${m.id}.${m.code}`)).toContain(`goal.${one.id}.title`)
  })
  test("PLAN-11: the teacher writes the school's goal, marked with its sector; not one for another sector", async () => {
    await addGoal(p.w.ctxFor('teacher'), {
      caseId: p.w.caseId,
      title: 'Ida læser 20 minutter om dagen',
      kind: 'own',
      subjects: [p.w.people.ida],
    })
    const page = await readPlan(p.w.ctxFor('teacher'), { caseId: p.w.caseId })
    expect(page.goals).toMatchObject([{ kind: 'sector', sector: 'education' }])
    await expect(addGoal(p.w.ctxFor('teacher'), { caseId: p.w.caseId, title: 'x', sector: 'coordination' })).rejects.toThrow(Invalid)
    await expect(addGoal(p.w.ctxFor('teacher'), { caseId: p.w.caseId, title: 'x', subjects: [9999] })).rejects.toThrow(Invalid)
  })
  test('PLAN-08: a member adds a goal of her own', async () => {
    await addGoal(p.w.ctxFor('mette'), { caseId: p.w.caseId, title: 'Jeg ringer til banken', kind: 'sector' })
    expect((await readPlan(p.w.ctxFor('coordinator'), { caseId: p.w.caseId })).goals).toMatchObject([
      { kind: 'own', sector: 'coordination', authorPersonId: p.w.people.mette },
    ])
  })
  test('PLAN-05: a stale change is a Conflict with both texts, and nothing is lost', async () => {
    const { id } = await goal()
    await changeGoal(p.w.ctxFor('coordinator'), { caseId: p.w.caseId, goalId: id, seenRevision: 1, title: 'Først' })
    const late = changeGoal(p.w.ctxFor('coordinator'), { caseId: p.w.caseId, goalId: id, seenRevision: 1, title: 'Sidst' })
    await expect(late).rejects.toThrow(Conflict)
    await expect(late).rejects.toMatchObject({
      code: 'stale',
      details: { mine: { title: 'Sidst' }, theirs: { title: 'Først', revision: 2 } },
    })
    expect((await readPlan(p.w.ctxFor('coordinator'), { caseId: p.w.caseId })).goals[0]?.title).toBe('Først')
  })
  test("PLAN-11: the teacher reads the family's goal by consent but cannot change it", async () => {
    await shared()
    const { id } = await goal()
    expect((await readPlan(p.w.ctxFor('teacher'), { caseId: p.w.caseId })).goals.map((g) => g.id)).toEqual([id])
    await expect(changeGoal(p.w.ctxFor('teacher'), { caseId: p.w.caseId, goalId: id, seenRevision: 1, title: 'Skolens' })).rejects.toThrow(
      Forbidden,
    )
    await expect(dropGoal(p.w.ctxFor('teacher'), { caseId: p.w.caseId, id, seenRevision: 1, reason: 'x' })).rejects.toThrow(Forbidden)
  })
  test('PLAN-22: the family orders its goals; a parent elsewhere and the teacher do not', async () => {
    const [a, b, c] = [await goal({ title: 'A' }), await goal({ title: 'B' }), await goal({ title: 'C', subjects: [p.w.people.mette] })]
    await orderGoals(p.w.ctxFor('mette'), { caseId: p.w.caseId, goalIds: [c.id, a.id, b.id] })
    expect((await readPlan(p.w.ctxFor('coordinator'), { caseId: p.w.caseId })).goalOrder).toEqual([c.id, a.id, b.id])
    await expect(orderGoals(p.w.ctxFor('jonas'), { caseId: p.w.caseId, goalIds: [b.id, a.id] })).rejects.toThrow(Forbidden)
    await expect(orderGoals(p.w.ctxFor('teacher'), { caseId: p.w.caseId, goalIds: [a.id] })).rejects.toThrow(Forbidden)
    expect(await mine('plan.order-goals')).toMatchObject([
      { outcome: 'done', actor_kind: 'member' },
      { outcome: 'refused' },
      { outcome: 'refused' },
    ])
  })
  test('PLAN-22: goals one does not see keep their place, and are not in the order one is given', async () => {
    const [a, b] = [await goal(), await goal()]
    const hidden = await addGoal(p.w.ctxFor('teacher'), { caseId: p.w.caseId, title: 'Skolens', subjects: [p.w.people.ida] })
    await expect(orderGoals(p.w.ctxFor('coordinator'), { caseId: p.w.caseId, goalIds: [hidden.id] })).rejects.toThrow(Invalid)
    await orderGoals(p.w.ctxFor('coordinator'), { caseId: p.w.caseId, goalIds: [b.id, a.id] })
    expect((await readPlan(p.w.ctxFor('coordinator'), { caseId: p.w.caseId })).goalOrder).toEqual([b.id, a.id])
    const { rows } = await p.t.owner.query('select goal_order from family_plan where case_id = $1', [p.w.caseId])
    expect(rows[0].goal_order.map(Number)).toEqual([b.id, a.id, hidden.id])
  })
})

describe('free text and readers', () => {
  test('PLAN-11: a goal about Ida that names Mette is asked about once; the answer decides whom it is about', async () => {
    const asked = goal({ title: 'Mette henter Ida' })
    await expect(asked).rejects.toThrow(Conflict)
    await expect(asked).rejects.toMatchObject({
      code: 'about-somebody-else',
      details: { theirs: [{ id: p.w.people.mette, firstName: 'Mette' }] },
    })
    const yes = await goal({ title: 'Mette henter Ida', aboutOthers: String(p.w.people.mette) })
    const no = await goal({ title: 'Mette henter Ida', aboutOthers: 'no' })
    const page = await readPlan(p.w.ctxFor('coordinator'), { caseId: p.w.caseId })
    expect(page.goals.map((g) => [g.id, g.subjects])).toEqual([
      [yes.id, [p.w.people.mette, p.w.people.ida]],
      [no.id, [p.w.people.ida]],
    ])
    await changeGoal(p.w.ctxFor('coordinator'), { caseId: p.w.caseId, goalId: no.id, seenRevision: 1, title: 'Mette henter Ida fast' })
  })
  test("PLAN-11: an activity's load falls on who takes part, not on whom the text names", async () => {
    const { id } = await activity({ what: 'Mette følger Ida', aboutOthers: String(p.w.people.mette) })
    expect((await readPlan(p.w.ctxFor('coordinator'), { caseId: p.w.caseId })).activities).toMatchObject([
      { id, takesPart: [p.w.people.ida], subjects: [p.w.people.mette, p.w.people.ida] },
    ])
  })
  test('PLAN-11: beside a text stands who could read it, by the same rules as reading', async () => {
    const { id } = await goal()
    const readers = async () =>
      (await readPlan(p.w.ctxFor('coordinator'), { caseId: p.w.caseId, writing: `goal-${id}` })).readers.map((r) => r.split(' (')[0])
    expect(await readers()).not.toContain('Line Krogh')
    await shared()
    expect(await readers()).toContain('Line Krogh')
    expect(await readers()).toContain('Mette')
    expect((await readPlan(p.w.ctxFor('coordinator'), { caseId: p.w.caseId })).readers).toEqual([])
  })
  test('UDR-16: a parent elsewhere is not told who works with the household', async () => {
    expect((await readPlan(p.w.ctxFor('jonas'), { caseId: p.w.caseId })).team).toEqual([])
  })
})

describe('what another sector states (case 24)', () => {
  const stated = () =>
    goal({ kind: 'sector', statedName: 'Line Krogh', statedSector: 'education', statedOn: '2026-11-03', statedChannel: 'phone' })
  test('PLAN-11: case 24: the school takes over what the coordinator wrote at its word; what hangs on it follows', async () => {
    await shared()
    const { id } = await stated()
    const h = await hope()
    const a = await activity({ goalId: id })
    await expect(takeOver(p.w.ctxFor('coordinator'), { caseId: p.w.caseId, what: 'goal', id })).rejects.toThrow(Forbidden)
    const taken = await takeOver(p.w.ctxFor('teacher'), { caseId: p.w.caseId, what: 'goal', id })
    const page = await readPlan(p.w.ctxFor('teacher'), { caseId: p.w.caseId })
    expect(page.goals).toMatchObject([{ id: taken.id, sector: 'education', kind: 'sector', stated: null }])
    expect(page.activities).toMatchObject([{ id: a.id, goalId: taken.id }])
    expect(page.hopes.map((x) => x.id)).toEqual([h.id])
    expect((await mine('plan.take-over')).map((r) => r.outcome)).toEqual(['refused', 'done'])
    await expect(takeOver(p.w.ctxFor('teacher'), { caseId: p.w.caseId, what: 'goal', id })).rejects.toThrow(NotFound)
  })
  test('PLAN-11: without consent the school does not find it; another sector may not take it', async () => {
    const { id } = await stated()
    await expect(takeOver(p.w.ctxFor('teacher'), { caseId: p.w.caseId, what: 'goal', id })).rejects.toThrow(NotFound)
  })
})
