import { createRoute, z } from '@hono/zod-openapi'
import { sliceApi } from '#app/platform/api/api.server.ts'
import { readLogbook } from './read-logbook.server.ts'
import { writeEntry } from './write-entry.server.ts'

const path = z.object({ caseId: z.coerce.number().int().positive() })
/** Entries as the caller may see them; one that is out of sight is not counted either. */
const Entries = z.object({
  entries: z.array(
    z.object({
      id: z.number(),
      kind: z.string(),
      onDate: z.string(),
      minutes: z.number().nullable(),
      words: z.string(),
      hiddenBecause: z.string().nullable(),
      meetingId: z.number().nullable(),
      sector: z.string(),
      subjects: z.array(z.number()),
      author: z.string(),
      createdAt: z.string(),
    }),
  ),
})
const Wanted = z.object({ q: z.string().optional(), kind: z.string().optional(), personId: z.string().optional(), authorId: z.string().optional(), from: z.iso.date().optional(), until: z.iso.date().optional() })
const EntryBody = z.object({
  kind: z.string(),
  personIds: z.array(z.int()).min(1),
  words: z.string(),
  minutes: z.int().nullish(),
  onDate: z.iso.date().nullish(),
  hiddenBecause: z.string().nullish(),
  meetingId: z.int().nullish(),
  sector: z.string().nullish(),
  aboutOthers: z.string().nullish(),
})
const tags = ['logbook']
const list = createRoute({
  method: 'get',
  path: '/cases/{caseId}/logbook',
  tags,
  summary: 'The logbook of a family as you may see it',
  request: { params: path, query: Wanted },
  responses: { 200: { description: 'Entries, the newest day first', content: { 'application/json': { schema: Entries } } } },
})
const write = createRoute({
  method: 'post',
  path: '/cases/{caseId}/logbook',
  tags,
  summary: 'Write an entry in the logbook',
  request: { params: path, body: { required: true, content: { 'application/json': { schema: EntryBody } } } },
  responses: { 201: { description: 'The entry', content: { 'application/json': { schema: z.object({ id: z.number() }) } } } },
})

/** The logbook below /api/v1: the same verbs as the pages. */
export const logbookApi = sliceApi()
  .openapi(list, async (c) => {
    const { entries } = await readLogbook(c.var.ctx, { ...c.req.valid('param'), filter: c.req.valid('query') })
    return c.json(Entries.parse({ entries }), 200)
  })
  .openapi(write, async (c) => c.json({ id: (await writeEntry(c.var.ctx, { ...c.req.valid('json'), ...c.req.valid('param') })).id }, 201))
