import { sql } from 'kysely'
import { inForce } from '#app/catalogue/pack-item.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { type PersonThere, peopleThere } from '#app/families/queries.server.ts'
import { NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { Series } from '#app/progression/series.ts'
import { howOf, type Question, type Rater, type Rating, seriesOf } from './ratings.ts'

/** What the family's project asks on the day; nothing where no pack has been applied yet. */
export async function questionsOf(tx: Tx, caseId: number, today: string): Promise<Question[]> {
  const pack = await casePack(tx, caseId).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
  return inForce(pack?.ratingQuestions ?? [], today)
}

/** The answers that stand and that the reader may see, of one or more cases, the oldest first; what was taken back is marked. */
export async function ratingsOf(tx: Tx, caseIds: readonly number[]): Promise<(Rating & { caseId: number })[]> {
  if (caseIds.length === 0) return []
  const rows = await tx
    .selectFrom('rating as r')
    .leftJoin('staff as s', (j) => j.onRef('s.id', '=', 'r.author_staff_id').onRef('s.municipality_id', '=', 'r.municipality_id'))
    .select(['r.id', 'r.case_id as caseId', 'r.shelf_id as shelfId', 'r.subjects', 'r.person_id as personId', 'r.question', 'r.value', 'r.words', 'r.rated_on as ratedOn', 'r.month', 'r.how', 'r.undone', 's.name as by'])
    .where('r.case_id', 'in', caseIds)
    .where('r.replaced_by', 'is', null)
    .orderBy('r.rated_on')
    .orderBy('r.id')
    .execute()
  return rows.map((r) => ({ ...r, how: howOf(r.how) }))
}

/** Everybody's own answers over time, as curves and goals take them: what the reader may see, nothing that was taken back (PROG-33, GOAL-10). */
export async function ratingSeries(tx: Tx, caseId: number): Promise<Series[]> {
  return seriesOf((await casePack(tx, caseId)).ratingQuestions, await ratingsOf(tx, [caseId]))
}

/** The day the family was taken in, null while it is not; the family itself knows it too. */
export async function beganOn(tx: Tx, caseId: number): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`select access.began_on(${caseId})::text as day`.execute(tx)
  return rows[0]?.day ?? null
}

/** Those of the family who can be asked, the oldest first. */
export async function ratersOf(tx: Tx, caseId: number, today: string): Promise<(Rater & { child: boolean })[]> {
  return (await peopleThere(tx, caseId, today)).filter((p) => p.family && p.died === null).map(asRater)
}
const asRater = (p: PersonThere) => ({ id: p.id, name: p.firstName, born: p.born, unborn: p.unborn, child: p.child })
