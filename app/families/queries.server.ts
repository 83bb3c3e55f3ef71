import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { ageOn } from '#app/platform/time/plain-date.ts'
import type {
  CasePerson,
  CaseRole,
  Channel,
  Custody,
  Household,
  Membership,
  Person,
  PersonKind,
  Relation,
  RelationKind,
} from './families.ts'

/*
 * Reads of people and families. Row-level security gives only whom the actor knows; nothing here narrows by right again.
 * `today` is a plain date; ranges include both ends.
 */

const onDay = (table: string, today: string) =>
  sql<boolean>`access.within(${today}::date, ${sql.ref(`${table}.valid_from`)}, ${sql.ref(`${table}.valid_until`)})`

const personColumns = [
  'person.id',
  'person.kind',
  'person.first_name',
  'person.last_name',
  'person.born',
  'person.due',
  'person.died',
  'person.language',
  'person.interpreter',
  'person.revision',
] as const
type PersonRow = {
  id: number
  kind: string
  first_name: string
  last_name: string
  born: string | null
  due: string | null
  died: string | null
  language: string
  interpreter: boolean
  revision: number
}
const asPerson = (r: PersonRow): Person => ({
  id: r.id,
  kind: r.kind as PersonKind,
  firstName: r.first_name,
  lastName: r.last_name,
  born: r.born,
  due: r.due,
  died: r.died,
  language: r.language,
  interpreter: r.interpreter,
  revision: r.revision,
})

export async function findPerson(tx: Tx, personId: number): Promise<Person | null> {
  const row = await tx.selectFrom('person').select(personColumns).where('id', '=', personId).executeTakeFirst()
  return row ? asPerson(row) : null
}

/** Everybody the cases are about or know today, oldest first. A person in two cases comes twice. */
export async function peopleOf(tx: Tx, caseIds: number[], today: string): Promise<(CasePerson & { caseId: number })[]> {
  if (caseIds.length === 0) return []
  const rows = await tx
    .selectFrom('case_person')
    .innerJoin('person', (j) =>
      j.onRef('person.municipality_id', '=', 'case_person.municipality_id').onRef('person.id', '=', 'case_person.person_id'),
    )
    .select([...personColumns, 'case_person.role', 'case_person.case_id'])
    .where('case_person.case_id', 'in', caseIds)
    .where(onDay('case_person', today))
    .orderBy(sql`person.born nulls last, person.id`)
    .execute()
  return rows.map((r) => ({ ...asPerson(r), role: r.role as CaseRole, caseId: r.case_id }))
}

export async function householdsOf(tx: Tx, caseId: number): Promise<Household[]> {
  const rows = await tx
    .selectFrom('household')
    .select(['id', 'name', 'valid_from', 'valid_until'])
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute()
  return rows.map((r) => ({ id: r.id, name: r.name, validFrom: r.valid_from, validUntil: r.valid_until }))
}
/** Who lived where and when, the past included. */
export async function membershipsOf(tx: Tx, caseIds: number[]): Promise<Membership[]> {
  if (caseIds.length === 0) return []
  const rows = await tx
    .selectFrom('household_member')
    .select(['household_id', 'person_id', 'valid_from', 'valid_until'])
    .where('case_id', 'in', caseIds)
    .where(sql<boolean>`coalesce(valid_until, 'infinity') >= valid_from`)
    .orderBy('valid_from')
    .orderBy('id')
    .execute()
  return rows.map((r) => ({ householdId: r.household_id, personId: r.person_id, validFrom: r.valid_from, validUntil: r.valid_until }))
}
export async function custodyOf(tx: Tx, childIds: number[]): Promise<Custody[]> {
  if (childIds.length === 0) return []
  const rows = await tx
    .selectFrom('custody')
    .select(['child_id', 'holder_id', 'valid_from', 'valid_until'])
    .where('child_id', 'in', childIds)
    .orderBy('valid_from')
    .orderBy('id')
    .execute()
  return rows.map((r) => ({ childId: r.child_id, holderId: r.holder_id, validFrom: r.valid_from, validUntil: r.valid_until }))
}
export async function relationsOf(tx: Tx, personIds: number[]): Promise<Relation[]> {
  if (personIds.length === 0) return []
  const rows = await tx
    .selectFrom('relation')
    .select(['id', 'person_id', 'other_id', 'kind', 'label', 'valid_from', 'valid_until'])
    .where('person_id', 'in', personIds)
    .orderBy('id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    personId: r.person_id,
    otherId: r.other_id,
    kind: r.kind as RelationKind,
    label: r.label,
    validFrom: r.valid_from,
    validUntil: r.valid_until,
  }))
}

export type Address = {
  id: number
  personIds: number[]
  street: string
  postcode: string
  city: string
  protected: boolean
  validFrom: string
  shelfId: number
}
/** The address of each person on that day: of several the newest. Protected ones come with their street; hiding it is the caller's duty. */
export async function addressesOf(tx: Tx, caseId: number, today: string): Promise<Address[]> {
  const rows = await tx
    .selectFrom('address')
    .select(['id', 'subjects', 'street', 'postcode', 'city', 'protected', 'valid_from', 'shelf_id'])
    .where('case_id', '=', caseId)
    .where('replaced_by', 'is', null)
    .where(onDay('address', today))
    .orderBy('valid_from', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const seen = new Set<number>()
  return rows
    .map((r) => {
      const personIds = r.subjects.filter((p) => !seen.has(p))
      for (const p of personIds) seen.add(p)
      return {
        id: r.id,
        personIds,
        street: r.street,
        postcode: r.postcode,
        city: r.city,
        protected: r.protected,
        validFrom: r.valid_from,
        shelfId: r.shelf_id,
      }
    })
    .filter((a) => a.personIds.length > 0)
}

export type ContactDetail = {
  id: number
  personId: number
  phone: string
  email: string
  channel: Channel
  revision: number
  shelfId: number
}
/** How each person wants to be reached: of several the newest. */
export async function contactsOf(tx: Tx, caseId: number): Promise<ContactDetail[]> {
  const rows = await tx
    .selectFrom('contact_detail')
    .select(['id', 'subjects', 'phone', 'email', 'preferred_channel', 'revision', 'shelf_id'])
    .where('case_id', '=', caseId)
    .where('replaced_by', 'is', null)
    .orderBy('id', 'desc')
    .execute()
  const seen = new Set<number>()
  return rows.flatMap((r) => {
    const personId = r.subjects[0]
    if (personId === undefined || seen.has(personId)) return []
    seen.add(personId)
    return [
      {
        id: r.id,
        personId,
        phone: r.phone,
        email: r.email,
        channel: r.preferred_channel as Channel,
        revision: r.revision,
        shelfId: r.shelf_id,
      },
    ]
  })
}

export type Coordinator = { caseId: number; staffId: number; name: string; role: string }
/** Primary coordinator first. */
export function coordinatorsOf(tx: Tx, caseIds: number[], today: string): Promise<Coordinator[]> {
  if (caseIds.length === 0) return Promise.resolve([])
  return tx
    .selectFrom('assignment')
    .innerJoin('staff', (j) =>
      j.onRef('staff.municipality_id', '=', 'assignment.municipality_id').onRef('staff.id', '=', 'assignment.staff_id'),
    )
    .select(['assignment.case_id as caseId', 'staff.id as staffId', 'staff.name as name', 'assignment.role as role'])
    .where('assignment.case_id', 'in', caseIds)
    .where('assignment.role', 'in', ['coordinator', 'primary-coordinator', 'secondary-coordinator'])
    .where(onDay('assignment', today))
    .orderBy('assignment.role')
    .execute()
}

export type OpenTask = { id: number; caseId: number | null; code: string; due: string | null; data: Record<string, unknown> }
/** What waits for the actor: tasks for them or for a role they hold, soonest first. `caseId` narrows to one family. */
export async function openTasks(tx: Tx, caseId?: number): Promise<OpenTask[]> {
  let q = tx.selectFrom('task').select(['id', 'case_id', 'code', 'due', 'data']).where('done_at', 'is', null)
  if (caseId !== undefined) q = q.where('case_id', '=', caseId)
  const rows = await q.orderBy(sql`due nulls last, id`).execute()
  return rows.map((r) => ({ id: r.id, caseId: r.case_id, code: r.code, due: r.due, data: (r.data ?? {}) as Record<string, unknown> }))
}

/** Gives a task to a role (project-manager, intake-team, administrator; with a case also coordinator) or to one member of staff. One open task of a kind is enough. `data`: ids and codes only. */
export async function giveTask(
  tx: Tx,
  task: {
    caseId?: number | null
    role?: string
    staffId?: number
    code: string
    due?: string | null
    data?: Record<string, number | string>
  },
): Promise<void> {
  await sql`select access.give_task(${task.caseId ?? null}::bigint, ${task.role ?? null}, ${task.staffId ?? null}::bigint, ${task.code}, ${task.due ?? null}::date, ${JSON.stringify(task.data ?? {})}::jsonb)`.execute(
    tx,
  )
}

/** Marks the tasks of a kind that the actor sees as done, when the work they ask for was done elsewhere on the page. */
export async function endTasks(tx: Tx, ctx: Pick<Context, 'now' | 'actor'>, code: string): Promise<void> {
  await tx.updateTable('task').set({ done_at: ctx.now, done_by: ctx.actor.id }).where('code', '=', code).where('done_at', 'is', null).execute()
}

export type CaseCounts = {
  projectId: number
  code: string
  name: string
  capacity: number | null
  cases: number
  waiting: number
  persons: number
}
/** Of the projects in which the actor is project manager, intake team or steering group: cases taken in against places, waiting, persons once. */
export async function caseCounts(tx: Tx): Promise<CaseCounts[]> {
  const { rows } =
    await sql<CaseCounts>`select project_id as "projectId", code, name, capacity, cases, waiting, persons from access.case_counts()`.execute(
      tx,
    )
  return rows
}

/** Who stands in the case on that day, as the database knows them. `homes`: the households they live in, as far as the reader sees them. */
export type PersonThere = { id: number; firstName: string; born: string | null; died: string | null; unborn: boolean; age: number | null; child: boolean; family: boolean; homes: number[] }

/** Family and the other parent of a case on `today`, the oldest first; the unborn last, network persons not. Age on the day they died, for the dead. */
export async function peopleThere(tx: Tx, caseId: number, today: string): Promise<PersonThere[]> {
  const rows = await tx
    .selectFrom('case_person')
    .innerJoin('person', 'person.id', 'case_person.person_id')
    .leftJoin('household_member', (j) =>
      j
        .onRef('household_member.person_id', '=', 'person.id')
        .onRef('household_member.case_id', '=', 'case_person.case_id')
        .on('household_member.valid_from', '<=', today)
        .on((e) => e.or([e('household_member.valid_until', 'is', null), e('household_member.valid_until', '>=', today)])),
    )
    .select(['person.id', 'person.first_name', 'person.born', 'person.died', 'person.kind', 'case_person.role', 'household_member.household_id as home'])
    .where('case_person.case_id', '=', caseId)
    .where('case_person.role', 'in', ['family', 'other-parent'])
    .where('case_person.valid_from', '<=', today)
    .where((e) => e.or([e('case_person.valid_until', 'is', null), e('case_person.valid_until', '>=', today)]))
    .orderBy('person.born')
    .orderBy('person.id')
    .execute()
  return [...new Map(rows.map((r) => [r.id, r])).values()].map((r) => {
    const age = r.born === null ? null : ageOn(r.born, r.died ?? today)
    const homes = rows.flatMap((other) => (other.id === r.id && other.home !== null ? [other.home] : []))
    const unborn = r.kind === 'unborn'
    return { id: r.id, firstName: r.first_name, born: r.born, died: r.died, unborn, age, child: unborn || (age !== null && age < 18), family: r.role === 'family', homes }
  })
}
