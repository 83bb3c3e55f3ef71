import { sql } from 'kysely'
import { command } from '#app/platform/command.server.ts'
import { refreshAccess } from '#app/platform/db.server.ts'
import { SetCustody } from './inputs.ts'
import { mayChangePeople } from './rights.server.ts'

/** From a day on exactly these hold custody of the child, wherever the child lives. Consents that miss a signature by it stop at once. */
export const setCustody = command({
  event: 'families.set-custody',
  input: SetCustody,
  case: (input) => input.caseId,
  may: (tx, _ctx, input) => mayChangePeople(tx, input.caseId),
  concerns: (input) => ({ caseId: input.caseId, personIds: [input.childId, ...input.holderIds], details: { from: input.from } }),
  run: async (tx, _ctx, input) => {
    await sql`select access.set_custody(${input.caseId}, ${input.childId}, ${[...new Set(input.holderIds)]}::bigint[], ${input.from}::date)`.execute(
      tx,
    )
    await refreshAccess(tx)
  },
})
