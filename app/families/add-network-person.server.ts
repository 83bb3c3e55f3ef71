import { sql } from 'kysely'
import { command } from '#app/platform/command.server.ts'
import { refreshAccess } from '#app/platform/db.server.ts'
import { insertPerson } from './add-person.server.ts'
import { AddNetworkPerson } from './inputs.ts'
import { mayChangePeople } from './rights.server.ts'

/** Somebody the family knows: a first name and what they are to whom ("Karen, mormor til Ida"), nothing else. */
export const addNetworkPerson = command({
  event: 'families.add-network-person',
  input: AddNetworkPerson,
  case: (input) => input.caseId,
  may: (tx, _ctx, input) => mayChangePeople(tx, input.caseId),
  concerns: (input, result: { personId: number }) => ({ caseId: input.caseId, personIds: [result.personId, input.otherId] }),
  run: async (tx, ctx, input) => {
    const person = {
      kind: 'network',
      firstName: input.firstName,
      role: 'network',
      language: input.language,
      interpreter: input.interpreter,
    }
    const personId = await insertPerson(tx, input.caseId, ctx.today, person)
    await sql`select access.add_relation(${input.caseId}, ${personId}, ${input.otherId}, 'network', ${input.label}, null)`.execute(tx)
    await refreshAccess(tx)
    return { personId }
  },
})
