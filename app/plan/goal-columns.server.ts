import type { Selectable } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { Tables } from '#app/platform/tables.ts'
import { type Aim, aims, type GoalDepth } from './goal-fields.ts'
import type { GoalRules } from './goal-rules.server.ts'
import { type PlanPerson, type Rights, teamOf } from './queries.server.ts'
import { wrong } from './rights.server.ts'

type Maybe<T> = T | null | undefined
type Input = {
  aim?: Maybe<Aim>
  owner?: Maybe<string>
  startValue?: Maybe<number>
  targetValue?: Maybe<number>
  unit?: string | undefined
  goalStart?: Maybe<string>
  goalEnd?: Maybe<string>
  lookOn?: Maybe<string>
}
/** What a form says of a goal, as columns; what it leaves out is left out here too. */
export const goalColumns = (v: Input) => ({
  aim: v.aim,
  ...(v.owner === undefined ? {} : ownerColumns(v.owner)),
  start_value: v.startValue,
  target_value: v.targetValue,
  unit: v.unit,
  start_on: v.goalStart,
  end_on: v.goalEnd,
  look_on: v.lookOn,
})
function ownerColumns(owner: string | null): { owner_person_id: number | null; owner_staff_id: number | null } {
  const [kind, id] = owner?.split('-') ?? []
  return { owner_person_id: kind === 'person' ? Number(id) : null, owner_staff_id: kind === 'staff' ? Number(id) : null }
}
/** A row kept in the history before these columns came has none of them. */
export const goalDepth = (r: Partial<Selectable<Tables['goal']>>): GoalDepth => ({
  aim: aims.find((a) => a === r.aim) ?? null,
  ownerPersonId: r.owner_person_id ?? null,
  ownerStaffId: r.owner_staff_id ?? null,
  startValue: r.start_value ?? null,
  targetValue: r.target_value ?? null,
  unit: r.unit ?? '',
  start: r.start_on ?? null,
  end: r.end_on ?? null,
  lookOn: r.look_on ?? null,
  lawArea: r.law_area ?? null,
  fromSectorPlan: (r.sector_plan_id ?? null) !== null,
  sectorPlanId: r.sector_plan_id ?? null,
  inFocus: false,
})

/**
 * The owner is somebody of the family whom the writer knows, or somebody who works with it today. An owner whom the goal already had may
 * stay.
 * @throws Invalid at `owner`
 */
export async function checkOwner(
  tx: Tx,
  ctx: Context,
  part: { caseId: number; owner: Maybe<string>; before?: string; people: readonly PlanPerson[]; rights: Rights },
): Promise<void> {
  if (!part.owner || part.owner === part.before) return
  const { owner_person_id, owner_staff_id } = ownerColumns(part.owner)
  if (owner_person_id !== null && part.people.some((p) => p.id === owner_person_id)) return
  const team = owner_staff_id === null ? [] : await teamOf(tx, ctx, part.caseId)
  if (!team.some((h) => h.staffId === owner_staff_id)) throw wrong('owner', 'otherOwner')
}

/**
 * The area of law of a sector's goal: the chosen one, else the first of the sector; a family's own goal has none.
 * @throws Invalid at `lawArea` when the pack has no such area
 */
export function lawAreaFor(part: { kind: string; wanted: Maybe<string>; before?: string | null; sector: string; rules: GoalRules }): string | null {
  if (part.kind !== 'sector') return null
  if (part.wanted === undefined && part.before) return part.before
  if (!part.wanted) return part.rules.lawAreas.find((area) => area.sector === part.sector)?.code ?? null
  if (part.rules.lawAreas.length > 0 && !part.rules.lawAreas.some((area) => area.code === part.wanted)) throw wrong('lawArea', 'otherLawArea')
  return part.wanted
}
