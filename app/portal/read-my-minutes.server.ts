import { z } from 'zod'
import { Id } from '#app/families/families.ts'
import { type MinutesPage, minutesPage, shelvesOf } from '#app/minutes/read-minutes.server.ts'
import { asMeeting } from '#app/meetings/queries.server.ts'
import { query } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'

/** The minutes of a meeting as this member may read them; the case follows from the meeting. */
export const readMyMinutes = query({
  event: 'portal.read-minutes',
  input: z.object({ meetingId: Id }),
  may: async (tx, ctx, { meetingId }) =>
    ctx.actor.kind === 'member' && (await tx.selectFrom('meeting').select('id').where('id', '=', meetingId).executeTakeFirst()) !== undefined ? true : 'not-found',
  run: async (tx, ctx, { meetingId }): Promise<MinutesPage> => {
    const row = await tx.selectFrom('meeting').selectAll().where('id', '=', meetingId).executeTakeFirst()
    if (!row) throw new NotFound('meeting')
    const page = await minutesPage(tx, ctx, asMeeting(row))
    return { ...page, familyName: '', people: page.people.filter((p) => p.speaksFor) }
  },
  concerns: (_, r) => ({
    caseId: r.caseId,
    personIds: [...new Set([...r.meeting.subjects, ...r.content.points.flatMap((p) => p.subjects)])],
    shelfIds: shelvesOf(r),
    details: { meeting: r.meeting.id },
  }),
})
