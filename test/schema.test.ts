import { beforeAll, expect, test } from 'vitest'
import { CALLABLE } from './callable-functions.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'

/* What every table, function and grant of the database must keep to, read from the catalogue, so that nobody has to remember. */

let t: TestDatabase
let app: string
beforeAll(async () => {
  t = await createTestDatabase()
  app = new URL(t.appUrl.replace('@/', '@localhost/')).username
})

/** Tables that stand outside a municipality's wall, each with its reason. */
const EXCEPTIONS: Record<string, string> = {
  'public.municipality': 'names of municipalities are public; its key is the municipality itself',
  'public.schema_migration': 'which migrations have run; no data of anybody, the serving login reads only',
}
/** Schemas whose tables no statement of the serving login reaches, except through definer functions. */
const INNER = ['access']
type TableRow = {
  name: string
  schema: string
  secured: boolean
  forced: boolean
  owned: boolean
  leads: boolean
  too_much: boolean
  policies: number
  operator: boolean
  granted: boolean
  columns: string[]
}
const tables = async (): Promise<TableRow[]> =>
  (
    await t.owner.query<TableRow>(
      `
  select n.nspname || '.' || c.relname as name, n.nspname as schema, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
    pg_get_userbyid(c.relowner) = $1 as owned,
    exists (select from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where i.indrelid = c.oid and i.indisprimary and a.attname = 'municipality_id') as leads,
    has_table_privilege($1, c.oid, 'truncate') or has_table_privilege($1, c.oid, 'references')
      or has_table_privilege($1, c.oid, 'trigger') as too_much,
    (select count(*)::int from pg_policy p where p.polrelid = c.oid and p.polname <> 'operator') as policies,
    exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'operator' and p.polroles = array[c.relowner]) as operator,
    has_any_column_privilege($1, c.oid, 'select, insert, update') or has_table_privilege($1, c.oid, 'delete') as granted,
    array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss')
    and n.nspname not like 'pg_temp%' order by 1`,
      [app],
    )
  ).rows

test('every table of a municipality is walled: leading key, forced security, an operator policy, no rights too many', async () => {
  const faults = (await tables())
    .filter((x) => !INNER.includes(x.schema) && !(x.name in EXCEPTIONS))
    .flatMap((x) =>
      [
        x.leads ? [] : [`${x.name}: municipality_id is not first in the primary key`],
        x.secured && x.forced ? [] : [`${x.name}: row-level security is not on and forced`],
        x.operator ? [] : [`${x.name}: no operator policy for its owner`],
        x.owned ? [`${x.name}: belongs to the serving login`] : [],
        x.too_much ? [`${x.name}: truncate, references or trigger is granted`] : [],
        x.granted && x.policies === 0 ? [`${x.name}: granted without a policy`] : [],
      ].flat(),
    )
  expect(faults).toEqual([])
})

test('tables of the inner schema are reached through functions only', async () => {
  expect((await tables()).filter((x) => INNER.includes(x.schema) && (x.granted || x.too_much)).map((x) => x.name)).toEqual([])
})

test('nothing is deleted through the serving login, but drafts and other named scraps', async () => {
  const { rows } = await t.owner.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
    and has_table_privilege($1, c.oid, 'delete') order by 1`,
    [app],
  )
  expect(rows.map((x) => x.name).filter((name) => !(name in DELETABLE))).toEqual([])
})
const DELETABLE: Record<string, string> = {
  draft: 'an unfinished form, the writer’s own',
  api_token: 'a person’s own token',
  notification: 'a read notice',
}

test('foreign keys lead with the municipality and have an index', async () => {
  const { rows } = await t.owner.query<{ fault: string }>(`
    select c.conrelid::regclass || ' (' || string_agg(a.attname, ', ' order by k.n) || ')' as fault from pg_constraint c
      cross join unnest(c.conkey) with ordinality k(attnum, n) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum
    where c.contype = 'f' and c.connamespace in ('public'::regnamespace, 'access'::regnamespace) group by c.oid, c.conrelid, c.conkey
    having (array_agg(a.attname::text order by k.n))[1] <> 'municipality_id'
      or not exists (select from pg_index i where i.indrelid = c.conrelid and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)
    order by 1`)
  expect(rows.map((x) => x.fault).filter((f) => !(f in PLAIN_KEYS))).toEqual([])
})
const PLAIN_KEYS: Record<string, string> = { 'access.issuer (municipality_id)': 'a handful of rows, read whole at sign-in' }

/** Columns of every record that no update of the serving login may name. */
const FIXED = ['municipality_id', 'id', 'case_id', 'sector', 'category', 'author_staff_id', 'author_person_id', 'shelf_id', 'revision', 'created_at',
  'replaces', 'replaced_by', 'late_marked']

/** Policies that only take away, over those that every record has: each with its reason. */
const NARROWED: Record<string, string> = {
  'meeting_participant.other_parent_by_consent': "the other parent's caseworker is known only while that parent's consent says so (docs/decisions/0400)",
  'minutes_answer.writers_own': 'a disagreement with the minutes is its writer’s until released (docs/decisions/0431)',
  'obligation_fact.own_authority': 'writing only: an anchor is given by the authority whose obligation it is (docs/decisions/0440)',
  'obligation_served.own_authority': 'writing only: that a meeting served an obligation is ticked by its own authority (docs/decisions/0440)',
  'record_history.other_parent_by_consent': 'what was known of that caseworker earlier ends with the consent too (docs/decisions/0400)',
  'record_history.ties_as_narrow': 'what a tie said earlier is seen by nobody who may not see the tie (docs/decisions/0301)',
  'tie.only_who_drew_it': 'a tie is seen by the one who said it and the coordinators only (docs/decisions/0301)',
}
test('what is narrower than its shelf is named here with its reason', async () => {
  const { rows } = await t.owner.query<{ name: string }>(
    "select polrelid::regclass::text || '.' || polname as name from pg_policy where not polpermissive order by 1",
  )
  expect(rows.map((x) => x.name)).toEqual(Object.keys(NARROWED))
})

test('every record table carries the same policies and triggers, and no access column is updatable', async () => {
  const { rows: record } = await t.owner.query<{ name: string; oid: number }>(
    "select tgrelid::regclass::text as name, tgrelid::int as oid from pg_trigger where tgname = 'put_on_shelf' order by 1",
  )
  expect(record.length).toBeGreaterThan(0)
  const shapes = new Map<string, string[]>()
  for (const { name, oid } of record) {
    const { rows } = await t.owner.query<{ shape: string }>(
      `select (select string_agg(polname::text || polcmd::text || polpermissive::text || coalesce(pg_get_expr(polqual, polrelid), '')
        || coalesce(pg_get_expr(polwithcheck, polrelid), ''), E'\\n' order by polname)
        from pg_policy where polrelid = $1 and polname <> 'operator' and polpermissive) || (select string_agg(pg_get_functiondef(tgfoid), '' order by
          tgname) from pg_trigger where tgrelid = $1 and tgname in ('put_on_shelf', 'replaced') and tgenabled = 'O') as shape`,
      [oid],
    )
    const shape = rows[0]?.shape ?? ''
    shapes.set(shape, [...(shapes.get(shape) ?? []), name])
    const { rows: may } = await t.owner.query<{ c: string }>(
      `select attname::text as c from pg_attribute where attrelid = $1 and attnum > 0 and not attisdropped
        and has_column_privilege($2, $1::oid, attname, 'update')
      and attname = any ($3)`,
      [oid, app, FIXED],
    )
    expect(may.map((x) => `${name}.${x.c}`)).toEqual([])
  }
  expect([...shapes.values()].length, JSON.stringify([...shapes.values()])).toBe(1)
})

test('a table with a case and subjects is a record table', async () => {
  const { rows } = await t.owner.query<{
    name: string
  }>(`select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'shelf'
    and (select count(*) from pg_attribute a where a.attrelid = c.oid and a.attname in ('case_id', 'subjects') and not a.attisdropped) = 2
    and not exists (select from pg_trigger g where g.tgrelid = c.oid and g.tgname = 'put_on_shelf')`)
  expect(rows).toEqual([])
})

test('the serving login is nobody in particular', async () => {
  const { rows } = await t.owner.query(
    'select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = $1',
    [app],
  )
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false }])
  const { rows: member } = await t.owner.query('select roleid::regrole::text from pg_auth_members where member = $1::regrole', [app])
  expect(member).toEqual([])
  const { rows: made } = await t.owner.query(
    "select has_schema_privilege($1, 'public', 'create') or has_schema_privilege($1, 'access', 'create') as may",
    [app],
  )
  expect(made).toEqual([{ may: false }])
})

test('definer functions fix their search path, ending in pg_temp', async () => {
  const { rows } = await t.owner.query<{
    f: string
  }>(`select p.oid::regprocedure::text as f from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('public', 'access') and p.prosecdef and not exists (select
      from unnest(p.proconfig) c where c ~ '^search_path=.*pg_temp"?$')`)
  expect(rows.map((x) => x.f)).toEqual([])
})

test('views obey the policies of who asks', async () => {
  const { rows } = await t.owner
    .query(`select relname from pg_class where relkind in ('v', 'm') and relnamespace in ('public'::regnamespace, 'access'::regnamespace)
    and not coalesce(reloptions::text, '') ~ 'security_invoker=(true|on|1)'`)
  expect(rows).toEqual([])
})

test('the serving login may call exactly these functions', async () => {
  const { rows } = await t.owner.query<{ f: string }>(
    `select distinct n.nspname || '.' || p.proname as f from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('public', 'access') and has_function_privilege($1, p.oid, 'execute') and not exists (select
      from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`,
    [app],
  )
  expect(rows.map((x) => x.f)).toEqual([...CALLABLE].sort())
})
