import { createRoute, z } from '@hono/zod-openapi'
import { body, json, sliceApi } from '#app/platform/api/api.server.ts'
import { decideIntake } from './decide-intake.server.ts'
import { decisions } from './intake.ts'
import { readIntakeQueue } from './read-queue.server.ts'
import { referFamily } from './refer-family.server.ts'
import { personParts, yesChannels, yesForms } from './referral.ts'

const path = z.object({ caseId: z.coerce.number().int().positive() })
const tags = ['intake']
const date = z.iso.date()

/* What a body looks like; the verbs hold the rules, the same as for the pages. */
const Referral = z.object({
  projectId: z.int(),
  departmentId: z.int(),
  yesOn: date,
  yesForm: z.enum(yesForms),
  yesChannel: z.enum(yesChannels),
  familyName: z.string(),
  reason: z.string(),
  persons: z.array(
    z.object({
      firstName: z.string(),
      lastName: z.string().optional(),
      part: z.enum(personParts),
      born: date.optional(),
      due: date.optional(),
      cpr: z.string().optional(),
      custody: z.boolean().optional(),
      saidYes: z.boolean().optional(),
    }),
  ),
})
const Decision = z.object({
  decidedOn: date,
  decision: z.enum(decisions),
  present: z.array(z.int()),
  reasons: z.string(),
  deviationReason: z.string().optional(),
  noHearingReason: z.string().optional(),
})
const Queue = z.object({
  families: z.array(
    z.object({
      caseId: z.number(),
      number: z.string(),
      name: z.string(),
      people: z.array(z.string()),
      referredOn: date,
      sector: z.string(),
      waiting: z.boolean(),
      next: z.enum(['consent', 'screen', 'decide']),
      withoutConsent: z.array(z.string()),
      unanswered: z.number(),
      result: z.enum(['meets', 'does-not-meet', 'unanswered']),
    }),
  ),
})

const refer = createRoute({
  method: 'post',
  path: '/referrals',
  tags,
  summary: 'Refer a family that has said yes',
  request: body(Referral),
  responses: {
    201: json(z.object({ caseId: z.number(), number: z.string() }), 'The case'),
    202: json(
      z.object({ outcome: z.enum(['known', 'limited']) }),
      'The person is known and the project manager has been told; or too many numbers were asked about',
    ),
  },
})
const queue = createRoute({
  method: 'get',
  path: '/intake',
  tags,
  summary: 'The families in intake, as the intake team sees them',
  responses: { 200: json(Queue, 'The queue') },
})
const decide = createRoute({
  method: 'post',
  path: '/cases/{caseId}/intake-decisions',
  tags,
  summary: 'The intake team’s decision',
  request: { params: path, ...body(Decision) },
  responses: {
    201: json(z.object({ id: z.number(), letters: z.array(z.number()) }), 'The decision and the letters written'),
  },
})

/** Intake below /api/v1: the same verbs as the pages. */
export const intakeApi = sliceApi()
  .openapi(refer, async (c) => {
    const result = await referFamily(c.var.ctx, c.req.valid('json'))
    return result.outcome === 'referred'
      ? c.json({ caseId: result.caseId, number: result.number }, 201)
      : c.json({ outcome: result.outcome }, 202)
  })
  .openapi(queue, async (c) => c.json({ families: (await readIntakeQueue(c.var.ctx, {})).rows }, 200))
  .openapi(decide, async (c) => {
    const result = await decideIntake(c.var.ctx, { ...c.req.valid('json'), ...c.req.valid('param') })
    return c.json({ id: result.decisionId, letters: result.letters.map((letter) => letter.id) }, 201)
  })
