import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { addDays, addMonths } from '#app/platform/time/plain-date.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aFamily, assign, aWorld, consent, insert, type World } from '#test/world.ts'
import { closeFamily } from './close-family.server.ts'
import { readExit } from './read-exit.server.ts'
import { packs } from './testing.ts'

let t: TestDatabase
let w: World
const today = new Date(Date.now() + 3_600_000).toISOString().slice(0, 10)
beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t)
  await packs(t, w)
})

const SECTORS = ['coordination', 'education', 'psychiatry', 'family-department'] as const
const thing = fc.record({
  kind: fc.constantFrom('assignment', 'consent', 'task', 'activity', 'sector-plan', 'agreement', 'legal-basis', 'inquiry', 'letter'),
  sector: fc.constantFrom(...SECTORS),
  visibility: fc.constantFrom('family', 'staff', 'private'),
  day: fc.integer({ min: -40, max: 60 }),
  ends: fc.boolean(),
  choice: fc.nat(5),
})
type Thing = typeof thing extends fc.Arbitrary<infer T> ? T : never

/** Writes one open thing as the owner, with dates anywhere around today. */
async function write(f: { caseId: number; people: { mette: number; ida: number } }, x: Thing): Promise<void> {
  const m = { municipality_id: w.municipalityId, case_id: f.caseId }
  const record = { ...m, sector: x.sector, category: x.sector === 'psychiatry' ? 'health' : 'plan', visibility: x.visibility, subjects: [f.people.ida], author_staff_id: w.staff.familyWorker }
  const [from, until] = [addDays(today, x.day), x.ends ? addDays(today, x.day + 30) : null]
  const world = { ...w, ...f, people: { ...f.people, jonas: 0 } }
  if (x.kind === 'assignment') await assign(t, w, f.caseId, 'jobcentre', { from, ...(until ? { until } : {}) })
  if (x.kind === 'consent') await consent(t, world, { subject: f.people.ida, from: [x.sector], to: ['education'], categories: ['plan'], validFrom: from, ...(until ? { validUntil: until } : {}) })
  if (x.kind === 'task') await insert(t, 'task', { ...m, ...(x.ends ? { for_role: 'project-manager' } : { for_staff: w.staff.teacher }), code: 'plan-draft', due: from, created_at: '2026-01-01' })
  if (x.kind === 'activity') await insert(t, 'activity', { ...record, what: 'Noget', rhythm: 'weekly', start_on: from, end_on: until, takes_part: [] })
  if (x.kind === 'sector-plan') await insert(t, 'sector_plan', { ...record, kind: 'childs-plan', law_area: 'child-act', paragraph: '§ 91', caseworker_staff_id: x.ends ? w.staff.familyWorker : null, rests_on_holistic: true, next_follow_up_on: from })
  if (x.kind === 'agreement') await insert(t, 'plan_terms', { ...record, next_on: from })
  if (x.kind === 'legal-basis')
    await insert(t, 'legal_basis', { ...m, subject_id: f.people.ida, paragraph: '§ 11 c', from_sectors: ['family-department'], to_sectors: ['education'], categories: ['education'], valid_from: from, valid_until: addDays(from, 20), reason: 'x',
      registered_by: w.staff.familyWorker, confirm_by: from })
  if (x.kind === 'inquiry') await insert(t, 'inquiry', { ...record, form: 'x', to_sector: 'education', recipient: 'Skolen', channel: 'phone', asks_category: 'education', questions: '[]', sent_on: from, reply_by: addDays(from, 5) })
  if (x.kind === 'letter') await insert(t, 'message', { ...m, person_id: f.people.mette, channel: 'letter', template: 'letter', locale: 'da', subject: 'x', body: Buffer.from('x'), key: `p${Math.random()}`, planned_at: '2026-01-01' })
}

/** Said again, each kind on its own: what of a case could still happen on a day, and has nobody's name. */
const naive = (caseId: number, day: string) => t.owner.query<{ what: string }>(
  `select 'helper ' || a.id as what from assignment a where a.case_id = $1 and a.valid_until is null
   union all select 'consent ' || c.id from consent c where c.case_id = $1 and (c.valid_until is null or c.valid_until > $2) and not exists (select from exit_item i where i.kind = 'consent' and i.ref = c.id and (i.staff_id is not null or i.name <> ''))
   union all select 'basis ' || l.id from legal_basis l where l.case_id = $1 and l.ended_at is null and l.valid_until > $2 and not exists (select from exit_item i where i.kind = 'legal-basis' and i.ref = l.id and i.staff_id is not null)
   union all select 'task ' || k.id from task k where k.case_id = $1 and k.done_at is null and k.for_staff is null
   union all select 'plan ' || p.id from sector_plan p where p.case_id = $1 and not exists (select from exit_item i join task k on k.for_staff = i.staff_id and k.case_id = $1 and k.due = i.due and k.done_at is null where i.kind = 'sector-plan' and i.ref = p.id)
     and not exists (select from exit_item i where i.kind = 'sector-plan' and i.ref = p.id and i.outcome = 'handed-over' and i.staff_id is not null)
   union all select 'activity ' || a.id from activity a where a.case_id = $1 and a.dropped_on is null and (a.end_on is null or a.end_on > $2) and not exists (select from exit_item i where i.kind = 'activity' and i.ref = a.id and (i.staff_id is not null or i.name <> ''))
   union all select 'agreement ' || p.id from plan_terms p where p.case_id = $1 and p.next_on > $2 and not exists (select from exit_item i where i.kind = 'agreement' and i.ref = p.id and i.staff_id is not null)
   union all select 'inquiry ' || q.id from inquiry q where q.case_id = $1 and q.cancelled_on is null and not exists (select from exit_item i where i.kind = 'inquiry' and i.ref = q.id and (i.staff_id is not null or i.name <> ''))
   union all select 'letter ' || x.id from message x where x.case_id = $1 and x.channel = 'letter' and x.sent_at is null and x.cancelled_at is null and not exists (select from exit_item i where i.kind = 'letter' and i.ref = x.id and i.staff_id is not null)`, [caseId, day])

test('PLAN-21, VIS-20: whatever is open in a family, after it has left nothing is without an end or a name, and its pages are readable until exactly the last day', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(thing, { maxLength: 14 }), fc.integer({ min: 0, max: 30 }), async (things, ago) => {
      await t.setNow(`${today}T11:00:00.000Z`)
      const f = await aFamily(t, w, { assigned: ['coordinator', 'teacher'] })
      for (const x of things) await write(f, x)
      const ctx = w.ctxFor('coordinator')
      const page = await readExit(ctx, { caseId: f.caseId })
      const decisions = page.open.map((o, i) => {
        const outcome = o.outcomes[(things[i % Math.max(things.length, 1)]?.choice ?? 0) % o.outcomes.length]!
        return { kind: o.kind, ref: o.ref, outcome, staffId: outcome === 'ends' ? '' : w.staff.familyWorker, name: '', due: '' }
      })
      await closeFamily(ctx, { caseId: f.caseId, reason: 'goals-reached', leftOn: addDays(today, -ago), saidBy: '', words: '', decisions })
      expect((await naive(f.caseId, today)).rows).toEqual([])
      const last = addMonths(today, 12)
      const there = async (day: string) => {
        await t.setNow(`${day}T20:00:00.000Z`)
        const member = await w.openSession('member', f.people.mette)
        return inTransaction(member, null, async (tx) => (await tx.selectFrom('family_case').select('id').where('id', '=', f.caseId).execute()).length)
      }
      expect([await there(last), await there(addDays(last, 1))]).toEqual([1, 0])
    }),
    { numRuns: 25 },
  )
})
