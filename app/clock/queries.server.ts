import { sql } from 'kysely'
import { projectPack } from '#app/catalogue/queries.server.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { isChild } from '#app/families/families.ts'
import { peopleOf } from '#app/families/queries.server.ts'
import { NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import type { BlockReason, ClockPerson, ClockRow, Entry, RowData } from './clock.ts'
import { entriesOf } from './entries.ts'
import { type DueLine, dueLines } from './year.ts'

/* Reads of the clock. Row-level security gives only what the reader may see; what is computed from it shows nothing more. */

export type FamilyClock = { caseId: number; pack: Pack; people: ClockPerson[]; rows: ClockRow[]; entries: Entry[] }

/**
 * The clocks of many families in three statements, however many there are. A family whose project has no pack is left out.
 * @param today plain date; `asJob` reads what the daily job may know: days and codes
 */
export async function clocksOf(tx: Tx, caseIds: readonly number[], today: string, asJob = false): Promise<FamilyClock[]> {
  if (caseIds.length === 0) return []
  const cases = await tx.selectFrom('family_case').select(['id', 'project_id']).where('id', 'in', [...caseIds]).orderBy('id').execute()
  const packs = new Map<number, Pack | null>()
  for (const project of new Set(cases.map((c) => c.project_id))) packs.set(project, await packOrNone(tx, project))
  const people = groupBy(await peopleOf(tx, [...caseIds], today), (p) => p.caseId)
  const rows = groupBy(await rowsOf(tx, caseIds, asJob), (r) => r.caseId)
  return cases.flatMap(({ id, project_id }) => {
    const pack = packs.get(project_id)
    if (!pack) return []
    const family = (people.get(id) ?? [])
      .filter((p) => p.role === 'family' && p.kind === 'person' && p.died === null)
      .map((p) => ({ id: p.id, name: p.firstName, born: p.born, child: isChild(p, today) }))
    const mine = rows.get(id) ?? []
    return [{ caseId: id, pack, people: family, rows: mine, entries: entriesOf(pack, mine, family, today) }]
  })
}

/** The clock of one family. @throws NotFound when the family is not there for the reader, or no pack has been applied */
export async function clockOf(tx: Tx, caseId: number, today: string): Promise<FamilyClock> {
  const [clock] = await clocksOf(tx, [caseId], today)
  if (!clock) throw new NotFound('clock')
  return clock
}

/** Days ahead that a list of many families looks. */
export const AHEAD_DAYS = 60
/**
 * What is due, overdue and next of many families, soonest first within a family: only what the reader may know of. For lists over many families;
 * set-based, a handful of statements.
 */
export async function dueOf(tx: Tx, caseIds: readonly number[], today: string): Promise<DueLine[]> {
  const clocks = await clocksOf(tx, caseIds, today)
  return clocks.flatMap((clock) => dueLines(clock.caseId, clock.entries, addDays(today, AHEAD_DAYS)))
}

type Row = { case_id: number; fact: ClockRow['fact']; code: string; person_id: number | null; on_day: string | null; data: RowData; shelf_id: number | null }
async function rowsOf(tx: Tx, caseIds: readonly number[], asJob: boolean): Promise<ClockRow[]> {
  const ids = [...caseIds]
  const { rows } = asJob
    ? await sql<Row>`select * from access.clock_rows_for_job(${ids}::bigint[])`.execute(tx)
    : await sql<Row>`select * from access.clock_rows(${ids}::bigint[])`.execute(tx)
  return rows.map((r) => ({ caseId: r.case_id, fact: r.fact, code: r.code, personId: r.person_id, onDay: r.on_day, data: r.data, shelfId: r.shelf_id }))
}
const packOrNone = (tx: Tx, projectId: number): Promise<Pack | null> =>
  projectPack(tx, projectId).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
function groupBy<T>(items: readonly T[], key: (item: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}

export type BlockedPeriod = { id: number; from: string; until: string; why: BlockReason; words: string; shelfId: number; subjects: number[]; mine: boolean }
/** Periods without meetings that stand and are not over, soonest first. */
export async function blockedOf(tx: Tx, caseId: number, today: string, personId: number | null = null): Promise<BlockedPeriod[]> {
  const rows = await tx
    .selectFrom('blocked_period')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('replaced_by', 'is', null)
    .where('dropped_on', 'is', null)
    .where('until_day', '>=', today)
    .orderBy('from_day')
    .orderBy('id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    from: r.from_day,
    until: r.until_day,
    why: r.why as BlockReason,
    words: r.words,
    shelfId: r.shelf_id,
    subjects: r.subjects,
    mine: personId === null || r.author_person_id === personId,
  }))
}

/** Cancelled meetings and why, newest first (MEET-08). */
export async function cancelledOf(tx: Tx, caseId: number): Promise<{ id: number; kind: string; startsAt: string; reason: string; shelfId: number; subjects: number[] }[]> {
  const rows = await tx
    .selectFrom('meeting')
    .select(['id', 'kind', 'starts_at', 'cancelled_reason', 'shelf_id', 'subjects'])
    .where('case_id', '=', caseId)
    .where('replaced_by', 'is', null)
    .where('cancelled_at', 'is not', null)
    .orderBy('starts_at', 'desc')
    .execute()
  return rows.map((r) => ({ id: r.id, kind: r.kind, startsAt: r.starts_at, reason: r.cancelled_reason ?? '', shelfId: r.shelf_id, subjects: r.subjects }))
}
