import { sql } from 'kysely'
import { command } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import { refreshAccess, type Tx } from '#app/platform/db.server.ts'
import { SetAddress } from './inputs.ts'
import { mayChangePeople } from './rights.server.ts'

/** Where these people live from a day on. A protected address is hidden also from a parent who lives elsewhere, in every record of the home. */
export const setAddress = command({
  event: 'families.set-address',
  input: SetAddress,
  case: (input) => input.caseId,
  may: (tx, _ctx, input) => mayChangePeople(tx, input.caseId),
  concerns: (input, result: { addressId: number; shelfIds: number[] }) => ({
    caseId: input.caseId,
    personIds: input.personIds,
    shelfIds: result.shelfIds,
    details: { address: result.addressId, protected: input.protected },
  }),
  run: async (tx, ctx, input) => {
    const row = await writeAddress(tx, ctx, input)
    await refreshAccess(tx)
    return { addressId: row.id, shelfIds: [row.shelfId] }
  },
})

/** The same inside another verb, for example a move. The caller asks who may, and lets the rest of the transaction see it. */
export async function writeAddress(
  tx: Tx,
  ctx: Context,
  input: { caseId: number; personIds: number[]; street: string; postcode: string; city: string; protected: boolean; from: string },
): Promise<{ id: number; shelfId: number }> {
  await sql`select access.protect_address(${input.caseId}, ${input.personIds}::bigint[], ${input.protected}, ${input.from}::date)`.execute(
    tx,
  )
  // An earlier address of some of the same people stays open for the others; of each person the newest one counts.
  await tx
    .updateTable('address')
    .set({ valid_until: sql<string>`greatest(valid_from, ${input.from}::date - 1)` })
    .where('case_id', '=', input.caseId)
    .where(sql<boolean>`subjects <@ ${input.personIds}::bigint[]`)
    .where('valid_until', 'is', null)
    .where('replaced_by', 'is', null)
    .execute()
  const row = await tx
    .insertInto('address')
    .values({
      municipality_id: ctx.municipalityId,
      case_id: input.caseId,
      sector: 'coordination',
      category: 'contact',
      visibility: 'family',
      subjects: input.personIds,
      street: input.street,
      postcode: input.postcode,
      city: input.city,
      protected: input.protected,
      valid_from: input.from,
    })
    .returning(['id', 'shelf_id'])
    .executeTakeFirstOrThrow()
  return { id: row.id, shelfId: row.shelf_id }
}
