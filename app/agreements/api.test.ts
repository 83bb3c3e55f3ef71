import { beforeAll, expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { callApi } from '#test/api.ts'
import { createTestDatabase } from '#test/database.ts'
import { aWorld, type World } from '#test/world.ts'
import { agreementsApi } from './api.server.ts'

let w: World
beforeAll(async () => {
  w = await aWorld(await createTestDatabase())
})
const as = (ctx: Context) => (method: string, path: string, body?: unknown) => callApi(agreementsApi, ctx)(method, `/cases/${w.caseId}/agreements${path}`, body)

test('MEET-15 MEET-16: agreements over the API: made, postponed, kept by their owner, taken back; a stale tick is a conflict', async () => {
  const [anna, mette] = [as(w.ctxFor('coordinator')), as(w.ctxFor('mette'))]
  const made = await anna('POST', '', { what: 'Ringer til banken', owner: `person-${w.people.mette}`, dueOn: '2099-01-05' })
  expect(made.status).toBe(201)
  const { id } = (await made.json()) as { id: number }
  const moved = await mette('POST', `/${id}/postponed`, { seenRevision: 1, dueOn: '2099-02-05', reason: 'Banken har lukket' })
  expect(await moved.json()).toEqual({ id, revision: 2 })
  expect((await mette('POST', `/${id}/kept`, { seenRevision: 1 })).status).toBe(409)
  expect((await mette('POST', `/${id}/kept`, { seenRevision: 2 })).status).toBe(200)
  expect((await mette('POST', `/${id}/undone`, { seenRevision: 3 })).status).toBe(200)
  const { agreements } = (await (await anna('GET', '')).json()) as { agreements: { marks: { how: string }[] }[] }
  expect(agreements).toMatchObject([{ id, dueOn: '2099-02-05', keptOn: null, owner: { kind: 'person', name: 'Mette' } }])
  expect(agreements[0]!.marks.map((m) => m.how)).toEqual(['postponed', 'kept', 'undo'])
})

test('MEET-15: the API answers as the pages do: refused, not found, makes no sense', async () => {
  expect((await as(w.ctxFor('steering'))('GET', '')).status).toBe(404)
  expect((await as(w.ctxFor('teacher'))('POST', '', { what: 'x', owner: 'outside', ownerName: 'y', dueOn: '2099-01-05' })).status).toBe(403)
  expect((await as(w.ctxFor('coordinator'))('POST', '', { what: 'x', owner: '', dueOn: '2099-01-05' })).status).toBe(422)
})
