import { subjectsAfterAsking } from '#app/consent/about-others.ts'
import { peopleOf, rightsOf } from '#app/plan/queries.server.ts'
import { addedSubjects } from '#app/plan/rights.server.ts'
import { changeSeen } from '#app/platform/change-seen.ts'
import { command } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { decides } from './kind.server.ts'
import { DropPoint, WritePoint } from './minutes.ts'
import { findMinutes, pointsOf } from './queries.server.ts'
import { recordOf, takesMinutes, theMeeting, wrong } from './rights.server.ts'

/**
 * A point of the minutes, new or put right. It is about those whom the meeting is about unless fewer or others are said; a text that names
 * somebody else is asked about once. A decision is written only where the kind of meeting may decide (MEET-17).
 * @throws Conflict 'stale' or 'about-somebody-else', Invalid
 */
export const writePoint = command({
  event: 'minutes.write-point',
  input: WritePoint,
  case: ({ caseId }) => caseId,
  may: takesMinutes,
  async run(tx, ctx, input) {
    const meeting = await theMeeting(tx, input)
    const head = await findMinutes(tx, meeting.id)
    if (!head) throw new NotFound('minutes')
    if (input.kind === 'decision' && !(await decides(tx, ctx, meeting))) throw wrong('kind', 'decidesNothing')
    const people = await peopleOf(tx, ctx, input.caseId, await rightsOf(tx, ctx, input.caseId))
    if (input.subjects.some((s) => !people.some((p) => p.id === s))) throw wrong('subjects', 'notInFamily')
    const asked = (subjects: readonly number[]) =>
      subjectsAfterAsking({ texts: [input.title, input.words], subjects, people: people.map((p) => ({ id: p.id, firstName: p.name })), aboutOthers: input.aboutOthers })
    if (!input.pointId) {
      const last = (await pointsOf(tx, head.id)).at(-1)?.position ?? 0
      const subjects = asked(input.subjects.length > 0 ? input.subjects : meeting.subjects)
      const row = await tx
        .insertInto('minutes_point')
        .values({ ...recordOf(ctx, meeting, subjects), minutes_id: head.id, position: last + 10, kind: input.kind, title: input.title, words: input.words })
        .returning(['id', 'shelf_id'])
        .executeTakeFirstOrThrow()
      return { id: row.id, shelfId: row.shelf_id, subjects }
    }
    const pointId = input.pointId
    const row = await changeSeen({
      seen: input.seenRevision ?? 0,
      mine: { title: input.title, words: input.words },
      read: () => tx.selectFrom('minutes_point').selectAll().where('id', '=', pointId).where('minutes_id', '=', head.id).where('dropped_at', 'is', null).executeTakeFirst(),
      shown: (r) => ({ title: r.title, words: r.words, revision: r.revision }),
      write: (r) =>
        tx
          .updateTable('minutes_point')
          .set({ title: input.title, words: input.words, ...addedSubjects(r, asked([...new Set([...r.subjects, ...input.subjects])]), ctx, 'words') })
          .where('id', '=', r.id)
          .where('revision', '=', r.revision)
          .executeTakeFirst(),
    })
    return { id: row.id, shelfId: row.shelf_id, subjects: row.subjects }
  },
  concerns: ({ caseId, meetingId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { meeting: meetingId, point: r.id } }),
})

/** Takes a point out, or puts it back. It stays in the versions it was part of. */
export const dropPoint = command({
  event: 'minutes.drop-point',
  input: DropPoint,
  case: ({ caseId }) => caseId,
  may: takesMinutes,
  async run(tx, ctx, input) {
    const meeting = await theMeeting(tx, input)
    const row = await changeSeen({
      seen: input.seenRevision,
      mine: {},
      read: () =>
        tx
          .selectFrom('minutes_point')
          .innerJoin('minutes', (j) => j.onRef('minutes.municipality_id', '=', 'minutes_point.municipality_id').onRef('minutes.id', '=', 'minutes_point.minutes_id'))
          .selectAll('minutes_point')
          .where('minutes_point.id', '=', input.pointId)
          .where('minutes.meeting_id', '=', meeting.id)
          .executeTakeFirst(),
      shown: (r) => ({ revision: r.revision }),
      write: (r) =>
        tx
          .updateTable('minutes_point')
          .set({ dropped_at: input.back ? null : ctx.now })
          .where('id', '=', r.id)
          .where('revision', '=', r.revision)
          .executeTakeFirst(),
    })
    return { id: row.id, revision: row.revision + 1, shelfId: row.shelf_id, subjects: row.subjects }
  },
  concerns: ({ caseId, meetingId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { meeting: meetingId, point: r.id } }),
})
