import type { Tx } from '#app/platform/db.server.ts'
import type { Away, AwayFrom } from './absence.ts'

/** Of these colleagues who is away on a day, by staff id. Staff and jobs only: a family reads `awayFrom`. */
export async function absenceOf(tx: Tx, staffIds: readonly number[], day: string): Promise<Map<number, Away>> {
  const all = staffIds.length === 0 ? [] : await absences(tx, { from: day, until: day })
  return new Map(all.filter((one) => staffIds.includes(one.staffId)).map((one) => [one.staffId, one]))
}

/** Everybody who is away at some time between two days (`until` null: from then on), the earliest first. */
export async function absences(tx: Tx, period: { from: string; until: string | null }): Promise<Away[]> {
  let q = tx
    .selectFrom('absence as a')
    .innerJoin('staff as s', (j) => j.onRef('s.id', '=', 'a.staff_id').onRef('s.municipality_id', '=', 'a.municipality_id'))
    .leftJoin('staff as b', (j) => j.onRef('b.id', '=', 'a.substitute_id').onRef('b.municipality_id', '=', 'a.municipality_id'))
    .select(['a.id', 'a.staff_id as staffId', 's.name', 'a.valid_from as from', 'a.valid_until as until', 'a.words', 'b.id as byId', 'b.name as byName'])
    .where('a.taken_back_at', 'is', null)
    .where((e) => e.or([e('a.valid_until', 'is', null), e('a.valid_until', '>=', period.from)]))
  if (period.until !== null) q = q.where('a.valid_from', '<=', period.until)
  const rows = await q.orderBy('a.valid_from').orderBy('a.id').execute()
  return rows.map(({ byId, byName, ...row }) => ({ ...row, substitute: byId === null ? null : { id: byId, name: byName ?? '' } }))
}

/** What is true for these families between two days: which of their helpers are away, and who helps meanwhile. Coordinators first. */
export async function awayFrom(tx: Tx, caseIds: readonly number[], period: { from: string; until: string }): Promise<AwayFrom[]> {
  if (caseIds.length === 0) return []
  const rows = await tx
    .selectFrom('absence_cover as c')
    .innerJoin('staff as s', (j) => j.onRef('s.id', '=', 'c.staff_id').onRef('s.municipality_id', '=', 'c.municipality_id'))
    .leftJoin('staff as b', (j) => j.onRef('b.id', '=', 'c.by_staff_id').onRef('b.municipality_id', '=', 'c.municipality_id'))
    .select(['c.case_id as caseId', 'c.staff_id as staffId', 's.name', 'c.role', 'c.valid_from as from', 'c.valid_until as until', 'c.words', 'b.id as byId', 'b.name as byName'])
    .where('c.case_id', 'in', [...caseIds])
    .where('c.taken_back_at', 'is', null)
    .where('c.valid_from', '<=', period.until)
    .where((e) => e.or([e('c.valid_until', 'is', null), e('c.valid_until', '>=', period.from)]))
    .orderBy('c.valid_from')
    .orderBy('c.id')
    .execute()
  return rows
    .map(({ byId, byName, ...row }) => ({ ...row, by: byId === null ? null : { staffId: byId, name: byName ?? '' } }))
    .toSorted((a, b) => Number(a.role !== 'coordinator') - Number(b.role !== 'coordinator'))
}
