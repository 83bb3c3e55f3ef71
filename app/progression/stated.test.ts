import { beforeAll, describe, expect, test } from 'vitest'
import { applyShippedPack } from '#app/catalogue/testing.ts'
import { Invalid } from '#app/platform/context.ts'
import { registerSpell } from '#app/spells/register-spell.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aWorld, consent, type World } from '#test/world.ts'
import { countedFor } from './count.ts'
import { isAbout, type Indicator, type Member } from './indicators.ts'
import { readRegistration } from './read-registration.server.ts'
import { registerMonth } from './register-month.server.ts'
import { statedFor, toldIn } from './stated.ts'

const word = { da: 'x', en: 'x' }
const indicator = (over: Partial<Indicator> = {}): Indicator => ({
  code: 'centre-social', label: word, validFrom: '2014-01-01', validUntil: null, source: 'x', kind: 'stated', about: 'parent', group: word, answer: 'progress', againstBaseline: false, ageFrom: 0, ageUntil: null,
  everyMonths: 1, judgedBy: 'employment', onlyWith: ['offer'], ...over,
})
const mette: Member = { id: 1, name: 'Mette', born: '1992-01-01', unborn: false, parent: true }

describe('what another sector judges', () => {
  test('ECO-05: the company centre is asked about only while there is an offer', () => {
    const during = { ...mette, places: [{ kind: 'offer', from: '2026-09-15', until: '2026-10-02' }] }
    expect(['2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01'].map((month) => isAbout(indicator(), during, month))).toEqual([false, true, true, false])
    expect(isAbout(indicator(), mette, '2026-09-01')).toBe(false)
  })
  test('GOAL-06: whoever judged it is named, on a day that has been', () => {
    const told = (over: object) => [{ sector: 'employment', name: 'Karim', on: '2026-10-03', channel: 'phone' as const, ...over }]
    expect(statedFor(indicator(), told({}), '2026-10-05')).toEqual({ stated: { sector: 'employment', name: 'Karim', on: '2026-10-03', channel: 'phone' } })
    for (const wrong of [told({ name: '' }), told({ on: '2026-10-06' }), told({ on: 'impossible' }), told({ sector: 'health' }), []]) expect(statedFor(indicator(), wrong, '2026-10-05')).toHaveProperty('issues')
    expect(statedFor({ ...indicator(), judgedBy: undefined }, [], '2026-10-05')).toEqual({ stated: null })
  })
  test('GOAL-05: the form says who spoke for each sector', () => {
    expect(toldIn({ 'b.health.name': 'Bodil', 'b.health.on': '2026-10-03', 'b.health.channel': 'phone', 'v.3.child-health': '2' })).toEqual([{ sector: 'health', name: 'Bodil', on: '2026-10-03', channel: 'phone' }])
  })
})

describe('attendance fills the registration', () => {
  const spell = { id: 7, revision: 1, shelfId: 1, personId: 3, kind: 'school' as const, status: '', what: '3. klasse', place: 'Skolen', minutesPerWeek: null, from: '2026-01-01', until: null, endReason: '', endCode: '' }
  const at = (over: object = {}) => ({ id: 1, shelfId: 1, personId: 3, spellId: 7, month: '2026-10-01', unit: 'days' as const, present: 18, planned: 20, lawful: 1, unlawful: 1, how: 'typed', source: '', confirmed: false, toldBy: null, ...over })
  const ida: Member = { id: 3, name: 'Ida', born: '2017-05-02', unborn: false, parent: false }
  const counted = (code: string, member: Member, spells: (typeof spell)[], attended: ReturnType<typeof at>[]) => countedFor({ indicator: indicator({ code }), member }, spells, '2026-10-01', attended)
  test('PROG-24: a child’s days in day care and school; another month says nothing', () => {
    expect(counted('child-attendance', ida, [spell], [at()])).toMatchObject({ number: 90, source: '3. klasse, Skolen' })
    expect(counted('child-attendance', ida, [spell], [at({ month: '2026-09-01' })])).toBeNull()
    expect(counted('child-attendance', ida, [spell, { ...spell, id: 8 }], [at(), at({ spellId: 8, unit: 'per-cent', present: 70, planned: null })])).toMatchObject({ number: 80 })
    expect(counted('parent-offer-attendance', ida, [spell], [at()])).toBeNull()
  })
  test('PROG-21: hours a week from the spell, attendance in per cent beside', () => {
    const work = { ...spell, kind: 'work' as never, personId: 1, minutesPerWeek: 500 as never }
    expect(counted('parent-hours-attendance', mette, [work], [at({ personId: 1 })])).toMatchObject({ number: 8.33, second: 90 })
    expect(counted('parent-hours-attendance', mette, [work], [])).toMatchObject({ number: 8.33, second: null })
  })
})

describe('the registration page', () => {
  let t: TestDatabase
  let w: World
  const month = '2026-10-01'
  const told = [{ sector: 'health', name: 'Bodil Friis', on: '2026-10-28', channel: 'phone' as const }]
  const save = (text: string, over: object = {}) =>
    registerMonth(w.ctxFor('coordinator'), { caseId: w.caseId, month, entries: [{ personId: w.people.ida, indicator: 'health-visitor-well-being', text }], ...over })
  beforeAll(async () => {
    t = await createTestDatabase()
    w = await aWorld(t, { jonas: 'shared', assigned: ['coordinator', 'healthVisitor'] })
    await applyShippedPack(t, w.municipalityId, 'hedensted')
    await t.owner.query("update referral set decision = 'accepted', decided_at = '2026-10-01T10:00Z', intake_on = '2026-10-01' where case_id = $1", [w.caseId])
  })
  test('GOAL-04, GOAL-06: the health visitor’s judgement is written down with who said it, and is never kept for her', async () => {
    await expect(save('6')).rejects.toMatchObject({ issues: [{ field: 'b.health.name' }, { field: 'b.health.on' }] })
    await save('6', { told })
    const page = await readRegistration(w.ctxFor('coordinator'), { caseId: w.caseId, month })
    const cell = page.rows.find((r) => r.indicator.code === 'health-visitor-well-being')?.cells.find((c) => c?.field.member.id === w.people.ida)
    expect(cell?.now).toMatchObject({ number: 6, how: 'judged', stated: { name: 'Bodil Friis', sector: 'health', on: '2026-10-28', channel: 'phone' } })
    expect(page.told.find((s) => s.sector === 'health')).toMatchObject({ name: 'Bodil Friis', on: '2026-10-28' })
    await save('11', { told }).catch((error: unknown) => expect(error).toBeInstanceOf(Invalid))
    await expect(registerMonth(w.ctxFor('coordinator'), { caseId: w.caseId, month, entries: [{ personId: w.people.ida, indicator: 'health-visitor-health', text: 'u' }] })).rejects.toThrow(Invalid)
  })
  test('ECO-05: the centre’s fields come with the offer', async () => {
    const codes = async () => (await readRegistration(w.ctxFor('coordinator'), { caseId: w.caseId, month })).rows.map((r) => r.indicator.code)
    expect(await codes()).not.toContain('centre-structure')
    await registerSpell(w.ctxFor('coordinator'), { caseId: w.caseId, personId: w.people.mette, kind: 'offer', status: 'company-centre', what: 'Genbrugsbutikken', from: '2026-10-05' })
    expect(await codes()).toContain('centre-structure')
  })
  test('PROG-33: the health visitor reads it by consent', async () => {
    const seen = async () => (await readRegistration(w.ctxFor('healthVisitor'), { caseId: w.caseId, month })).values.length
    expect(await seen()).toBe(0)
    await consent(t, w, { subject: w.people.ida, from: ['coordination'], to: ['health'], categories: ['progression'], signers: [w.people.mette, w.people.jonas] })
    expect(await seen()).toBe(1)
  })
})
