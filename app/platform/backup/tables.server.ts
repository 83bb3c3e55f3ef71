import type pg from 'pg'

export type BackedUp = { schema: string; table: string; key: string[] }

/** What a backup leaves out, with the reason. */
const LEFT_OUT: Record<string, string> = {
  'public.schema_migration': 'the migrations themselves make it',
  'access.secret': 'belongs to one installation; made anew by the first migration and by `helhed migrate`',
  'access.session': 'people sign in again; a token in a stolen backup opens nothing',
  'access.login_pending': 'minutes old at most',
  'access.rate_limit': 'minutes old at most',
}

/** Every table of the product, in name order, with its primary key. */
export async function backedUpTables(client: pg.Client): Promise<BackedUp[]> {
  const { rows } = await client.query<{ schema: string; table: string; key: string[] }>(`
    select n.nspname as schema, c.relname as table, array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum)) as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_index i on i.indrelid = c.oid and i.indisprimary join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
    where n.nspname in ('public', 'access') and c.relkind = 'r' group by 1, 2 order by 1, 2`)
  return rows.filter((r) => !(`${r.schema}.${r.table}` in LEFT_OUT))
}

export const qualified = (client: pg.Client, t: { schema: string; table: string }) => `${client.escapeIdentifier(t.schema)}.${client.escapeIdentifier(t.table)}`

/**
 * The rows of a table as JSON text in key order, a thousand at a time, within the caller's transaction. Text is never parsed here,
 * so nothing is rounded. With a municipality only its rows. */
export async function* rowsOf(client: pg.Client, t: BackedUp, municipalityId: number | null = null): AsyncGenerator<string[]> {
  const only = municipalityId === null ? '' : `where municipality_id = ${Number(municipalityId)}`
  const order = t.key.map((k) => client.escapeIdentifier(k)).join(', ')
  await client.query(`declare backup_rows no scroll cursor for select to_jsonb(t)::text as row from ${qualified(client, t)} t ${only} order by ${order}`)
  for (;;) {
    const { rows } = await client.query<{ row: string }>('fetch 1000 from backup_rows')
    if (rows.length === 0) break
    yield rows.map((r) => r.row)
  }
  await client.query('close backup_rows')
}
