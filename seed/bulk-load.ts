import type pg from 'pg'

type Guard = { drop: string; make: string }

/**
 * Work on one table with its triggers asleep and open to COPY, which forced row-level security is not. The table is locked until the transaction ends: nobody else sees it so.
 * Whatever a sleeping trigger would have done is the caller's to do.
 */
export async function asleep<T>(client: pg.ClientBase, table: string, work: () => Promise<T>): Promise<T> {
  await client.query(`alter table ${table} disable trigger user, no force row level security`)
  const result = await work()
  await client.query(`alter table ${table} enable trigger user, force row level security`)
  return result
}

/**
 * Loads much into one table past what looks at each row: its triggers sleep, and its foreign keys, exclusions and indexes (but the primary key) are made again afterwards, over all rows
 * at once. Owner's work inside a transaction.
 */
export async function pastGuards<T>(client: pg.ClientBase, table: string, work: () => Promise<T>): Promise<T> {
  const guards = await guardsOf(client, table)
  return asleep(client, table, async () => {
    for (const { drop } of guards) await client.query(drop)
    const result = await work()
    for (const { make } of guards.toReversed()) await client.query(make)
    return result
  })
}

/** Foreign keys first, so that they go before the indexes and come after them. */
async function guardsOf(client: pg.ClientBase, table: string): Promise<Guard[]> {
  const { rows } = await client.query<Guard>(
    `select 'alter table ' || conrelid::regclass || ' drop constraint ' || quote_ident(conname) as drop,
        'alter table ' || conrelid::regclass || ' add constraint ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid) as make
      from pg_constraint where conrelid = $1::regclass and contype in ('f', 'x') order by contype, conname`, [table])
  const { rows: indexes } = await client.query<Guard>(
    `select 'drop index ' || i.indexrelid::regclass as drop, pg_get_indexdef(i.indexrelid) as make from pg_index i
      where i.indrelid = $1::regclass and not i.indisprimary and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.conrelid = i.indrelid) order by 1`, [table])
  return [...rows, ...indexes]
}

/** How many rows the planner believes a table holds. */
export async function roughlyIn(client: pg.ClientBase, table: string): Promise<number> {
  const { rows } = await client.query<{ n: number }>('select greatest(reltuples, 0)::float8 as n from pg_class where oid = $1::regclass', [table])
  return rows[0]?.n ?? 0
}
