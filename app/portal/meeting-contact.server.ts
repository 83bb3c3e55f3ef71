import { z } from 'zod'
import { Id } from '#app/families/families.ts'
import { coordinatorsOf } from '#app/families/queries.server.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import { phonesOf } from './queries.server.ts'

/** Whom to call about a meeting: the family's coordinator, with a telephone; null without one. */
export const meetingContact = query({
  event: 'portal.meeting-contact',
  input: z.object({ caseId: Id }),
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) => (ctx.actor.kind === 'member' && (await reachesCase(tx, caseId)) ? true : 'not-found'),
  run: async (tx, ctx, { caseId }): Promise<{ name: string; phone: string | null } | null> => {
    const first = (await coordinatorsOf(tx, [caseId], ctx.today))[0]
    if (!first) return null
    return { name: first.name, phone: (await phonesOf(tx, [first.staffId], ctx.today)).get(first.staffId) ?? null }
  },
  concerns: ({ caseId }) => ({ caseId, personIds: [], bases: [] }),
})
