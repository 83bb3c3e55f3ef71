-- The sums are planned for what is asked, a family's series or ten thousand: a plan for anything reads the whole municipality for one value, or compares every series with every other.
alter function access.restand(int, bigint[], bigint[], text[]) set plan_cache_mode = force_custom_plan;
create or replace function access.standing_of(m int, p_cases bigint[], p_persons bigint[], p_indicators text[]) returns setof progression_standing
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
