import { applyShippedPack } from '#app/intake/testing.ts'
import type { Context } from '#app/platform/context.ts'
import type { TestDatabase } from '#test/database.ts'
import { aFamily, consent, type Family, insert, type World } from '#test/world.ts'
import { readExit } from './read-exit.server.ts'

/** For tests: a family with one of each thing that can be open. Returns the ids by name. */
export async function anOpenFamily(t: TestDatabase, w: World): Promise<Family & { open: Record<string, number> }> {
  const f = await aFamily(t, w, { assigned: ['coordinator', 'teacher', 'familyWorker'], jonas: 'shared' })
  const m = { municipality_id: w.municipalityId, case_id: f.caseId }
  const world = { ...w, ...f }
  const about = [f.people.ida, f.people.mette].toSorted((a, b) => a - b)
  const plan = { ...m, sector: 'coordination', category: 'plan', visibility: 'family', author_staff_id: w.staff.coordinator }
  const open = {
    consent: await consent(t, world, { subject: f.people.ida, from: ['coordination'], to: ['education'], categories: ['plan'], signers: [f.people.mette, f.people.jonas] }),
    metteConsent: await consent(t, world, { subject: f.people.mette, from: ['coordination'], to: ['education'], categories: ['plan'] }),
    kept: await consent(t, world, { subject: f.people.ida, from: ['health'], to: ['education'], categories: ['health'], signers: [f.people.mette, f.people.jonas] }),
    task: await insert(t, 'task', { ...m, for_role: 'coordinator', code: 'plan-draft', due: '2026-12-01', created_at: '2026-01-01' }),
    goal: await insert(t, 'goal', { ...plan, subjects: [f.people.ida], title: 'Ida kommer glad i skole', kind: 'own', level: 1 }),
    activity: await insert(t, 'activity', { ...plan, subjects: about, what: 'Svømning hver onsdag', rhythm: 'weekly', weekdays: [3], start_on: '2026-01-05', takes_part: about }),
    metteActivity: await insert(t, 'activity', { ...plan, subjects: [f.people.mette], what: 'Praktik i bageriet', rhythm: 'weekly', weekdays: [1], start_on: '2026-01-05', takes_part: [f.people.mette] }),
    hidden: await insert(t, 'activity', { ...plan, sector: 'psychiatry', category: 'health', author_staff_id: w.staff.healthVisitor, subjects: [f.people.mette], what: 'Samtaler', rhythm: 'weekly', takes_part: [f.people.mette] }),
    sectorPlan: await insert(t, 'sector_plan', { ...plan, sector: 'family-department', author_staff_id: w.staff.familyWorker, subjects: [f.people.ida], kind: 'childs-plan', law_area: 'child-act', paragraph: 'Barnets lov § 91',
      caseworker_staff_id: w.staff.familyWorker, rests_on_holistic: true }),
  }
  return { ...f, open }
}

export const packs = (t: TestDatabase, w: World, code = 'hedensted') => applyShippedPack(t, w.municipalityId, code)

/** For tests: every open thing as the page proposes it; what wants a thought ends. */
export async function asProposed(ctx: Context, caseId: number): Promise<{ kind: string; ref: number; outcome: string; staffId: number | string; name: string; due: string }[]> {
  const page = await readExit(ctx, { caseId })
  return page.open.map((o) => ({ kind: o.kind, ref: o.ref, outcome: o.proposed?.outcome ?? 'ends', staffId: o.proposed?.staffId ?? '', name: o.proposed?.name ?? '', due: '' }))
}
