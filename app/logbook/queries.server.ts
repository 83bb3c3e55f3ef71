import { sql } from 'kysely'
import { inForce } from '#app/catalogue/pack-item.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import type { Context, Locale } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { type Entry, type Filter, type Kind, type MonthMinutes, searchQuery } from './entry.ts'

/** The pack's kinds on a day, as a page shows them. */
export const kindsOf = (pack: Pack, today: string, locale: Locale): Kind[] =>
  inForce(pack.logbookKinds, today).map((k) => ({ code: k.code, label: k.label[locale], plain: k.plain[locale], companion: k.companion, contact: k.contact }))
/** Reasons for not showing an entry to the family. */
export const hiddenReasons = (pack: Pack, today: string, locale: Locale) =>
  inForce(pack.choices, today).filter((c) => c.list === 'logbook-hidden').map((c) => ({ value: c.code, label: c.label[locale] }))
/** Every kind that ever counted as companion support: what was written in an earlier year counts too. */
export const companionKinds = (pack: Pack): string[] => [...new Set(pack.logbookKinds.filter((k) => k.companion).map((k) => k.code))]

const NOTHING: Filter = { q: null, kind: null, personId: null, authorId: null, from: null, until: null }

/** The entries of a case that stand and that the actor may read, the newest day first, with what a corrected one said before. */
export async function entriesOf(tx: Tx, caseId: number, filter: Filter = NOTHING): Promise<Entry[]> {
  const search = filter.q === null ? null : searchQuery(filter.q)
  if (filter.q !== null && search === null) return []
  const rows = await standing(tx)
    .where('e.case_id', '=', caseId)
    .$if(search !== null, (q) => q.where(sql<boolean>`to_tsvector('danish', e.words) @@ to_tsquery('danish', ${search})`))
    .$if(filter.kind !== null, (q) => q.where('e.kind', '=', filter.kind))
    .$if(filter.personId !== null, (q) => q.where(sql<boolean>`${filter.personId}::bigint = any (e.subjects)`))
    .$if(filter.authorId !== null, (q) => q.where('e.author_staff_id', '=', filter.authorId))
    .$if(filter.from !== null, (q) => q.where('e.on_date', '>=', filter.from))
    .$if(filter.until !== null, (q) => q.where('e.on_date', '<=', filter.until))
    .orderBy('e.on_date', 'desc')
    .orderBy('e.id', 'desc')
    .execute()
  return withBefore(tx, caseId, rows)
}

/** One entry that stands and that the actor may read; null else. Its walls: `shelfId` for `concerns`, `subjects`, `sector`. */
export async function findEntry(tx: Tx, caseId: number, entryId: number): Promise<Entry | null> {
  const rows = await standing(tx).where('e.case_id', '=', caseId).where('e.id', '=', entryId).execute()
  return (await withBefore(tx, caseId, rows))[0] ?? null
}

const standing = (tx: Tx) =>
  tx
    .selectFrom('logbook_entry as e')
    .leftJoin('staff as s', (j) => j.onRef('s.id', '=', 'e.author_staff_id').onRef('s.municipality_id', '=', 'e.municipality_id'))
    .select(['e.id', 'e.kind', 'e.on_date as onDate', 'e.minutes', 'e.words', 'e.hidden_because as hiddenBecause', 'e.meeting_id as meetingId', 'e.sector', 'e.subjects', 'e.shelf_id as shelfId',
      'e.author_staff_id as authorStaffId', 'e.created_at as createdAt', 'e.revision', 'e.replaces', 's.name'])
    .where('e.replaced_by', 'is', null)
    .where('e.withdrawn_at', 'is', null)

type Row = Omit<Entry, 'author' | 'before'> & { replaces: number | null; name: string | null }
async function withBefore(tx: Tx, caseId: number, rows: readonly Row[]): Promise<Entry[]> {
  const older = rows.some((r) => r.replaces !== null)
    ? await tx.selectFrom('logbook_entry').select(['id', 'words', 'created_at as createdAt', 'shelf_id as shelfId', 'replaces']).where('case_id', '=', caseId).where('replaced_by', 'is not', null).execute()
    : []
  const byId = new Map(older.map((o) => [o.id, o]))
  return rows.map(({ replaces, name, ...row }) => {
    const before: Entry['before'] = []
    for (let at = replaces === null ? undefined : byId.get(replaces); at; at = at.replaces === null ? undefined : byId.get(at.replaces))
      before.push({ id: at.id, words: at.words, createdAt: at.createdAt, shelfId: at.shelfId })
    return { ...row, author: name ?? '', before }
  })
}

/**
 * LOG-02: minutes of companion support by family and whole month, months without any left out. The project manager gets the sums of every
 * family of the project; others those of the entries they may read.
 */
export async function companionHours(tx: Tx, projectId: number, from: string, until: string): Promise<MonthMinutes[]> {
  const kinds = companionKinds(await projectPack(tx, projectId))
  const { rows } = await sql<MonthMinutes>`select case_id as "caseId", month::text, minutes, entries
    from access.companion_minutes(${projectId}, ${from}::date, ${until}::date, ${kinds}::text[])`.execute(tx)
  return rows
}

/** Meetings around a day that somebody may have gone along to (LOG-06). */
export async function meetingsAround(tx: Tx, ctx: Pick<Context, 'today'>, caseId: number) {
  const rows = await tx
    .selectFrom('meeting')
    .select(['id', 'kind', 'starts_at as startsAt'])
    .where('case_id', '=', caseId)
    .where('cancelled_at', 'is', null)
    .where('replaced_by', 'is', null)
    .where(sql<boolean>`access.day(starts_at) between ${ctx.today}::date - 21 and ${ctx.today}::date`)
    .orderBy('starts_at', 'desc')
    .limit(8)
    .execute()
  return rows
}
