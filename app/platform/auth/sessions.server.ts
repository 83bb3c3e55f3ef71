import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { type Config, openingKey } from '../config.server.ts'
import type { Actor, Context, Locale } from '../context.ts'
import type { SessionInfo } from '../pages.server.ts'

/** How long a session lasts: without use, and at the longest. Seconds. */
export const sessionLimits = { idle: 30 * 60, longest: 10 * 60 * 60 }

export type Post = { role: string; department: string; sector: string }
/** Who is signed in, as pages and API know it. */
export type Session = {
  ctx: Context
  session: SessionInfo & {
    kind: Actor['kind']
    posts: Post[]
    /** The language a family member has registered ('da', 'ar', …); staff: 'da'. */
    language: string
    acr: string | null
    /** Came by a person's own API token, not by a browser's cookie. */
    api: boolean
  }
}

/** 256 bits nobody can guess; what the browser or the script keeps. */
export const newToken = (): string => randomBytes(32).toString('base64url')
/** The only form of a token that is stored. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()

export type Account = {
  kind: 'staff' | 'member' | 'national'
  municipalityId: number
  municipality: string
  actorId: number
  closed: boolean
}
type Opening = {
  account: Pick<Account, 'kind' | 'municipalityId' | 'actorId'>
  issuerId: number | null
  acr?: string | null
  oldToken?: string | null
  requestId?: string
  limits?: typeof sessionLimits
}

/**
 * Opens a session for an account that an issuer has vouched for; ends the one that this browser had before.
 * @returns the token, shown to nobody but the browser
 * @throws DatabaseError 42501 when the account is closed or the opening key is not ours
 */
export async function openSession(pool: pg.Pool, config: Config, o: Opening): Promise<string> {
  const token = newToken()
  const limits = o.limits ?? sessionLimits
  await pool.query('select access.open_session($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)', [
    openingKey(config),
    tokenHash(token),
    o.oldToken ?? null,
    o.account.kind,
    o.account.municipalityId,
    o.account.actorId,
    o.issuerId,
    o.acr ?? null,
    limits.idle,
    limits.longest,
    o.requestId ?? null,
  ])
  return token
}

type Found = {
  kind: Actor['kind']
  actorId: number
  now: string
  today: string
  idleUntil: string
  expiresAt: string
  acr: string | null
  name: string
  title: string
  language: string
  municipality: SessionInfo['municipality']
  posts: Post[]
  roles: string[]
}
type Asked = { bearer?: boolean; touch?: boolean; demo: boolean; locale: Locale; requestId?: string }

/** Who this token is, or null when it is no (longer a) session. `touch`: this request counts as use. */
export async function findSession(pool: pg.Pool, token: string, asked: Asked): Promise<Session | null> {
  if (!/^[\w-]{20,200}$/.test(token)) return null
  const { rows } = await pool.query<{ found: Found | null }>('select access.session_info($1, $2, $3) as found', [
    token,
    asked.bearer ?? false,
    asked.touch ?? true,
  ])
  const found = rows[0]?.found
  if (!found) return null
  const instant = (text: string) => new Date(text).toISOString()
  return {
    ctx: {
      municipalityId: found.municipality.id,
      actor: { kind: found.kind, id: found.actorId, name: found.name },
      token,
      now: instant(found.now),
      today: found.today,
      locale: asked.locale,
      ...(asked.requestId ? { requestId: asked.requestId } : {}),
    },
    session: {
      municipality: found.municipality,
      title: found.title,
      roles: found.roles,
      idleUntil: instant(found.idleUntil),
      expiresAt: instant(found.expiresAt),
      demo: asked.demo,
      kind: found.kind,
      posts: found.posts,
      language: found.language,
      acr: found.acr,
      api: asked.bearer ?? false,
    },
  }
}

/** Signs this browser out. False when there was no session. */
export async function closeSession(pool: pg.Pool, token: string, requestId?: string): Promise<boolean> {
  const { rows } = await pool.query<{ yes: boolean }>('select access.close_session($1, $2) as yes', [token, requestId ?? null])
  return rows[0]?.yes === true
}

/** Signs the same person out of every browser. Returns how many sessions ended. */
export async function closeAllSessions(pool: pg.Pool, token: string, requestId?: string): Promise<number> {
  const { rows } = await pool.query<{ n: number }>('select access.close_all_sessions($1, $2) as n', [token, requestId ?? null])
  return rows[0]?.n ?? 0
}

/** Prolongs the session as if the person had opened a page: never past its absolute end. */
export async function touchSession(pool: pg.Pool, token: string): Promise<void> {
  await pool.query('select access.touch_session($1)', [token])
}
