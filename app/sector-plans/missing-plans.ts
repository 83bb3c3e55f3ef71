import type { SectorPlanKind } from '#app/catalogue/pack-work.ts'
import { ageOn } from '#app/platform/time/plain-date.ts'
import { type PlanHead, planState } from './sector-plan.ts'

/** A member of the family as the rule sees them; `born` null: not born yet, or not known. */
export type PlanSubject = { id: number; born: string | null; parent: boolean }
/** A plan that somebody must decide on: which, for whom, after which paragraph. */
export type MissingPlan = { personId: number; kind: string; lawArea: string; paragraph: string }

/** Is this person one whom this kind of plan may be about on that day? Ages include both ends. */
export function fits(kind: Pick<SectorPlanKind, 'about' | 'ageFrom' | 'ageUntil'>, person: PlanSubject, today: string): boolean {
  if (person.born === null || person.born > today) return false
  const age = ageOn(person.born, today)
  if (age < kind.ageFrom || (kind.ageUntil !== null && age > kind.ageUntil)) return false
  return kind.about === 'child' || (age >= 18 && (kind.about === 'adult' || person.parent))
}

/**
 * Which sector plans are required and not there: for each kind that the law pack marks as required and whose sector works with the family
 * today, each person of the right age without a plan that is drafted or in force, and without somebody's word that none is needed.
 * A draft counts as there: somebody is working on it. Pure.
 * @param kinds those in force today @param sectors of the assignments of today @param heads every plan of the case
 */
export function missingPlans(
  kinds: readonly SectorPlanKind[],
  lawAreas: readonly { code: string; sector: string }[],
  people: readonly PlanSubject[],
  sectors: readonly string[],
  heads: readonly PlanHead[],
  today: string,
): MissingPlan[] {
  const sectorOf = new Map(lawAreas.map((area) => [area.code, area.sector]))
  return kinds
    .filter((kind) => kind.required && sectors.includes(sectorOf.get(kind.lawArea) ?? ''))
    .flatMap((kind) =>
      people
        .filter((person) => fits(kind, person, today))
        .filter((person) => !heads.some((h) => h.kind === kind.code && h.personIds.includes(person.id) && planState(h, today) !== 'ended'))
        .map((person) => ({ personId: person.id, kind: kind.code, lawArea: kind.lawArea, paragraph: kind.paragraph })),
    )
}
