import type { MiddlewareHandler } from 'hono'
import { readCookie, sessionCookie } from '../auth/cookies.ts'
import { findSession, type Session } from '../auth/sessions.server.ts'
import type { Config } from '../config.server.ts'
import { db } from '../db.server.ts'
import { apiLocaleFrom, localeFrom } from '../i18n/locale.ts'
import type { HttpVariables } from './security.server.ts'

type Asked = { requestId?: string; touch?: boolean }

/**
 * Who sends this request: by a person's own API token (`Authorization: Bearer …`) or by the session cookie; null when nobody is signed in.
 * A request counts as use and prolongs the session, unless `touch` is false. A bearer token is never looked for among cookies or the reverse.
 */
export async function sessionContext(config: Config, request: Request, { requestId, touch = true }: Asked = {}): Promise<Session | null> {
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  const token = bearer ?? readCookie(request.headers.get('cookie'), sessionCookie(config))
  if (!token) return null
  const locale = bearer ? apiLocaleFrom(request.headers) : localeFrom(request.headers)
  return findSession(db().pool, token, {
    bearer: bearer !== undefined,
    touch,
    demo: config.mode === 'demo',
    locale,
    ...(requestId ? { requestId } : {}),
  })
}

/** Looks the session up for everything behind it. Asking how long a session still lasts, and pages fetched in the background, are no use of it. */
export function sessionMiddleware(config: Config): MiddlewareHandler<{ Variables: HttpVariables }> {
  return async (c, next) => {
    const touch = new URL(c.req.url).pathname !== '/session/status' && !c.req.header('x-helhed-background')
    c.set('signedIn', await sessionContext(config, c.req.raw, { requestId: c.var.requestId, touch }))
    await next()
  }
}
