import { createRoute, z } from '@hono/zod-openapi'
import { sliceApi } from '#app/platform/api/api.server.ts'
import { readSituationRecords } from './read-situation.server.ts'
import { aspects, channels, parts } from './situation.ts'
import { writeNote } from './write-note.server.ts'

const path = z.object({ caseId: z.coerce.number().int().positive() })
const ids = z.array(z.number())
/** The situation as the caller may see it; a record that is out of sight is not counted either. */
const Situation = z.object({
  notes: z.array(
    z.object({
      id: z.number(),
      revision: z.number(),
      sector: z.string(),
      subjects: ids,
      personId: z.number().nullable(),
      part: z.enum(parts),
      aspect: z.enum(aspects).nullable(),
      words: z.string(),
      labels: z.array(z.string()),
      levels: z.record(z.string(), z.number()),
      follow: z.boolean(),
      heardBy: z.string(),
      heardOn: z.string().nullable(),
      quoted: z.object({ authority: z.string(), on: z.string() }).nullable(),
    }),
  ),
  scales: z.array(
    z.object({
      id: z.number(),
      subjects: ids,
      personId: z.number(),
      value: z.number(),
      saidByPerson: z.number().nullable(),
      saidBy: z.string(),
      saidOn: z.string(),
      notLower: z.string(),
      oneUp: z.string(),
    }),
  ),
  forms: z.array(
    z.object({
      id: z.number(),
      revision: z.number(),
      sector: z.string(),
      personId: z.number(),
      kind: z.string(),
      answers: z.record(z.string(), z.string()),
      levels: z.record(z.string(), z.number()),
      conclusion: z.string(),
      concludedOn: z.string().nullable(),
      authority: z.string(),
    }),
  ),
  methods: z.array(
    z.object({
      id: z.number(),
      sector: z.string(),
      method: z.string(),
      reason: z.string(),
      chosenOn: z.string(),
      endedOn: z.string().nullable(),
      endedReason: z.string().nullable(),
    }),
  ),
})
const NoteBody = z.object({
  personId: z.number().nullish(),
  part: z.enum(parts),
  aspect: z.enum(aspects).nullish(),
  words: z.string(),
  voice: z.enum(['member', 'mine']).optional(),
  onBehalfChannel: z.enum(channels).nullish(),
  onBehalfOn: z.string().nullish(),
  heardBy: z.string().optional(),
  heardOn: z.string().nullish(),
  aboutOthers: z.string().nullish(),
})
const tags = ['situation']
const read = createRoute({
  method: 'get',
  path: '/cases/{caseId}/situation',
  tags,
  summary: "The family's situation today as you may see it",
  request: { params: path },
  responses: { 200: { description: 'The situation', content: { 'application/json': { schema: Situation } } } },
})
const note = createRoute({
  method: 'post',
  path: '/cases/{caseId}/situation/notes',
  tags,
  summary: 'Write a note',
  request: { params: path, body: { required: true, content: { 'application/json': { schema: NoteBody } } } },
  responses: { 201: { description: 'The note', content: { 'application/json': { schema: z.object({ id: z.number() }) } } } },
})

/** The situation below /api/v1: the same verbs as the pages. */
export const assessmentApi = sliceApi()
  .openapi(read, async (c) => {
    const s = await readSituationRecords(c.var.ctx, c.req.valid('param'))
    return c.json(Situation.parse(s satisfies z.input<typeof Situation>), 200)
  })
  .openapi(note, async (c) => {
    const body = Object.fromEntries(Object.entries(c.req.valid('json')).filter(([, v]) => v !== null))
    return c.json({ id: (await writeNote(c.var.ctx, { ...body, ...c.req.valid('param') })).id }, 201)
  })
