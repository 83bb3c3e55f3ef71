import { beforeAll, expect, test } from 'vitest'
import { applyShippedPack } from '#app/catalogue/testing.ts'
import type { Context } from '#app/platform/context.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { callApi } from '#test/api.ts'
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
const as = (ctx: Context) => callApi(logbookApi, ctx)
const post = (ctx: Context, body: unknown) => as(ctx)('POST', `/cases/${w.caseId}/logbook`, body)

test('LOG-03: an entry is written and listed over the API, by the same rules as the pages', async () => {
  const { caseId: _, ...body } = anEntry(w)
  expect((await post(w.ctxFor('coordinator'), body)).status).toBe(201)
  const answer = await as(w.ctxFor('coordinator'))('GET', `/cases/${w.caseId}/logbook?q=breve`)
  expect(await answer.json()).toMatchObject({ entries: [{ kind: 'guidance', minutes: 20, words: 'Vi læste brevet fra banken sammen', author: 'Anna Holm' }] })
  expect(await (await as(w.ctxFor('teacher'))('GET', `/cases/${w.caseId}/logbook`)).json()).toEqual({ entries: [] })
  expect((await post(w.ctxFor('projectManager'), body)).status).toBe(403)
  expect((await post(other.ctxFor('coordinator'), body)).status).toBe(404)
  expect((await post(w.ctxFor('coordinator'), { ...body, kind: 'coffee' })).status).toBe(422)
})
