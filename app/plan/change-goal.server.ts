import { command } from '#app/platform/command.server.ts'
import { goalPlace, statedColumns } from './goal-place.server.ts'
import { ChangeGoal } from './plan.ts'
import { peopleOf, rightsOf } from './queries.server.ts'
import { addedSubjects, askedSubjects, changeSeen, onCase, subjectsFor, wrong } from './rights.server.ts'
import { asGoal } from './records.server.ts'

/**
 * Changes a goal; what stood before stays in its history. A goal with goals below it keeps its place. People are only added, and only by
 * its author.
 * @throws Conflict('stale') with both texts when somebody changed it meanwhile
 */
export const changeGoal = command({
  event: 'plan.change-goal',
  input: ChangeGoal,
  case: ({ caseId }) => caseId,
  may: onCase((r) => r.writes),
  async run(tx, ctx, input) {
    const rights = await rightsOf(tx, ctx, input.caseId)
    const people = await peopleOf(tx, ctx, input.caseId, rights)
    const row = await changeSeen({
      seen: input.seenRevision,
      mine: { title: input.title, measure: input.measure },
      read: () =>
        tx
          .selectFrom('goal')
          .selectAll()
          .where('id', '=', input.goalId)
          .where('case_id', '=', input.caseId)
          .where('replaced_by', 'is', null)
          .where('dropped_on', 'is', null)
          .executeTakeFirst(),
      shown: (r) => asGoal(r),
      write: async (r) => {
        const below = await tx.selectFrom('goal').select('id').where('parent_id', '=', r.id).executeTakeFirst()
        if (input.parentId === r.id || (below && input.parentId !== r.parent_id)) throw wrong('parentId', 'parentFixed')
        const place = input.parentId === r.parent_id && input.hopeId === r.hope_id ? {} : await goalPlace(tx, input.caseId, input)
        const chosen = input.subjects.filter((s) => !r.subjects.includes(s))
        const wanted = askedSubjects({
          texts: [input.title, input.measure],
          before: [r.title, r.measure],
          subjects: [...r.subjects, ...(chosen.length ? subjectsFor(chosen, people, rights, 'subjects') : [])],
          people,
          rights,
          aboutOthers: input.aboutOthers,
        })
        const subjects = addedSubjects(r, wanted, ctx, 'subjects')
        const own = r.sector === 'coordination' && rights.staff ? { kind: input.kind, ...statedColumns(input) } : {}
        return tx
          .updateTable('goal')
          .set({ title: input.title, measure: input.measure, ...own, ...place, ...subjects })
          .where('id', '=', r.id)
          .where('revision', '=', r.revision)
          .executeTakeFirst()
      },
    })
    return { id: row.id, shelfId: row.shelf_id, subjects: row.subjects }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { goal: r.id } }),
})
