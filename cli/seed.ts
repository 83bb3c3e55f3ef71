import { parseArgs } from 'node:util'
import { seedSynthetic } from '../seed/synthetic.ts'
import { migrate } from '#app/platform/database/migrate.server.ts'
import { asOperator } from './database.ts'

export const help = 'invented municipalities and families: --municipalities N --families N (in each) --months N (the oldest case) --youngest N (months, the newest case) --registered N (months of registration; as --months) --random S'

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      municipalities: { type: 'string', default: '1' },
      families: { type: 'string', default: '100' },
      months: { type: 'string', default: '12' },
      youngest: { type: 'string', default: '0' },
      registered: { type: 'string' },
      random: { type: 'string', default: '1' },
      today: { type: 'string' },
    },
  })
  const wish = {
    municipalities: whole('municipalities', values.municipalities, 1, 98),
    families: whole('families', values.families, 1, 100_000),
    months: whole('months', values.months, 1, 240),
    youngest: whole('youngest', values.youngest, 0, 239),
    registered: whole('registered', values.registered ?? values.months, 0, 240),
    random: whole('random', values.random, 0, 2 ** 32 - 1),
  }
  return asOperator(async (client, at) => {
    await migrate(at.ownerUrl, at.appRole)
    if (at.config.mode === 'production' && (await client.query('select from person limit 1')).rowCount) {
      throw new Error(
        'there are people in this database: invented ones are not mixed with real ones / der er personer i databasen i forvejen',
      )
    }
    const { rows } = await client.query<{ day: string }>('select access.day(access.now())::text as day')
    const started = Date.now()
    const done = await seedSynthetic(client, { ...wish, today: values.today ?? rows[0]!.day }, progress)
    const families = done.reduce((sum, one) => sum + one.families, 0)
    console.log(`${done.length} municipalities, ${families} families in ${((Date.now() - started) / 1000).toFixed(1)} s`)
    return 0
  })
}

/** One line that counts in a terminal, a line each elsewhere. */
function progress(line: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${line}`)
  else console.log(line)
}

function whole(name: string, text: string, least: number, most: number): number {
  const n = Number(text)
  if (!Number.isInteger(n) || n < least || n > most) throw new Error(`--${name}: write a whole number between ${least} and ${most}`)
  return n
}
