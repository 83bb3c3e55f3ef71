import { changeSeen } from '#app/platform/change-seen.ts'
import { command } from '#app/platform/command.server.ts'
import { checkOwner, goalColumns, lawAreaFor } from './goal-columns.server.ts'
import { ownerValue } from './goal-fields.ts'
import { goalPlace, moveSteps, statedColumns } from './goal-place.server.ts'
import { goalRulesOf } from './goal-rules.server.ts'
import { ChangeGoal } from './plan.ts'
import { peopleOf, rightsOf } from './queries.server.ts'
import { addedSubjects, askedSubjects, onCase, subjectsFor, wrong } from './rights.server.ts'
import { asGoal } from './records.server.ts'

/**
 * Changes a goal; what stood before stays in its history. A goal moves
 * with its steps (PLAN-06). People are only added, and only by
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
        const rules = await goalRulesOf(tx, input.caseId, ctx.today)
        const before = asGoal(r)
        await checkOwner(tx, ctx, { caseId: input.caseId, owner: input.owner, before: ownerValue(before), people, rights })
        if (input.parentId === r.id) throw wrong('parentId', 'underItself')
        const moved = input.parentId !== r.parent_id
        const place = moved || input.hopeId !== r.hope_id ? await goalPlace(tx, input.caseId, input, moved ? rules.levels : 3) : {}
        if (moved) await moveSteps(tx, r.id, input.parentId, rules.levels)
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
        const law_area = lawAreaFor({ kind: r.sector === 'coordination' && rights.staff ? input.kind : r.kind, wanted: input.lawArea, before: r.law_area, sector: input.statedSector || r.sector, rules })
        return tx
          .updateTable('goal')
          .set({ title: input.title, measure: input.measure, ...goalColumns(input), law_area, ...own, ...place, ...subjects })
          .where('id', '=', r.id)
          .where('revision', '=', r.revision)
          .executeTakeFirst()
      },
    })
    return { id: row.id, shelfId: row.shelf_id, subjects: row.subjects }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { goal: r.id } }),
})
