import { sql } from 'kysely'
import { command } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { ReviewLookUp } from './spot-check.ts'

/** The project manager has asked: in order, or to be followed up, with a note. Can be said again; each time stands in the log. */
export const reviewLookUp = command({
  event: 'oversight.review-look-up',
  input: ReviewLookUp,
  may: async (tx, _ctx, { id }) => (await sql`select from access.spot_checks() s where s.item_id = ${id}`.execute(tx)).rows.length > 0 || 'not-found',
  async run(tx, _ctx, { id, verdict, note }) {
    const { rows } = await sql<{ case_id: number; staff_id: number }>`select * from access.review_look_up(${id}, ${verdict}, ${note})`.execute(tx)
    if (!rows[0]) throw new NotFound('look-up')
    return rows[0]
  },
  concerns: ({ id, verdict }, row) => ({ caseId: row.case_id, personIds: [], bases: ['project'], details: { item: id, verdict, staff: row.staff_id } }),
})
