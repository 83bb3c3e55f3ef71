import type pg from 'pg'

type Column = { table: string; column: string; type: string; nullable: boolean; default: string | null; identity: boolean }

const COLUMNS = `select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable,
  pg_get_expr(d.adbin, d.adrelid) as default, a.attidentity <> '' as identity
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname, a.attnum`

/** The schema as the catalogue tells it: columns, constraints, indexes, policies, grants and triggers; the same text on every PostgreSQL version. */
export async function dumpSchema(client: pg.Client, appRole: string): Promise<string> {
  const columns = (await client.query<Column>(COLUMNS)).rows
  await client.query("select set_config('helhed.app_role', $1, false)", [appRole])
  const lists: Row[][] = []
  for (const statement of [
    `select conrelid::regclass::text as t, conname || ' ' || pg_get_constraintdef(oid) as x from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n' order by 1, 2`,
    `select tablename as t, indexdef as x from pg_indexes where schemaname = 'public' order by 1, 2`,
    `select tablename as t, 'policy ' || policyname || ' for ' || cmd || coalesce(' using ' || qual, '') || coalesce(' with check ' || with_check, '') as x from pg_policies order by 1, 2`,
    `select table_name as t, 'grant ' || string_agg(privilege_type, ', ' order by privilege_type) as x from information_schema.role_table_grants
      where grantee = current_setting('helhed.app_role', true) and table_schema = 'public' group by 1 order by 1`,
    `select tgrelid::regclass::text as t, pg_get_triggerdef(oid) as x from pg_trigger where not tgisinternal order by 1, 2`,
  ]) lists.push((await client.query<Row>(statement)).rows)
  const names = [...new Set(columns.map((c) => c.table))]
  const text = names.map((t) => {
    const own = columns.filter((c) => c.table === t)
    const body = own.map((c) => `  ${c.column} ${c.type}${c.nullable ? '' : ' not null'}${c.identity ? ' identity' : ''}${c.default ? ` default ${c.default}` : ''}`).join(',\n')
    const more = lists.flatMap((l) => l.filter((r) => r.t.replace(/^public\./, '') === t).map((r) => `-- ${r.x.replace(/\s+/g, ' ').replaceAll('public.', '')}`))
    return [`create table ${t} (\n${body}\n);`, ...more].join('\n')
  })
  return '-- Written by `npm run schema`. Do not edit.\n\n' + text.join('\n\n') + '\n'
}
type Row = { t: string; x: string }

const TS: Record<string, string> = {
  integer: 'number', bigint: 'number', smallint: 'number', 'double precision': 'number', numeric: 'string', text: 'string', boolean: 'boolean', date: 'string', jsonb: 'Json', bytea: 'Buffer',
  'timestamp with time zone': 'Timestamp', uuid: 'string', 'bigint[]': 'number[]', 'text[]': 'string[]', 'integer[]': 'number[]', 'date[]': 'string[]', 'numeric[]': 'string[]',
}

// What put_on_shelf fills in when a record is written.
const FILLED = ['shelf_id', 'created_at', 'household_shared']

/** Kysely's table types, from the migrated database. */
export async function tableTypes(client: pg.Client): Promise<string> {
  const columns = (await client.query<Column>(COLUMNS)).rows
  const names = [...new Set(columns.map((c) => c.table))].filter((t) => t !== 'schema_migration')
  const types = names.map((t) => {
    const isRecord = columns.some((c) => c.table === t && c.column === 'late_marked')
    const body = columns.filter((c) => c.table === t).map((c) => {
      const ts = TS[c.type]
      if (!ts) throw new Error(`no TypeScript type for ${t}.${c.column} ${c.type}`)
      const full = c.nullable ? `${ts} | null` : ts
      return `  ${c.column}: ${c.default !== null || c.identity || isRecord && FILLED.includes(c.column) ? `Generated<${full}>` : full}`
    })
    return `export type ${pascal(t)} = {\n${body.join('\n')}\n}`
  })
  const head = `// Written by \`npm run schema\` from the migrated database. Do not edit.
import type { ColumnType } from 'kysely'

/** Filled by the database when left out. */
export type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>
export type Timestamp = ColumnType<string, string | Date, string | Date>
export type Json = ColumnType<unknown, string, string>
`
  return `${head}\n${types.join('\n\n')}\n\nexport type Tables = {\n${names.map((t) => `  ${t}: ${pascal(t)}`).join('\n')}\n}\n`
}
const pascal = (name: string) => name.replace(/(^|_)([a-z0-9])/g, (_, __, c: string) => c.toUpperCase())
