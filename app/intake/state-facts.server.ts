import { sql } from 'kysely'
import type { Tx } from '#app/platform/db.server.ts'
import type { FamilyFact } from './family-state.ts'

/**
 * VIS-21: the dated facts of these families, as far as the actor reads them, for `standingOn`. One statement for any number of families.
 * Facts of intake, of the team, of the plan and its meetings, as far as the actor reads those.
 */
export async function stateFacts(tx: Tx, caseIds: number[]): Promise<Map<number, FamilyFact[]>> {
  const found = new Map<number, FamilyFact[]>(caseIds.map((id) => [id, []]))
  if (caseIds.length === 0) return found
  const { rows } = await sql<{ caseId: number; kind: FamilyFact['kind']; on: string; seq: number }>`
    with wanted as (select unnest(${caseIds}::bigint[]) as case_id)
    select f.case_id as "caseId", 'referred' as kind, access.day(f.referred_at)::text as on, f.id::int as seq
      from referral f join wanted w using (case_id)
    union all
    select f.case_id, f.decision, coalesce(f.intake_on, access.day(f.decided_at))::text, f.id::int
      from referral f join wanted w using (case_id) where f.decision is not null
    union all
    select d.case_id, d.decision, d.decided_on::text, d.id::int from intake_decision d join wanted w using (case_id) where d.replaced_by is null
    union all
    select c.id, 'accepted', access.day(c.created_at)::text, 0 from family_case c join wanted w on w.case_id = c.id
      where not exists (select from referral f where f.case_id = c.id)
    union all
    select s.case_id, 'screened', min(s.screened_on)::text, 0 from screening s join wanted w using (case_id) where s.replaced_by is null group by s.case_id
    union all
    select a.case_id, 'coordinator', min(a.valid_from)::text, 0 from assignment a join wanted w using (case_id)
      where a.role in ('coordinator', 'primary-coordinator') group by a.case_id
    union all
    select h.case_id, 'preparation', min(access.day(h.created_at))::text, 0
      from (select case_id, created_at from hope union all select case_id, created_at from goal union all select case_id, created_at from activity) h
      join wanted w using (case_id) group by h.case_id
    union all
    select m.case_id, 'meeting-planned', min(access.day(m.created_at))::text, 0 from meeting m join wanted w using (case_id)
      where m.cancelled_at is null and m.kind <> 'intake-meeting' group by m.case_id
    union all
    select v.case_id, 'agreed', min(v.agreed_on)::text, 0 from plan_version v join wanted w using (case_id) group by v.case_id
    union all
    select v.case_id, 'follow-up', v.agreed_on::text, v.id::int from plan_version v join wanted w using (case_id)
      where exists (select from plan_version e where e.case_id = v.case_id and e.id < v.id)
    union all
    select k.case_id, 'exited', access.day(k.closed_at)::text, 2 * k.id::int from closure k join wanted w using (case_id)
    union all
    select k.case_id, 'reopened', access.day(k.reopened_at)::text, 2 * k.id::int + 1 from closure k join wanted w using (case_id)
      where k.reopened_at is not null`.execute(tx)
  for (const { caseId, ...fact } of rows) found.get(caseId)?.push(fact)
  return found
}
