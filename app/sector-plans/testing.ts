import { beforeAll, beforeEach } from 'vitest'
import { applyShippedPack } from '#app/intake/testing.ts'
import { addGoal } from '#app/plan/add-goal.server.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { addDays, addYears } from '#app/platform/time/plain-date.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aFamily, assign, auditRows, aWorld, consent, insert, type World } from '#test/world.ts'
import { addSectorPlan } from './add-sector-plan.server.ts'

/** A municipality with its pack, a family with two children for each test, helpers of four sectors, a neighbour. */
export function sectorPlanWorld() {
  let t: TestDatabase
  let world: World
  let other: World
  let w: World
  let oliver = 0
  beforeAll(async () => {
    setKeys(testKeys())
    t = await createTestDatabase()
    world = await aWorld(t)
    other = await aWorld(t, { municipality: 787 })
    await applyShippedPack(t, world.municipalityId, 'hedensted')
  })
  beforeEach(async () => {
    const family = await aFamily(t, world, { assigned: ['coordinator', 'teacher', 'jobcentre', 'familyWorker'] })
    const member = await world.openSession('member', family.people.mette)
    w = { ...world, ...family, ctxFor: (name) => (name === 'mette' ? member : world.ctxFor(name)) }
    oliver = await aChild(t, w, 'Oliver', 4)
  })
  const statedByFamilyDepartment = {
    statedName: 'Sofie Lund',
    statedSector: 'family-department',
    statedOn: '2026-11-03',
    statedChannel: 'phone',
  }
  const childsPlan = (over = {}) =>
    addSectorPlan(w.ctxFor('coordinator'), {
      caseId: w.caseId,
      kind: 'childs-plan',
      subjects: [w.people.ida, oliver],
      decidedOn: '2026-10-01',
      validFrom: '2026-10-01',
      ...statedByFamilyDepartment,
      ...over,
    })
  const myPlan = (over = {}) =>
    addSectorPlan(w.ctxFor('jobcentre'), {
      caseId: w.caseId,
      kind: 'my-plan',
      subjects: [w.people.mette],
      decidedOn: '2026-09-01',
      validFrom: '2026-09-01',
      ...over,
    })
  const yes = (subject: number, from: string, to: string, categories = ['plan'], template?: string) =>
    consent(t, w, { subject, from: [from], to: [to], categories }).then(async (id) => {
      if (template) await t.owner.query('update consent set template = $2 where id = $1', [id, template])
      return id
    })
  const goal = (over = {}) =>
    addGoal(w.ctxFor('coordinator'), { caseId: w.caseId, title: 'Ida kommer glad i skole', subjects: [w.people.ida], ...over })
  const mine = (event: string) => auditRows(t, event).then((rows) => rows.filter((r) => r.case_id === w.caseId))
  return {
    get t() {
      return t
    },
    get w() {
      return w
    },
    get other() {
      return other
    },
    get oliver() {
      return oliver
    },
    childsPlan,
    myPlan,
    yes,
    goal,
    mine,
    assign: (who: Parameters<typeof assign>[3]) => assign(t, w, w.caseId, who),
  }
}

/** One more child in the household, in Mette's custody. */
async function aChild(t: TestDatabase, w: World, first_name: string, age: number): Promise<number> {
  const m = { municipality_id: w.municipalityId }
  const since = { ...m, valid_from: '2020-01-01' }
  const born = addDays(addYears(new Date().toISOString().slice(0, 10), -age), -100)
  const id = await insert(t, 'person', { ...m, first_name, last_name: 'Sørensen', born })
  await insert(t, 'case_person', { ...since, case_id: w.caseId, person_id: id, role: 'family' })
  await insert(t, 'household_member', { ...since, household_id: w.householdId, case_id: w.caseId, person_id: id })
  await insert(t, 'custody', { ...since, child_id: id, holder_id: w.people.mette })
  return id
}

/** The bytes of a small whole PDF. */
export const aPdf = (text = 'Handleplan'): Uint8Array =>
  new TextEncoder().encode(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% ${text}\nxref\n0 1\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n`)
