import { sql } from 'kysely'
import { inForce } from '#app/catalogue/pack-item.ts'
import type { CasePerson } from '#app/families/families.ts'
import { custodyOf } from '#app/families/queries.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { addMonths, ageOn } from '#app/platform/time/plain-date.ts'
import { baselineDue, type BaselineStanding, baselineOf, FIRST_MONTHS, type FirstValues } from './baseline.ts'
import { asMembers, type Indicator, type Member } from './indicators.ts'
import { monthOf } from './months.ts'

/** Those of many families whose progression is followed, by case; one statement. @param everybody as `peopleOf` gives them */
export async function membersByCase(tx: Tx, everybody: readonly (CasePerson & { caseId: number })[], today: string): Promise<Map<number, Member[]>> {
  const people = everybody.filter((p) => p.role === 'family' && p.died === null && p.kind !== 'network')
  const known = people.map((p) => ({ ...p, unborn: p.kind === 'unborn', child: p.kind === 'unborn' || (p.born !== null && ageOn(p.born, today) < 18) }))
  const custody = Map.groupBy(inForce(await custodyOf(tx, known.filter((p) => p.child).map((p) => p.id)), today), (c) => c.childId)
  return new Map([...Map.groupBy(known, (p) => p.caseId)].map(([caseId, list]) => [caseId, asMembers(list, list.flatMap((p) => custody.get(p.id) ?? []))]))
}

type Came = { caseId: number; intakeOn: string; members: readonly Member[] }
/** The first measurement of each family of one project; one statement, however many. */
export async function baselinesOf(tx: Tx, indicators: readonly Indicator[], families: readonly Came[], today: string, withinDays: number): Promise<Map<number, BaselineStanding>> {
  if (families.length === 0) return new Map()
  const rows = await firstValues(tx, families, withinDays)
  return new Map(families.map((f) => [f.caseId, baselineOf(indicators, f.members, f.intakeOn, rows.get(f.caseId) ?? [], today, withinDays)]))
}

/** Also rows that a correction has replaced: what was measured in time was in time. */
async function firstValues(tx: Tx, families: readonly Came[], withinDays: number): Promise<Map<number, FirstValues[]>> {
  const cases = families.map((f) => f.caseId)
  const dues = families.map((f) => baselineDue(f.intakeOn, withinDays))
  const firsts = families.map((f) => monthOf(f.intakeOn))
  const lasts = families.map((f) => addMonths(monthOf(f.intakeOn), FIRST_MONTHS - 1))
  const { rows } = await sql<FirstValues & { caseId: number }>`
    select v.case_id as "caseId", v.person_id as "personId", count(distinct v.indicator) filter (where access.day(v.created_at) <= d.due)::int as "inTime", count(distinct v.indicator)::int as ever
    from unnest(${cases}::bigint[], ${dues}::date[], ${firsts}::date[], ${lasts}::date[]) d(case_id, due, first, last)
      join progression_value v on v.case_id = d.case_id and v.month between d.first and d.last
    where v.how <> 'carried' group by v.case_id, v.person_id`.execute(tx)
  return Map.groupBy(rows, (r) => r.caseId)
}
