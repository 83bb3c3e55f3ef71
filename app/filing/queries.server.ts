import { sql } from 'kysely'
import { inForce } from '#app/catalogue/pack-item.ts'
import { settingOr } from '#app/catalogue/pack-values.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { Locale } from '#app/platform/i18n/messages.ts'
import type { FiledKind, Receipt } from './filing.ts'

/** Themes to choose from, in how many days it should be filed, and over how many weeks the list looks back. */
export const filingRules = (pack: Pack, locale: Locale, today: string) => {
  return {
    themes: inForce(pack.choices, today).filter((c) => c.list === 'filing-theme').map((c) => ({ code: c.code, label: c.label[locale] })),
    days: settingOr(pack, 'fileWithinDays', today, 7),
    weeks: settingOr(pack, 'filingListWeeks', today, 4),
  }
}
export const themeName = (pack: Pack, locale: Locale, code: string): string => pack.choices.find((c) => c.list === 'filing-theme' && c.code === code)?.label[locale] ?? code
export const sectorName = (pack: Pack, locale: Locale, code: string): string => pack.sectors.find((s) => s.code === code)?.label[locale] ?? code

/** Caseworkers whose own sector's case may have the record: assigned to the family today and reading it through that assignment. */
export async function recipientsOf(tx: Tx, caseId: number, shelfId: number): Promise<{ staffId: number; name: string; sector: string }[]> {
  const { rows } = await sql<{ staffId: number; name: string; sector: string }>`select r.staff_id as "staffId", s.name, r.sector
    from access.filing_recipients(${caseId}, ${shelfId}) r join staff s on s.id = r.staff_id order by r.sector, s.name`.execute(tx)
  return [...new Map(rows.map((r) => [`${r.staffId}.${r.sector}`, r])).values()]
}

export type Filing = {
  id: number
  caseId: number
  kind: FiledKind
  recordId: number
  revision: number
  shelfId: number
  sector: string
  staffId: number
  to: string
  theme: string
  sentBy: number
  from: string
  sentAt: string
  due: string
  takenBackAt: string | null
  receipt: Receipt | null
}
/** Filings that the actor may read (with the record), newest first. */
export async function filingsOf(tx: Tx, only: { id?: number; caseIds?: readonly number[]; record?: { kind: FiledKind; id: number } } = {}): Promise<Filing[]> {
  const rows = await tx
    .selectFrom('filing as f')
    .innerJoin('staff as t', 't.id', 'f.staff_id')
    .innerJoin('staff as s', 's.id', 'f.sent_by')
    .select(['f.id', 'f.case_id as caseId', 'f.kind', 'f.record_id as recordId', 'f.revision', 'f.shelf_id as shelfId', 'f.sector', 'f.staff_id as staffId', 't.name as to', 'f.theme'])
    .select(['f.sent_by as sentBy', 's.name as from', 'f.sent_at as sentAt', 'f.due', 'f.taken_back_at as takenBackAt'])
    .$if(only.id !== undefined, (q) => q.where('f.id', '=', only.id ?? 0))
    .$if(only.caseIds !== undefined, (q) => q.where('f.case_id', 'in', only.caseIds?.length ? [...only.caseIds] : [0]))
    .$if(only.record !== undefined, (q) => q.where('f.kind', '=', only.record?.kind ?? '').where('f.record_id', '=', only.record?.id ?? 0))
    .orderBy('f.id', 'desc')
    .execute()
  if (rows.length === 0) return []
  const receipts = await tx
    .selectFrom('filing_receipt as r')
    .innerJoin('staff as s', 's.id', 'r.written_by')
    .select(['r.filing_id', 'r.system', 'r.number', 'r.filed_on as filedOn', 's.name as by', 'r.written_at as at'])
    .where('r.filing_id', 'in', rows.map((r) => r.id))
    .orderBy('r.id')
    .execute()
  const last = new Map(receipts.map(({ filing_id, ...r }) => [filing_id, r]))
  return rows.map((r) => ({ ...r, kind: r.kind as FiledKind, receipt: last.get(r.id) ?? null }))
}

export type Outside = { kind: FiledKind; id: number; caseId: number; on: string; what: string; by: string; shelfId: number; subjects: number[] }
/**
 * What lies outside the cases: records since a day, of these families, that the actor may read and that nobody has sent to the sector (to any sector where
 * it is null) as they now stand. Every table is asked under the actor's walls.
 */
export async function outsideOf(tx: Tx, caseIds: readonly number[], sector: string | null, since: string): Promise<Outside[]> {
  if (caseIds.length === 0) return []
  const { rows } = await sql<Outside>`
    with seen as (
      select 'entry' as kind, e.id, e.case_id, e.on_date as on_day, e.kind as what, e.author_staff_id, e.author_person_id, e.shelf_id, e.subjects, e.revision from logbook_entry e
        where e.replaced_by is null and e.withdrawn_at is null and e.on_date >= ${since}::date
      union all select 'message', x.id, x.case_id, access.day(x.created_at), '', x.author_staff_id, x.author_person_id, x.shelf_id, x.subjects, x.revision from thread_message x
        where x.withdrawn_at is null and access.day(x.created_at) >= ${since}::date
      union all select 'answer', a.id, a.case_id, a.answered_on, '', a.author_staff_id, a.author_person_id, a.shelf_id, a.subjects, a.revision from inquiry_answer a
        where a.replaced_by is null and a.answered_on >= ${since}::date
      union all select 'plan-file', f.id, f.case_id, access.day(f.created_at), '', f.author_staff_id, f.author_person_id, f.shelf_id, f.subjects, f.revision from sector_plan_file f
        where f.replaced_by is null and access.day(f.created_at) >= ${since}::date
      union all select 'minutes', n.id, n.case_id, access.day(g.starts_at), '', n.author_staff_id, n.author_person_id, n.shelf_id, n.subjects, n.revision from minutes n join meeting g on g.id = n.meeting_id
        where n.replaced_by is null and exists (select from minutes_version v where v.minutes_id = n.id) and access.day(g.starts_at) >= ${since}::date)
    select z.kind, z.id, z.case_id as "caseId", z.on_day::text as "on", z.what, coalesce(s.name, p.first_name, '') as by, z.shelf_id as "shelfId", z.subjects
    from seen z left join staff s on s.id = z.author_staff_id left join person p on p.id = z.author_person_id
    where z.case_id = any (${[...caseIds]}::bigint[]) and not exists (select from filing g where g.kind = z.kind and g.record_id = z.id and g.revision = z.revision and g.taken_back_at is null
      and (${sector}::text is null or g.sector = ${sector}))
    order by z.on_day desc, z.id desc limit 500`.execute(tx)
  return rows
}

/** Most shelves that are asked one by one; what lies on more is shown with a link, and the page behind it tells. */
const SHELVES_ASKED = 120
/** Of these shelves, those that no caseworker of the family may read: what lies there cannot be sent to any case today. */
export async function shelvesForNobody(tx: Tx, shelves: readonly { caseId: number; shelfId: number }[]): Promise<Set<number>> {
  const once = [...new Map(shelves.map((s) => [s.shelfId, s])).values()].slice(0, SHELVES_ASKED)
  if (once.length === 0) return new Set()
  const { rows } = await sql<{ shelfId: number }>`select x.s as "shelfId" from unnest(${once.map((s) => s.caseId)}::bigint[], ${once.map((s) => s.shelfId)}::bigint[]) x(c, s)
    where not exists (select from access.filing_recipients(x.c, x.s))`.execute(tx)
  return new Set(rows.map((r) => r.shelfId))
}
