// The server as one bundle: composition only. Started by `helhed serve` (cli.ts), which has brought the database up.
import type { AddressInfo } from 'node:net'
import { type HttpBindings, serve, type ServerType } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import * as build from 'virtual:react-router/server-build'
import { api } from './app/api.ts'
import { startJobs } from './app/jobs.ts'
import { pulseRoutes } from './app/meeting-room/pulse.server.ts'
import { authRoutes } from './app/platform/auth/routes.server.ts'
import { buildDirectory } from './app/platform/build.server.ts'
import type { Config } from './app/platform/config.server.ts'
import { setKeys } from './app/platform/crypto/keys.server.ts'
import { connect, openPool } from './app/platform/db.server.ts'
import { draftRoutes } from './app/platform/drafts/drafts.server.ts'
import { clientAddress } from './app/platform/http/client-address.ts'
import { health } from './app/platform/http/health.server.ts'
import { httpSecurity, type HttpVariables } from './app/platform/http/security.server.ts'
import { sessionMiddleware } from './app/platform/http/session.server.ts'
import { cspNonce, pageLocale, signedIn, visitor } from './app/platform/pages.server.ts'

export type Running = { url: string; stop: () => Promise<void> }
type Options = { config: Config; appUrl: string; database: 'embedded' | 'postgres' }

/** Starts serving; resolves when the port is open. */
export async function startServer({ config, appUrl, database }: Options): Promise<Running> {
  setKeys(config)
  const { pool } = connect(openPool(appUrl, 20))
  const jobs = await startJobs({ config, appUrl })
  const app = new Hono<{ Variables: HttpVariables; Bindings: HttpBindings }>()
  app.get('/healthz', health(database))
  app.use('/assets/*', serveStatic({ root: `${buildDirectory}/client`, onFound: (_path, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable') }))
  for (const file of ['/favicon.svg', '/api-docs.css']) app.use(file, serveStatic({ root: `${buildDirectory}/client` }))
  app.use(httpSecurity(config))
  app.route('/', pulseRoutes(config))
  app.use(sessionMiddleware(config))
  app.route('/', authRoutes({ config, css: stylesheets() }))
  app.route('/', draftRoutes())
  app.route('/api/v1', api)
  app.all('*', pages(config))
  const server = await listen(app, config)
  const stop = async () => {
    await close(server)
    await jobs.stop()
    await pool.end()
  }
  return { url: `http://${config.host}:${(server.address() as AddressInfo).port}`, stop }
}

function pages(config: Config) {
  const handle = createRequestHandler(build as ServerBuild, 'production')
  return async (c: Parameters<typeof clientAddress>[0] & { req: { raw: Request }; var: HttpVariables }) => {
    const context = new RouterContextProvider()
    context.set(cspNonce, c.var.nonce)
    context.set(pageLocale, c.var.locale)
    context.set(signedIn, c.var.signedIn)
    context.set(visitor, { address: clientAddress(c, config), secure: config.secure, requestId: c.var.requestId })
    return handle(c.req.raw, context)
  }
}

/** The built stylesheets, for the pages that stand outside the page framework. */
const stylesheets = (): string[] => build.assets.routes['root']?.css ?? []

function listen(app: Hono<{ Variables: HttpVariables; Bindings: HttpBindings }>, config: Config): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, () => resolve(server))
    server.on('error', reject)
  })
}

/** No new requests; those under way are answered, for ten seconds at most. */
function close(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections()
      resolve()
    }, 10_000).unref()
  })
}
