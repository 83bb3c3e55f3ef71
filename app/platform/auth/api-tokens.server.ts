import type pg from 'pg'
import { Invalid } from '../context.ts'
import { newToken, type Session, tokenHash } from './sessions.server.ts'

export type ApiToken = { id: number; name: string; createdAt: string; lastSeenAt: string; expiresAt: string }

/**
 * A person's own token for the API: the same rights as the person, at most a year. Only a browser's session can make one.
 * @param input name: what it is for; days: 1 to 365
 * @returns the token: shown once, then only its hash is known
 */
export async function createApiToken(
  pool: pg.Pool,
  who: Session,
  input: { name: string; days: number },
): Promise<{ id: number; token: string }> {
  const issues = []
  if (!input.name.trim() || input.name.length > 100)
    issues.push({ field: 'name', message: { da: 'Skriv, hvad nøglen skal bruges til', en: 'Enter what the token is for' } })
  if (!Number.isInteger(input.days) || input.days < 1 || input.days > 365)
    issues.push({ field: 'days', message: { da: 'Skriv et antal dage fra 1 til 365', en: 'Enter a number of days from 1 to 365' } })
  if (issues.length > 0) throw new Invalid(issues)
  const token = newToken()
  const { rows } = await pool.query<{ id: number }>('select access.create_api_token($1, $2, $3, $4, $5) as id', [
    who.ctx.token,
    tokenHash(token),
    input.name,
    input.days,
    who.ctx.requestId ?? null,
  ])
  return { id: rows[0]!.id, token }
}

/** The person's own tokens, newest first; the tokens themselves are known to nobody. */
export async function listApiTokens(pool: pg.Pool, who: Session): Promise<ApiToken[]> {
  const { rows } = await pool.query<ApiToken>(
    'select id, name, created_at as "createdAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt" from access.api_tokens($1)',
    [who.ctx.token],
  )
  return rows
}

/** Ends one of the person's own tokens at once. False when it is not theirs or already gone. */
export async function revokeApiToken(pool: pg.Pool, who: Session, id: number): Promise<boolean> {
  const { rows } = await pool.query<{ yes: boolean }>('select access.revoke_api_token($1, $2, $3) as yes', [
    who.ctx.token,
    id,
    who.ctx.requestId ?? null,
  ])
  return rows[0]?.yes === true
}
