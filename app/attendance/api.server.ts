import { createRoute, z } from '@hono/zod-openapi'
import { body, json, sliceApi } from '#app/platform/api/api.server.ts'
import { monthPath, wholeMonth } from '#app/progression/api-month.ts'
import { UNITS } from '#app/progression/attended.ts'
import { RegisterAttendance } from './attendance.ts'
import { readAttendance } from './read-attendance.server.ts'
import { registerAttendance } from './register-attendance.server.ts'

/** Present of planned in that unit; `planned` null: `present` is per cent. Absence in the same unit, null where nobody told. */
const Counts = z.object({ id: z.number(), unit: z.enum(UNITS), present: z.number(), planned: z.number().nullable(), lawful: z.number().nullable(), unlawful: z.number().nullable(), how: z.string(), source: z.string(), toldBy: z.string().nullable() })
const Month = z.object({
  month: z.string(),
  places: z.array(z.object({ spellId: z.number(), personId: z.number(), kind: z.string(), name: z.object({ da: z.string(), en: z.string() }), now: Counts.nullable(), earlier: z.array(z.object({ month: z.string(), percent: z.number() })) })),
})
const Saved = z.object({ written: z.number() })
const tags = ['attendance']
const at = '/cases/{caseId}/attendance/{month}'
const read = createRoute({ method: 'get', path: at, tags, summary: 'The attendance of a month, as you may see it', request: { params: monthPath }, responses: { 200: json(Month, 'Each place of each member') } })
const register = createRoute({
  method: 'post',
  path: at,
  tags,
  summary: 'Write down the attendance of a month: all places, or none',
  request: { params: monthPath, ...body(RegisterAttendance.omit({ caseId: true, month: true })) },
  responses: { 200: json(Saved, 'How many places were new') },
})

/** Attendance below /api/v1: the same verbs as the page (PROG-24). */
export const attendanceApi = sliceApi()
  .openapi(read, async (c) => {
    const { month, places } = await readAttendance(c.var.ctx, wholeMonth(c.req.valid('param')))
    return c.json(Month.parse({ month, places: places.map((p) => ({ ...p, spellId: p.spell.id, kind: p.spell.kind, personId: p.person.id })) }), 200)
  })
  .openapi(register, async (c) => c.json(Saved.parse(await registerAttendance(c.var.ctx, { ...c.req.valid('json'), ...wholeMonth(c.req.valid('param')) })), 200))
