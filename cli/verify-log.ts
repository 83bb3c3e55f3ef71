import { parseArgs } from 'node:util'
import { asOperator } from './database.ts'

export const help = 'check the audit chain [--municipality CODE] [--head HASH]'
type Chain = { rows: number; head: Buffer | null; broken_seq: string | null; reason: string | null }

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { municipality: { type: 'string' }, head: { type: 'string' } } })
  if (values.head && !/^[0-9a-f]{64}$/.test(values.head)) throw new Error('--head must be the 64 hexadecimal digits that an earlier run printed')
  return asOperator(async (client) => {
    const { rows: places } = await client.query<{ municipality_id: number; code: string }>(
      'select municipality_id, code from municipality where $1::text is null or code = $1 order by 1', [values.municipality ?? null])
    if (places.length === 0 && values.municipality) throw new Error(`no municipality with the code "${values.municipality}"`)
    let broken = 0
    let found = !values.head
    for (const { municipality_id, code } of places) {
      const { rows } = await client.query<Chain>('select * from access.verify_audit($1)', [municipality_id])
      const chain = rows[0]!
      if (chain.broken_seq) {
        broken++
        console.log(`${code}: BROKEN at row ${chain.broken_seq}: ${chain.reason}`)
      } else console.log(`${code}: ${chain.rows} rows, head ${chain.head?.toString('hex') ?? '-'}`)
      if (values.head) {
        const { rowCount } = await client.query(`select from audit_log where municipality_id = $1 and hash = decode($2, 'hex') union all select from audit_seal where municipality_id = $1 and hash = decode($2, 'hex')
          union all select where sha256(convert_to('helhed audit chain ' || $1::int, 'UTF8')) = decode($2, 'hex')`,
          [municipality_id, values.head])
        found ||= Boolean(rowCount)
      }
    }
    if (!found) console.log('BROKEN: the given head is not in the chain: rows have been cut off or replaced since')
    return broken > 0 || !found ? 1 : 0
  })
}
