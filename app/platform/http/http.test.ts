import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { loadConfig } from '../config.server.ts'
import { isOurHost, requestOrigin, sameOrigin } from './csrf.ts'
import { pathPattern } from './headers.ts'
import { httpSecurity, type HttpVariables } from './security.server.ts'

const folder = mkdtempSync(join(tmpdir(), 'helhed-http-'))
const demo = loadConfig({}, folder)
const key = (letter: string) => letter.repeat(40)
const production = loadConfig(
  {
    DATABASE_URL: 'postgres://app@db/helhed',
    SESSION_SECRET: key('s'),
    CPR_KEY: key('a'),
    CPR_SEARCH_KEY: key('c'),
    OIDC_ISSUER: 'https://login.example.dk',
    OIDC_CLIENT_ID: 'x',
    OIDC_CLIENT_SECRET: 'x',
    PUBLIC_URL: 'https://helhed.example.dk',
  },
  folder,
)

const serverOf = (config: typeof demo) => {
  const app = new Hono<{ Variables: HttpVariables }>()
  app.use(httpSecurity(config))
  app.get('/nonce', (c) => c.text(c.var.nonce))
  app.get('/away', () => Response.redirect('https://www.example.dk/'))
  app.get('/stored', (c) => c.body('x', 200, { 'Cache-Control': 'private, max-age=60' }))
  app.post('/form', async (c) => c.text(String((await c.req.text()).length)))
  return app
}

describe('security headers', () => {
  test('the policy carries the nonce of this request, allows nothing inline else, and no frame', async () => {
    const app = serverOf(demo)
    const [a, b] = [await app.request('/nonce'), await app.request('/nonce')]
    const policy = a.headers.get('content-security-policy') ?? ''
    expect(policy).toContain(`script-src 'self' 'nonce-${await a.text()}'`)
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(b.headers.get('content-security-policy')).not.toBe(policy)
    expect(a.headers.get('x-content-type-options')).toBe('nosniff')
    expect(a.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('HSTS only where the address is https; nothing is kept in a cache unless the answer says so; redirects are sealed too', async () => {
    expect((await serverOf(demo).request('/nonce')).headers.has('strict-transport-security')).toBe(false)
    expect((await serverOf(production).request('/nonce')).headers.get('strict-transport-security')).toContain('max-age=31536000')
    expect((await serverOf(demo).request('/nonce')).headers.get('cache-control')).toBe('no-store')
    expect((await serverOf(demo).request('/stored')).headers.get('cache-control')).toBe('private, max-age=60')
    const away = await serverOf(demo).request('/away')
    expect([away.status, away.headers.get('x-frame-options')]).toEqual([302, 'DENY'])
  })
})

describe('where a change may come from', () => {
  const post = (headers: Record<string, string>) =>
    serverOf(production).request('/form', { method: 'POST', body: 'a=1', headers: { host: 'helhed.example.dk', ...headers } })
  test.each([
    [{ origin: 'https://helhed.example.dk' }, 200],
    [{ 'sec-fetch-site': 'same-origin', origin: 'https://helhed.example.dk' }, 200],
    [{}, 200],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'https://helhed.example.dk.evil.example' }, 403],
    [{ origin: 'http://helhed.example.dk' }, 403],
  ])('%j gives %i', async (headers, status) => {
    expect((await post(headers as Record<string, string>)).status).toBe(status)
  })

  test('reading is never stopped by where it comes from', () => {
    expect(sameOrigin(production, { method: 'GET', headers: new Headers({ 'sec-fetch-site': 'cross-site' }) })).toBe(true)
  })

  test('a demo on this machine does not answer to a foreign name, and follows the one it is called by', () => {
    const host = (name: string) => new Headers({ host: name })
    expect(['localhost:3000', '127.0.0.1:3000', '[::1]:3000'].map((h) => isOurHost(demo, host(h)))).toEqual([true, true, true])
    expect(isOurHost(demo, host('evil.example:3000'))).toBe(false)
    expect(requestOrigin(demo, host('localhost:4711'))).toBe('http://localhost:4711')
    expect(requestOrigin(production, host('evil.example'))).toBe('https://helhed.example.dk')
  })
})

test('a request larger than any import is refused before it is read', async () => {
  const answer = await serverOf(demo).request('/form', {
    method: 'POST',
    body: 'x'.repeat(13 * 1024 * 1024),
    headers: { 'content-length': String(13 * 1024 * 1024) },
  })
  expect(answer.status).toBe(413)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
})

test('the log sees the pattern of an address, never who it is about', () => {
  expect(pathPattern('/familier/12/personer/7/mette-soerensen')).toBe('/familier/:id/personer/:id/mette-soerensen')
  expect(pathPattern('/soeg/0101011234')).toBe('/soeg/:id')
  expect(pathPattern('/soeg/Mette%20S')).toBe('/soeg/:x')
  expect(pathPattern('/api/v1/openapi.json')).toBe('/api/v1/openapi.json')
})
