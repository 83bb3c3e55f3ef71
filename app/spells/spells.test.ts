import { beforeAll, describe, expect, test } from 'vitest'
import { applyShippedPack } from '#app/intake/testing.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { assign, auditRows, aWorld, consent, type World } from '#test/world.ts'
import { correctSpell } from './correct-spell.server.ts'
import { endSpell } from './end-spell.server.ts'
import { readSpells } from './read-spells.server.ts'
import { registerSpell } from './register-spell.server.ts'

let t: TestDatabase
let w: World
let other: World
beforeAll(async () => {
  t = await createTestDatabase()
  w = await aWorld(t, { jonas: 'shared' })
  other = await aWorld(t, { municipality: 787 })
  await applyShippedPack(t, 766, 'hedensted')
})

const benefit = { kind: 'benefit', status: 'cash-benefit-activity-ready', from: '2024-03-01' }
const register = (who: Parameters<World['ctxFor']>[0], over: object = {}) =>
  registerSpell(w.ctxFor(who), { caseId: w.caseId, personId: w.people.mette, ...benefit, ...over })
const read = (who: Parameters<World['ctxFor']>[0], personId = w.people.mette) => readSpells(w.ctxFor(who), { caseId: w.caseId, personId })

describe('spells', () => {
  test('UDR-16: the coordinator registers what somebody lives on; it is in the log', async () => {
    const { id } = await register('coordinator', { hoursPerWeek: '12,5' })
    expect((await read('coordinator')).spells).toMatchObject([
      { id, kind: 'benefit', status: 'cash-benefit-activity-ready', from: '2024-03-01', until: null, minutesPerWeek: 750 },
    ])
    expect((await auditRows(t, 'spells.register')).at(-1)).toMatchObject({
      outcome: 'done',
      case_id: w.caseId,
      person_ids: [w.people.mette],
      details: { spell: id },
    })
  })
  test('UDR-16: the status is one of the pack, and of the right sort', async () => {
    await expect(register('coordinator', { status: 'no-such-thing' })).rejects.toThrow(Invalid)
    await expect(register('coordinator', { kind: 'work', status: 'cash-benefit-job-ready' })).rejects.toThrow(Invalid)
    await expect(register('coordinator', { status: 'resource-course', from: '2026-07-01' })).rejects.toThrow(Invalid)
    await expect(register('coordinator', { until: '2024-02-01' })).rejects.toThrow(Invalid)
    await expect(register('coordinator', { personId: 987654 })).rejects.toThrow(Invalid)
  })
  test('UDR-16: ending keeps what stood before; ending what somebody changed meanwhile is a conflict', async () => {
    const { id } = await register('coordinator', { kind: 'leisure-activity', what: 'Kor', status: '' })
    const input = { caseId: w.caseId, spellId: id, seenRevision: 1, until: '2025-01-31', endReason: 'Koret holdt op' }
    await endSpell(w.ctxFor('coordinator'), input)
    expect((await read('coordinator')).spells.find((s) => s.id === id)).toMatchObject({ until: '2025-01-31', endReason: 'Koret holdt op', revision: 2 })
    await expect(endSpell(w.ctxFor('coordinator'), input)).rejects.toThrow(Conflict)
    await expect(endSpell(w.ctxFor('coordinator'), { ...input, seenRevision: 2, until: '2020-01-01' })).rejects.toThrow(Invalid)
    expect((await auditRows(t, 'spells.end')).at(0)).toMatchObject({ outcome: 'done', details: { spell: id } })
  })
  test('ECO-04, ECO-07: an offer says which sort, and why it ended, both from the pack’s lists', async () => {
    const offer = { kind: 'offer', status: 'internship', what: 'Bageriet', from: '2026-03-01' }
    const { id } = await register('coordinator', offer)
    await expect(register('coordinator', { ...offer, status: 'ordinary-job' })).rejects.toThrow(Invalid)
    await expect(register('coordinator', { kind: 'benefit', status: 'internship' })).rejects.toThrow(Invalid)
    const end = { caseId: w.caseId, spellId: id, seenRevision: 1, until: '2026-05-31', endReason: 'Fik en plads' }
    await expect(endSpell(w.ctxFor('coordinator'), { ...end, endCode: 'no-such' })).rejects.toThrow(Invalid)
    await endSpell(w.ctxFor('coordinator'), { ...end, endCode: 'to-work' })
    expect((await read('coordinator')).spells.find((s) => s.id === id)).toMatchObject({ status: 'internship', endCode: 'to-work', endReason: 'Fik en plads' })
  })
  test('UDR-16: a correction replaces the wrong one', async () => {
    const { id } = await register('coordinator', { kind: 'school', what: '4. klasse', status: '', personId: w.people.ida })
    const right = await correctSpell(w.ctxFor('coordinator'), {
      caseId: w.caseId,
      spellId: id,
      kind: 'school',
      what: '5. klasse',
      from: '2025-08-11',
    })
    expect((await read('coordinator', w.people.ida)).spells.map((s) => [s.id, s.what])).toEqual([[right.id, '5. klasse']])
    await expect(
      correctSpell(w.ctxFor('coordinator'), { caseId: w.caseId, spellId: id, kind: 'school', what: 'x', from: '2025-08-11' }),
    ).rejects.toThrow(NotFound)
  })
  test('UDR-16: Mette writes about herself and Ida; Jonas not about Mette; the teacher about nobody', async () => {
    const { id } = await register('mette', { personId: w.people.ida, kind: 'leisure-activity', what: 'Gymnastik', status: '' })
    expect((await read('mette', w.people.ida)).spells.map((s) => s.id)).toContain(id)
    await expect(register('jonas')).rejects.toThrow()
    await expect(register('teacher')).rejects.toThrow(Forbidden)
    expect((await auditRows(t, 'spells.register')).at(-1)).toMatchObject({ outcome: 'refused' })
  })
  test('UDR-16: the teacher sees a spell only by consent; another municipality finds nothing', async () => {
    await register('coordinator')
    expect((await read('teacher')).spells).toEqual([])
    await consent(t, w, { subject: w.people.mette, from: ['coordination'], to: ['education'], categories: ['progression'], signers: [w.people.mette] })
    expect((await read('teacher')).spells.length).toBeGreaterThan(0)
    await expect(readSpells(other.ctxFor('coordinator'), { caseId: w.caseId, personId: w.people.mette })).rejects.toThrow(NotFound)
    await expect(registerSpell(other.ctxFor('coordinator'), { caseId: w.caseId, personId: w.people.mette, ...benefit })).rejects.toThrow(NotFound)
  })
  test('UDR-16: the project manager and the second coordinator write too', async () => {
    await assign(t, w, w.caseId, 'coordinator2')
    await register('projectManager', { from: '2023-01-01', until: '2023-06-30' })
    await register('coordinator2', { from: '2022-01-01', until: '2022-06-30' })
    expect((await read('projectManager')).spells.length).toBeGreaterThan(1)
  })
})
