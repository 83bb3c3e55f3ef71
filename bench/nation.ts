import { createHash, randomBytes } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import type pg from 'pg'
import { readNation } from '#app/nation/read-nation.server.ts'
import type { Context } from '#app/platform/context.ts'
import { seedRegistrations } from '../seed/registrations.ts'
import { median, times } from './measure.ts'
import type { startProduct } from './product.ts'
import type { Figure } from './run.ts'

const MUNICIPALITIES = process.env['BENCH_MUNICIPALITIES'] ?? '10'
const FAMILIES = process.env['BENCH_NATION_FAMILIES'] ?? '100'
const MONTHS = Number(process.env['BENCH_MONTHS'] ?? 36)

/**
 * The nation's page when 12, 24 and 36 months are registered: what it takes must not grow with the registrations (design 5). Held against itself after 12 months, and against counting
 * the same anew. `BENCH_MUNICIPALITIES=98` is the whole country, about 15 million values.
 */
export async function run({ owner, env }: Awaited<ReturnType<typeof startProduct>>): Promise<Figure[]> {
  console.error(`seeding ${MUNICIPALITIES} municipalities with ${FAMILIES} families each …`)
  const before = await municipalities(owner)
  execFileSync(process.execPath, ['cli.ts', 'seed', '--municipalities', MUNICIPALITIES, '--families', FAMILIES, '--months', String(MONTHS + 4), '--youngest', String(MONTHS + 1), '--registered', '0', '--random', '3'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const made = (await municipalities(owner)).filter((m) => !before.includes(m))
  const today = new Date().toISOString().slice(0, 10)
  const ctx = await office(owner)
  const figures: Figure[] = []
  let first = 0
  for (let until = 12; until <= MONTHS; until += 12) {
    const started = performance.now()
    const n = await seedRegistrations(owner, { municipalities: made, from: until === 12 ? 0 : until - 11, until, random: 3, today })
    console.error(`${n} values more in ${Math.round(performance.now() - started) / 1000} s`)
    const read = median(await times(40, () => readNation(ctx, { after: 12 })))
    first ||= read
    figures.push({ name: `nation after ${until} months`, value: read, unit: 'ms', against: 'the same after 12 months', ratio: read / first })
  }
  const read = median(await times(20, () => readNation(ctx, { after: MONTHS })))
  const again = performance.now()
  for (const m of made) await owner.query('select count(*) from access.sums_of(array(select s from access.standing_of($1, null, null, null) s), 1)', [m])
  const recount = performance.now() - again
  const { rows: [size] } = await owner.query<{ values: string; rollups: string }>('select (select count(*) from progression_value) as values, (select count(*) from progression_rollup) as rollups')
  console.error(`${size?.values} values, ${size?.rollups} rows of sums`)
  figures.push({ name: `nation at ${MONTHS} months`, value: read, unit: 'ms', against: `counting ${size?.values} values anew`, ratio: read / recount })
  return figures
}

const municipalities = async (owner: pg.Client) => (await owner.query<{ m: number }>('select municipality_id as m from municipality order by 1')).rows.map((r) => r.m)

/** Somebody of the programme office, signed in. */
async function office(owner: pg.Client): Promise<Context> {
  await owner.query("insert into municipality values (0, 'landet', 'Landet') on conflict do nothing")
  const { rows: [post] } = await owner.query<{ id: number }>(`with d as (insert into department (municipality_id, code, name, sector) values (0, 'programme-office', 'Programkontoret', 'coordination') returning id),
    s as (insert into staff (municipality_id, username, name) values (0, 'programkontor', 'Programkontoret') returning id)
    insert into post (municipality_id, staff_id, department_id, role, valid_from) select 0, s.id, d.id, 'programme-office', '2020-01-01' from s, d returning staff_id::int as id`)
  const token = randomBytes(32).toString('base64url')
  await owner.query(`insert into access.session (token_hash, kind, municipality_id, actor_id, created_at, last_seen_at, expires_at, idle_until) values ($1, 'national', 0, $2, now(), now(), now() + interval '8 hours', now() + interval '8 hours')`,
    [createHash('sha256').update(token).digest(), post!.id])
  const now = new Date().toISOString()
  return { municipalityId: 0, actor: { kind: 'national', id: post!.id, name: '' }, token, now, today: now.slice(0, 10), locale: 'da' }
}
