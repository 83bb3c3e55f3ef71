import { sql } from 'kysely'
import { consentsOfMember } from '#app/consent/queries.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { type MayRead, SHOWN, type Told } from './sight.ts'

/** Who would read what a meeting shows about each of these people, by the same rules as the read itself. One statement for all. */
export async function readersByPerson(tx: Tx, caseId: number, subjects: readonly number[]): Promise<MayRead[]> {
  const { rows } = await sql<MayRead>`
    select r.kind, r.actor_id as "actorId", c.category, s.id as "subjectId"
    from unnest(${[...SHOWN]}::text[]) c(category) cross join unnest(${[...subjects]}::bigint[]) s(id)
      cross join lateral access.readers(${caseId}, 'coordination', c.category, 'family', array[s.id]) r
    where r.basis <> 'project' group by r.kind, r.actor_id, c.category, s.id`.execute(tx)
  return rows
}

/** What sectors may be told about these people: for staff who work with the whole of the case, and for a member as far as their own consents go. */
export async function toldTo(tx: Tx, ctx: Context, caseId: number, subjects: readonly number[]): Promise<Told[]> {
  if (ctx.actor.kind === 'member') {
    const own = (await consentsOfMember(tx, ctx.today)).filter((c) => c.caseId === caseId && c.purpose === 'coordination' && c.fromSectors.includes('coordination'))
    return own.filter((c) => c.standing === 'valid').flatMap((c) => c.toSectors.flatMap((sector) => c.categories.map((category) => ({ sector, category, subjectId: c.subjectId }))))
  }
  const { rows } = await sql<{ subject_id: number; to_sectors: string[]; category: string }>`
    select subject_id, to_sectors, category from access.coordination_cover(${caseId}) where from_sector = 'coordination' and subject_id = any (${[...subjects]}::bigint[])`.execute(tx)
  return rows.flatMap((r) => r.to_sectors.map((sector) => ({ sector, category: r.category, subjectId: r.subject_id })))
}
