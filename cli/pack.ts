import { parseArgs } from 'node:util'
import { applyPack, PackBroken, type Plan, planApply, shippedPack } from '#app/catalogue/apply-pack.server.ts'
import type { Answer } from '#app/catalogue/diff-pack.ts'
import { asOperator, logOperator } from './database.ts'

export const help = 'check|diff|apply PACK --municipality CODE [--folder DIR] [--answer section/code=mine|theirs …]'

export async function run(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options: { municipality: { type: 'string' }, folder: { type: 'string' }, answer: { type: 'string', multiple: true, default: [] } } })
  const [what, code] = positionals
  if (!code || !['check', 'diff', 'apply'].includes(what ?? '')) throw new Error(`helhed pack ${help}`)
  try {
    const pack = await shippedPack(code, values.folder)
    if (what === 'check') {
      console.log(`${code} ${pack.version}: ok`)
      return 0
    }
    if (!values.municipality) throw new Error('--municipality CODE is missing / mangler')
    const place = values.municipality
    return await asOperator(async (client) => {
      const { rows } = await client.query<{ municipality_id: number }>('select municipality_id from municipality where code = $1', [place])
      if (!rows[0]) throw new Error(`no municipality with the code "${place}"`)
      const plan = await planApply(client, rows[0].municipality_id, code, pack)
      show(plan)
      if (what === 'diff') return 0
      const result = await applyPack(client, rows[0].municipality_id, plan, readAnswers(values.answer))
      if ('unanswered' in result) {
        console.log('\nNothing was applied: both the municipality and the new version have changed these. Answer each:')
        for (const key of result.unanswered) console.log(`  --answer ${key}=mine   or   --answer ${key}=theirs`)
        return 1
      }
      if (result.applied !== null) await logOperator(client, 'operator.apply-pack', { pack: code, state: result.applied }, rows[0].municipality_id)
      console.log(result.applied === null ? `${code} ${pack.version} is applied already; nothing to do` : `${code} ${pack.version} applied`)
      return 0
    })
  } catch (error) {
    if (!(error instanceof PackBroken)) throw error
    console.error(error.message)
    return 1
  }
}

function show(plan: Plan): void {
  if (plan.kind === 'first') return console.log('not applied before')
  console.log(plan.difference.summary.en)
  for (const item of plan.difference.items) console.log(`  ${item.kind.padEnd(9)}${item.key}: ${item.text.en}`)
}

function readAnswers(list: string[]): Record<string, Answer> {
  return Object.fromEntries(list.map((one) => {
    const [key, answer] = one.split('=')
    if (!key || (answer !== 'mine' && answer !== 'theirs')) throw new Error(`--answer ${one}: write section/code=mine or section/code=theirs`)
    return [key, answer]
  }))
}
