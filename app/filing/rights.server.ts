import { type May, reachesCase } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { sql } from 'kysely'
import { filingsOf } from './queries.server.ts'

/** Sectors the actor works in with the family today, by an assignment of their own. */
export async function sectorsIn(tx: Tx, ctx: Context, caseId: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('assignment')
    .select('sector')
    .distinct()
    .where('case_id', '=', caseId)
    .where('staff_id', '=', ctx.actor.id)
    .where(sql<boolean>`access.within(${ctx.today}::date, valid_from, valid_until)`)
    .execute()
  return rows.map((r) => r.sector)
}
/** Whoever works with the family sends what they read themselves; an emergency opening reads and does nothing else. */
export async function mayFile(tx: Tx, ctx: Context, caseId: number): Promise<May> {
  if (ctx.actor.kind !== 'staff' || !(await reachesCase(tx, caseId))) return 'not-found'
  if ((await sectorsIn(tx, ctx, caseId)).length > 0) return true
  const { rows } = await sql<{ yes: boolean }>`select ${caseId} = any (access.ids('cases_write')) as yes`.execute(tx)
  return rows[0]?.yes === true
}
/** A filing is there for who may read its record. */
export async function maySeeFiling(tx: Tx, ctx: Context, caseId: number, filingId: number): Promise<May> {
  if (ctx.actor.kind !== 'staff' || !(await reachesCase(tx, caseId))) return 'not-found'
  return (await filingsOf(tx, { id: filingId, caseIds: [caseId] })).length > 0 ? true : 'not-found'
}
/** The caseworker it was sent to, or a colleague of the same sector in the family. */
export async function mayReceipt(tx: Tx, ctx: Context, caseId: number, filingId: number): Promise<May> {
  const seen = await maySeeFiling(tx, ctx, caseId, filingId)
  if (seen !== true) return seen
  const [filing] = await filingsOf(tx, { id: filingId, caseIds: [caseId] })
  return filing !== undefined && filing.takenBackAt === null && (await sectorsIn(tx, ctx, caseId)).includes(filing.sector)
}
