-- Append-only log of every read, search, change, export and refusal of personal data; hash-chained per municipality.
create table audit_log (
  municipality_id int not null, seq bigint not null, at timestamptz not null, actor_kind text not null, actor_id bigint not null, event text not null,
  outcome text not null check (outcome in ('done', 'refused')), case_id bigint, person_ids bigint[] not null, shelf_ids bigint[] not null, bases text[] not null,
  details jsonb not null, search_terms bytea, request_id text, previous_hash bytea not null, hash bytea not null, primary key (municipality_id, seq)
);
create index on audit_log (municipality_id, case_id, seq) where case_id is not null;
create index on audit_log using gin (person_ids);
create table audit_head (municipality_id int primary key, seq bigint not null, hash bytea not null);
-- A segment past its retention may go while its seal stays: the chain then begins at the seal.
create table audit_seal (municipality_id int not null, seq bigint not null, hash bytea not null, rows bigint not null, sealed_at timestamptz not null, removed_at timestamptz, primary key (municipality_id, seq));
select access.wall(t::regclass) from unnest('{audit_log,audit_head,audit_seal}'::text[]) t;

create function access.audit_hash(r audit_log) returns bytea language sql immutable as $$
  select sha256(r.previous_hash || convert_to(jsonb_build_array(r.municipality_id, r.seq, extract(epoch from r.at), r.actor_kind, r.actor_id, r.event, r.outcome, r.case_id,
    r.person_ids, r.shelf_ids, r.bases, r.details, encode(r.search_terms, 'hex'), r.request_id)::text, 'UTF8')) $$;

-- Who and when come from the sealed context, never from the caller.
create function access.append_audit_as(m int, kind text, actor bigint, event text, outcome text, case_id bigint, person_ids bigint[], shelf_ids bigint[], bases text[],
  details jsonb, search_terms bytea, request_id text) returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare head audit_head; r audit_log;
begin
  insert into audit_head values (m, 0, sha256(convert_to('helhed audit chain ' || m, 'UTF8'))) on conflict do nothing;
  select * into head from audit_head h where h.municipality_id = m for update;
  r := row(m, head.seq + 1, access.now(), kind, actor, event, outcome, case_id, person_ids, shelf_ids, coalesce(bases, '{}'), details, search_terms, request_id, head.hash, ''::bytea)::audit_log;
  r.hash := access.audit_hash(r);
  insert into audit_log select r.*;
  update audit_head h set seq = r.seq, hash = r.hash where h.municipality_id = m;
  return r.seq;
end $$;
create function access.append_audit(event text, outcome text, case_id bigint, person_ids bigint[], shelf_ids bigint[], bases text[], details jsonb, search_terms bytea, request_id text)
returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare who jsonb := access.keys('who');
begin
  if who is null then raise exception 'no session' using errcode = '28000'; end if;
  if bases is null then bases := access.bases(shelf_ids); end if;
  return access.append_audit_as((who ->> 'm')::int, who ->> 'kind', (who ->> 'me')::bigint, event, outcome, case_id, person_ids, shelf_ids, bases, details, search_terms, request_id);
end $$;
do $$ begin
  execute format('grant execute on function access.append_audit(text, text, bigint, bigint[], bigint[], text[], jsonb, bytea, text) to %I', current_setting('helhed.app_role'));
end $$;

-- The first broken row of a municipality's chain, or none; and whether the head is what the last row says.
create function access.verify_audit(m int) returns table (rows bigint, head bytea, broken_seq bigint, reason text) language plpgsql as $$
declare r audit_log; expected_hash bytea; expected_seq bigint; n bigint := 0; h audit_head; s audit_seal;
begin
  select * into h from audit_head x where x.municipality_id = m;
  select * into s from audit_seal x where x.municipality_id = m and x.removed_at is not null order by x.seq desc limit 1;
  expected_hash := coalesce(s.hash, sha256(convert_to('helhed audit chain ' || m, 'UTF8')));
  expected_seq := coalesce(s.seq, 0) + 1;
  for r in select * from audit_log l where l.municipality_id = m and l.seq > coalesce(s.seq, 0) order by l.seq loop
    if r.seq <> expected_seq then return query select n, h.hash, expected_seq, 'row missing'; return; end if;
    if r.previous_hash <> expected_hash then return query select n, h.hash, r.seq, 'does not follow the row before'; return; end if;
    if r.hash <> access.audit_hash(r) then return query select n, h.hash, r.seq, 'row changed'; return; end if;
    expected_hash := r.hash; expected_seq := r.seq + 1; n := n + 1;
  end loop;
  if h.seq is null and n = 0 then return query select n, expected_hash, null::bigint, null::text; return; end if;
  if h.seq is distinct from expected_seq - 1 or h.hash is distinct from expected_hash then return query select n, h.hash, expected_seq, 'tail cut or head changed'; return; end if;
  return query select n, h.hash, null::bigint, null::text;
end $$;

-- Drafts of any form: one store, per person and form. Content is encrypted by the application.
create table draft (
  municipality_id int not null references municipality, actor_kind text not null, actor_id bigint not null, form text not null, content bytea not null, saved_at timestamptz not null,
  primary key (municipality_id, actor_kind, actor_id, form)
);
select access.wall('draft'), access.grant_app('draft', 'select, insert, delete', '{content,saved_at}');
create policy own on draft using (municipality_id = access.municipality() and actor_kind = access.who('kind') and actor_id = access.who('me')::bigint)
  with check (municipality_id = access.municipality() and actor_kind = access.who('kind') and actor_id = access.who('me')::bigint);
