import { sql } from 'kysely'
import type { Tx } from '#app/platform/db.server.ts'
import { addMonths } from '#app/platform/time/plain-date.ts'
import { FIRST_MONTHS } from '#app/progression/baseline.ts'
import { monthOf } from '#app/progression/months.ts'
import type { Moved } from './comparison.ts'
import type { PlacedFamily } from './the-project.server.ts'

export type ComparisonFigure = { id: number; group: string; measure: string; afterMonths: number; theirs: Moved; source: string; madeAt: string; by: string }

/** The typed figures of a project that stand. */
export async function comparisonFigures(tx: Tx, projectId: number): Promise<ComparisonFigure[]> {
  const rows = await tx
    .selectFrom('comparison_figure as f')
    .innerJoin('staff as s', (j) => j.onRef('s.id', '=', 'f.made_by').onRef('s.municipality_id', '=', 'f.municipality_id'))
    .select(['f.id', 'f.comparison_group', 'f.measure', 'f.after_months', 'f.people', 'f.mean_before', 'f.mean_after', 'f.sd_change', 'f.source', 'f.made_at', 's.name'])
    .where('f.project_id', '=', projectId)
    .where('f.replaced_by', 'is', null)
    .orderBy('f.measure')
    .orderBy('f.after_months')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    group: r.comparison_group,
    measure: r.measure,
    afterMonths: r.after_months,
    theirs: { people: r.people, before: r.mean_before, after: r.mean_after, sdChange: r.sd_change },
    source: r.source,
    madeAt: r.made_at,
    by: r.name,
  }))
}

/** A later value belongs to the month so long after intake, or to one of these before it. */
const SLACK_MONTHS = 2
export const pairKey = (measure: string, afterMonths: number): string => `${measure} ${afterMonths}`

/**
 * What the project's own people had: the first real value of the first months, and the newest real one about so many months after the family came; people with both only. One statement.
 * Values that were only kept never enter.
 */
export async function ownMoved(tx: Tx, families: readonly PlacedFamily[], wanted: readonly { measure: string; afterMonths: number }[]): Promise<Map<string, Moved>> {
  if (families.length === 0 || wanted.length === 0) return new Map()
  const firsts = families.map((f) => monthOf(f.intakeOn))
  const { rows } = await sql<Moved & { measure: string; afterMonths: number }>`
    with fam as (select * from unnest(${families.map((f) => f.caseId)}::bigint[], ${firsts}::date[], ${firsts.map((m) => addMonths(m, FIRST_MONTHS - 1))}::date[]) f(case_id, first, last)),
    wanted as (select distinct * from unnest(${wanted.map((x) => x.measure)}::text[], ${wanted.map((x) => x.afterMonths)}::int[]) w(measure, months)),
    real as materialized (select v.case_id, v.person_id, v.indicator, v.month, v.number from progression_value v
      where v.case_id in (select case_id from fam) and v.indicator in (select measure from wanted) and v.replaced_by is null and v.how <> 'carried' and v.number is not null),
    before as (select distinct on (v.case_id, v.person_id, v.indicator) v.* from real v join fam on fam.case_id = v.case_id and v.month between fam.first and fam.last
      order by v.case_id, v.person_id, v.indicator, v.month),
    after as (select distinct on (v.case_id, v.person_id, v.indicator, w.months) v.*, w.months from real v join fam on fam.case_id = v.case_id join wanted w on w.measure = v.indicator
      and v.month between (fam.first + make_interval(months => w.months - ${SLACK_MONTHS}::int))::date and (fam.first + make_interval(months => w.months))::date and v.month > fam.last
      order by v.case_id, v.person_id, v.indicator, w.months, v.month desc)
    select a.indicator as measure, a.months as "afterMonths", count(*)::int as people, avg(b.number) as before, avg(a.number) as after, stddev_samp(a.number - b.number) as "sdChange"
    from after a join before b on b.case_id = a.case_id and b.person_id = a.person_id and b.indicator = a.indicator group by a.indicator, a.months`.execute(tx)
  return new Map(rows.map(({ measure, afterMonths, ...moved }) => [pairKey(measure, afterMonths), moved]))
}
