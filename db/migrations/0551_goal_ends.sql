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
