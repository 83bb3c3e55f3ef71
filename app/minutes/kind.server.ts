import type { MeetingKind } from '#app/catalogue/pack-meetings.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { decidesHere } from '#app/meeting-room/room.ts'
import { kindOf } from '#app/meetings/kinds.ts'
import type { Meeting } from '#app/meetings/meeting.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'

/** The meeting's kind in the pack; null where no pack has been applied yet. */
export async function kindHere(tx: Tx, ctx: Context, meeting: Pick<Meeting, 'caseId' | 'kind'>): Promise<MeetingKind | null> {
  const pack = await casePack(tx, meeting.caseId).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
  return pack && kindOf(pack, meeting.kind, ctx.today)
}
/** May the meeting decide? The pack's to say (Q5); without a pack nothing is decided. */
export async function decides(tx: Tx, ctx: Context, meeting: Pick<Meeting, 'caseId' | 'kind'>): Promise<boolean> {
  const kind = await kindHere(tx, ctx, meeting)
  return kind !== null && decidesHere(kind)
}
