import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { Change } from './briefing.ts'

export type BriefingCase = {
  id: number
  number: string
  name: string
  coordinator: string | null
  agreedOn: string | null
  intakeOn: string | null
  followUpOn: string | null
  uncovered: boolean
  answersLate: number
  lastOn: string | null
}
/** Families with a place that the reader works with for the coordination or manages, in one statement. */
export async function briefingCases(tx: Tx, ctx: Context, projectId: number): Promise<BriefingCase[]> {
  const { rows } = await sql<BriefingCase>`
    with mine as materialized (
      select c.id, c.number, c.name from family_case c where c.project_id = ${projectId} and c.id = any (access.ids('ledger'))
        and (access.manages_project(c.project_id) or exists (select from assignment a where a.case_id = c.id and a.staff_id = ${ctx.actor.id} and a.sector = 'coordination'
          and access.within(${ctx.today}::date, a.valid_from, a.valid_until)))
        and not exists (select from closure k where k.case_id = c.id and k.reopened_at is null)
        and not exists (select from referral r where r.case_id = c.id and r.id = (select max(x.id) from referral x where x.case_id = c.id) and r.decision is distinct from 'accepted')),
    helper as (select distinct on (a.case_id) a.case_id, s.name from assignment a join mine on mine.id = a.case_id join staff s on s.id = a.staff_id
      where a.role = 'coordinator' and access.within(${ctx.today}::date, a.valid_from, a.valid_until) order by a.case_id, a.valid_from desc),
    plan as (select v.case_id, max(v.agreed_on) as agreed_on from plan_version v join mine on mine.id = v.case_id group by v.case_id),
    intake as (select distinct on (r.case_id) r.case_id, coalesce(r.intake_on, access.day(r.decided_at)) as day from referral r join mine on mine.id = r.case_id order by r.case_id, r.id desc),
    late as (select q.case_id, count(*)::int as n from inquiry q join mine on mine.id = q.case_id where q.replaced_by is null and q.cancelled_on is null and q.reply_by < ${ctx.today}::date
      and not exists (select from inquiry_answer a where a.municipality_id = q.municipality_id and a.inquiry_id = q.id) group by q.case_id),
    alone as (select distinct c.case_id from absence_cover c join mine on mine.id = c.case_id where c.how = 'nobody' and c.role = 'coordinator' and c.taken_back_at is null
      and access.within(${ctx.today}::date, c.valid_from, c.valid_until)),
    written as (select w.case_id, max(w.day) as day from (
      select g.case_id, access.day(max(g.created_at)) as day from goal g join mine on mine.id = g.case_id where g.sector = 'coordination' group by g.case_id
      union all select g.case_id, access.day(max(g.created_at)) from activity g join mine on mine.id = g.case_id where g.sector = 'coordination' group by g.case_id
      union all select g.case_id, access.day(max(g.created_at)) from agreement g join mine on mine.id = g.case_id group by g.case_id
      union all select g.case_id, max(access.day(g.created_at)) from meeting g join mine on mine.id = g.case_id group by g.case_id
      union all select plan.case_id, plan.agreed_on from plan) w group by w.case_id)
    select mine.id, mine.number, mine.name, helper.name as coordinator, plan.agreed_on as "agreedOn", intake.day as "intakeOn", f.next_follow_up_on as "followUpOn",
      alone.case_id is not null as uncovered, coalesce(late.n, 0) as "answersLate", written.day as "lastOn"
    from mine left join helper on helper.case_id = mine.id left join plan on plan.case_id = mine.id left join intake on intake.case_id = mine.id
      left join family_plan f on f.case_id = mine.id left join late on late.case_id = mine.id left join alone on alone.case_id = mine.id left join written on written.case_id = mine.id
    order by mine.name, mine.id`.execute(tx)
  return rows
}

/** Of these families those that everybody present may know. */
export async function knownToAll(tx: Tx, caseIds: readonly number[], staffIds: readonly number[]): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`select access.all_coordinate(${[...caseIds]}::bigint[], ${[...staffIds]}::bigint[]) as id`.execute(tx)
  return new Set(rows.map((row) => Number(row.id)))
}

/** What happened in these families from a day on, counted by kind: records of the coordination that are not private. */
export async function changesSince(tx: Tx, caseIds: readonly number[], since: string): Promise<Change[]> {
  if (caseIds.length === 0) return []
  const ids = [...caseIds]
  const fresh = (table: string, kind: string) => sql`select case_id as "caseId", ${kind}::text as kind, count(*)::int as n from ${sql.ref(table)}
    where case_id = any (${ids}::bigint[]) and sector = 'coordination' and visibility <> 'private' and replaced_by is null and replaces is null and access.day(created_at) >= ${since}::date group by case_id`
  const { rows } = await sql<Change>`
    ${fresh('goal', 'goal')} union all ${fresh('activity', 'activity')} union all ${fresh('hope', 'hope')} union all ${fresh('agreement', 'agreement')} union all ${fresh('meeting', 'called')}
    union all select case_id, 'kept', count(*)::int from agreement where case_id = any (${ids}::bigint[]) and visibility <> 'private' and kept_on >= ${since}::date group by case_id
    union all select case_id, 'dropped', count(*)::int from agreement where case_id = any (${ids}::bigint[]) and visibility <> 'private' and dropped_on >= ${since}::date group by case_id
    union all select case_id, 'held', count(*)::int from meeting where case_id = any (${ids}::bigint[]) and access.day(ended_at) >= ${since}::date group by case_id
    union all select case_id, 'cancelled', count(*)::int from meeting where case_id = any (${ids}::bigint[]) and access.day(cancelled_at) >= ${since}::date group by case_id
    union all select case_id, 'agreed-plan', count(*)::int from plan_version where case_id = any (${ids}::bigint[]) and agreed_on >= ${since}::date group by case_id
    union all select a.case_id, 'answer', count(*)::int from inquiry_answer a join inquiry q on q.municipality_id = a.municipality_id and q.id = a.inquiry_id
      where a.case_id = any (${ids}::bigint[]) and q.sector = 'coordination' and access.day(a.created_at) >= ${since}::date group by a.case_id
    union all select case_id, 'helper', count(distinct staff_id)::int from assignment where case_id = any (${ids}::bigint[]) and valid_from >= ${since}::date and valid_from <= (access.who('day'))::date group by case_id
    union all select case_id, 'helper-left', count(distinct staff_id)::int from assignment where case_id = any (${ids}::bigint[]) and valid_until >= ${since}::date and valid_until < (access.who('day'))::date group by case_id
    union all select r.case_id, 'joined', 1 from referral r where r.case_id = any (${ids}::bigint[]) and r.decision = 'accepted' and coalesce(r.intake_on, access.day(r.decided_at)) >= ${since}::date`.execute(tx)
  return rows
}
