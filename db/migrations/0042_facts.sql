-- The walls of the facts: people, households, assignments, the ledger. Facts decide who sees what, so who writes them is guarded here as
-- well
-- as in the verbs: nobody can assign themselves, and nobody learns a name by putting a number into their own case.

-- ---- people and the case: read here, written by definer functions of the families slice, which ask who may and keep the history ----
select access.protect_person('person', '{id}'), access.protect_person('custody', '{child_id,holder_id}'),
  access.protect_person('relation', '{person_id,other_id}');
select access.protect_case('family_case', 'select', null, 'id');

-- Whom one knows, in the case one reaches. A custody holder elsewhere never sees the other household.
select access.wall(t::regclass), access.grant_app(t::regclass,
  'select') from unnest('{case_person,household,household_member,address_protection}'::text[]) t;
create policy read on case_person for select using (municipality_id = access.municipality()
  and case_id = any ((select access.ids('cases'))::bigint[]) and person_id = any ((select access.ids('persons'))::bigint[]));
create policy read on household for select using (municipality_id = access.municipality()
  and (case_id = any ((select access.ids('homes'))::bigint[]) or id = any ((select access.ids('households'))::bigint[])));
create policy read on household_member for select using (municipality_id = access.municipality()
  and person_id = any ((select access.ids('persons'))::bigint[])
  and (case_id = any ((select access.ids('homes'))::bigint[]) or household_id = any ((select access.ids('households'))::bigint[])));
create policy read on address_protection for select using (municipality_id = access.municipality()
  and (select access.who('kind')) <> 'member' and person_id = any ((select access.ids('persons'))::bigint[]));

-- ---- who works with the case ----
-- team_write: cases whose team the actor sets (coordinator, project manager); team: the same, closed ones too, where assignments are
-- still ended.
select access.wall('assignment'), access.grant_app('assignment', 'select, insert', '{does_what,valid_until}');
create policy read on assignment for select using (municipality_id = access.municipality()
  and case_id = any ((select access.ids('cases'))::bigint[]));
create policy make on assignment for insert with check (municipality_id = access.municipality()
  and case_id = any ((select access.ids('team_write'))::bigint[]));
create policy change on assignment for update using (municipality_id = access.municipality()
  and case_id = any ((select access.ids('team'))::bigint[]));
select access.wall('closure'), access.grant_app('closure', 'select, insert', '{reopened_at,reopen_reason}');
create policy read on closure for select using (municipality_id = access.municipality()
  and case_id = any ((select access.ids('cases'))::bigint[]));
create policy make on closure for insert with check (municipality_id = access.municipality()
  and case_id = any ((select access.ids('team_write'))::bigint[]));
create policy change on closure for update using (municipality_id = access.municipality()
  and case_id = any ((select access.ids('team'))::bigint[]));

-- The rest is written by definer functions only.
select access.wall(t::regclass), access.grant_app(t::regclass,
  'select') from unnest('{referral,disqualification,break_glass,reasoned_opening,shield}'::text[]) t;
-- The reason is free text about a family and no record: what was told belongs into a record of category intake. Seen by the whole-case
-- readers and
-- the referrer.
create policy read on referral for select using (municipality_id = access.municipality()
  and (case_id = any ((select access.ids('ledger'))::bigint[])
  or (select access.who('kind')) = 'staff' and referred_by = (select access.who('me'))::bigint
    and case_id = any ((select access.ids('cases'))::bigint[])));
-- Wall 0: seen by whole-case staff and by who made it.
create policy read on disqualification for select using (municipality_id = access.municipality()
  and (case_id = any ((select access.ids('ledger'))::bigint[])
  or case_id = any ((select access.ids('cases'))::bigint[]) and case (select access.who('kind'))
    when 'staff' then staff_id = (select access.who('me'))::bigint else by_person = (select access.who('me'))::bigint end));
-- The family sees who broke the glass at once, unless it is withheld until a day.
create policy read on break_glass for select using (municipality_id = access.municipality() and case (select access.who('kind'))
  when 'member' then case_id = any ((select access.ids('cases'))::bigint[]) and (hidden_until is null
    or hidden_until < (select access.who('day'))::date)
  else case_id = any ((select access.ids('ledger'))::bigint[])
    or staff_id = (select access.who('me'))::bigint and case_id = any ((select access.ids('cases'))::bigint[]) end);
create policy read on reasoned_opening for select using (municipality_id = access.municipality()
  and (case_id = any ((select access.ids('ledger'))::bigint[])
  or (select access.who('kind')) = 'member' and case_id = any ((select access.ids('cases'))::bigint[])));
-- A shield is known to staff of the case only: that it exists may tell B where A is.
create policy read on shield for select using (municipality_id = access.municipality()
  and (select access.who('kind')) <> 'member' and case_id = any ((select access.ids('cases'))::bigint[]));

-- ---- the ledger ----
-- Coordination staff, intake and project manager see all of the case; others what concerns their sector; members what is about them, a
-- child in their
-- custody, or asks for their signature. case and subject are repeated on the signer so that its policy needs no other table.
alter table consent_signer add column case_id bigint not null default 0, add column subject_id bigint not null default 0;
create function access.fill_signer() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select c.case_id, c.subject_id into new.case_id, new.subject_id from consent c
    where c.municipality_id = new.municipality_id and c.id = new.consent_id;
  if new.case_id is null then raise exception 'new row violates row-level security policy for table "consent_signer"' using errcode =
    '42501'; end if;
  return new;
end $$;
create trigger fill_signer before insert or update on consent_signer for each row execute function access.fill_signer();
create index on consent_signer (municipality_id, case_id);

create function access.protect_ledger(t regclass, consent_column text, member_extra text, verbs text,
  updatable text[]) returns void language plpgsql as $$
begin
  perform access.wall(t), access.grant_app(t, verbs, updatable);
  execute format($p$create policy ledger_read on %s for select using (municipality_id = access.municipality()
    and (case_id = any ((select access.ids('ledger'))::bigint[])
    or %s or case_id = any ((select access.ids('cases'))::bigint[]) and subject_id = any ((select access.ids('speak'))::bigint[])
      %s))$p$, t, consent_column, member_extra);
end $$;
select access.protect_ledger('consent', $$id = any ((select access.ids('consents'))::bigint[])$$, '', 'select, insert', null);
select access.protect_ledger('consent_signer', $$consent_id = any ((select access.ids('consents'))::bigint[])$$, '', 'select, insert',
  '{asked_at,asked_channel,signed_at,signed_how,registered_by,refused_at,attempt1_on,attempt2_on,no_contact_reason}');
select access.protect_ledger('legal_basis', $$id = any ((select access.ids('bases'))::bigint[]) or (select access.who('kind')) = 'staff'
  and registered_by = (select access.who('me'))::bigint and case_id = any ((select access.ids('cases'))::bigint[])$$,
  $$and (hidden_until is null or hidden_until < (select access.who('day'))::date)$$, 'select, insert',
    '{ended_at}');   -- confirming and withholding go through functions that ask who (0120)
create policy register on consent for insert with check (municipality_id = access.municipality() and withdrawn_at is null
  and (case_id = any ((select access.ids('consent_write'))::bigint[]) or case_id = any ((select access.ids('speak_cases'))::bigint[])
    and subject_id = any ((select access.ids('speak'))::bigint[])));
create policy register on consent_signer for insert with check (municipality_id = access.municipality()
  and (case_id = any ((select access.ids('consent_write'))::bigint[])
  or case_id = any ((select access.ids('speak_cases'))::bigint[]) and subject_id = any ((select access.ids('speak'))::bigint[])
    and (signed_at is null and refused_at is null or signer_id = (select access.who('me'))::bigint)));
create policy change on consent_signer for update using (municipality_id = access.municipality()
  and case_id = any ((select access.ids('consent_write'))::bigint[]));

-- An authority role of the from-sectors, within what the paragraph can carry.
create function access.may_register_basis(the_case bigint, p text, froms text[], tos text[], cats text[], since date,
  until date) returns boolean language plpgsql stable
security definer set search_path = public, pg_temp as $$
declare who jsonb := access.keys('who'); m int := access.municipality(); me bigint := (who ->> 'me')::bigint; d date := (who ->>
  'day')::date;
begin
  return who ->> 'kind' = 'staff'
    and exists (select from legal_basis_rule r where r.municipality_id = m and r.paragraph = p
      and access.within(d, r.valid_from, r.valid_until)
      and froms <@ r.from_sectors and tos <@ r.to_sectors and cats <@ r.categories and until - since < r.longest_days)
    and not exists (select from unnest(froms) f where not exists (
      select from assignment a join pack_role k on k.municipality_id = m and k.kind = 'authority' and (k.sector is null or k.sector = f)
        and access.within(d, k.valid_from, k.valid_until)
      where a.municipality_id = m and a.case_id = the_case and a.staff_id = me and a.sector = f
        and access.within(d, a.valid_from, a.valid_until)
        and (k.role = a.role or exists (select from post o where o.municipality_id = m and o.staff_id = me and o.role = k.role
          and access.within(d, o.valid_from, o.valid_until)))));
end $$;
create policy register on legal_basis for insert with check (municipality_id = access.municipality()
  and registered_by = (select access.who('me'))::bigint and confirmed_by is null and ended_at is null
  and case_id = any ((select access.ids('cases_write'))::bigint[]) and access.may_register_basis(case_id, paragraph, from_sectors,
    to_sectors, categories, valid_from, valid_until));
create policy change on legal_basis for update using (municipality_id = access.municipality()
  and case_id = any ((select access.ids('cases_write'))::bigint[]));

-- A member signs or refuses for themselves what they are asked, or what the law asks of them now.
create function access.answer_consent(consent_id bigint, yes boolean,
  how text default 'portal') returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare who jsonb := access.keys('who'); m int := access.municipality(); me bigint := (who ->> 'me')::bigint; at timestamptz := (who ->>
  'at')::timestamptz; c consent;
begin
  select * into c from consent x where x.municipality_id = m and x.id = answer_consent.consent_id;
  if not found or who ->> 'kind' is distinct from 'member' or c.withdrawn_at is not null or not (
       exists (select from consent_signer g where g.municipality_id = m and g.consent_id = c.id and g.signer_id = me)
       or exists (select from access.consent_parts(m, array[c.case_id], at, c.id) p where me = any (p.required))) then
    raise exception 'not allowed' using errcode = '42501';
  end if;
  insert into consent_signer (municipality_id, consent_id, signer_id, signed_at, signed_how, refused_at, registered_by)
    values (m, c.id, me, case when yes then at end, case when yes then how end, case when not yes
      then at end, jsonb_build_object('kind', 'member', 'id', me))
  on conflict on constraint consent_signer_municipality_id_consent_id_signer_id_key do update set registered_by = excluded.registered_by,
    signed_at = case when yes then at else consent_signer.signed_at end, signed_how = case when yes then how
      else consent_signer.signed_how end,
    refused_at = case when yes then null else at end;
end $$;
create function access.sign(consent_id bigint) returns void language sql security definer set search_path = public,
  pg_temp as $$ select access.answer_consent(consent_id, true) $$;
create function access.refuse(consent_id bigint) returns void language sql security definer set search_path = public,
  pg_temp as $$ select access.answer_consent(consent_id, false) $$;

-- One required signer's withdrawal ends a consent; any assigned member of staff registers it at their word (by_person). Never stopped by
-- closing.
-- True when it ended now, false when it had ended before.
create function access.withdraw(consent_id bigint, via text, by_person bigint default null) returns boolean language plpgsql security
  definer set search_path = public, pg_temp as $$
declare who jsonb := access.keys('who'); m int := access.municipality(); me bigint := (who ->> 'me')::bigint; at timestamptz := (who ->>
  'at')::timestamptz; c consent; signer bigint; may boolean;
begin
  select * into c from consent x where x.municipality_id = m and x.id = withdraw.consent_id for update;
  signer := case who ->> 'kind' when 'member' then me else by_person end;
  may := found and (exists (select from consent_signer g where g.municipality_id = m and g.consent_id = c.id and g.signer_id = signer
    and g.signed_at is not null)
      or exists (select from access.consent_parts(m, array[c.case_id], at, c.id) p where signer = any (p.required)))
    and (who ->> 'kind' = 'member' or who ->> 'kind' = 'staff' and exists (select from access.ways(m, me, at, c.case_id) w
      where w.how in ('assignment', 'intake', 'project')));
  if may is distinct from true then raise exception 'not allowed' using errcode = '42501'; end if;
  if c.withdrawn_at is not null then return false; end if;
  update consent x set withdrawn_at = at, withdrawn_by = signer, withdrawn_via = via,
    withdrawn_registered_by = jsonb_build_object('kind', who ->> 'kind', 'id', me)
    where x.municipality_id = m and x.id = c.id;
  return true;
end $$;

-- The state of consents that the actor sees, judged with all facts (a signer may be somebody whom the actor does not know by name).
create function access.consent_states(consent_ids bigint[]) returns table (consent_id bigint, category text, from_sector text,
  required bigint[], signed bigint[], in_force boolean, lasts_until date, valid boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare who jsonb := access.keys('who'); m int := access.municipality(); at timestamptz := (who ->> 'at')::timestamptz;
begin return query
  select p.consent_id, p.category, p.from_sector, p.required, p.signed, p.in_force, p.lasts_until, p.valid
  from (select array_agg(distinct c.case_id) as cases from consent c where c.municipality_id = m and c.id = any (consent_ids)
      and (c.case_id = any (access.ids('ledger')) or c.id = any (access.ids('consents')) or c.case_id = any (access.ids('cases'))
        and c.subject_id = any (access.ids('speak')))) q,
    access.consent_parts(m, q.cases, at) p
  where p.consent_id = any (consent_ids)
    and exists (select from consent c where c.municipality_id = m and c.id = p.consent_id
      and (c.case_id = any (access.ids('ledger')) or c.id = any (access.ids('consents')) or c.case_id = any (access.ids('cases'))
        and c.subject_id = any (access.ids('speak'))));
end $$;

-- ---- more ways to write facts ----
-- 2c: the project manager opens the logbook or the thread of a family for an hour, with a reason that the family sees.
create function access.open_with_reason(case_id bigint, category text,
  reason text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare who jsonb := access.keys('who'); m int := access.municipality(); me bigint := (who ->> 'me')::bigint; at timestamptz := (who ->>
  'at')::timestamptz;
begin
  if who ->> 'kind' is distinct from 'staff' or not exists (select from access.ways(m, me, at, open_with_reason.case_id) w
    where w.how = 'project') then raise exception 'not allowed' using errcode = '42501'; end if;
  insert into reasoned_opening (municipality_id, case_id, staff_id, category, reason, opened_at, until)
    values (m, open_with_reason.case_id, me, open_with_reason.category, open_with_reason.reason, at, at + interval '1 hour');
  perform access.refresh();
end $$;

-- 2e: the economist's cases by number, without names; family_case itself is not there for an economist.
create function access.case_numbers() returns table (case_id bigint,
  number text) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare who jsonb := access.keys('who'); m int := access.municipality();
begin
  if who ->> 'kind' is distinct from 'staff' then return; end if;
  return query select c.id, c.number from access.ways(m, (who ->> 'me')::bigint, (who ->> 'at')::timestamptz, (who ->> 'focus')::bigint) w
    join family_case c on c.municipality_id = m and c.id = w.case_id where w.how = 'economist' group by c.id, c.number;
end $$;

-- The exact list of what the serving login may call (the schema test holds it).
do $$ declare f text; begin
  foreach f in array array['ids(text)', 'keys(text)', 'unseal(text)', 'who(text)', 'municipality()', 'day(timestamptz)',
    'within(date, date, date)', 'during(timestamptz, timestamptz, timestamptz)',
    'has_age(date, int, date)', 'now()', 'shared_by_default(text, text)', 'may_create(bigint, text, text, text, bigint[], boolean)',
      'may_register_basis(bigint, text, text[], text[], text[], date, date)',
    'enter(text, bigint)', 'refresh()', 'bases(bigint[], bigint[])', 'shelves_of(bigint, bigint)',
      'readers(bigint, text, text, text, bigint[], boolean, bigint[])',
    'stop_sharing(regclass, bigint)', 'sign(bigint)', 'refuse(bigint)', 'withdraw(bigint, text, bigint)', 'consent_states(bigint[])',
      'open_with_reason(bigint, text, text)', 'case_numbers()'] loop
    execute format('grant execute on function access.%s to %I', f, current_setting('helhed.app_role'));
  end loop;
end $$;
