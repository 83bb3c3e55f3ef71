import { attendanceSeries } from '#app/attendance/queries.server.ts'
import { attainmentSeries } from '#app/instruments/attainment-queries.server.ts'
import { instrumentSeries } from '#app/instruments/queries.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { indicatorSeries } from '#app/progression/series-queries.server.ts'
import type { Series } from '#app/progression/series.ts'
import { ratingSeries } from '#app/ratings/queries.server.ts'

/** Everything that is measured of the family and that the reader may see, whoever measured it; one or two statements for each source. What they say themselves comes first. */
export async function allSeries(tx: Tx, caseId: number, today: string): Promise<Series[]> {
  const own = await ratingSeries(tx, caseId)
  const goals = await attainmentSeries(tx, caseId, today)
  const forms = await instrumentSeries(tx, caseId, today)
  const judged = await indicatorSeries(tx, caseId, today)
  return [...own, ...goals, ...forms, ...judged, ...(await attendanceSeries(tx, caseId, today))]
}
