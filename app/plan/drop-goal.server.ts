import { changeSeen } from '#app/platform/change-seen.ts'
import { command } from '#app/platform/command.server.ts'
import { DropRecord } from './plan.ts'
import { onCase } from './rights.server.ts'

/** Takes the goal out of the plan with a reason; it stays in the history and in the versions it was part of. */
export const dropGoal = command({
  event: 'plan.drop-goal',
  input: DropRecord,
  case: ({ caseId }) => caseId,
  may: onCase((r) => r.writes),
  async run(tx, ctx, input) {
    const row = await changeSeen({
      seen: input.seenRevision,
      mine: { reason: input.reason },
      read: () =>
        tx
          .selectFrom('goal')
          .select(['id', 'revision', 'shelf_id', 'subjects'])
          .where('id', '=', input.id)
          .where('case_id', '=', input.caseId)
          .where('replaced_by', 'is', null)
          .where('dropped_on', 'is', null)
          .executeTakeFirst(),
      shown: (r) => ({ revision: r.revision }),
      write: async (r) => {
        return tx
          .updateTable('goal')
          .set({ dropped_on: ctx.today, dropped_reason: input.reason })
          .where('id', '=', r.id)
          .where('revision', '=', r.revision)
          .executeTakeFirst()
      },
    })
    return { id: row.id, revision: row.revision + 1, shelfId: row.shelf_id, subjects: row.subjects }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { goal: r.id } }),
})
