import { createRoute, z } from '@hono/zod-openapi'
import { body, json, sliceApi } from '#app/platform/api/api.server.ts'
import { ImportInput } from './registers.ts'
import { importRegister, previewRegister, registerFile } from './run-import.server.ts'

const path = z.object({ projectId: z.coerce.number().int().positive(), mapping: z.string().max(60) })
/** `text`: a CSV file as it is, head and all. */
const File = z.object({ name: z.string().trim().min(1).max(200).default('register.csv'), text: z.string().min(1).max(5_000_000) })
const Words = z.object({ da: z.string(), en: z.string() })
const Report = z.object({
  importId: z.number().nullable(),
  rows: z.number(),
  issues: z.array(z.object({ row: z.number(), field: z.string(), message: Words })),
  unknown: z.number(),
  families: z.number(),
  people: z.number(),
  tally: z.object({ written: z.number(), replaced: z.number(), unchanged: z.number(), kept: z.number(), before: z.number() }),
  differences: z.array(z.object({ kind: z.enum(['value', 'spell']), take: z.array(z.number()), row: z.number(), personId: z.number(), caseId: z.number(), what: Words, when: z.string(), typed: z.string(), register: z.string() })),
})
const tags = ['registers']
const at = '/projects/{projectId}/registers/{mapping}'
const preview = createRoute({ method: 'post', path: `${at}/preview`, tags, summary: 'What a file of a register would do; changes nothing', request: { params: path, ...body(File) }, responses: { 200: json(Report, 'Bad rows, counts, and what somebody typed otherwise') } })
const take = createRoute({
  method: 'post',
  path: `${at}/import`,
  tags,
  summary: 'Take a file of a register; nothing while a row is bad, unless the good ones are to be taken',
  request: { params: path, ...body(File.extend(ImportInput.pick({ acceptGoodRows: true, takeValues: true, takeSpells: true }).shape)) },
  responses: { 200: json(Report, 'What became of the rows; `importId` null: nothing was taken') },
})
const read = async (name: string, text: string) => registerFile(new TextEncoder().encode(text), /\.csv$/i.test(name) ? name : `${name}.csv`)

/** Registers below /api/v1: the same verbs as the page and the command line (PROG-02). */
export const registersApi = sliceApi()
  .openapi(preview, async (c) => {
    const { name, text } = c.req.valid('json')
    return c.json(Report.parse(await previewRegister(c.var.ctx, { ...c.req.valid('param'), file: await read(name, text) })), 200)
  })
  .openapi(take, async (c) => {
    const { name, text, ...choices } = c.req.valid('json')
    return c.json(Report.parse(await importRegister(c.var.ctx, { ...c.req.valid('param'), ...choices, file: await read(name, text) })), 200)
  })
