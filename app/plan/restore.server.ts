import { changeSeen } from '#app/platform/change-seen.ts'
import { command } from '#app/platform/command.server.ts'
import { Forbidden } from '#app/platform/context.ts'
import { Restore } from './plan.ts'
import { onCase } from './rights.server.ts'

/** Puts back what was taken out of the plan a moment ago ("Fortryd"); both steps stay in the history. */
export const restore = command({
  event: 'plan.restore',
  input: Restore,
  case: ({ caseId }) => caseId,
  may: onCase((r) => r.writes),
  async run(tx, ctx, { caseId, what, id, seenRevision }) {
    const columns = ['id', 'revision', 'shelf_id', 'subjects', 'author_staff_id', 'author_person_id'] as const
    const row = await changeSeen({
      seen: seenRevision,
      mine: {},
      read: () =>
        tx
          .selectFrom(what)
          .select(columns)
          .where('id', '=', id)
          .where('case_id', '=', caseId)
          .where('replaced_by', 'is', null)
          .where('dropped_on', 'is not', null)
          .executeTakeFirst(),
      shown: (r) => ({ revision: r.revision }),
      write: async (r) => {
        const others =
          what === 'hope' && r.author_person_id !== null && (ctx.actor.kind !== 'member' || r.author_person_id !== ctx.actor.id)
        if (others) throw new Forbidden('plan.restore')
        return tx
          .updateTable(what)
          .set({ dropped_on: null, dropped_reason: null })
          .where('id', '=', r.id)
          .where('revision', '=', r.revision)
          .executeTakeFirst()
      },
    })
    return { id: row.id, shelfId: row.shelf_id, subjects: row.subjects }
  },
  concerns: ({ caseId, what }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { [what]: r.id } }),
})
