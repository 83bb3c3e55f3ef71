import { createRoute, z } from '@hono/zod-openapi'
import { body, json, sliceApi } from '#app/platform/api/api.server.ts'
import { callMeeting } from './call-meeting.server.ts'
import { cancelMeeting, changeMeeting } from './change-meeting.server.ts'
import { CANCEL_REASONS, HOWS, POINT_KINDS } from './meeting.ts'
import { readMeeting } from './read-meeting.server.ts'
import { readMeetings } from './read-meetings.server.ts'

const path = z.object({ caseId: z.coerce.number().int().positive() })
const one = path.extend({ meetingId: z.coerce.number().int().positive() })
const states = ['cancelled', 'held', 'running', 'passed', 'invited', 'planned'] as const
const serves = z.array(z.object({ code: z.string(), personId: z.number().nullable(), due: z.string().nullable() }))
const head = {
  id: z.number(),
  revision: z.number(),
  kind: z.string(),
  state: z.enum(states),
  subjects: z.array(z.number()),
  startsAt: z.string(),
  minutes: z.number(),
  place: z.string(),
  videoLink: z.string(),
  note: z.string(),
  serves,
  seriesId: z.number().nullable(),
  sequence: z.number(),
  cancelledReason: z.enum(CANCEL_REASONS).nullable(),
}
const Meetings = z.object({ meetings: z.array(z.object(head)) })
const Meeting = z.object({
  ...head,
  participants: z.array(
    z.object({
      id: z.number(),
      personId: z.number().nullable(),
      staffId: z.number().nullable(),
      name: z.string(),
      how: z.enum(HOWS),
      requiredBy: z.string().nullable(),
      wishedBy: z.number().nullable(),
      companionOf: z.number().nullable(),
      interpreterFor: z.number().nullable(),
      withdrawnAt: z.string().nullable(),
    }),
  ),
  agenda: z.array(z.object({ id: z.number(), kind: z.enum(POINT_KINDS), code: z.string().nullable(), title: z.string(), words: z.string(), minutes: z.number().nullable() })),
})
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/)
const time = z.string().regex(/^\d\d:\d\d$/)
const Call = z.object({
  kind: z.string(),
  day,
  time,
  minutes: z.number().nullish(),
  place: z.string().default(''),
  videoLink: z.string().default(''),
  note: z.string().default(''),
  personIds: z.array(z.number()).default([]),
  serves: serves.default([]),
})
const Change = z.object({ seen: z.number(), day, time, minutes: z.number(), place: z.string().default(''), videoLink: z.string().default(''), note: z.string().default('') })
const Cancel = z.object({ reason: z.enum(CANCEL_REASONS), words: z.string().default('') })
const Made = z.object({ id: z.number(), revision: z.number(), sequence: z.number() })
const tags = ['meetings']

const list = createRoute({ method: 'get', path: '/cases/{caseId}/meetings', tags, summary: 'The meetings you may know of', request: { params: path }, responses: { 200: json(Meetings, 'The meetings') } })
const read = createRoute({ method: 'get', path: '/cases/{caseId}/meetings/{meetingId}', tags, summary: 'One meeting, who takes part and what is talked about', request: { params: one }, responses: { 200: json(Meeting, 'The meeting') } })
const call = createRoute({ method: 'post', path: '/cases/{caseId}/meetings', tags, summary: 'Set a day for a meeting', request: { params: path, ...body(Call) }, responses: { 201: json(Made, 'The meeting') } })
const change = createRoute({ method: 'put', path: '/cases/{caseId}/meetings/{meetingId}', tags, summary: 'Move or change a meeting', request: { params: one, ...body(Change) }, responses: { 200: json(Made, 'The meeting') } })
const cancel = createRoute({ method: 'post', path: '/cases/{caseId}/meetings/{meetingId}/cancel', tags, summary: 'Cancel a meeting with a reason', request: { params: one, ...body(Cancel) }, responses: { 200: json(Made, 'The meeting') } })

/** Meetings below /api/v1: the same verbs as the pages. */
export const meetingsApi = sliceApi()
  .openapi(list, async (c) => c.json(Meetings.parse(await readMeetings(c.var.ctx, c.req.valid('param'))), 200))
  .openapi(read, async (c) => {
    const d = await readMeeting(c.var.ctx, c.req.valid('param'))
    return c.json(Meeting.parse({ ...d.meeting, state: d.state, participants: d.participants, agenda: d.agenda }), 200)
  })
  .openapi(call, async (c) => c.json(Made.parse(await callMeeting(c.var.ctx, { ...c.req.valid('json'), ...c.req.valid('param') })), 201))
  .openapi(change, async (c) => c.json(Made.parse(await changeMeeting(c.var.ctx, { ...c.req.valid('json'), ...c.req.valid('param') })), 200))
  .openapi(cancel, async (c) => c.json(Made.parse(await cancelMeeting(c.var.ctx, { ...c.req.valid('json'), ...c.req.valid('param') })), 200))
