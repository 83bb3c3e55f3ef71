import { participantsOf } from '#app/meetings/queries.server.ts'
import { command } from '#app/platform/command.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { planMessage } from '#app/platform/messages/plan-message.server.ts'
import { isEmpty, sameAs, SendMinutes } from './minutes.ts'
import { minutesContent } from './minutes-content.server.ts'
import { minutesLetter } from './minutes-letter.ts'
import { findMinutes, listedIn, type MinutesHead, pointsOf, versionsOf } from './queries.server.ts'
import { recordOf, takesMinutes, theMeeting, wrong } from './rights.server.ts'
import { minutesFor } from './sight.server.ts'

/**
 * Sends the minutes as they stand to be confirmed: a version if something changed since the last, and to each a neutral notice; who wants
 * letters gets their own paper, with what they may read. An interpreter gets nothing in writing; somebody outside gets the paper by hand.
 * @throws Invalid when nothing is written, or nobody is chosen
 */
export const sendMinutes = command({
  event: 'minutes.send',
  input: SendMinutes,
  case: ({ caseId }) => caseId,
  may: takesMinutes,
  async run(tx, ctx, input) {
    const meeting = await theMeeting(tx, input)
    const head = await findMinutes(tx, meeting.id)
    if (!head) throw new NotFound('minutes')
    const participants = (await participantsOf(tx, [meeting.id])).filter((p) => p.withdrawnAt === null && p.interpreterFor === null)
    const chosen = participants.filter((p) => input.to.includes(p.id))
    if (chosen.length === 0 || chosen.length !== input.to.length) throw wrong('to', 'chooseSomebody')
    const version = await versionNow(tx, ctx, meeting, head)
    const content = await minutesContent(tx, ctx, meeting, head, version)
    const shelfIds = new Set([head.shelfId])
    for (const p of chosen) {
      const to = p.personId !== null ? { personId: p.personId } : p.staffId !== null ? { staffId: p.staffId } : null
      if (to) {
        const paper = minutesLetter(ctx.locale, await minutesFor(tx, ctx, { meeting, content, participantIds: [p.id] }))
        await planMessage(tx, ctx, { template: 'answer', to, caseId: meeting.caseId, key: `minutes.${version.id}.${p.id}`, letter: { title: paper.title, blocks: [...paper.blocks] } })
      }
      const row = await tx
        .insertInto('minutes_sent')
        .values({ ...recordOf(ctx, meeting), version_id: version.id, participant_id: p.id, sent_on: ctx.today, how: to ? 'notice' : 'paper' })
        .returning('shelf_id')
        .executeTakeFirstOrThrow()
      shelfIds.add(row.shelf_id)
    }
    return { number: version.number, shelfIds: [...shelfIds, ...content.points.map((p) => p.shelfId)], subjects: meeting.subjects, sent: chosen.length }
  },
  concerns: ({ caseId, meetingId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [...new Set(r.shelfIds)], details: { meeting: meetingId, version: r.number, sent: r.sent } }),
})

type Meeting = Awaited<ReturnType<typeof theMeeting>>
/** The newest version if it says what stands now, else a new one. */
async function versionNow(tx: Tx, ctx: Context, meeting: Meeting, head: MinutesHead) {
  const points = (await pointsOf(tx, head.id)).filter((p) => !isEmpty(p))
  if (points.length === 0) throw wrong('', 'nothingWritten')
  const [last] = await versionsOf(tx, head.id)
  if (last && sameAs(points, await listedIn(tx, last.id))) return last
  const number = (last?.number ?? 0) + 1
  const row = await tx
    .insertInto('minutes_version')
    .values({ ...recordOf(ctx, meeting), minutes_id: head.id, number, made_on: ctx.today })
    .returning(['id', 'shelf_id'])
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('minutes_version_point')
    .values(points.map((p) => ({ municipality_id: ctx.municipalityId, case_id: meeting.caseId, version_id: row.id, point_id: p.id, revision: p.revision, shelf_id: p.shelfId })))
    .execute()
  return { id: row.id, number, madeOn: ctx.today, shelfId: row.shelf_id }
}
