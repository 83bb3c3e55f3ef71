/* What of the plan's people one member is shown: on their own pages and on paper made for them. Rules only. */

/** Somebody of the case as a member knows them; `inHousehold`: lives with the member today. */
export type Known = { id: number; child: boolean; family: boolean; inHousehold: boolean; speaksFor: boolean }

/** The children whose custody this member holds. */
export const ownChildren = <P extends Known>(people: readonly P[], me: number): P[] =>
  people.filter((p) => p.id !== me && p.child && p.speaksFor)

/**
 * Lives elsewhere and is here for a child: belongs to the case as the other parent, or none of the children lives with them. Reads what
 * concerns the child, never the other household (the access rules, "The family").
 */
export function livesElsewhere(people: readonly Known[], me: number): boolean {
  const children = ownChildren(people, me)
  return people.find((p) => p.id === me)?.family !== true || (children.length > 0 && children.every((c) => !c.inHousehold))
}

export type Helper = { staffId: number; name: string; title: string; role: string; sector: string; does: string; phone: string | null }
/** A yes about a child: who may read something of it. */
type Yes = { subjectId: number; purpose: string; toSectors: readonly string[]; categories: readonly string[]; standing: string }

/**
 * Whom a member is shown as helpers. Who lives in the family knows everybody around it; a parent elsewhere the coordinators and those
 * whom a standing yes about the child's plan names, without what they do for the other household.
 */
export function helpersFor<H extends { sector: string; role: string; does: string }>(
  team: readonly H[],
  elsewhere: boolean,
  children: readonly number[],
  consents: readonly Yes[],
): H[] {
  if (!elsewhere) return [...team]
  const named = new Set(
    consents
      .filter(
        (c) =>
          c.purpose === 'coordination' &&
          c.categories.includes('plan') &&
          children.includes(c.subjectId) &&
          (c.standing === 'valid' || c.standing === 'partly'),
      )
      .flatMap((c) => c.toSectors),
  )
  return team.filter((h) => isCoordinator(h) || named.has(h.sector)).map((h) => (isCoordinator(h) ? h : { ...h, does: '' }))
}
export const isCoordinator = (h: { role: string }): boolean => h.role === 'coordinator' || h.role === 'secondary-coordinator'
