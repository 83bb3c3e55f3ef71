import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { applyShippedPack } from '#app/intake/testing.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aFamily, aWorld, type World } from '#test/world.ts'
import { appointCoordinator, endAssignment } from './appoint-coordinator.server.ts'
import { planHandover, takeBackHandover } from './plan-handover.server.ts'
import { startSubstitute } from './substitutes.server.ts'

let t: TestDatabase
let w: World
const today = new Date().toISOString().slice(0, 10)
beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t, { assigned: [] })
  await applyShippedPack(t, 766, 'hedensted')
})

const step = fc.record({
  kind: fc.constantFrom('appoint', 'handover', 'handover', 'back', 'substitute', 'end'),
  who: fc.constantFrom('coordinator', 'coordinator2', 'jobcentre', 'healthVisitor'),
  on: fc.integer({ min: -2, max: 25 }),
  length: fc.integer({ min: 0, max: 12 }),
  pick: fc.nat(6),
})

test('KOO-07: whatever the verbs do in the database, in any order, every day has exactly one primary coordinator', async () => {
  const manager = w.ctxFor('projectManager')
  const counts = { done: 0, refused: 0 }
  for (const steps of fc.sample(fc.array(step, { minLength: 6, maxLength: 10 }), { numRuns: 12, seed: 7 })) {
    const { caseId } = await aFamily(t, w, { assigned: [] })
    await appointCoordinator(manager, { caseId, staffId: w.staff.coordinator, as: 'primary', from: today })
    const handovers: number[] = []
    for (const s of steps) {
      const staffId = w.staff[s.who as 'coordinator']
      const from = addDays(today, s.on)
      const act = async (): Promise<unknown> => {
        if (s.kind === 'appoint') return appointCoordinator(manager, { caseId, staffId, as: 'primary', from })
        if (s.kind === 'substitute') return startSubstitute(manager, { caseId, staffId, from, until: addDays(from, s.length) })
        if (s.kind === 'back') return takeBackHandover(manager, { caseId, handoverId: handovers.at(-1) ?? 1 })
        if (s.kind === 'handover') {
          const { handoverId } = await planHandover(manager, { caseId, toStaffId: staffId, takesOverOn: from, reason: 'new-job' })
          return handovers.push(handoverId)
        }
        const { rows } = await t.owner.query<{ id: string }>('select id from assignment where case_id = $1 order by id', [caseId])
        return endAssignment(manager, { caseId, assignmentId: rows[s.pick % rows.length]?.id, until: from })
      }
      const refused = await act().then(
        () => false,
        (e: unknown) => {
          if (e instanceof Invalid || e instanceof Conflict || e instanceof NotFound || e instanceof Forbidden) return true
          throw e
        },
      )
      counts[refused ? 'refused' : 'done']++
    }
    const { rows } = await t.owner.query<{ day: string; n: number }>(
      `select d::date::text as day, (select count(*)::int from assignment a where a.case_id = $1 and a.role = 'coordinator'
        and a.valid_from <= d::date and (a.valid_until is null or a.valid_until >= d::date)) as n
       from generate_series($2::date, $2::date + 60, interval '1 day') d`,
      [caseId, today],
    )
    expect(rows.filter((row) => row.n !== 1)).toEqual([])
  }
  expect(counts.done).toBeGreaterThan(15)
  expect(counts.refused).toBeGreaterThan(15)
}, 120_000)
