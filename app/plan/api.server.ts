import { createRoute, z } from '@hono/zod-openapi'
import { body, json, sliceApi } from '#app/platform/api/api.server.ts'
import { addActivity } from './add-activity.server.ts'
import { outcomes } from './approval.ts'
import { addGoal } from './add-goal.server.ts'
import { ActivityBody, AgreementBody, answers, GoalBody, goalKinds, rhythms } from './plan.ts'
import { oftens, registrations } from './terms.ts'
import { readPlan } from './read-plan.server.ts'
import { recordAgreement } from './record-agreement.server.ts'

const path = z.object({ caseId: z.coerce.number().int().positive() })
const ids = z.array(z.number())
const record = { id: z.number(), revision: z.number(), sector: z.string(), subjects: ids }
/** The plan as the caller may see it; a record that is out of sight is not counted either. */
const Plan = z.object({
  hopes: z.array(z.object({ ...record, personId: z.number().nullable(), words: z.string() })),
  goals: z.array(
    z.object({
      ...record,
      title: z.string(),
      kind: z.enum(goalKinds),
      level: z.number(),
      parentId: z.number().nullable(),
      hopeId: z.number().nullable(),
      measure: z.string(),
    }),
  ),
  activities: z.array(
    z.object({
      ...record,
      what: z.string(),
      goalId: z.number().nullable(),
      offer: z.string(),
      provider: z.string(),
      place: z.string(),
      rhythm: z.enum(rhythms),
      weekdays: ids,
      timeFrom: z.string().nullable(),
      timeTo: z.string().nullable(),
      start: z.string().nullable(),
      end: z.string().nullable(),
      minutesPerWeek: z.number().nullable(),
      takesPart: ids,
      unknownUntil: z.record(z.string(), z.string()),
      ownMinutes: z.record(z.string(), z.number()),
      breaks: z.array(z.object({ from: z.string(), until: z.string(), why: z.string() })),
      travelMinutes: z.number().nullable(),
      afterId: z.number().nullable(),
      needsApproval: z.boolean(),
    }),
  ),
  terms: z.array(
    z.object({
      ...record,
      householdId: z.number().nullable(),
      howFollowed: z.string(),
      howOften: z.enum(oftens).nullable(),
      nextOn: z.string().nullable(),
      nextPeople: ids,
      nextStaff: ids,
      nextOthers: z.string(),
      nextGoals: ids,
      thinkOver: z.string(),
      ifOtherwise: z.string(),
      whoCalls: z.string(),
      reopenedWhen: z.string(),
      registeredBy: z.string(),
      registeredWhat: z.string(),
      registeredOften: z.string(),
      registeredChannel: z.enum(registrations).nullable(),
    }),
  ),
  decisions: z.array(
    z.object({
      id: z.number(),
      activityId: z.number(),
      sector: z.string(),
      outcome: z.enum(outcomes),
      decidedOn: z.string(),
      decidedBy: z.string(),
      reason: z.string(),
      instead: z.string(),
    }),
  ),
  goalOrder: ids,
  nextFollowUpOn: z.string().nullable(),
  versions: z.array(z.object({ number: z.number(), agreedOn: z.string(), atMeeting: z.boolean() })),
  agreement: z
    .object({
      number: z.number(),
      given: z.array(
        z.object({
          personId: z.number(),
          answer: z.enum(answers).nullable(),
          words: z.string(),
          heardBy: z.string(),
          heardOn: z.string().nullable(),
        }),
      ),
    })
    .nullable(),
  missing: z.array(z.object({ on: z.enum(['plan', 'goal', 'activity', 'terms']), id: z.number(), code: z.string() })),
})
const Made = z.object({ id: z.number() })
const tags = ['plan']

const read = createRoute({
  method: 'get',
  path: '/cases/{caseId}/plan',
  tags,
  summary: 'The family plan as you may see it',
  request: { params: path },
  responses: { 200: json(Plan, 'The plan') },
})
const goal = createRoute({
  method: 'post',
  path: '/cases/{caseId}/plan/goals',
  tags,
  summary: 'Add a goal',
  request: { params: path, ...body(GoalBody) },
  responses: { 201: json(Made, 'The goal') },
})
const activity = createRoute({
  method: 'post',
  path: '/cases/{caseId}/plan/activities',
  tags,
  summary: 'Add an activity',
  request: { params: path, ...body(ActivityBody) },
  responses: { 201: json(Made, 'The activity') },
})
const agreement = createRoute({
  method: 'post',
  path: '/cases/{caseId}/plan/versions/{number}/agreements',
  tags,
  summary: 'Record what a member says to a version',
  request: { params: path.extend({ number: z.coerce.number().int().positive() }), ...body(AgreementBody) },
  responses: { 201: json(Made, 'The answer') },
})

/** The plan below /api/v1: the same verbs as the pages. */
export const planApi = sliceApi()
  .openapi(read, async (c) => {
    const p = await readPlan(c.var.ctx, c.req.valid('param'))
    return c.json(
      Plan.parse({
        hopes: p.hopes,
        goals: p.goals,
        activities: p.activities,
        terms: p.terms,
        decisions: p.decisions,
        goalOrder: p.goalOrder,
        nextFollowUpOn: p.nextFollowUpOn,
        versions: p.versions,
        missing: p.missing,
        agreement: p.agreement && { number: p.agreement.version.number, given: p.agreement.given },
      } satisfies z.input<typeof Plan>),
      200,
    )
  })
  .openapi(goal, async (c) => c.json({ id: (await addGoal(c.var.ctx, { ...c.req.valid('json'), ...c.req.valid('param') })).id }, 201))
  .openapi(activity, async (c) =>
    c.json({ id: (await addActivity(c.var.ctx, { ...c.req.valid('json'), ...c.req.valid('param') })).id }, 201),
  )
  .openapi(agreement, async (c) =>
    c.json({ id: (await recordAgreement(c.var.ctx, { ...c.req.valid('json'), ...c.req.valid('param') })).id }, 201),
  )
