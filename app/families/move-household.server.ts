import { sql } from 'kysely'
import { command } from '#app/platform/command.server.ts'
import { Invalid } from '#app/platform/context.ts'
import { refreshAccess } from '#app/platform/db.server.ts'
import { MoveHousehold } from './inputs.ts'
import { mayChangePeople } from './rights.server.ts'

/** From a day on the person lives in another home of the family, in a new one, in two, or in none. The homes before stay with their dates. */
export const moveHousehold = command({
  event: 'families.move-household',
  input: MoveHousehold,
  case: (input) => input.caseId,
  may: (tx, _ctx, input) => mayChangePeople(tx, input.caseId),
  concerns: (input, result: { householdId: number | null }) => ({
    caseId: input.caseId,
    personIds: [input.personId],
    details: { household: result.householdId, from: input.from },
  }),
  run: async (tx, _ctx, input) => {
    if (input.household === 'new' && input.name === '') {
      throw new Invalid([
        {
          field: 'name',
          message: { da: 'Giv hjemmet et navn, for eksempel "Hos Jonas"', en: 'Give the home a name, for example "With Jonas"' },
        },
      ])
    }
    const householdId = input.household === 'none' ? null : input.household === 'new' ? await open(tx, input) : input.household
    await sql`select access.move_member(${input.caseId}, ${input.personId}, ${householdId}::bigint, ${input.from}::date, ${input.also})`.execute(
      tx,
    )
    await refreshAccess(tx)
    return { householdId }
  },
})

async function open(tx: Parameters<typeof refreshAccess>[0], input: { caseId: number; name: string; from: string }): Promise<number> {
  const { rows } = await sql<{
    id: number
  }>`select access.open_household(${input.caseId}, ${input.name}, ${input.from}::date) as id`.execute(tx)
  return rows[0]!.id
}
