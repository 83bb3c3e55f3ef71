import { describe, expect, test } from 'vitest'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { readPlan } from '#app/plan/read-plan.server.ts'
import { addSectorPlan } from './add-sector-plan.server.ts'
import { changeSectorPlan } from './change-sector-plan.server.ts'
import { dropSectorPlan } from './drop-sector-plan.server.ts'
import { noPlanNeeded } from './no-plan-needed.server.ts'
import { missingSectorPlans, sectorPlansRestingOnHolistic } from './queries.server.ts'
import { readSectorPlan } from './read-sector-plan.server.ts'
import { readSectorPlans } from './read-sector-plans.server.ts'
import { restOnHolistic } from './rest-on-holistic.server.ts'
import { sectorPlanWorld } from './testing.ts'
import { takeOverSectorPlan } from './take-over-sector-plan.server.ts'
import { writePart } from './write-part.server.ts'

const p = sectorPlanWorld()
const list = (who: Parameters<typeof p.w.ctxFor>[0]) =>
  readSectorPlans(p.w.ctxFor(who), { caseId: p.w.caseId }).then((page) => page.lines.map((l) => l.plan.id))
const one = (who: Parameters<typeof p.w.ctxFor>[0], planId: number) => readSectorPlan(p.w.ctxFor(who), { caseId: p.w.caseId, planId })

describe('writing a plan', () => {
  test('PLAN-01: its own sector writes it, with law and paragraph from the pack; it is in the log', async () => {
    const { id } = await p.myPlan({ nextFollowUpOn: '2026-12-01', departmentId: p.w.departments['employment'], caseworkerStaffId: p.w.staff.jobcentre })
    expect(await one('jobcentre', id)).toMatchObject({
      plan: { sector: 'employment', lawArea: 'employment-act', paragraph: 'Lov om en aktiv beskæftigelsesindsats § 40, stk. 3' },
      kindLabel: 'Min Plan',
      state: 'in-force',
      department: 'Afdeling employment',
      caseworker: 'Karim Aziz',
      mayChange: true,
    })
    expect(await p.mine('sector-plans.add')).toMatchObject([{ outcome: 'done', person_ids: [p.w.people.mette], details: { sectorPlan: id } }])
    expect((await p.mine('sector-plans.read-one'))[0]).toMatchObject({ outcome: 'done', bases: ['own-sector'] })
  })
  test("PLAN-01: the coordinator writes it at the sector's word, and must say whose", async () => {
    await expect(p.childsPlan({ statedName: '', statedSector: '', statedOn: null, statedChannel: '' })).rejects.toMatchObject({
      issues: [{ field: 'statedName' }],
    })
    const { id } = await p.childsPlan()
    expect((await one('coordinator', id)).plan).toMatchObject({ sector: 'coordination', stated: { name: 'Sofie Lund', sector: 'family-department' } })
  })
  test("KOO-13: the coordinator has no power over an authority's plan: not written, not changed, not ended", async () => {
    const { id } = await p.myPlan()
    await p.yes(p.w.people.mette, 'employment', 'coordination')
    expect(await list('coordinator')).toEqual([id])
    expect((await one('coordinator', id)).mayChange).toBe(false)
    const as = p.w.ctxFor('coordinator')
    const seen = { caseId: p.w.caseId, planId: id, seenRevision: 1 }
    await expect(changeSectorPlan(as, { ...seen, validUntil: '2026-11-01' })).rejects.toThrow(Forbidden)
    await expect(dropSectorPlan(as, { ...seen, reason: 'x' })).rejects.toThrow(Forbidden)
    await expect(restOnHolistic(as, { ...seen, rests: true })).rejects.toThrow(Forbidden)
    await expect(writePart(as, { ...seen, part: 'goal', text: 'x' })).rejects.toThrow(Forbidden)
    expect((await p.mine('sector-plans.change')).map((r) => r.outcome)).toEqual(['refused'])
  })
  test('PLAN-01: not another sector, not a member, not another municipality', async () => {
    await expect(addSectorPlan(p.w.ctxFor('teacher'), { caseId: p.w.caseId, kind: 'my-plan', subjects: [p.w.people.mette] })).rejects.toThrow(Forbidden)
    await expect(addSectorPlan(p.w.ctxFor('mette'), { caseId: p.w.caseId, kind: 'my-plan', subjects: [p.w.people.mette] })).rejects.toThrow(Forbidden)
    await expect(addSectorPlan(p.other.ctxFor('coordinator'), { caseId: p.w.caseId, kind: 'my-plan', subjects: [] })).rejects.toThrow(NotFound)
    await expect(readSectorPlans(p.other.ctxFor('coordinator'), { caseId: p.w.caseId })).rejects.toThrow(NotFound)
  })
  test('PLAN-01: about people of the family, of the right age, several only as siblings together', async () => {
    await expect(p.myPlan({ subjects: [p.w.people.ida] })).rejects.toMatchObject({ issues: [{ field: 'subjects' }] })
    await expect(p.myPlan({ subjects: [] })).rejects.toThrow(Invalid)
    await expect(p.myPlan({ subjects: [999_999] })).rejects.toThrow(Invalid)
    await expect(p.childsPlan({ kind: 'education-plan' })).rejects.toMatchObject({ issues: [{ field: 'subjects' }] })
    await expect(p.myPlan({ validFrom: '2026-11-02', validUntil: '2026-11-01' })).rejects.toThrow(Invalid)
  })
  test("PLAN-21: the authority takes over what the coordinator wrote at its word, with its goals; then the coordinator no longer writes it", async () => {
    const { id } = await p.childsPlan()
    const picked = await p.goal({ title: 'Ro om aftenen', kind: 'sector', sectorPlanId: id })
    const over = (who: 'familyWorker' | 'jobcentre') => takeOverSectorPlan(p.w.ctxFor(who), { caseId: p.w.caseId, planId: id })
    await expect(over('familyWorker')).rejects.toThrow(NotFound)
    for (const child of [p.w.people.ida, p.oliver]) {
      await p.yes(child, 'coordination', 'family-department')
      await p.yes(child, 'coordination', 'employment')
    }
    await expect(over('jobcentre')).rejects.toThrow(Forbidden)
    const mine = await over('familyWorker')
    const page = await one('familyWorker', mine.id)
    expect(page).toMatchObject({ plan: { sector: 'family-department', stated: null, caseworkerStaffId: p.w.staff.familyWorker }, mayChange: true })
    expect(page.planGoals.map((g) => g.id)).toEqual([picked.id])
    expect(await list('coordinator')).toEqual([])
    await expect(one('coordinator', id)).rejects.toThrow(NotFound)
    expect((await p.mine('sector-plans.take-over')).map((r) => r.outcome)).toEqual(['refused', 'refused', 'done'])
  })
  test('PLAN-05: a stale change is a Conflict with both; the earlier text stays in the history', async () => {
    const { id } = await p.myPlan()
    const change = (title: string) => changeSectorPlan(p.w.ctxFor('jobcentre'), { caseId: p.w.caseId, planId: id, seenRevision: 1, title })
    await change('Først')
    await expect(change('Sidst')).rejects.toThrow(Conflict)
    await expect(change('Sidst')).rejects.toMatchObject({ code: 'stale', details: { theirs: { title: 'Først', revision: 2 } } })
    await dropSectorPlan(p.w.ctxFor('jobcentre'), { caseId: p.w.caseId, planId: id, seenRevision: 2, reason: 'Skrevet to gange' })
    expect(await list('jobcentre')).toEqual([])
    const { rows } = await p.t.owner.query(`select revision from record_history where table_name = 'sector_plan' and record_id = $1`, [id])
    expect(rows).toHaveLength(2)
  })
})

describe('who reads it', () => {
  test("CON-05: barnets plan of two siblings is seen by the school only with consent for both", async () => {
    const { id } = await p.childsPlan()
    expect(await list('teacher')).toEqual([])
    await p.yes(p.w.people.ida, 'coordination', 'education')
    expect(await list('teacher')).toEqual([])
    await expect(one('teacher', id)).rejects.toThrow(NotFound)
    await p.yes(p.oliver, 'coordination', 'education')
    expect(await list('teacher')).toEqual([id])
    expect((await one('teacher', id)).may).toMatchObject({ change: false, copy: false })
    expect((await one('coordinator', id)).readers.join()).toContain('Line Krogh')
    expect((await one('teacher', id)).readers).toEqual([])
  })
  test('CON-05: Min Plan is not the coordinator’s to read without consent; a number of it is not either', async () => {
    await p.myPlan()
    expect(await list('coordinator')).toEqual([])
    await p.yes(p.w.people.mette, 'employment', 'coordination')
    expect(await list('coordinator')).toHaveLength(1)
  })
  test('PLAN-11: the family reads the plans about themselves and their children', async () => {
    await p.childsPlan()
    await p.myPlan()
    const page = await readSectorPlans(p.w.ctxFor('mette'), { caseId: p.w.caseId })
    expect(page.lines.map((l) => l.kindLabel)).toEqual(['Barnets plan', 'Min Plan'])
    expect(page).toMatchObject({ missing: [], kinds: [], departments: [], may: { write: false } })
  })
})

describe('the checklist', () => {
  test('PLAN-21: a part points at goals of the family’s plan, has a text, or stands elsewhere', async () => {
    const { id } = await p.childsPlan()
    const g = await p.goal()
    const as = p.w.ctxFor('coordinator')
    const write = (seenRevision: number, over: object) => writePart(as, { caseId: p.w.caseId, planId: id, seenRevision, ...over })
    await write(1, { part: 'goals', how: 'points', goals: [g.id] })
    await write(2, { part: 'support', how: 'text', text: 'En kontaktperson to timer om ugen' })
    await write(3, { part: 'follow-up', how: 'elsewhere' })
    const page = await one('coordinator', id)
    expect(page.openParts).toBe(1)
    expect(page.parts.map((x) => [x.code, x.part?.how ?? null, x.goals.map((y) => y.title)])).toEqual([
      ['own-hopes', null, []],
      ['goals', 'points', ['Ida kommer glad i skole']],
      ['support', 'text', []],
      ['follow-up', 'elsewhere', []],
    ])
    await expect(write(4, { part: 'no-such-part' })).rejects.toMatchObject({ issues: [{ field: 'part' }] })
    await expect(write(4, { part: 'goals', how: 'points', goals: [999_999] })).rejects.toMatchObject({ issues: [{ field: 'goals' }] })
  })
  test('CON-05: a part that points at a goal shows it only to who may read the goal', async () => {
    const { id } = await p.childsPlan()
    const own = await p.goal({ subjects: [p.w.people.mette], title: 'Mette sover om natten' })
    await writePart(p.w.ctxFor('coordinator'), { caseId: p.w.caseId, planId: id, seenRevision: 1, part: 'support', how: 'points', goals: [own.id] })
    await p.yes(p.w.people.ida, 'coordination', 'education')
    await p.yes(p.oliver, 'coordination', 'education')
    const page = await one('teacher', id)
    expect(page.parts.find((x) => x.code === 'support')).toMatchObject({ goals: [], hidden: true, part: { goals: [] } })
    expect(JSON.stringify(page)).not.toContain('Mette sover')
  })
  test("PLAN-11 IT-03: a goal picked out of a plan is a sector's, after the family's own", async () => {
    const { id } = await p.childsPlan()
    const own = await p.goal({ title: 'Familiens eget' })
    const picked = await p.goal({ title: 'Barnets plan: ro i hverdagen', kind: 'sector', sectorPlanId: id, subjects: [p.w.people.ida, p.oliver] })
    const page = await readPlan(p.w.ctxFor('coordinator'), { caseId: p.w.caseId })
    expect(page.goals.find((g) => g.id === picked.id)).toMatchObject({ kind: 'sector', sectorPlanId: id })
    await p.yes(p.w.people.ida, 'coordination', 'education')
    const about = await p.goal({ title: 'Om Ida alene', kind: 'sector', sectorPlanId: id, subjects: [p.w.people.ida] })
    const teacher = await readPlan(p.w.ctxFor('teacher'), { caseId: p.w.caseId })
    expect(teacher.goals.find((g) => g.id === about.id)).toMatchObject({ fromSectorPlan: true, sectorPlanId: null })
    expect(page.missing.filter((m) => m.on === 'goal' && m.id === picked.id)).toEqual([])
    expect((await one('coordinator', id)).planGoals.map((g) => g.id)).toEqual([picked.id, about.id])
    expect(own.id).not.toBe(picked.id)
    await expect(p.goal({ kind: 'sector', sectorPlanId: 999_999 })).rejects.toThrow(Invalid)
  })
})

describe('part of the holistic plan', () => {
  const rest = (planId: number, seenRevision: number, rests = 'yes') =>
    restOnHolistic(p.w.ctxFor('jobcentre'), { caseId: p.w.caseId, planId, seenRevision, rests })
  test('CON-14: only with the consent of that very plan; another yes does not do', async () => {
    const { id } = await p.myPlan()
    await expect(rest(id, 1)).rejects.toMatchObject({ issues: [{ field: 'rests' }] })
    await p.yes(p.w.people.mette, 'employment', 'coordination', ['plan', 'agreements'], 'holistic-plan')
    await expect(rest(id, 1)).rejects.toThrow(Invalid)
    const given = await p.yes(p.w.people.mette, 'employment', 'coordination', ['plan', 'documents'], 'my-plan-in-family-plan')
    await rest(id, 1)
    expect(await one('jobcentre', id)).toMatchObject({ plan: { restsOnHolistic: true }, consentGone: false, holistic: { complete: true } })
    await p.t.owner.query('update consent set withdrawn_at = access.now() where id = $1', [given])
    expect(await one('jobcentre', id)).toMatchObject({ consentGone: true, holistic: { complete: false } })
    await rest(id, 2, 'no')
  })
  test('PLAN-01: a plan whose law does not allow it stands by itself', async () => {
    const { id } = await p.childsPlan()
    const as = p.w.ctxFor('coordinator')
    await expect(restOnHolistic(as, { caseId: p.w.caseId, planId: id, seenRevision: 1, rests: true })).rejects.toMatchObject({ issues: [{ field: 'rests' }] })
    expect((await one('coordinator', id)).holistic).toBeNull()
  })
  test('VIS-20: who leaves: every plan that rested on the holistic plan, also one the coordinator cannot read any more', async () => {
    const { id } = await p.myPlan({ departmentId: p.w.departments['employment'], caseworkerStaffId: p.w.staff.jobcentre })
    const given = await p.yes(p.w.people.mette, 'employment', 'coordination', ['plan', 'documents'], 'my-plan-in-family-plan')
    await rest(id, 1)
    await p.t.owner.query('update consent set withdrawn_at = access.now() where id = $1', [given])
    expect(await list('coordinator')).toEqual([])
    const resting = (who: 'coordinator' | 'teacher') =>
      inTransaction(p.w.ctxFor(who), p.w.caseId, (tx) => sectorPlansRestingOnHolistic(tx, p.w.caseId))
    expect(await resting('coordinator')).toMatchObject([
      { id, kind: 'my-plan', departmentId: p.w.departments['employment'], caseworkerStaffId: p.w.staff.jobcentre, personIds: [p.w.people.mette] },
    ])
    expect(await resting('teacher')).toEqual([])
  })
})

describe('what is missing', () => {
  const missing = () =>
    inTransaction(p.w.ctxFor('projectManager'), null, (tx, ctx) => missingSectorPlans(tx, ctx, [p.w.caseId])).then((found) =>
      (found[0]?.missing ?? []).map((m) => `${m.kind} ${m.personId}`),
    )
  test('VIS-17: for the project manager, without a word of the plans; a plan or a reason takes it away', async () => {
    expect(await missing()).toEqual([`childs-plan ${p.w.people.ida}`, `childs-plan ${p.oliver}`, `my-plan ${p.w.people.mette}`])
    await p.myPlan()
    expect(await missing()).toEqual([`childs-plan ${p.w.people.ida}`, `childs-plan ${p.oliver}`])
    await p.childsPlan({ subjects: [p.w.people.ida] })
    const why = { caseId: p.w.caseId, kind: 'childs-plan', subjects: [p.oliver], reason: 'Familieafdelingen giver ikke Oliver hjælp' }
    await expect(noPlanNeeded(p.w.ctxFor('teacher'), why)).rejects.toThrow(Forbidden)
    await expect(noPlanNeeded(p.other.ctxFor('coordinator'), why)).rejects.toThrow(NotFound)
    await noPlanNeeded(p.w.ctxFor('familyWorker'), why)
    expect(await missing()).toEqual([])
    expect(await p.mine('sector-plans.not-needed')).toMatchObject([{ outcome: 'refused' }, { outcome: 'done', person_ids: [p.oliver] }, { outcome: 'refused' }])
  })
  test('VIS-17: a sector sees what is missing of its own plans only', async () => {
    const seen = async (who: 'jobcentre' | 'teacher' | 'coordinator') =>
      (await readSectorPlans(p.w.ctxFor(who), { caseId: p.w.caseId })).missing.map((m) => m.kind)
    expect(await seen('jobcentre')).toEqual(['my-plan'])
    expect(await seen('teacher')).toEqual([])
    expect(await seen('coordinator')).toEqual(['childs-plan', 'childs-plan', 'my-plan'])
  })
})
