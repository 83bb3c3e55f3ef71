import { beforeAll, expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { callApi } from '#test/api.ts'
import { createTestDatabase } from '#test/database.ts'
import { aWorld, type World } from '#test/world.ts'
import { meetingsApi } from './api.server.ts'
import { inDays, prepareMeetings } from './testing.ts'

let w: World
beforeAll(async () => {
  const t = await createTestDatabase()
  w = await aWorld(t)
  await prepareMeetings(t, w)
})
const as = (ctx: Context) => (method: string, path: string, body?: unknown) => callApi(meetingsApi, ctx)(method, `/cases/${w.caseId}/meetings${path}`, body)

test('MEET-01, MEET-02: meetings over the API: called, listed, read, moved and cancelled; refused and not found as on the pages', async () => {
  const call = as(w.ctxFor('coordinator'))
  const made = await call('POST', '', { kind: 'plan-follow-up', day: inDays(14), time: '09:00', place: 'Rådhuset' })
  expect(made.status).toBe(201)
  const { id, revision } = (await made.json()) as { id: number; revision: number }
  const list = (await (await call('GET', '')).json()) as { meetings: { id: number; state: string; minutes: number }[] }
  expect(list.meetings).toEqual([expect.objectContaining({ id, state: 'planned', minutes: 60 })])
  const one = (await (await call('GET', `/${id}`)).json()) as { participants: { name: string }[]; agenda: { kind: string }[] }
  expect(one.participants.map((p) => p.name)).toEqual(['Mette', 'Anna Holm'])
  expect(one.agenda.some((p) => p.kind === 'child')).toBe(true)
  const moved = await call('PUT', `/${id}`, { seen: revision, day: inDays(15), time: '10:00', minutes: 45, place: 'Skolen' })
  expect(moved.status).toBe(200)
  expect((await call('PUT', `/${id}`, { seen: revision, day: inDays(15), time: '10:00', minutes: 45 })).status).toBe(409)
  expect((await as(w.ctxFor('mette'))('POST', '', { kind: 'plan-follow-up', day: inDays(14), time: '09:00' })).status).toBe(403)
  expect((await as(w.ctxFor('steering'))('GET', '')).status).toBe(404)
  expect((await call('POST', '', { kind: 'plan-follow-up', day: 'snart', time: '09:00' })).status).toBe(422)
  expect((await call('POST', `/${id}/cancel`, { reason: 'ill' })).status).toBe(200)
})
