import type { HttpBindings } from '@hono/node-server'
import { type Context as HonoContext, Hono } from 'hono'
import type { Config } from '../config.server.ts'
import { db } from '../db.server.ts'
import { clientAddress } from '../http/client-address.ts'
import { requestOrigin } from '../http/csrf.ts'
import { isRateLimited } from '../http/rate-limit.server.ts'
import type { HttpVariables } from '../http/security.server.ts'
import { rememberLocale } from '../i18n/locale.ts'
import { logger } from '../logging/logger.server.ts'
import { accountRoutes } from './account-pages.server.ts'
import { readCookie, sessionCookie, writeCookie } from './cookies.ts'
import { demoPeople, demoRoutes } from './demo-pages.server.ts'
import { findAccounts, type Issuer, listIssuers, logFailedSignIn } from './issuers.server.ts'
import { beginSignIn, finishSignIn, keepPending, type Place, SignInFailed, takePending, type Vouched } from './oidc.server.ts'
import { safeReturn } from './safe-return.ts'
import { type Account, closeAllSessions, closeSession, newToken, openSession, touchSession } from './sessions.server.ts'
import { choicePage, failurePage, signInPage, signOutPage } from './sign-in-pages.ts'

type Deps = { config: Config; /** Stylesheets of the built pages. */ css: string[] }
type Env = { Bindings: HttpBindings; Variables: HttpVariables }
type C = HonoContext<Env>
const log = logger('auth')

/** Signing in and out, how long a session lasts, the choice of language; in demo mode also the provider. Mount at the root. */
export function authRoutes({ config, css }: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/log-ind', (c) => showSignIn(c, config, css))
  app.get('/auth/start', (c) => guarded(c, config, css, () => start(c, config)))
  app.get('/auth/callback', (c) => guarded(c, config, css, () => callback(c, config)))
  app.get('/auth/vaelg', (c) => showChoice(c, config, css))
  app.post('/auth/vaelg', (c) => guarded(c, config, css, () => choose(c, config)))
  app.get('/log-ud', (c) => c.html(signOutPage(c.var.locale, css)))
  app.post('/log-ud', (c) => signOut(c, config, false))
  app.post('/log-ud/alle-enheder', (c) => signOut(c, config, true))
  app.get('/forlad', (c) => leave(c, config))
  app.get('/session/status', (c) => c.json(remaining(c)))
  app.post('/session/forlaeng', (c) => prolong(c))
  app.post('/sprog', (c) => changeLanguage(c, config))
  app.route('/', accountRoutes(css))
  if (config.mode === 'demo') app.route('/', demoRoutes(config, css))
  return app
}

async function showSignIn(c: C, config: Config, css: string[]) {
  const returnTo = safeReturn(c.req.query('tilbage'))
  const lapsed = c.var.signedIn === null && readCookie(c.req.header('cookie'), sessionCookie(config)) !== null
  const issuers = await listIssuers(db().pool)
  const people = config.mode === 'demo' ? await demoPeople() : []
  return c.html(signInPage({ locale: c.var.locale, css, returnTo, issuers, people, notice: lapsed ? 'expired' : c.req.query('besked') }))
}

async function start(c: C, config: Config) {
  if (await isRateLimited('signIn', clientAddress(c, config))) throw new SignInFailed('limited')
  const issuer = (await listIssuers(db().pool)).find(
    (i) => i.id === Number(c.req.query('udsteder')) && (i.audience === 'demo') === (config.mode === 'demo'),
  )
  if (!issuer) return c.redirect('/log-ind', 303)
  const hint = issuer.audience === 'demo' ? c.req.query('som') : undefined
  const begun = await beginSignIn(db().pool, config, {
    issuer,
    place: placeOf(c, config),
    returnTo: safeReturn(c.req.query('tilbage')),
    locale: c.var.locale,
    ...(hint ? { hint } : {}),
  })
  c.header('Set-Cookie', writeCookie(config, begun.cookie.name, begun.cookie.value, begun.cookie.maxAge), { append: true })
  return c.redirect(begun.url.toString(), 303)
}

async function callback(c: C, config: Config) {
  const { pool } = db()
  const vouched = await finishSignIn(pool, config, c.req.raw, placeOf(c, config), await listIssuers(pool))
  c.header('Set-Cookie', writeCookie(config, vouched.usedCookie, '', 0), { append: true })
  const accounts = await findAccounts(pool, config, vouched.issuer, vouched.said)
  const open = accounts.filter((a) => !a.closed)
  const [only, ...more] = open
  if (!only) throw await refused(c, config, vouched.issuer, accounts[0])
  if (more.length > 0) return offerChoice(c, config, vouched, open)
  return enter(c, config, only, vouched)
}

/** Several municipalities know this person: what the issuer vouched for waits for the choice, for this browser only. */
async function offerChoice(c: C, config: Config, { issuer, acr, returnTo }: Vouched, accounts: Account[]) {
  const secret = newToken()
  await keepPending(db().pool, config, secret, { accounts, issuerId: issuer.id, acr, returnTo } satisfies Choice, 600)
  c.header('Set-Cookie', writeCookie(config, choiceCookie(config), secret, 600), { append: true })
  return c.redirect('/auth/vaelg', 303)
}
type Choice = { accounts: Account[]; issuerId: number; acr: string | null; returnTo: string }
const choiceCookie = (config: Config) => `${config.secure ? '__Host-' : ''}helhed-choice`

async function showChoice(c: C, config: Config, css: string[]) {
  const secret = readCookie(c.req.header('cookie'), choiceCookie(config))
  const choice = secret && (await takePending<Choice>(db().pool, config, secret))
  if (!secret || !choice) return c.redirect('/log-ind', 303)
  await keepPending(db().pool, config, secret, choice, 600) // shown again when the page is loaded again
  return c.html(choicePage(c.var.locale, css, choice.accounts))
}

async function choose(c: C, config: Config) {
  const { kommune } = await c.req.parseBody()
  const secret = readCookie(c.req.header('cookie'), choiceCookie(config))
  const choice = secret ? await takePending<Choice>(db().pool, config, secret) : null
  const account = choice?.accounts.find((a) => String(a.municipalityId) === kommune)
  if (!choice || !account) throw new SignInFailed('stale')
  c.header('Set-Cookie', writeCookie(config, choiceCookie(config), '', 0), { append: true })
  return enter(c, config, account, choice)
}

/** A new token for every sign-in; the one this browser had before ends. */
async function enter(
  c: C,
  config: Config,
  account: Account,
  how: { issuer?: Issuer; issuerId?: number; acr: string | null; returnTo: string },
) {
  const token = await openSession(db().pool, config, {
    account,
    issuerId: how.issuer?.id ?? how.issuerId ?? null,
    acr: how.acr,
    oldToken: readCookie(c.req.header('cookie'), sessionCookie(config)),
    requestId: c.var.requestId,
  })
  c.header('Set-Cookie', writeCookie(config, sessionCookie(config), token), { append: true })
  return c.redirect(how.returnTo, 303)
}

async function refused(c: C, config: Config, issuer: Issuer, closed: Account | undefined): Promise<SignInFailed> {
  const failed = new SignInFailed(closed ? 'closed' : 'unknown', issuer)
  await note(c, config, failed, closed)
  return failed
}

const kindOf = (issuer: Issuer | null) =>
  issuer?.audience === 'citizen' ? 'member' : issuer?.audience === 'national' ? 'national' : 'staff'
async function note(c: C, config: Config, failed: SignInFailed, account?: Account): Promise<void> {
  await logFailedSignIn(db().pool, config, {
    issuerId: failed.issuer?.id ?? null,
    kind: account?.kind ?? kindOf(failed.issuer),
    reason: failed.problem,
    requestId: c.var.requestId,
    ...(account ? { municipalityId: account.municipalityId, actorId: account.actorId } : {}),
  })
}

const statusOf = { unknown: 403, closed: 403, acr: 403, cancelled: 200, stale: 400, provider: 502, limited: 429 } as const

/** A sign-in that fails ends on a calm page that says what to do, and in the logs by its code alone. */
async function guarded(c: C, config: Config, css: string[], work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof SignInFailed)) throw error
    if (error.problem === 'acr') await note(c, config, error)
    const counts = error.problem !== 'cancelled' && error.problem !== 'limited' && error.problem !== 'provider'
    const problem = counts && (await isRateLimited('failedSignIn', clientAddress(c, config))) ? 'limited' : error.problem
    log.warn('sign-in failed', { code: error.problem, requestId: c.var.requestId, ...(error.cause ? { error: error.cause } : {}) })
    return c.html(failurePage(c.var.locale, css, problem, c.var.requestId), statusOf[problem])
  }
}

async function signOut(c: C, config: Config, everywhere: boolean) {
  const token = readCookie(c.req.header('cookie'), sessionCookie(config))
  if (token) await (everywhere ? closeAllSessions : closeSession)(db().pool, token, c.var.requestId)
  c.header('Set-Cookie', writeCookie(config, sessionCookie(config), '', 0), { append: true })
  c.header('Clear-Site-Data', '"storage"')
  return c.redirect(`/log-ind?besked=${everywhere ? 'alle' : 'ud'}`, 303)
}

/** "Forlad siden" without a script: the session ends, and a harmless page comes up. Nothing happens when another site sends somebody here. */
async function leave(c: C, config: Config) {
  const site = c.req.header('sec-fetch-site')
  const token = readCookie(c.req.header('cookie'), sessionCookie(config))
  if (token && site !== 'cross-site' && site !== 'same-site') {
    await closeSession(db().pool, token, c.var.requestId)
    c.header('Set-Cookie', writeCookie(config, sessionCookie(config), '', 0), { append: true })
  }
  return c.redirect('https://www.dmi.dk/', 303)
}

/** How long the session lasts if nothing more happens, and at the longest. */
function remaining(c: C) {
  const known = c.var.signedIn
  if (!known) return { signedIn: false as const }
  const until = Math.min(Date.parse(known.session.idleUntil), Date.parse(known.session.expiresAt))
  return {
    signedIn: true as const,
    idleUntil: known.session.idleUntil,
    expiresAt: known.session.expiresAt,
    secondsLeft: Math.max(0, Math.floor((until - Date.parse(known.ctx.now)) / 1000)),
  }
}

async function prolong(c: C) {
  const token = c.var.signedIn?.ctx.token
  if (!token) return c.json({ signedIn: false }, 401)
  await touchSession(db().pool, token)
  if (!(c.req.header('accept') ?? '').includes('text/html')) return c.json({ signedIn: true })
  const { next } = await c.req.parseBody()
  const referer = c.req.header('referer') ?? ''
  return c.redirect(safeReturn(typeof next === 'string' ? next : URL.canParse(referer) ? new URL(referer).pathname : '/'), 303)
}

async function changeLanguage(c: C, config: Config) {
  const { locale, next } = await c.req.parseBody()
  c.header('Set-Cookie', rememberLocale(locale === 'en' ? 'en' : 'da') + (config.secure ? '; Secure' : ''), { append: true })
  const wished = typeof next === 'string' ? next : ''
  // The sign-in pages too may be read in the other language, though nobody is sent to them after signing in.
  const own = /^\/(log-ind|log-ud|auth\/vaelg|demo-oidc\/log-ind\/[\w-]+)(\?[^\\]*)?$/.test(wished)
  return c.redirect(own ? wished : safeReturn(wished), 303)
}

function placeOf(c: C, config: Config): Place {
  const socket = c.env?.incoming?.socket
  const address = socket?.localAddress?.replace(/^::ffff:/, '')
  const internal =
    address && socket?.localPort ? `http://${address.includes(':') ? `[${address}]` : address}:${socket.localPort}` : config.publicUrl
  return { origin: requestOrigin(config, c.req.raw.headers), internal }
}
