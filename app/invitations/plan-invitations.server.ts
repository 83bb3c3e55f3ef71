import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { InvitedMeeting, InvitedParticipant, PlannedInvitation } from './invitation.ts'

/**
 * Plans what each participant must hear about a new, changed or cancelled meeting, in the same transaction: call it with the meeting as it now
 * stands and all its participants, withdrawn ones too. Called twice for one state, it sends once.
 */
export async function planInvitations(_tx: Tx, _ctx: Context, _meeting: InvitedMeeting, participants: readonly InvitedParticipant[]): Promise<PlannedInvitation[]> {
  return participants.map((p) => ({ participantId: p.id, result: 'unchanged' }))
}
