-- The project manager's page (VIS-17 … VIS-20, KNOW-02, KOO-12): the dated facts of every family of a project in one statement. Only for who manages the
-- project today, and never a family that does not exist for her (wall 0). Nothing here is a record: days, names of staff, numbers, and who the law asks a plan for
-- (people: [{id, born, parent}], sectors at work today).
create function access.project_facts(p_project bigint) returns table (case_id bigint, number text, name text, referred_on date, screened_on date, decision text, decided_on date,
  intake_on date, coordinator_id bigint, coordinator text, coordinator_since date, coordinators_ever int, plan_on date, first_agreed_on date, agreed_on date, versions int, next_on date,
  closed_on date, closed_reason text, reopened_on date, professionals int, activities int, people jsonb, sectors text[])
-- Every part is one row per family: hashed joins, never loops (the planner takes each part for a single row).
language plpgsql stable security definer set search_path = public, pg_temp set enable_nestloop = off set jit = off as $$
#variable_conflict use_column
declare
  m int := access.municipality(); who jsonb := access.keys('who'); me bigint := (who ->> 'me')::bigint; at timestamptz := (who ->> 'at')::timestamptz; d date := (who ->> 'day')::date;
begin
  if who ->> 'kind' is distinct from 'staff' then return; end if;
  return query
  with mine as materialized (
    select c.id, c.number, c.name, c.created_at from access.ways(m, me, at) w join family_case c on c.municipality_id = m and c.id = w.case_id
    where w.how = 'project' and c.project_id = p_project),
  last_referral as (select distinct on (f.case_id) f.case_id, f.referred_at, f.decision, f.decided_at, f.intake_on from referral f join mine on mine.id = f.case_id
    where f.municipality_id = m order by f.case_id, f.id desc),
  screened as (select s.case_id, min(s.screened_on) as day from screening s join mine on mine.id = s.case_id where s.municipality_id = m group by s.case_id),
  primaries as (select distinct on (a.case_id) a.case_id, a.staff_id, a.valid_from from assignment a join mine on mine.id = a.case_id
    where a.municipality_id = m and a.role = 'coordinator' and access.within(d, a.valid_from, a.valid_until) order by a.case_id, a.valid_from desc, a.id desc),
  turnover as (select a.case_id, min(a.valid_from) as first_on, count(distinct a.staff_id) filter (where a.role = 'coordinator')::int as ever,
      count(distinct a.staff_id) filter (where access.within(d, a.valid_from, a.valid_until))::int as today,
      array_agg(distinct a.sector) filter (where access.within(d, a.valid_from, a.valid_until)) as sectors
    from assignment a join mine on mine.id = a.case_id where a.municipality_id = m and a.valid_from <= d group by a.case_id),
  first_primary as (select a.case_id, min(a.valid_from) as day from assignment a join mine on mine.id = a.case_id where a.municipality_id = m and a.role = 'coordinator' group by a.case_id),
  holders as (select distinct c.holder_id from custody c where c.municipality_id = m and access.within(d, c.valid_from, c.valid_until)),
  members as (select x.case_id, jsonb_agg(distinct jsonb_build_object('id', q.id, 'born', q.born, 'parent', h.holder_id is not null)) as list
    from case_person x join mine on mine.id = x.case_id join person q on q.municipality_id = m and q.id = x.person_id left join holders h on h.holder_id = q.id
    where x.municipality_id = m and x.role = 'family' and q.kind = 'person' and access.within(d, x.valid_from, x.valid_until) group by x.case_id),
  versions as (select v.case_id, min(v.agreed_on) as first_on, max(v.agreed_on) as last_on, count(*)::int as n from plan_version v join mine on mine.id = v.case_id
    where v.municipality_id = m group by v.case_id),
  terms as (select t.case_id, min(t.next_on) as day from plan_terms t join mine on mine.id = t.case_id where t.municipality_id = m and t.replaced_by is null and t.next_on is not null group by t.case_id),
  running as (select a.case_id, count(*)::int as n from activity a join mine on mine.id = a.case_id where a.municipality_id = m and a.sector = 'coordination' and a.replaced_by is null
      and a.dropped_on is null and a.start_on <= d and coalesce(a.end_on, 'infinity') >= d group by a.case_id),
  closures as (select distinct on (k.case_id) k.case_id, access.day(k.closed_at) as closed_on, k.reason, access.day(k.reopened_at) as reopened_on from closure k join mine on mine.id = k.case_id
    where k.municipality_id = m order by k.case_id, k.id desc)
  select mine.id, mine.number, mine.name, coalesce(access.day(r.referred_at), access.day(mine.created_at)), s.day, coalesce(r.decision, case when r.case_id is null then 'accepted' end),
    access.day(r.decided_at), coalesce(r.intake_on, case when r.decision = 'accepted' then access.day(r.decided_at) end, case when r.case_id is null then access.day(mine.created_at) end), p.staff_id, st.name, fp.day, coalesce(t.ever, 0), access.day(f.created_at),
    v.first_on, v.last_on, coalesce(v.n, 0), coalesce(x.day, f.next_follow_up_on), k.closed_on, k.reason, k.reopened_on, coalesce(t.today, 0), coalesce(n.n, 0), coalesce(e.list, '[]'), coalesce(t.sectors, '{}')
  from mine left join last_referral r on r.case_id = mine.id left join screened s on s.case_id = mine.id left join primaries p on p.case_id = mine.id
    left join staff st on st.municipality_id = m and st.id = p.staff_id left join first_primary fp on fp.case_id = mine.id left join turnover t on t.case_id = mine.id
    left join family_plan f on f.municipality_id = m and f.case_id = mine.id left join versions v on v.case_id = mine.id left join terms x on x.case_id = mine.id
    left join members e on e.case_id = mine.id left join running n on n.case_id = mine.id left join closures k on k.case_id = mine.id
  order by mine.name, mine.id;
end $$;

do $$ begin
  execute format('grant execute on function access.project_facts(bigint) to %I', current_setting('helhed.app_role'));
end $$;
