import { inForce } from '#app/catalogue/pack-item.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { coordinatorRole } from '#app/intake/coordinators.ts'
import { teamOf } from '#app/intake/team-queries.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { awayFrom } from './absence-queries.server.ts'
import type { Face } from './face.ts'
import { facesOf, handoversOf } from './queries.server.ts'

/** KOO-15, KOO-17: the family's one way in to the municipality. */
export type Entry = {
  primary: Face | null
  /** The secondary, or who stands in just now. */
  secondary: (Face & { until: string | null }) | null
  /** The coordination passes to somebody else soon, or did within the last month. */
  change: { name: string; on: string; staffId: number } | null
  /** The coordinator is away just now: who helps meanwhile. The words are those she chose; null: nothing is told. */
  away: { name: string; what: string | null; until: string | null; by: string | null } | null
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
    away: await awayOf(tx, ctx, caseId),
    urgent: await urgentNumber(tx, ctx, caseId),
  }
}

const packOrNone = (tx: Tx, caseId: number): Promise<Pack | null> =>
  casePack(tx, caseId).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })

/** The family's coordinator is away just now, in the words she chose; null when she is there. */
export async function awayOf(tx: Tx, ctx: Context, caseId: number): Promise<Entry['away']> {
  const gone = (await awayFrom(tx, [caseId], { from: ctx.today, until: ctx.today })).find((one) => one.role === coordinatorRole.primary)
  if (!gone) return null
  const choices = gone.words === null ? [] : ((await packOrNone(tx, caseId))?.choices ?? [])
  const what = choices.findLast((one) => one.list === 'absence-words' && one.code === gone.words)?.label[ctx.locale] ?? null
  return { name: gone.name, what, until: gone.until, by: gone.by?.name ?? null }
}

async function urgentNumber(tx: Tx, ctx: Context, caseId: number): Promise<Entry['urgent']> {
  const pack = await packOrNone(tx, caseId)
  const phones = (pack && inForce(pack.concernProcedures, ctx.today)[0]?.phones) ?? []
  const found = phones.find((one) => one.number !== '112')
  return found ? { label: found.label[ctx.locale], number: found.number, hours: found.hours[ctx.locale] } : null
}
