import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { registerSpell } from '#app/spells/register-spell.server.ts'
import type { TestDatabase } from '#test/database.ts'
import { twoMunicipalities } from '#test/two-municipalities.ts'
import { aHome, auditRows, consent, type World } from '#test/world.ts'
import { finishMonth, reopenMonth } from './finish-month.server.ts'
import { readMyMonths } from './read-my-months.server.ts'
import { readRegistration } from './read-registration.server.ts'
import { registerMonth } from './register-month.server.ts'

let t: TestDatabase
let world: World
let other: World
let w: World
const month = '2026-10-01'
beforeAll(async () => {
  ;({ t, world, other } = await twoMunicipalities())
})
beforeEach(async () => {
  w = await aHome(t, world, { jonas: 'shared', assigned: ['coordinator', 'teacher'] })
  await t.owner.query("update referral set decision = 'accepted', decided_at = '2026-08-01T10:00Z', intake_on = '2026-08-01' where case_id = $1", [w.caseId])
})

type Who = Parameters<World['ctxFor']>[0]
type Entry = { personId?: number; indicator?: string; text: string; second?: string; seen?: number | null; confirmed?: boolean }
const entry = (e: Entry) => ({ personId: w.people.ida, indicator: 'child-health', ...e })
const save = (entries: Entry[], over: Record<string, unknown> = {}, who: Who = 'coordinator') => registerMonth(w.ctxFor(who), { caseId: w.caseId, month, entries: entries.map(entry), ...over })
const read = (who: Who = 'coordinator', of = month) => readRegistration(w.ctxFor(who), { caseId: w.caseId, month: of })
const cell = async (indicator = 'child-health', personId = w.people.ida, who: Who = 'coordinator') =>
  (await read(who)).rows.find((r) => r.indicator.code === indicator)?.cells.find((c) => c?.field.member.id === personId)

describe('registering a month', () => {
  test('PROG-03: values of all members in one go, with a row in the log', async () => {
    const { written } = await save([{ text: '2' }, { personId: w.people.mette, indicator: 'parent-health', text: '1' }, { indicator: 'child-attendance', text: '92' }])
    expect(written).toBe(3)
    expect((await cell())?.now).toMatchObject({ number: 2, how: 'judged', judgedMonth: month })
    expect((await read()).full).toMatchObject({ filled: 3, carried: 0 })
    expect((await auditRows(t, 'progression.register')).filter((r) => r.case_id === w.caseId)).toMatchObject([{ outcome: 'done', details: { month, values: 3 } }])
  })
  test('PROG-04: one wrong value and nothing is kept; every wrong field is named', async () => {
    const wrong = save([{ text: '2' }, { indicator: 'child-family', text: '9' }, { indicator: 'child-attendance', text: '200' }, { indicator: 'no-such', text: '1' }])
    await expect(wrong).rejects.toThrow(Invalid)
    await expect(wrong).rejects.toMatchObject({ issues: [{ field: `v.${w.people.ida}.child-family` }, { field: `v.${w.people.ida}.child-attendance` }, { field: `v.${w.people.ida}.no-such` }] })
    expect((await read()).full.filled).toBe(0)
  })
  test('PROG-04: an odd value is asked about once and kept with a yes', async () => {
    await save([{ text: '0' }], { month: '2026-09-01' })
    await expect(save([{ text: '4' }])).rejects.toThrow(Invalid)
    await save([{ text: '4', confirmed: true }])
    expect((await cell())?.now).toMatchObject({ number: 4, confirmed: true })
  })
  test('PROG-03: what is kept is carried from its last look, also when kept twice', async () => {
    await save([{ text: '2' }], { month: '2026-09-01' })
    await save([{ text: 'u' }])
    expect((await cell())?.now).toMatchObject({ number: 2, how: 'carried', judgedMonth: '2026-09-01' })
    expect((await read()).full).toMatchObject({ filled: 0, carried: 1 })
    await expect(save([{ indicator: 'child-family', text: 'U' }])).rejects.toThrow(Invalid) // nothing to keep
    await save([{ text: '2', seen: (await cell())!.now!.id }]) // a fresh look that says the same is a judgement
    expect((await cell())?.now).toMatchObject({ how: 'judged', judgedMonth: month })
  })
  test('PROG-03: "keep the rest" keeps judgements that stand empty, and only those', async () => {
    await save([{ text: '2' }, { indicator: 'child-family', text: '1' }, { indicator: 'child-attendance', text: '90' }], { month: '2026-09-01' })
    await save([{ text: '3' }, { indicator: 'child-family', text: '' }, { indicator: 'child-attendance', text: '' }, { indicator: 'child-leisure', text: '' }], { keepRest: true })
    expect((await read()).full).toMatchObject({ filled: 1, carried: 1 })
  })
  test('PROG-04: what somebody else wrote meanwhile is never overwritten; seen, it is replaced and stays in the history', async () => {
    await save([{ text: '2' }])
    await expect(save([{ text: '3' }])).rejects.toThrow(Invalid)
    await save([{ text: '3', seen: (await cell())!.now!.id }])
    expect((await cell())?.now).toMatchObject({ number: 3 })
    const { rows } = await t.owner.query('select number, replaced_by is null as stands from progression_value where case_id = $1 order by id', [w.caseId])
    expect(rows).toEqual([{ number: 2, stands: false }, { number: 3, stands: true }])
    expect(await save([{ text: '3' }])).toMatchObject({ written: 0 }) // the same again is nothing
  })
  test('PROG-20: hours come from the spell of work, and say so', async () => {
    await registerSpell(w.ctxFor('coordinator'), { caseId: w.caseId, personId: w.people.mette, kind: 'work', status: 'ordinary-job', what: 'Bageriet', from: '2026-09-01', hoursPerWeek: '15' })
    expect((await cell('parent-hours-begun', w.people.mette))?.counted).toEqual({ number: 15, second: null, choice: null, source: 'Bageriet' })
    await save([{ personId: w.people.mette, indicator: 'parent-hours-begun', text: '15' }])
    expect((await cell('parent-hours-begun', w.people.mette))?.now).toMatchObject({ number: 15, how: 'counted', source: 'Bageriet' })
  })
  test('PROG-03: a month before the family came, a closed one and one to come are refused', async () => {
    for (const when of ['2026-06-01', '2026-07-01', '2030-01-01']) await expect(save([{ text: '2' }], { month: when })).rejects.toThrow(Invalid)
    await expect(save([{ text: '2' }], { month: '2026-10-02' })).rejects.toThrow(Invalid)
  })
  test('PROG-03: the month is said to be done, and opened again', async () => {
    await finishMonth(w.ctxFor('coordinator'), { caseId: w.caseId, month })
    expect((await read()).finished).toMatchObject({ by: expect.any(String) })
    await reopenMonth(w.ctxFor('coordinator'), { caseId: w.caseId, month })
    expect((await read()).finished).toBe(null)
    expect((await auditRows(t, 'progression.finish-month')).at(-1)).toMatchObject({ outcome: 'done' })
  })
})

describe('who registers and who reads', () => {
  test('PROG-03: the school neither registers nor reads without consent; with it it reads', async () => {
    await save([{ text: '2' }])
    await expect(save([{ text: '1' }], {}, 'teacher')).rejects.toThrow(Forbidden)
    await expect(finishMonth(w.ctxFor('teacher'), { caseId: w.caseId, month })).rejects.toThrow(Forbidden)
    expect((await cell('child-health', w.people.ida, 'teacher'))?.now).toBe(undefined)
    await consent(t, w, { subject: w.people.ida, from: ['coordination'], to: ['education'], categories: ['progression'], signers: [w.people.mette, w.people.jonas] })
    expect((await cell('child-health', w.people.ida, 'teacher'))?.now).toMatchObject({ number: 2 })
    expect((await read('teacher')).may.write).toBe(false)
  })
  test('PROG-03: the mother reads hers and her child’s', async () => {
    await save([{ text: '2' }])
    expect((await cell('child-health', w.people.ida, 'mette'))?.now).toMatchObject({ number: 2 })
    await expect(save([{ text: '1' }], {}, 'mette')).rejects.toThrow(Forbidden)
  })
  test('PROG-03: another municipality does not know of it', async () => {
    const stranger = other.ctxFor('coordinator')
    await expect(readRegistration(stranger, { caseId: w.caseId, month })).rejects.toThrow(NotFound)
    await expect(registerMonth(stranger, { caseId: w.caseId, month, entries: [] })).rejects.toThrow(NotFound)
    await expect(finishMonth(stranger, { caseId: w.caseId, month })).rejects.toThrow(NotFound)
  })
  test('PROG-03: my months: each family of mine with what is missing', async () => {
    await save([{ text: '2' }])
    const mine = (await readMyMonths(w.ctxFor('coordinator'), {})).families.find((f) => f.caseId === w.caseId)
    expect(mine).toMatchObject({ filled: 1, finished: false, missing: expect.arrayContaining(['2026-09-01']) })
    expect((await readMyMonths(w.ctxFor('teacher'), {})).families).toEqual([])
    await expect(readMyMonths(w.ctxFor('mette'), {})).rejects.toThrow(Forbidden)
  })
})
