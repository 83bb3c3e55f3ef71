import { randomBytes, randomUUID } from 'node:crypto'
import type { Context as HonoContext, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Session } from '../auth/sessions.server.ts'
import type { Config } from '../config.server.ts'
import type { Locale } from '../context.ts'
import { apiLocaleFrom, localeFrom } from '../i18n/locale.ts'
import { logger, logRequest } from '../logging/logger.server.ts'
import { isOurHost, sameOrigin } from './csrf.ts'
import { pathPattern, securityHeaders } from './headers.ts'
import { problem } from './problem.ts'
import { setRateLimitKey } from './rate-limit.server.ts'

/** What the middleware leaves for those who answer. */
export type HttpVariables = { nonce: string; requestId: string; locale: Locale; signedIn: Session | null }

/** The largest request: an import or a document. Bytes. */
export const largestBody = 12 * 1024 * 1024
const log = logger('http')

/** Request id, nonce, language, security headers, origin check, size limit and the request log: before everything but static files. */
export function httpSecurity(config: Config): MiddlewareHandler<{ Variables: HttpVariables }> {
  setRateLimitKey(config)
  const limit = bodyLimit({ maxSize: largestBody, onError: (c) => problem(c as HonoContext<{ Variables: HttpVariables }>, 413) })
  return async (c, next) => {
    const started = performance.now()
    const path = new URL(c.req.url).pathname
    c.set('nonce', randomBytes(16).toString('base64'))
    c.set('requestId', randomUUID())
    c.set('locale', path.startsWith('/api/') ? apiLocaleFrom(c.req.raw.headers) : localeFrom(c.req.raw.headers))
    c.set('signedIn', null)
    const refused = refusal(config, c.req.raw)
    if (refused) c.res = problem(c, refused)
    else {
      const answer = await limit(c, next)
      if (answer instanceof Response) c.res = answer
    }
    seal(c, securityHeaders(c.var.nonce, config.secure))
    logRequest(log, {
      method: c.req.method,
      route: pathPattern(path),
      status: c.res.status,
      ms: Math.round(performance.now() - started),
      requestId: c.var.requestId,
    })
  }
}

function refusal(config: Config, request: Request): 403 | 421 | null {
  if (!isOurHost(config, request.headers)) return 421
  return sameOrigin(config, request) ? null : 403
}

/** Nothing with personal data stays in a cache; the request id lets a person tell us which request they mean. */
function seal(c: { res: Response; var: HttpVariables }, headers: Record<string, string>): void {
  if (c.res.headers.get('x-hono-already-sent')) return
  const all = {
    ...headers,
    'X-Request-Id': c.var.requestId,
    ...(c.res.headers.has('Cache-Control') ? {} : { 'Cache-Control': 'no-store' }),
  }
  try {
    for (const [name, value] of Object.entries(all)) c.res.headers.set(name, value)
  } catch {
    // Headers of a response made by Response.redirect() cannot be changed.
    c.res = new Response(c.res.body, c.res)
    for (const [name, value] of Object.entries(all)) c.res.headers.set(name, value)
  }
}
