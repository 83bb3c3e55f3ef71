import { sql } from 'kysely'
import type { Tx } from '#app/platform/db.server.ts'
import type { Series } from '#app/progression/series.ts'
import { type GoalScale, type Rating, SAID_BY } from './attainment.ts'

/** The scales that stand of goals that stand, with their ratings; a goal that a sector took over keeps its scale. Two statements. */
export async function goalScalesOf(tx: Tx, caseId: number): Promise<GoalScale[]> {
  const rows = await tx
    .selectFrom('goal_attainment as a')
    .innerJoin('goal as g', (j) => j.on((e) => e.or([e('g.id', '=', e.ref('a.goal_id')), e(sql`g.replaces`, '=', e.ref('a.goal_id'))])).onRef('g.municipality_id', '=', 'a.municipality_id'))
    .select(['a.id', 'a.shelf_id', 'a.sector', 'a.category', 'a.subjects', 'g.id as goal_id', 'g.title', 'a.levels', 'a.weight', 'a.baseline', 'a.agreed_on'])
    .where('a.case_id', '=', caseId)
    .where('a.replaced_by', 'is', null)
    .where('a.dropped_on', 'is', null)
    .where('g.replaced_by', 'is', null)
    .where('g.dropped_on', 'is', null)
    .orderBy('a.id')
    .execute()
  const ratings = await tx
    .selectFrom('attainment_rating')
    .select(['id', 'shelf_id', 'scale_id', 'rated_on', 'level', 'said_by', 'words'])
    .where('case_id', '=', caseId)
    .where('replaced_by', 'is', null)
    .where('undone', '=', false)
    .orderBy('rated_on')
    .orderBy('id')
    .execute()
  const ofScale = Map.groupBy(ratings, (r) => r.scale_id)
  return rows.map((r) => ({
    id: r.id,
    shelfId: r.shelf_id,
    sector: r.sector,
    category: r.category,
    subjects: r.subjects,
    goalId: r.goal_id,
    goal: r.title,
    levels: r.levels,
    weight: r.weight,
    baseline: r.baseline,
    agreedOn: r.agreed_on,
    ratings: (ofScale.get(r.id) ?? []).map(asRating),
  }))
}
const asRating = (r: { id: number; shelf_id: number; rated_on: string; level: number; said_by: string; words: string }): Rating => ({
  id: r.id,
  shelfId: r.shelf_id,
  on: r.rated_on,
  level: r.level,
  saidBy: SAID_BY.find((s) => s === r.said_by) ?? 'together',
  words: r.words,
})

/** The goals' scales as series, one for each goal and each person it is about: from the baseline on. */
export async function attainmentSeries(tx: Tx, caseId: number, today: string): Promise<Series[]> {
  return seriesOfGoals(await goalScalesOf(tx, caseId), today)
}
export function seriesOfGoals(scales: readonly GoalScale[], today: string): Series[] {
  return scales.flatMap((s) => {
    const points = [
      { on: s.agreedOn, value: s.baseline, by: 'self' as const, who: null, recordId: s.id, shelfId: s.shelfId },
      ...s.ratings.map((r) => ({ on: r.on, value: r.level, by: r.saidBy === 'professional' ? ('professional' as const) : ('self' as const), who: null, recordId: r.id, shelfId: r.shelfId })),
    ].filter((p) => p.on <= today)
    if (points.length === 0) return []
    const measure = { kind: 'goal' as const, code: `gas.${s.goalId}`, label: { da: s.goal, en: s.goal }, higherIsBetter: true, range: [-2, 2] as const, error: null, relevantChange: 1 }
    return s.subjects.map((personId) => ({ personId, measure, by: 'self' as const, points }))
  })
}
