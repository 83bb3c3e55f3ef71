import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { applyShippedPack } from '#app/catalogue/testing.ts'
import { cprHash, sealCpr } from '#app/platform/cpr/cpr-column.server.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import type { Context } from '#app/platform/context.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aFamily, aWorld, type Family, insert, type World } from '#test/world.ts'
import { deadlines, inOrder, stateOf } from './concern.ts'

let t: TestDatabase
let w: World
let other: Family
const CPR = '6605170040'
beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t, { jonas: 'shared', assigned: ['coordinator', 'teacher', 'jobcentre'] })
  other = await aFamily(t, w, { name: 'Friis' })
  await applyShippedPack(t, 766, 'hedensted')
  await insert(t, 'person_cpr', { municipality_id: 766, case_id: w.caseId, sector: 'coordination', category: 'identity', visibility: 'family', subjects: [w.people.ida], ...sealCpr(766, CPR) })
})

type Staff = { roles: ('worker' | 'coordinator' | 'child-protection-duty' | 'child-protection-manager' | 'administrator')[]; ended: boolean; kept: 'no' | 'declared' | 'named' | 'ended' | 'member' | 'other-family'; glass: boolean }
type Report = { author: number; about: 'case' | 'cpr' | 'nobody-known' | 'other-cpr' }
const staff: fc.Arbitrary<Staff> = fc.record({
  roles: fc.subarray(['worker', 'coordinator', 'child-protection-duty', 'child-protection-manager', 'administrator'] as const, { minLength: 1 }).map((r) => [...r]),
  ended: fc.boolean(),
  kept: fc.constantFrom('no', 'no', 'declared', 'named', 'ended', 'member', 'other-family'),
  glass: fc.boolean(),
})
const report: fc.Arbitrary<Report> = fc.record({ author: fc.nat(2), about: fc.constantFrom('case', 'cpr', 'nobody-known', 'other-cpr') })

/** The rule as access.md says it: the writer while they work here; the child-protection roles, unless they are kept from the family it is about. */
function opens(actor: Staff, index: number, r: Report): boolean {
  if (actor.ended) return false
  if (r.author === index) return true
  const protecting = actor.roles.some((role) => role.startsWith('child-protection'))
  const aboutFamily = r.about === 'case' || r.about === 'cpr'
  return protecting && !(aboutFamily && ['declared', 'named', 'member'].includes(actor.kept))
}

let n = 0
async function makeStaff(s: Staff): Promise<{ id: number; ctx: Context }> {
  const m = { municipality_id: 766 }
  const id = await insert(t, 'staff', { ...m, username: `random${++n}`, name: `Random ${n}`, person_id: s.kept === 'member' ? w.people.jonas : null })
  for (const role of s.roles) await insert(t, 'post', { ...m, staff_id: id, department_id: w.departments['family-department'], role, valid_from: '2020-01-01', valid_until: s.ended ? '2021-01-01' : null })
  if (['declared', 'named', 'ended'].includes(s.kept))
    await insert(t, 'disqualification', { ...m, case_id: w.caseId, staff_id: id, kind: s.kept === 'named' ? 'named' : 'declared', valid_from: '2020-01-01', ended_at: s.kept === 'ended' ? '2021-01-01' : null })
  if (s.kept === 'other-family') await insert(t, 'disqualification', { ...m, case_id: other.caseId, staff_id: id, kind: 'declared', valid_from: '2020-01-01' })
  // whoever holds a grant of break-glass, or works with the family, sees no more for it
  if (s.glass) await insert(t, 'break_glass', { ...m, case_id: w.caseId, staff_id: id, reason: 'Noget haster her', granted_at: new Date(Date.now() - 60_000).toISOString(), until: new Date(Date.now() + 3_600_000).toISOString() })
  else await insert(t, 'assignment', { ...m, case_id: w.caseId, staff_id: id, role: 'family-caseworker', sector: 'family-department', valid_from: '2020-01-01' })
  return { id, ctx: await w.openSession('staff', id) }
}
async function makeReport(r: Report, authors: readonly number[]): Promise<number> {
  const m = { municipality_id: 766 }
  const id = await insert(t, 'concern', { ...m, author_staff_id: authors[r.author], danger: false, content: Buffer.from('x'), content_key: `k${++n}`, reported_at: new Date().toISOString(), assess_by: new Date(Date.now() + 9e7).toISOString(),
    remind_at: new Date(Date.now() + 8e7).toISOString(), receipt_by: '2030-01-01' })
  if (r.about === 'case') await insert(t, 'concern_child', { ...m, concern_id: id, case_id: w.caseId, person_id: w.people.ida })
  if (r.about === 'cpr') await insert(t, 'concern_child', { ...m, concern_id: id, cpr_hash: cprHash(CPR) })
  if (r.about === 'other-cpr') await insert(t, 'concern_child', { ...m, concern_id: id, cpr_hash: cprHash('6605170059') })
  return id
}

test('access category concern: over random staff and reports, the database opens exactly what the rule says, in every one of its tables', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(staff, { minLength: 3, maxLength: 4 }), fc.array(report, { minLength: 1, maxLength: 4 }), async (people, reports) => {
      const made = []
      for (const s of people) made.push(await makeStaff(s))
      const ids: number[] = []
      for (const r of reports) ids.push(await makeReport(r, made.map((p) => p.id)))
      for (const id of ids) await insert(t, 'concern_addition', { municipality_id: 766, concern_id: id, author_staff_id: made[0]!.id, content: Buffer.from('x'), content_key: `a${++n}`, added_at: new Date().toISOString() })
      for (const [i, person] of made.entries()) {
        const should = ids.filter((_, k) => opens(people[i]!, i, reports[k]!))
        const seen = await inTransaction(person.ctx, null, async (tx) => ({
          concern: (await sql<{ id: number }>`select id from concern where id = any (${ids}::bigint[]) order by id`.execute(tx)).rows.map((x) => Number(x.id)),
          addition: (await sql<{ id: number }>`select concern_id as id from concern_addition where concern_id = any (${ids}::bigint[]) order by 1`.execute(tx)).rows.map((x) => Number(x.id)),
          mails: (await sql<{ id: number }>`select x.id from unnest(${ids}::bigint[]) x(id), access.concern_mails(x.id) y`.execute(tx)).rows.map((x) => Number(x.id)),
        }))
        expect(seen, JSON.stringify({ who: people[i], reports })).toEqual({ concern: should, addition: should, mails: [] })
      }
    }),
    { numRuns: 40 },
  )
}, 180_000)

test('the clocks: 24 hours to the minute, also when the clock is changed; the receipt in six working days, holidays not counted', () => {
  const clocks = { assessHours: 24, remindBeforeHours: 4, receiptWorkingDays: 6 }
  fc.assert(
    fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }), (at) => {
      const due = deadlines(at.toISOString(), clocks)
      expect(Date.parse(due.assessBy) - at.getTime()).toBe(24 * 3_600_000)
      expect(Date.parse(due.remindAt) - at.getTime()).toBe(20 * 3_600_000)
      expect(due.receiptBy > at.toISOString().slice(0, 10)).toBe(true)
    }),
  )
  expect(deadlines('2026-11-20T09:32:00Z', clocks)).toEqual({ assessBy: '2026-11-21T09:32:00.000Z', remindAt: '2026-11-21T05:32:00.000Z', receiptBy: '2026-11-30' })
  expect(deadlines('2026-12-22T09:00:00Z', clocks).receiptBy).toBe('2026-12-31')
})

test('what waits stands first and nothing is lost in the order', () => {
  const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }).map((d) => d.toISOString())
  const one = fc.record({ id: fc.nat(), assessBy: instant, assessedAt: fc.option(instant), receiptAt: fc.option(instant), receiptBy: fc.constant('2026-06-01') })
  fc.assert(
    fc.property(fc.array(one), instant, (list, now) => {
      const ordered = inOrder(list, now)
      expect(ordered.map((c) => c.id).sort()).toEqual(list.map((c) => c.id).sort())
      const places = ordered.map((c) => ['overdue', 'to-assess', 'receipt-missing', 'done'].indexOf(stateOf(c, now)))
      expect(places).toEqual([...places].sort((a, b) => a - b))
    }),
  )
})
