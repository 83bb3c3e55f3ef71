import type { Tx } from '#app/platform/db.server.ts'
import { type Decision, outcomes } from './approval.ts'

/** What was said of the plan's measures, as far as the reader may see it, the oldest first. Ids of taken-over activities point on. */
export async function decisionsOf(tx: Tx, caseId: number): Promise<Decision[]> {
  const rows = await tx
    .selectFrom('measure_decision')
    .leftJoin('activity', 'activity.id', 'measure_decision.activity_id')
    .selectAll('measure_decision')
    .select('activity.replaced_by as activity_now')
    .where('measure_decision.case_id', '=', caseId)
    .where('measure_decision.replaced_by', 'is', null)
    .orderBy('measure_decision.id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    activityId: r.activity_now ?? r.activity_id,
    sector: r.sector,
    shelfId: r.shelf_id,
    subjects: r.subjects,
    outcome: outcomes.find((o) => o === r.outcome) ?? 'refused',
    decidedOn: r.decided_on,
    decidedBy: r.decided_by,
    reason: r.reason,
    instead: r.instead,
    stated:
      r.stated_by_name !== null && r.stated_by_sector !== null && r.stated_on !== null && r.stated_channel !== null
        ? { name: r.stated_by_name, sector: r.stated_by_sector, on: r.stated_on, channel: r.stated_channel }
        : null,
  }))
}
