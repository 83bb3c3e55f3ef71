import { casePack } from '#app/catalogue/queries.server.ts'
import { itemAt } from '#app/catalogue/pack-item.ts'
import { command } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { addDays, addMonths } from '#app/platform/time/plain-date.ts'
import { isWorkingDay } from '#app/platform/time/working-days.ts'
import { insertMeeting } from './call-meeting.server.ts'
import { setCancelled } from './change-meeting.server.ts'
import { dayOf, EndSeries, isOpen, StartSeries, timeOf } from './meeting.ts'
import { meetingsOf } from './queries.server.ts'
import { arranges, onMeeting, openMeeting, recordOf, wrong } from './rights.server.ts'

/** The days of a series after its first: so many months on each, the next working day where it falls on a closed one. */
export function daysOfSeries(first: string, everyMonths: number, times: number): string[] {
  return Array.from({ length: times }, (_, i) => {
    let day = addMonths(first, everyMonths * (i + 1))
    while (!isWorkingDay(day)) day = addDays(day, 1)
    return day
  })
}

/** A standing forum around the family (IT-01): the same kind of meeting again, so many times. Each is its own: the family decides who comes to it. */
export const startSeries = command({
  event: 'meetings.start-series',
  input: StartSeries,
  case: ({ caseId }) => caseId,
  may: onMeeting(arranges),
  async run(tx, ctx, input) {
    const meeting = await openMeeting(tx, input.caseId, input.meetingId)
    if (meeting.seriesId !== null) throw wrong('meetingId', 'Mødet hører allerede til en række', 'The meeting already belongs to a series')
    const kind = itemAt((await casePack(tx, input.caseId)).meetingKinds, meeting.kind, ctx.today)
    if (!kind) throw wrong('kind', 'Den slags møde holdes ikke mere', 'Meetings of this kind are no longer held')
    const { id } = await tx
      .insertInto('meeting_series')
      .values({ ...(await recordOf(tx, ctx, meeting)), kind: meeting.kind, every_months: input.everyMonths, first_on: dayOf(meeting) })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx.updateTable('meeting').set({ series_id: id }).where('id', '=', meeting.id).execute()
    const made: number[] = []
    for (const day of daysOfSeries(dayOf(meeting), input.everyMonths, input.times)) {
      const next = await insertMeeting(tx, ctx, {
        caseId: input.caseId,
        kind: meeting.kind,
        day,
        time: timeOf(meeting),
        minutes: meeting.minutes,
        place: meeting.place,
        videoLink: '',
        note: '',
        personIds: meeting.subjects,
        serves: [],
        seriesId: id,
      })
      made.push(next.id)
    }
    return { id, meetings: made, subjects: meeting.subjects, shelfId: meeting.shelfId }
  },
  concerns: ({ caseId }, s) => ({ caseId, personIds: s.subjects, shelfIds: [s.shelfId], details: { series: s.id, meetings: s.meetings } }),
})

/** Ends a series with a reason; what has not been held may be cancelled with it. */
export const endSeries = command({
  event: 'meetings.end-series',
  input: EndSeries,
  case: ({ caseId }) => caseId,
  may: onMeeting(arranges),
  async run(tx, ctx, input) {
    const row = await tx
      .updateTable('meeting_series')
      .set({ ended_on: ctx.today, ended_reason: input.reason })
      .where('id', '=', input.seriesId)
      .where('case_id', '=', input.caseId)
      .where('ended_on', 'is', null)
      .returning(['id', 'shelf_id', 'subjects'])
      .executeTakeFirst()
    if (!row) throw new NotFound('series')
    const rest = (await meetingsOf(tx, input.caseId)).filter((m) => m.seriesId === row.id && isOpen(m) && m.startsAt > ctx.now)
    if (input.cancelRest) for (const m of rest) await setCancelled(tx, ctx, { caseId: input.caseId, meetingId: m.id, reason: 'not-needed', words: input.reason })
    return { id: row.id, shelfId: row.shelf_id, subjects: row.subjects, cancelled: input.cancelRest ? rest.length : 0 }
  },
  concerns: ({ caseId }, s) => ({ caseId, personIds: s.subjects, shelfIds: [s.shelfId], details: { series: s.id, cancelled: s.cancelled } }),
})
