import { command } from '#app/platform/command.server.ts'
import { Conflict } from '#app/platform/context.ts'
import { SetContact } from './inputs.ts'
import { contactsOf } from './queries.server.ts'
import { mayChangePeople, mayRead } from './rights.server.ts'

/** How a person wants to be reached: the channel they chose themselves. `revision` is the one seen; 0 when there was none. */
export const setContact = command({
  event: 'families.set-contact',
  input: SetContact,
  case: (input) => input.caseId,
  may: (tx, ctx, input) =>
    ctx.actor.kind === 'member'
      ? ctx.actor.id === input.personId
        ? mayRead(tx, input.caseId)
        : Promise.resolve('not-found' as const)
      : mayChangePeople(tx, input.caseId),
  concerns: (input, result: { shelfId: number }) => ({ caseId: input.caseId, personIds: [input.personId], shelfIds: [result.shelfId] }),
  run: async (tx, ctx, input) => {
    const values = { phone: input.phone, email: input.email, preferred_channel: input.channel }
    const before = (await contactsOf(tx, input.caseId)).find((c) => c.personId === input.personId)
    if (before && before.revision !== input.revision) throw new Conflict('stale', { mine: input, theirs: before })
    if (before && ctx.actor.kind === 'staff') {
      const changed = await tx
        .updateTable('contact_detail')
        .set(values)
        .where('id', '=', before.id)
        .where('revision', '=', input.revision)
        .returning('shelf_id')
        .executeTakeFirst()
      if (changed) return { shelfId: changed.shelf_id }
    }
    // Written by the person, or over what somebody else wrote: a record of its own; of each person the newest counts.
    const made = await tx
      .insertInto('contact_detail')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: input.caseId,
        sector: 'coordination',
        category: 'contact',
        visibility: 'family',
        subjects: [input.personId],
        ...values,
      })
      .returning('shelf_id')
      .executeTakeFirstOrThrow()
    return { shelfId: made.shelf_id }
  },
})
