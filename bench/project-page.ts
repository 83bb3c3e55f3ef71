import { execFileSync } from 'node:child_process'
import type { Context } from '#app/platform/context.ts'
import { readProject } from '#app/monitoring/read-project.server.ts'
import { median, times } from './measure.ts'
import type { startProduct } from './product.ts'
import type { Figure } from './run.ts'

const FAMILIES = process.env['BENCH_PROJECT_FAMILIES'] ?? '3000'

/** The project manager's page of a project with 3,000 families, against the bare server and against the same counted by the owner without walls. */
export async function run({ base, owner, env, signedInAs }: Awaited<ReturnType<typeof startProduct>>): Promise<Figure[]> {
  console.error(`seeding one municipality with ${FAMILIES} families …`)
  execFileSync(process.execPath, ['cli.ts', 'seed', '--municipalities', '1', '--families', FAMILIES, '--months', '24', '--random', '2'], { env, stdio: 'ignore' })
  const who = await signedInAs('project-manager')
  const get = async (path: string) => {
    const answer = await fetch(base + path, { headers: { cookie: who.cookie } })
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    await answer.arrayBuffer()
  }
  const now = new Date().toISOString()
  const ctx: Context = { municipalityId: who.municipalityId, actor: { kind: 'staff', id: who.staffId, name: '' }, token: who.token, now, today: now.slice(0, 10), locale: 'da' }
  const { families } = await readProject(ctx, { projectId: null })
  console.error(`${families} families take part`)
  const bare = median(await times(100, () => get('/healthz')))
  const page = median(await times(20, () => get('/projekt')))
  const own = median(await times(20, () => readProject(ctx, { projectId: null })))
  const opened = median(await times(20, () => get('/projekt/tal?mangler=no-follow-up-date')))
  const plain = median(await times(20, () => owner.query(`select c.id, count(distinct a.staff_id), min(v.agreed_on), max(f.next_follow_up_on) from family_case c
    left join assignment a on a.municipality_id = c.municipality_id and a.case_id = c.id left join plan_version v on v.municipality_id = c.municipality_id and v.case_id = c.id
    left join family_plan f on f.municipality_id = c.municipality_id and f.case_id = c.id where c.municipality_id = $1 group by c.id`, [who.municipalityId])))
  return [
    { name: 'project-page', value: page, unit: 'ms', against: 'the bare server (/healthz)', ratio: page / bare },
    { name: 'project-page', value: page, unit: 'ms', against: 'its own verb and its SQL', ratio: page / own },
    { name: 'project-page', value: own, unit: 'ms', against: 'a plain grouping of the same families by the owner', ratio: own / plain },
    { name: 'project-figure', value: opened, unit: 'ms', against: 'the page it is opened from', ratio: opened / page },
  ]
}
