import { callApi } from '#test/api.ts'
import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { assessmentApi } from './api.server.ts'
import { situationWorld } from './testing.ts'

const s = situationWorld()
const as = (ctx: Context) => (method: string, path: string, body?: unknown) => callApi(assessmentApi, ctx)(method, `/cases/${s.w.caseId}/situation${path}`, body)

test('UDR-01: the situation over the API: a note in, the notes out; each caller only their own', async () => {
  const note = { personId: s.w.people.ida, part: 'strength', aspect: 'social', words: 'Hun tegner' }
  const made = await as(s.w.ctxFor('coordinator'))('POST', '/notes', note)
  expect(made.status).toBe(201)
  const { id } = (await made.json()) as { id: number }
  const read = async (who: Parameters<typeof s.w.ctxFor>[0]) => (await (await as(s.w.ctxFor(who))('GET', '')).json()) as { notes: unknown[] }
  expect((await read('coordinator')).notes).toMatchObject([{ id, words: 'Hun tegner', labels: [], subjects: [s.w.people.ida] }])
  expect((await read('teacher')).notes).toEqual([])
  expect((await as(s.other.ctxFor('coordinator'))('GET', '')).status).toBe(404)
  expect((await as(s.w.ctxFor('coordinator'))('POST', '/notes', { ...note, aspect: null })).status).toBe(422)
  expect((await as(s.w.ctxFor('economist'))('POST', '/notes', note)).status).toBe(404)
})
