import { changeSeen } from '#app/platform/change-seen.ts'
import { command } from '#app/platform/command.server.ts'
import { Forbidden } from '#app/platform/context.ts'
import { DropRecord } from './plan.ts'
import { onCase } from './rights.server.ts'

/** Takes the hope out of the plan with a reason; it stays in the history and in the versions it was part of. */
export const dropHope = command({
  event: 'plan.drop-hope',
  input: DropRecord,
  case: ({ caseId }) => caseId,
  may: onCase((r) => r.writes),
  async run(tx, ctx, input) {
    const row = await changeSeen({
      seen: input.seenRevision,
      mine: { reason: input.reason },
      read: () =>
        tx
          .selectFrom('hope')
          .select(['id', 'revision', 'shelf_id', 'subjects', 'author_person_id'])
          .where('id', '=', input.id)
          .where('case_id', '=', input.caseId)
          .where('replaced_by', 'is', null)
          .where('dropped_on', 'is', null)
          .executeTakeFirst(),
      shown: (r) => ({ revision: r.revision }),
      write: async (r) => {
        // What a member wrote is that member's to take out.
        if (r.author_person_id !== null && (ctx.actor.kind !== 'member' || r.author_person_id !== ctx.actor.id))
          throw new Forbidden('plan.drop-hope')
        return tx
          .updateTable('hope')
          .set({ dropped_on: ctx.today, dropped_reason: input.reason })
          .where('id', '=', r.id)
          .where('revision', '=', r.revision)
          .executeTakeFirst()
      },
    })
    return { id: row.id, revision: row.revision + 1, shelfId: row.shelf_id, subjects: row.subjects }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { hope: r.id } }),
})
