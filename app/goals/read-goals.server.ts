import { z } from 'zod'
import { inForce } from '#app/catalogue/pack-item.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { query } from '#app/platform/command.server.ts'
import { criteriaOf, goalsOf, measuresOf, scaleOf } from './criteria.ts'
import { evaluateGoal, indexed } from './evaluate-goal.ts'
import { type Facts, type GoalResult, isCounted, type Measures, type ProjectGoal } from './goals.ts'
import { takesPart } from './population.ts'
import { holds, MaybeProject, surveyOf, theProject } from './project.server.ts'
import { endsOf, factsOf } from './queries.server.ts'

export type Figures = Omit<GoalResult, 'units'> & { units: number }
export type GoalLine = { goal: ProjectGoal; figures: Figures | null }

/** Goals with their figures, without the people behind. */
export function linesOf(goals: readonly ProjectGoal[], facts: Facts, measures: Measures, today: string): GoalLine[] {
  const at = indexed(facts)
  return goals.map((goal) => {
    if (!isCounted(goal)) return { goal, figures: null }
    const { units, ...result } = evaluateGoal(goal, at, measures, today)
    return { goal, figures: { ...result, units: units.length } }
  })
}

/** Names of the measures the goals rest on. */
export const measureLabels = (pack: Pack, today: string): Record<string, { label: { da: string; en: string }; range: readonly [number, number] }> =>
  Object.fromEntries([...measuresOf(pack, today)].map(([code, m]) => [code, { label: m.label, range: m.range }]))

/**
 * The project's goals as its manager sees them (GOAL-01 … GOAL-14, VIS-18, PROG-31): purposes above, each goal with its figure, its number and its uncertainty.
 * Counts only; families are named where a goal is opened.
 */
export const readGoals = query({
  event: 'goals.read-goals',
  input: z.object({ projectId: MaybeProject }),
  may: (tx, ctx) => holds(tx, ctx, ['project-manager']),
  run: async (tx, ctx, { projectId }) => {
    const { project, projects, pack } = await theProject(tx, ctx, projectId, ['project-manager'])
    const [goals, measures] = [goalsOf(pack, ctx.today), measuresOf(pack, ctx.today)]
    const facts = await factsOf(tx, project.id, goals)
    const families = facts.families.filter((f) => takesPart(f, ctx.today)).length
    return {
      today: ctx.today,
      project,
      projects,
      survey: await surveyOf(tx, project.id, ctx.today),
      purposes: inForce(pack.projectPurposes, ctx.today).map((p) => ({ code: p.code, label: p.label, text: p.text })),
      goals: linesOf(goals, facts, measures, ctx.today),
      labels: measureLabels(pack, ctx.today),
      families,
      ever: facts.families.length,
      scale: scaleOf(pack, families, ctx.today),
    }
  },
  concerns: (_, r) => ({ personIds: [], bases: ['project'], details: { project: r.project.id } }),
})
export type GoalsPage = Awaited<ReturnType<typeof readGoals>>

/** The national criteria (PROG-06 … PROG-31, GOAL-13): each followed indicator, how many are better than when they came. Counts only. */
export const readCriteria = query({
  event: 'goals.read-criteria',
  input: z.object({ projectId: MaybeProject }),
  may: (tx, ctx) => holds(tx, ctx, ['project-manager']),
  run: async (tx, ctx, { projectId }) => {
    const { project, projects, pack } = await theProject(tx, ctx, projectId, ['project-manager'])
    const criteria = criteriaOf(pack, ctx.today)
    return { project, projects, criteria: linesOf(criteria, await endsOf(tx, project.id, criteria), measuresOf(pack, ctx.today), ctx.today) }
  },
  concerns: (_, r) => ({ personIds: [], bases: ['project'], details: { project: r.project.id } }),
})
