import { z } from 'zod'
import { command } from '#app/platform/command.server.ts'
import { Conflict, Invalid } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { addMonths, PlainDate } from '#app/platform/time/plain-date.ts'
import { Id } from './families.ts'

const mayTouch = async (tx: Tx, { taskId }: { taskId: number }) =>
  (await tx.selectFrom('task').select('id').where('id', '=', taskId).executeTakeFirst()) ? true : ('not-found' as const)
const about = ({ taskId }: { taskId: number }, result: { caseId: number | null }) => ({
  caseId: result.caseId,
  personIds: [],
  bases: [],
  details: { task: taskId },
})

/** Not before that day on anybody's list. The day it is due stays what it was; three months ahead at most. */
export const putOffTask = command({
  event: 'families.put-off-task',
  input: z.object({ taskId: Id, until: PlainDate }),
  may: (tx, _ctx, input) => mayTouch(tx, input),
  run: async (tx, ctx, { taskId, until }) => {
    if (until <= ctx.today || until > addMonths(ctx.today, 3))
      throw new Invalid([{ field: 'until', message: { da: 'Vælg en dag inden for de næste tre måneder', en: 'Choose a day within the next three months' } }])
    const row = await tx.updateTable('task').set({ later_on: until }).where('id', '=', taskId).where('done_at', 'is', null).returning('case_id').executeTakeFirst()
    if (!row) throw new Conflict('task-done')
    return { caseId: row.case_id }
  },
  concerns: (input, result) => ({ ...about(input, result), details: { task: input.taskId, until: input.until } }),
})

/** "Fortryd": a task that was dealt with or put off stands where it stood. */
export const takeBackTask = command({
  event: 'families.take-back-task',
  input: z.object({ taskId: Id }),
  may: (tx, _ctx, input) => mayTouch(tx, input),
  run: async (tx, _ctx, { taskId }) => {
    const row = await tx.updateTable('task').set({ later_on: null, done_at: null, done_by: null }).where('id', '=', taskId).returning('case_id').executeTakeFirst()
    return { caseId: row?.case_id ?? null }
  },
  concerns: about,
})
