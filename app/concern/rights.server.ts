import { sql } from 'kysely'
import { holds } from '#app/consent/rights.server.ts'
import type { May } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'

/** Everybody who works here today: the duty is personal, whatever the role, assigned or not. For others the page is not there. */
export async function worksHere(tx: Tx, ctx: Context): Promise<May> {
  if (ctx.actor.kind !== 'staff') return 'not-found'
  const post = await tx
    .selectFrom('post')
    .select('id')
    .where('staff_id', '=', ctx.actor.id)
    .where(sql<boolean>`access.within(${ctx.today}::date, valid_from, valid_until)`)
    .limit(1)
    .executeTakeFirst()
  return post ? true : 'not-found'
}
/** The pack's child-protection roles. For everybody else there is nothing. */
export const protects = async (tx: Tx, ctx: Context): Promise<May> =>
  ctx.actor.kind === 'staff' && (await holds(tx, 'child-protection')) ? true : 'not-found'

/** Is the notification there for the actor: written by them, or read by their role? */
export async function seesConcern(tx: Tx, ctx: Context, concernId: number): Promise<May> {
  if (ctx.actor.kind !== 'staff') return 'not-found'
  const found = await tx.selectFrom('concern').select('id').where('id', '=', concernId).executeTakeFirst()
  return found ? true : 'not-found'
}
/** ... and may it be assessed by them? The writer alone reads and adds; a child-protection role assesses, also its own. */
export async function assesses(tx: Tx, ctx: Context, concernId: number): Promise<May> {
  const seen = await seesConcern(tx, ctx, concernId)
  return seen === true ? holds(tx, 'child-protection') : seen
}
