import { beforeAll, expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { callApi } from '#test/api.ts'
import { createTestDatabase } from '#test/database.ts'
import { aWorld, type World } from '#test/world.ts'
import { intakeApi } from './api.server.ts'
import { applyShippedPack } from './testing.ts'

let w: World
const today = new Date().toISOString().slice(0, 10)
beforeAll(async () => {
  setKeys(testKeys())
  const t = await createTestDatabase()
  w = await aWorld(t, { inIntake: true, assigned: [] })
  await applyShippedPack(t, 766, 'hedensted')
})
const as = (ctx: Context) => callApi(intakeApi, ctx)

test('VIS-14: a referral, the queue and a refused decision over the API, by the same rules as the pages', async () => {
  const person = { firstName: 'Rikke', lastName: 'Nymark', part: 'adult', born: '1990-05-06', custody: true, saidYes: true }
  const made = await as(w.ctxFor('teacher'))('POST', '/referrals', {
    projectId: w.projectId,
    departmentId: w.departments['education'],
    yesOn: today,
    yesForm: 'spoken',
    yesChannel: 'meeting',
    familyName: 'Nymark',
    reason: 'Ro om morgenen',
    persons: [person],
  })
  expect(made.status).toBe(201)
  const { caseId } = (await made.json()) as { caseId: number }
  const queue = (await (await as(w.ctxFor('intake'))('GET', '/intake')).json()) as { families: { caseId: number; next: string }[] }
  expect(queue.families.find((one) => one.caseId === caseId)).toMatchObject({ next: 'consent', people: ['Rikke'] })
  const decision = { decidedOn: today, decision: 'accepted', present: [w.staff.intake], reasons: 'I målgruppen' }
  const refused = await as(w.ctxFor('intake'))('POST', `/cases/${caseId}/intake-decisions`, decision)
  expect(refused.status).toBe(422)
  expect(((await refused.json()) as { errors: { message: { en: string } }[] }).errors[0]?.message.en).toContain(
    'Consent is missing for Rikke',
  )
})
test('VIS-14: the API answers as the pages do: refused', async () => {
  expect((await as(w.ctxFor('teacher'))('GET', '/intake')).status).toBe(403)
})
