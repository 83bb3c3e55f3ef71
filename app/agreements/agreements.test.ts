import { describe, expect, test } from 'vitest'
import { planWorld } from '#app/plan/verbs-testing.ts'
import { Conflict, type Context, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { consent } from '#test/world.ts'
import type { Agreement } from './agreement.ts'
import { changeAgreement } from './change-agreement.server.ts'
import { dropAgreement } from './drop-agreement.server.ts'
import { keepAgreement } from './keep-agreement.server.ts'
import { makeAgreement } from './make-agreement.server.ts'
import { postponeAgreement } from './postpone-agreement.server.ts'
import { agreementsOf, openAgreements } from './queries.server.ts'
import { readAgreements } from './read-agreements.server.ts'
import { undoAgreement } from './undo-agreement.server.ts'

const p = planWorld()
const { goal, mine } = p
const today = copenhagenDay(new Date())
const soon = addDays(today, 12)
const word = { channel: 'phone', saidOn: addDays(today, -1) }

const make = (over = {}, ctx: Context = p.w.ctxFor('coordinator')) =>
  makeAgreement(ctx, { caseId: p.w.caseId, what: 'Ringer til banken', owner: `person-${p.w.people.mette}`, dueOn: soon, ...over })
const on = (agreementId: number, seenRevision = 1) => ({ caseId: p.w.caseId, agreementId, seenRevision })
const all = (ctx: Context = p.w.ctxFor('coordinator')): Promise<Agreement[]> =>
  inTransaction(ctx, p.w.caseId, (tx) => agreementsOf(tx, p.w.caseId))
const open = (ctx: Context = p.w.ctxFor('coordinator')) =>
  inTransaction(ctx, p.w.caseId, async (tx) => (await openAgreements(tx, [p.w.caseId])).map((a) => a.id))
const shareAgreements = (subject: number, signers: number[]) =>
  consent(p.t, p.w, { subject, from: ['coordination'], to: ['education'], categories: ['agreements'], signers })

describe('making', () => {
  test('MEET-15: what, exactly one owner, a day, and the goal it serves', async () => {
    const g = await goal()
    const { id } = await make({ goalId: g.id })
    expect(await all()).toMatchObject([
      {
        id,
        what: 'Ringer til banken',
        owner: { kind: 'person', id: p.w.people.mette, name: 'Mette' },
        dueOn: soon,
        goal: { id: g.id, title: 'Ida kommer glad i skole' },
        subjects: [p.w.people.mette],
      },
    ])
    expect((await mine('agreements.make')).at(-1)).toMatchObject({ outcome: 'done' })
  })
  test('MEET-15: nobody, two, or somebody who is not of the family or its team cannot own one', async () => {
    await expect(make({ owner: '' })).rejects.toThrow(Invalid)
    await expect(make({ owner: 'outside' })).rejects.toMatchObject({ issues: [{ field: 'ownerName' }] })
    await expect(make({ owner: `staff-${p.w.staff.economist}` })).rejects.toMatchObject({ issues: [{ field: 'owner' }] })
    await expect(make({ owner: `person-${p.other.people.mette}` })).rejects.toMatchObject({ issues: [{ field: 'owner' }] })
    await expect(
      p.t.owner.query(
        `insert into agreement (municipality_id, what, owner_person, owner_name, due_on, case_id, sector, category, visibility, subjects)
          values ($1, 'x', $2, 'y', access.now(), $3, 'coordination', 'agreements', 'family', $4)`,
        [p.w.municipalityId, p.w.people.mette, p.w.caseId, [p.w.people.mette]],
      ),
    ).rejects.toThrow(/check constraint/)
    expect(await all()).toEqual([])
  })
  test('MEET-15: somebody outside is an owner by name; the whole family is who it is about when nobody says otherwise', async () => {
    await make({ what: 'Låner os sin bil', owner: 'outside', ownerName: 'Mormor' })
    expect((await all())[0]).toMatchObject({ owner: { kind: 'outside', id: null, name: 'Mormor' }, subjects: [p.w.people.mette, p.w.people.ida] })
  })
  test('MEET-15: a child’s agreement stands in its own words, with whom it said them to', async () => {
    const child = { what: 'Jeg vil gerne pakke min taske om aftenen', owner: `person-${p.w.people.ida}` }
    await expect(make(child)).rejects.toMatchObject({ issues: [{ field: 'heardBy' }] })
    await make({ ...child, heardBy: 'Line, Idas lærer' })
    await make(child, p.w.ctxFor('mette'))
    expect((await all()).map((a) => a.heardBy)).toEqual(['Line, Idas lærer', 'Mette'])
  })
  test('MEET-15: a member says yes for themselves and their children, never for others', async () => {
    await make({}, p.w.ctxFor('mette'))
    await expect(make({ owner: `staff-${p.w.staff.coordinator}` }, p.w.ctxFor('mette'))).rejects.toMatchObject({ issues: [{ field: 'owner' }] })
    await expect(make({ owner: `person-${p.w.people.mette}` }, p.w.ctxFor('jonas'))).rejects.toThrow(Invalid)
  })
  test('CON-04: whose it is must be able to read it; a colleague who cannot yet is told of', async () => {
    await expect(make({ owner: `person-${p.w.people.jonas}`, subjects: [p.w.people.mette] })).rejects.toMatchObject({ issues: [{ field: 'subjects' }] })
    const line = { what: 'Skriver i Aula hver fredag', owner: `staff-${p.w.staff.teacher}`, subjects: [p.w.people.ida] }
    expect((await make(line)).ownerReads).toBe(false)
    await shareAgreements(p.w.people.ida, [p.w.people.mette, p.w.people.jonas])
    expect((await make(line)).ownerReads).toBe(true)
  })
  test('CON-04: a text that names somebody it is not about is asked about', async () => {
    await expect(make({ what: 'Ringer til skolen om Ida' })).rejects.toThrow(Conflict)
    const { subjects } = await make({ what: 'Ringer til skolen om Ida', aboutOthers: String(p.w.people.ida) })
    expect(subjects).toEqual([p.w.people.mette, p.w.people.ida])
  })
})

describe('what becomes of it', () => {
  test('MEET-16: kept by its owner, who did not write it; another day, undone, kept again; all of it stays to be read', async () => {
    const { id } = await make()
    const mette = p.w.ctxFor('mette')
    const kept = await keepAgreement(mette, on(id))
    expect(await open()).toEqual([])
    const back = await undoAgreement(mette, on(id, kept.revision))
    expect(await open()).toEqual([id])
    const later = addDays(soon, 30)
    const moved = await postponeAgreement(mette, { ...on(id, back.revision), dueOn: later, reason: 'Banken har lukket' })
    expect((await all())[0]).toMatchObject({ dueOn: later, keptOn: null })
    const first = await undoAgreement(mette, on(id, moved.revision))
    expect((await all())[0]).toMatchObject({ dueOn: soon })
    await dropAgreement(mette, { ...on(id, first.revision), reason: 'Vi fandt en anden vej' })
    expect((await all())[0]).toMatchObject({ dropped: { on: today, reason: 'Vi fandt en anden vej' } })
    expect((await all())[0]!.marks.map((m) => m.how)).toEqual(['kept', 'undo', 'postponed', 'undo', 'dropped'])
    expect((await mine('agreements.keep')).at(-1)).toMatchObject({ outcome: 'done' })
  })
  test('MEET-16: staff tick for the family only with how and when they said it; the family takes it back', async () => {
    const { id } = await make()
    await expect(keepAgreement(p.w.ctxFor('coordinator'), on(id))).rejects.toMatchObject({ issues: [{ field: 'channel' }] })
    const kept = await keepAgreement(p.w.ctxFor('coordinator'), { ...on(id), ...word })
    expect((await all())[0]!.marks).toMatchObject([{ how: 'kept', channel: 'phone', saidOn: word.saidOn, by: { kind: 'staff' } }])
    await undoAgreement(p.w.ctxFor('mette'), on(id, kept.revision))
    expect(await open()).toEqual([id])
  })
  test('IT-06: staff tick their own, also those who may not change the record; nobody else’s', async () => {
    await shareAgreements(p.w.people.ida, [p.w.people.mette, p.w.people.jonas])
    const teacher = p.w.ctxFor('teacher')
    const hers = await make({ what: 'Skriver i Aula', owner: `staff-${p.w.staff.teacher}`, subjects: [p.w.people.ida] })
    const annas = await make({ what: 'Ringer til PPR', owner: `staff-${p.w.staff.coordinator}`, subjects: [p.w.people.ida] })
    await keepAgreement(teacher, on(hers.id))
    await expect(keepAgreement(teacher, on(annas.id))).rejects.toThrow(Forbidden)
    await expect(changeAgreement(teacher, { ...on(annas.id), what: 'x', owner: `staff-${p.w.staff.teacher}` })).rejects.toThrow(Forbidden)
    await expect(
      inTransaction(teacher, p.w.caseId, (tx) => tx.updateTable('agreement').set({ kept_on: today }).where('id', '=', annas.id).execute()),
    ).rejects.toThrow(/permission denied/)
    expect(await open()).toEqual([annas.id])
  })
  test('MEET-16: a parent ticks for a child, not for the other parent', async () => {
    const idas = await make({ what: 'Jeg pakker min taske', owner: `person-${p.w.people.ida}`, heardBy: 'Anna' })
    const mettes = await make({ subjects: [p.w.people.ida] })
    await keepAgreement(p.w.ctxFor('jonas'), on(idas.id))
    await expect(keepAgreement(p.w.ctxFor('jonas'), on(mettes.id))).rejects.toThrow(Forbidden)
  })
  test('MEET-16: the day moves only with a reason, and not to a day that has passed', async () => {
    const { id } = await make()
    const coordinator = p.w.ctxFor('coordinator')
    await expect(postponeAgreement(coordinator, { ...on(id), ...word, dueOn: addDays(soon, 3), reason: '' })).rejects.toThrow(Invalid)
    await expect(postponeAgreement(coordinator, { ...on(id), ...word, dueOn: addDays(today, -1), reason: 'x' })).rejects.toThrow(Invalid)
    await expect(keepAgreement(coordinator, { ...on(id), ...word, keptOn: addDays(today, 1) })).rejects.toThrow(Invalid)
    await expect(
      inTransaction(coordinator, p.w.caseId, (tx) => tx.updateTable('agreement').set({ due_on: soon }).where('id', '=', id).execute()),
    ).rejects.toThrow(/permission denied/)
  })
  test('MEET-16: two who tick at once: the second is shown what the first did', async () => {
    const { id } = await make()
    await keepAgreement(p.w.ctxFor('mette'), on(id))
    await expect(dropAgreement(p.w.ctxFor('coordinator'), { ...on(id), ...word, reason: 'x' })).rejects.toThrow(Conflict)
    await expect(changeAgreement(p.w.ctxFor('coordinator'), { ...on(id), what: 'x', owner: `person-${p.w.people.mette}` })).rejects.toThrow(NotFound)
  })
  test('KOO-11: the words are put right and it is given to somebody else while it is open', async () => {
    const { id } = await make()
    await changeAgreement(p.w.ctxFor('coordinator'), { ...on(id), what: 'Ringer til banken om lånet', owner: `staff-${p.w.staff.coordinator}` })
    expect((await all())[0]).toMatchObject({ what: 'Ringer til banken om lånet', owner: { kind: 'staff', name: 'Anna Holm' } })
    await expect(changeAgreement(p.w.ctxFor('coordinator'), { ...on(id), what: 'y', owner: `staff-${p.w.staff.coordinator}` })).rejects.toThrow(Conflict)
  })
})

describe('who sees what', () => {
  test('CON-04: a colleague reads what a consent opens, and no count of the rest', async () => {
    await make()
    const idas = await make({ what: 'Skriver i Aula', owner: `staff-${p.w.staff.teacher}`, subjects: [p.w.people.ida] })
    const teacher = p.w.ctxFor('teacher')
    expect((await readAgreements(teacher, { caseId: p.w.caseId })).agreements).toEqual([])
    await shareAgreements(p.w.people.ida, [p.w.people.mette, p.w.people.jonas])
    expect((await readAgreements(teacher, { caseId: p.w.caseId })).agreements.map((a) => a.id)).toEqual([idas.id])
    expect((await readAgreements(p.w.ctxFor('jonas'), { caseId: p.w.caseId })).agreements.map((a) => a.id)).toEqual([idas.id])
    expect((await mine('agreements.read')).at(-2)).toMatchObject({ bases: expect.arrayContaining(['consent']) })
  })
  test('CON-04: a goal that the reader does not see is not even a number', async () => {
    const g = await goal({ title: 'Mette får job', subjects: [p.w.people.mette] })
    await make({ goalId: g.id, subjects: [p.w.people.ida], owner: `staff-${p.w.staff.coordinator}` })
    expect((await all(p.w.ctxFor('jonas')))[0]!.goal).toBeNull()
    expect((await all())[0]!.goal?.id).toBe(g.id)
  })
})

describe('every verb', () => {
  const owner = 'outside'
  const base = (caseId: number) => ({ caseId, agreementId: 1, seenRevision: 1 })
  const verbs: [string, (ctx: Context, caseId: number) => Promise<unknown>][] = [
    ['agreements.make', (ctx, caseId) => makeAgreement(ctx, { caseId, what: 'x', owner, ownerName: 'y', dueOn: soon })],
    ['agreements.change', (ctx, caseId) => changeAgreement(ctx, { ...base(caseId), what: 'x', owner, ownerName: 'y' })],
    ['agreements.keep', (ctx, caseId) => keepAgreement(ctx, base(caseId))],
    ['agreements.postpone', (ctx, caseId) => postponeAgreement(ctx, { ...base(caseId), dueOn: soon, reason: 'x' })],
    ['agreements.drop', (ctx, caseId) => dropAgreement(ctx, { ...base(caseId), reason: 'x' })],
    ['agreements.undo', (ctx, caseId) => undoAgreement(ctx, base(caseId))],
    ['agreements.read', (ctx, caseId) => readAgreements(ctx, { caseId })],
  ]
  test.each(verbs)('MEET-16: %s: another municipality, the steering group and who is not assigned find no family; each try is logged', async (event, verb) => {
    for (const ctx of [p.other.ctxFor('coordinator'), p.world.ctxFor('steering'), p.world.ctxFor('jobcentre'), p.other.ctxFor('mette')])
      await expect(verb(ctx, p.w.caseId)).rejects.toThrow(NotFound)
    expect((await mine(event)).map((r) => r.outcome)).toEqual(['refused', 'refused', 'refused', 'refused'])
  })
  test('MEET-15: a colleague of another sector makes none for the family', async () => {
    await expect(make({}, p.w.ctxFor('teacher'))).rejects.toThrow(Forbidden)
    expect((await mine('agreements.make')).at(-1)).toMatchObject({ outcome: 'refused' })
  })
  test('CON-05: after closing nothing is ticked any more', async () => {
    const { id } = await make()
    await p.t.owner.query("insert into closure (municipality_id, case_id, closed_at, reason) values ($1, $2, access.now(), 'x')", [p.w.municipalityId, p.w.caseId])
    await expect(keepAgreement(p.w.ctxFor('mette'), on(id))).rejects.toThrow(Forbidden)
    await expect(keepAgreement(p.w.ctxFor('coordinator'), { ...on(id), ...word })).rejects.toThrow(Forbidden)
  })
})
