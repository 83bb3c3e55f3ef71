import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#app/platform/db.server.ts'
import { endOfMonth } from '#app/platform/time/plain-date.ts'
import { type Cell, type ExtractTable, monthText } from './extract.ts'
import { ACTIVITIES, ATTENDANCE, CHALLENGES, RATINGS, SCORES, SPELLS, VALUES } from './extract-tables.ts'

/** A record of one member for an extract, with what decides whether it may be in it. */
export type SourceRow = { caseId: number; personId: number; sector: string; category: string; subjects: number[]; shelfId: number; cells: Cell[] }
export type SourceTable = Omit<ExtractTable, 'rows'> & { rows: SourceRow[] }
/** Until the month's end, as it stood at the instant. */
export type When = { cases: number[]; month: string; at: string }

type Raw = Omit<SourceRow, 'cells'> & Record<string, Cell>
const yes = (b: unknown): Cell => (b === true ? 1 : 0)
const hours = (minutes: Cell): Cell => (typeof minutes === 'number' ? Math.round((minutes / 60) * 100) / 100 : null)

/** What stood in a table at the instant: written by then, and not yet replaced. Row-level security gives only what the maker may read. */
async function rowsOf(tx: Tx, table: string, person: RawBuilder<unknown>, columns: RawBuilder<unknown>, where: RawBuilder<unknown>, w: When, joins = sql``): Promise<Raw[]> {
  const { rows } = await sql<Raw>`select x.case_id as "caseId", ${person} as "personId", x.sector, x.category, x.subjects, x.shelf_id as "shelfId", ${columns}
    from ${sql.table(table)} x ${joins} where x.case_id = any (${w.cases}::bigint[]) and x.created_at <= ${w.at}
      and not exists (select from ${sql.table(table)} r where r.municipality_id = x.municipality_id and r.id = x.replaced_by and r.created_at <= ${w.at}) and ${where}`.execute(tx)
  return rows
}
const asTable = (head: Omit<ExtractTable, 'rows'>, rows: readonly Raw[], cells: (r: Raw) => Cell[]): SourceTable => ({
  ...head,
  rows: rows.map((r) => ({ caseId: r.caseId, personId: r.personId, sector: r.sector, category: r.category, subjects: r.subjects, shelfId: r.shelfId, cells: cells(r) })),
})
const month = (v: Cell | undefined): Cell => (typeof v === 'string' ? monthText(v) : null)
/** A status that is no code would be words that somebody wrote. */
const codeOnly = (v: Cell): Cell => (typeof v === 'string' && /^[a-z0-9-]*$/i.test(v) ? v : '')
const own = sql`x.person_id`

/** Every table of an extract, one statement each. */
export async function extractRows(tx: Tx, w: When): Promise<SourceTable[]> {
  const end = endOfMonth(w.month)
  const before = (v: Cell | undefined): Cell => (typeof v === 'string' && v <= end ? monthText(v) : null)
  const values = await rowsOf(tx, 'progression_value', own, sql`x.month, x.indicator, x.number, x.second, x.choice, x.how, x.judged_month as judged, x.confirmed`, sql`x.month <= ${w.month}`, w)
  const spells = await rowsOf(tx, 'spell', own, sql`x.kind, x.status, x.minutes_per_week as minutes, x.started_on as since, x.ended_on as until, x.end_code as reason`, sql`x.started_on <= ${end}`, w)
  const attendance = await rowsOf(
    tx, 'attendance', own, sql`x.month, s.kind, x.unit, x.present, x.planned, x.lawful, x.unlawful, x.how`, sql`x.month <= ${w.month}`, w,
    sql`join spell s on s.municipality_id = x.municipality_id and s.id = x.spell_id`,
  )
  const activities = await rowsOf(
    tx, 'activity', sql`p.id`, sql`x.rhythm, x.minutes_per_week as minutes, x.start_on as since, x.end_on as until, x.goal_id is not null as goal, x.dropped_on is not null as dropped`,
    sql`coalesce(x.start_on, access.day(x.created_at)) <= ${end}`, w, sql`cross join unnest(x.takes_part) p(id)`,
  )
  const ratings = await rowsOf(tx, 'rating', own, sql`x.month, x.question, x.value, x.how`, sql`x.month <= ${w.month} and not x.undone`, w)
  const scores = await rowsOf(
    tx, 'instrument_score', own, sql`x.answered_on as day, x.instrument || ' ' || x.version as instrument, x.informant, s.key as scale, s.value as score,
      x.norm_set || ' ' || x.norm_version as norm, x.algorithm`, sql`x.answered_on <= ${end} and not x.undone`, w, sql`cross join jsonb_each_text(x.scores) s`,
  )
  const challenges = await rowsOf(tx, 'challenge', own, sql`x.month, x.code`, sql`x.month <= ${w.month} and (x.withdrawn_on is null or x.withdrawn_on > access.day(${w.at}))`, w)
  return [
    asTable(VALUES, values, (r) => [month(r['month']), r['indicator']!, r['number']!, r['second']!, r['choice']!, r['how']!, month(r['judged']), yes(r['confirmed'])]),
    asTable(SPELLS, spells, (r) => [r['kind']!, codeOnly(r['status']!), hours(r['minutes']!), month(r['since']), before(r['until']), before(r['until']) === null ? '' : codeOnly(r['reason']!)]),
    asTable(ATTENDANCE, attendance, (r) => [month(r['month']), r['kind']!, r['unit']!, r['present']!, r['planned']!, r['lawful']!, r['unlawful']!, r['how']!]),
    asTable(ACTIVITIES, activities, (r) => [r['rhythm']!, hours(r['minutes']!), month(r['since']), before(r['until']), yes(r['goal']), yes(r['dropped'])]),
    asTable(RATINGS, ratings, (r) => [month(r['month']), r['question']!, r['value']!, r['how']!]),
    asTable(SCORES, scores, (r) => [month(r['day']), r['instrument']!, r['informant']!, r['scale']!, asNumber(r['score']!), r['norm']!, r['algorithm']!]),
    asTable(CHALLENGES, challenges, (r) => [month(r['month']), r['code']!]),
  ]
}

const asNumber = (v: Cell): Cell => (v !== null && v !== '' && Number.isFinite(Number(v)) ? Number(v) : v)
