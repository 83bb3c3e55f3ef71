import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'

/** A member who stands in the family, while its case is open; nobody rates for another. */
export async function mayRate(tx: Tx, ctx: Context, caseId: number): Promise<boolean> {
  if (ctx.actor.kind !== 'member') return false
  const { rows } = await sql<{ yes: boolean }>`select coalesce(${caseId} = any (access.ids('speak_cases')) and ${ctx.actor.id} = any (access.ids('speak')), false)
    and exists (select from case_person p where p.case_id = ${caseId} and p.person_id = ${ctx.actor.id} and p.role = 'family' and access.within(${ctx.today}::date, p.valid_from, p.valid_until)) as yes`.execute(tx)
  return rows[0]?.yes === true
}
