import { beforeAll, describe, expect, test } from 'vitest'
import { applyShippedPack } from '#app/catalogue/testing.ts'
import { Forbidden } from '#app/platform/context.ts'
import { addDays, addMonths, startOfMonth } from '#app/platform/time/plain-date.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { callApi } from '#test/api.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aWorld, type World } from '#test/world.ts'
import { progressionApi } from './api.server.ts'
import { dueOn } from './months.ts'
import { remindCoordinators, remindersOf } from './remind.server.ts'

const rules = { opensDays: 7, dueDay: 10, closesDays: 60 }
const lacking = (month: string) => ({ lacking: { month, due: dueOn(month, rules) } })

test('PROG-03: reminded the day before the date and once it is late, one for each month, however many families', () => {
  const months = [lacking('2026-10-01'), lacking('2026-10-01'), lacking('2026-09-01'), { lacking: null }]
  expect(remindersOf(months, '2026-11-08')).toEqual([{ month: '2026-09-01', late: true, count: 1 }])
  expect(remindersOf(months, '2026-11-09')).toEqual([{ month: '2026-10-01', late: false, count: 2 }, { month: '2026-09-01', late: true, count: 1 }])
  expect(remindersOf(months, '2026-11-11')).toMatchObject([{ month: '2026-10-01', late: true }, { late: true }])
})

describe('through the verbs', () => {
  let t: TestDatabase
  let w: World
  let other: World
  const lastMonth = addMonths(startOfMonth(new Date().toISOString().slice(0, 10)), -1)
  beforeAll(async () => {
    setKeys(testKeys())
    t = await createTestDatabase()
    w = await aWorld(t, { jonas: 'shared', assigned: ['coordinator', 'teacher'] })
    other = await aWorld(t, { municipality: 787 })
    await applyShippedPack(t, w.municipalityId, 'hedensted')
    const began = addDays(addMonths(lastMonth, -1), 3)
    await t.owner.query("update referral set decision = 'accepted', decided_at = $2::date, intake_on = $2::date where case_id = $1", [w.caseId, began])
    await t.owner.query("update staff set email = 'anna@eksempel.dk' where id = $1", [w.staff.coordinator])
  })
  test('PROG-03: the job reminds a coordinator once of each late month; nobody else runs it', async () => {
    const job = await w.openSession('job', 0)
    const first = await remindCoordinators(job, {})
    expect(first.sent).toBeGreaterThan(0)
    expect(await remindCoordinators(job, {})).toEqual({ sent: 0 })
    const { rows } = await t.owner.query<{ key: string; staff_id: string }>("select key, staff_id from message where template = 'registration'")
    expect(rows).toHaveLength(first.sent)
    expect(rows[0]).toMatchObject({ staff_id: String(w.staff.coordinator) })
    expect(rows.map((r) => r.key)).toContain(`progression.late.${w.staff.coordinator}.${addMonths(lastMonth, -1)}`)
    await expect(remindCoordinators(w.ctxFor('coordinator'), {})).rejects.toThrow(Forbidden)
  })
  test('PROG-01: a month over the API: read, registered, done; wrong values, the school and another municipality are refused', async () => {
    const at = `/cases/${w.caseId}/registration/${lastMonth.slice(0, 7)}`
    const call = callApi(progressionApi, w.ctxFor('coordinator'))
    const entry = { personId: w.people.ida, indicator: 'child-health', text: '2' }
    expect(await (await call('POST', at, { entries: [entry] })).json()).toEqual({ written: 1 })
    const month: { state: string; filled: number; fields: { personId: number; indicator: string; now: object | null }[] } = await (await call('GET', at)).json()
    expect(month).toMatchObject({ filled: 1, of: month.fields.length })
    expect(month.fields.find((f) => f.personId === w.people.ida && f.indicator === 'child-health')?.now).toMatchObject({ number: 2, how: 'judged' })
    expect((await call('POST', at, { entries: [{ ...entry, indicator: 'child-family', text: '9' }] })).status).toBe(422)
    expect(await (await call('POST', `${at}/finished`)).json()).toEqual({ finished: true })
    expect(await (await call('POST', `${at}/reopened`)).json()).toEqual({ finished: false })
    expect((await callApi(progressionApi, w.ctxFor('teacher'))('POST', at, { entries: [entry] })).status).toBe(403)
    expect((await callApi(progressionApi, other.ctxFor('coordinator'))('GET', at)).status).toBe(404)
  })
})
