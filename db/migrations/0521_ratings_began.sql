-- The day a family was taken in, for all who reach the case: the family knows it, though it does not read the referral. Null while it is not.
create function access.began_on(p_case bigint) returns date language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not coalesce(p_case = any (access.ids('cases')), false) then return null; end if;
  return (select coalesce(r.intake_on, access.day(r.decided_at)) from referral r where r.municipality_id = access.municipality() and r.case_id = p_case and r.decision = 'accepted' order by r.id desc limit 1);
end $$;
do $$ begin execute format('grant execute on function access.began_on(bigint) to %I', current_setting('helhed.app_role')); end $$;
