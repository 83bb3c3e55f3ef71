import { sql } from 'kysely'
import { command } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { refreshAccess } from '#app/platform/db.server.ts'
import { LiftShield, SetShield } from './inputs.ts'
import { mayShield } from './rights.server.ts'

/** Shields two people from each other: what is about one, or about a child living there, is kept from the other in contact, meetings, school and health. */
export const setShield = command({
  event: 'families.set-shield',
  input: SetShield,
  case: (input) => input.caseId,
  may: (tx, _ctx, input) => mayShield(tx, input.caseId),
  concerns: (input, result: { shieldId: number }) => ({
    caseId: input.caseId,
    personIds: [input.personA, input.personB],
    details: { shield: result.shieldId },
  }),
  run: async (tx, _ctx, input) => {
    const { rows } = await sql<{ id: number }>`
      select access.set_shield(${input.caseId}, ${input.personA}, ${input.personB}, ${input.from}::date, ${input.until}::date, ${input.reason}) as id`.execute(
      tx,
    )
    await refreshAccess(tx)
    return { shieldId: rows[0]!.id }
  },
})

/** Lifts a shield, with a reason that stays. */
export const liftShield = command({
  event: 'families.lift-shield',
  input: LiftShield,
  case: (input) => input.caseId,
  may: (tx, _ctx, input) => mayShield(tx, input.caseId),
  concerns: (input, result: { personIds: number[] }) => ({
    caseId: input.caseId,
    personIds: result.personIds,
    details: { shield: input.shieldId },
  }),
  run: async (tx, _ctx, input) => {
    const row = await tx.selectFrom('shield').select(['person_a', 'person_b']).where('id', '=', input.shieldId).executeTakeFirst()
    const { rows } = await sql<{
      lifted: boolean
    }>`select access.lift_shield(${input.caseId}, ${input.shieldId}, ${input.reason}) as lifted`.execute(tx)
    if (!rows[0]?.lifted || !row) throw new NotFound('shield')
    return { personIds: [row.person_a, row.person_b] }
  },
})
