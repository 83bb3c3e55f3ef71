import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { setCancelled } from './change-meeting.server.ts'
import { isOpen } from './meeting.ts'
import { meetingsOf } from './queries.server.ts'

/** When the family leaves: every meeting to come is cancelled, and those invited hear of it. In the transaction that closes the case. */
export async function cancelWhenClosing(tx: Tx, ctx: Context, caseId: number): Promise<number> {
  const coming = (await meetingsOf(tx, caseId)).filter((m) => isOpen(m) && m.startsAt > ctx.now)
  for (const m of coming) await setCancelled(tx, ctx, { caseId, meetingId: m.id, reason: 'closed', words: '' })
  return coming.length
}
