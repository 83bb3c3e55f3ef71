import { Hono } from 'hono'
import { readCookie, sessionCookie } from '../platform/auth/cookies.ts'
import type { Config } from '../platform/config.server.ts'
import { db } from '../platform/db.server.ts'

/**
 * GET /moede-puls/<key>: a number that grows with everything a screen of the meeting would show differently. Asked about once a second by every open
 * screen, so it is one statement with two look-ups, before anything looks the session up for a page; it tells nothing else, has no row in the log, and is
 * no use of the session. 404 for anybody without a session or without the key.
 */
export const pulseRoutes = (config: Config) =>
  new Hono().get('/moede-puls/:key{[0-9a-f-]{36}}', async (c) => {
    const token = readCookie(c.req.header('cookie') ?? null, sessionCookie(config))
    if (!token) return c.json({ pulse: null }, 401)
    const { rows } = await db().pool.query<{ pulse: string | null }>('select access.room_pulse($1, $2) as pulse', [token, c.req.param('key')])
    const pulse = rows[0]?.pulse ?? null
    return pulse === null ? c.json({ pulse: null }, 401) : c.json({ pulse: Number(pulse) })
  })
