import { z } from 'zod'
import { Id } from '#app/families/families.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { type Development, developmentOf, type MemberDevelopment, shownOf } from './development.server.ts'

/** The family picture: all members on one page (PROG-33). */
export const readDevelopment = query({
  event: 'development.read',
  input: z.object({ caseId: Id }),
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) => ((await reachesCase(tx, caseId)) ? ctx.actor.kind === 'staff' : 'not-found'),
  run: (tx, ctx, { caseId }): Promise<Development> => developmentOf(tx, ctx, caseId),
  concerns: ({ caseId }, r) => ({ caseId, ...shownOf(r.members.flatMap((m) => m.lines)) }),
})

/** One member with every curve. @throws NotFound for somebody who is not of the family */
export const readMember = query({
  event: 'development.read-member',
  input: z.object({ caseId: Id, personId: Id }),
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) => ((await reachesCase(tx, caseId)) ? ctx.actor.kind === 'staff' : 'not-found'),
  run: async (tx, ctx, { caseId, personId }): Promise<Omit<Development, 'members'> & { member: MemberDevelopment }> => {
    const { members, ...rest } = await developmentOf(tx, ctx, caseId)
    const member = members.find((m) => m.id === personId)
    if (!member) throw new NotFound('person')
    return { ...rest, member }
  },
  concerns: ({ caseId }, { member }) => ({ caseId, ...shownOf(member.lines) }),
})
