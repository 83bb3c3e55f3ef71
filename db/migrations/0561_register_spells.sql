-- As in 0560, and a spell that goes on again has no reason of ending; which of the pack's it was is told no longer either.
create or replace function access.take_register_spells(p_project bigint, p_ends jsonb, p_rows jsonb) returns table (case_id bigint, person_id bigint, shelf bigint) language plpgsql
security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  m int := access.municipality(); me bigint := case when access.who('kind') = 'staff' then access.me() end; at timestamptz := access.now(); kept text; said access.register_spell[];
  cases bigint[]; touched bigint[];
begin
  perform access.demand(access.takes_registers(p_project), 'may not take values from registers');
  cases := array(select c.case_id from access.register_cases(p_project) c);
  said := array(select row(x."case", x.person, x.kind, x.status, x."from", x.until, x.source, x.replaces)::access.register_spell
    from jsonb_to_recordset(p_rows) x("case" bigint, person bigint, kind text, status text, "from" date, until date, source text, replaces bigint));
  touched := array(select x.id from jsonb_to_recordset(p_ends) x(id bigint) union select r.replaces from unnest(said) r where r.replaces is not null);
  perform access.demand(not exists (select from unnest(said) r where r.kind not in ('benefit', 'work') or r.case_id <> all (cases))
    and (select count(*) from spell s where s.municipality_id = m and s.id = any (touched) and s.replaced_by is null and s.kind in ('benefit', 'work') and s.case_id = any (cases))
      = cardinality(touched), 'not a spell of the project');
  update spell s set ended_on = x.until, end_reason = case when x.until is null then '' else s.end_reason end, end_code = case when x.until is null then '' else s.end_code end
    from jsonb_to_recordset(p_ends) x(id bigint, until date) where s.municipality_id = m and s.id = x.id and s.ended_on is distinct from x.until;
  kept := access.as_register(array(select distinct row(m, 0, r.case_id, 'coordination', 'progression', 'family', false, '{}'::bigint[], array[r.person_id], me, null)::shelf from unnest(said) r));
  insert into spell (municipality_id, case_id, sector, category, visibility, household_shared, subjects, person_id, kind, status, started_on, ended_on, source, author_staff_id, created_at, replaces)
    select m, r.case_id, 'coordination', 'progression', 'family', false, array[r.person_id], r.person_id, r.kind, r.status, r.started_on, r.ended_on, r.source, me, at, r.replaces from unnest(said) r;
  perform access.as_before(kept);
  return query select s.case_id, s.person_id, s.shelf_id from spell s where s.municipality_id = m and s.id = any (touched) and s.replaced_by is null
    union select s.case_id, s.person_id, s.shelf_id from unnest(said) r join spell s on s.municipality_id = m and s.person_id = r.person_id and s.case_id = r.case_id and s.created_at = at
      and s.source = r.source;
end $$;
