import { z } from 'zod'
import { Id } from '#app/families/families.ts'
import { participantsOf } from '#app/meetings/queries.server.ts'
import { query } from '#app/platform/command.server.ts'
import { Invalid, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { OneMinutes } from './minutes.ts'
import { minutesContent } from './minutes-content.server.ts'
import { findMinutes, versionsOf } from './queries.server.ts'
import { minutesRights, seesMeeting, theMeeting } from './rights.server.ts'
import { minutesFor } from './sight.server.ts'

const People = z.preprocess((v) => (v === undefined || v === '' ? [] : Array.isArray(v) ? v : [v]), z.array(Id).max(30))

/**
 * The minutes on paper for these participants: what every one of them may read, and no line more. For staff who work with the whole case, and
 * for a member about themselves and those they speak for. What was sent last; who takes the minutes may have the draft.
 * @throws NotFound, Forbidden, Invalid when nobody is chosen
 */
export const readMinutesPaper = query({
  event: 'minutes.read-paper',
  input: OneMinutes.extend({ participantIds: People }),
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, input) => {
    const sees = await seesMeeting(tx, ctx, input)
    if (sees !== true) return sees
    const rights = await minutesRights(tx, ctx, input.caseId)
    return rights.staff ? rights.whole : speaksForAll(tx, input.meetingId, input.participantIds, rights.speak)
  },
  async run(tx, ctx, input) {
    if (input.participantIds.length === 0) throw new Invalid([{ field: 'til', message: { da: 'Vælg mindst én person', en: 'Choose at least one person' } }])
    const meeting = await theMeeting(tx, input)
    const head = await findMinutes(tx, meeting.id)
    const version = head && ((await versionsOf(tx, head.id))[0] ?? null)
    const rights = await minutesRights(tx, ctx, input.caseId)
    if (!head || (!version && !rights.write)) throw new NotFound('minutes')
    const content = await minutesContent(tx, ctx, meeting, head, version)
    return minutesFor(tx, ctx, { meeting, content, participantIds: input.participantIds })
  },
  concerns: ({ caseId, meetingId, participantIds }, r) => ({
    caseId,
    personIds: [...new Set(r.points.flatMap((p) => p.subjects))],
    shelfIds: [...new Set([...r.points, ...r.agreements, ...r.answers, ...r.tookPart].map((x) => x.shelfId))],
    details: { meeting: meetingId, for: participantIds },
  }),
})

async function speaksForAll(tx: Tx, meetingId: number, ids: readonly number[], speak: readonly number[]): Promise<boolean> {
  const all = await participantsOf(tx, [meetingId])
  return ids.every((id) => {
    const found = all.find((p) => p.id === id)
    return found !== undefined && found.personId !== null && speak.includes(found.personId)
  })
}
