import { sql } from 'kysely'
import { z } from 'zod'
import { inForce } from '#app/catalogue/pack-item.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import type { Household } from '#app/families/families.ts'
import { householdsOf, membershipsOf, peopleOf, relationsOf } from '#app/families/queries.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { ageOn, rangeContains } from '#app/platform/time/plain-date.ts'
import { spellsOf } from '#app/spells/queries.server.ts'
import { spellsOn } from '#app/spells/spells.ts'
import {
  type EndKey,
  endKey,
  holdsOn,
  type MapFacts,
  type MapHelper,
  type MapHome,
  type MapPerson,
  type MeetingWish,
  type Shape,
  type Strength,
  type Tie,
  type WishAnswer,
} from './network.ts'

/** Everybody around the family on that day, as far as the reader may know of them: who they may not see is not there. */
export async function mapFacts(tx: Tx, ctx: Context, caseId: number, day: string): Promise<MapFacts> {
  const known = await peopleOf(tx, [caseId], day)
  const shapes = await shapesOf(
    tx,
    known.map((p) => p.id),
  )
  const own = await familyNetwork(tx, ctx, caseId)
  const people: MapPerson[] = [
    ...known
      .filter((p) => p.born === null || p.born <= day)
      .map((p) => ({
        id: p.id,
        kind: p.kind,
        role: p.role,
        firstName: p.firstName,
        born: p.born,
        due: p.due,
        died: p.died !== null && p.died <= day,
        age: p.born === null || (p.died !== null && p.died <= day) ? null : ageOn(p.born, day),
        shape: p.kind === 'unborn' ? ('triangle' as const) : (shapes.get(p.id) ?? 'diamond'),
      })),
    ...own.people.map((p) => ({ ...p, born: null, due: null, age: null, shape: p.kind === 'unborn' ? ('triangle' as const) : (p.shape ?? 'diamond') })),
  ]
  const ids = new Set(people.map((p) => p.id))
  const relations = [...(await relationsOf(tx, [...ids])), ...own.relations].filter((r) => ids.has(r.personId) && ids.has(r.otherId))
  return {
    people,
    relations: relations
      .filter((r) => holdsOn(r, day) || (r.kind === 'partner' && (r.validFrom ?? '') <= day))
      .map((r) => ({ id: r.id, personId: r.personId, otherId: r.otherId, kind: r.kind, label: r.label, ended: !holdsOn(r, day) })),
    homes: await homesOn(tx, caseId, day, ids),
    helpers: await helpersOn(tx, ctx, caseId, day, people),
    groups: spellsOn(await spellsOf(tx, caseId), day)
      .filter((s) => s.kind === 'leisure-activity' && ids.has(s.personId))
      .map((s) => ({ spellId: s.id, personId: s.personId, name: s.place || s.what, what: s.what, shelfId: s.shelfId })),
  }
}

/** Is there somebody or something of that key on the map? */
export const isOnMap = (facts: MapFacts, key: string): boolean =>
  facts.people.some((p) => endKey('person', p.id) === key) ||
  facts.helpers.some((h) => endKey('staff', h.staffId) === key) ||
  facts.groups.some((g) => endKey('spell', g.spellId) === key)

async function shapesOf(tx: Tx, personIds: readonly number[]): Promise<Map<number, Shape>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx.selectFrom('person_shape').select(['person_id', 'shape']).where('person_id', 'in', personIds).execute()
  return new Map(rows.map((r) => [r.person_id, r.shape as Shape]))
}

async function homesOn(tx: Tx, caseId: number, day: string, people: ReadonlySet<number>): Promise<MapHome[]> {
  const homes: Household[] = await householdsOf(tx, caseId)
  const members = await membershipsOf(tx, [caseId])
  return homes
    .filter((h) => rangeContains(h.validFrom, h.validUntil, day))
    .map((h) => ({
      id: h.id,
      name: h.name,
      members: [
        ...new Set(
          members
            .filter((m) => m.householdId === h.id && rangeContains(m.validFrom, m.validUntil, day) && people.has(m.personId))
            .map((m) => m.personId),
        ),
      ],
    }))
    .filter((h) => h.members.length > 0)
}

/** Who worked with the family on that day, by department. A parent who lives elsewhere sees the coordinators only. */
async function helpersOn(tx: Tx, ctx: Context, caseId: number, day: string, people: readonly MapPerson[]): Promise<MapHelper[]> {
  const pack = await casePack(tx, caseId).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
  const roles = new Map((pack ? inForce(pack.assignmentRoles, day) : []).map((r) => [r.code, r.label[ctx.locale]]))
  const rows = await tx
    .selectFrom('assignment')
    .innerJoin('staff', (j) => j.onRef('staff.municipality_id', '=', 'assignment.municipality_id').onRef('staff.id', '=', 'assignment.staff_id'))
    .select([
      'assignment.staff_id',
      'staff.name',
      'assignment.role',
      'assignment.sector',
      'assignment.does_what',
      // The department of the post that fits the sector in which they work with the family; of several the newest.
      sql<string | null>`(select d.name from post p join department d on d.municipality_id = p.municipality_id and d.id = p.department_id
        where p.municipality_id = assignment.municipality_id and p.staff_id = assignment.staff_id
          and access.within(${day}::date, p.valid_from, p.valid_until)
        order by d.sector = assignment.sector desc, p.id desc limit 1)`.as('department'),
    ])
    .where('assignment.case_id', '=', caseId)
    .where(sql<boolean>`access.within(${day}::date, assignment.valid_from, assignment.valid_until)`)
    .orderBy('assignment.id')
    .execute()
  const me = ctx.actor.kind === 'member' ? people.find((p) => p.id === ctx.actor.id) : undefined
  const seen = me?.role === 'other-parent' ? rows.filter((r) => r.role.includes('coordinator')) : rows
  const first = (r: { role: string }) => (r.role === 'coordinator' ? 0 : r.role === 'secondary-coordinator' ? 1 : 2)
  const once = new Map(seen.toSorted((a, b) => first(b) - first(a)).map((r) => [r.staff_id, r]))
  return [...once.values()]
    .toSorted((a, b) => first(a) - first(b) || (a.department ?? '').localeCompare(b.department ?? '', 'da'))
    .map((r) => ({
      staffId: r.staff_id,
      name: r.name,
      role: r.role,
      roleName: roles.get(r.role) ?? '',
      department: r.department ?? r.sector,
      does: r.does_what,
    }))
}

const OwnNetwork = z.object({
  people: z.array(
    z.object({
      id: z.number(),
      kind: z.enum(['person', 'network', 'unborn']),
      firstName: z.string(),
      role: z.enum(['family', 'other-parent', 'network']),
      died: z.boolean(),
      shape: z.enum(['circle', 'square', 'diamond']).nullable(),
    }),
  ),
  relations: z.array(
    z.object({
      id: z.number(),
      personId: z.number(),
      otherId: z.number(),
      kind: z.enum(['parent', 'partner', 'sibling', 'grandparent', 'foster-parent', 'network']),
      label: z.string(),
      validFrom: z.string().nullable(),
      validUntil: z.string().nullable(),
    }),
  ),
})
/** For a member: those outside the home whom the home has a relation to, by first name. Staff know the people of the case already. */
async function familyNetwork(tx: Tx, ctx: Context, caseId: number) {
  if (ctx.actor.kind !== 'member') return { people: [], relations: [] }
  const { rows } = await sql<{ network: unknown }>`select access.family_network(${caseId}) as network`.execute(tx)
  return OwnNetwork.parse(rows[0]?.network)
}

const behalf = (r: { on_behalf_channel: string | null; on_behalf_on: string | null }) =>
  r.on_behalf_channel !== null && r.on_behalf_on !== null ? { channel: r.on_behalf_channel, on: r.on_behalf_on } : null
const aboutKey = (r: { person: number | null; staff: number | null; spell?: number | null }): EndKey =>
  r.person !== null ? endKey('person', r.person) : r.staff !== null ? endKey('staff', r.staff) : endKey('spell', r.spell ?? 0)

/** Every statement about a tie that the reader may see, the oldest first: members their own, the coordinators all. */
export async function tiesOf(tx: Tx, caseId: number): Promise<Tie[]> {
  const rows = await tx.selectFrom('tie').selectAll().where('case_id', '=', caseId).orderBy('id').execute()
  return rows.map((r) => ({
    id: r.id,
    saidBy: r.said_by,
    saidOn: r.said_on,
    from: r.from_person,
    to: aboutKey({ person: r.to_person, staff: r.to_staff, spell: r.to_spell }),
    strength: r.strength as Strength | null,
    strained: r.strained,
    words: r.words,
    shelfId: r.shelf_id,
    onBehalf: behalf(r),
    authorPersonId: r.author_person_id,
  }))
}

/** Every wish about who comes to the next meeting that the reader may see; `standingWishes` gives those that stand. */
export async function meetingWishesOf(tx: Tx, caseId: number): Promise<MeetingWish[]> {
  const rows = await tx.selectFrom('meeting_wish').selectAll().where('case_id', '=', caseId).orderBy('id').execute()
  return rows.map((r) => ({
    id: r.id,
    wishedBy: r.wished_by,
    wishedOn: r.wished_on,
    about: aboutKey({ person: r.about_person, staff: r.about_staff }),
    answer: r.answer as WishAnswer | null,
    shelfId: r.shelf_id,
    onBehalf: behalf(r),
  }))
}
