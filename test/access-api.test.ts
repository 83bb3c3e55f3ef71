import { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { api } from '#app/api.ts'
import { canRead } from '#app/consent/access.ts'
import type { AccessRecord, Actor, World } from '#app/consent/world.ts'
import { testKeys, setKeys } from '#app/platform/crypto/keys.server.ts'
import type { Context } from '#app/platform/context.ts'
import { seedDemo } from '../seed/demo.ts'
import { seedSynthetic } from '../seed/synthetic.ts'
import { signedIn } from '../seed/testing.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'

/*
 * What the API gives is what the pure function says: the demo and invented municipalities are read back as a world, and every member of staff and
 * every family member asks for plans through the API.
 */
let t: TestDatabase
beforeAll(async () => {
  t = await createTestDatabase()
  setKeys(testKeys())
  await seedDemo(t.ownerUrl, testKeys())
  const today = (await t.owner.query<{ d: string }>('select access.day(access.now())::text as d')).rows[0]!.d
  for (const random of [7, 8]) await seedSynthetic(t.owner, { municipalities: 1, families: 12, months: 18, random, today }, () => {})
}, 240_000)

const TABLES = ['law_age', 'signer_rule', 'consent_duration', 'pack_role', 'person', 'staff', 'post', 'project_role', 'family_case', 'case_person', 'household', 'household_member', 'custody', 'assignment',
  'referral', 'closure', 'disqualification', 'break_glass', 'reasoned_opening', 'shield', 'address_protection', 'consent', 'consent_signer', 'legal_basis'] as const
type PlanRecord = AccessRecord & { id: number; gone: boolean }

/** The rows as the database holds them; instants in the one form whose text order is the order of time. */
async function rows<T>(statement: string): Promise<T[]> {
  const { rows: found } = await t.owner.query<{ row: Record<string, unknown> }>(statement)
  const instant = (v: unknown) => (typeof v === 'string' && /^\d{4}-\d\d-\d\dT/.test(v) ? new Date(v).toISOString() : v)
  return found.map((r) => Object.fromEntries(Object.entries(r.row).map(([k, v]) => [k, instant(v)])) as T)
}

async function readWorld(): Promise<World> {
  const entries: [string, unknown[]][] = []
  for (const table of TABLES) entries.push([table, await rows(`select to_jsonb(x) as row from ${table} x`)])
  return Object.fromEntries(entries) as World
}

function asking(ctx: Context) {
  const app = new Hono<{ Variables: { signedIn: { ctx: Context } } }>()
  app.use(async (c, next) => {
    c.set('signedIn', { ctx })
    await next()
  })
  return app.route('/', api)
}

test('CON-04: every actor gets through the API exactly the parts of each plan that the pure function opens', async () => {
  const world = await readWorld()
  const read = (table: string) =>
    rows<PlanRecord>(`select to_jsonb(x) || jsonb_build_object('gone', x.replaced_by is not null or x.dropped_on is not null) as row from ${table} x`)
  const never = (table: string) => rows<PlanRecord>(`select to_jsonb(x) || jsonb_build_object('gone', x.replaced_by is not null) as row from ${table} x`)
  const records = {
    hope: await read('hope'), goal: await read('goal'), activity: await read('activity'), plan_terms: await never('plan_terms'), measure_decision: await never('measure_decision'),
    sector_plan: await read('sector_plan'),
    situation_note: await read('situation_note'), situation_scale: await never('situation_scale'), assessment_form: await never('assessment_form'), method_choice: await never('method_choice'),
  }
  const actors: Actor[] = [...world.staff.map((s) => ({ kind: 'staff' as const, municipality_id: s.municipality_id, id: s.id })),
    ...world.case_person.map((p) => ({ kind: 'member' as const, municipality_id: p.municipality_id, id: p.person_id }))].filter((a) => a.municipality_id !== 0)
  const differences: unknown[] = []
  let compared = 0
  let seen = 0
  for (const [i, actor] of actors.entries()) {
    const app = asking(await signedIn(t, { m: actor.municipality_id, kind: actor.kind, id: actor.id }))
    const reached = world.family_case.filter((c) => c.municipality_id === actor.municipality_id && (world.assignment.some((a) => a.case_id === c.id && a.staff_id === actor.id && actor.kind === 'staff')
      || (actor.kind === 'member' && world.case_person.some((p) => p.case_id === c.id && p.person_id === actor.id)) || c.id % 7 === i % 7))
    for (const c of reached.slice(0, 4)) {
      const answer = await app.request(`/cases/${c.id}/plan`)
      const at = new Date().toISOString()
      const body = answer.status === 200 ? ((await answer.json()) as Record<string, { id: number }[]>) : { hopes: [], goals: [], activities: [], terms: [], decisions: [] }
      const sectorPlans = await app.request(`/cases/${c.id}/sector-plans`)
      const plans = sectorPlans.status === 200 ? ((await sectorPlans.json()) as { plans: { id: number }[] }).plans : []
      const situation = await app.request(`/cases/${c.id}/situation`)
      const today = situation.status === 200 ? ((await situation.json()) as Record<string, { id: number }[]>) : {}
      for (const [table, list] of [
        ['situation_note', today['notes']], ['situation_scale', today['scales']], ['assessment_form', today['forms']], ['method_choice', today['methods']],
        ['sector_plan', plans],
        ['hope', body['hopes']], ['goal', body['goals']], ['activity', body['activities']], ['plan_terms', body['terms']], ['measure_decision', body['decisions']],
      ] as const) {
        const should = records[table].filter((r) => r.municipality_id === c.municipality_id && r.case_id === c.id && !r.gone && canRead(world, actor, r, at)).map((r) => r.id).sort((a, b) => a - b)
        const got = (list ?? []).map((r) => r.id).sort((a, b) => a - b)
        compared++
        seen += got.length
        if (should.join() !== got.join()) differences.push({ actor, case: c.id, table, status: answer.status, should, got })
      }
    }
  }
  expect(differences).toEqual([])
  expect(compared).toBeGreaterThan(500)
  expect(seen).toBeGreaterThan(300)
}, 240_000)
