import { beforeAll, expect, test } from 'vitest'
import { callMeeting } from '#app/meetings/call-meeting.server.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aWorld, type World } from '#test/world.ts'
import { closeFamily } from './close-family.server.ts'
import { anOpenFamily, asProposed, packs } from './testing.ts'

let t: TestDatabase
let w: World
beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t)
  await packs(t, w)
})

test('VIS-20, MEET-02: when the family leaves, its meetings to come are cancelled', async () => {
  const f = await anOpenFamily(t, w)
  const soon = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
  const m = await callMeeting(w.ctxFor('coordinator'), { caseId: f.caseId, kind: 'network-meeting', day: soon, time: '13:00', personIds: [f.people.mette, f.people.ida] })
  const today = new Date(Date.now() + 3_600_000).toISOString().slice(0, 10)
  await closeFamily(w.ctxFor('coordinator'), { caseId: f.caseId, reason: 'goals-reached', leftOn: today, saidBy: '', words: '', decisions: await asProposed(w.ctxFor('coordinator'), f.caseId) })
  const { rows } = await t.owner.query<{ reason: string }>('select cancelled_reason as reason from meeting where municipality_id = $1 and id = $2 and cancelled_at is not null', [w.municipalityId, m.id])
  expect(rows).toEqual([{ reason: 'closed' }])
})
