import { z } from 'zod'
import { query } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { openCpr } from '#app/platform/cpr/cpr-column.server.ts'
import { Id } from './families.ts'
import { mayRead } from './rights.server.ts'

type RevealedAddress = { addressId: number; street: string; postcode: string; city: string; subjects: number[]; shelfId: number }
/** `digits`: ten, without the hyphen. */
type RevealedCpr = { personId: number; digits: string; shelfId: number }

/** Shows one protected address. The look-up has a row of its own in the log, which the family can see. */
export const revealAddress = query({
  event: 'families.reveal-address',
  input: z.object({ caseId: Id, addressId: Id }),
  case: (input) => input.caseId,
  may: (tx, _ctx, input) => mayRead(tx, input.caseId),
  concerns: (input, result: RevealedAddress) => ({ caseId: input.caseId, personIds: result.subjects, shelfIds: [result.shelfId] }),
  run: async (tx, _ctx, input) => {
    const row = await tx
      .selectFrom('address')
      .select(['id', 'street', 'postcode', 'city', 'subjects', 'shelf_id'])
      .where('id', '=', input.addressId)
      .where('case_id', '=', input.caseId)
      .executeTakeFirst()
    if (!row) throw new NotFound('address')
    return { addressId: row.id, street: row.street, postcode: row.postcode, city: row.city, subjects: row.subjects, shelfId: row.shelf_id }
  },
})

/** Shows the whole CPR number of one person; logged on its own. */
export const revealCpr = query({
  event: 'families.reveal-cpr',
  input: z.object({ caseId: Id, personId: Id }),
  case: (input) => input.caseId,
  may: (tx, _ctx, input) => mayRead(tx, input.caseId),
  concerns: (input, result: RevealedCpr) => ({ caseId: input.caseId, personIds: [input.personId], shelfIds: [result.shelfId] }),
  run: async (tx, ctx, input) => {
    const row = await tx
      .selectFrom('person_cpr')
      .select(['cpr_encrypted', 'cpr_hash', 'shelf_id', 'subjects'])
      .where('case_id', '=', input.caseId)
      .execute()
      .then((all) => all.find((r) => r.subjects.includes(input.personId)))
    if (!row) throw new NotFound('cpr')
    return { personId: input.personId, digits: openCpr(ctx.municipalityId, row), shelfId: row.shelf_id }
  },
})
