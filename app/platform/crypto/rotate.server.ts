import type pg from 'pg'
import { decrypt, encrypt, type Keys, needsRotation } from './column-cipher.server.ts'

/** One encrypted column: where its rows are, and what each value is bound to (`bound` columns make the aad). `record`: its earlier revisions hold values too. */
export type EncryptedColumn = { table: string; column: string; key: string[]; bound: string[]; aad: (row: Record<string, unknown>) => string; record?: boolean }
type Row = Record<string, unknown>

/**
 * Encrypts with the newest key what an older one encrypted, 500 rows a transaction, so that the product may go on meanwhile. Safe to run again.
 * @returns how many values were renewed
 */
export async function rotateColumn(client: pg.Client, keys: Keys, c: EncryptedColumn): Promise<number> {
  const id = (name: string) => client.escapeIdentifier(name)
  const columns = [...new Set([...c.key, ...c.bound])].map(id).join(', ')
  const order = c.key.map(id).join(', ')
  let renewed = 0
  let after: unknown[] | null = null
  for (;;) {
    const where: string = after ? `where (${order}) > (${after.map((_, i) => `$${i + 1}`).join(', ')})` : ''
    await client.query('begin')
    // A new ciphertext of the same text is no new revision.
    if (c.record) await client.query(`alter table ${id(c.table)} disable trigger user`)
    const { rows }: { rows: Row[] } = await client.query<Row>(`select ${columns}, ${id(c.column)} as value from ${id(c.table)} ${where} order by ${order} limit 500 for update`, after ?? [])
    for (const row of rows) {
      const value = row['value'] as Buffer | null
      if (!value || !needsRotation(keys, value)) continue
      const aad = c.aad(row)
      const fresh = encrypt(keys, decrypt(keys, value, aad), aad)
      const match = c.key.map((k, i) => `${id(k)} = $${i + 2}`).join(' and ')
      await client.query(`update ${id(c.table)} set ${id(c.column)} = $1 where ${match}`, [fresh, ...c.key.map((k) => row[k])])
      renewed++
    }
    if (c.record) await client.query(`alter table ${id(c.table)} enable trigger user`)
    await client.query('commit')
    if (rows.length < 500) return renewed + (c.record ? await rotateHistory(client, keys, c) : 0)
    after = c.key.map((k) => rows[rows.length - 1]![k])
  }
}

/** The values in earlier revisions of records, which lie as JSON (`\\x…`). */
async function rotateHistory(client: pg.Client, keys: Keys, c: EncryptedColumn): Promise<number> {
  const { rows } = await client.query<{ municipality_id: number; id: string; row: Row }>(
    'select municipality_id, id, row_before as row from record_history where table_name = $1 and row_before ->> $2 is not null', [c.table, c.column])
  let renewed = 0
  for (const { municipality_id, id, row } of rows) {
    const value = fromHex(row[c.column])
    if (!value || !needsRotation(keys, value)) continue
    const bound = Object.fromEntries(Object.entries(row).map(([name, v]) => [name, fromHex(v) ?? v]))
    const aad = c.aad(bound)
    const fresh = `\\x${encrypt(keys, decrypt(keys, value, aad), aad).toString('hex')}`
    await client.query('update record_history set row_before = jsonb_set(row_before, array[$3], to_jsonb($4::text)) where municipality_id = $1 and id = $2', [municipality_id, id, c.column, fresh])
    renewed++
  }
  return renewed
}
const fromHex = (v: unknown): Buffer | null => (typeof v === 'string' && v.startsWith('\\x') ? Buffer.from(v.slice(2), 'hex') : null)
