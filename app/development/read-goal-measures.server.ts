import { z } from 'zod'
import { Id } from '#app/families/families.ts'
import { coordinates, rightsOf } from '#app/families/case-rights.server.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { developmentOf, shownOf } from './development.server.ts'
import { goalMeasuresOf, goalsShown } from './goal-measures.server.ts'
import { goalMeasureText, measureValue } from './goal-measures.ts'

/** What stands under each goal of the plan: its measure in one line, and for the coordinator the way to choose one. */
export type GoalNote = { goalId: number; text: string }

/** The measures of the plan's goals, for the page of the plan and its print. */
export const readGoalMeasures = query({
  event: 'development.read-goals',
  input: z.object({ caseId: Id }),
  case: ({ caseId }) => caseId,
  may: async (tx, _, { caseId }) => (await reachesCase(tx, caseId)) || 'not-found',
  async run(tx, ctx, { caseId }) {
    const measures = await goalMeasuresOf(tx, ctx, caseId)
    return { notes: measures.map((g): GoalNote => ({ goalId: g.goalId, text: goalMeasureText(ctx.locale, g, ctx.today) })), mayChoose: coordinates(await rightsOf(tx, ctx, caseId)), shown: goalsShown(measures) }
  },
  concerns: ({ caseId }, r) => (r.notes.length === 0 ? [] : [{ caseId, ...r.shown }]),
})

/** One goal, what it may be followed by, and what it is followed by now. @throws NotFound for a goal that is not there */
export const readGoalChoice = query({
  event: 'development.read-goal',
  input: z.object({ caseId: Id, goalId: Id }),
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) => ((await reachesCase(tx, caseId)) ? coordinates(await rightsOf(tx, ctx, caseId)) : 'not-found'),
  async run(tx, ctx, { caseId, goalId }) {
    const goal = await tx.selectFrom('goal').select(['id', 'title', 'subjects', 'shelf_id', 'start_on']).where('case_id', '=', caseId).where('id', '=', goalId).where('replaced_by', 'is', null).where('dropped_on', 'is', null).executeTakeFirst()
    if (!goal) throw new NotFound('goal')
    const members = (await developmentOf(tx, ctx, caseId)).members.filter((m) => goal.subjects.includes(m.id))
    const now = (await goalMeasuresOf(tx, ctx, caseId)).find((g) => g.goalId === goalId) ?? null
    const options = members.flatMap((p) => [
      ...p.lines.map((l) => ({ value: measureValue(p.id, l.key), label: `${p.name}: ${l.measure.label[ctx.locale]}`, by: l.by })),
      ...p.notMeasured.map((l) => ({ value: measureValue(p.id, l.key), label: `${p.name}: ${l.label}`, by: null })),
    ])
    const shown = shownOf(members.flatMap((m) => m.lines))
    return {
      caseId,
      goal: { id: goal.id, title: goal.title, start: goal.start_on },
      today: ctx.today,
      options,
      now: now && { id: now.id, value: measureValue(now.personId, now.key), from: now.from, text: goalMeasureText(ctx.locale, now, ctx.today) },
      shown: { personIds: [...new Set([...shown.personIds, ...goal.subjects])], shelfIds: [...shown.shelfIds, goal.shelf_id] },
    }
  },
  concerns: ({ caseId }, r) => ({ caseId, ...r.shown }),
})
