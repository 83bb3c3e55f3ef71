import { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { applyShippedPack } from '#app/catalogue/testing.ts'
import { asProblem, type ApiEnv } from '#app/platform/api/api.server.ts'
import type { Context } from '#app/platform/context.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { createTestDatabase } from '#test/database.ts'
import { aWorld, type World } from '#test/world.ts'
import { logbookApi } from './api.server.ts'
import { anEntry } from './testing.ts'

let w: World
let other: World
beforeAll(async () => {
  setKeys(testKeys())
  const t = await createTestDatabase()
  w = await aWorld(t)
  other = await aWorld(t, { municipality: 787 })
  await applyShippedPack(t, w.municipalityId, 'hedensted')
})
const as = (ctx: Context) => {
  const app = new Hono<ApiEnv>()
    .use(async (c, next) => {
      c.set('ctx', ctx)
      await next()
    })
    .route('/', logbookApi)
  app.onError(asProblem)
  return app
}
const post = (ctx: Context, body: unknown) => as(ctx).request(`/cases/${w.caseId}/logbook`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

test('LOG-03: an entry is written and listed over the API, by the same rules as the pages', async () => {
  const { caseId: _, ...body } = anEntry(w)
  expect((await post(w.ctxFor('coordinator'), body)).status).toBe(201)
  const answer = await as(w.ctxFor('coordinator')).request(`/cases/${w.caseId}/logbook?q=breve`)
  expect(await answer.json()).toMatchObject({ entries: [{ kind: 'guidance', minutes: 20, words: 'Vi læste brevet fra banken sammen', author: 'Anna Holm' }] })
  expect(await (await as(w.ctxFor('teacher')).request(`/cases/${w.caseId}/logbook`)).json()).toEqual({ entries: [] })
  expect((await post(w.ctxFor('projectManager'), body)).status).toBe(403)
  expect((await post(other.ctxFor('coordinator'), body)).status).toBe(404)
  expect((await post(w.ctxFor('coordinator'), { ...body, kind: 'coffee' })).status).toBe(422)
})
