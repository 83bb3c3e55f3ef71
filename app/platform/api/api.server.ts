import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context as HonoContext } from 'hono'
import type { z } from 'zod'
import { HTTPException } from 'hono/http-exception'
import { Conflict, type Context, type FieldIssue, Forbidden, Invalid, NotFound, SignedOut } from '../context.ts'
import { fieldIssues } from '../i18n/field-errors.ts'
import { logger } from '../logging/logger.server.ts'
import { version } from '../version.server.ts'
import { readablePage } from './readable-page.ts'

/** What an API route finds in `c.var`: who asks. */
export type ApiEnv = { Variables: { ctx: Context } }
type Problem = { type: string; title: string; status: 400 | 401 | 403 | 404 | 409 | 422 | 500; code: string; errors?: FieldIssue[]; mine?: unknown; theirs?: unknown }
const log = logger('api')

/** RFC 9457 problem details. */
function problem(c: HonoContext, p: Omit<Problem, 'type'>): Response {
  return new Response(JSON.stringify({ type: `/api/v1/docs#problem-${p.code}`, ...p }), { status: p.status, headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' } })
}

/** The API of one slice: routes made with `createRoute`, whose handlers call verbs with `c.var.ctx`. Input that does not parse is a 422 problem. */
export function sliceApi(): OpenAPIHono<ApiEnv> {
  return new OpenAPIHono<ApiEnv>({
    defaultHook: (result, c) => {
      if (result.success) return undefined
      const errors = fieldIssues(result.error).map(({ field, message }) => ({ field, message: { da: message, en: message } }))
      return problem(c, { title: 'The input makes no sense', status: 422, code: 'invalid', errors })
    },
  })
}

/** A JSON answer of a route, with what it is. */
export const json = <S extends z.ZodType>(schema: S, description: string) => ({ description, content: { 'application/json': { schema } } })
/** The JSON that a route takes. */
export const body = <S extends z.ZodType>(schema: S) => ({ body: { required: true, content: { 'application/json': { schema } } } })

/** Domain errors, mapped once for the API. What cannot be seen and what does not exist get the same answer. */
export function asProblem(error: unknown, c: HonoContext): Response {
  if (error instanceof Invalid) return problem(c, { title: 'The input makes no sense', status: 422, code: 'invalid', errors: error.issues })
  if (error instanceof NotFound) return problem(c, { title: 'Not found', status: 404, code: 'not-found' })
  if (error instanceof Forbidden) return problem(c, { title: 'You may not do this', status: 403, code: 'forbidden' })
  if (error instanceof SignedOut) return problem(c, { title: 'Sign in first', status: 401, code: 'signed-out' })
  if (error instanceof Conflict) return problem(c, { title: 'It is not as you saw it', status: 409, code: error.code, ...error.details })
  if (error instanceof HTTPException) return problem(c, { title: 'The request cannot be read', status: 400, code: 'unreadable' })
  log.error('api failed', { requestId: String(c.get('requestId') ?? ''), code: error instanceof Error ? error.name : 'unknown' })
  return problem(c, { title: 'Something went wrong on our side; nothing was done', status: 500, code: 'internal' })
}

type SignedInVariables = { signedIn: { ctx: Context } | null }

/** The whole API below /api/v1: the slices' routes, the document and a readable page. The description needs no session; everything else does. */
export function composeApi(slices: OpenAPIHono<ApiEnv>[]) {
  const api = new OpenAPIHono<{ Variables: ApiEnv['Variables'] & SignedInVariables }>()
  const info = { openapi: '3.1.0', info: { title: 'Helhed', version, description: 'The same verbs and rules as the pages. Sign in with the session cookie or `Authorization: Bearer` and a token of your own.' } }
  api.openAPIRegistry.registerComponent('securitySchemes', 'cookie', { type: 'apiKey', in: 'cookie', name: 'helhed' })
  api.openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' })
  const document = () => api.getOpenAPI31Document({ ...info, servers: [{ url: '/api/v1' }], security: [{ cookie: [] }, { bearer: [] }] })
  api.get('/openapi.json', (c) => c.json(document()))
  api.get('/docs', (c) => c.html(readablePage(document())))
  api.use(async (c, next) => {
    const known = c.get('signedIn')
    if (!known) return problem(c, { title: 'Sign in first', status: 401, code: 'signed-out' })
    c.set('ctx', known.ctx)
    await next()
    return undefined
  })
  for (const slice of slices) api.route('/', slice)
  api.onError(asProblem)
  // Mounted below a larger app, an unknown address would be answered by its pages.
  api.all('*', (c) => problem(c, { title: 'Not found', status: 404, code: 'not-found' }))
  return api
}
