import { changeSeen } from '#app/platform/change-seen.ts'
import { command } from '#app/platform/command.server.ts'
import { activityColumns, activityTexts, beforeIsThere, goalIsThere, statedIn } from './activity-columns.server.ts'
import { ChangeActivity } from './plan.ts'
import { peopleOf, rightsOf } from './queries.server.ts'
import { asActivity } from './records.server.ts'
import { addedSubjects, askedSubjects, onCase, subjectsFor } from './rights.server.ts'

/**
 * Changes an activity; what stood before stays in its history. Somebody may stop taking part; only its author can add somebody.
 * @throws Conflict('stale') with both texts when somebody changed it meanwhile
 */
export const changeActivity = command({
  event: 'plan.change-activity',
  input: ChangeActivity,
  case: ({ caseId }) => caseId,
  may: onCase((r) => r.writes),
  async run(tx, ctx, input) {
    const rights = await rightsOf(tx, ctx, input.caseId)
    const people = await peopleOf(tx, ctx, input.caseId, rights)
    const row = await changeSeen({
      seen: input.seenRevision,
      mine: {
        what: input.what,
        offer: input.offer,
        provider: input.provider,
        place: input.place,
        start: input.start,
        end: input.end,
        minutesPerWeek: input.minutesPerWeek,
      },
      read: () =>
        tx
          .selectFrom('activity')
          .selectAll()
          .where('id', '=', input.activityId)
          .where('case_id', '=', input.caseId)
          .where('replaced_by', 'is', null)
          .where('dropped_on', 'is', null)
          .executeTakeFirst(),
      shown: (r) => asActivity(r),
      write: async (r) => {
        if (input.goalId !== r.goal_id) await goalIsThere(tx, input.caseId, input.goalId)
        if (input.afterId !== r.after_id) await beforeIsThere(tx, input.caseId, input.afterId, r.id)
        const wanted = input.takesPart.length ? input.takesPart : r.takes_part
        const chosen = wanted.filter((s) => !r.subjects.includes(s))
        const about = askedSubjects({
          texts: activityTexts(input),
          before: activityTexts(r),
          subjects: [...r.subjects, ...(chosen.length ? subjectsFor(chosen, people, rights, 'takesPart') : [])],
          people,
          rights,
          aboutOthers: input.aboutOthers,
        })
        const subjects = addedSubjects(r, about, ctx, 'takesPart')
        return tx
          .updateTable('activity')
          .set({
            ...activityColumns(input),
            ...(rights.staff ? statedIn(r.sector, input) : {}),
            takes_part: wanted.toSorted((a, b) => a - b),
            ...subjects,
          })
          .where('id', '=', r.id)
          .where('revision', '=', r.revision)
          .executeTakeFirst()
      },
    })
    return { id: row.id, shelfId: row.shelf_id, subjects: row.subjects }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { activity: r.id } }),
})
