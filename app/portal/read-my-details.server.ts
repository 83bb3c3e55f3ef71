import { z } from 'zod'
import { MaybeId } from '#app/families/families.ts'
import { type ContactDetail, contactsOf, coordinatorsOf, peopleOf } from '#app/families/queries.server.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { ageOn } from '#app/platform/time/plain-date.ts'
import { householdOf, myCases } from './queries.server.ts'

export type MyDetails = {
  caseId: number
  me: number
  contact: ContactDetail | null
  home: { id: number; name: string; age: number | null }[]
  coordinator: string | null
}

/** A member's own contact details, and who is written down as living with them. */
export const readMyDetails = query({
  event: 'portal.read-details',
  input: z.object({ caseId: MaybeId }),
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) =>
    ctx.actor.kind === 'member' && (caseId === null || (await reachesCase(tx, caseId))) ? true : 'not-found',
  run: async (tx, ctx, { caseId: wanted }): Promise<MyDetails & { shelfIds: number[] }> => {
    const caseId = wanted ?? (await myCases(tx, ctx))[0]?.caseId
    if (caseId === undefined) throw new NotFound('case')
    const contact = (await contactsOf(tx, caseId)).find((c) => c.personId === ctx.actor.id) ?? null
    const together = await householdOf(tx, ctx, caseId)
    const people = (await peopleOf(tx, [caseId], ctx.today)).filter((p) => together.includes(p.id))
    const coordinator = (await coordinatorsOf(tx, [caseId], ctx.today)).find((c) => c.role === 'coordinator')?.name ?? null
    return {
      caseId,
      me: ctx.actor.id,
      contact,
      home: people.map((p) => ({ id: p.id, name: p.firstName, age: p.born ? ageOn(p.born, ctx.today) : null })),
      coordinator,
      shelfIds: contact ? [contact.shelfId] : [],
    }
  },
  concerns: (_, r) => ({
    caseId: r.caseId,
    personIds: [r.me, ...r.home.map((p) => p.id).filter((id) => id !== r.me)],
    shelfIds: r.shelfIds,
  }),
})
