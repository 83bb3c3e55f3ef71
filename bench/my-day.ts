import { execFileSync } from 'node:child_process'
import { readMyDay } from '#app/overview/read-my-day.server.ts'
import type { Context } from '#app/platform/context.ts'
import { median, times } from './measure.ts'
import type { startProduct } from './product.ts'
import type { Figure } from './run.ts'

const FAMILIES = process.env['BENCH_DAY_FAMILIES'] ?? '3000'
const HELPED = 40

/** "Hvad skal jeg i dag?" of a coordinator with 40 families in a municipality of 3,000, against the bare server, one family, and the same rows read by the owner. */
export async function run({ base, owner, env, signedIn }: Awaited<ReturnType<typeof startProduct>>): Promise<Figure[]> {
  console.error(`seeding one municipality with ${FAMILIES} families …`)
  execFileSync(process.execPath, ['cli.ts', 'seed', '--municipalities', '1', '--families', FAMILIES, '--months', '24', '--random', '3'], { env, stdio: 'ignore' })
  // The busiest of all stands in the largest municipality.
  const [who] = await signedIn(1)
  if (!who) throw new Error('nobody helps a family')
  const m = who.municipalityId
  await helps(owner, m, who.staffId, HELPED)
  const now = new Date().toISOString()
  const ctx: Context = { municipalityId: m, actor: { kind: 'staff', id: who.staffId, name: '' }, token: who.token, now, today: now.slice(0, 10), locale: 'da' }
  const get = async (path: string) => {
    const answer = await fetch(base + path, { headers: { cookie: who.cookie } })
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    await answer.arrayBuffer()
  }
  const { sections, helps: found } = await readMyDay(ctx, {})
  console.error(`${found} families, ${Object.values(sections).flat().length} things`)
  const bare = median(await times(100, () => get('/healthz')))
  const page = median(await times(20, () => get('/i-dag')))
  const own = median(await times(20, () => readMyDay(ctx, {})))
  const plain = median(await times(20, () => owner.query(`select c.id, count(distinct g.id), count(distinct x.id), count(distinct k.id) from assignment a join family_case c on c.municipality_id = a.municipality_id and c.id = a.case_id
    left join agreement g on g.municipality_id = c.municipality_id and g.case_id = c.id left join meeting x on x.municipality_id = c.municipality_id and x.case_id = c.id
    left join task k on k.municipality_id = c.municipality_id and k.case_id = c.id where a.municipality_id = $1 and a.staff_id = $2 group by c.id`, [m, who.staffId])))
  await helps(owner, m, who.staffId, 1)
  const one = median(await times(20, () => readMyDay(ctx, {})))
  return [
    { name: 'my-day', value: page, unit: 'ms', against: 'the bare server (/healthz)', ratio: page / bare },
    { name: 'my-day', value: page, unit: 'ms', against: 'its own verb and its SQL', ratio: page / own },
    { name: 'my-day', value: own, unit: 'ms', against: 'a plain grouping of the same families by the owner', ratio: own / plain },
    { name: 'my-day', value: own, unit: 'ms', against: 'the same page with one family', ratio: own / one },
  ]
}

type Owner = { query: (text: string, values: unknown[]) => Promise<{ rows: { id: string }[] }> }
/** Exactly so many families for this coordinator: the first ones of the municipality with a place. */
async function helps(owner: Owner, m: number, staffId: number, count: number): Promise<void> {
  const { rows } = await owner.query(
    `select c.id from family_case c where c.municipality_id = $1 and not exists (select from closure k where k.municipality_id = $1 and k.case_id = c.id)
       and exists (select from referral r where r.municipality_id = $1 and r.case_id = c.id and r.decision = 'accepted') order by c.id limit $2`,
    [m, count],
  )
  const ids = rows.map((row) => row.id)
  await owner.query("delete from assignment where municipality_id = $1 and (staff_id = $2 or case_id = any ($3::bigint[]) and role = 'coordinator')", [m, staffId, ids])
  await owner.query(
    "insert into assignment (municipality_id, case_id, staff_id, role, sector, valid_from) select $1, x, $2, 'coordinator', 'coordination', '2026-01-01' from unnest($3::bigint[]) x",
    [m, staffId, ids],
  )
}
