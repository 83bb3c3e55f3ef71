import { peopleOf, rightsOf } from '#app/plan/queries.server.ts'
import { addedSubjects, askedSubjects, onCase } from '#app/plan/rights.server.ts'
import { changeSeen } from '#app/platform/change-seen.ts'
import { command } from '#app/platform/command.server.ts'
import { ChangeAgreement } from './agreement.ts'
import { checkSeen, heardBy } from './make-agreement.server.ts'
import { makesAgreements, ownerColumns } from './rights.server.ts'

/**
 * Puts the words of an open agreement right, or gives it to somebody else. Its day is moved by `postponeAgreement` only, so that a
 * postponement always has a reason.
 * @throws Invalid, Conflict 'stale' or 'about-somebody-else'
 */
export const changeAgreement = command({
  event: 'agreements.change',
  input: ChangeAgreement,
  case: ({ caseId }) => caseId,
  may: onCase(makesAgreements),
  async run(tx, ctx, input) {
    const rights = await rightsOf(tx, ctx, input.caseId)
    const people = await peopleOf(tx, ctx, input.caseId, rights)
    await checkSeen(tx, input)
    const row = await changeSeen({
      seen: input.seenRevision,
      mine: { what: input.what },
      read: () =>
        tx
          .selectFrom('agreement')
          .selectAll()
          .where('id', '=', input.agreementId)
          .where('case_id', '=', input.caseId)
          .where('replaced_by', 'is', null)
          .where('kept_on', 'is', null)
          .where('dropped_on', 'is', null)
          .executeTakeFirst(),
      shown: (r) => ({ what: r.what, revision: r.revision }),
      write: async (r) => {
        const wanted = askedSubjects({
          texts: [input.what],
          before: [r.what],
          subjects: r.subjects,
          people,
          rights,
          aboutOthers: input.aboutOthers,
        })
        const owner = await ownerColumns(tx, ctx, { ...input, people, rights, before: r })
        return tx
          .updateTable('agreement')
          .set({
            what: input.what,
            ...owner,
            goal_id: input.goalId,
            heard_by: heardBy(ctx, owner, input.heardBy, people, rights),
            ...addedSubjects(r, wanted, ctx, 'what'),
          })
          .where('id', '=', r.id)
          .where('revision', '=', r.revision)
          .executeTakeFirst()
      },
    })
    return { id: row.id, revision: row.revision + 1, shelfId: row.shelf_id, subjects: row.subjects }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { agreement: r.id } }),
})
