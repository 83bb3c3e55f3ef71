import { execFileSync } from 'node:child_process'
import type { Context } from '#app/platform/context.ts'
import { readGoals } from '#app/goals/read-goals.server.ts'
import { median, times } from './measure.ts'
import type { startProduct } from './product.ts'
import type { Figure } from './run.ts'

const FAMILIES = process.env['BENCH_PROJECT_FAMILIES'] ?? '3000'

/** The goals of a project with 3,000 families that have registered for two years, against the bare server and against reading the same values by the owner without walls. */
export async function run({ base, owner, env, signedInAs }: Awaited<ReturnType<typeof startProduct>>): Promise<Figure[]> {
  console.error(`seeding one municipality with ${FAMILIES} families …`)
  execFileSync(process.execPath, ['cli.ts', 'seed', '--municipalities', '1', '--families', FAMILIES, '--months', '24', '--random', '5'], { env, stdio: 'ignore' })
  const who = await signedInAs('project-manager')
  const get = async (path: string) => {
    const answer = await fetch(base + path, { headers: { cookie: who.cookie } })
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    await answer.arrayBuffer()
  }
  const now = new Date().toISOString()
  const ctx: Context = { municipalityId: who.municipalityId, actor: { kind: 'staff', id: who.staffId, name: '' }, token: who.token, now, today: now.slice(0, 10), locale: 'da' }
  const bare = median(await times(100, () => get('/healthz')))
  const page = median(await times(10, () => get('/projekt/maal')))
  const own = median(await times(10, () => readGoals(ctx, {})))
  const plain = median(await times(10, () => owner.query(`select case_id, person_id, indicator, month, number, choice from progression_value where municipality_id = $1 and replaced_by is null`, [who.municipalityId])))
  return [
    { name: 'goals', value: page, unit: 'ms', against: 'the bare server (/healthz)', ratio: page / bare },
    { name: 'goals', value: page, unit: 'ms', against: 'its own verb', ratio: page / own },
    { name: 'goals', value: own, unit: 'ms', against: 'fetching every value of the project', ratio: own / plain },
  ]
}
