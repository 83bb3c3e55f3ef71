import type pg from 'pg'
import type { Config } from '../config.server.ts'
import { sessionCookie } from './cookies.ts'
import { findAccounts, listIssuers } from './issuers.server.ts'
import { openSession } from './sessions.server.ts'

/**
 * A `Cookie:` header value for scripts, as if the demo person had signed in: `helhed=…`.
 * @param name a demo person ('koordinator', 'thisted-koordinator', 'mor') or any member of staff by user name
 * @throws in production, and when nobody is called that
 */
export async function openDemoSession(pool: pg.Pool, config: Config, name: string): Promise<string> {
  if (config.mode !== 'demo') throw new Error('sessions by name exist in demo mode only')
  const issuer = (await listIssuers(pool)).find((i) => i.audience === 'demo')
  if (!issuer) throw new Error('this database is not prepared for a demo: start Helhed once')
  const [account] = await findAccounts(pool, config, issuer, name)
  if (!account) throw new Error(`no demo person is called '${name}'`)
  const token = await openSession(pool, config, { account, issuerId: issuer.id, acr: issuer.acr })
  return `${sessionCookie(config)}=${token}`
}
