import { openDemoSession } from '#app/platform/auth/demo-session.server.ts'
import { prepareSignIn } from '#app/platform/auth/prepare.server.ts'
import { openPool } from '#app/platform/db.server.ts'
import { parseArgs } from 'node:util'
import { attach } from './database.ts'

export const help = 'a Cookie: header value for scripts, in demo mode only: --as NAME'
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { as: { type: 'string' } } })
  if (!values.as) throw new Error('who? helhed session --as koordinator')
  const at = await attach()
  const pool = openPool(at.appUrl, 1)
  try {
    if (at.config.mode !== 'demo') throw new Error('in demo mode only')
    if (at.ownerUrl) await prepareSignIn(at.ownerUrl, at.config)
    console.log(await openDemoSession(pool, at.config, values.as))
    return 0
  } finally {
    await pool.end()
    await at.release()
  }
}
