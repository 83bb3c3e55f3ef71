import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { Config } from '../config.server.ts'
import { demoKeys, loadConfig } from '../config.server.ts'
import { httpSecurity, type HttpVariables } from '../http/security.server.ts'
import { sessionMiddleware } from '../http/session.server.ts'
import { authRoutes } from './routes.server.ts'

/** A demo's configuration with keys of its own in `varDir`. */
export const demoConfig = (varDir: string, env: Record<string, string> = {}): Config => loadConfig({ ...demoKeys(varDir), ...env }, varDir)

/** The sign-in part of the server on a free port, with one page behind it that says who is signed in. */
export async function startAuth(config: Config): Promise<{ origin: string; stop: () => Promise<void> }> {
  const app = new Hono<{ Variables: HttpVariables }>()
  app.use(httpSecurity(config))
  app.use(sessionMiddleware(config))
  app.route('/', authRoutes({ config, css: ['/assets/root.css'] }))
  app.all('*', (c) =>
    c.json({
      path: c.req.path,
      name: c.var.signedIn?.ctx.actor.name ?? null,
      kind: c.var.signedIn?.ctx.actor.kind ?? null,
      municipality: c.var.signedIn?.ctx.municipalityId ?? null,
    }),
  )
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const s = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(s))
  })
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      if ('closeAllConnections' in server) server.closeAllConnections()
    })
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop }
}

export type Answer = { status: number; url: URL; text: string; headers: Headers }

/** What a browser does for a sign-in: keeps cookies and their paths, follows redirects. */
export class Browser {
  #cookies = new Map<string, { value: string; path: string }>()
  #origin: string
  /** Sees every address on the way. */
  watch: (url: URL) => unknown = () => {}
  constructor(origin: string) {
    this.#origin = origin
  }

  cookie = (name: string): string | undefined => this.#cookies.get(name)?.value
  setCookie = (name: string, value: string): void => void this.#cookies.set(name, { value, path: '/' })

  open = (path: string): Promise<Answer> => this.#go(new URL(path, this.#origin), { method: 'GET' })
  post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> =>
    this.#go(new URL(path, this.#origin), {
      method: 'POST',
      body: new URLSearchParams(form).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: this.#origin, ...headers },
    })

  async #go(url: URL, init: { method: string; body?: string; headers?: Record<string, string> }, hops = 0): Promise<Answer> {
    this.watch(url)
    const cookies = [...this.#cookies]
      .filter(([, c]) => url.pathname.startsWith(c.path))
      .map(([name, c]) => `${name}=${c.value}`)
      .join('; ')
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { accept: 'text/html', ...init.headers, ...(cookies ? { cookie: cookies } : {}) },
    })
    for (const line of response.headers.getSetCookie()) this.#keep(line)
    const location = response.headers.get('location')
    if (!location || hops > 12) return { status: response.status, url, text: await response.text(), headers: response.headers }
    await response.arrayBuffer()
    const next = new URL(location, url)
    if (next.origin !== this.#origin) return { status: response.status, url: next, text: '', headers: response.headers }
    return this.#go(next, { method: 'GET' }, hops + 1)
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(/;\s*/)
    const at = pair.indexOf('=')
    const name = pair.slice(0, at)
    const value = pair.slice(at + 1)
    const path = attributes.find((a) => /^path=/i.test(a))?.slice(5) ?? '/'
    const gone =
      value === '' ||
      attributes.some((a) => /^max-age=0$/i.test(a)) ||
      attributes.some((a) => /^expires=/i.test(a) && Date.parse(a.slice(8)) < Date.now())
    if (gone) this.#cookies.delete(name)
    else this.#cookies.set(name, { value, path })
  }
}

/** Signs in as a demo person through the whole flow, as far as the choice of municipality if there is one. */
export async function signInAs(browser: Browser, name: string, path = '/log-ind'): Promise<Answer> {
  const page = await browser.open(path)
  const link = /href="(\/auth\/start[^"]*)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&')
  if (!link) throw new Error(`no link to sign in on ${path}: ${page.status}`)
  const login = await browser.open(link)
  if (!login.text.includes(`value="${name}"`))
    throw new Error(`no ${name} at ${login.url.pathname} (${login.status}): ${login.text.slice(0, 300)}`)
  return browser.post(login.url.pathname, { username: name })
}
