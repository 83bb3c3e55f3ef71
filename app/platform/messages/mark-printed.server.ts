import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../command.server.ts'
import { NotFound } from '../context.ts'

/** "Printet og lagt i kuvert". Said twice, it is said once. */
export const markPrinted = command({
  event: 'messages.mark-printed',
  input: z.object({ id: z.coerce.number().int().positive() }),
  may: async (_tx, ctx) => ctx.actor.kind === 'staff',
  async run(tx, _ctx, { id }) {
    const row = await tx.selectFrom('message').select(['case_id', 'person_id']).where('id', '=', id).executeTakeFirst()
    if (!row) throw new NotFound('message')
    await sql`select access.mark_printed(${id})`.execute(tx)
    return row
  },
  concerns: ({ id }, row) => ({ caseId: row.case_id, personIds: row.person_id === null ? [] : [row.person_id], details: { message: id } }),
})
