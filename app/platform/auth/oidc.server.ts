import { createHash } from 'node:crypto'
import * as oidc from 'openid-client'
import type pg from 'pg'
import { type Config, derivedKey, openingKey } from '../config.server.ts'
import type { Locale } from '../context.ts'
import { assuranceSuffices } from './assurance.ts'
import { loginCookie, readCookie } from './cookies.ts'
import type { Issuer } from './issuers.server.ts'
import { demoProviderPath } from './prepare.server.ts'
import { newToken, tokenHash } from './sessions.server.ts'

/** Why a sign-in came to nothing; a key of the messages. */
export type SignInProblem = 'unknown' | 'closed' | 'acr' | 'cancelled' | 'stale' | 'provider' | 'limited'
export class SignInFailed extends Error {
  name = 'SignInFailed'
  problem: SignInProblem
  issuer: Issuer | null
  constructor(problem: SignInProblem, issuer: Issuer | null = null, cause?: unknown) {
    super(problem, { cause })
    this.problem = problem
    this.issuer = issuer
  }
}

/** Where we stand for this browser: the address it uses, and for the demo the address this process answers itself. */
export type Place = { origin: string; internal: string }
type Pending = { issuerId: number; returnTo: string; redirectUri: string }

/** How long a person may take at the issuer. Seconds. */
const patience = 10 * 60

/**
 * State, nonce and PKCE verifier all come from one secret that only this browser's cookie holds. The database keeps its hash and where to go
 * afterwards, so that any process can finish what another began, and a copy of the database finishes nothing.
 */
const derive = (secret: string) => {
  const of = (purpose: string) => createHash('sha256').update(`${purpose}.${secret}`).digest('base64url')
  return { state: of('state'), nonce: of('nonce'), verifier: of('verifier') }
}

type Begin = { issuer: Issuer; place: Place; returnTo: string; locale: Locale; hint?: string }
/** Begins a sign-in: where to send the browser, and the cookie that binds it to this browser. */
export async function beginSignIn(
  pool: pg.Pool,
  config: Config,
  b: Begin,
): Promise<{ url: URL; cookie: { name: string; value: string; maxAge: number } }> {
  const client = await clientFor(config, b.issuer, b.place)
  const secret = newToken()
  const { state, nonce, verifier } = derive(secret)
  const redirectUri = `${b.place.origin}/auth/callback`
  await keepPending(pool, config, secret, { issuerId: b.issuer.id, returnTo: b.returnTo, redirectUri } satisfies Pending, patience)
  const url = oidc.buildAuthorizationUrl(client, {
    redirect_uri: redirectUri,
    scope: 'openid',
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    prompt: 'login',
    ui_locales: b.locale,
    ...(b.issuer.acr ? { acr_values: b.issuer.acr } : {}),
    ...(b.hint ? { login_hint: b.hint } : {}),
  })
  return { url, cookie: { name: loginCookie(config, state), value: secret, maxAge: patience } }
}

export type Vouched = { issuer: Issuer; said: string; acr: string | null; returnTo: string; usedCookie: string }
/**
 * Finishes a sign-in when the issuer sends the browser back: checks state, code, PKCE, nonce, signature and assurance.
 * @throws SignInFailed
 */
export async function finishSignIn(pool: pg.Pool, config: Config, request: Request, place: Place, issuers: Issuer[]): Promise<Vouched> {
  const answer = new URL(request.url)
  const state = answer.searchParams.get('state') ?? ''
  const usedCookie = loginCookie(config, state)
  const secret = readCookie(request.headers.get('cookie'), usedCookie)
  const pending = secret === null ? null : await takePending<Pending>(pool, config, secret)
  if (secret === null || pending === null || derive(secret).state !== state) throw new SignInFailed('stale')
  const issuer = issuers.find((i) => i.id === pending.issuerId)
  if (!issuer) throw new SignInFailed('stale')
  const claims = await exchange(config, issuer, place, new URL(pending.redirectUri + answer.search), derive(secret))
  const acr = typeof claims['acr'] === 'string' ? claims['acr'] : undefined
  if (!assuranceSuffices(acr, issuer.acr)) throw new SignInFailed('acr', issuer)
  const said = claims[issuer.claim]
  if (typeof said !== 'string' || said === '') throw new SignInFailed('unknown', issuer)
  return { issuer, said, acr: acr ?? null, returnTo: pending.returnTo, usedCookie }
}

async function exchange(
  config: Config,
  issuer: Issuer,
  place: Place,
  answer: URL,
  { state, nonce, verifier }: ReturnType<typeof derive>,
): Promise<Record<string, unknown>> {
  try {
    const client = await clientFor(config, issuer, place)
    const tokens = await oidc.authorizationCodeGrant(client, answer, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    })
    const claims: Record<string, unknown> = { ...tokens.claims() }
    if (issuer.claim in claims || !client.serverMetadata().userinfo_endpoint) return claims
    // Some issuers give the CPR number by the user-info address only. Never let that answer change who or how sure.
    const more = await oidc.fetchUserInfo(client, tokens.access_token, String(claims['sub']))
    return { ...more, ...claims }
  } catch (error) {
    const cancelled = error instanceof oidc.AuthorizationResponseError && error.error === 'access_denied'
    throw new SignInFailed(cancelled ? 'cancelled' : 'provider', issuer, error)
  }
}

// What issuers say about themselves, for ten minutes. A cache, not state: any process makes its own.
const known = new Map<string, { client: oidc.Configuration; until: number }>()

async function clientFor(config: Config, issuer: Issuer, place: Place): Promise<oidc.Configuration> {
  const demo = issuer.audience === 'demo'
  const url = demo ? place.origin + demoProviderPath : issuer.url
  const key = `${url}|${issuer.clientId}|${place.internal}`
  const before = known.get(key)
  if (before && before.until > Date.now()) return before.client
  const how = demo ? { execute: [oidc.allowInsecureRequests], [oidc.customFetch]: fromInside(place) } : {}
  const client = await oidc
    .discovery(new URL(url), issuer.clientId, undefined, oidc.ClientSecretBasic(clientSecret(config, issuer)), how)
    .catch((cause: unknown) => {
      throw new SignInFailed('provider', issuer, cause)
    })
  if (known.size > 200) known.clear()
  known.set(key, { client, until: Date.now() + 600_000 })
  return client
}

export const demoClientSecret = (config: Config): string => derivedKey(config, 'demo-client').toString('hex')
const clientSecret = (config: Config, issuer: Issuer): string => {
  if (issuer.audience === 'demo') return demoClientSecret(config)
  const secret = config.clientSecrets[issuer.secretEnv]
  if (!secret) throw new SignInFailed('provider', issuer, new Error(`${issuer.secretEnv} is not set`))
  return secret
}

/** The demo's provider is in this process: reach it where we listen, whatever the browser calls us. */
const fromInside =
  (place: Place): oidc.CustomFetch =>
  (url, options) => {
    const outside = new URL(place.origin)
    const headers = { ...options.headers, 'x-forwarded-host': outside.host, 'x-forwarded-proto': outside.protocol.slice(0, -1) }
    return fetch(url.replace(place.origin, place.internal), {
      ...options,
      body: options.body as BodyInit | null | undefined,
      headers,
    } as RequestInit)
  }

/** Keeps something for a browser for a short while, under the hash of a secret that its cookie holds. */
export async function keepPending(pool: pg.Pool, config: Config, secret: string, payload: unknown, seconds: number): Promise<void> {
  await pool.query('select access.keep_pending($1, $2, $3, $4)', [openingKey(config), tokenHash(secret), JSON.stringify(payload), seconds])
}
/** Takes it, once. */
export async function takePending<T>(pool: pg.Pool, config: Config, secret: string): Promise<T | null> {
  const { rows } = await pool.query<{ payload: T | null }>('select access.take_pending($1, $2) as payload', [
    openingKey(config),
    tokenHash(secret),
  ])
  return rows[0]?.payload ?? null
}
