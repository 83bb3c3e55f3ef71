import { createRoute, z } from '@hono/zod-openapi'
import { body, json, sliceApi } from '#app/platform/api/api.server.ts'
import { monthPath, wholeMonth } from './api-month.ts'
import { finishMonth, reopenMonth } from './finish-month.server.ts'
import { readRegistration } from './read-registration.server.ts'
import { registerMonth } from './register-month.server.ts'
import { RegisterMonth } from './registration.ts'

const Answer = { number: z.number().nullable(), second: z.number().nullable(), choice: z.string().nullable() }
const Value = z.object({
  id: z.number(),
  ...Answer,
  how: z.enum(['judged', 'carried', 'counted', 'register']),
  judgedMonth: z.string(),
  source: z.string(),
  confirmed: z.boolean(),
  stated: z.object({ name: z.string(), sector: z.string(), on: z.string(), channel: z.string() }).nullable().optional(),
})
/** A month as the caller may see it: what is asked of whom, what stands, what stood before, what the family's own spells and attendance say. */
const Month = z.object({
  month: z.string(),
  state: z.enum(['not-open', 'open', 'late', 'closed']),
  due: z.string(),
  filled: z.number(),
  carried: z.number(),
  of: z.number(),
  finishedAt: z.string().nullable(),
  fields: z.array(z.object({ personId: z.number(), indicator: z.string(), now: Value.nullable(), last: Value.nullable(), counted: z.object({ ...Answer, source: z.string() }).nullable() })),
})
const Saved = z.object({ written: z.number() })
const Done = z.object({ finished: z.boolean() })
const tags = ['progression']
const at = '/cases/{caseId}/registration/{month}'

const read = createRoute({ method: 'get', path: at, tags, summary: 'A month of registration, as you may see it', request: { params: monthPath }, responses: { 200: json(Month, 'The month') } })
const register = createRoute({
  method: 'post',
  path: at,
  tags,
  summary: 'Register values of a month: all are kept, or none',
  request: { params: monthPath, ...body(RegisterMonth.omit({ caseId: true, month: true })) },
  responses: { 200: json(Saved, 'How many values were new') },
})
const finish = createRoute({ method: 'post', path: `${at}/finished`, tags, summary: 'Say that the month is done, gaps and all', request: { params: monthPath }, responses: { 200: json(Done, 'The month is done') } })
const reopen = createRoute({ method: 'post', path: `${at}/reopened`, tags, summary: 'Take back that the month is done', request: { params: monthPath }, responses: { 200: json(Done, 'The month is open again') } })

/** Registration below /api/v1: the same verbs as the page. */
export const progressionApi = sliceApi()
  .openapi(read, async (c) => {
    const page = await readRegistration(c.var.ctx, wholeMonth(c.req.valid('param')))
    const fields = page.rows.flatMap((r) => r.cells.flatMap((cell) => (cell ? [{ ...cell, personId: cell.field.member.id, indicator: r.indicator.code }] : [])))
    return c.json(Month.parse({ ...page, ...page.full, finishedAt: page.finished?.at ?? null, fields }), 200)
  })
  .openapi(register, async (c) => c.json(Saved.parse(await registerMonth(c.var.ctx, { ...c.req.valid('json'), ...wholeMonth(c.req.valid('param')) })), 200))
  .openapi(finish, async (c) => {
    await finishMonth(c.var.ctx, wholeMonth(c.req.valid('param')))
    return c.json({ finished: true }, 200)
  })
  .openapi(reopen, async (c) => {
    await reopenMonth(c.var.ctx, wholeMonth(c.req.valid('param')))
    return c.json({ finished: false }, 200)
  })
