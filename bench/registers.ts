import { execFileSync } from 'node:child_process'
import type pg from 'pg'
import { shippedPack } from '#app/catalogue/apply-pack.server.ts'
import { openCpr } from '#app/platform/cpr/cpr-column.server.ts'
import type { Context } from '#app/platform/context.ts'
import { importRegister, registerFile } from '#app/registers/run-import.server.ts'
import { copyIn } from '../seed/copy-in.ts'
import { COLUMNS } from '../seed/registrations.ts'
import type { startProduct } from './product.ts'
import type { Figure } from './run.ts'

const ROWS = Number(process.env['BENCH_REGISTER_ROWS'] ?? 10_000)
const FAMILIES = process.env['BENCH_REGISTER_FAMILIES'] ?? '300'
const HEAD = 'CPR-nummer;Måned;Fravær i procent'

/** A file of attendance by its project manager, from its bytes to the log of every family, against COPY of the values it made into a table that has nothing; then the same file again. */
export async function run({ owner, env, signedInAs }: Awaited<ReturnType<typeof startProduct>>): Promise<Figure[]> {
  console.error(`seeding one municipality with ${FAMILIES} families …`)
  execFileSync(process.execPath, ['cli.ts', 'seed', '--municipalities', '1', '--families', FAMILIES, '--months', '48', '--registered', '0', '--random', '6'], { env, stdio: 'ignore' })
  const who = await signedInAs('project-manager')
  // Invented municipalities run the national pack, which knows no municipality's files.
  const { registerMappings } = await shippedPack('hedensted')
  await owner.query("update pack_state set content = jsonb_set(content, '{registerMappings}', $2::jsonb) where municipality_id = $1", [who.municipalityId, JSON.stringify(registerMappings)])
  const now = new Date().toISOString()
  const ctx: Context = { municipalityId: who.municipalityId, actor: { kind: 'staff', id: who.staffId, name: '' }, token: who.token, now, today: now.slice(0, 10), locale: 'da' }
  const lines = await fileOf(owner, who.municipalityId, ctx.today)
  const content = new TextEncoder().encode([HEAD, ...lines].join('\n'))
  const project = await owner.query<{ id: string }>("select project_id as id from project_role where municipality_id = $1 and staff_id = $2 and role = 'project-manager'", [who.municipalityId, who.staffId])
  const take = async () => {
    const started = performance.now()
    const report = await importRegister(ctx, { projectId: Number(project.rows[0]!.id), mapping: 'school-absence', file: await registerFile(content, 'fravaer.csv'), acceptGoodRows: true })
    return { report, took: performance.now() - started }
  }
  const first = await take()
  const { tally, families } = first.report
  console.error(`${first.report.rows} rows, ${first.report.issues.length} bad, ${families} families: ${JSON.stringify(tally)}`)
  const bare = await copied(owner, who.municipalityId)
  const again = await take()
  if (again.report.tally.written + again.report.tally.replaced > 0) throw new Error('the same file changed something')
  return [
    { name: 'import-registers', value: (tally.written / first.took) * 1000, unit: 'rows per second', against: `COPY of the same ${bare.rows} rows into a bare table (times as long; parsing, matching, ${families} rows of the log and the nation's sums included)`, ratio: first.took / bare.took },
    { name: 'import-registers again', value: again.took, unit: 'ms', against: 'the first time', ratio: again.took / first.took },
  ]
}

/** Rows of children of the families, month after month back from last month until there are enough, none before the family came. */
async function fileOf(owner: pg.Client, m: number, today: string): Promise<string[]> {
  const { rows } = await owner.query<{ cpr_encrypted: Buffer; cpr_hash: Buffer; month: string; n: number }>(
    `select c.cpr_encrypted, c.cpr_hash, to_char(g, 'YYYY-MM') as month, (random() * 40)::int as n
     from case_person x join person p on p.municipality_id = x.municipality_id and p.id = x.person_id and p.born > $2::date - interval '17 years' and p.died is null
     join person_cpr c on c.municipality_id = x.municipality_id and c.subjects = array[x.person_id]
     join lateral (select max(coalesce(r.intake_on, r.decided_at::date)) as came from referral r where r.municipality_id = $1 and r.case_id = x.case_id and r.decision = 'accepted') i on i.came is not null,
     lateral generate_series(greatest(date_trunc('month', i.came), p.born), date_trunc('month', $2::date) - interval '1 month', interval '1 month') g
     where x.municipality_id = $1 and x.role = 'family' and g > p.born order by g desc, x.person_id limit $3`, [m, today, ROWS])
  return rows.map((r) => `${openCpr(m, r)};${r.month};${r.n}`)
}

async function copied(owner: pg.Client, m: number): Promise<{ rows: number; took: number }> {
  const text = COLUMNS.map((c) => `coalesce(${c}::text, '\\N')`).join(" || E'\\t' || ")
  const { rows } = await owner.query<{ line: string }>(`select ${text} || E'\\n' as line from progression_value where municipality_id = $1 and how = 'register'`, [m])
  await owner.query('create temp table bare_register (like progression_value including defaults); alter table bare_register alter id drop not null')
  const started = performance.now()
  await copyIn(owner, 'bare_register', COLUMNS, rows.map((r) => r.line))
  return { rows: rows.length, took: performance.now() - started }
}
