import { createRoute, z } from '@hono/zod-openapi'
import { json, sliceApi } from '#app/platform/api/api.server.ts'
import { type GoalLine, readCriteria, readGoals } from './read-goals.server.ts'
import { type PublishedLine, readPublished } from './read-published.server.ts'

const path = z.object({ projectId: z.coerce.number().int().positive() })
const Words = z.object({ da: z.string(), en: z.string() })
const Goal = { code: z.string(), text: Words, target: z.number().nullable() }
const Interval = z.object({ x: z.number(), n: z.number(), low: z.number().nullable(), high: z.number().nullable() })
/** `share`: reached of counted with its interval (Wilson), `low` and `high` from 0 to 1; `judged`: per cent. `standing`: the figure held against the target, in words. Null: not computed from registrations. */
const Figures = z.object({ share: Interval, pending: z.number(), leftOut: z.number(), judged: z.number().nullable(), median: z.number().nullable(), standing: z.string() })
const Goals = z.object({ goals: z.array(z.object({ ...Goal, figures: Figures.nullable() })) })
/** After the disclosure rule of the steering group; a hidden number is null. */
const Published = z.object({
  month: z.string().nullable(),
  smallest: z.number(),
  goals: z.array(z.object({ ...Goal, now: z.object({ x: z.number().nullable(), n: z.number().nullable(), standing: z.string().nullable() }).nullable() })),
})
const tags = ['goals']
const route = <P extends string, S extends z.ZodType>(at: P, summary: string, answer: S) =>
  createRoute({ method: 'get', path: at, tags, summary, request: { params: path }, responses: { 200: json(answer, summary) } })
const goals = route('/projects/{projectId}/goals', 'The goals of a project with their figures, for its manager', Goals)
const criteria = route('/projects/{projectId}/criteria', 'The national criteria of a project, for its manager', Goals)
const published = route('/projects/{projectId}/goals/published', 'The goals as they were published last', Published)
const line = ({ goal, figures }: GoalLine) => ({ ...goal, figures })
const shown = ({ goal, now }: PublishedLine) => ({ ...goal, now })

/** Goals below /api/v1: the same verbs as the pages (GOAL-14). */
export const goalsApi = sliceApi()
  .openapi(goals, async (c) => c.json(Goals.parse({ goals: (await readGoals(c.var.ctx, c.req.valid('param'))).goals.map(line) }), 200))
  .openapi(criteria, async (c) => c.json(Goals.parse({ goals: (await readCriteria(c.var.ctx, c.req.valid('param'))).criteria.map(line) }), 200))
  .openapi(published, async (c) => {
    const p = await readPublished(c.var.ctx, c.req.valid('param'))
    return c.json(Published.parse({ ...p, goals: [...p.goals, ...p.criteria].map(shown) }), 200)
  })
