-- Ground: who serves, who owns, and the sealed context in which every transaction runs.
-- Two logins. The owner (who runs this) has all rights through one explicit operator policy per table and never serves a page.
-- The serving login (setting helhed.app_role) owns nothing, may not bypass row-level security, and gets each grant by name.
alter default privileges revoke execute on functions from public;   -- a new function is nobody's until granted
create schema access;
do $$ begin execute format('grant usage on schema public, access to %I', current_setting('helhed.app_role')); end $$;

create table municipality (
  municipality_id int primary key,           -- the national code, 766 = Hedensted; 0 = the country
  code text not null unique check (code ~ '^[a-z][a-z-]*$'),
  name text not null
);

-- Secrets of this database. Only definer functions, owned by the owner, read them.
create table access.secret (name text primary key, value bytea not null);
insert into access.secret select 'seal', sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea);

-- One place for the time, so that a test can stand on a given day. Never a setting: an injected statement could undo a withdrawal.
create function access.now() returns timestamptz language sql volatile as $$ select clock_timestamp() $$;
create function access.day(at timestamptz) returns date language sql immutable as $$ select (at at time zone 'Europe/Copenhagen')::date $$;

-- ---- the sealed context: readable by the policies; not to be forged, replayed in another transaction or moved to another municipality ----
create function access.mac(name text, value text) returns text language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare k bytea := (select s.value from access.secret s where s.name = 'seal');
begin
  return left(encode(sha256(k || sha256(k || convert_to(concat_ws('|', pg_backend_pid(), extract(epoch from transaction_timestamp()),
    current_setting('app.municipality', true), name, value), 'UTF8'))), 'hex'), 32);
end $$;
create function access.seal(name text, value text) returns void language sql as
  $$ select set_config('app.' || name, access.mac(name, value) || value, true) $$;
create function access.unseal(name text) returns text language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare v text := current_setting('app.' || name, true);
begin
  if v is null or v = '' then return null; end if;   -- no context: nothing is there
  if left(v, 32) <> access.mac(name, substr(v, 33)) then raise exception 'access context broken' using errcode = '42501'; end if;
  return substr(v, 33);
end $$;
create function access.ids(name text) returns bigint[] language sql stable as $$ select access.unseal(name)::bigint[] $$;
create function access.keys(name text) returns jsonb language sql stable as $$ select access.unseal(name)::jsonb $$;
create function access.municipality() returns int language sql stable as $$ select nullif(current_setting('app.municipality', true), '')::int $$;
create function access.who(part text) returns text language sql stable as $$ select access.keys('who') ->> part $$;

-- ---- walls from one function each; a migration makes a table and calls the one that fits ----
create function access.wall(t regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  -- Owner's work (migrations, backup, verify-log, key rotation, packs, definer functions): an owner that is no superuser would see nothing.
  execute format('create policy operator on %s to %I using (true) with check (true)', t, current_user);
end $$;

create function access.grant_app(t regclass, verbs text, updatable text[] default null) returns void language plpgsql as $$
begin
  execute format('grant %s on %s to %I', verbs, t, current_setting('helhed.app_role'));
  if updatable is not null and cardinality(updatable) > 0 then
    execute format('grant update (%s) on %s to %I', (select string_agg(quote_ident(u), ', ') from unnest(updatable) u), t, current_setting('helhed.app_role'));
  end if;
end $$;

-- Wall 1 alone: rows of the municipality that are no personal data of a family (staff, departments, packs, messages in the queue). Read by all of
-- it; written by its administrators and jobs, or with writers 'staff' by any of its staff. The municipality is the sealed one: nobody moves by a setting.
create function access.protect_municipality(t regclass, verbs text default 'select', updatable text[] default null, writers text default 'administrator') returns void language plpgsql as $$
declare
  here constant text := 'municipality_id = (select access.who(''m''))::int';
  may constant text := case writers when 'staff' then '(select access.who(''kind'')) in (''staff'', ''job'')' else '(select access.who(''admin'')) = ''true''' end;
begin
  perform access.wall(t), access.grant_app(t, verbs, updatable);
  execute format('create policy municipality on %s for select using (%s)', t, here);
  execute format('create policy make on %s for insert with check (%s and %s)', t, here, may);
  execute format('create policy change on %s for update using (%s and %s)', t, here, may);
  execute format('create policy remove on %s for delete using (%s and %s)', t, here, may);
end $$;

-- Facts of a case (assignments, intake, closure): seen by who reaches the case, written where the actor may write in it.
create function access.protect_case(t regclass, verbs text default 'select', updatable text[] default null, key text default 'case_id') returns void language plpgsql as $$
begin
  perform access.wall(t), access.grant_app(t, verbs, updatable);
  execute format('create policy case_read on %s for select using (municipality_id = access.municipality() and %I = any ((select access.ids(''cases''))::bigint[]))', t, key);
  execute format('create policy case_create on %s for insert with check (municipality_id = access.municipality() and %I = any ((select access.ids(''cases_write''))::bigint[]))', t, key);
  execute format('create policy case_change on %s for update using (municipality_id = access.municipality() and %I = any ((select access.ids(''cases_write''))::bigint[]))', t, key);
end $$;

-- Facts of people (names, ages, relations, custody): 3c of the access rules. `persons` holds who the actor may know by name; all given columns must
-- be such people. Written by definer functions only, which ask who may: these facts decide who sees what.
create function access.protect_person(t regclass, person_columns text[], verbs text default 'select') returns void language plpgsql as $$
begin
  perform access.wall(t), access.grant_app(t, verbs);
  execute format('create policy person_read on %s for select using (municipality_id = access.municipality() and %s)', t,
    (select string_agg(format('%I = any ((select access.ids(''persons''))::bigint[])', p), ' and ') from unnest(person_columns) p));
end $$;

-- What a record said before a change. Readable by who may read the record as it was then (shelf_id) and as it is now (shelf_now).
create table record_history (
  municipality_id int not null, id bigint generated by default as identity, table_name text not null, record_id bigint not null,
  revision int not null, shelf_id bigint not null, shelf_now bigint not null, changed_at timestamptz not null, changed_by jsonb not null, row_before jsonb not null,
  primary key (municipality_id, id), unique (municipality_id, table_name, record_id, revision)
);
