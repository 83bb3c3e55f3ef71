import { createHmac, randomBytes } from 'node:crypto'
import { type Config, derivedKey } from '../config.server.ts'
import { db } from '../db.server.ts'

/** How often something may happen within a window. */
export type Rule = { allowed: number; seconds: number }
export const rules = {
  /** Sign-ins begun from one address; a whole town hall may share one. */
  signIn: { allowed: 300, seconds: 300 },
  /** Sign-ins refused from one address. */
  failedSignIn: { allowed: 30, seconds: 900 },
  /** Searches by one person. */
  search: { allowed: 120, seconds: 60 },
  /** Look-ups of an exact CPR number by one person. */
  cprLookup: { allowed: 20, seconds: 600 },
  /** Pages of reply links from one address: a whole school may share one. */
  replyLink: { allowed: 300, seconds: 900 },
  /** Drafts on such pages, sent while somebody types. */
  replyDraft: { allowed: 3000, seconds: 900 },
  /** Calendars fetched from one address: a town hall's programs ask every quarter of an hour. */
  calendarFeed: { allowed: 600, seconds: 900 },
} satisfies Record<string, Rule>

// Set from SESSION_SECRET when serving, the same in every process; a script or a test that serves nothing has one of its own.
let key: Buffer = randomBytes(32)
export const setRateLimitKey = (config: Config): void => void (key = derivedKey(config, 'rate-limit'))

/**
 * Counts one more, and says whether it is too many. Counted in the database, so that it holds over any number of processes, and in its own
 * transaction, so that an undone request has still been counted.
 * @param who whom it is counted for: an address, or `staff:766:12`; only a keyed hash of it is stored
 */
export async function isRateLimited(what: keyof typeof rules, who: string, rule: Rule = rules[what]): Promise<boolean> {
  const hash = createHmac('sha256', key).update(`${what}|${who}`).digest()
  const { rows } = await db().pool.query<{ limited: boolean }>('select access.rate_limited($1, $2, $3) as limited', [
    hash,
    rule.allowed,
    rule.seconds,
  ])
  return rows[0]?.limited === true
}
