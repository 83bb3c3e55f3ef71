import { beforeAll, beforeEach, expect, test } from 'vitest'
import { Conflict, Invalid, NotFound } from '#app/platform/context.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { auditRows, aWorld, insert, type World } from '#test/world.ts'
import { completeTask } from './complete-task.server.ts'
import { putOffTask, takeBackTask } from './put-off-task.server.ts'

let t: TestDatabase
let w: World
let other: World
let taskId: number
const today = new Date().toISOString().slice(0, 10)
beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t)
  other = await aWorld(t, { municipality: 787 })
})
beforeEach(async () => {
  taskId = await insert(t, 'task', { municipality_id: 766, case_id: w.caseId, for_role: 'coordinator', code: 'plan-follow-up', due: today, created_at: today })
})
const row = async () => (await t.owner.query('select later_on::text as later, due::text, done_at is not null as done from task where id = $1 and municipality_id = 766', [taskId])).rows[0]

test('KOO-11: a task is put off to a day without losing the day it is due, dealt with, and taken back', async () => {
  await putOffTask(w.ctxFor('coordinator'), { taskId, until: addDays(today, 7) })
  expect(await row()).toEqual({ later: addDays(today, 7), due: today, done: false })
  await takeBackTask(w.ctxFor('coordinator'), { taskId })
  await completeTask(w.ctxFor('coordinator'), { taskId })
  await expect(putOffTask(w.ctxFor('coordinator'), { taskId, until: addDays(today, 1) })).rejects.toThrow(Conflict)
  await takeBackTask(w.ctxFor('coordinator'), { taskId })
  expect(await row()).toEqual({ later: null, due: today, done: false })
  expect((await auditRows(t, 'families.put-off-task')).filter((r) => r.outcome === 'done').at(-1)).toMatchObject({ case_id: w.caseId, details: { task: taskId } })
})
test('KOO-11: not to the past nor for half a year; nobody else touches it, here or next door', async () => {
  for (const until of [today, addDays(today, 200)]) await expect(putOffTask(w.ctxFor('coordinator'), { taskId, until })).rejects.toThrow(Invalid)
  for (const ctx of [w.ctxFor('teacher'), w.ctxFor('mette'), other.ctxFor('coordinator')]) {
    await expect(putOffTask(ctx, { taskId, until: addDays(today, 3) })).rejects.toThrow(NotFound)
    await expect(takeBackTask(ctx, { taskId })).rejects.toThrow(NotFound)
  }
})
