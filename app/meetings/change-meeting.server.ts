import { planInvitations } from '#app/invitations/plan-invitations.server.ts'
import type { InvitedMeeting, InvitedParticipant } from '#app/invitations/invitation.ts'
import { changeSeen } from '#app/platform/change-seen.ts'
import { command } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { instantAt } from '#app/platform/time/copenhagen.ts'
import { CancelMeeting, ChangeMeeting, type Meeting, type Participant } from './meeting.ts'
import { asMeeting, findMeeting, participantsOf } from './queries.server.ts'
import { arranges, onMeeting, openMeeting, wrong } from './rights.server.ts'

/** Another day, place or length. Those invited hear of it at once. @throws Conflict 'stale' when somebody was faster */
export const changeMeeting = command({
  event: 'meetings.change',
  input: ChangeMeeting,
  case: ({ caseId }) => caseId,
  may: onMeeting(arranges),
  async run(tx, ctx, input) {
    const before = await openMeeting(tx, input.caseId, input.meetingId)
    const startsAt = instantAt(input.day, input.time)
    if (startsAt < ctx.now) throw wrong('day', 'Vælg en dag og et klokkeslæt, der kommer', 'Choose a day and time to come')
    const moved =
      Date.parse(startsAt) !== Date.parse(before.startsAt) || input.minutes !== before.minutes || input.place !== before.place || input.videoLink !== before.videoLink
    await changeSeen({
      seen: input.seen,
      mine: { day: input.day, time: input.time, minutes: input.minutes, place: input.place, videoLink: input.videoLink, note: input.note },
      read: () => findMeeting(tx, input.caseId, input.meetingId),
      shown: (m) => ({ startsAt: m.startsAt, minutes: m.minutes, place: m.place, videoLink: m.videoLink, note: m.note }),
      write: (m) =>
        tx
          .updateTable('meeting')
          .set({
            starts_at: startsAt,
            minutes: input.minutes,
            place: input.place,
            video_link: input.videoLink,
            note: input.note,
            ...(input.serves ? { serves: JSON.stringify(input.serves) } : {}),
            ...(moved && m.invitedAt !== null ? { sequence: m.sequence + 1 } : {}),
          })
          .where('id', '=', m.id)
          .where('revision', '=', m.revision)
          .executeTakeFirst(),
    })
    return tellInvited(tx, ctx, input.caseId, input.meetingId)
  },
  concerns: ({ caseId }, m) => ({ caseId, personIds: m.subjects, shelfIds: [m.shelfId], details: { meeting: m.id, sequence: m.sequence } }),
})

/** Cancels with a reason from the list. Those invited hear that it is off; agreements and reflection stay for the next. */
export const cancelMeeting = command({
  event: 'meetings.cancel',
  input: CancelMeeting,
  case: ({ caseId }) => caseId,
  may: onMeeting(arranges),
  async run(tx, ctx, input) {
    await openMeeting(tx, input.caseId, input.meetingId)
    return setCancelled(tx, ctx, input)
  },
  concerns: ({ caseId }, m) => ({ caseId, personIds: m.subjects, shelfIds: [m.shelfId], details: { meeting: m.id, reason: m.cancelledReason ?? '' } }),
})

/** Marks an open meeting as cancelled and tells those invited, in the transaction of its cause. */
export async function setCancelled(tx: Tx, ctx: Context, part: { caseId: number; meetingId: number; reason: string; words: string }): Promise<Meeting> {
  const row = await tx
    .updateTable('meeting')
    .set((e) => ({ cancelled_at: ctx.now, cancelled_reason: part.reason, cancelled_words: part.words, sequence: e('sequence', '+', 1) }))
    .where('id', '=', part.meetingId)
    .where('case_id', '=', part.caseId)
    .where('cancelled_at', 'is', null)
    .where('began_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw wrong('', 'Mødet er begyndt eller aflyst', 'The meeting has begun or was cancelled')
  await tellInvited(tx, ctx, part.caseId, part.meetingId)
  return asMeeting(row)
}

/** Tells those who were invited how it stands now; before invitations went out it tells nobody. Returns the meeting as it stands. */
export async function tellInvited(tx: Tx, ctx: Context, caseId: number, meetingId: number): Promise<Meeting> {
  const meeting = await findMeeting(tx, caseId, meetingId)
  if (!meeting) throw wrong('', 'Mødet er her ikke længere', 'The meeting is no longer here')
  if (meeting.invitedAt !== null) await planInvitations(tx, ctx, asInvited(meeting), (await participantsOf(tx, [meetingId])).map(asInvitedParticipant))
  return meeting
}

export const asInvited = (m: Meeting): InvitedMeeting => ({
  id: m.id,
  caseId: m.caseId,
  uid: m.uid,
  sequence: m.sequence,
  startsAt: m.startsAt,
  minutes: m.minutes,
  place: m.place,
  videoLink: m.videoLink,
  kind: m.kind,
  subjects: m.subjects,
  serves: m.serves,
  cancelledAt: m.cancelledAt,
})
export const asInvitedParticipant = (p: Participant): InvitedParticipant => ({
  id: p.id,
  who: p.personId !== null ? { personId: p.personId } : p.staffId !== null ? { staffId: p.staffId } : { outside: p.outside ?? { name: '', role: '', sector: '', address: '' } },
  how: p.how,
  slot: p.slot,
  requiredBy: p.requiredBy,
  interprets: p.interpreterFor !== null,
  withdrawnAt: p.withdrawnAt,
})
