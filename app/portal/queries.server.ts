import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'

/** One of a member's cases: the family they live in, or (living elsewhere) by the names of their children alone. */
export type MyCase = { caseId: number; name: string | null; children: string[] }
/** The cases a member of a family reaches, the oldest first. */
export async function myCases(tx: Tx, ctx: Context): Promise<MyCase[]> {
  const { rows } = await sql<MyCase>`
    select c.id as "caseId", case when bool_or(mine.role = 'family') then c.name end as name,
      array(select p.first_name from case_person o join person p on p.municipality_id = o.municipality_id and p.id = o.person_id
        where o.case_id = c.id and o.person_id = any (access.ids('speak')) and o.person_id <> ${ctx.actor.id} order by p.born) as children
    from family_case c join case_person mine on mine.municipality_id = c.municipality_id and mine.case_id = c.id
    where mine.person_id = ${ctx.actor.id} and access.within(${ctx.today}::date, mine.valid_from, mine.valid_until)
    group by c.municipality_id, c.id, c.name order by c.id`.execute(tx)
  return rows
}

/** Telephone numbers by member of staff: their own, else their department's; null when there is none. */
export async function phonesOf(tx: Tx, staffIds: readonly number[], today: string): Promise<Map<number, string | null>> {
  if (staffIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('staff')
    .leftJoin('post', (j) =>
      j
        .onRef('post.staff_id', '=', 'staff.id')
        .onRef('post.municipality_id', '=', 'staff.municipality_id')
        .on(sql<boolean>`access.within(${today}::date, post.valid_from, post.valid_until)`),
    )
    .leftJoin('department', (j) =>
      j.onRef('department.id', '=', 'post.department_id').onRef('department.municipality_id', '=', 'post.municipality_id'),
    )
    .select(['staff.id', sql<string | null>`coalesce(staff.phone, department.phone)`.as('phone')])
    .where('staff.id', 'in', staffIds)
    .execute()
  return new Map(rows.map((r) => [r.id, r.phone]))
}

/** Who lives with this member today, the member too. */
export async function householdOf(tx: Tx, ctx: Context, caseId: number): Promise<number[]> {
  const rows = await tx
    .selectFrom('household_member as other')
    .innerJoin('household_member as mine', (j) =>
      j.onRef('mine.household_id', '=', 'other.household_id').onRef('mine.municipality_id', '=', 'other.municipality_id'),
    )
    .select('other.person_id')
    .distinct()
    .where('mine.person_id', '=', ctx.actor.id)
    .where('other.case_id', '=', caseId)
    .where(sql<boolean>`access.within(${ctx.today}::date, mine.valid_from, mine.valid_until)`)
    .where(sql<boolean>`access.within(${ctx.today}::date, other.valid_from, other.valid_until)`)
    .execute()
  return rows.map((r) => r.person_id)
}
