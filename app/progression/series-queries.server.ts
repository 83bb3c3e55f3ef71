import { inForce } from '#app/catalogue/pack-item.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { seriesIn } from './indicator-series.ts'
import { valuesOf } from './queries.server.ts'
import type { Series } from './series.ts'

/**
 * The family's monthly values that the reader may see, as series: real values only, never a carried one. An indicator that is no longer asked keeps its curve.
 * @param today the pack's wording of that day where it has one
 */
export async function indicatorSeries(tx: Tx, caseId: number, today: string): Promise<Series[]> {
  const pack = await casePack(tx, caseId)
  const newest = <T extends { code: string; validFrom: string; validUntil: string | null }>(items: readonly T[]): T[] => [
    ...new Map([...items, ...inForce(items, today)].map((i) => [i.code, i])).values(),
  ]
  return seriesIn(await valuesOf(tx, caseId), newest(pack.indicators), newest(pack.scales))
}
