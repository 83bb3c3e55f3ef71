import { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { composeApi } from '#app/platform/api/api.server.ts'
import type { Context } from '#app/platform/context.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { createTestDatabase } from '#test/database.ts'
import { aWorld, type World } from '#test/world.ts'
import { familiesApi } from './api.server.ts'

let w: World
beforeAll(async () => {
  setKeys(testKeys())
  w = await aWorld(await createTestDatabase())
})
/** The API as the server mounts it, with a session already resolved. */
function call(ctx: Context | null, path: string, body?: unknown): Promise<Response> {
  const app = new Hono<{ Variables: { signedIn: { ctx: Context } | null } }>()
    .use(async (c, next) => {
      c.set('signedIn', ctx && { ctx })
      await next()
    })
    .route('/api/v1', composeApi([familiesApi]))
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  return Promise.resolve(app.request(`/api/v1${path}`, init))
}

test('the document describes the routes', async () => {
  const document = (await (await call(null, '/openapi.json')).json()) as { paths: Record<string, { post?: { requestBody?: unknown } }> }
  expect(Object.keys(document.paths)).toEqual(['/cases', '/cases/{caseId}/people', '/cases/search'])
  expect(JSON.stringify(document.paths['/cases/{caseId}/people']?.post?.requestBody)).toContain('firstName')
})

test('UDR-16: the same verbs and rights as the pages', async () => {
  expect((await call(null, '/cases')).status).toBe(401)
  expect(await (await call(w.ctxFor('coordinator'), '/cases')).json()).toMatchObject({ families: [{ caseId: w.caseId, state: 'active' }] })
  expect((await call(w.ctxFor('jobcentre'), `/cases/${w.caseId}/people`)).status).toBe(404)
  expect(await (await call(w.ctxFor('teacher'), `/cases/${w.caseId}/people`)).json()).toMatchObject({
    people: [{ firstName: 'Mette' }, { firstName: 'Ida' }],
  })
  expect(await (await call(w.ctxFor('teacher'), '/cases/search', { q: 'ida' })).json()).toMatchObject({ answer: 'found' })
  const oliver = { firstName: 'Oliver', born: '2022-03-04' }
  expect((await call(w.ctxFor('teacher'), `/cases/${w.caseId}/people`, oliver)).status).toBe(403)
  const added = await call(w.ctxFor('coordinator'), `/cases/${w.caseId}/people`, oliver)
  expect([added.status, ((await added.json()) as { outcome: string }).outcome]).toEqual([201, 'added'])
  const wrong = await call(w.ctxFor('coordinator'), `/cases/${w.caseId}/people`, { firstName: '' })
  expect([wrong.status, wrong.headers.get('content-type')]).toEqual([422, 'application/problem+json'])
})
