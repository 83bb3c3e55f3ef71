import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { PlainDate } from '#app/platform/time/plain-date.ts'
import { Id } from './families.ts'
import { AddRelation } from './inputs.ts'
import { mayChangePeople } from './rights.server.ts'

/** Says how two people of the family belong together: person is <kind> of other. */
export const addRelation = command({
  event: 'families.add-relation',
  input: AddRelation,
  case: (input) => input.caseId,
  may: (tx, _ctx, input) => mayChangePeople(tx, input.caseId),
  concerns: (input, result: { relationId: number }) => ({
    caseId: input.caseId,
    personIds: [input.personId, input.otherId],
    details: { relation: result.relationId },
  }),
  run: async (tx, _ctx, input) => {
    const { rows } = await sql<{ id: number }>`
      select access.add_relation(${input.caseId}, ${input.personId}, ${input.otherId}, ${input.kind}, ${input.label}, ${input.from}::date) as id`.execute(
      tx,
    )
    return { relationId: rows[0]!.id }
  },
})

/** The relation ended on that day (partners who part). It stays in the history. */
export const endRelation = command({
  event: 'families.end-relation',
  input: z.object({ caseId: Id, relationId: Id, until: PlainDate }),
  case: (input) => input.caseId,
  may: (tx, _ctx, input) => mayChangePeople(tx, input.caseId),
  concerns: (input, result: { personIds: number[] }) => ({
    caseId: input.caseId,
    personIds: result.personIds,
    details: { relation: input.relationId },
  }),
  run: async (tx, _ctx, input) => {
    const row = await tx.selectFrom('relation').select(['person_id', 'other_id']).where('id', '=', input.relationId).executeTakeFirst()
    if (!row) throw new NotFound('relation')
    await sql`select access.end_relation(${input.caseId}, ${input.relationId}, ${input.until}::date)`.execute(tx)
    return { personIds: [row.person_id, row.other_id] }
  },
})
