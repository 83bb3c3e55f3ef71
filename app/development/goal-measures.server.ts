import { sql } from 'kysely'
import { casePack } from '#app/catalogue/queries.server.ts'
import { peopleThere } from '#app/families/queries.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { beganOn } from '#app/ratings/queries.server.ts'
import { linesOf } from './development.server.ts'
import type { Line } from './development.ts'
import type { GoalMeasure } from './goal-measures.ts'
import { allSeries } from './series.server.ts'

type Row = { id: number; shelfId: number; goalId: number; personId: number; measure: string; from: string | null }
/** What the goals are followed by and the reader may see; a goal that a sector took over keeps its measure. One statement. */
export async function measureRows(tx: Tx, caseId: number): Promise<Row[]> {
  return tx
    .selectFrom('goal_measure as m')
    .innerJoin('goal as g', (j) => j.on((e) => e.or([e('g.id', '=', e.ref('m.goal_id')), e('g.replaces', '=', e.ref('m.goal_id'))])).onRef('g.municipality_id', '=', 'm.municipality_id'))
    .select(['m.id', 'm.shelf_id as shelfId', 'g.id as goalId', 'm.person_id as personId', 'm.measure', sql<string | null>`m.from_on::text`.as('from')])
    .where('m.case_id', '=', caseId)
    .where('m.replaced_by', 'is', null)
    .where('m.ended_on', 'is', null)
    .where('g.replaced_by', 'is', null)
    .orderBy('m.id')
    .execute()
}

/** The goals that stand, in the order they were written. */
export const goalTitles = (tx: Tx, caseId: number) =>
  tx.selectFrom('goal').select(['id', 'title', 'subjects', 'shelf_id']).where('case_id', '=', caseId).where('replaced_by', 'is', null).where('dropped_on', 'is', null).orderBy('id').execute()

/** Each goal's measure since its beginning (PLAN-12). Where nothing is chosen nothing is read; else a handful of statements. */
export async function goalMeasuresOf(tx: Tx, ctx: Context, caseId: number): Promise<GoalMeasure[]> {
  const rows = await measureRows(tx, caseId)
  if (rows.length === 0) return []
  const pack = await casePack(tx, caseId)
  const [people, began, series] = [await peopleThere(tx, caseId, ctx.today), await beganOn(tx, caseId), await allSeries(tx, caseId, ctx.today)]
  const asked = [...pack.ratingQuestions.map((q) => ({ key: `rating.${q.code}`, label: q.label })), ...pack.indicators.map((i) => ({ key: `indicator.${i.code}`, label: i.label }))]
  return rows.map(({ measure: key, ...row }) => {
    const line = oneLine(linesOf(pack, series, began, ctx, row.from), row.personId, key)
    const label = line?.measure.label ?? asked.findLast((a) => a.key === key)?.label
    return { ...row, key, name: people.find((p) => p.id === row.personId)?.firstName ?? '', label: label?.[ctx.locale] ?? key, line }
  })
}
const oneLine = (lines: readonly Line[], personId: number, key: string): Line | null => lines.find((l) => l.personId === personId && l.key === key) ?? null

/** For the log. */
export const goalsShown = (all: readonly GoalMeasure[]): { personIds: number[]; shelfIds: number[] } => ({
  personIds: [...new Set(all.map((g) => g.personId))],
  shelfIds: [...new Set(all.flatMap((g) => [g.shelfId, ...(g.line?.points ?? []).map((p) => p.shelfId)]))],
})
