import { z } from 'zod'
import { command, type May, reachesCase, writesInCase } from '#app/platform/command.server.ts'
import { Invalid } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { PlainDate } from '#app/platform/time/plain-date.ts'
import { Id } from './intake.ts'
import { yesChannels } from './referral.ts'
import { familyPeople } from './queries.server.ts'

export const RegisterYes = z.object({
  caseId: Id,
  personId: Id,
  saidTo: z.enum(['referral', 'place']),
  on: PlainDate,
  channel: z.enum(yesChannels),
})

/** An adult's yes by telephone, on paper or at a meeting, written down on their behalf; they see it and can undo it. */
export const registerOnBehalf = command({
  event: 'intake.register-yes',
  input: RegisterYes,
  case: ({ caseId }) => caseId,
  may: (tx, _, { caseId }) => mayWrite(tx, caseId),
  run: async (tx, ctx, input) => {
    const issue = (field: string, da: string, en: string) => new Invalid([{ field, message: { da, en } }])
    if (input.on > ctx.today) throw issue('on', 'Datoen ligger i fremtiden', 'The date is in the future')
    if (!(await familyPeople(tx, ctx, [input.caseId])).some((person) => person.id === input.personId))
      throw issue('personId', 'Vælg en i familien', 'Choose somebody of the family')
    return tx
      .insertInto('family_yes')
      .values({
        municipality_id: ctx.municipalityId,
        said_to: input.saidTo,
        said_on: input.on,
        channel: input.channel,
        case_id: input.caseId,
        sector: 'coordination',
        category: 'intake',
        visibility: 'family',
        subjects: [input.personId],
        on_behalf_of_person: input.personId,
        on_behalf_channel: input.channel,
        on_behalf_on: input.on,
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
  },
  concerns: ({ caseId, personId }, result) => ({ caseId, personIds: [personId], shelfIds: [result.shelf_id] }),
})
async function mayWrite(tx: Tx, caseId: number): Promise<May> {
  return (await reachesCase(tx, caseId)) ? writesInCase(tx, caseId) : 'not-found'
}
