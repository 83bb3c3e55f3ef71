import { createRoute, z } from '@hono/zod-openapi'
import { body, json, sliceApi } from '#app/platform/api/api.server.ts'
import { ScoreEntry } from './entry.ts'
import { FILLED } from './instruments.ts'
import { readInstruments } from './read-instruments.server.ts'
import { registerScore } from './register-score.server.ts'

const path = z.object({ caseId: z.coerce.number().int().positive() })
/** What somebody answered about whom on which day; `scores` by the instrument's scales, `bands` by the norm set that was chosen then. */
const Score = z.object({
  id: z.number(),
  personId: z.number(),
  instrument: z.string(),
  version: z.string(),
  form: z.string(),
  informant: z.string(),
  answeredOn: z.string(),
  filled: z.enum(FILLED),
  scores: z.record(z.string(), z.number().nullable()),
  bands: z.record(z.string(), z.string().nullable()),
  algorithm: z.string(),
  normSet: z.string().nullable(),
  normVersion: z.string().nullable(),
})
const Scores = z.object({ scores: z.array(Score) })
const Written = z.object({ id: z.number() })
const tags = ['instruments']
const at = '/cases/{caseId}/scores'
const read = createRoute({ method: 'get', path: at, tags, summary: 'Scores of instruments, as you may see them', request: { params: path }, responses: { 200: json(Scores, 'Every score that stands') } })
const register = createRoute({
  method: 'post',
  path: at,
  tags,
  summary: 'Write down a filled-in form: its answers by code, or ready scores',
  request: { params: path, ...body(z.object(ScoreEntry.shape).omit({ caseId: true })) },
  responses: { 201: json(Written, 'The score') },
})

/** Scores below /api/v1: the same verbs as the pages (UDR-19). */
export const instrumentsApi = sliceApi()
  .openapi(read, async (c) => c.json(Scores.parse({ scores: (await readInstruments(c.var.ctx, c.req.valid('param'))).scores }), 200))
  .openapi(register, async (c) => c.json(Written.parse(await registerScore(c.var.ctx, { ...c.req.valid('json'), ...c.req.valid('param') })), 201))
