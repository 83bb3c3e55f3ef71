import { beforeAll, describe, expect, test } from 'vitest'
import { NotFound } from '#app/platform/context.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { registerSpell } from '#app/spells/register-spell.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { assign, auditRows, aWorld, consent, insert, type StaffName, type World } from '#test/world.ts'
import { readTimeline } from './read-timeline.server.ts'

let t: TestDatabase
let w: World
let other: World
const today = new Date().toISOString().slice(0, 10)
beforeAll(async () => {
  t = await createTestDatabase()
  w = await aWorld(t, { jonas: 'shared' })
  other = await aWorld(t, { municipality: 787 })
  const c = w.ctxFor('coordinator')
  await registerSpell(c, { caseId: w.caseId, personId: w.people.ida, kind: 'school', what: '3. klasse', place: 'Skolen ved åen', from: '2025-08-11' })
  await registerSpell(c, { caseId: w.caseId, personId: w.people.mette, kind: 'leisure-activity', what: 'Kor', from: '2024-01-01', until: '2024-12-31' })
  await assign(t, w, w.caseId, 'coordinator2', { from: '2024-05-01', until: '2024-08-31' })
  const old = await insert(t, 'household', { municipality_id: w.municipalityId, case_id: w.caseId, name: 'Vestergade', valid_from: '2018-01-01', valid_until: '2019-12-31' })
  await insert(t, 'household_member', { municipality_id: w.municipalityId, household_id: old, case_id: w.caseId, person_id: w.people.ida, valid_from: '2018-01-01', valid_until: '2019-12-31' })
})
const read = (who: StaffName | 'mette' | 'jonas') => readTimeline(w.ctxFor(who), { caseId: w.caseId })
const lane = async (who: Parameters<typeof read>[0], id: number | null) => (await read(who)).lanes.find((l) => l.id === id)
const labels = (bars: readonly { label: string }[] | undefined) => bars?.map((b) => b.label)

describe('what the time line is read from', () => {
  test('IT-13: homes, school and leisure in the lane of each; referral, answer and coordinators in the lane of the family', async () => {
    expect(labels((await lane('coordinator', w.people.ida))?.bars)).toEqual(['Vestergade', 'Mette', '3. klasse, Skolen ved åen'])
    expect(labels((await lane('coordinator', w.people.mette))?.bars)).toEqual(['Mette', 'Kor'])
    const family = await lane('coordinator', null)
    expect(family?.bars).toMatchObject([
      { label: 'Anna Holm, koordinator', to: null },
      { label: 'Peter Bak, sekundær', from: '2024-05-01', to: '2024-08-31' },
    ])
    expect(labels(family?.marks)).toEqual(['Henvist', 'Fik en plads'])
  })
  test('UDR-16: everybody of the family has a lane, the parent who lives elsewhere last', async () => {
    expect((await read('coordinator')).lanes.map((l) => l.id)).toEqual([null, w.people.mette, w.people.ida, w.people.jonas])
  })
  test('CON-02: consents given on one day are one mark, with their number', async () => {
    const day = addDays(today, -30)
    for (const subject of [w.people.mette, w.people.ida])
      await consent(t, w, { subject, from: ['coordination'], to: ['education'], categories: ['plan'], signers: [w.people.mette, w.people.jonas], validFrom: day })
    expect((await lane('coordinator', null))?.marks).toContainEqual({ kind: 'consent', label: '2 samtykker', on: day, count: 2 })
  })
  test('IT-13: nobody sees more on the time line than elsewhere', async () => {
    expect(labels((await lane('teacher', w.people.ida))?.bars)).toEqual(['Vestergade', 'Mette'])
    expect(await lane('teacher', w.people.jonas)).toBeUndefined()
    expect(await lane('jonas', w.people.mette)).toBeUndefined()
    expect(labels((await lane('jonas', w.people.ida))?.bars)).toEqual(['3. klasse, Skolen ved åen'])
    await expect(readTimeline(other.ctxFor('coordinator'), { caseId: w.caseId })).rejects.toThrow(NotFound)
    await expect(read('jobcentre')).rejects.toThrow(NotFound)
  })
  test('IT-13: looking at it is in the log, a row for the family and one for the parent elsewhere', async () => {
    await read('coordinator')
    const rows = (await auditRows(t, 'timeline.read')).filter((r) => r.outcome === 'done' && r.actor_id === w.staff.coordinator)
    expect(rows.slice(-2).map((r) => r.person_ids)).toEqual([[w.people.mette, w.people.ida], [w.people.jonas]])
    expect((await auditRows(t, 'timeline.read')).filter((r) => r.outcome === 'refused').length).toBeGreaterThan(0)
  })
})
