-- A paper is made for somebody: what stands on it is what the asker reads AND the recipient may read at this instant, by the same rules as a page.
-- So a shield, a private note or a young person's health stays off the paper without anybody having to think of it. For staff who work with the
-- whole case, and for a member about themselves and those they speak for. `knows`: whom the recipient knows by name; `children`: in their custody.
create function access.paper_for(of_person bigint, of_case bigint) returns jsonb language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  who jsonb := access.keys('who'); m int := access.municipality(); at timestamptz := (who ->> 'at')::timestamptz; k access.kin;
begin
  if not coalesce(case who ->> 'kind'
      when 'staff' then of_case = any (access.ids('ledger'))
      when 'member' then of_case = any (access.ids('cases')) and of_person = any (access.ids('speak')) end, false)
    or not exists (select from case_person p where p.municipality_id = m and p.case_id = of_case and p.person_id = of_person and p.role in ('family', 'other-parent')
      and access.within((who ->> 'day')::date, p.valid_from, p.valid_until)) then
    raise exception 'not allowed' using errcode = '42501';
  end if;
  k := access.kin(m, of_person, at);
  return jsonb_build_object(
    'shelves', to_jsonb(array(select b.shelf_id from access.member_basis(m, k, at,
      array(select s from shelf s where s.municipality_id = m and s.case_id = of_case and s.id = any (access.ids('read')))) b order by 1)),
    'knows', to_jsonb(array(select p.person_id from case_person p where p.municipality_id = m and p.case_id = of_case and p.person_id = any (k.children || k.mates) order by 1)),
    'children', to_jsonb(k.children));
end $$;

do $$ begin
  execute format('grant execute on function access.paper_for(bigint, bigint) to %I', current_setting('helhed.app_role'));
end $$;
