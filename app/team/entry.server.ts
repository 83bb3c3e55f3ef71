import { inForce } from '#app/catalogue/pack-item.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { coordinatorRole } from '#app/intake/coordinators.ts'
import { teamOf } from '#app/intake/team-queries.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { Face } from './face.ts'
import { facesOf, handoversOf } from './queries.server.ts'

/** KOO-15, KOO-17: the family's one way in to the municipality. */
export type Entry = {
  primary: Face | null
  /** The secondary, or who stands in just now. */
  secondary: (Face & { until: string | null }) | null
  /** The coordination passes to somebody else soon, or did within the last month. */
  change: { name: string; on: string; staffId: number } | null
  /** The municipality's own numbers for when it cannot wait, but 112. */
  urgent: { label: string; number: string; hours: string } | null
}
const RECENT_DAYS = 30

/** Whom the family calls, when, and what happens outside those hours. For a page of the family and of staff who reach the case. */
export async function entryOf(tx: Tx, ctx: Context, caseId: number): Promise<Entry> {
  const team = (await teamOf(tx, caseId)).filter((one) => one.from <= ctx.today && (one.until === null || ctx.today <= one.until))
  const primary = team.find((one) => one.role === coordinatorRole.primary)
  const secondary = team.find((one) => one.role === coordinatorRole.secondary)
  const faces = await facesOf(tx, [primary, secondary].flatMap((one) => (one ? [one.staffId] : [])), ctx.today)
  const [handover] = await handoversOf(tx, [caseId])
  const since = Date.parse(ctx.today) - RECENT_DAYS * 86_400_000
  const beside = secondary && faces.get(secondary.staffId)
  return {
    primary: (primary && faces.get(primary.staffId)) ?? null,
    secondary: beside ? { ...beside, until: secondary?.until ?? null } : null,
    change: handover && Date.parse(handover.takesOverOn) >= since ? { name: handover.to, on: handover.takesOverOn, staffId: handover.toStaffId } : null,
    urgent: await urgentNumber(tx, ctx, caseId),
  }
}

async function urgentNumber(tx: Tx, ctx: Context, caseId: number): Promise<Entry['urgent']> {
  const pack = await casePack(tx, caseId).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
  const phones = (pack && inForce(pack.concernProcedures, ctx.today)[0]?.phones) ?? []
  const found = phones.find((one) => one.number !== '112')
  return found ? { label: found.label[ctx.locale], number: found.number, hours: found.hours[ctx.locale] } : null
}
