import { itemAt } from '#app/catalogue/pack-item.ts'
import type { SectorPlanKind } from '#app/catalogue/pack-work.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { Conflict, type Context, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { type PlanPerson, peopleOf, type Rights, rightsOf } from '#app/plan/queries.server.ts'
import { da, en } from './messages.ts'
import { fits } from './missing-plans.ts'
import { asSectorPlan } from './queries.server.ts'
import type { SectorPlan } from './sector-plan.ts'

type Text = { [K in keyof typeof da]: (typeof da)[K] extends string ? K : never }[keyof typeof da]
/** One field, wrong for a reason that only the database or the pack knows. */
export const wrong = (field: string, text: Text): Invalid => new Invalid([{ field, message: { da: da[text], en: en[text] } }])

/** Staff who write in the case; what they may write of each plan is asked where its sector is known. */
export const writesPlans = (r: Rights): boolean => r.staff && r.writes && r.sectors.length > 0

/** Everything a writing verb asks first. */
export async function writing(tx: Tx, ctx: Context, caseId: number): Promise<{ pack: Pack; rights: Rights; people: PlanPerson[] }> {
  const rights = await rightsOf(tx, ctx, caseId)
  return { pack: await casePack(tx, caseId), rights, people: await peopleOf(tx, ctx, caseId, rights) }
}
/** The kind in force today. @throws Invalid at `kind` */
export function kindIn(pack: Pack, code: string, today: string): SectorPlanKind {
  const kind = itemAt(pack.sectorPlans, code, today)
  if (!kind) throw wrong('kind', 'otherKind')
  return kind
}
/** The sector that works under the kind's law. */
export const sectorOfKind = (pack: Pack, kind: Pick<SectorPlanKind, 'lawArea'>, today: string): string | null =>
  itemAt(pack.lawAreas, kind.lawArea, today)?.sector ?? null

/**
 * In whose name a plan is written: its own sector by that sector, else the coordinator writes down what the sector states (access rules,
 * case 24). Nobody else.
 * @throws Invalid at `statedName` when the coordinator does not say who stated it, Forbidden
 */
export function sectorToWrite(lawSector: string | null, rights: Rights, stated: { statedName: string }): string {
  if (lawSector !== null && rights.sectors.includes(lawSector)) return lawSector
  if (!rights.coordination) throw new Forbidden('sector-plans')
  if (lawSector !== 'coordination' && stated.statedName === '') throw wrong('statedName', 'statedNeeded')
  return 'coordination'
}

/**
 * Whom a plan is about: people of the family of the right age; several only where the kind is for siblings together.
 * @throws Invalid at `subjects`
 */
export async function planSubjects(
  tx: Tx,
  part: { chosen: readonly number[]; kind: SectorPlanKind; people: readonly PlanPerson[]; today: string },
): Promise<number[]> {
  const chosen = [...new Set(part.chosen)].toSorted((a, b) => a - b)
  if (chosen.length === 0) throw wrong('subjects', 'noSubject')
  if (chosen.some((c) => !part.people.some((p) => p.id === c && p.family))) throw wrong('subjects', 'notInFamily')
  if (chosen.length > 1 && !part.kind.together) throw wrong('subjects', 'oneOnly')
  const rows = await tx.selectFrom('person').select(['id', 'born']).where('id', 'in', chosen).execute()
  // Whether an adult is a parent is theirs to know; the age decides here.
  if (!rows.every((r) => fits(part.kind, { id: r.id, born: r.born, parent: true }, part.today))) throw wrong('subjects', 'notThatAge')
  return chosen
}

/** A plan of this case that the actor reads. @throws NotFound */
export async function planIn(tx: Tx, caseId: number, planId: number): Promise<SectorPlan> {
  const row = await tx
    .selectFrom('sector_plan')
    .selectAll()
    .where('id', '=', planId)
    .where('case_id', '=', caseId)
    .where('replaced_by', 'is', null)
    .where('dropped_on', 'is', null)
    .executeTakeFirst()
  if (!row) throw new NotFound('sector plan')
  return asSectorPlan(row)
}

/**
 * The plan, to be changed by somebody of its own sector (KOO-13: the authority's plan is the authority's; the coordinator changes only what the
 * coordinator has written down).
 * @throws NotFound, Forbidden, Conflict('stale') with both
 */
export async function planToChange(
  tx: Tx,
  part: { caseId: number; planId: number; seenRevision: number; rights: Rights; mine: unknown },
): Promise<SectorPlan> {
  const plan = await planIn(tx, part.caseId, part.planId)
  if (!part.rights.sectors.includes(plan.sector)) throw new Forbidden('sector-plans')
  if (plan.revision !== part.seenRevision) throw new Conflict('stale', { mine: part.mine, theirs: plan })
  return plan
}
