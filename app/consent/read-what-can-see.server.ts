import { sql } from 'kysely'
import { z } from 'zod'
import { Id } from '#app/families/families.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { Visible, WhatCanSee } from './consent-page.ts'
import { helpersOf } from './queries.server.ts'

/** Where a record's own words begin, by table; others show their kind only. */
const TITLES: Record<string, string> = {
  goal: 'title',
  activity: 'what',
  hope: 'words',
  screening: 'screened_on::text',
  intake_decision: 'decided_on::text',
  referral_note: 'left(note, 80)',
  shared_document_rule: 'document',
  intake_letter: 'title',
  address: 'street',
  contact_detail: 'phone',
}

/**
 * "Hvad kan skolen se lige nu?": what the members of staff of a sector who are assigned to the family would be given by the database
 * at this instant, of what the
 * asker reads themselves. For coordinators, the intake team and the project manager, and for the family.
 */
export const readWhatCanSee = query({
  event: 'consent.read-what-can-see',
  input: z.object({ caseId: Id, sector: z.string().regex(/^[a-z-]{2,40}$/) }),
  case: (input) => input.caseId,
  may: async (tx, ctx, input) => {
    if (!(await reachesCase(tx, input.caseId))) return 'not-found'
    if (ctx.actor.kind === 'member') return true
    const { rows } = await sql<{ yes: boolean }>`select coalesce(${input.caseId} = any (access.ids('ledger')), false) as yes`.execute(tx)
    return rows[0]?.yes === true
  },
  run: async (tx, ctx, input): Promise<WhatCanSee> => {
    const staff = (await helpersOf(tx, [input.caseId], ctx.today)).filter((h) => h.sector === input.sector)
    const shelves = new Map<number, number[]>()
    for (const { staffId } of staff) {
      const { rows } = await sql<{ shelves: number[] }>`select access.shelves_of(${staffId}, ${input.caseId}) as shelves`.execute(tx)
      for (const shelf of rows[0]?.shelves ?? []) shelves.set(shelf, [...(shelves.get(shelf) ?? []), staffId])
    }
    return { staff, records: await recordsOn(tx, input.caseId, shelves) }
  },
  concerns: (input, result) => ({
    caseId: input.caseId,
    personIds: result.records.flatMap((r) => r.subjects),
    shelfIds: result.records.map((r) => r.shelfId),
    details: { sector: input.sector },
  }),
})

/** The current records that lie on these shelves, whatever table they stand in. */
async function recordsOn(tx: Tx, caseId: number, shelves: Map<number, number[]>): Promise<Visible[]> {
  if (shelves.size === 0) return []
  const { rows: tables } = await sql<{
    name: string
    dropped: boolean
  }>`select c.relname as name, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'dropped_on') as dropped
    from pg_trigger g join pg_class c on c.oid = g.tgrelid join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public' where g.tgname = 'put_on_shelf' order by 1`.execute(
    tx,
  )
  const ids = [...shelves.keys()]
  const found: Visible[] = []
  for (const { name, dropped } of tables) {
    const title = TITLES[name] ? sql.raw(TITLES[name]) : sql`''`
    const { rows } =
      await sql<Visible>`select ${name} as kind, id as "recordId", ${title} as title, category, sector, subjects, shelf_id as "shelfId" from ${sql.table(name)}
      where case_id = ${caseId} and replaced_by is null and shelf_id = any (${ids}::bigint[]) ${dropped ? sql`and dropped_on is null` : sql``} order by id limit 200`.execute(
        tx,
      )
    found.push(...rows.map((r) => ({ ...r, staffIds: shelves.get(r.shelfId) ?? [] })))
  }
  return found
}
