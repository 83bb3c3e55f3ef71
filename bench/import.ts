import type pg from 'pg'
import { copyIn } from '../seed/copy-in.ts'
import { COLUMNS, seedRegistrations } from '../seed/registrations.ts'
import type { startProduct } from './product.ts'
import type { Figure } from './run.ts'

const MONTHS = Number(process.env['BENCH_MONTHS'] ?? 36)

/** A load of registrations with everything that belongs to it (shelves, keys, indexes, the nation's sums) against COPY of the same rows into a table that has nothing. */
export async function run({ owner, env }: Awaited<ReturnType<typeof startProduct>>): Promise<Figure[]> {
  const { execFileSync } = await import('node:child_process')
  const before = await municipalities(owner)
  const many = process.env['BENCH_IMPORT_MUNICIPALITIES'] ?? '3'
  execFileSync(process.execPath, ['cli.ts', 'seed', '--municipalities', many, '--families', '100', '--months', String(MONTHS + 4), '--youngest', String(MONTHS + 1), '--registered', '0', '--random', '4'], { env, stdio: 'ignore' })
  const made = (await municipalities(owner)).filter((m) => !before.includes(m))
  const started = performance.now()
  const rows = await seedRegistrations(owner, { municipalities: made, from: 0, until: MONTHS, random: 4, today: new Date().toISOString().slice(0, 10) })
  const whole = performance.now() - started
  const lines = await linesAgain(owner, made)
  await owner.query(`create temp table bare_copy as select ${COLUMNS.join(', ')} from progression_value with no data`)
  const bareStarted = performance.now()
  await copyIn(owner, 'bare_copy', COLUMNS, lines)
  const bare = performance.now() - bareStarted
  return [{ name: 'import of registrations', value: (rows / whole) * 1000, unit: 'rows per second', against: `COPY of the same ${rows} rows into a bare table (times as long)`, ratio: whole / bare }]
}

const municipalities = async (owner: pg.Client) => (await owner.query<{ m: number }>('select municipality_id as m from municipality order by 1')).rows.map((r) => r.m)
/** The rows as lines that COPY reads, out of the table again. */
async function linesAgain(owner: pg.Client, made: number[]): Promise<string[]> {
  const text = COLUMNS.map((c) => `coalesce(${c}::text, '\\N')`).join(" || E'\\t' || ")
  const { rows } = await owner.query<{ line: string }>(`select ${text} || E'\\n' as line from progression_value where municipality_id = any ($1)`, [made])
  return rows.map((r) => r.line)
}
