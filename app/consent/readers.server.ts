import { sql } from 'kysely'
import type { Tx } from '#app/platform/db.server.ts'

export type Readable = {
  caseId: number
  sector: string
  category: string
  visibility: 'family' | 'staff' | 'private'
  subjects: readonly number[]
  householdShared?: boolean | null
  shieldedFrom?: readonly number[]
}
export type Reader = { kind: 'staff' | 'member'; id: number; name: string; role: string; sector: string; bases: string[] }

/**
 * "Det her kan læses af …": who would read a record that the actor wrote like this, today, by the same rules as the read itself.
 * Staff by name with the role
 * they have in the family, members by first name; a member whom the actor does not know by name is left out. The actor is not among them.
 */
export async function readersOf(tx: Tx, r: Readable): Promise<Reader[]> {
  if (r.subjects.length === 0) return []
  const { rows } = await sql<Reader>`
    select q.kind, q.actor_id as id, coalesce(s.name, p.first_name) as name, coalesce(a.role, j.role, '') as role, coalesce(a.sector, 'coordination') as sector, q.bases
    from (select kind, actor_id, array_agg(distinct basis) as bases from access.readers(${r.caseId}, ${r.sector}, ${r.category}, ${r.visibility}, ${[...r.subjects]}::bigint[],
        ${r.householdShared ?? null}::boolean, ${[...(r.shieldedFrom ?? [])]}::bigint[]) group by kind, actor_id) q
      left join staff s on q.kind = 'staff' and s.id = q.actor_id
      left join person p on q.kind = 'member' and p.id = q.actor_id
      left join lateral (select x.role, x.sector from assignment x where q.kind = 'staff' and x.staff_id = q.actor_id and x.case_id = ${r.caseId}
        and access.within(access.who('day')::date, x.valid_from, x.valid_until) order by x.id limit 1) a on true
      left join lateral (select x.role from project_role x join family_case c on c.project_id = x.project_id and c.id = ${r.caseId} where q.kind = 'staff' and x.staff_id = q.actor_id
        and access.within(access.who('day')::date, x.valid_from, x.valid_until) order by x.id limit 1) j on true
    where coalesce(s.name, p.first_name) is not null and not (q.kind = access.who('kind') and q.actor_id = access.who('me')::bigint)
    order by q.kind desc, coalesce(a.sector, 'coordination') <> 'coordination', name`.execute(tx)
  return rows
}

/** The names as `<ReadableBy names>` shows them: "Line Krogh (lærer)". `roleName`: the word for a role, by pack or messages. */
export const readerNames = (readers: readonly Reader[], roleName: (role: string) => string): string[] =>
  readers.map((r) => (r.kind === 'member' || r.role === '' ? r.name : `${r.name} (${roleName(r.role)})`))
