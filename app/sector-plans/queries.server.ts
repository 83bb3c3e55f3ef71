import { type Selectable, sql } from 'kysely'
import { inForce } from '#app/catalogue/pack-item.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { Tables } from '#app/platform/tables.ts'
import { type MissingPlan, missingPlans, type PlanSubject } from './missing-plans.ts'
import { hows, type PlanHead, type PlanPart, type SectorPlan } from './sector-plan.ts'

type Row = Selectable<Tables['sector_plan']>

export const asSectorPlan = (r: Row): SectorPlan => ({
  id: r.id,
  revision: r.revision,
  shelfId: r.shelf_id,
  sector: r.sector,
  subjects: r.subjects,
  authorStaffId: r.author_staff_id,
  authorPersonId: r.author_person_id,
  stated:
    r.stated_by_name !== null && r.stated_by_sector !== null && r.stated_on !== null && r.stated_channel !== null
      ? { name: r.stated_by_name, sector: r.stated_by_sector, on: r.stated_on, channel: r.stated_channel }
      : null,
  onBehalf: null,
  dropped: r.dropped_on !== null ? { on: r.dropped_on, reason: r.dropped_reason ?? '' } : null,
  kind: r.kind,
  title: r.title,
  lawArea: r.law_area,
  paragraph: r.paragraph,
  departmentId: r.authority_department_id,
  caseworkerStaffId: r.caseworker_staff_id,
  caseworkerName: r.caseworker_name,
  decidedOn: r.decided_on,
  validFrom: r.valid_from,
  validUntil: r.valid_until,
  nextFollowUpOn: r.next_follow_up_on,
  contents: contentsOf(r.contents),
  restsOnHolistic: r.rests_on_holistic,
  notNeededReason: r.not_needed_reason,
  replacesId: r.replaces,
})

const field = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined)
const numbers = (value: unknown): number[] => (Array.isArray(value) ? value.filter((v) => typeof v === 'number') : [])
function contentsOf(json: unknown): Record<string, PlanPart> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return {}
  return Object.fromEntries(
    Object.entries(json).map(([code, part]) => {
      const text = field(part, 'text')
      return [
        code,
        {
          how: hows.find((h) => h === field(part, 'how')) ?? 'text',
          text: typeof text === 'string' ? text : '',
          goals: numbers(field(part, 'goals')),
          activities: numbers(field(part, 'activities')),
        },
      ]
    }),
  )
}

/** The sector plans of the case that this reader may see; those taken out are left out. The ones first written come first. */
export async function sectorPlansOf(tx: Tx, caseId: number): Promise<SectorPlan[]> {
  const rows = await tx
    .selectFrom('sector_plan')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('replaced_by', 'is', null)
    .where('dropped_on', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(asSectorPlan)
}

export type RestingPlan = {
  id: number
  kind: string
  lawArea: string
  paragraph: string
  /** The authority that decides it, and its caseworker when one is known by name here. */
  departmentId: number | null
  caseworkerStaffId: number | null
  personIds: number[]
  shelfId: number
  nextFollowUpOn: string | null
}
/**
 * Every sector plan that rests on the holistic plan today, with its authority's department and caseworker: they are told by a dated task
 * when the family leaves. Also those that the coordinator may not read any more, so show the coordinator none of it but what they see anyway.
 * Empty for who does not work with the whole case.
 */
export async function sectorPlansRestingOnHolistic(tx: Tx, caseId: number): Promise<RestingPlan[]> {
  const { rows } = await sql<RestingPlan>`select id, kind, law_area as "lawArea", paragraph, department_id as "departmentId",
    staff_id as "caseworkerStaffId", person_ids as "personIds", shelf_id as "shelfId", next_follow_up_on as "nextFollowUpOn"
    from access.resting_sector_plans(${caseId})`.execute(tx)
  return rows
}

/**
 * That plans are there, by case, without their text; for staff who work with the whole case. Plans of health, addiction and psychiatry are
 * not among them.
 */
export async function planHeadsOf(tx: Tx, caseIds: readonly number[]): Promise<Map<number, PlanHead[]>> {
  if (caseIds.length === 0) return new Map()
  const { rows } = await sql<PlanHead & { caseId: number }>`select case_id as "caseId", kind, person_ids as "personIds",
    decided_on as "decidedOn", valid_from as "validFrom", valid_until as "validUntil", not_needed as "notNeeded"
    from access.sector_plan_heads(${caseIds}::bigint[])`.execute(tx)
  return Map.groupBy(rows, (r) => r.caseId)
}

export type MissingInCase = { caseId: number; missing: MissingPlan[] }
/**
 * The required sector plans that are missing, family by family (cases of one project: one pack). For the project manager and the coordinator;
 * cases in which nothing is missing are left out. Call it inside a `query()` of your own, which logs the look-up.
 */
export async function missingSectorPlans(tx: Tx, ctx: Context, caseIds: readonly number[]): Promise<MissingInCase[]> {
  const [first] = caseIds
  if (first === undefined) return []
  const pack = await casePack(tx, first)
  const kinds = inForce(pack.sectorPlans, ctx.today)
  const areas = inForce(pack.lawAreas, ctx.today)
  const people = await subjectsOfCases(tx, caseIds, ctx.today)
  const sectors = await sectorsAtWork(tx, caseIds, ctx.today)
  const heads = await planHeadsOf(tx, caseIds)
  return caseIds
    .map((caseId) => ({
      caseId,
      missing: missingPlans(kinds, areas, people.get(caseId) ?? [], sectors.get(caseId) ?? [], heads.get(caseId) ?? [], ctx.today),
    }))
    .filter((one) => one.missing.length > 0)
}

/** The members of each family as the rule of missing plans sees them; only those the actor knows. */
async function subjectsOfCases(tx: Tx, caseIds: readonly number[], today: string): Promise<Map<number, PlanSubject[]>> {
  const rows = await tx
    .selectFrom('case_person')
    .innerJoin('person', 'person.id', 'case_person.person_id')
    .leftJoin('custody', (j) =>
      j
        .onRef('custody.holder_id', '=', 'person.id')
        .on('custody.valid_from', '<=', today)
        .on((e) => e.or([e('custody.valid_until', 'is', null), e('custody.valid_until', '>=', today)])),
    )
    .select(['case_person.case_id', 'person.id', 'person.born', 'custody.id as custody'])
    .where('case_person.case_id', 'in', [...caseIds])
    .where('case_person.role', '=', 'family')
    .where('person.kind', '=', 'person')
    .where('case_person.valid_from', '<=', today)
    .where((e) => e.or([e('case_person.valid_until', 'is', null), e('case_person.valid_until', '>=', today)]))
    .orderBy('person.born')
    .execute()
  const found = new Map<number, PlanSubject[]>()
  for (const r of rows) {
    const list = found.get(r.case_id) ?? []
    if (!list.some((p) => p.id === r.id)) list.push({ id: r.id, born: r.born, parent: r.custody !== null })
    found.set(r.case_id, list)
  }
  return found
}

/** The sectors that work with each family today. */
async function sectorsAtWork(tx: Tx, caseIds: readonly number[], today: string): Promise<Map<number, string[]>> {
  const rows = await tx
    .selectFrom('assignment')
    .select(['case_id', 'sector'])
    .where('case_id', 'in', [...caseIds])
    .where('valid_from', '<=', today)
    .where((e) => e.or([e('valid_until', 'is', null), e('valid_until', '>=', today)]))
    .execute()
  return new Map([...Map.groupBy(rows, (r) => r.case_id)].map(([caseId, list]) => [caseId, [...new Set(list.map((r) => r.sector))]]))
}

/** The same for one family. */
export const familySubjects = async (tx: Tx, ctx: Context, caseId: number): Promise<PlanSubject[]> =>
  (await subjectsOfCases(tx, [caseId], ctx.today)).get(caseId) ?? []
export const sectorsAtWorkIn = async (tx: Tx, ctx: Context, caseId: number): Promise<string[]> =>
  (await sectorsAtWork(tx, [caseId], ctx.today)).get(caseId) ?? []
