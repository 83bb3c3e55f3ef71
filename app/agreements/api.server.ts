import { createRoute, z } from '@hono/zod-openapi'
import { body, json, sliceApi } from '#app/platform/api/api.server.ts'
import { AgreementBody, DropBody, KeepBody, PostponeBody } from './agreement.ts'
import { dropAgreement } from './drop-agreement.server.ts'
import { keepAgreement } from './keep-agreement.server.ts'
import { makeAgreement } from './make-agreement.server.ts'
import { postponeAgreement } from './postpone-agreement.server.ts'
import { readAgreements } from './read-agreements.server.ts'
import { undoAgreement } from './undo-agreement.server.ts'

const path = z.object({ caseId: z.coerce.number().int().positive() })
const one = path.extend({ agreementId: z.coerce.number().int().positive() })
/** What the caller had on the screen; another revision in the database is a conflict. */
const seen = { seenRevision: z.number().int().positive() }
/** Agreements as the caller may see them; one that is out of sight is not counted either. */
const Agreements = z.object({
  agreements: z.array(
    z.object({
      id: z.number(),
      revision: z.number(),
      subjects: z.array(z.number()),
      what: z.string(),
      owner: z.object({ kind: z.enum(['person', 'staff', 'outside']), id: z.number().nullable(), name: z.string() }),
      dueOn: z.string(),
      goal: z.object({ id: z.number(), title: z.string() }).nullable(),
      meeting: z.object({ id: z.number(), on: z.string() }).nullable(),
      heardBy: z.string(),
      keptOn: z.string().nullable(),
      dropped: z.object({ on: z.string(), reason: z.string() }).nullable(),
      marks: z.array(
        z.object({
          how: z.enum(['kept', 'postponed', 'dropped', 'undo']),
          on: z.string(),
          from: z.string().optional(),
          to: z.string().optional(),
          reason: z.string().optional(),
        }),
      ),
    }),
  ),
})
const Made = z.object({ id: z.number() })
const Marked = z.object({ id: z.number(), revision: z.number() })
const tags = ['agreements']

const read = createRoute({
  method: 'get',
  path: '/cases/{caseId}/agreements',
  tags,
  summary: 'What was agreed, as you may see it',
  request: { params: path },
  responses: { 200: json(Agreements, 'The agreements, open ones first') },
})
const make = createRoute({
  method: 'post',
  path: '/cases/{caseId}/agreements',
  tags,
  summary: 'Make an agreement',
  request: { params: path, ...body(AgreementBody) },
  responses: { 201: json(Made, 'The agreement') },
})
const marking = <S extends z.ZodType>(verb: string, summary: string, schema: S) =>
  createRoute({
    method: 'post',
    path: `/cases/{caseId}/agreements/{agreementId}/${verb}`,
    tags,
    summary,
    request: { params: one, ...body(schema) },
    responses: { 200: json(Marked, 'The agreement with its new revision') },
  })

/** Agreements below /api/v1: the same verbs as the pages. */
export const agreementsApi = sliceApi()
  .openapi(read, async (c) => {
    const { agreements } = await readAgreements(c.var.ctx, c.req.valid('param'))
    return c.json(Agreements.parse({ agreements }), 200)
  })
  .openapi(make, async (c) => c.json({ id: (await makeAgreement(c.var.ctx, { ...c.req.valid('json'), ...c.req.valid('param') })).id }, 201))
  .openapi(marking('kept', 'It was kept', KeepBody.extend(seen)), async (c) =>
    c.json(Marked.parse(await keepAgreement(c.var.ctx, { ...c.req.valid('json'), ...c.req.valid('param') })), 200),
  )
  .openapi(marking('postponed', 'Give it a new day, with the reason', PostponeBody.extend(seen)), async (c) =>
    c.json(Marked.parse(await postponeAgreement(c.var.ctx, { ...c.req.valid('json'), ...c.req.valid('param') })), 200),
  )
  .openapi(marking('dropped', 'Drop it, with the reason', DropBody.extend(seen)), async (c) =>
    c.json(Marked.parse(await dropAgreement(c.var.ctx, { ...c.req.valid('json'), ...c.req.valid('param') })), 200),
  )
  .openapi(marking('undone', 'Take back what was said of it last', z.object(seen)), async (c) =>
    c.json(Marked.parse(await undoAgreement(c.var.ctx, { ...c.req.valid('json'), ...c.req.valid('param') })), 200),
  )
