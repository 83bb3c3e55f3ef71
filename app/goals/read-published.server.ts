import { z } from 'zod'
import { smallestGroup } from '#app/catalogue/pack-values.ts'
import { inForce } from '#app/catalogue/pack-item.ts'
import { hideInList } from '#app/platform/calc/disclosure.ts'
import { query } from '#app/platform/command.server.ts'
import { criteriaOf, goalsOf } from './criteria.ts'
import type { Published } from './disclose-goals.ts'
import type { ProjectGoal } from './goals.ts'
import { holds, MaybeProject, surveyOf, type SurveyResult, theProject } from './project.server.ts'
import { AUDIENCE } from './publish-goals.server.ts'
import { measureLabels } from './read-goals.server.ts'

const READERS = ['steering-group', 'economist', 'project-manager'] as const

export type PublishedLine = {
  goal: ProjectGoal
  /** What the newest month lets through; null: the goal is not published. */
  now: Published | null
  /** The newest month in which the numbers were shown, when that is an earlier one. */
  last: { month: string; figures: Published } | null
}

/** The goals as the steering group and the economist see them: published months after the disclosure rule of their audience, no families (GOAL-12 … GOAL-14). */
export const readPublished = query({
  event: 'goals.read-published',
  input: z.object({ projectId: MaybeProject }),
  may: (tx, ctx) => holds(tx, ctx, [...READERS]),
  run: async (tx, ctx, { projectId }) => {
    const { project, projects, pack } = await theProject(tx, ctx, projectId, [...READERS])
    const rows = await tx.selectFrom('goal_snapshot').select(['goal', 'month', 'figures']).where('project_id', '=', project.id).where('audience', '=', AUDIENCE).orderBy('month', 'desc').execute()
    const month = rows[0]?.month ?? null
    const line = (goal: ProjectGoal): PublishedLine => {
      const mine = rows.filter((r) => r.goal === goal.code).map((r) => ({ month: r.month, figures: r.figures as Published }))
      const now = mine.find((r) => r.month === month)?.figures ?? null
      const last = now?.x === null ? (mine.find((r) => r.figures.x !== null) ?? null) : null
      return { goal, now, last }
    }
    const day = month ?? ctx.today
    return {
      today: ctx.today,
      project,
      projects,
      survey: surveyShown(await surveyOf(tx, project.id, ctx.today), smallestGroup(pack, AUDIENCE, ctx.today) ?? 1),
      month,
      smallest: smallestGroup(pack, AUDIENCE, ctx.today) ?? 1,
      purposes: inForce(pack.projectPurposes, ctx.today).map((p) => ({ code: p.code, label: p.label, text: p.text })),
      goals: goalsOf(pack, day).map(line),
      criteria: criteriaOf(pack, day).map(line),
      labels: measureLabels(pack, ctx.today),
    }
  },
  concerns: (_, r) => ({ personIds: [], details: { project: r.project.id } }),
})
/** A round stands for itself; of few who say one thing it is not told. */
const surveyShown = (survey: SurveyResult | null, k: number): SurveyResult | null => (survey && !hideInList([survey.agree, survey.n - survey.agree], k, true).includes(null) ? survey : null)
export type PublishedPage = Awaited<ReturnType<typeof readPublished>>
