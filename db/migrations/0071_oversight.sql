-- Who has looked: the family's log, the manager's monthly spot check, the auditor's search; and yearly segments of the chain.

-- ---- "Hvem har set vores oplysninger" ----
-- A row is shown when the reader may read every record and knows every person that it concerns. To a member of the family: who is assigned by name, others
-- by department and role; break-glass and legal-basis reads at once, unless they are withheld until a day. To staff who work with the whole of the case:
-- everybody by name; to other staff their own look-ups. What no member of the family can read has no row for them either: that a shield was set, that somebody
-- declared to know them; a notification of concern is nobody's but its author's. Counted per person, day and event.
create function access.family_log(p_case bigint, p_since timestamptz)
returns table (day date, actor_kind text, actor_id bigint, name text, department text, role text, event text, times bigint, last_at timestamptz, bases text[])
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  who jsonb := access.keys('who'); m int := access.municipality(); me bigint := (who ->> 'me')::bigint; family boolean := who ->> 'kind' = 'member'; today date := (who ->> 'day')::date;
  read_list bigint[] := coalesce(access.ids('read'), '{}'); known bigint[] := coalesce(access.ids('persons'), '{}'); cases bigint[] := coalesce(access.ids('cases'), '{}');
  speak bigint[] := coalesce(access.ids('speak'), '{}'); whole boolean := family or p_case = any (access.ids('ledger'));
begin
  if not (family or who ->> 'kind' = 'staff' and p_case = any (cases)) then return; end if;
  return query
  with looks as materialized (
    select l.*, access.day(l.at) as on_day,
      -- names above a page and the like rest on no record; under break-glass they say so all the same
      l.bases || case when l.actor_kind = 'staff' and not l.bases && '{own-sector,consent,intake,project,referral}' and exists (select from break_glass b where b.municipality_id = m
        and b.case_id = l.case_id and b.staff_id = l.actor_id and l.at between b.granted_at - interval '1 minute' and b.until) then '{break-glass}'::text[] else '{}' end as why
    from audit_log l
    where l.municipality_id = m and l.at >= p_since and l.outcome = 'done' and l.actor_kind not in ('member', 'job') and (whole or l.actor_kind = 'staff' and l.actor_id = me)
      and (case when p_case is not null then l.case_id = p_case else l.case_id = any (cases) or l.case_id is null and l.person_ids && speak end)
      and (p_case is null or p_case = any (cases))
      and cardinality(l.person_ids) + cardinality(l.shelf_ids) > 0 and l.shelf_ids <@ read_list
      and (l.person_ids <@ known or family and l.event = 'consent.break-glass')   -- it opens the whole case, and the family may know of the grant itself
      and not (family and l.event ~ 'shield|declare-knows') and (l.event !~ 'concern' or l.actor_kind = 'staff' and l.actor_id = me and not family)
      -- withheld: all that they did in the case meanwhile, unless they had another way into it
      and not (family and exists (select from break_glass b where b.municipality_id = m and b.case_id = l.case_id and b.staff_id = l.actor_id and b.hidden_until >= today
        and l.at between b.granted_at - interval '1 minute' and b.until) and not l.bases && '{own-sector,consent,intake,project,referral}')
      and not (family and (l.bases && '{legal-basis}' or l.event ~ 'basis') and exists (select from legal_basis b where b.municipality_id = m and b.case_id = l.case_id
        and b.hidden_until >= today and l.at >= b.registered_at - interval '1 minute'))
      and not (family and l.event ~ 'withhold' and (exists (select from break_glass b where b.municipality_id = m and b.case_id = l.case_id and b.hidden_until >= today)
        or exists (select from legal_basis b where b.municipality_id = m and b.case_id = l.case_id and b.hidden_until >= today)))),
  named as materialized (   -- two unnamed colleagues of one department and role are one line: whose look-up it was is not to be told apart
    select k.*, case when g.by_name then k.actor_id end as shown_id, case when g.by_name then s.name end as shown_name, o.department, o.role
    from looks k left join staff s on s.municipality_id = m and s.id = k.actor_id and k.actor_kind = 'staff'
    cross join lateral (select not family or exists (select from assignment a where a.municipality_id = m and a.staff_id = k.actor_id and k.actor_kind = 'staff'
      and a.case_id = any (case when k.case_id is null then cases else array[k.case_id] end) and access.within(k.on_day, a.valid_from, a.valid_until)) as by_name) g
    left join lateral (select d.name as department, p.role from post p join department d on d.municipality_id = m and d.id = p.department_id
      where p.municipality_id = m and p.staff_id = k.actor_id and k.actor_kind = 'staff' order by access.within(k.on_day, p.valid_from, p.valid_until) desc, p.id limit 1) o on true)
  select n.on_day, n.actor_kind, n.shown_id, n.shown_name, n.department, n.role, n.event, count(*), max(n.at),
    string_to_array(string_agg(distinct array_to_string(n.why, ','), ',') filter (where n.why <> '{}'), ',')
  from named n group by n.on_day, n.actor_kind, n.shown_id, n.shown_name, n.department, n.role, n.event order by n.on_day desc, max(n.at) desc;
end $$;

-- ---- the monthly spot check ----
create table spot_check (
  municipality_id int not null references municipality, id bigint generated by default as identity, project_id bigint not null, month date not null check (extract(day from month) = 1),
  drawn_at timestamptz not null, primary key (municipality_id, id), unique (municipality_id, project_id, month), foreign key (municipality_id, project_id) references project
);
-- One look-up to explain: what one member of staff saw of one family on one day; seq is the first of its rows in the log.
create table spot_check_item (
  municipality_id int not null, id bigint generated by default as identity, spot_check_id bigint not null, seq bigint not null, case_id bigint not null, staff_id bigint not null, day date not null,
  look_ups int not null, events text[] not null, bases text[] not null, reason text not null check (reason in ('random', 'break-glass', 'guarded')),
  verdict text check (verdict in ('in-order', 'follow-up')), note text not null default '' check (length(note) <= 2000), reviewed_at timestamptz, reviewed_by bigint,
  primary key (municipality_id, id), unique (municipality_id, spot_check_id, seq), check ((verdict is null) = (reviewed_at is null)),
  foreign key (municipality_id, spot_check_id) references spot_check, foreign key (municipality_id, case_id) references family_case, foreign key (municipality_id, staff_id) references staff,
  foreign key (municipality_id, reviewed_by) references staff
);
create index on spot_check_item (municipality_id, case_id);
create index on spot_check_item (municipality_id, staff_id);
create index on spot_check_item (municipality_id, reviewed_by);
select access.wall(t::regclass) from unnest('{spot_check,spot_check_item}'::text[]) t;

-- Draws the look-ups of a month for every project: ten at random, and all under break-glass or in a guarded family. Once; gives whom to tell.
create function access.draw_spot_checks(p_month date) returns table (staff_id bigint, spot_check_id bigint) language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare m int := access.municipality(); at timestamptz := access.now(); r record; made bigint;
begin
  perform access.demand_job();
  for r in select p.id as project_id, x.staff_id from project p join project_role x on x.municipality_id = m and x.project_id = p.id and x.role = 'project-manager'
      and access.within(access.day(at), x.valid_from, x.valid_until) where p.municipality_id = m loop
    insert into spot_check (municipality_id, project_id, month, drawn_at) values (m, r.project_id, p_month, at) on conflict do nothing returning id into made;
    if made is null then continue; end if;
    with looks as materialized (
      select l.case_id, l.actor_id, access.day(l.at) as on_day, min(l.seq) as seq, count(*) as n, array_agg(distinct l.event) as events,
        coalesce(string_to_array(string_agg(distinct array_to_string(l.bases, ','), ',') filter (where l.bases <> '{}'), ','), '{}') as bases,
        bool_or(l.bases && '{break-glass}') as broke, bool_or(c.guarded) as guarded
      from audit_log l join family_case c on c.municipality_id = m and c.id = l.case_id and c.project_id = r.project_id
      where l.municipality_id = m and l.at >= (p_month::timestamp at time zone 'Europe/Copenhagen') and l.at < ((p_month + interval '1 month') at time zone 'Europe/Copenhagen')
        and l.outcome = 'done' and l.actor_kind = 'staff' and l.actor_id <> r.staff_id and cardinality(l.person_ids) + cardinality(l.shelf_ids) > 0
      group by l.case_id, l.actor_id, access.day(l.at)),
    -- every look-up has the same chance, so a day with many of them has more
    drawn as (select k.*, row_number() over (order by k.broke or k.guarded, -ln(1 - random()) / k.n) as place from looks k)
    insert into spot_check_item (municipality_id, spot_check_id, seq, case_id, staff_id, day, look_ups, events, bases, reason)
      select m, made, d.seq, d.case_id, d.actor_id, d.on_day, d.n, d.events, d.bases, case when d.broke then 'break-glass' when d.guarded then 'guarded' else 'random' end
      from drawn d where d.broke or d.guarded or d.place <= 10;
    perform access.give_task(null, null, r.staff_id, 'spot-check', (p_month + interval '1 month 14 days')::date, jsonb_build_object('spotCheck', made));
    return query select r.staff_id, made;
  end loop;
end $$;

-- For the project manager; a family that does not exist for them is left out.
create function access.spot_checks() returns table (id bigint, month date, project text, item_id bigint, day date, staff text, department text, role text, case_id bigint, number text, family text,
  look_ups int, events text[], bases text[], reason text, verdict text, note text, reviewed_at timestamptz) language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare m int := access.municipality(); today date := (access.keys('who') ->> 'day')::date; cases bigint[] := access.ids('cases');
begin
  return query select c.id, c.month, p.name, i.id, i.day, s.name, o.department, o.role, i.case_id, f.number, f.name, i.look_ups, i.events, i.bases, i.reason, i.verdict, i.note, i.reviewed_at
    from project_role x join project p on p.municipality_id = m and p.id = x.project_id join spot_check c on c.municipality_id = m and c.project_id = p.id
      left join spot_check_item i on i.municipality_id = m and i.spot_check_id = c.id and i.case_id = any (cases)
      left join staff s on s.municipality_id = m and s.id = i.staff_id left join family_case f on f.municipality_id = m and f.id = i.case_id
      left join lateral (select d.name as department, q.role from post q join department d on d.municipality_id = m and d.id = q.department_id where q.municipality_id = m and q.staff_id = i.staff_id
        order by access.within(i.day, q.valid_from, q.valid_until) desc, q.id limit 1) o on true
    where access.who('kind') = 'staff' and x.municipality_id = m and x.staff_id = access.who('me')::bigint and x.role = 'project-manager' and access.within(today, x.valid_from, x.valid_until)
    order by c.month desc, p.name, i.reason = 'random', i.day, i.id;
end $$;
-- The family and staff it was about; raises when it is not there for the actor.
create function access.review_look_up(p_item bigint, p_verdict text, p_note text) returns table (case_id bigint, staff_id bigint, spot_check_id bigint) language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare m int := access.municipality(); x spot_check_item;
begin
  if not exists (select from access.spot_checks() s where s.item_id = p_item) then raise exception 'no such look-up' using errcode = '42501'; end if;
  update spot_check_item i set verdict = p_verdict, note = p_note, reviewed_at = access.now(), reviewed_by = access.who('me')::bigint where i.municipality_id = m and i.id = p_item returning * into x;
  return query select x.case_id, x.staff_id, x.spot_check_id;
end $$;

-- ---- the auditor's search: all rows of the municipality but those of families the auditor may not know of ----
create function access.search_audit(p_number text, p_cpr_hash bytea, p_username text, p_from date, p_until date, p_limit int)
returns table (seq bigint, at timestamptz, actor_kind text, actor text, event text, outcome text, case_id bigint, number text, person_ids bigint[], bases text[], details jsonb, search_terms bytea)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare m int := access.municipality(); me bigint := access.who('me')::bigint; persons bigint[];
begin
  if not access.holds('{auditor}') then raise exception 'auditors only' using errcode = '42501'; end if;
  if p_cpr_hash is not null then persons := array(select unnest(c.subjects) from person_cpr c where c.municipality_id = m and c.cpr_hash = p_cpr_hash); end if;
  return query select l.seq, l.at, l.actor_kind, s.name, l.event, l.outcome, l.case_id, c.number, l.person_ids, l.bases, l.details, l.search_terms
    from audit_log l left join family_case c on c.municipality_id = m and c.id = l.case_id left join staff s on s.municipality_id = m and s.id = l.actor_id and l.actor_kind = 'staff'
    where l.municipality_id = m and l.at >= (p_from::timestamp at time zone 'Europe/Copenhagen') and l.at < ((p_until + 1)::timestamp at time zone 'Europe/Copenhagen')
      and (p_number is null or c.number = p_number) and (p_cpr_hash is null or l.person_ids && persons) and (p_username is null or s.username = p_username)
      and (l.case_id is null or not exists (select from disqualification d where d.municipality_id = m and d.case_id = l.case_id and d.staff_id = me and d.ended_at is null)
        and not exists (select from staff f join case_person p on p.municipality_id = m and p.person_id = f.person_id where f.municipality_id = m and f.id = me and p.case_id = l.case_id))
    order by l.seq desc limit least(p_limit, 500);
end $$;

-- ---- yearly segments: a segment past its retention may go while its seal stays. Owner's work. ----
-- Seals everything before an instant. The seal is itself a row of the chain, so that nobody can put one there afterwards. Null when there is nothing new.
create function access.seal_audit(m int, p_until timestamptz) returns bigint language plpgsql as $$
declare l audit_log; before bigint := coalesce((select max(x.seq) from audit_seal x where x.municipality_id = m), 0); n bigint;
begin
  select * into l from audit_log x where x.municipality_id = m and x.at < p_until order by x.seq desc limit 1;
  if l.seq is null or l.seq <= before then return null; end if;
  n := l.seq - before;
  insert into audit_seal (municipality_id, seq, hash, rows, sealed_at) values (m, l.seq, l.hash, n, access.now());
  perform access.append_audit_as(m, 'operator', 0, 'audit.seal', 'done', null, '{}', '{}', '{operator}', jsonb_build_object('seq', l.seq, 'hash', encode(l.hash, 'hex'), 'rows', n), null, null);
  return l.seq;
end $$;
-- Removes a sealed segment and all before it; only when the whole chain holds. Returns how many rows went.
create function access.remove_sealed_audit(m int, p_seq bigint) returns bigint language plpgsql as $$
declare n bigint; broken record;
begin
  select v.broken_seq, v.reason into broken from access.verify_audit(m) v;
  if broken.broken_seq is not null then raise exception 'the chain is broken at row %: %', broken.broken_seq, broken.reason; end if;
  if not exists (select from audit_seal s where s.municipality_id = m and s.seq = p_seq and s.removed_at is null) then raise exception 'no seal at row %', p_seq; end if;
  delete from audit_log l where l.municipality_id = m and l.seq <= p_seq;
  get diagnostics n = row_count;
  update audit_seal s set removed_at = access.now() where s.municipality_id = m and s.seq <= p_seq and s.removed_at is null;
  perform access.append_audit_as(m, 'operator', 0, 'audit.remove-segment', 'done', null, '{}', '{}', '{operator}', jsonb_build_object('seq', p_seq, 'rows', n), null, null);
  return n;
end $$;

-- As before, and: a seal still carries the hash of its row, and a removed segment's seal stands in the chain that follows it.
create or replace function access.verify_audit(m int) returns table (rows bigint, head bytea, broken_seq bigint, reason text) language plpgsql as $$
declare r audit_log; expected_hash bytea; expected_seq bigint; n bigint := 0; h audit_head; s audit_seal; seal_known boolean; other bigint;
begin
  select * into h from audit_head x where x.municipality_id = m;
  select * into s from audit_seal x where x.municipality_id = m and x.removed_at is not null order by x.seq desc limit 1;
  seal_known := s.seq is null;
  expected_hash := coalesce(s.hash, sha256(convert_to('helhed audit chain ' || m, 'UTF8')));
  expected_seq := coalesce(s.seq, 0) + 1;
  for r in select * from audit_log l where l.municipality_id = m order by l.seq loop
    if r.seq <> expected_seq then return query select n, h.hash, least(r.seq, expected_seq), case when r.seq < expected_seq then 'row inserted before the removed segment''s seal' else 'row missing' end; return; end if;
    if r.previous_hash <> expected_hash then return query select n, h.hash, r.seq, 'does not follow the row before'; return; end if;
    if r.hash <> access.audit_hash(r) then return query select n, h.hash, r.seq, 'row changed'; return; end if;
    seal_known := seal_known or r.event = 'audit.seal' and r.details ->> 'seq' = s.seq::text and r.details ->> 'hash' = encode(s.hash, 'hex');
    expected_hash := r.hash; expected_seq := r.seq + 1; n := n + 1;
  end loop;
  if h.seq is null and n = 0 and s.seq is null then return query select n, expected_hash, null::bigint, null::text; return; end if;
  if h.seq is distinct from expected_seq - 1 or h.hash is distinct from expected_hash then return query select n, h.hash, expected_seq, 'tail cut or head changed'; return; end if;
  if not seal_known then return query select n, h.hash, s.seq, 'the seal of the removed segment is not in the chain'; return; end if;
  select x.seq into other from audit_seal x join audit_log l on l.municipality_id = m and l.seq = x.seq where x.municipality_id = m and x.hash <> l.hash order by 1 limit 1;
  if other is not null then return query select n, h.hash, other, 'seal changed'; return; end if;
  return query select n, h.hash, null::bigint, null::text;
end $$;

do $$ declare f text; begin
  foreach f in array array['family_log(bigint, timestamptz)', 'draw_spot_checks(date)', 'spot_checks()', 'review_look_up(bigint, text, text)', 'search_audit(text, bytea, text, date, date, int)'] loop
    execute format('grant execute on function access.%s to %I', f, current_setting('helhed.app_role'));
  end loop;
end $$;
