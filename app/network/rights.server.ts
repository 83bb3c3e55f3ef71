import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import { type May, reachesCase } from '#app/platform/command.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { writing } from '#app/spells/rights.server.ts'

export type NetworkRights = {
  staff: boolean
  /** A coordinator of the case: sees every tie. */
  coordinator: boolean
  /** Writes what a member says, at their word. */
  writes: boolean
  /** As a member: for whom I speak; empty when the case is closed. */
  speak: number[]
}
export async function networkRights(tx: Tx, ctx: Context, caseId: number): Promise<NetworkRights> {
  const { rows } = await sql<{ yes: boolean }>`select ${caseId} = any (access.tie_cases()) as yes`.execute(tx)
  const w = await writing(tx, ctx, caseId)
  const coordinator = rows[0]?.yes === true
  return { staff: ctx.actor.kind === 'staff', coordinator, writes: coordinator && w.coordination, speak: ctx.actor.kind === 'member' ? w.speak : [] }
}

/** A tie is drawn by the one whose it is, or by the coordinator at their word. */
export async function mayDraw(tx: Tx, ctx: Context, caseId: number, saidBy: number): Promise<May> {
  if (!(await reachesCase(tx, caseId))) return 'not-found'
  const r = await networkRights(tx, ctx, caseId)
  return r.staff ? r.writes : ctx.actor.id === saidBy && r.speak.includes(saidBy)
}
/** Who comes is chosen by each one, by who speaks for a child, or written down by the coordinator at their word. */
export async function mayChoose(tx: Tx, ctx: Context, caseId: number, wishedBy: number): Promise<May> {
  if (!(await reachesCase(tx, caseId))) return 'not-found'
  const r = await networkRights(tx, ctx, caseId)
  return r.staff ? r.writes : r.speak.includes(wishedBy)
}
