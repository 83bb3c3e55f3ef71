-- Of whom a consent of this text is valid now, all of it: asked before a sector plan may rest on the holistic plan, and shown beside it. The caseworker of
-- the plan's own sector must know, who otherwise does not see the ledger. Persons only; no text, no signers.
create function access.consented_persons(p_case bigint, p_template text) returns bigint[] language plpgsql stable security definer set search_path = public, pg_temp as $$
declare m int := access.municipality();
begin
  if access.who('kind') is distinct from 'staff' or not coalesce(p_case = any (access.ids('cases')), false) then return '{}'; end if;
  return coalesce((select array_agg(distinct c.subject_id) from consent c where c.municipality_id = m and c.case_id = p_case and c.template = p_template
    and c.withdrawn_at is null and c.subject_id = any (access.ids('persons'))
    and exists (select from access.consent_parts(m, array[p_case], (access.who('at'))::timestamptz) p where p.consent_id = c.id)
    and not exists (select from access.consent_parts(m, array[p_case], (access.who('at'))::timestamptz) p where p.consent_id = c.id and not p.valid)), '{}');
end $$;
do $$ declare app text := current_setting('helhed.app_role'); begin
  revoke all on function access.consented_persons(bigint, text) from public;
  execute format('grant execute on function access.consented_persons(bigint, text) to %I', app);
end $$;
