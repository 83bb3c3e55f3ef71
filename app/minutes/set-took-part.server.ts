import { changeSeen } from '#app/platform/change-seen.ts'
import { participantsOf } from '#app/meetings/queries.server.ts'
import { command } from '#app/platform/command.server.ts'
import { NotePlanVersion, SetTookPart } from './minutes.ts'
import { takesMinutes, theMeeting, wrong } from './rights.server.ts'

/** Who was there, and whether the coordinator was there for somebody (LOG-06). @throws Conflict 'stale', Invalid */
export const setTookPart = command({
  event: 'minutes.set-took-part',
  input: SetTookPart,
  case: ({ caseId }) => caseId,
  may: takesMinutes,
  async run(tx, _ctx, input) {
    const meeting = await theMeeting(tx, input)
    const participants = (await participantsOf(tx, [meeting.id])).filter((p) => p.withdrawnAt === null)
    if (input.present.some((id) => !participants.some((p) => p.id === id))) throw wrong('present', 'notAsked')
    const along = input.wentAlongWith ?? null
    if (along !== null && !participants.some((p) => p.personId === along)) throw wrong('wentAlongWith', 'notAsked')
    const row = await changeSeen({
      seen: input.seenRevision,
      mine: {},
      read: () => tx.selectFrom('minutes').selectAll().where('meeting_id', '=', meeting.id).executeTakeFirst(),
      shown: (r) => ({ revision: r.revision }),
      write: (r) =>
        tx
          .updateTable('minutes')
          .set({ took_part: input.present, went_along_with: along })
          .where('id', '=', r.id)
          .where('revision', '=', r.revision)
          .executeTakeFirst(),
    })
    return { shelfId: row.shelf_id, subjects: row.subjects }
  },
  concerns: ({ caseId, meetingId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { meeting: meetingId } }),
})

/** What was changed at the meeting has become this version of the plan. */
export const notePlanVersion = command({
  event: 'minutes.note-plan-version',
  input: NotePlanVersion,
  case: ({ caseId }) => caseId,
  may: takesMinutes,
  async run(tx, _ctx, input) {
    const meeting = await theMeeting(tx, input)
    const row = await tx
      .updateTable('minutes')
      .set({ plan_version: input.number })
      .where('meeting_id', '=', meeting.id)
      .returning(['shelf_id', 'subjects'])
      .executeTakeFirstOrThrow()
    return { shelfId: row.shelf_id, subjects: row.subjects }
  },
  concerns: ({ caseId, meetingId, number }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { meeting: meetingId, planVersion: number } }),
})
