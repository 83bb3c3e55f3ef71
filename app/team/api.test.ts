import { beforeAll, expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { callApi } from '#test/api.ts'
import { createTestDatabase } from '#test/database.ts'
import { aWorld, type World } from '#test/world.ts'
import { teamApi } from './api.server.ts'
import { applyShippedPack } from '#app/intake/testing.ts'

let w: World
const today = new Date().toISOString().slice(0, 10)
beforeAll(async () => {
  setKeys(testKeys())
  const t = await createTestDatabase()
  w = await aWorld(t, { inIntake: true, assigned: [] })
  await applyShippedPack(t, 766, 'hedensted')
})
const as = (ctx: Context) => callApi(teamApi, ctx)

test('KOO-01: the API answers as the pages do: refused, not found, makes no sense', async () => {
  const appointment = { staffId: w.staff.coordinator, from: today }
  expect((await as(w.ctxFor('teacher'))('POST', `/cases/${w.caseId}/coordinators`, appointment)).status).toBe(404)
  expect((await as(w.ctxFor('intake'))('POST', `/cases/${w.caseId}/coordinators`, appointment)).status).toBe(403)
  expect((await as(w.ctxFor('projectManager'))('POST', `/cases/${w.caseId}/coordinators`, appointment)).status).toBe(422)
})
