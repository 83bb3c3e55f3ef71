import { z } from 'zod'
import { inForce } from '#app/catalogue/pack-item.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { custodyOf, peopleOf } from '#app/families/queries.server.ts'
import { query } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { addMonths, ageOn } from '#app/platform/time/plain-date.ts'
import { asMembers, fieldsOf, type Member, withPlaces } from './indicators.ts'
import { dueOn, monthOf, type MonthState, monthsSince, stateOf } from './months.ts'
import { type Following, following } from './queries.server.ts'
import { completeness, howOf, type Known } from './values.ts'

/** A family and the month that is to be registered now; `missing`: earlier months that are still open and not full. */
export type MyMonth = { caseId: number; name: string; month: string; state: MonthState; due: string; filled: number; of: number; finished: boolean; missing: string[]; /** The oldest month that is open and not full, with its date. */ lacking: { month: string; due: string } | null; personIds: number[] }
type Family = { caseId: number; name: string; projectId: number; intakeOn: string }

/** The families whose coordinator one is: the newest month of each, and what is missing before it. A handful of statements, however many families. */
export const readMyMonths = query({
  event: 'progression.read-mine',
  input: z.object({}),
  may: async (_, ctx) => ctx.actor.kind === 'staff',
  async run(tx, ctx) {
    const families = await myFamilies(tx, ctx)
    const rules = new Map<number, Following>()
    for (const id of new Set(families.map((f) => f.projectId))) rules.set(id, following(await projectPack(tx, id), ctx.today))
    return { today: ctx.today, families: await monthsOf(tx, ctx, families, rules) }
  },
  concerns: (_, r) => r.families.map((f) => ({ caseId: f.caseId, personIds: f.personIds, bases: ['own-sector'] })),
})

/** The families one coordinates that were taken in and are not closed. */
export async function myFamilies(tx: Tx, ctx: Context): Promise<Family[]> {
  const rows = await tx
    .selectFrom('assignment as a')
    .innerJoin('family_case as c', (j) => j.onRef('c.id', '=', 'a.case_id').onRef('c.municipality_id', '=', 'a.municipality_id'))
    .innerJoin('referral as r', (j) => j.onRef('r.case_id', '=', 'c.id').onRef('r.municipality_id', '=', 'c.municipality_id').on('r.decision', '=', 'accepted'))
    .select(['c.id', 'c.name', 'c.project_id', 'r.intake_on', 'r.decided_at'])
    .distinct()
    .where('a.staff_id', '=', ctx.actor.id)
    .where('a.sector', '=', 'coordination')
    .where('a.valid_from', '<=', ctx.today)
    .where((e) => e.or([e('a.valid_until', 'is', null), e('a.valid_until', '>=', ctx.today)]))
    .where((e) => e.not(e.exists(e.selectFrom('closure as x').select('x.id').whereRef('x.case_id', '=', 'c.id').where('x.reopened_at', 'is', null))))
    .orderBy('c.name')
    .execute()
  const found = rows.flatMap((r) => {
    const intakeOn = r.intake_on ?? r.decided_at?.slice(0, 10)
    return intakeOn ? [{ caseId: r.id, name: r.name, projectId: r.project_id, intakeOn }] : []
  })
  return [...new Map(found.map((f) => [f.caseId, f])).values()]
}

/** How full the months of those families are. @param rulesOf what each project follows; a family of another project is left out */
export async function monthsOf(tx: Tx, ctx: Context, families: readonly Family[], rulesOf: ReadonlyMap<number, Following>): Promise<MyMonth[]> {
  const caseIds = families.map((f) => f.caseId)
  const members = await allMembers(tx, caseIds, ctx.today)
  const values = await valuesSince(tx, caseIds, addMonths(monthOf(ctx.today), -6))
  const done = caseIds.length === 0 ? [] : await tx.selectFrom('registration_month').select(['case_id', 'month']).where('case_id', 'in', caseIds).where('finished_at', 'is not', null).execute()
  return families.flatMap((family) => {
    const rules = rulesOf.get(family.projectId)
    const months = rules ? monthsSince(family.intakeOn, ctx.today, rules.rules) : []
    const [newest] = months
    if (!rules || newest === undefined) return []
    const people = members.get(family.caseId) ?? []
    const full = (month: string) => completeness(fieldsOf(rules.indicators, people, month, monthOf(family.intakeOn)), values.get(family.caseId) ?? [], month)
    const finished = (month: string) => done.some((d) => d.case_id === family.caseId && d.month === month)
    const lacks = (month: string) => stateOf(month, ctx.today, rules.rules) !== 'closed' && !finished(month) && full(month).filled < full(month).of
    return [{
      caseId: family.caseId,
      name: family.name,
      month: newest,
      state: stateOf(newest, ctx.today, rules.rules),
      due: dueOn(newest, rules.rules),
      filled: full(newest).filled,
      of: full(newest).of,
      finished: finished(newest),
      missing: months.slice(1).filter(lacks),
      lacking: months.filter(lacks).map((month) => ({ month, due: dueOn(month, rules.rules) })).at(-1) ?? null,
      personIds: people.map((p) => p.id),
    }]
  })
}

async function allMembers(tx: Tx, caseIds: number[], today: string): Promise<Map<number, Member[]>> {
  const people = (await peopleOf(tx, caseIds, today)).filter((p) => p.role === 'family' && p.died === null && p.kind !== 'network')
  const known = people.map((p) => ({ ...p, unborn: p.kind === 'unborn', child: p.kind === 'unborn' || (p.born !== null && ageOn(p.born, today) < 18) }))
  const custody = inForce(await custodyOf(tx, known.filter((p) => p.child).map((p) => p.id)), today)
  const places = await placesOf(tx, caseIds)
  return new Map(caseIds.map((caseId) => [caseId, withPlaces(asMembers(known.filter((p) => p.caseId === caseId), custody), places)]))
}

/** What the members go to, for indicators that are asked only of those. */
async function placesOf(tx: Tx, caseIds: number[]) {
  if (caseIds.length === 0) return []
  return tx.selectFrom('spell').select(['person_id as personId', 'kind', 'started_on as from', 'ended_on as until']).where('case_id', 'in', caseIds).where('replaced_by', 'is', null).execute()
}

async function valuesSince(tx: Tx, caseIds: number[], from: string): Promise<Map<number, Known[]>> {
  if (caseIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('progression_value')
    .select(['case_id', 'person_id', 'indicator', 'month', 'how'])
    .where('case_id', 'in', caseIds)
    .where('month', '>=', from)
    .where('replaced_by', 'is', null)
    .execute()
  return Map.groupBy(rows.map((r) => ({ caseId: r.case_id, personId: r.person_id, indicator: r.indicator, month: r.month, how: howOf(r.how) })), (v) => v.caseId)
}
