-- The project's goals (GOAL-01 … GOAL-14): what they are counted from, and what was published of them.

-- Families of a project that are counted: for its manager those she reaches (wall 0 holds), for the monthly job all of them. Nobody else counts any.
create function access.goal_cases(p_project bigint) returns setof bigint language plpgsql stable security definer set search_path = public, pg_temp as $$
declare m int := access.municipality(); who jsonb := access.keys('who');
begin
  if who ->> 'kind' = 'job' then return query select c.id from family_case c where c.municipality_id = m and c.project_id = p_project;
  elsif who ->> 'kind' = 'staff' then return query select distinct c.id from access.ways(m, (who ->> 'me')::bigint, (who ->> 'at')::timestamptz) w
    join family_case c on c.municipality_id = m and c.id = w.case_id where w.how = 'project' and c.project_id = p_project;
  end if;
end $$;

-- Each family that has had a place: the anchor, whether it has left, who is around it today, its own goals [{id, shelfId}], its people [{id, born, died, until}]. The job gets no names.
create function access.goal_families(p_project bigint) returns table (case_id bigint, name text, intake_on date, left_on date, contacts int, others int, own_goals jsonb, people jsonb)
language plpgsql stable security definer set search_path = public, pg_temp set enable_nestloop = off set jit = off as $$
#variable_conflict use_column
declare m int := access.municipality(); d date := access.today(); named boolean := access.who('kind') = 'staff';
begin return query
  with mine as materialized (select c.id, c.name, c.created_at from access.goal_cases(p_project) g(id) join family_case c on c.municipality_id = m and c.id = g.id),
  placed as (select distinct on (f.case_id) f.case_id, coalesce(f.intake_on, access.day(f.decided_at)) as day from referral f join mine on mine.id = f.case_id
    where f.municipality_id = m and f.decision = 'accepted' order by f.case_id, f.id desc),
  referred as (select distinct f.case_id from referral f join mine on mine.id = f.case_id where f.municipality_id = m),
  closed as (select distinct on (k.case_id) k.case_id, access.day(k.closed_at) as day, k.reopened_at from closure k join mine on mine.id = k.case_id where k.municipality_id = m order by k.case_id, k.id desc),
  team as (select a.case_id, count(distinct a.staff_id) filter (where a.role = 'coordinator')::int as contacts, count(distinct a.staff_id)::int as everybody from assignment a join mine on mine.id = a.case_id
    where a.municipality_id = m and access.within(d, a.valid_from, a.valid_until) group by a.case_id),
  own as (select g.case_id, jsonb_agg(jsonb_build_object('id', g.id, 'shelfId', g.shelf_id) order by g.id) as list from goal g join mine on mine.id = g.case_id
    where g.municipality_id = m and g.sector = 'coordination' and g.visibility <> 'private' and g.kind = 'own' and g.level = 1 and g.replaced_by is null and g.dropped_on is null group by g.case_id),
  members as (select x.case_id, jsonb_agg(distinct jsonb_build_object('id', q.id, 'born', q.born, 'died', q.died, 'until', x.until)) as list
    from (select y.case_id, y.person_id, case when bool_or(y.valid_until is null) then null else max(y.valid_until) end as until from case_person y join mine on mine.id = y.case_id
      where y.municipality_id = m and y.role = 'family' group by y.case_id, y.person_id) x join person q on q.municipality_id = m and q.id = x.person_id where q.kind = 'person' group by x.case_id)
  select mine.id, case when named then mine.name end, coalesce(p.day, access.day(mine.created_at)), case when k.reopened_at is null then k.day end, coalesce(t.contacts, 0),
    coalesce(t.everybody, 0) - coalesce(t.contacts, 0), coalesce(o.list, '[]'), coalesce(e.list, '[]')
  from mine left join placed p on p.case_id = mine.id left join referred r on r.case_id = mine.id left join closed k on k.case_id = mine.id left join team t on t.case_id = mine.id
    left join own o on o.case_id = mine.id left join members e on e.case_id = mine.id
  where p.case_id is not null or r.case_id is null order by mine.id;
end $$;

-- Their spells of these kinds, as they stand; a record of another sector is not the project's to count.
create function access.goal_spells(p_project bigint, p_kinds text[]) returns table (id bigint, shelf_id bigint, case_id bigint, person_id bigint, kind text, status text, what text, from_on date, until_on date)
language sql stable security definer set search_path = public, pg_temp set jit = off as $$
  select s.id, s.shelf_id, s.case_id, s.person_id, s.kind, s.status, case when access.who('kind') = 'staff' then s.what else '' end, s.started_on, s.ended_on from access.goal_cases(p_project) g(id)
    join spell s on s.municipality_id = access.municipality() and s.case_id = g.id
  where s.kind = any (p_kinds) and s.sector = 'coordination' and s.visibility <> 'private' and s.replaced_by is null order by s.id $$;

-- Their measurements, one row for each member and code: [[record, shelf, day, number, choice], …] in the order of days. A carried value is no measurement. A month's value is of its last day.
create function access.goal_points(p_project bigint, p_indicators text[], p_ratings text[]) returns table (case_id bigint, person_id bigint, source text, code text, list jsonb)
language sql stable security definer set search_path = public, pg_temp set jit = off as $$
  with mine as materialized (select g.id from access.goal_cases(p_project) g(id))
  select v.case_id, v.person_id, 'indicator', v.indicator, jsonb_agg(jsonb_build_array(v.id, v.shelf_id, (v.month + interval '1 month - 1 day')::date, v.number, v.choice) order by v.month, v.id)
    from mine join progression_value v on v.municipality_id = access.municipality() and v.case_id = mine.id
    where v.indicator = any (p_indicators) and v.how <> 'carried' and v.visibility <> 'private' and v.replaced_by is null group by v.case_id, v.person_id, v.indicator
  union all
  select r.case_id, r.person_id, 'rating', r.question, jsonb_agg(jsonb_build_array(r.id, r.shelf_id, r.rated_on, r.value, null) order by r.rated_on, r.id)
    from mine join rating r on r.municipality_id = access.municipality() and r.case_id = mine.id
    where r.question = any (p_ratings) and not r.undone and r.replaced_by is null group by r.case_id, r.person_id, r.question $$;

-- What each member took part in (PROG-35): the plan's own activities that have begun.
create function access.goal_activities(p_project bigint) returns table (id bigint, shelf_id bigint, case_id bigint, people bigint[], kind text, what text, from_on date, until_on date)
language sql stable security definer set search_path = public, pg_temp set jit = off as $$
  select a.id, a.shelf_id, a.case_id, a.takes_part, a.measure_kind, a.what, a.start_on, a.end_on from access.goal_cases(p_project) g(id)
    join activity a on a.municipality_id = access.municipality() and a.case_id = g.id
  where a.sector = 'coordination' and a.visibility <> 'private' and a.replaced_by is null and a.start_on <= access.today() and (a.dropped_on is null or a.dropped_on > a.start_on) order by a.id $$;

-- A published month, frozen: what the disclosure rule of its audience let through of each goal. Read by the project's manager, steering group and economist.
create table goal_snapshot (
  municipality_id int not null references municipality, id bigint generated by default as identity, project_id bigint not null, month date not null check (extract(day from month) = 1),
  audience text not null check (audience <> ''), goal text not null check (goal <> ''), figures jsonb not null, published_at timestamptz not null default access.now(),
  primary key (municipality_id, id), unique (municipality_id, project_id, audience, month, goal), foreign key (municipality_id, project_id) references project
);
select access.wall('goal_snapshot'), access.grant_app('goal_snapshot', 'select');
create policy published_read on goal_snapshot for select using (municipality_id = access.municipality() and access.in_project(project_id, '{steering-group,economist,project-manager}'));
-- What the next month is held against, so that the difference of two months tells nothing of one family: never read through the serving login's own statements.
create table goal_basis (
  municipality_id int not null, snapshot_id bigint not null, units jsonb not null, primary key (municipality_id, snapshot_id),
  foreign key (municipality_id, snapshot_id) references goal_snapshot
);
select access.wall('goal_basis');

-- The job's: what was published before, with its basis, and publishing. A month that is there stays as it is.
create function access.goal_history(p_project bigint, p_audience text) returns table (goal text, month date, figures jsonb, units jsonb) language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  perform access.demand_job();
  return query select s.goal, s.month, s.figures, b.units from goal_snapshot s join goal_basis b on b.municipality_id = s.municipality_id and b.snapshot_id = s.id
    where s.municipality_id = access.municipality() and s.project_id = p_project and s.audience = p_audience order by s.goal, s.month;
end $$;
create function access.publish_goals(p_project bigint, p_month date, p_audience text, p_rows jsonb) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare m int := access.municipality(); made int;
begin
  perform access.demand_job();
  with given as (select r ->> 'goal' as goal, r -> 'figures' as figures, r -> 'units' as units from jsonb_array_elements(p_rows) r),
  fresh as (insert into goal_snapshot (municipality_id, project_id, month, audience, goal, figures) select m, p_project, p_month, p_audience, g.goal, g.figures from given g
    on conflict (municipality_id, project_id, audience, month, goal) do nothing returning id, goal),
  kept as (insert into goal_basis (municipality_id, snapshot_id, units) select m, f.id, g.units from fresh f join given g on g.goal = f.goal returning 1)
  select count(*) into made from kept;
  return made;
end $$;

do $$ declare f text; begin
  execute 'revoke all on function access.goal_cases(bigint) from public';
  foreach f in array array['goal_families(bigint)', 'goal_spells(bigint, text[])', 'goal_points(bigint, text[], text[])', 'goal_activities(bigint)', 'goal_history(bigint, text)', 'publish_goals(bigint, date, text, jsonb)'] loop
    execute format('revoke all on function access.%s from public', f);
    execute format('grant execute on function access.%s to %I', f, current_setting('helhed.app_role'));
  end loop;
end $$;

-- For the national criteria of a large project: of each member and indicator only the first and the newest number and the newest choice, which is all that a change since intake
-- without an end is computed from. The same shape as goal_points.
create function access.goal_ends(p_project bigint, p_indicators text[]) returns table (case_id bigint, person_id bigint, source text, code text, list jsonb)
language sql stable security definer set search_path = public, pg_temp set jit = off set enable_nestloop = off as $$
  with mine as materialized (select g.id from access.goal_cases(p_project) g(id)),
  real as materialized (select v.id, v.shelf_id, v.case_id, v.person_id, v.indicator, v.month, v.number, v.choice from mine join progression_value v on v.municipality_id = access.municipality() and v.case_id = mine.id
    where v.indicator = any (p_indicators) and v.how <> 'carried' and v.visibility <> 'private' and v.replaced_by is null),
  ends as (select r.case_id, r.person_id, r.indicator, min(r.month) filter (where r.number is not null) as first, max(r.month) filter (where r.number is not null) as last,
    max(r.month) filter (where r.choice is not null) as chosen from real r group by r.case_id, r.person_id, r.indicator)
  select r.case_id, r.person_id, 'indicator', r.indicator, jsonb_agg(jsonb_build_array(r.id, r.shelf_id, (r.month + interval '1 month - 1 day')::date, r.number, r.choice) order by r.month, r.id)
    from real r join ends e on e.case_id = r.case_id and e.person_id = r.person_id and e.indicator = r.indicator
    where r.month = e.first and r.number is not null or r.month = e.last and r.number is not null or r.month = e.chosen and r.choice is not null
    group by r.case_id, r.person_id, r.indicator $$;
do $$ begin
  execute 'revoke all on function access.goal_ends(bigint, text[]) from public';
  execute format('grant execute on function access.goal_ends(bigint, text[]) to %I', current_setting('helhed.app_role'));
end $$;
