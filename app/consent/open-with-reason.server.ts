import { sql } from 'kysely'
import { z } from 'zod'
import { Id, Reason } from '#app/families/families.ts'
import { command, reachesCase } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'

const Category = z.enum(['logbook', 'thread'])
/** `needed`: the project manager must say why first. `open`: said within the hour. `none`: reads by another way, or not at all. */
export type Opening = { state: 'none' | 'needed' | 'open'; until: string | null }

/** Whether the actor reaches this category of the case only as project manager, and has said why (access rule 2c). */
export async function openingOf(tx: Tx, ctx: Context, caseId: number, category: z.output<typeof Category>): Promise<Opening> {
  if (ctx.actor.kind !== 'staff') return { state: 'none', until: null }
  const { rows } = await sql<{ only: boolean; until: string | null }>`
    select coalesce((select bool_and(w ->> 'how' = 'project') from jsonb_array_elements(access.keys('create') -> ${String(caseId)}::text) w), false) as only,
      (select max(o.until) from reasoned_opening o where o.case_id = ${caseId} and o.staff_id = ${ctx.actor.id} and o.category = ${category} and o.until > ${ctx.now}::timestamptz) as until`.execute(tx)
  const found = rows[0]
  return { state: found?.until ? 'open' : found?.only ? 'needed' : 'none', until: found?.until ?? null }
}

export type ReasonedOpening = { id: number; name: string; at: string; reason: string }
/** Who opened the logbook or the messages of a case with a typed reason, the latest first: shown to the family. */
export const reasonedOpenings = (tx: Tx, caseId: number, category: z.output<typeof Category>): Promise<ReasonedOpening[]> =>
  tx
    .selectFrom('reasoned_opening as o')
    .innerJoin('staff as s', (j) => j.onRef('s.id', '=', 'o.staff_id').onRef('s.municipality_id', '=', 'o.municipality_id'))
    .select(['o.id', 's.name', 'o.opened_at as at', 'o.reason'])
    .where('o.case_id', '=', caseId)
    .where('o.category', '=', category)
    .orderBy('o.id', 'desc')
    .limit(20)
    .execute()

/** The project manager opens the logbook or the messages of a family for an hour, with a reason that the family can see. */
export const openWithReason = command({
  event: 'consent.open-with-reason',
  input: z.object({ caseId: Id, category: Category, reason: Reason }),
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId, category }) =>
    (await reachesCase(tx, caseId)) ? (await openingOf(tx, ctx, caseId, category)).state !== 'none' : 'not-found',
  run: async (tx, _, { caseId, category, reason }) => {
    await sql`select access.open_with_reason(${caseId}, ${category}, ${reason})`.execute(tx)
  },
  concerns: ({ caseId, category }) => ({ caseId, personIds: [], bases: ['project'], details: { category } }),
})
