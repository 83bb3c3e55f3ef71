import { z } from 'zod'
import { command, reachesCase } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { mayRate } from './rights.server.ts'

const Id = z.coerce.number().int().positive()
/** The person takes back what staff wrote for them: a record of theirs replaces it, the number no longer counts, and both stay in the history. */
export const undoRating = command({
  event: 'ratings.undo',
  input: z.object({ caseId: Id, id: Id }),
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) => ((await reachesCase(tx, caseId)) ? mayRate(tx, ctx, caseId) : 'not-found'),
  async run(tx, ctx, { caseId, id }) {
    const row = await tx
      .selectFrom('rating')
      .select(['person_id', 'question', 'value', 'rated_on', 'month', 'shelf_id', 'subjects'])
      .where('case_id', '=', caseId)
      .where('id', '=', id)
      .where('on_behalf_of_person', '=', ctx.actor.id)
      .where('replaced_by', 'is', null)
      .executeTakeFirst()
    if (!row) throw new NotFound('rating')
    const undone = await tx
      .insertInto('rating')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: caseId,
        sector: 'coordination',
        category: 'progression',
        visibility: 'family',
        household_shared: false,
        subjects: [row.person_id],
        person_id: row.person_id,
        question: row.question,
        value: row.value,
        rated_on: row.rated_on,
        month: row.month,
        how: 'portal',
        undone: true,
        replaces: id,
      })
      .returning('shelf_id')
      .executeTakeFirstOrThrow()
    return { shelfIds: [row.shelf_id, undone.shelf_id], subjects: row.subjects }
  },
  concerns: ({ caseId, id }, r) => ({ caseId, personIds: r.subjects, shelfIds: r.shelfIds, details: { rating: id } }),
})
