import { sql } from 'kysely'
import { command } from '#app/platform/command.server.ts'
import { Conflict, NotFound } from '#app/platform/context.ts'
import { ChangePerson } from './inputs.ts'
import { findPerson } from './queries.server.ts'
import { mayChangePeople } from './rights.server.ts'

/**
 * Corrects who a person is. What stood there before stays in the history; a person who was changed meanwhile is a Conflict with both texts.
 * An unborn child that is born gets its birthday and becomes a person.
 */
export const changePerson = command({
  event: 'families.change-person',
  input: ChangePerson,
  case: (input) => input.caseId,
  may: (tx, _ctx, input) => mayChangePeople(tx, input.caseId),
  concerns: (input, result: { revision: number }) => ({
    caseId: input.caseId,
    personIds: [input.personId],
    details: { revision: result.revision },
  }),
  run: async (tx, _ctx, input) => {
    const before = await findPerson(tx, input.personId)
    if (!before) throw new NotFound('person')
    const { caseId, personId, revision, ...fields } = input
    const kind = before.kind === 'unborn' && input.born !== null ? 'person' : before.kind
    const changed = {
      ...fields,
      kind,
      ...(before.kind === 'network' ? { lastName: '', born: null } : {}),
      born: kind === 'person' ? (input.born ?? before.born) : null,
    }
    const { rows } = await sql<{ revision: number | null }>`
      select access.change_person(${caseId}, ${personId}, ${revision}, ${JSON.stringify(changed)}::jsonb) as revision`.execute(tx)
    const now = rows[0]?.revision
    if (!now) throw new Conflict('stale', { mine: fields, theirs: before })
    return { revision: now }
  },
})
