import type { Context } from '#app/platform/context.ts'
import { readFamilyHead } from '#app/overview/read-family-head.server.ts'
import { readPlan } from '#app/plan/read-plan.server.ts'
import { median, times } from './measure.ts'
import type { startProduct } from './product.ts'
import type { Figure } from './run.ts'

/** The plan of a family as a page, against the bare server and against its own database work. */
export async function run({ base, signedIn }: Awaited<ReturnType<typeof startProduct>>): Promise<Figure[]> {
  const [who] = await signedIn(1)
  const caseId = who!.caseIds[0]!
  const get = async (path: string) => {
    const answer = await fetch(base + path, { headers: { cookie: who!.cookie } })
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    await answer.arrayBuffer()
  }
  const now = new Date().toISOString()
  const ctx: Context = { municipalityId: who!.municipalityId, actor: { kind: 'staff', id: who!.staffId, name: '' }, token: who!.token, now, today: now.slice(0, 10), locale: 'da' }
  const bare = median(await times(200, () => get('/healthz')))
  const page = median(await times(200, () => get(`/familier/${caseId}/planen`)))
  const own = median(await times(200, async () => {
    await readFamilyHead(ctx, { caseId })
    await readPlan(ctx, { caseId })
  }))
  return [
    { name: 'family-page', value: page, unit: 'ms', against: 'the bare server (/healthz)', ratio: page / bare },
    { name: 'family-page', value: page, unit: 'ms', against: 'its own verbs and their SQL', ratio: page / own },
  ]
}
