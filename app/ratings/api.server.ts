import { createRoute, z } from '@hono/zod-openapi'
import { body, json, sliceApi } from '#app/platform/api/api.server.ts'
import { rateForSomebody } from './rate.server.ts'
import { HOW, RateForSomebody } from './ratings.ts'
import { readRatings } from './read-ratings.server.ts'

const path = z.object({ caseId: z.coerce.number().int().positive() })
const Rating = z.object({ id: z.number(), value: z.number(), words: z.string(), ratedOn: z.string(), how: z.enum(HOW), by: z.string().nullable() })
/** From 0 to 10, each person for themselves. `now`: said this month; `last`: the newest before it. */
const Ratings = z.object({
  began: z.string().nullable(),
  people: z.array(z.object({ personId: z.number(), lines: z.array(z.object({ question: z.string(), label: z.object({ da: z.string(), en: z.string() }), due: z.boolean(), now: Rating.nullable(), last: Rating.nullable() })) })),
})
const Saved = z.object({ written: z.number() })
const tags = ['ratings']
const read = createRoute({ method: 'get', path: '/cases/{caseId}/ratings', tags, summary: 'Own numbers of the family, as you may see them', request: { params: path }, responses: { 200: json(Ratings, 'Each person and question') } })
const rate = createRoute({
  method: 'post',
  path: '/cases/{caseId}/ratings',
  tags,
  summary: 'Write down what somebody said on paper, by telephone or at a meeting',
  request: { params: path, ...body(RateForSomebody.omit({ caseId: true })) },
  responses: { 200: json(Saved, 'How many numbers were new') },
})

/** Own numbers below /api/v1: the same verbs as the page (PROG-33). */
export const ratingsApi = sliceApi()
  .openapi(read, async (c) => {
    const { began, people } = await readRatings(c.var.ctx, c.req.valid('param'))
    return c.json(Ratings.parse({ began, people: people.map((p) => ({ personId: p.id, lines: p.lines.map((l) => ({ ...l, question: l.question.code, label: l.question.label })) })) }), 200)
  })
  .openapi(rate, async (c) => c.json(Saved.parse(await rateForSomebody(c.var.ctx, { ...c.req.valid('json'), ...c.req.valid('param') })), 200))
