import { beforeAll, expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { callApi } from '#test/api.ts'
import { createTestDatabase } from '#test/database.ts'
import { aWorld, type World } from '#test/world.ts'
import { planApi } from './api.server.ts'

let w: World
beforeAll(async () => {
  w = await aWorld(await createTestDatabase())
})

const as = (ctx: Context) => (method: string, path: string, body?: unknown) => callApi(planApi, ctx)(method, `/cases/${w.caseId}/plan${path}`, body)

test('PLAN-01 PLAN-02: the plan over the API: goal, activity, what is missing; ids and text only', async () => {
  const call = as(w.ctxFor('coordinator'))
  const goal = await call('POST', '/goals', { title: 'Ida kommer glad i skole', subjects: [w.people.ida] })
  expect(goal.status).toBe(201)
  const { id } = (await goal.json()) as { id: number }
  expect((await call('POST', '/activities', { what: 'Morgenstøtte', goalId: id, weekdays: [1], takesPart: [w.people.ida] })).status).toBe(
    201,
  )
  const plan = (await (await call('GET', '')).json()) as { goals: object[]; activities: object[]; missing: { code: string }[] }
  expect(plan.goals).toEqual([
    {
      id,
      revision: 1,
      sector: 'coordination',
      subjects: [w.people.ida],
      title: 'Ida kommer glad i skole',
      kind: 'own',
      level: 1,
      parentId: null,
      hopeId: null,
      measure: '',
    },
  ])
  expect(plan.missing.map((m) => m.code)).toEqual(expect.arrayContaining(['no-hope', 'hope', 'offer', 'start', 'end', 'hours', 'howFollowed', 'nextOn', 'registeredChannel']))
})

test('PLAN-14: the API answers as the pages do: refused, not found, makes no sense', async () => {
  expect((await as(w.ctxFor('steering'))('GET', '')).status).toBe(404)
  expect((await as(w.ctxFor('teacher'))('POST', '/versions/1/agreements', { personId: w.people.mette, answer: 'agree' })).status).toBe(403)
  expect((await as(w.ctxFor('coordinator'))('POST', '/goals', { title: 'x', subjects: ['Ida'] })).status).toBe(422)
})
