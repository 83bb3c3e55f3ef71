import fc from 'fast-check'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { addMonths } from '#app/platform/time/plain-date.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aHome, aWorld, insert, type World } from '#test/world.ts'
import { rankOf, type Registered, type Standing, standingOf, type Sums, sumsOf } from './standing.ts'

/*
 * PROG-33, design 5: the national sums, kept up to date by each change itself, are exactly what a recount gives: of the database's own, and of the rule in TypeScript, after
 * every step of random sequences of registrations, corrections, moved intakes, exits, deaths and moves.
 */
let t: TestDatabase
let world: World
let elsewhere: number
let homes: World[] = []
const start = '2024-01-01'
const indicators = ['child-health', 'parent-in-work']
beforeAll(async () => {
  t = await createTestDatabase()
  world = await aWorld(t)
  elsewhere = await insert(t, 'project', { municipality_id: 766, code: 'other', name: 'Et andet', pack: 'hedensted', valid_from: start })
})
beforeEach(async () => {
  homes = [await aHome(t, world), await aHome(t, world)]
  await t.owner.query('update referral set intake_on = $1', ['2024-01-10'])
})

const month = fc.integer({ min: -1, max: 14 }).map((n) => addMonths(start, n))
const at = fc.record({ home: fc.nat(1), ida: fc.boolean(), indicator: fc.constantFrom(...indicators) })
type Answer = { number: number | null; choice: string | null }
const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({ number: fc.constantFrom(0, 0.5, 1, 2, 3, 33.3, 92.5), choice: fc.constant(null) }),
  fc.record({ number: fc.constant(null), choice: fc.constantFrom('no', 'partly', 'yes', 'kept', 'ffb-not-assessed') }),
)
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('register' as const), rows: fc.array(fc.record({ at, month, answer, carried: fc.boolean() }), { minLength: 1, maxLength: 6 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('correct' as const), pick: fc.nat(), answer, carried: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), pick: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('intake' as const), home: fc.nat(1), on: fc.option(month, { nil: null }), again: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('close' as const), home: fc.nat(1), on: month }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reopen' as const), home: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('death' as const), home: fc.nat(1), on: fc.option(month, { nil: null }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), home: fc.nat(1), on: fc.option(month, { nil: null }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('project' as const), home: fc.nat(1), other: fc.boolean() }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never
const mid = (m: string) => `${m.slice(0, 8)}15`

async function take(s: Step): Promise<void> {
  const home = 'home' in s ? homes[s.home]! : homes[0]!
  const key = [766, home.caseId]
  switch (s.do) {
    case 'register':
      return register(s.rows)
    case 'correct':
    case 'delete':
      return change(s)
    case 'intake':
      if (s.again) await insert(t, 'referral', { municipality_id: 766, case_id: home.caseId, referred_by: world.staff.familyWorker, sector: 'family-department', referred_at: start, yes_on: start, yes_form: 'spoken', reason: 'x', decided_at: start, decision: 'accepted', intake_on: s.on })
      else await t.owner.query("update referral set intake_on = $3, decision = case when $3::date is null then 'waiting' else 'accepted' end where municipality_id = $1 and case_id = $2", [...key, s.on && mid(s.on)])
      return
    case 'close':
      await insert(t, 'closure', { municipality_id: 766, case_id: home.caseId, closed_at: `${mid(s.on)}T10:00Z`, reason: 'moved', left_on: s.on })
      return
    case 'reopen':
      await t.owner.query('update closure set reopened_at = closed_at where municipality_id = $1 and case_id = $2', key)
      return
    case 'death':
      await t.owner.query('update person set died = $1 where municipality_id = 766 and id = $2', [s.on && mid(s.on), home.people.ida])
      return
    case 'leave':
      await t.owner.query('update case_person set valid_until = $3 where municipality_id = $1 and case_id = $2', [...key, s.on && mid(s.on)])
      return
    case 'project':
      await t.owner.query('update family_case set project_id = $3 where municipality_id = $1 and id = $2', [...key, s.other ? elsewhere : world.projectId])
  }
}

/** A value every other month of each member and indicator. */
const filled = [0, 1].flatMap((home) => [true, false].flatMap((ida) => indicators.flatMap((indicator) =>
  Array.from({ length: 7 }, (_, i) => ({ at: { home, ida, indicator }, month: addMonths(start, 2 * i), answer: { number: (i * 7 + home) % 4, choice: null }, carried: false })))))

/** Several rows of one statement, of the places that are free. */
async function register(rows: Extract<Step, { do: 'register' }>['rows']): Promise<void> {
  const places = rows.map((r) => ({ ...r, home: homes[r.at.home]!, person: homes[r.at.home]!.people[r.at.ida ? 'ida' : 'mette'] }))
  const once = [...new Map(places.map((p) => [`${p.person} ${p.at.indicator} ${p.month}`, p])).values()]
  const json = once.map((p) => ({
    municipality_id: 766, case_id: p.home.caseId, person_id: p.person, indicator: p.at.indicator, month: p.month, ...p.answer,
    how: p.carried ? 'carried' : 'judged', judged_month: p.carried ? addMonths(p.month, -1) : p.month, author_staff_id: world.staff.coordinator,
  }))
  await t.owner.query(
    `insert into progression_value (municipality_id, case_id, person_id, indicator, month, number, choice, how, judged_month, author_staff_id, sector, category, visibility, subjects)
    select x.municipality_id, x.case_id, x.person_id, x.indicator, x.month, x.number, x.choice, x.how, x.judged_month, x.author_staff_id, 'coordination', 'progression', 'family', array[x.person_id]
    from jsonb_populate_recordset(null::progression_value, $1) x where not exists (select from progression_value v where v.municipality_id = 766 and v.person_id = x.person_id
      and v.indicator = x.indicator and v.month = x.month and v.replaced_by is null)`, [JSON.stringify(json)])
}
async function change(s: Extract<Step, { do: 'correct' | 'delete' }>): Promise<void> {
  const { rows } = await t.owner.query<{ id: number }>('select id::int from progression_value where replaced_by is null and replaces is null and case_id = any ($1) order by id', [homes.map((h) => h.caseId)])
  const id = rows[s.pick % Math.max(1, rows.length)]?.id
  if (id === undefined) return
  if (s.do === 'delete') return void (await t.owner.query('delete from progression_value where municipality_id = 766 and id = $1', [id]))
  await t.owner.query(
    `insert into progression_value (municipality_id, case_id, person_id, indicator, month, number, choice, how, judged_month, author_staff_id, sector, category, visibility, subjects, replaces)
    select v.municipality_id, v.case_id, v.person_id, v.indicator, v.month, $2, $3, $4, case when $4 = 'carried' then (v.month - interval '1 month')::date else v.month end, v.author_staff_id, v.sector, v.category, v.visibility, v.subjects, v.id
    from progression_value v where v.municipality_id = 766 and v.id = $1`, [id, s.answer.number, s.answer.choice, s.carried ? 'carried' : 'judged'])
}

/** Rows that the kept sums and a recount do not share. */
async function drift(): Promise<unknown[]> {
  const { rows } = await t.owner.query(`
    with again as (select array(select s from access.standing_of(766, null, null, null) s) as series),
      sums as (select x.* from again cross join lateral access.sums_of(again.series, 1) x), began as (select x.* from again cross join lateral access.begun_of(again.series, 1) x),
      series as (select x.* from again cross join lateral unnest(again.series) x)
    select 'sums' as which, to_jsonb(x) as row from ((table progression_rollup except table sums) union all (table sums except table progression_rollup)) x
    union all select 'begun', to_jsonb(x) from ((table progression_begun except table began) union all (table began except table progression_begun)) x
    union all select 'series', to_jsonb(x) from ((table progression_standing except table series) union all (table series except table progression_standing)) x`)
  return rows
}

/** The sums as the rule in TypeScript counts them from the raw rows. */
async function byTheRule(): Promise<unknown> {
  const { rows } = await t.owner.query<{ project: number; indicator: string; intake: string | null; last: string | null; values: { id: number; month: string; number: number | null; choice: string | null; how: string; replaced_by: number | null }[] }>(`
    select c.project_id::int as project, v.indicator, jsonb_agg(to_jsonb(v)) as values,
      (select date_trunc('month', coalesce(r.intake_on, access.day(r.decided_at)))::date::text from referral r where r.case_id = c.id and r.decision = 'accepted' order by r.id desc limit 1) as intake,
      date_trunc('month', least((select max(k.left_on) from closure k where k.case_id = c.id and k.reopened_at is null), p.died, (select nullif(max(coalesce(x.valid_until, 'infinity')), 'infinity') from case_person x where x.case_id = c.id and x.person_id = p.id)))::date::text as last
    from progression_value v join family_case c on c.id = v.case_id join person p on p.id = v.person_id group by c.id, c.project_id, p.id, p.died, v.indicator`)
  const series = rows.flatMap((r): { key: string; standing: Standing }[] => {
    const values = r.values.map((v): Registered => ({ id: v.id, month: v.month, amount: v.number ?? rankOf(v.choice ?? ''), carried: v.how === 'carried', replaced: v.replaced_by !== null }))
    const standing = standingOf(values, { intakeMonth: r.intake, lastMonth: r.last })
    return standing ? [{ key: `${r.project} ${r.indicator}`, standing }] : []
  })
  return flat([...Map.groupBy(series, (s) => s.key)].flatMap(([key, list]) => [...sumsOf(list.map((s) => s.standing))].map(([m, s]) => [`${key} ${m}`, s])))
}
const flat = (rows: [string, Sums][]) => Object.fromEntries(rows.toSorted(([a], [b]) => a.localeCompare(b)).map(([k, s]) => [k, Object.values(s).map((n) => Math.round(n * 1e6) / 1e6)]))
async function kept(): Promise<unknown> {
  const { rows } = await t.owner.query<{ key: string } & Record<string, string>>("select project_id || ' ' || indicator || ' ' || month as key, * from progression_rollup")
  return flat(rows.map((r) => [r.key, { n: Number(r['n']), up: Number(r['up']), down: Number(r['down']), aboveZero: Number(r['above_zero']), amountSum: Number(r['amount_sum']), changeSum: Number(r['change_sum']), changeSquares: Number(r['change_squares']), late: Number(r['late']) }]))
}

test('property: sums kept by the change itself equal a recount after every step', { timeout: 180_000 }, async () => {
  let counted = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      homes = [await aHome(t, world), await aHome(t, world)]
      await t.owner.query('update referral set intake_on = $1 where case_id = any ($2)', ['2024-01-10', homes.map((h) => h.caseId)])
      await register(filled) // so that whatever moves afterwards moves something
      for (const one of steps) {
        await take(one)
        expect(await drift()).toEqual([])
      }
      expect(await kept()).toEqual(await byTheRule())
      counted += Number((await t.owner.query('select coalesce(sum(n), 0) as n from progression_rollup')).rows[0].n)
    }),
    { numRuns: 30 },
  )
  expect(counted).toBeGreaterThan(100) // something was counted
  const before = await kept()
  await t.owner.query('select access.recount_progression()')
  expect(await kept()).toEqual(before)
})
