import { z } from 'zod'
import { command } from '#app/platform/command.server.ts'
import { Id } from './families.ts'

/** A task or notice is dealt with. Whoever sees it may say so. */
export const completeTask = command({
  event: 'families.complete-task',
  input: z.object({ taskId: Id }),
  may: async (tx, _ctx, input) =>
    (await tx.selectFrom('task').select('id').where('id', '=', input.taskId).executeTakeFirst()) ? true : 'not-found',
  concerns: (input, result: { caseId: number | null }) => ({
    caseId: result.caseId,
    personIds: [],
    bases: [],
    details: { task: input.taskId },
  }),
  run: async (tx, ctx, input) => {
    const row = await tx
      .updateTable('task')
      .set({ done_at: ctx.now, done_by: ctx.actor.id })
      .where('id', '=', input.taskId)
      .returning('case_id')
      .executeTakeFirst()
    return { caseId: row?.case_id ?? null }
  },
})
