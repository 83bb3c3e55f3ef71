import { sql } from 'kysely'
import { familyPeople } from '#app/intake/queries.server.ts'
import { command, type May, reachesCase } from '#app/platform/command.server.ts'
import { Conflict, type Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { WritePurpose } from './purpose.ts'

/** Who coordinates the family, and the project manager: whoever may write its plan. */
export async function mayWritePurpose(tx: Tx, ctx: Context, caseId: number): Promise<May> {
  if (!(await reachesCase(tx, caseId))) return 'not-found'
  if (ctx.actor.kind !== 'staff') return false
  const subjects = (await familyPeople(tx, ctx, [caseId])).map((one) => one.id)
  if (subjects.length === 0) return false
  const { rows } = await sql<{ yes: boolean }>`
    select access.may_create(${caseId}, 'coordination', 'plan', 'family', ${subjects}::bigint[], false) as yes`.execute(tx)
  return rows[0]?.yes === true
}

/** The purpose that holds now; null before anybody wrote one. */
export const currentPurpose = (tx: Tx, caseId: number) =>
  tx
    .selectFrom('coordination_purpose')
    .select(['id', 'what_for as whatFor', 'aim', 'written_on as writtenOn', 'written_with as writtenWith', 'subjects', 'shelf_id as shelfId'])
    .where('case_id', '=', caseId)
    .where('replaced_by', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst()

/**
 * KOO-14: what the coordination is for in this family and what it aims at, written with them. A new text replaces the one that
 * was on the page; the old
 * one stays in the history.
 */
export const writePurpose = command({
  event: 'team.write-purpose',
  input: WritePurpose,
  case: ({ caseId }) => caseId,
  may: (tx, ctx, { caseId }) => mayWritePurpose(tx, ctx, caseId),
  run: async (tx, ctx, input) => {
    const before = await currentPurpose(tx, input.caseId)
    if ((before?.id ?? null) !== input.seenId)
      throw new Conflict('stale', { mine: { text: input.whatFor }, theirs: { text: before?.whatFor ?? '' } })
    const subjects = (await familyPeople(tx, ctx, [input.caseId])).map((one) => one.id)
    const row = await tx
      .insertInto('coordination_purpose')
      .values({
        municipality_id: ctx.municipalityId,
        what_for: input.whatFor,
        aim: input.aim,
        written_on: ctx.today,
        written_with: input.writtenWith.filter((id) => subjects.includes(id)),
        case_id: input.caseId,
        sector: 'coordination',
        category: 'plan',
        visibility: 'family',
        subjects,
        ...(before ? { replaces: before.id } : {}),
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    return { id: row.id, shelfId: row.shelf_id, subjects }
  },
  concerns: ({ caseId }, result) => ({ caseId, personIds: result.subjects, shelfIds: [result.shelfId], details: { purpose: result.id } }),
})
