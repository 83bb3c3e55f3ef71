import type pg from 'pg'

/** Rows of one table, as the database names its columns. */
export type Row = Record<string, unknown>

/** Gives new rows their numbers, so that rows can point at each other before any of them is written. */
export type Ids = { next: (table: string) => number }

/** Counts what is needed: run the building once with this, reserve, and run it again. */
export function countingIds(): Ids & { needed: Map<string, number> } {
  const needed = new Map<string, number>()
  return {
    needed,
    next: (table) => {
      const n = (needed.get(table) ?? 0) + 1
      needed.set(table, n)
      return n
    },
  }
}

/** Takes as many numbers from each table's own sequence as were counted; safe beside a server that runs. */
export async function reserveIds(client: pg.ClientBase, needed: Map<string, number>): Promise<Ids> {
  const pools = new Map<string, number[]>()
  for (const [table, n] of needed) {
    const { rows } = await client.query<{ id: string }>(
      "select nextval(pg_get_serial_sequence($1, 'id')) as id from generate_series(1, $2::int)",
      [table, n],
    )
    pools.set(table, rows.map((r) => Number(r.id)).reverse())
  }
  return {
    next: (table) => {
      const id = pools.get(table)?.pop()
      if (id === undefined) throw new Error(`no number reserved for ${table}`)
      return id
    },
  }
}

/** One statement for all rows of a table that have the same columns; the others in statements of their own. Columns not given keep their default. */
export async function insertRows(client: pg.ClientBase, table: string, rows: readonly Row[]): Promise<void> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const names = Object.keys(row)
      .filter((name) => row[name] !== undefined)
      .sort()
      .join(',')
    groups.set(names, [...(groups.get(names) ?? []), row])
  }
  for (const [names, some] of groups) {
    await client.query(`insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, $1)`, [
      JSON.stringify(some, plain),
    ])
  }
}

/** Inserts one row and gives its number. */
export async function insertRow(client: pg.ClientBase, table: string, row: Row): Promise<number> {
  const names = Object.keys(row).join(', ')
  const { rows } = await client.query<{ id: string }>(
    `insert into ${table} (${names}) select ${names} from jsonb_populate_record(null::${table}, $1) returning id`,
    [JSON.stringify(row, plain)],
  )
  return Number(rows[0]!.id)
}

// JSON.stringify has turned a Buffer into {type, data} before the replacer sees it: bytea columns read the text form.
const plain = (_: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && 'type' in value && value.type === 'Buffer' && 'data' in value && Array.isArray(value.data)
    ? `\\x${Buffer.from(value.data as number[]).toString('hex')}`
    : value
