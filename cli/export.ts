import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { backedUpTables, rowsOf } from '#app/platform/backup/tables.server.ts'
import { asOperator } from './database.ts'

export const help = 'all rows of one municipality as JSON lines: --municipality CODE --out DIR'

/** One file per table, one row a line, from one moment. What is encrypted stays so. The export itself is in the municipality's log. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { municipality: { type: 'string' }, out: { type: 'string' } } })
  const { municipality, out } = values
  if (!municipality || !out) throw new Error('helhed export --municipality CODE --out DIR')
  return asOperator(async (client) => {
    const { rows } = await client.query<{ municipality_id: number }>('select municipality_id from municipality where code = $1', [municipality])
    const m = rows[0]?.municipality_id
    if (m === undefined) throw new Error(`no municipality with the code "${municipality}"`)
    mkdirSync(out, { recursive: true, mode: 0o700 })
    await client.query("select access.append_audit_as($1, 'job', 0, 'operator.export', 'done', null, '{}', '{}', '{operator}', '{}', null, null)", [m])
    await client.query('begin isolation level repeatable read read only')
    let total = 0
    for (const t of (await backedUpTables(client)).filter((x) => x.schema === 'public' && x.key[0] === 'municipality_id')) {
      const file = openSync(join(out, `${t.table}.jsonl`), 'w', 0o600)
      for await (const batch of rowsOf(client, t, m)) {
        writeSync(file, batch.join('\n') + '\n')
        total += batch.length
      }
      closeSync(file)
    }
    await client.query('rollback')
    console.log(`${total} rows of ${municipality} in ${out}`)
    return 0
  })
}
