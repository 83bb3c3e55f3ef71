import { parseArgs } from 'node:util'
import { applyPack, planApply, shippedPack } from '#app/catalogue/apply-pack.server.ts'
import { asOperator, logOperator } from './database.ts'

export const help = 'list | add --number 766 --code CODE --name NAME --pack PACK --project NAME [--capacity 25]'

/** A municipality with its pack and its first project. Staff come by `helhed staff add`. */
export async function run(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options: {
    number: { type: 'string' }, code: { type: 'string' }, name: { type: 'string' }, pack: { type: 'string' }, project: { type: 'string' }, capacity: { type: 'string' } } })
  if (positionals[0] === 'list') return list()
  const { number, code, name, pack, project } = values
  if (positionals[0] !== 'add' || !number || !code || !name || !pack || !project) throw new Error(`helhed municipality ${help}`)
  if (!/^0?[1-9]\d{2}$/.test(number)) throw new Error('--number: the three digits of the municipality, such as 766')
  if (!/^[a-z][a-z-]*$/.test(code)) throw new Error('--code: small letters a-z and hyphens, such as hedensted')
  if (values.capacity && !/^[1-9]\d{0,3}$/.test(values.capacity)) throw new Error('--capacity: a whole number of families')
  const rules = await shippedPack(pack)
  return asOperator(async (client) => {
    const m = Number(number)
    if ((await client.query('select from municipality where municipality_id = $1 or code = $2', [m, code])).rowCount) throw new Error(`${number} or ${code} is there already`)
    await client.query('begin')
    try {
      await client.query('insert into municipality values ($1, $2, $3)', [m, code, name])
      await applyPack(client, m, await planApply(client, m, pack, rules))
      await client.query('insert into project (municipality_id, code, name, pack, capacity, valid_from) values ($1, $2, $3, $4, $5, current_date)',
        [m, 'project-1', project, pack, values.capacity ? Number(values.capacity) : null])
      await client.query(`insert into department (municipality_id, code, name, sector, valid_from) values ($1, 'project', $2, 'coordination', current_date)`, [m, project])
      await logOperator(client, 'operator.add-municipality', { pack }, m)
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw error
    }
    console.log(`${name} (${number}, ${code}) with ${pack} ${rules.version}. Next: helhed staff add --municipality ${code} …`)
    return 0
  })
}

function list(): Promise<number> {
  return asOperator(async (client) => {
    const { rows } = await client.query<{ municipality_id: number; code: string; name: string }>('select municipality_id, code, name from municipality order by 1')
    for (const r of rows) console.log(`${String(r.municipality_id).padStart(4, '0')}  ${r.code.padEnd(20)}${r.name}`)
    return 0
  })
}
