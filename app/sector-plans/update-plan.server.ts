import type { Updateable } from 'kysely'
import { Conflict, Forbidden } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { Tables } from '#app/platform/tables.ts'
import { planIn } from './rights.server.ts'
import type { SectorPlan } from './sector-plan.ts'

/** Writes columns of a plan if it is still the one that was seen. @throws Conflict('stale'), Forbidden when the policies refuse */
export async function updatePlan(
  tx: Tx,
  plan: SectorPlan & { caseId?: number },
  set: Updateable<Tables['sector_plan']>,
): Promise<{ id: number; shelfId: number; subjects: number[] }> {
  const row = await tx
    .updateTable('sector_plan')
    .set(set)
    .where('id', '=', plan.id)
    .where('revision', '=', plan.revision)
    .returning(['id', 'shelf_id', 'subjects', 'case_id'])
    .executeTakeFirst()
  if (row) return { id: row.id, shelfId: row.shelf_id, subjects: row.subjects }
  const now = await tx.selectFrom('sector_plan').select(['case_id', 'revision']).where('id', '=', plan.id).executeTakeFirst()
  // Somebody was a moment faster, or it is not ours to change.
  if (now && now.revision !== plan.revision) throw new Conflict('stale', { theirs: await planIn(tx, now.case_id, plan.id) })
  throw new Forbidden('sector-plans')
}
