-- National figures never scan registrations (design 5): each change of a monthly value keeps its series' standing and the project's sums up to date in the same transaction.
-- A series is one person's values of one indicator in one case. Counted: real values that stand (never carried), of months from the intake to the month in which the family or the
-- person left. Baseline: the first of them. Months are counted from the intake's month. All numbers are numeric, so that sums added up one by one equal a recount to the last digit.
create table progression_standing (
  municipality_id int not null, case_id bigint not null, person_id bigint not null, indicator text not null, project_id bigint not null,
  intake_month date not null, baseline_month int not null, baseline numeric not null, months int[] not null, amounts numeric[] not null,
  primary key (municipality_id, case_id, person_id, indicator), foreign key (municipality_id, case_id) references family_case,
  foreign key (municipality_id, person_id) references person, check (cardinality(months) = cardinality(amounts))
);
create index on progression_standing (municipality_id, person_id);

-- Sums of one project, indicator and month since intake, over the series that have a value of that month. n and what follows: those whose baseline is of the intake's month or the
-- next (measurement.md 6: within four weeks); late: the others. up, down: at least one unit (a step, an hour, a percentage point) above or below the baseline; which of the two is
-- better is said by the pack, and so by the reader. above_zero: of choices those with a yes, in part or whole. Never read by a family's people or a case worker.
create table progression_rollup (
  municipality_id int not null, project_id bigint not null, indicator text not null, month int not null check (month >= 0),
  n int not null, up int not null, down int not null, above_zero int not null, amount_sum numeric not null, change_sum numeric not null, change_squares numeric not null, late int not null,
  primary key (municipality_id, project_id, indicator, month), foreign key (municipality_id, project_id) references project
);
create index on progression_rollup (month, indicator);
-- How many series began in each month, with a baseline in time: of how many the later months can tell.
create table progression_begun (
  municipality_id int not null, project_id bigint not null, indicator text not null, intake_month date not null, n int not null,
  primary key (municipality_id, project_id, indicator, intake_month), foreign key (municipality_id, project_id) references project
);
create index on progression_begun (indicator, intake_month);
select access.wall(t::regclass) from unnest('{progression_standing,progression_rollup,progression_begun}'::text[]) t;
select access.grant_app(t::regclass, 'select') from unnest('{progression_rollup,progression_begun}'::text[]) t;
-- The national office reads sums of every municipality and nothing else; a project manager those of projects managed today. The disclosure rule of their audience comes with the query.
do $$ declare t text; begin
  foreach t in array '{progression_rollup,progression_begun}'::text[] loop
    execute format('create policy nation on %I for select using ((select access.who(''kind'')) = ''national'')', t);
    execute format($p$create policy own_project on %1$I for select using (municipality_id = access.municipality() and (select access.who('kind')) = 'staff'
      and project_id = any (array(select r.project_id from project_role r where r.municipality_id = access.municipality() and r.staff_id = (select access.who('me'))::bigint
        and r.role = 'project-manager' and access.within((select access.who('day'))::date, r.valid_from, r.valid_until))))$p$, t);
  end loop;
end $$;

-- A choice as a number: no and lost 0, in part and begun 1, yes and kept 2. Null ("not assessed", how it went since last): no measurement of a level.
create function access.choice_rank(choice text) returns numeric language sql immutable as
  $$ select case choice when 'no' then 0 when 'lost' then 0 when 'partly' then 1 when 'begun' then 1 when 'yes' then 2 when 'kept' then 2 end::numeric $$;
create function access.months_after(first_month date, later date) returns int language sql immutable as
  $$ select ((extract(year from later) - extract(year from first_month)) * 12 + extract(month from later) - extract(month from first_month))::int $$;

-- The series of these cases as the registrations say today; null: all cases, persons or indicators of the municipality.
-- Planned for what is asked, a family's series or ten thousand: a plan for anything reads the whole municipality for one value, or compares every series with every other.
create function access.standing_of(m int, p_cases bigint[], p_persons bigint[], p_indicators text[]) returns setof progression_standing
language plpgsql stable set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin return query
  with family as materialized (
    select c.id, c.project_id, date_trunc('month', coalesce(r.intake_on, access.day(r.decided_at)))::date as first_month, k.last_on
    from family_case c
    cross join lateral (select f.intake_on, f.decided_at from referral f where f.municipality_id = m and f.case_id = c.id and f.decision = 'accepted' order by f.id desc limit 1) r
    cross join lateral (select max(coalesce(x.left_on, access.day(x.closed_at))) as last_on from closure x where x.municipality_id = m and x.case_id = c.id and x.reopened_at is null) k
    where c.municipality_id = m and (p_cases is null or c.id = any (p_cases))),
  member as materialized (
    select f.id as case_id, f.project_id, f.first_month, s.person_id, least(f.last_on, q.died, s.last_on) as last_on
    from family f
    join (select p.case_id, p.person_id, nullif(max(coalesce(p.valid_until, 'infinity')), 'infinity') as last_on from case_person p
      where p.municipality_id = m and (p_cases is null or p.case_id = any (p_cases)) and (p_persons is null or p.person_id = any (p_persons)) group by 1, 2) s on s.case_id = f.id
    join person q on q.municipality_id = m and q.id = s.person_id
    where f.first_month is not null),
  point as (   -- in the middle of a correction two may stand: the newer one
    select distinct on (v.case_id, v.person_id, v.indicator, v.month) x.*, v.indicator, access.months_after(x.first_month, v.month) as since,
      coalesce(v.number::numeric, access.choice_rank(v.choice)) as amount
    from member x join progression_value v on v.municipality_id = m and v.person_id = x.person_id and v.case_id = x.case_id
    where v.replaced_by is null and v.how <> 'carried' and v.month >= x.first_month and (x.last_on is null or v.month <= x.last_on)
      and (p_indicators is null or v.indicator = any (p_indicators)) and (v.number is not null or access.choice_rank(v.choice) is not null)
    order by v.case_id, v.person_id, v.indicator, v.month, v.id desc)
  select m, p.case_id, p.person_id, p.indicator, p.project_id, p.first_month, min(p.since), (array_agg(p.amount order by p.since))[1],
    array_agg(p.since order by p.since), array_agg(p.amount order by p.since)
  from point p group by p.case_id, p.person_id, p.indicator, p.project_id, p.first_month;
end $$;

-- What series add to the sums; sign -1 takes them out again.
create function access.sums_of(p_series progression_standing[], sign int) returns setof progression_rollup language sql immutable as $$
  select s.municipality_id, s.project_id, s.indicator, k.month, sign * count(*) filter (where on_time)::int, sign * count(*) filter (where on_time and change >= 1)::int,
    sign * count(*) filter (where on_time and change <= -1)::int, sign * count(*) filter (where on_time and k.amount > 0)::int,
    sign * coalesce(sum(k.amount) filter (where on_time), 0), sign * coalesce(sum(change) filter (where on_time), 0), sign * coalesce(sum(change * change) filter (where on_time), 0),
    sign * count(*) filter (where not on_time)::int
  from unnest(p_series) s cross join unnest(s.months, s.amounts) k(month, amount) cross join lateral (select s.baseline_month <= 1 as on_time, k.amount - s.baseline as change) d
  group by 1, 2, 3, 4 $$;
create function access.begun_of(p_series progression_standing[], sign int) returns setof progression_begun language sql immutable as $$
  select s.municipality_id, s.project_id, s.indicator, s.intake_month, sign * count(*)::int from unnest(p_series) s where s.baseline_month <= 1 group by 1, 2, 3, 4 $$;

-- Brings standings and sums of these cases up to date. Whoever changes the same project comes after: the lock holds until the transaction ends.
create function access.restand(m int, p_cases bigint[], p_persons bigint[] default null, p_indicators text[] default null) returns void language plpgsql set plan_cache_mode = force_custom_plan as $$
declare p bigint; before progression_standing[]; after progression_standing[]; sums progression_rollup[]; began progression_begun[];
begin
  for p in select c.project_id from family_case c where c.municipality_id = m and c.id = any (p_cases)
      union select s.project_id from progression_standing s where s.municipality_id = m and s.case_id = any (p_cases) order by 1 loop
    perform pg_advisory_xact_lock(hashtextextended('progression:' || m, p));
  end loop;
  before := array(select s from progression_standing s where s.municipality_id = m and s.case_id = any (p_cases) and (p_persons is null or s.person_id = any (p_persons))
    and (p_indicators is null or s.indicator = any (p_indicators)));
  after := array(select s from access.standing_of(m, p_cases, p_persons, p_indicators) s);
  if before = after then return; end if;
  delete from progression_standing s using unnest(before) b where s.municipality_id = m and s.case_id = b.case_id and s.person_id = b.person_id and s.indicator = b.indicator
    and not exists (select from unnest(after) a where a.case_id = b.case_id and a.person_id = b.person_id and a.indicator = b.indicator);
  insert into progression_standing select a.* from unnest(after) a where not exists (select from unnest(before) b where b = a)
    on conflict (municipality_id, case_id, person_id, indicator) do update set project_id = excluded.project_id, intake_month = excluded.intake_month,
      baseline_month = excluded.baseline_month, baseline = excluded.baseline, months = excluded.months, amounts = excluded.amounts;
  sums := array(select row(x.municipality_id, x.project_id, x.indicator, x.month, sum(x.n), sum(x.up), sum(x.down), sum(x.above_zero), sum(x.amount_sum), sum(x.change_sum),
      sum(x.change_squares), sum(x.late))::progression_rollup
    from (select * from access.sums_of(before, -1) union all select * from access.sums_of(after, 1)) x group by x.municipality_id, x.project_id, x.indicator, x.month
    having (sum(x.n), sum(x.up), sum(x.down), sum(x.above_zero), sum(x.amount_sum), sum(x.change_sum), sum(x.change_squares), sum(x.late)) <> (0, 0, 0, 0, 0, 0, 0, 0));
  update progression_rollup r set n = r.n + x.n, up = r.up + x.up, down = r.down + x.down, above_zero = r.above_zero + x.above_zero, amount_sum = r.amount_sum + x.amount_sum,
      change_sum = r.change_sum + x.change_sum, change_squares = r.change_squares + x.change_squares, late = r.late + x.late
    from unnest(sums) x where r.municipality_id = m and r.project_id = x.project_id and r.indicator = x.indicator and r.month = x.month;
  insert into progression_rollup select x.* from unnest(sums) x on conflict do nothing;
  delete from progression_rollup r using unnest(sums) x where r.municipality_id = m and r.project_id = x.project_id and r.indicator = x.indicator and r.month = x.month and r.n = 0 and r.late = 0;
  began := array(select row(x.municipality_id, x.project_id, x.indicator, x.intake_month, sum(x.n))::progression_begun
    from (select * from access.begun_of(before, -1) union all select * from access.begun_of(after, 1)) x group by x.municipality_id, x.project_id, x.indicator, x.intake_month having sum(x.n) <> 0);
  update progression_begun r set n = r.n + x.n from unnest(began) x where r.municipality_id = m and r.project_id = x.project_id and r.indicator = x.indicator and r.intake_month = x.intake_month;
  insert into progression_begun select x.* from unnest(began) x on conflict do nothing;
  delete from progression_begun r using unnest(began) x where r.municipality_id = m and r.project_id = x.project_id and r.indicator = x.indicator and r.intake_month = x.intake_month and r.n = 0;
end $$;

-- ---- what moves a series: its values, the intake, who left and when ----
create function access.restand_values() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare x record;
begin
  if tg_op = 'UPDATE' then
    for x in select n.municipality_id as m, array_agg(distinct n.case_id) as cases, array_agg(distinct n.person_id) as persons, array_agg(distinct n.indicator) as indicators
        from new_rows n join old_rows o on o.municipality_id = n.municipality_id and o.id = n.id
        where (o.replaced_by, o.month, o.number, o.choice, o.how, o.indicator) is distinct from (n.replaced_by, n.month, n.number, n.choice, n.how, n.indicator) group by 1 order by 1 loop
      perform access.restand(x.m, x.cases, x.persons, x.indicators);
    end loop;
  else
    -- a carried value counts for nothing: it moves nothing
    for x in select n.municipality_id as m, array_agg(distinct n.case_id) as cases, array_agg(distinct n.person_id) as persons, array_agg(distinct n.indicator) as indicators
        from new_rows n where n.how <> 'carried' group by 1 order by 1 loop
      perform access.restand(x.m, x.cases, x.persons, x.indicators);
    end loop;
  end if;
  return null;
end $$;
create trigger rollup_made after insert on progression_value referencing new table as new_rows for each statement execute function access.restand_values();
create trigger rollup_changed after update on progression_value referencing old table as old_rows new table as new_rows for each statement execute function access.restand_values();
create trigger rollup_gone after delete on progression_value referencing old table as new_rows for each statement execute function access.restand_values();

-- The cases that a statement may have moved, of which there is something registered.
create function access.restand_cases(p_moved jsonb) returns void language plpgsql as $$
declare x record;
begin
  for x in select (c ->> 'm')::int as m, array_agg(distinct (c ->> 'case')::bigint) as cases from jsonb_array_elements(p_moved) c
      where exists (select from progression_value v where v.municipality_id = (c ->> 'm')::int and v.case_id = (c ->> 'case')::bigint) group by 1 order by 1 loop
    perform access.restand(x.m, x.cases);
  end loop;
end $$;
create function access.restand_facts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare moved jsonb;
begin
  if tg_op = 'UPDATE' and tg_table_name = 'family_case' then
    select jsonb_agg(jsonb_build_object('m', n.municipality_id, 'case', n.id)) into moved from new_rows n join old_rows o using (municipality_id, id) where o.project_id <> n.project_id;
  elsif tg_op = 'UPDATE' and tg_table_name = 'person' then
    select jsonb_agg(jsonb_build_object('m', p.municipality_id, 'case', p.case_id)) into moved from new_rows n join old_rows o using (municipality_id, id)
      join case_person p on p.municipality_id = n.municipality_id and p.person_id = n.id where o.died is distinct from n.died;
  else
    select jsonb_agg(jsonb_build_object('m', n.municipality_id, 'case', n.case_id)) into moved from new_rows n;
  end if;
  if moved is not null then perform access.restand_cases(moved); end if;
  return null;
end $$;
do $$ declare t text; begin
  foreach t in array '{referral,closure,case_person}'::text[] loop
    execute format('create trigger rollup_made after insert on %I referencing new table as new_rows for each statement execute function access.restand_facts()', t);
    execute format('create trigger rollup_changed after update on %I referencing new table as new_rows for each statement execute function access.restand_facts()', t);
    execute format('create trigger rollup_gone after delete on %I referencing old table as new_rows for each statement execute function access.restand_facts()', t);
  end loop;
  foreach t in array '{family_case,person}'::text[] loop
    execute format('create trigger rollup_changed after update on %I referencing old table as old_rows new table as new_rows for each statement execute function access.restand_facts()', t);
  end loop;
end $$;

-- Owner's work: everything of one municipality (or of all) anew, after a load past the triggers or when in doubt.
create function access.recount_progression(p_only int default null) returns void language plpgsql as $$
declare m int;
begin
  for m in select c.municipality_id from municipality c where p_only is null or c.municipality_id = p_only order by 1 loop
    perform pg_advisory_xact_lock(hashtextextended('progression:' || m, p.id)) from (select id from project where municipality_id = m order by id) p;
    delete from progression_rollup r where r.municipality_id = m;
    delete from progression_begun r where r.municipality_id = m;
    delete from progression_standing r where r.municipality_id = m;
    insert into progression_standing select * from access.standing_of(m, null, null, null);
    insert into progression_rollup select s.* from access.sums_of(array(select x from progression_standing x where x.municipality_id = m), 1) s;
    insert into progression_begun select s.* from access.begun_of(array(select x from progression_standing x where x.municipality_id = m), 1) s;
  end loop;
end $$;
select access.recount_progression();

-- Families that take part today, of every project: what the scale of the programme is held against (VIS-18). Only for the national office; numbers, never a family.
create function access.nation_scale() returns table (municipality_id int, municipality text, project text, families int) language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare d date := (access.who('day'))::date;
begin
  if access.who('kind') is distinct from 'national' then return; end if;
  return query
  select p.municipality_id, m.name, p.name, (select count(*)::int from family_case c where c.municipality_id = p.municipality_id and c.project_id = p.id
      and (select f.decision = 'accepted' and coalesce(f.intake_on, access.day(f.decided_at)) <= d from referral f where f.municipality_id = c.municipality_id and f.case_id = c.id
        and f.decision is not null order by f.id desc limit 1)
      and not exists (select from closure k where k.municipality_id = c.municipality_id and k.case_id = c.id and k.reopened_at is null))
  from project p join municipality m on m.municipality_id = p.municipality_id
  where p.municipality_id <> 0 and access.within(d, p.valid_from, p.valid_until) order by m.name, p.name;
end $$;
do $$ begin execute format('grant execute on function access.nation_scale() to %I', current_setting('helhed.app_role')); end $$;
