import { beforeAll, expect, test } from 'vitest'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { inventedCpr } from '#app/platform/cpr/cpr.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { auditRows, aWorld, type World } from '#test/world.ts'
import { addNetworkPerson } from './add-network-person.server.ts'
import { addPerson } from './add-person.server.ts'
import { addRelation, endRelation } from './add-relation.server.ts'
import { changePerson } from './change-person.server.ts'
import { moveHousehold } from './move-household.server.ts'
import { readFamily } from './read-family.server.ts'
import { revealAddress, revealCpr } from './reveal.server.ts'
import { setAddress } from './set-address.server.ts'
import { setContact } from './set-contact.server.ts'
import { setCustody } from './set-custody.server.ts'

let t: TestDatabase
let w: World
let other: World
beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t, { jonas: 'shared' })
  other = await aWorld(t, { municipality: 787 })
})
const family = (who: Parameters<World['ctxFor']>[0] = 'coordinator') => readFamily(w.ctxFor(who), { caseId: w.caseId })

/** The verb refuses somebody of the case without the right, somebody who does not reach it, and another municipality; nothing is written and each attempt is logged. */
async function refusals(event: string, call: (ctx: ReturnType<World['ctxFor']>) => Promise<unknown>) {
  const before = (await auditRows(t, event)).filter((r) => r.outcome === 'refused').length
  await expect(call(w.ctxFor('teacher'))).rejects.toThrow(Forbidden)
  await expect(call(w.ctxFor('jobcentre'))).rejects.toThrow(NotFound)
  await expect(call(w.ctxFor('administrator'))).rejects.toThrow(NotFound)
  await expect(call(other.ctxFor('coordinator'))).rejects.toThrow(NotFound)
  expect((await auditRows(t, event)).filter((r) => r.outcome === 'refused').length - before).toBe(4)
}

test('UDR-16: the coordinator sees the whole family in its homes; the teacher the household by name, without number and address', async () => {
  const seen = await family()
  expect(seen.people.map((p) => [p.firstName, p.role])).toEqual([
    ['Jonas', 'other-parent'],
    ['Mette', 'family'],
    ['Ida', 'family'],
  ])
  expect(seen.may).toMatchObject({ change: true, shield: true })
  const school = await family('teacher')
  expect(school.people.map((p) => p.firstName)).toEqual(['Mette', 'Ida'])
  expect(school.may).toMatchObject({ change: false, shield: false })
  expect(school.cpr).toEqual([])
  await expect(readFamily(other.ctxFor('coordinator'), { caseId: w.caseId })).rejects.toThrow(NotFound)
  const [row] = await auditRows(t, 'families.read-family')
  expect(row).toMatchObject({ outcome: 'done', actor_id: w.staff.coordinator, case_id: w.caseId })
  expect(row?.person_ids).toContain(w.people.ida)
})

test('VIS-02: a child with a CPR number is added; the number is encrypted, shown in part, and whole only by a look-up of its own', async () => {
  const cpr = inventedCpr('2022-03-04', 'male', 0)
  const added = await addPerson(w.ctxFor('coordinator'), {
    caseId: w.caseId,
    firstName: 'Oliver',
    lastName: 'Sørensen',
    born: '2022-03-04',
    cpr,
    householdId: w.householdId,
  })
  expect(added.outcome).toBe('added')
  const seen = await family()
  expect(seen.cpr).toEqual([{ personId: added.personId, masked: `${cpr.slice(0, 6)}-••••` }])
  expect(seen.memberships.some((m) => m.personId === added.personId && m.householdId === w.householdId)).toBe(true)
  const { rows } = await t.owner.query<{ text: string }>('select row_to_json(c)::text as text from person_cpr c')
  expect(rows[0]?.text).not.toContain(cpr)
  expect((await revealCpr(w.ctxFor('coordinator'), { caseId: w.caseId, personId: added.personId })).digits).toBe(cpr)
  await expect(revealCpr(w.ctxFor('teacher'), { caseId: w.caseId, personId: added.personId })).rejects.toThrow(NotFound)
  expect((await auditRows(t, 'families.reveal-cpr')).map((r) => [r.outcome, r.bases])).toEqual([
    ['done', ['own-sector']],
    ['refused', []],
  ])
  await refusals('families.add-person', (ctx) => addPerson(ctx, { caseId: w.caseId, firstName: 'Oliver', born: '2022-03-04' }))
})

test('UDR-16: the unborn child belongs to the family and becomes a person on its birthday; the history keeps what stood there', async () => {
  const ctx = w.ctxFor('coordinator')
  const { personId } = await addPerson(ctx, { caseId: w.caseId, kind: 'unborn', due: '2027-01-10', householdId: w.householdId })
  const born = {
    caseId: w.caseId,
    personId: personId!,
    revision: 1,
    firstName: 'Alma',
    lastName: 'Sørensen',
    born: '2027-01-08',
    due: '2027-01-10',
  }
  await refusals('families.change-person', (c) => changePerson(c, born))
  expect(await changePerson(ctx, born)).toEqual({ revision: 2 })
  expect((await family()).people.find((p) => p.id === personId)).toMatchObject({
    kind: 'person',
    firstName: 'Alma',
    born: '2027-01-08',
    revision: 2,
  })
  const { rows } = await t.owner.query<{ row_before: { kind: string } }>(
    "select row_before from fact_history where table_name = 'person' and row_id = $1",
    [personId],
  )
  expect(rows.map((r) => r.row_before.kind)).toEqual(['unborn'])
})

test('two who correct the same person at once: the second sees both texts', async () => {
  const ctx = w.ctxFor('coordinator')
  const change = { caseId: w.caseId, personId: w.people.ida, revision: 1, firstName: 'Ida Marie', lastName: 'Sørensen' }
  await changePerson(ctx, change)
  const error = await changePerson(ctx, { ...change, firstName: 'Ida Sofie' }).catch((e: unknown) => e)
  expect(error).toBeInstanceOf(Conflict)
  expect(error).toMatchObject({ code: 'stale', details: { mine: { firstName: 'Ida Sofie' }, theirs: { firstName: 'Ida Marie' } } })
  await expect(changePerson(ctx, { ...change, firstName: '' })).rejects.toThrow(Invalid)
})

test('ORG-05, VIS-02: Ida moves to two homes, then Jonas is alone in his; earlier homes stay with their dates', async () => {
  const ctx = w.ctxFor('coordinator')
  const input = { caseId: w.caseId, personId: w.people.jonas, household: 'new' as const, name: 'Hos Jonas', from: '2026-01-01' }
  await refusals('families.move-household', (c) => moveHousehold(c, input))
  await expect(moveHousehold(ctx, { ...input, name: '' })).rejects.toThrow(Invalid)
  const { householdId } = await moveHousehold(ctx, input)
  await moveHousehold(ctx, { caseId: w.caseId, personId: w.people.ida, household: householdId!, from: '2026-02-01', also: 'on' })
  let homes = (await family()).memberships.filter((m) => m.personId === w.people.ida)
  expect(homes.map((m) => [m.householdId, m.validUntil])).toEqual([
    [w.householdId, null],
    [householdId, null],
  ])
  await moveHousehold(ctx, { caseId: w.caseId, personId: w.people.ida, household: w.householdId, from: '2026-06-01' })
  homes = (await family()).memberships.filter((m) => m.personId === w.people.ida)
  expect(homes.map((m) => [m.householdId, m.validFrom, m.validUntil])).toEqual([
    [w.householdId, '2020-01-01', '2026-05-31'],
    [householdId, '2026-02-01', '2026-05-31'],
    [w.householdId, '2026-06-01', null],
  ])
  await expect(
    moveHousehold(ctx, { caseId: w.caseId, personId: w.people.ida, household: other.householdId, from: '2026-06-01' }),
  ).rejects.toThrow(Forbidden)
})

test('custody changes by date and apart from the home', async () => {
  const ctx = w.ctxFor('coordinator')
  const input = { caseId: w.caseId, childId: w.people.ida, holderIds: [w.people.jonas], from: '2026-09-01' }
  await refusals('families.set-custody', (c) => setCustody(c, input))
  await setCustody(ctx, input)
  const seen = await family()
  expect(seen.custody.map((c) => [c.holderId, c.validUntil])).toEqual([
    [w.people.mette, '2026-08-31'],
    [w.people.jonas, null],
  ])
  await setCustody(ctx, { ...input, holderIds: [w.people.mette, w.people.jonas] })
  expect((await family()).custody.map((c) => [c.holderId, c.validFrom, c.validUntil])).toEqual([
    [w.people.mette, '2020-01-01', '2026-08-31'],
    [w.people.jonas, '2020-01-01', null],
    [w.people.mette, '2026-09-01', null],
  ])
  await expect(setCustody(ctx, { ...input, holderIds: [other.people.mette] })).rejects.toThrow(Forbidden)
})

test('UDR-16: relations and the network: first name and relation only', async () => {
  const ctx = w.ctxFor('coordinator')
  const relation = { caseId: w.caseId, personId: w.people.mette, otherId: w.people.jonas, kind: 'partner' as const, from: '2014-01-01' }
  await refusals('families.add-relation', (c) => addRelation(c, relation))
  const { relationId } = await addRelation(ctx, relation)
  await endRelation(ctx, { caseId: w.caseId, relationId, until: '2025-05-01' })
  expect((await family()).relations.find((r) => r.id === relationId)).toMatchObject({ kind: 'partner', validUntil: '2025-05-01' })
  await refusals('families.add-network-person', (c) =>
    addNetworkPerson(c, { caseId: w.caseId, firstName: 'Karen', otherId: w.people.ida, label: 'mormor' }),
  )
  const { personId } = await addNetworkPerson(ctx, { caseId: w.caseId, firstName: 'Karen', otherId: w.people.ida, label: 'mormor' })
  expect((await family()).people.find((p) => p.id === personId)).toMatchObject({
    kind: 'network',
    lastName: '',
    born: null,
    role: 'network',
  })
  expect((await family('teacher')).people.some((p) => p.id === personId)).toBe(false)
})

test('a protected address is hidden until somebody asks, also from the parent who lives elsewhere; each look-up is a row in the log', async () => {
  const ctx = w.ctxFor('coordinator')
  const input = {
    caseId: w.caseId,
    personIds: [w.people.ida],
    street: 'Skjulevej 4',
    postcode: '8722',
    city: 'Hedensted',
    protected: 'on',
    from: '2026-03-01',
  }
  await refusals('families.set-address', (c) => setAddress(c, input))
  const { addressId } = await setAddress(ctx, input)
  expect((await family()).addresses).toEqual([
    { id: addressId, personIds: [w.people.ida], street: null, postcode: null, city: null, protected: true, validFrom: '2026-03-01' },
  ])
  expect(await revealAddress(ctx, { caseId: w.caseId, addressId })).toMatchObject({ street: 'Skjulevej 4' })
  await expect(revealAddress(w.ctxFor('teacher'), { caseId: w.caseId, addressId })).rejects.toThrow(NotFound)
  await expect(revealAddress(w.ctxFor('jonas'), { caseId: w.caseId, addressId })).rejects.toThrow(NotFound) // case 12
  expect((await auditRows(t, 'families.reveal-address')).filter((r) => r.outcome === 'done')).toMatchObject([
    { person_ids: [w.people.ida], bases: ['own-sector'] },
  ])
  await setAddress(ctx, { ...input, street: 'Ny Gade 1', protected: '', from: '2026-08-01' })
  expect((await family()).addresses).toMatchObject([{ street: 'Ny Gade 1', protected: false }])
})

test('the chosen channel is kept per person; a stale change is a conflict', async () => {
  const ctx = w.ctxFor('coordinator')
  const input = { caseId: w.caseId, personId: w.people.mette, phone: '20304050', channel: 'sms' as const, revision: 0 }
  await refusals('families.set-contact', (c) => setContact(c, input))
  await setContact(ctx, input)
  expect((await family()).contacts).toMatchObject([{ personId: w.people.mette, channel: 'sms', phone: '20304050', revision: 1 }])
  await setContact(ctx, { ...input, channel: 'phone', revision: 1 })
  await expect(setContact(ctx, { ...input, channel: 'letter', revision: 1 })).rejects.toThrow(Conflict)
  await setContact(w.ctxFor('mette'), { ...input, channel: 'letter', revision: 2 })
  expect((await family()).contacts).toMatchObject([{ personId: w.people.mette, channel: 'letter' }])
  await expect(setContact(w.ctxFor('jonas'), { ...input, revision: 0 })).rejects.toThrow(NotFound)
})
