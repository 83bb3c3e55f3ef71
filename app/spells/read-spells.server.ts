import { z } from 'zod'
import { type CasePerson, Id } from '#app/families/families.ts'
import { peopleOf } from '#app/families/queries.server.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { spellEndsOf, spellsOf, supportStatusesOf, type SupportStatus } from './queries.server.ts'
import { writing } from './rights.server.ts'
import type { Spell } from './spells.ts'

export type SpellsPage = {
  caseId: number
  today: string
  person: CasePerson
  spells: Spell[]
  statuses: SupportStatus[]
  /** Why a spell may have ended. */
  ends: Awaited<ReturnType<typeof spellEndsOf>>
  may: { write: boolean }
}

/** One person's support, school and work, the newest first; what the form may choose among. */
export const readSpells = query({
  event: 'spells.read',
  input: z.object({ caseId: Id, personId: Id }),
  case: ({ caseId }) => caseId,
  may: async (tx, _ctx, { caseId }) => (await reachesCase(tx, caseId)) || 'not-found',
  run: async (tx, ctx, { caseId, personId }): Promise<SpellsPage> => {
    const person = (await peopleOf(tx, [caseId], ctx.today)).find((p) => p.id === personId && p.role !== 'network')
    if (!person) throw new NotFound('person')
    const w = await writing(tx, ctx, caseId)
    return {
      caseId,
      today: ctx.today,
      person,
      spells: (await spellsOf(tx, caseId, personId)).toReversed(),
      statuses: await supportStatusesOf(tx, caseId, ctx.today),
      ends: await spellEndsOf(tx, caseId, ctx.today),
      may: { write: w.coordination || w.speak.includes(personId) },
    }
  },
  concerns: ({ caseId, personId }, r) => ({ caseId, personIds: [personId], shelfIds: [...new Set(r.spells.map((s) => s.shelfId))] }),
})
