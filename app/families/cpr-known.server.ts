import { sql } from 'kysely'
import { cprHash, sealCpr } from '#app/platform/cpr/cpr-column.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'

/** All that an exact CPR number may answer about somebody the actor does not see. `limited`: asked too often within the hour. */
export type CprAnswer = 'known' | 'unknown' | 'limited'

/** Is this number in use in the municipality? When it is, the project manager gets a task. @param digits ten digits */
export async function cprKnown(tx: Tx, digits: string): Promise<CprAnswer> {
  const { rows } = await sql<{ answer: CprAnswer }>`select access.cpr_known(${cprHash(digits)}) as answer`.execute(tx)
  return rows[0]?.answer ?? 'unknown'
}

/** Writes the number of a person of the case. @returns the shelf of the record */
export async function insertCpr(tx: Tx, ctx: Context, caseId: number, personId: number, digits: string): Promise<number> {
  const row = await tx
    .insertInto('person_cpr')
    .values({
      municipality_id: ctx.municipalityId,
      case_id: caseId,
      sector: 'coordination',
      category: 'identity',
      visibility: 'family',
      subjects: [personId],
      ...sealCpr(ctx.municipalityId, digits),
    })
    .returning('shelf_id')
    .executeTakeFirstOrThrow()
  return row.shelf_id
}
