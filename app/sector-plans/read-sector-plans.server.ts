import { z } from 'zod'
import { inForce } from '#app/catalogue/pack-item.ts'
import type { SectorPlanKind } from '#app/catalogue/pack-work.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { query } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { type PlanPerson, peopleOf, type Rights, rightsOf, teamOf, type TeamMember } from '#app/plan/queries.server.ts'
import { onCase } from '#app/plan/rights.server.ts'
import { authorityNames, departmentsOf } from './authorities.server.ts'
import { type MissingPlan, missingPlans } from './missing-plans.ts'
import { familySubjects, missingSectorPlans, sectorPlansOf, sectorsAtWorkIn } from './queries.server.ts'
import { consentedPersons } from './rest-on-holistic.server.ts'
import { sectorOfKind } from './rights.server.ts'
import { openParts, planIds, type PlanState, type SectorPlan, stateOf } from './sector-plan.ts'

/** A plan as a line of the list. */
export type PlanLine = {
  plan: SectorPlan
  kindLabel: string
  /** The sector whose law it is, whoever wrote it down. */
  lawSector: string
  lawLabel: string
  state: PlanState
  department: string
  caseworker: string
  openParts: number
  goals: number
  hasFile: boolean
  /** It rests on the holistic plan, and a consent that it needs is not valid. */
  consentGone: boolean
  mayChange: boolean
  /** The coordinator wrote it down at this reader's sector's word: the sector may make it its own. */
  mayTakeOver: boolean
}
export type KindChoice = { code: string; label: string; paragraph: string; verified: boolean; sector: string; together: boolean }
export type SectorPlansPage = {
  caseId: number
  familyName: string
  today: string
  me: number | null
  people: PlanPerson[]
  team: TeamMember[]
  lines: PlanLine[]
  missing: (MissingPlan & { kindLabel: string; name: string; mayDecide: boolean })[]
  kinds: KindChoice[]
  departments: { id: number; name: string; sector: string }[]
  may: { write: boolean; coordination: boolean; sectors: string[] }
}

/** The sector plans of a family that the reader may see, what is missing, and what may be written (PLAN-01, PLAN-21). */
export const readSectorPlans = query({
  event: 'sector-plans.read',
  input: z.object({ caseId: z.coerce.number().int().positive() }),
  case: ({ caseId }) => caseId,
  may: onCase(() => true),
  run: (tx, ctx, { caseId }): Promise<SectorPlansPage> => sectorPlansPage(tx, ctx, caseId),
  concerns: ({ caseId }, p) => ({
    caseId,
    personIds: [...new Set([...p.people.filter((x) => x.family).map((x) => x.id), ...p.lines.flatMap((l) => l.plan.subjects)])],
    shelfIds: [...new Set(p.lines.map((l) => l.plan.shelfId))],
  }),
})

/** The same inside another verb's transaction: the portal. */
export async function sectorPlansPage(tx: Tx, ctx: Context, caseId: number): Promise<SectorPlansPage> {
  const pack = await casePack(tx, caseId)
  const rights = await rightsOf(tx, ctx, caseId)
  const people = await peopleOf(tx, ctx, caseId, rights)
  const plans = await sectorPlansOf(tx, caseId)
  const lines: PlanLine[] = []
  for (const plan of plans) lines.push(await lineOf(tx, ctx, pack, caseId, rights, plan))
  const kinds = kindsFor(pack, rights, ctx)
  const family = await tx.selectFrom('family_case').select('name').where('id', '=', caseId).executeTakeFirst()
  return {
    caseId,
    familyName: family?.name ?? '',
    today: ctx.today,
    me: ctx.actor.kind === 'member' ? ctx.actor.id : null,
    people,
    team: await teamOf(tx, ctx, caseId),
    lines,
    missing: (await missingFor(tx, ctx, pack, caseId, rights, plans)).map((one) => ({
      ...one,
      kindLabel: inForce(pack.sectorPlans, ctx.today).find((k) => k.code === one.kind)?.label[ctx.locale] ?? one.kind,
      name: people.find((p) => p.id === one.personId)?.name ?? '–',
      mayDecide: rights.writes && kinds.some((k) => k.code === one.kind),
    })),
    kinds,
    departments: rights.staff ? await departmentsOf(tx, ctx.today) : [],
    may: { write: rights.staff && rights.writes && kinds.length > 0, coordination: rights.coordination, sectors: rights.sectors },
  }
}

/** One plan with the words around it. */
export async function lineOf(tx: Tx, ctx: Context, pack: Pack, caseId: number, rights: Rights, plan: SectorPlan): Promise<PlanLine> {
  const kind = inForce(pack.sectorPlans, ctx.today).find((k) => k.code === plan.kind)
  const area = pack.lawAreas.find((a) => a.code === plan.lawArea)
  const goals = await tx
    .selectFrom('goal')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('sector_plan_id', 'in', planIds(plan))
    .where('dropped_on', 'is', null)
    .where('replaced_by', 'is', null)
    .executeTakeFirst()
  const file = await tx.selectFrom('sector_plan_file').select('id').where('plan_id', 'in', planIds(plan)).where('replaced_by', 'is', null).executeTakeFirst()
  const needed = plan.restsOnHolistic && rights.staff ? (kind?.consent ?? null) : null
  const yes = needed === null ? [] : await consentedPersons(tx, caseId, needed)
  return {
    plan,
    kindLabel: kind?.label[ctx.locale] ?? plan.kind,
    lawSector: area?.sector ?? plan.sector,
    lawLabel: area?.label[ctx.locale] ?? plan.lawArea,
    state: stateOf(plan, ctx.today),
    ...(await authorityNames(tx, plan)),
    openParts: openParts(kind, plan).length,
    goals: Number(goals?.n ?? 0),
    hasFile: file !== undefined,
    consentGone: needed !== null && !plan.subjects.every((s) => yes.includes(s)),
    mayChange: rights.staff && rights.writes && rights.sectors.includes(plan.sector),
    mayTakeOver:
      rights.staff &&
      rights.writes &&
      plan.sector === 'coordination' &&
      area !== undefined &&
      plan.stated?.sector === area.sector &&
      rights.sectors.includes(area.sector),
  }
}

/** The kinds that the reader may write: their own sector's, all of them for the coordinator, who writes at the sector's word. */
function kindsFor(pack: Pack, rights: Rights, ctx: Context): KindChoice[] {
  if (!rights.staff || !rights.writes) return []
  const writes = (kind: SectorPlanKind) => rights.coordination || rights.sectors.includes(sectorOfKind(pack, kind, ctx.today) ?? '')
  return inForce(pack.sectorPlans, ctx.today)
    .filter(writes)
    .map((kind) => ({
      code: kind.code,
      label: kind.label[ctx.locale],
      paragraph: kind.paragraph,
      verified: kind.verified,
      sector: sectorOfKind(pack, kind, ctx.today) ?? '',
      together: kind.together,
    }))
}

/** What is missing as far as it is this reader's matter: everything for who works with the whole case, its own plans for a sector. */
async function missingFor(tx: Tx, ctx: Context, pack: Pack, caseId: number, rights: Rights, plans: readonly SectorPlan[]): Promise<MissingPlan[]> {
  if (!rights.staff) return []
  if (rights.coordination) return (await missingSectorPlans(tx, ctx, [caseId]))[0]?.missing ?? []
  const areas = inForce(pack.lawAreas, ctx.today)
  const own = inForce(pack.sectorPlans, ctx.today).filter((k) => rights.sectors.includes(sectorOfKind(pack, k, ctx.today) ?? ''))
  const heads = plans.map((p) => ({ ...p, personIds: p.subjects, notNeeded: p.notNeededReason !== '' }))
  return missingPlans(own, areas, await familySubjects(tx, ctx, caseId), await sectorsAtWorkIn(tx, ctx, caseId), heads, ctx.today)
}
