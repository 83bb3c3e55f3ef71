import { type AccessRecord, type Actor, dayOf, type Day, during, hasAge, type Instant, matesOf, onDay, type World } from './world.ts'
import { closedOn } from './access-staff.ts'

/* Members of the family: what each may read and write. */

export type FamilyBasis = 'self' | 'custody' | 'household-shared'
const SHIELDED = ['contact', 'meetings', 'education', 'health', 'logbook', 'thread', 'documents']

/** Children under 18 of whom the member holds custody. */
export function childrenOf(world: World, m: Actor, day: Day): number[] {
  return world.custody
    .filter(
      (c) =>
        c.municipality_id === m.municipality_id &&
        c.holder_id === m.id &&
        onDay(c, day) &&
        !hasAge(world, m.municipality_id, c.child_id, 18, day),
    )
    .map((c) => c.child_id)
}

/** The family left, and the time during which it keeps its pages is over; the last day still counts. */
const pagesOver = (world: World, m: Actor, caseId: number, at: Instant): boolean =>
  world.closure.some(
    (c) =>
      c.municipality_id === m.municipality_id &&
      c.case_id === caseId &&
      during(at, c.closed_at, c.reopened_at) &&
      c.portal_until != null &&
      c.portal_until < dayOf(at),
  )

/** The member's cases: everyone's own, and those of the children they speak for, whenever they were people of it; not those whose pages are over. */
export const isInCase = (world: World, m: Actor, caseId: number, at: Instant): boolean =>
  !pagesOver(world, m, caseId, at) &&
  world.case_person.some(
    (p) =>
      p.municipality_id === m.municipality_id && p.case_id === caseId && [m.id, ...childrenOf(world, m, dayOf(at))].includes(p.person_id),
  )

/** Does custody open this child's records of the category to the member? */
function speaksFor(world: World, m: Actor, child: number, category: string, day: Day): boolean {
  if (category === 'childtalk' || !childrenOf(world, m, day).includes(child)) return false
  return category !== 'health' || !hasAge(world, m.municipality_id, child, healthAge(world, m, day), day)
}
/** The age from which a young person decides alone about health; 15 unless the pack says otherwise. */
const healthAge = (world: World, m: Actor, day: Day) => {
  const years = world.law_age
    .filter((l) => l.municipality_id === m.municipality_id && l.code === 'health-alone' && onDay(l, day))
    .map((l) => l.years)
  return years.length > 0 ? Math.min(...years) : 15
}

/** Why the member reads the record; undefined: for them it does not exist. */
export function familyBasis(world: World, m: Actor, r: AccessRecord, at: Instant): { kind: FamilyBasis } | undefined {
  const day = dayOf(at)
  if (r.subjects.length === 0 || r.category === 'concern' || pagesOver(world, m, r.case_id, at)) return undefined
  if (r.visibility === 'private') return r.author_person_id === m.id && isInCase(world, m, r.case_id, at) ? { kind: 'self' } : undefined
  if (r.visibility !== 'family' || isShielded(world, m, r, at)) return undefined
  const speaks = (s: number) => s === m.id || speaksFor(world, m, s, r.category, day)
  if (r.subjects.every((s) => s === m.id)) return { kind: 'self' }
  if (r.category === 'childtalk') return undefined // never through custody, nor through the household
  if (r.subjects.every(speaks)) return { kind: 'custody' }
  const mates = matesOf(world, m.municipality_id, m.id, day)
  return r.household_shared && r.subjects.every((s) => speaks(s) || mates.includes(s)) ? { kind: 'household-shared' } : undefined
}

/** Shielded by the record itself, by a shield between two people, or by the protected address of somebody the member does not live with. */
function isShielded(world: World, m: Actor, r: AccessRecord, at: Instant): boolean {
  const day = dayOf(at)
  if (r.shielded_from.includes(m.id)) return true
  const others = world.shield
    .filter((s) => s.municipality_id === m.municipality_id && onDay(s, day) && (s.lifted_at === null || at < s.lifted_at))
    .flatMap((s) => (s.person_a === m.id ? [s.person_b] : s.person_b === m.id ? [s.person_a] : []))
  const lives = (who: number, withPerson: number) => matesOf(world, m.municipality_id, withPerson, day).includes(who)
  const about = (s: number) => others.some((o) => s === o || (lives(s, o) && !hasAge(world, m.municipality_id, s, 18, day)))
  if (SHIELDED.includes(r.category) && r.subjects.some(about)) return true
  if (r.category !== 'contact') return false
  const guarded = world.address_protection.filter(
    (a) => a.municipality_id === m.municipality_id && onDay(a, day) && a.person_id !== m.id && !lives(a.person_id, m.id),
  )
  return guarded.some((a) => r.subjects.some((s) => s === a.person_id || lives(s, a.person_id)))
}

/** Own wishes, ratings, agenda, answers, private notes: about oneself or a child one speaks for. */
export function memberMayCreate(world: World, m: Actor, r: AccessRecord, correcting: boolean, at: Instant): boolean {
  if (
    r.sector !== 'coordination' ||
    r.visibility === 'staff' ||
    ['concern', 'childtalk', 'logbook', 'costs'].includes(r.category) ||
    r.subjects.length === 0
  )
    return false
  if (!isInCase(world, m, r.case_id, at) || (!correcting && closedOn(world, r, at) !== undefined)) return false
  return r.subjects.every((s) => s === m.id || speaksFor(world, m, s, r.category, dayOf(at)))
}

/** Only what one wrote oneself, and still reads as oneself or through custody. */
export function memberMayChange(world: World, m: Actor, r: AccessRecord, at: Instant): boolean {
  const basis = familyBasis(world, m, r, at)
  return r.author_person_id === m.id && basis !== undefined && basis.kind !== 'household-shared' && closedOn(world, r, at) === undefined
}
