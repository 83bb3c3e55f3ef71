import { db } from '../db.server.ts'

/** Days without a sign-in after which an account closes, where a municipality has not set its own number. */
export const dormantAfterDays = 180

/**
 * Closes the accounts of staff that nobody has signed in to for so long; each one is logged. An administrator opens it again.
 * @param days at least 30
 * @returns how many were closed
 */
export async function closeDormantAccounts(days: number = dormantAfterDays): Promise<number> {
  const { rows } = await db().pool.query<{ n: number }>('select access.close_dormant_accounts($1) as n', [days])
  return rows[0]?.n ?? 0
}

/** Removes sessions that are over, sign-ins that nobody finished and old counts of the rate limits. */
export async function cleanSignIn(): Promise<void> {
  await db().pool.query('select access.clean_sign_in()')
}
