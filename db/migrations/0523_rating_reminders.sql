-- Whom to remind of their own numbers: of a family that has begun and has not left, old enough to sign in, and with nothing said in these months. Jobs only; no numbers, no words.
create function access.ratings_to_remind(p_from_age int, p_since date) returns table (case_id bigint, person_id bigint) language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare m int := access.municipality(); at timestamptz := access.now(); day date := access.day(at);
begin
  perform access.demand_job();
  return query select distinct on (p.id) c.case_id, p.id from case_person c join person p on p.municipality_id = m and p.id = c.person_id
    where c.municipality_id = m and c.role = 'family' and c.case_id = any (access.ids('cases')) and access.within(day, c.valid_from, c.valid_until) and p.died is null and p.kind = 'person'
      and p.born <= day - make_interval(years => p_from_age) and not access.case_closed(m, c.case_id, at)
      and exists (select from referral r where r.municipality_id = m and r.case_id = c.case_id and r.decision = 'accepted')
      and not exists (select from rating x where x.municipality_id = m and x.person_id = p.id and x.replaced_by is null and not x.undone and x.month >= p_since)
    order by p.id, c.case_id;
end $$;
do $$ begin execute format('grant execute on function access.ratings_to_remind(int, date) to %I', current_setting('helhed.app_role')); end $$;
