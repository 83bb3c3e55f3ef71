import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { applyShippedPack } from '#app/catalogue/testing.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { percentAt, percentOf, UNITS } from '#app/progression/attended.ts'
import { readRegistration } from '#app/progression/read-registration.server.ts'
import { correctSpell } from '#app/spells/correct-spell.server.ts'
import { registerSpell } from '#app/spells/register-spell.server.ts'
import { callApi } from '#test/api.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aHome, auditRows, aWorld, consent, type World } from '#test/world.ts'
import { attendanceApi } from './api.server.ts'
import { mayAttend, oddCounts, readCounts } from './attendance.ts'
import { keepChallenges, noteChallenge, withdrawChallenge } from './note-challenge.server.ts'
import { attendanceSeries } from './queries.server.ts'
import { readAttendance } from './read-attendance.server.ts'
import { readChallenges } from './read-challenges.server.ts'
import { registerAttendance } from './register-attendance.server.ts'

const typedCounts = (over: object = {}) => ({ unit: 'days' as const, present: '18', planned: '20', lawful: '', unlawful: '', ...over })
const counts = (over: object = {}) => ({ unit: 'days' as const, present: 18, planned: 20, lawful: null, unlawful: null, ...over })

describe('counts', () => {
  test('PROG-04: impossible counts are refused at their fields, nothing typed is nothing', () => {
    expect(readCounts(typedCounts({ present: '17,5', lawful: '2' }))).toEqual(counts({ present: 17.5, lawful: 2 }))
    expect(readCounts(typedCounts({ present: '' }))).toBeNull()
    expect(readCounts(typedCounts({ unit: 'per-cent', present: '92', planned: '20' }))).toEqual(counts({ unit: 'per-cent', present: 92, planned: null }))
    for (const [over, part] of [[{ present: 'x' }, 'present'], [{ planned: '' }, 'planned'], [{ planned: '0' }, 'planned'], [{ present: '32' }, 'present'], [{ unit: 'per-cent', present: '101' }, 'present'], [{ unlawful: '-1' }, 'unlawful']] as const)
      expect(readCounts(typedCounts(over)), JSON.stringify(over)).toMatchObject({ wrong: [{ part }] })
  })
  test('PROG-04: odd ones are asked about: more than planned, more than there is, a great leap', () => {
    expect(oddCounts(counts(), counts({ present: 17 }))).toBeNull()
    expect([oddCounts(counts({ present: 21 }), undefined), oddCounts(counts({ unlawful: 3 }), undefined), oddCounts(counts({ present: 2 }), counts())].map((o) => o !== null)).toEqual([true, true, true])
  })
  test('PROG-24: only what one comes to, in the months it lasts', () => {
    const school = { kind: 'school' as const, from: '2026-08-10', until: '2026-10-02' }
    expect(['2026-07-01', '2026-08-01', '2026-10-01', '2026-11-01'].map((m) => mayAttend(school, m))).toEqual([false, true, true, false])
    expect(mayAttend({ kind: 'benefit', from: '2026-01-01', until: null }, '2026-08-01')).toBe(false)
  })
  test('PROG-24: the per cent over places lies between the lowest and the highest of them', () => {
    const place = fc.record({ unit: fc.constantFrom(...UNITS), present: fc.integer({ min: 0, max: 20 }), planned: fc.integer({ min: 20, max: 31 }) }).map((p) => (p.unit === 'per-cent' ? { ...p, planned: null } : p))
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 4 }), (places) => {
        const all = places.map(percentAt)
        const found = percentOf(places) ?? -1
        return found >= Math.min(...all) - 1e-9 && found <= Math.max(...all) + 1e-9
      }),
    )
    expect(percentOf([])).toBeNull()
  })
})

describe('attendance and challenges of a family', () => {
  let t: TestDatabase
  let world: World
  let other: World
  let w: World
  let school: number
  const month = '2026-10-01'
  beforeAll(async () => {
    t = await createTestDatabase()
    world = await aWorld(t)
    other = await aWorld(t, { municipality: 787 })
    await applyShippedPack(t, world.municipalityId, 'hedensted')
  })
  beforeEach(async () => {
    w = await aHome(t, world, { jonas: 'shared', assigned: ['coordinator', 'teacher'] })
    await t.owner.query("update referral set decision = 'accepted', decided_at = '2026-08-01T10:00Z', intake_on = '2026-08-01' where case_id = $1", [w.caseId])
    school = (await registerSpell(w.ctxFor('coordinator'), { caseId: w.caseId, personId: w.people.ida, kind: 'school', what: '3. klasse', from: '2026-01-05' })).id
  })
  type Who = Parameters<World['ctxFor']>[0]
  const entry = (over: object = {}) => ({ spellId: school, ...typedCounts(), ...over })
  const save = (over: object = {}, more: object = {}, who: Who = 'coordinator') => registerAttendance(w.ctxFor(who), { caseId: w.caseId, month, entries: [entry(over)], ...more })
  const place = async (who: Who = 'coordinator') => (await readAttendance(w.ctxFor(who), { caseId: w.caseId, month })).places[0]
  const field = async () => (await readRegistration(w.ctxFor('coordinator'), { caseId: w.caseId, month })).rows.find((r) => r.indicator.code === 'child-attendance')?.cells.find((c) => c?.field.member.id === w.people.ida)

  test('PROG-21, PROG-24: days written down fill the registration, with who told it and a row in the log', async () => {
    const told = { name: 'Line Krogh', sector: 'education', on: '2026-11-02', channel: 'phone' }
    expect(await save({ lawful: '2' }, { told })).toMatchObject({ written: 1 })
    expect((await place())?.now).toMatchObject({ present: 18, planned: 20, lawful: 2, toldBy: 'Line Krogh' })
    expect((await field())?.counted).toMatchObject({ number: 90, source: '3. klasse' })
    expect((await auditRows(t, 'attendance.register')).filter((r) => r.case_id === w.caseId)).toMatchObject([{ outcome: 'done', person_ids: [w.people.ida], details: { month, places: 1 } }])
  })
  test('PROG-04: what stands is replaced, never overwritten, and not without having been seen', async () => {
    await save()
    await expect(save({ present: '19' })).rejects.toThrow(Invalid)
    const seen = (await place())?.now?.id
    await save({ present: '19', seen })
    expect((await place())?.now?.present).toBe(19)
    const { rows } = await t.owner.query('select present from attendance where spell_id = $1 order by id', [school])
    expect(rows).toMatchObject([{ present: 18 }, { present: 19 }])
  })
  test('PROG-24: a corrected spell keeps its attendance; the series follows it', async () => {
    await save({}, { month: '2026-09-01' })
    await save({ present: '19' })
    await correctSpell(w.ctxFor('coordinator'), { caseId: w.caseId, spellId: school, kind: 'school', what: '4. klasse', from: '2026-01-05' })
    expect(await place()).toMatchObject({ name: { da: '4. klasse' }, now: { present: 19 }, earlier: [{ month: '2026-09-01', percent: 90 }] })
    const series = await inTransaction(w.ctxFor('coordinator'), w.caseId, (tx) => attendanceSeries(tx, w.caseId, '2026-11-22'))
    expect(series).toMatchObject([{ personId: w.people.ida, by: 'counted', measure: { kind: 'attendance', higherIsBetter: true, error: null }, points: [{ on: '2026-09-30', value: 90 }, { on: '2026-10-31', value: 95 }] }])
  })
  test('PROG-24: months to come and places that were not there are refused', async () => {
    await expect(save({}, { month: '2100-01-01' })).rejects.toThrow(Invalid)
    await expect(save({}, { month: '2025-12-01' })).rejects.toThrow(Invalid)
    await expect(save({ spellId: 987654 })).rejects.toThrow(Invalid)
  })
  test('PROG-24: the school does not write, and reads by consent; another municipality knows nothing', async () => {
    await save()
    await expect(save({}, {}, 'teacher')).rejects.toThrow(Forbidden)
    expect(await place('teacher')).toBeUndefined()
    await consent(t, w, { subject: w.people.ida, from: ['coordination'], to: ['education'], categories: ['progression'], signers: [w.people.mette, w.people.jonas] })
    expect((await place('teacher'))?.now).toMatchObject({ present: 18 })
    expect((await place('mette'))?.now).toMatchObject({ present: 18 })
    await expect(readAttendance(other.ctxFor('coordinator'), { caseId: w.caseId, month })).rejects.toThrow(NotFound)
    await expect(registerAttendance(other.ctxFor('coordinator'), { caseId: w.caseId, month, entries: [entry()] })).rejects.toThrow(NotFound)
  })
  test('PROG-24: the same over the API: days are written and read, an odd number is asked about, others are refused', async () => {
    const call = (ctx: ReturnType<World['ctxFor']>, method: string, body?: unknown) => callApi(attendanceApi, ctx)(method, `/cases/${w.caseId}/attendance/2026-10`, body)
    const post = (ctx: ReturnType<World['ctxFor']>, over: object = {}) => call(ctx, 'POST', { entries: [entry(over)] })
    expect(await (await post(w.ctxFor('coordinator'))).json()).toEqual({ written: 1 })
    expect(await (await call(w.ctxFor('coordinator'), 'GET')).json()).toMatchObject({ month, places: [{ spellId: school, personId: w.people.ida, kind: 'school', now: { present: 18, planned: 20 } }] })
    expect((await post(w.ctxFor('coordinator'), { present: '40' })).status).toBe(422)
    expect([(await post(w.ctxFor('teacher'))).status, (await post(other.ctxFor('coordinator'))).status]).toEqual([403, 404])
  })
  test('PROG-34: challenges month by month, kept over from last month, taken back; with absence on one page', async () => {
    const note = (over: object = {}, who: Who = 'coordinator') => noteChallenge(w.ctxFor(who), { caseId: w.caseId, month: '2026-09-01', personId: w.people.ida, code: 'illness', words: 'Influenza i to uger', ...over })
    const { id } = await note()
    await expect(note()).rejects.toThrow(Invalid)
    await expect(note({ code: 'no-such' })).rejects.toThrow(Invalid)
    await expect(note({ personId: 987654 })).rejects.toThrow(Invalid)
    await expect(note({ code: 'loss' }, 'teacher')).rejects.toThrow(Forbidden)
    await note({ personId: w.people.mette, code: 'money-challenge', words: '' })
    expect(await keepChallenges(w.ctxFor('coordinator'), { caseId: w.caseId, month })).toMatchObject({ kept: 2 })
    expect(await keepChallenges(w.ctxFor('coordinator'), { caseId: w.caseId, month })).toMatchObject({ kept: 0 })
    await save({ unlawful: '2' })
    const ida = async (of = month) => (await readChallenges(w.ctxFor('coordinator'), { caseId: w.caseId, month: of })).members.find((m) => m.person.id === w.people.ida)
    expect(await ida()).toMatchObject({ challenges: [{ code: 'illness', words: 'Influenza i to uger' }], absence: [{ unlawful: 2, name: { da: '3. klasse' } }] })
    await withdrawChallenge(w.ctxFor('coordinator'), { caseId: w.caseId, challengeId: id })
    await expect(withdrawChallenge(w.ctxFor('coordinator'), { caseId: w.caseId, challengeId: id })).rejects.toThrow(Conflict)
    expect((await ida('2026-09-01'))?.challenges).toEqual([])
    await note() // taken back, it may be written again
    await expect(withdrawChallenge(other.ctxFor('coordinator'), { caseId: w.caseId, challengeId: id })).rejects.toThrow(NotFound)
    expect((await auditRows(t, 'attendance.note-challenge')).filter((r) => r.case_id === w.caseId && r.outcome === 'done')).toHaveLength(3)
  })
})
