import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addNetworkPerson } from '#app/families/add-network-person.server.ts'
import { Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { registerSpell } from '#app/spells/register-spell.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aHome, assign, auditRows, aWorld, consent, insert, type StaffName, type World } from '#test/world.ts'
import { chooseForMeeting } from './choose-for-meeting.server.ts'
import { drawAs } from './draw-as.server.ts'
import { drawTie } from './draw-tie.server.ts'
import { standingWishes, type Tie, tiesOn } from './network.ts'
import { readNetwork } from './read-network.server.ts'

let t: TestDatabase
let world: World
let other: World
let w: World
let birthe: number
beforeAll(async () => {
  t = await createTestDatabase()
  world = await aWorld(t, { jonas: 'shared' })
  other = await aWorld(t, { municipality: 787 })
})
beforeEach(async () => {
  w = await aHome(t, world, { jonas: 'shared', assigned: ['coordinator', 'teacher'] })
  birthe = (await addNetworkPerson(w.ctxFor('coordinator'), { caseId: w.caseId, firstName: 'Birthe', otherId: w.people.mette, label: 'Mormor' })).personId
})
type Who = StaffName | 'mette' | 'ida' | 'jonas'
const read = (who: Who, day?: string) => readNetwork(w.ctxFor(who), { caseId: w.caseId, day })
const said = { onBehalfChannel: 'meeting', onBehalfOn: '2026-11-01' }
const tie = (who: Who, over: object = {}) =>
  drawTie(w.ctxFor(who), { caseId: w.caseId, saidBy: w.people.mette, from: w.people.mette, to: `person-${birthe}`, strength: 'strong', strained: 'on', ...over })
const mine = (event: string) => auditRows(t, event).then((rows) => rows.filter((r) => r.case_id === w.caseId))

describe('the map', () => {
  test('UDR-16: the whole family, the unborn and those elsewhere, the network and the helpers stand on it', async () => {
    const unborn = await insert(t, 'person', { municipality_id: w.municipalityId, kind: 'unborn', first_name: '', due: '2099-02-01' })
    await insert(t, 'case_person', { municipality_id: w.municipalityId, case_id: w.caseId, person_id: unborn, role: 'family', valid_from: '2020-01-01' })
    const page = await read('coordinator')
    expect(page.people.map((p) => p.id).toSorted((a, b) => a - b)).toEqual(
      [w.people.mette, w.people.ida, w.people.jonas, birthe, unborn].toSorted((a, b) => a - b),
    )
    expect(page.people.find((p) => p.id === unborn)?.shape).toBe('triangle')
    expect(page.helpers.map((h) => h.name)).toEqual(['Anna Holm', 'Line Krogh'])
    expect(page.homes).toMatchObject([{ members: expect.arrayContaining([w.people.mette, w.people.ida]) }])
    expect((await mine('network.read')).map((r) => r.person_ids.toSorted((a, b) => a - b))).toContainEqual([w.people.jonas])
  })
  test('IT-09: on an earlier day the map shows who was there then', async () => {
    await assign(t, w, w.caseId, 'jobcentre', { from: '2021-01-01', until: '2021-12-31' })
    expect((await read('coordinator', '2021-06-01')).helpers.map((h) => h.name)).toContain('Karim Aziz')
    expect((await read('coordinator')).helpers.map((h) => h.name)).not.toContain('Karim Aziz')
    expect((await read('coordinator', '2021-06-01')).people.map((p) => p.id)).not.toContain(birthe)
  })
  test('UDR-16: who the reader may not see does not exist in the picture', async () => {
    const ids = async (who: Who) => (await read(who)).people.map((p) => p.id)
    expect(await ids('teacher')).not.toContain(birthe)
    expect(await ids('teacher')).not.toContain(w.people.jonas)
    expect(await ids('mette')).toEqual(expect.arrayContaining([w.people.mette, w.people.ida, w.people.jonas, birthe]))
    expect(await ids('jonas')).toEqual(expect.not.arrayContaining([w.people.mette]))
    expect(await ids('jonas')).not.toContain(birthe)
    // Nor by having been her partner.
    await insert(t, 'relation', { municipality_id: w.municipalityId, person_id: w.people.mette, other_id: w.people.jonas, kind: 'partner', valid_until: '2021-01-01' })
    expect(await ids('jonas')).not.toContain(w.people.mette)
    expect((await read('mette')).relations).toContainEqual(expect.objectContaining({ kind: 'partner', ended: true }))
    expect((await read('jonas')).helpers.map((h) => h.name)).toEqual(['Anna Holm'])
    await insert(t, 'shield', {
      municipality_id: w.municipalityId, case_id: w.caseId, person_a: w.people.mette, person_b: w.people.jonas, valid_from: '2020-01-01', reason: 'Vold', set_by: w.staff.coordinator,
    })
    expect(await ids('mette')).not.toContain(w.people.jonas)
    await expect(readNetwork(other.ctxFor('coordinator'), { caseId: w.caseId })).rejects.toThrow(NotFound)
    await expect(read('jobcentre')).rejects.toThrow(NotFound)
  })
  test('CIV-14: an association where a child goes stands in the circle', async () => {
    const { id } = await registerSpell(w.ctxFor('coordinator'), { caseId: w.caseId, personId: w.people.ida, kind: 'leisure-activity', what: 'Gymnastik', place: 'Hallen', from: '2026-01-01' })
    expect((await read('coordinator')).groups).toMatchObject([{ spellId: id, personId: w.people.ida, name: 'Hallen' }])
    expect((await read('coordinator', '2025-12-31')).groups).toEqual([])
    await tie('coordinator', { ...said, from: w.people.ida, to: `spell-${id}` })
    expect((await read('coordinator')).ties).toMatchObject([{ to: `spell-${id}`, from: w.people.ida, saidBy: w.people.mette }])
  })
  test('UDR-16: how somebody is drawn is said by the family or the coordinator', async () => {
    await drawAs(w.ctxFor('coordinator'), { caseId: w.caseId, personId: w.people.mette, shape: 'circle' })
    await drawAs(w.ctxFor('mette'), { caseId: w.caseId, personId: w.people.ida, shape: 'square' })
    const shape = async (id: number) => (await read('coordinator')).people.find((p) => p.id === id)?.shape
    expect([await shape(w.people.mette), await shape(w.people.ida), await shape(w.people.jonas)]).toEqual(['circle', 'square', 'diamond'])
    await expect(drawAs(w.ctxFor('teacher'), { caseId: w.caseId, personId: w.people.mette, shape: 'circle' })).rejects.toThrow(Forbidden)
    await expect(drawAs(w.ctxFor('jonas'), { caseId: w.caseId, personId: w.people.mette, shape: 'circle' })).rejects.toThrow(Forbidden)
    await expect(drawAs(other.ctxFor('coordinator'), { caseId: w.caseId, personId: w.people.mette, shape: 'circle' })).rejects.toThrow(NotFound)
    expect((await mine('network.draw-as')).map((r) => r.outcome)).toEqual(['done', 'done', 'refused', 'refused', 'refused'])
  })
})

describe('ties', () => {
  test('IT-09: Mette draws her own tie; she and the coordinators see it, nobody else', async () => {
    const { id } = await tie('mette')
    await assign(t, w, w.caseId, 'coordinator2')
    await assign(t, w, w.caseId, 'familyWorker')
    // As much consent as anybody can give, and an emergency: neither opens a tie.
    for (const subject of [w.people.mette, w.people.ida])
      await consent(t, w, { subject, from: ['coordination'], to: ['education', 'family-department'], categories: ['assessment', 'plan', 'meetings'], signers: [w.people.mette, w.people.jonas] })
    await insert(t, 'break_glass', { municipality_id: w.municipalityId, case_id: w.caseId, staff_id: w.staff.dutyOfficer, reason: 'Fare', granted_at: new Date(Date.now() - 60_000).toISOString(), until: new Date(Date.now() + 3_600_000).toISOString() })
    const sees = async (who: Who) => (await read(who)).ties.map((x) => x.id)
    expect(await sees('mette')).toEqual([id])
    expect(await sees('coordinator')).toEqual([id])
    expect(await sees('coordinator2')).toEqual([id])
    for (const who of ['teacher', 'familyWorker', 'projectManager', 'dutyOfficer', 'jonas', 'ida'] as const) {
      expect([who, await sees(who)]).toEqual([who, []])
      expect([who, (await read(who)).seesTies]).toEqual([who, who === 'jonas' || who === 'ida'])
    }
    await expect(read('intake')).rejects.toThrow(NotFound)
  })
  test('IT-09: nor is it seen in what was changed: the history of a tie is as narrow as the tie', async () => {
    const first = await tie('coordinator', { ...said, onBehalfOn: '2026-11-01' })
    await tie('coordinator', { ...said, onBehalfOn: '2026-11-02', strength: 'weak' })
    const { rows } = await t.owner.query(`select 1 from record_history where table_name = 'tie' and record_id = $1`, [first.id])
    expect(rows).toHaveLength(1)
    const { inTransaction } = await import('#app/platform/db.server.ts')
    const seen = (who: Who) =>
      inTransaction(w.ctxFor(who), w.caseId, (tx) =>
        tx.selectFrom('record_history').select('id').where('table_name', '=', 'tie').where('record_id', '=', first.id).execute().then((r) => r.length))
    expect([await seen('coordinator'), await seen('mette'), await seen('projectManager'), await seen('jonas')]).toEqual([1, 1, 0, 0])
  })
  test('IT-09: a child\'s statement, written down by the coordinator, is not shown to who holds custody', async () => {
    await tie('coordinator', { ...said, saidBy: w.people.ida, from: w.people.ida, to: `person-${w.people.jonas}` })
    expect((await read('mette')).ties).toEqual([])
    expect((await read('jonas')).ties).toEqual([])
    expect((await read('ida')).ties).toHaveLength(1)
    expect((await read('coordinator')).ties).toMatchObject([{ saidBy: w.people.ida, onBehalf: { channel: 'meeting', on: '2026-11-01' } }])
  })
  test('IT-09: nobody draws for another; staff only at somebody\'s word, coordinators only', async () => {
    await expect(tie('jonas')).rejects.toThrow(Forbidden)
    await expect(tie('mette', { saidBy: w.people.ida, from: w.people.ida })).rejects.toThrow(Forbidden)
    await expect(tie('teacher', said)).rejects.toThrow(Forbidden)
    await expect(tie('projectManager', said)).rejects.toThrow(Forbidden)
    await expect(tie('coordinator')).rejects.toThrow(Invalid)
    await expect(tie('coordinator', { ...said, to: 'person-999999' })).rejects.toThrow(Invalid)
    await expect(tie('coordinator', { ...said, to: `person-${w.people.mette}` })).rejects.toThrow(Invalid)
    await expect(drawTie(other.ctxFor('coordinator'), { caseId: w.caseId, saidBy: w.people.mette, from: w.people.mette, to: `person-${birthe}`, strength: 'weak', ...said })).rejects.toThrow(NotFound)
    const rows = await mine('network.draw-tie')
    expect(rows.every((r) => r.outcome === 'refused')).toBe(true)
  })
  test('IT-09: a new statement holds from its day; the earlier day keeps the earlier picture; a tie can be taken off', async () => {
    await tie('coordinator', { ...said, onBehalfOn: '2026-10-01', strength: 'strong' })
    await tie('coordinator', { ...said, onBehalfOn: '2026-11-10', strength: 'weak' })
    const on = async (day: string) => (await read('coordinator', day)).ties.map((x) => x.strength)
    expect([await on('2026-11-10'), await on('2026-10-15'), await on('2026-09-30')]).toEqual([['weak'], ['strong'], []])
    await tie('mette', { strength: '' })
    expect((await read('coordinator')).ties).toEqual([])
    expect((await mine('network.draw-tie')).map((r) => [r.actor_kind, r.person_ids])).toEqual([
      ['staff', [w.people.mette]],
      ['staff', [w.people.mette]],
      ['member', [w.people.mette]],
    ])
  })
  test('IT-09: the newest statement of each day stands, whatever the order they are read in', () => {
    const one = fc.record({
      id: fc.integer({ min: 1, max: 50 }),
      saidBy: fc.integer({ min: 1, max: 2 }),
      saidOn: fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01'),
      from: fc.integer({ min: 1, max: 2 }),
      to: fc.constantFrom<Tie['to']>('person-9', 'staff-3'),
      strength: fc.constantFrom('strong', 'weak', null),
      strained: fc.boolean(),
      words: fc.constant(''),
      shelfId: fc.constant(1),
      onBehalf: fc.constant(null),
      authorPersonId: fc.constant(null),
    }) as fc.Arbitrary<Tie>
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: (x) => x.id, maxLength: 12 }), fc.constantFrom('2026-01-15', '2026-02-15', '2026-12-31'), (ties, day) => {
        const standing = tiesOn(ties, day)
        const key = (x: Tie) => `${x.saidBy} ${x.from} ${x.to}`
        expect(new Set(standing.map(key)).size).toBe(standing.length)
        for (const s of standing)
          expect(ties.some((x) => key(x) === key(s) && x.saidOn <= day && (x.saidOn > s.saidOn || (x.saidOn === s.saidOn && x.id > s.id)))).toBe(false)
        expect(tiesOn(ties.toReversed(), day).map((x) => x.id).toSorted()).toEqual(standing.map((x) => x.id).toSorted())
      }),
    )
  })
})

describe('who comes to the next meeting', () => {
  const choose = (who: Who, choices: Record<string, string>, over: object = {}) =>
    chooseForMeeting(w.ctxFor(who), { caseId: w.caseId, wishedBy: w.people.mette, choices, ...over })
  const wishes = async (who: Who) => (await read(who)).wishes.map((x) => [x.wishedBy, x.about, x.answer])

  test('CIV-14: the family chooses who comes, dated; the coordinator writes it at their word', async () => {
    await choose('mette', { [`person-${birthe}`]: 'come', [`staff-${w.staff.teacher}`]: 'not' })
    await choose('mette', { [`person-${birthe}`]: 'come', [`staff-${w.staff.teacher}`]: '' })
    expect(await wishes('coordinator')).toEqual([[w.people.mette, `person-${birthe}`, 'come']])
    await choose('coordinator', { [`staff-${w.staff.coordinator}`]: 'come' }, said)
    await choose('mette', { [`staff-${w.staff.coordinator}`]: 'not' })
    expect(await wishes('mette')).toEqual([
      [w.people.mette, `person-${birthe}`, 'come'],
      [w.people.mette, `staff-${w.staff.coordinator}`, 'not'],
    ])
    expect((await mine('network.choose-for-meeting')).map((r) => (r.details['wishes'] as number[]).length)).toEqual([2, 1, 1, 1])
  })
  test('CIV-14: Mette chooses for Ida too, and Jonas for Ida as well; nobody for somebody else', async () => {
    await choose('mette', { [`person-${birthe}`]: 'come' }, { wishedBy: w.people.ida })
    await choose('jonas', { [`person-${w.people.jonas}`]: 'come' }, { wishedBy: w.people.ida })
    expect(await wishes('mette')).toHaveLength(2)
    await expect(choose('jonas', { [`person-${w.people.jonas}`]: 'come' })).rejects.toThrow(Forbidden)
    await expect(choose('teacher', { [`person-${birthe}`]: 'come' }, said)).rejects.toThrow(Forbidden)
    await expect(choose('coordinator', { [`person-${birthe}`]: 'come' })).rejects.toThrow(Invalid)
    await expect(choose('mette', { 'person-987654': 'come' })).rejects.toThrow(Invalid)
    await expect(chooseForMeeting(other.ctxFor('coordinator'), { caseId: w.caseId, wishedBy: w.people.mette, choices: {}, ...said })).rejects.toThrow(NotFound)
  })
  test('CIV-14: wishes of a day or later, for a meeting after another', () => {
    const wish = (id: number, wishedOn: string, answer: 'come' | null) => ({ id, wishedBy: 1, wishedOn, about: 'person-2' as const, answer, shelfId: 1, onBehalf: null })
    expect(standingWishes([wish(1, '2026-01-01', 'come')], '2026-02-01')).toEqual([])
    expect(standingWishes([wish(2, '2026-03-01', null), wish(1, '2026-01-01', 'come')])).toEqual([])
  })
})
