import type { Meeting } from '#app/meetings/meeting.ts'
import { participantsOf } from '#app/meetings/queries.server.ts'
import { command } from '#app/platform/command.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { concernsEdit, once } from './once.server.ts'
import { staysOf } from './queries.server.ts'
import { leads, openRoom, recordOf, wrong } from './rights.server.ts'
import { ComeIn, GoOut } from './room.ts'

/** Somebody comes into the room; from the next read the wall is what they may read too. There already: stays as it was. */
export const cameIn = command({
  event: 'meeting-room.came',
  input: ComeIn,
  case: ({ caseId }) => caseId,
  may: leads,
  run: (tx, ctx, input) =>
    once(tx, ctx, input, async () => {
      const { meeting } = await openRoom(tx, ctx, input)
      const { shelfId } = await comeIn(tx, ctx, meeting, input.participantId, input.alongWith ?? null)
      return { personIds: meeting.subjects, shelfIds: [shelfId], details: { participant: input.participantId, ...(input.alongWith ? { wentAlongWith: input.alongWith } : {}) } }
    }),
  concerns: concernsEdit,
})

/** Somebody leaves the room. Whose turn it was, that turn is over. */
export const wentOut = command({
  event: 'meeting-room.went',
  input: GoOut,
  case: ({ caseId }) => caseId,
  may: leads,
  run: (tx, ctx, input) =>
    once(tx, ctx, input, async () => {
      const { meeting, room } = await openRoom(tx, ctx, input)
      const stay = (await staysOf(tx, meeting.id)).find((s) => s.participantId === input.participantId && s.leftAt === null)
      if (!stay) return { personIds: meeting.subjects, shelfIds: [meeting.shelfId] }
      await tx.updateTable('room_presence').set({ left_at: ctx.now }).where('id', '=', stay.id).execute()
      if (room.speakerId === input.participantId)
        await tx.updateTable('meeting_room').set({ speaker_id: null, speaking_since: null, speaking_minutes: null }).where('id', '=', room.id).execute()
      return { personIds: meeting.subjects, shelfIds: [stay.shelfId], details: { participant: input.participantId } }
    }),
  concerns: concernsEdit,
})

/**
 * A stay begins, inside another verb. A colleague who came as a member's companion is marked as that (LOG-06).
 * @throws NotFound for somebody who does not take part, Invalid at `alongWith`
 */
export async function comeIn(tx: Tx, ctx: Context, meeting: Meeting, participantId: number, alongWith: number | null): Promise<{ shelfId: number }> {
  const participant = (await participantsOf(tx, [meeting.id])).find((p) => p.id === participantId && p.withdrawnAt === null)
  if (!participant) throw new NotFound('participant')
  const accompanies = alongWith ?? participant.companionOf
  if (alongWith !== null && (participant.staffId === null || !meeting.subjects.includes(alongWith)))
    throw wrong('alongWith', 'Vælg en fra familien', 'Choose somebody of the family')
  const there = (await staysOf(tx, meeting.id)).find((s) => s.participantId === participantId && s.leftAt === null)
  if (there) {
    if (alongWith !== null && there.wentAlongWith !== alongWith)
      await tx.updateTable('room_presence').set({ went_along_with: alongWith }).where('id', '=', there.id).execute()
    return { shelfId: there.shelfId }
  }
  const row = await tx
    .insertInto('room_presence')
    .values({
      ...recordOf(ctx, meeting, participant.subjects),
      meeting_id: meeting.id,
      participant_id: participantId,
      came_at: ctx.now,
      went_along_with: participant.staffId === null ? null : accompanies,
    })
    .returning('shelf_id')
    .executeTakeFirstOrThrow()
  return { shelfId: row.shelf_id }
}
