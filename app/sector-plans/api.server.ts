import { createRoute, z } from '@hono/zod-openapi'
import { sliceApi } from '#app/platform/api/api.server.ts'
import { readSectorPlans } from './read-sector-plans.server.ts'
import { hows } from './sector-plan.ts'

const ids = z.array(z.number())
const SectorPlans = z.object({
  plans: z.array(
    z.object({
      id: z.number(),
      revision: z.number(),
      sector: z.string(),
      subjects: ids,
      kind: z.string(),
      title: z.string(),
      lawArea: z.string(),
      paragraph: z.string(),
      state: z.enum(['draft', 'in-force', 'ended', 'not-needed']),
      department: z.string(),
      caseworker: z.string(),
      decidedOn: z.string().nullable(),
      validFrom: z.string().nullable(),
      validUntil: z.string().nullable(),
      nextFollowUpOn: z.string().nullable(),
      restsOnHolistic: z.boolean(),
      contents: z.record(z.string(), z.object({ how: z.enum(hows), text: z.string() })),
    }),
  ),
  missing: z.array(z.object({ personId: z.number(), kind: z.string(), paragraph: z.string() })),
})

const read = createRoute({
  method: 'get',
  path: '/cases/{caseId}/sector-plans',
  tags: ['sector-plans'],
  summary: 'The sector plans of a family as you may see them, and those that are missing',
  request: { params: z.object({ caseId: z.coerce.number().int().positive() }) },
  responses: { 200: { description: 'The sector plans', content: { 'application/json': { schema: SectorPlans } } } },
})

/** Sector plans below /api/v1: the same query as the page. */
export const sectorPlansApi = sliceApi().openapi(read, async (c) => {
  const page = await readSectorPlans(c.var.ctx, c.req.valid('param'))
  const plans = page.lines.map((line) => ({ ...line.plan, state: line.state, department: line.department, caseworker: line.caseworker }))
  return c.json(SectorPlans.parse({ plans, missing: page.missing }), 200)
})
