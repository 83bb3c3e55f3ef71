import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyShippedPack } from '#app/intake/testing.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { addGoal } from './add-goal.server.ts'
import { changeGoal } from './change-goal.server.ts'
import { chooseFocus } from './choose-focus.server.ts'
import { missingInGoal } from './goal-missing.ts'
import { goalTree } from './goal-order.ts'
import { readPlan } from './read-plan.server.ts'
import { aGoal } from './testing.ts'
import { planWorld } from './verbs-testing.ts'

const p = planWorld()
const { goal, mine } = p
const page = (who: 'coordinator' | 'mette' = 'coordinator') => readPlan(p.w.ctxFor(who), { caseId: p.w.caseId })

describe('what a goal says', () => {
  test('PLAN-06, PLAN-07: kind, owner, measure with numbers, dates and the day it is looked at', async () => {
    const { id } = await goal({ aim: 'keep', startValue: '2', targetValue: '4,5', unit: 'dage om ugen', owner: `staff-${p.w.staff.coordinator}` })
    expect((await page()).goals).toMatchObject([
      { id, aim: 'keep', startValue: 2, targetValue: 4.5, unit: 'dage om ugen', ownerStaffId: p.w.staff.coordinator, ownerPersonId: null, lookOn: '2099-01-15' },
    ])
  })
  test('PLAN-07: the end is not before the start, an owner is one of the family or its helpers', async () => {
    await expect(goal({ goalStart: '2026-11-02', goalEnd: '2026-11-01' })).rejects.toThrow(Invalid)
    await expect(goal({ owner: `staff-${p.w.staff.jobcentre}` })).rejects.toMatchObject({ issues: [{ field: 'owner' }] })
    await expect(goal({ owner: 'person-999999' })).rejects.toThrow(Invalid)
  })
  test('PLAN-07: everything may be missing in a draft and is named before the plan is agreed', () => {
    const bare = { aim: null, ownerPersonId: null, measure: '', start: null, lookOn: null }
    expect(missingInGoal(aGoal(bare))).toEqual(['aim', 'owner', 'measure', 'goal-dates', 'look'])
    expect(missingInGoal(aGoal({ ...bare, level: 2, parentId: 1 }))).toEqual([])
    expect(missingInGoal(aGoal({ hopeId: null }))).toEqual(['hope'])
    expect(missingInGoal(aGoal({ kind: 'sector', hopeId: null }))).toEqual(['law-area'])
    expect(missingInGoal(aGoal({ ...bare, kind: 'sector', fromSectorPlan: true }))).toEqual([])
    expect(missingInGoal(aGoal())).toEqual([])
  })
  test("PLAN-11: the school's goal has the school's area of law; the family's own has none", async () => {
    await applyShippedPack(p.t, p.w.municipalityId, 'hedensted')
    const school = await addGoal(p.w.ctxFor('teacher'), { caseId: p.w.caseId, title: 'Læser 20 minutter', subjects: [p.w.people.ida] })
    const seen = (await readPlan(p.w.ctxFor('teacher'), { caseId: p.w.caseId })).goals.find((g) => g.id === school.id)
    expect(seen).toMatchObject({ kind: 'sector', lawArea: 'school-act' })
    const own = await goal({ lawArea: 'school-act' })
    expect((await page()).goals.find((g) => g.id === own.id)).toMatchObject({ kind: 'own', lawArea: null })
    await expect(goal({ kind: 'sector', lawArea: 'no-such-act' })).rejects.toThrow(Invalid)
  })
})

describe('moving', () => {
  test('PLAN-06: a goal moves with its steps to another parent and back to the top', async () => {
    const [a, b] = [await goal({ title: 'A' }), await goal({ title: 'B' })]
    const step = await goal({ title: 'B1', parentId: b.id })
    const move = (seenRevision: number, parentId: number | '') =>
      changeGoal(p.w.ctxFor('coordinator'), { caseId: p.w.caseId, goalId: b.id, seenRevision, title: 'B', parentId })
    await move(1, a.id)
    const levels = async () => Object.fromEntries((await page()).goals.map((g) => [g.title, g.level]))
    expect(await levels()).toEqual({ A: 1, B: 2, B1: 3 })
    await move(2, '')
    expect(await levels()).toEqual({ A: 1, B: 1, B1: 2 })
    expect((await page()).goals.find((g) => g.id === step.id)?.parentId).toBe(b.id)
  })
  test('PLAN-06: never under itself, never deeper than the pack says', async () => {
    const a = await goal({ title: 'A' })
    const a1 = await goal({ title: 'A1', parentId: a.id })
    const a2 = await goal({ title: 'A2', parentId: a1.id })
    const top = await goal({ title: 'T' })
    const put = (goalId: number, parentId: number) =>
      changeGoal(p.w.ctxFor('coordinator'), { caseId: p.w.caseId, goalId, seenRevision: 1, title: 'x', parentId })
    await expect(put(a.id, a2.id)).rejects.toThrow(Invalid)
    await expect(put(a.id, a.id)).rejects.toThrow(Invalid)
    await expect(put(a.id, top.id)).rejects.toMatchObject({ issues: [{ field: 'parentId' }] })
    expect((await page()).goals.find((g) => g.id === a.id)).toMatchObject({ level: 1, revision: 1 })
  })
  test('PLAN-06: a pack of two levels refuses the third', async () => {
    await applyShippedPack(p.t, p.w.municipalityId, 'hedensted')
    await p.t.owner.query(
      `insert into pack_state select (jsonb_populate_record(s, jsonb_build_object('id', nextval(pg_get_serial_sequence('pack_state', 'id')), 'content',
        jsonb_set(s.content, '{settings}', (select jsonb_agg(case when x ->> 'code' = 'goalLevels' then jsonb_set(x, '{value}', '2') else x end)
        from jsonb_array_elements(s.content -> 'settings') x))))).* from pack_state s where municipality_id = $1 order by id desc limit 1`,
      [p.w.municipalityId],
    )
    const one = await goal({ title: '1' })
    const two = await goal({ title: '2', parentId: one.id })
    await expect(goal({ title: '3', parentId: two.id })).rejects.toMatchObject({ issues: [{ field: 'parentId' }] })
    await applyShippedPack(p.t, p.w.municipalityId, 'hedensted')
  })
})

describe('in focus', () => {
  test('PLAN-22: the family chooses at most three; they come first; the log knows who chose', async () => {
    const ids = []
    for (const title of ['A', 'B', 'C', 'D']) ids.push((await goal({ title })).id)
    const choose = (goalId: number, on = 'yes') => chooseFocus(p.w.ctxFor('mette'), { caseId: p.w.caseId, goalId, on })
    for (const id of ids.slice(1)) await choose(id)
    const seen = await page()
    expect(goalTree(seen.goals, seen.goalOrder).map((g) => `${g.title}${g.inFocus ? '*' : ''}`)).toEqual(['B*', 'C*', 'D*', 'A'])
    await expect(choose(ids[0]!)).rejects.toMatchObject({ issues: [{ field: 'focus' }] })
    await choose(ids[1]!, 'no')
    await choose(ids[0]!)
    expect((await page('mette')).goals.filter((g) => g.inFocus).map((g) => g.title)).toEqual(['A', 'C', 'D'])
    expect((await page()).goals.every((g) => g.revision === 1)).toBe(true)
    expect(await mine('plan.choose-focus')).toMatchObject([{ outcome: 'done', actor_kind: 'member', person_ids: [p.w.people.ida] }, {}, {}, {}, {}])
  })
  test('PLAN-22: not the teacher, not a parent elsewhere, not another municipality', async () => {
    const { id } = await goal()
    const choose = (who: 'teacher' | 'jonas') => chooseFocus(p.w.ctxFor(who), { caseId: p.w.caseId, goalId: id, on: true })
    await expect(choose('teacher')).rejects.toThrow(Forbidden)
    await expect(choose('jonas')).rejects.toThrow(Forbidden)
    await expect(chooseFocus(p.other.ctxFor('coordinator'), { caseId: p.w.caseId, goalId: id, on: true })).rejects.toThrow(NotFound)
    await expect(chooseFocus(p.w.ctxFor('coordinator'), { caseId: p.w.caseId, goalId: 999_999, on: true })).rejects.toThrow(NotFound)
  })
  test("PLAN-09, PLAN-22: whatever is in focus, a sector's goal is never before the family's own", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ sector: fc.boolean(), inFocus: fc.boolean() }), { maxLength: 12 }), (drawn) => {
        const goals = drawn.map((d, i) => aGoal({ id: i + 1, kind: d.sector ? 'sector' : 'own', inFocus: d.inFocus }))
        const tree = goalTree(goals, [])
        const kinds = tree.map((g) => g.kind)
        expect(kinds).toEqual([...kinds].sort())
        for (const kind of ['own', 'sector']) {
          const marks = tree.filter((g) => g.kind === kind).map((g) => g.inFocus)
          expect(marks).toEqual([...marks].sort((a, b) => Number(b) - Number(a)))
        }
      }),
    )
  })
})

test('PLAN-05: a goal changed meanwhile is a Conflict with the new fields too', async () => {
  const { id } = await goal()
  const change = (title: string) => changeGoal(p.w.ctxFor('coordinator'), { caseId: p.w.caseId, goalId: id, seenRevision: 1, title, aim: 'keep' })
  await change('Først')
  await expect(change('Sidst')).rejects.toThrow(Conflict)
})

test('PLAN-20: parallel courses of the kinds that the documents list, chosen from the pack', async () => {
  await applyShippedPack(p.t, p.w.municipalityId, 'hedensted')
  const kinds = (await page()).goalRules.measureKinds.map((kind) => kind.code)
  const listed = ['work-placement', 'wage-subsidy', 'part-time-work', 'anonymous-counselling', 'counselling', 'group-for-children', 'family-therapy']
  expect(kinds).toEqual(expect.arrayContaining([...listed, 'parent-child-group', 'clarification']))
  await p.activity({ what: 'Praktik', measureKind: 'work-placement', takesPart: [p.w.people.mette] })
  await p.activity({ what: 'Samtaler', measureKind: 'anonymous-counselling', takesPart: [p.w.people.mette] })
  expect((await page()).activities.map((a) => a.measureKind)).toEqual(['work-placement', 'anonymous-counselling'])
})
