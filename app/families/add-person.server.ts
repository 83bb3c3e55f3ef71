import { sql } from 'kysely'
import { command } from '#app/platform/command.server.ts'
import { refreshAccess, type Tx } from '#app/platform/db.server.ts'
import { type CprAnswer, cprKnown, insertCpr } from './cpr-known.server.ts'
import { AddPerson } from './inputs.ts'
import { mayChangePeople } from './rights.server.ts'

/** `added`, or nothing was done because the number is in use (`known`) or was asked for too often (`limited`). */
export type AddedPerson =
  | { outcome: 'added'; personId: number; shelfIds: number[] }
  | { outcome: Exclude<CprAnswer, 'unknown'>; personId: null; shelfIds: number[] }

/** Adds a person to the family: an adult, a child, an unborn child. A CPR number that is in use already adds nobody (UDR-16, VIS-02). */
export const addPerson = command({
  event: 'families.add-person',
  input: AddPerson,
  case: (input) => input.caseId,
  may: (tx, _ctx, input) => mayChangePeople(tx, input.caseId),
  concerns: (input, result: AddedPerson) => ({
    caseId: input.caseId,
    personIds: result.personId === null ? [] : [result.personId],
    shelfIds: result.shelfIds,
    details: { outcome: result.outcome },
  }),
  run: async (tx, ctx, input): Promise<AddedPerson> => {
    const answer = input.cpr ? await cprKnown(tx, input.cpr) : 'unknown'
    if (answer !== 'unknown') return { outcome: answer, personId: null, shelfIds: [] }
    const from = input.from ?? ctx.today
    const personId = await insertPerson(tx, input.caseId, from, input)
    await refreshAccess(tx)
    const shelfIds = input.cpr ? [await insertCpr(tx, ctx, input.caseId, personId, input.cpr)] : []
    if (input.householdId)
      await sql`select access.move_member(${input.caseId}, ${personId}, ${input.householdId}, ${from}::date, true)`.execute(tx)
    await refreshAccess(tx)
    return { outcome: 'added', personId, shelfIds }
  },
})

/** Writes a person and their place in the case; the database asks for the right. @returns the new id */
export async function insertPerson(tx: Tx, caseId: number, from: string, person: Record<string, unknown>): Promise<number> {
  const { rows } = await sql<{
    id: number
  }>`select access.add_case_person(${caseId}, ${from}::date, ${JSON.stringify(person)}::jsonb) as id`.execute(tx)
  const id = rows[0]?.id
  if (!id) throw new Error('add_case_person gave no id')
  return id
}
