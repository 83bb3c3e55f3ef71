import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#app/platform/command.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import { openCpr } from '#app/platform/cpr/cpr-column.server.ts'
import { maskCpr } from '#app/platform/cpr/cpr.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { type CasePerson, type Custody, type Household, Id, type Membership, missingIn, type Missing, type Relation } from './families.ts'
import {
  type Address,
  addressesOf,
  type ContactDetail,
  contactsOf,
  coordinatorsOf,
  custodyOf,
  householdsOf,
  membershipsOf,
  peopleOf,
  relationsOf,
} from './queries.server.ts'
import { changesPeople, mayRead, shields } from './rights.server.ts'

/** A protected address has `street` null until somebody asks for it (`revealAddress`). */
export type ShownAddress = {
  id: number
  personIds: number[]
  street: string | null
  postcode: string | null
  city: string | null
  protected: boolean
  validFrom: string
}
export type Shield = {
  id: number
  personA: number
  personB: number
  validFrom: string
  validUntil: string | null
  reason: string
  lifted: boolean
  liftReason: string | null
}
export type FamilyPage = {
  case: { id: number; number: string; name: string; closed: boolean }
  today: string
  people: CasePerson[]
  households: Household[]
  memberships: Membership[]
  custody: Custody[]
  relations: Relation[]
  addresses: ShownAddress[]
  contacts: ContactDetail[]
  /** The shown part of CPR numbers ("010190-••••") by person. */
  cpr: { personId: number; masked: string }[]
  shields: Shield[]
  /** The family's list of staff who may not see it. */
  blocked: { staffId: number; name: string }[]
  missing: Missing[]
  /** Members of staff the family may name; only for who may write them down. */
  staff: { id: number; name: string }[]
  may: { change: boolean; shield: boolean; declare: boolean }
  /** The records on the page, and of whom they are. */
  seen: { personIds: number[]; shelfId: number }[]
}

/** The people of a family, side by side in their homes, with custody, relations, addresses and shields, as far as the actor may see them (UDR-16). */
export const readFamily = query({
  event: 'families.read-family',
  input: z.object({ caseId: Id }),
  case: (input) => input.caseId,
  may: (tx, _ctx, input) => mayRead(tx, input.caseId),
  concerns: (input, result: FamilyPage) => looks(input.caseId, result),
  run: (tx, ctx, input) => familyPage(tx, ctx, input.caseId),
})

/** A row for the family, and one for each person outside it: a mother must see who looked at hers although a father elsewhere stands on the page. */
function looks(caseId: number, page: FamilyPage) {
  const family = page.people.filter((p) => p.role === 'family').map((p) => p.id)
  const groups = [family, ...page.people.filter((p) => p.role !== 'family').map((p) => [p.id])]
  return groups
    .filter((ids) => ids.length > 0)
    .map((ids) => ({ caseId, personIds: ids, shelfIds: page.seen.filter((s) => s.personIds.every((id) => ids.includes(id))).map((s) => s.shelfId) }))
}

async function familyPage(tx: Tx, ctx: Context, caseId: number): Promise<FamilyPage> {
  const row = await tx.selectFrom('family_case').select(['id', 'number', 'name']).where('id', '=', caseId).executeTakeFirst()
  if (!row) throw new NotFound('case')
  const people = await peopleOf(tx, [caseId], ctx.today)
  const ids = people.map((p) => p.id)
  const [households, memberships, custody, relations] = [
    await householdsOf(tx, caseId),
    await membershipsOf(tx, [caseId]),
    await custodyOf(tx, ids),
    await relationsOf(tx, ids),
  ]
  const addresses = await addressesOf(tx, caseId, ctx.today)
  const contacts = await contactsOf(tx, caseId)
  const cprRows = await tx
    .selectFrom('person_cpr')
    .select(['cpr_encrypted', 'cpr_hash', 'subjects', 'shelf_id'])
    .where('case_id', '=', caseId)
    .execute()
  const coordinator = (await coordinatorsOf(tx, [caseId], ctx.today)).find((c) => c.role !== 'secondary-coordinator')?.name ?? null
  const may = { change: await changesPeople(tx, caseId), shield: await shields(tx, caseId), declare: ctx.actor.kind === 'staff' }
  return {
    case: { ...row, closed: await isClosed(tx, caseId) },
    today: ctx.today,
    people,
    households,
    memberships,
    custody,
    relations,
    addresses: addresses.map(shown),
    contacts,
    cpr: cprRows.flatMap((r) => r.subjects.map((personId) => ({ personId, masked: maskCpr(openCpr(ctx.municipalityId, r)) }))),
    shields: await shieldsOf(tx, caseId, ctx.today),
    blocked: await blockedOf(tx, caseId),
    missing: missingIn({ people, memberships, custody, coordinator }, ctx.today),
    staff: may.change ? await tx.selectFrom('staff').select(['id', 'name']).where('closed_at', 'is', null).orderBy('name').execute() : [],
    may,
    seen: [
      ...addresses.map((a) => ({ personIds: a.personIds, shelfId: a.shelfId })),
      ...contacts.map((c) => ({ personIds: [c.personId], shelfId: c.shelfId })),
      ...cprRows.map((r) => ({ personIds: r.subjects, shelfId: r.shelf_id })),
    ],
  }
}

const shown = (a: Address): ShownAddress => ({
  id: a.id,
  personIds: a.personIds,
  protected: a.protected,
  validFrom: a.validFrom,
  street: a.protected ? null : a.street,
  postcode: a.protected ? null : a.postcode,
  city: a.protected ? null : a.city,
})

async function isClosed(tx: Tx, caseId: number): Promise<boolean> {
  return (
    (await tx.selectFrom('closure').select('id').where('case_id', '=', caseId).where('reopened_at', 'is', null).executeTakeFirst()) !==
    undefined
  )
}

async function shieldsOf(tx: Tx, caseId: number, today: string): Promise<Shield[]> {
  const rows = await tx.selectFrom('shield').selectAll().where('case_id', '=', caseId).orderBy('id', 'desc').execute()
  return rows.map((r) => ({
    id: r.id,
    personA: r.person_a,
    personB: r.person_b,
    validFrom: r.valid_from,
    validUntil: r.valid_until,
    reason: r.reason,
    lifted: r.lifted_at !== null || (r.valid_until !== null && r.valid_until < today),
    liftReason: r.lift_reason,
  }))
}

async function blockedOf(tx: Tx, caseId: number): Promise<{ staffId: number; name: string }[]> {
  return tx
    .selectFrom('disqualification')
    .innerJoin('staff', (j) =>
      j.onRef('staff.municipality_id', '=', 'disqualification.municipality_id').onRef('staff.id', '=', 'disqualification.staff_id'),
    )
    .select([sql<number>`staff.id`.as('staffId'), 'staff.name as name'])
    .where('disqualification.case_id', '=', caseId)
    .where('disqualification.kind', '=', 'named')
    .where('disqualification.ended_at', 'is', null)
    .orderBy('staff.name')
    .execute()
}
