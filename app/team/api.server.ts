import { createRoute, z } from '@hono/zod-openapi'
import { sliceApi } from '#app/platform/api/api.server.ts'
import { appointCoordinator } from './appoint-coordinator.server.ts'

const Appointment = z.object({
  staffId: z.int(),
  as: z.enum(['primary', 'secondary']).optional(),
  from: z.iso.date(),
  doesWhat: z.string().optional(),
})
const appoint = createRoute({
  method: 'post',
  path: '/cases/{caseId}/coordinators',
  tags: ['team'],
  summary: 'Appoint a coordinator',
  request: {
    params: z.object({ caseId: z.coerce.number().int().positive() }),
    body: { required: true, content: { 'application/json': { schema: Appointment } } },
  },
  responses: {
    201: { description: 'The assignment', content: { 'application/json': { schema: z.object({ id: z.number() }) } } },
  },
})

/** The team around the family below /api/v1: the same verbs as the pages. */
export const teamApi = sliceApi().openapi(appoint, async (c) =>
  c.json({ id: (await appointCoordinator(c.var.ctx, { ...c.req.valid('json'), ...c.req.valid('param') })).assignmentId }, 201),
)
