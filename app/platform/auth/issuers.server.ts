import type pg from 'pg'
import { type Config, openingKey } from '../config.server.ts'
import { cprSearchHash } from '../cpr/search-hash.server.ts'
import type { NewIssuer } from './prepare.server.ts'
import type { Account } from './sessions.server.ts'

export type Issuer = NewIssuer & { id: number; municipality: string | null }

/** Everybody who may vouch for somebody here. */
export async function listIssuers(pool: pg.Pool): Promise<Issuer[]> {
  const { rows } =
    await pool.query<Issuer>(`select id, audience, municipality_id as "municipalityId", municipality, name, url, client_id as "clientId", secret_env as "secretEnv",
    acr, claim, match from access.issuers()`)
  return rows
}

/**
 * The accounts behind what an issuer said about somebody. A citizen may be known in several municipalities.
 * @param said the value of the issuer's claim: a subject, a user name, or for citizens the CPR number
 */
export async function findAccounts(pool: pg.Pool, config: Config, issuer: Pick<Issuer, 'id' | 'match'>, said: string): Promise<Account[]> {
  const digits = said.replace(/\D/g, '')
  if (issuer.match === 'cpr' && digits.length !== 10) return []
  const hash = issuer.match === 'cpr' ? cprSearchHash(config.cprSearchKey, digits) : null
  const { rows } = await pool.query<Account>(
    'select kind, municipality_id as "municipalityId", municipality, actor_id as "actorId", closed from access.find_account($1, $2, $3, $4)',
    [openingKey(config), issuer.id, issuer.match === 'cpr' ? null : said, hash],
  )
  return rows
}

type Failure = {
  issuerId: number | null
  kind: 'staff' | 'member' | 'national'
  municipalityId?: number
  actorId?: number
  reason: string
  requestId?: string
}
/** A refused sign-in stays in the audit log: which issuer and why, never what was typed. */
export async function logFailedSignIn(pool: pg.Pool, config: Config, f: Failure): Promise<void> {
  await pool.query('select access.log_failed_sign_in($1, $2, $3, $4, $5, $6, $7)', [
    openingKey(config),
    f.issuerId,
    f.kind,
    f.municipalityId ?? null,
    f.actorId ?? null,
    f.reason,
    f.requestId ?? null,
  ])
}
