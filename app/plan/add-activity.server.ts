import { command } from '#app/platform/command.server.ts'
import { activityColumns, activityTexts, beforeIsThere, goalIsThere, statedIn } from './activity-columns.server.ts'
import { AddActivity } from './plan.ts'
import { ensurePlan, peopleOf, rightsOf } from './queries.server.ts'
import { askedSubjects, onCase, sectorFor, subjectsFor } from './rights.server.ts'

/** A new activity; saves with anything missing, "ved vi ikke endnu" with a date for what is not known (PLAN-02, PLAN-10, PLAN-21). */
export const addActivity = command({
  event: 'plan.add-activity',
  input: AddActivity,
  case: ({ caseId }) => caseId,
  may: onCase((r) => r.writes && (!r.staff || r.sectors.length > 0)),
  async run(tx, ctx, input) {
    const rights = await rightsOf(tx, ctx, input.caseId)
    const sector = sectorFor(input.sector, rights)
    const people = await peopleOf(tx, ctx, input.caseId, rights)
    const takesPart = subjectsFor(input.takesPart, people, rights, 'takesPart')
    const subjects = askedSubjects({ texts: activityTexts(input), subjects: takesPart, people, rights, aboutOthers: input.aboutOthers })
    await ensurePlan(tx, ctx, input.caseId)
    await goalIsThere(tx, input.caseId, input.goalId)
    await beforeIsThere(tx, input.caseId, input.afterId)
    const row = await tx
      .insertInto('activity')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: input.caseId,
        sector,
        category: 'plan',
        visibility: 'family',
        subjects,
        takes_part: takesPart,
        ...activityColumns(input),
        ...(rights.staff ? statedIn(sector, input) : {}),
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    return { id: row.id, shelfId: row.shelf_id, subjects }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { activity: r.id } }),
})
