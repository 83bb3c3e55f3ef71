import { type Cover } from './access-signers.ts'
import { childrenOf, familyBasis, type FamilyBasis, isInCase, memberMayChange, memberMayCreate } from './access-family.ts'
import { staffBasis, type StaffBasis, staffMayChange, staffMayCreate, waysTo } from './access-staff.ts'
import { type AccessRecord, type Actor, dayOf, type Instant, matesOf, onDay, type World } from './world.ts'

/*
 * Who may see what, as a pure function of the facts and an instant. The database's policies mean the same (db/migrations/0040_access.sql, 0041_enter.sql);
 * a property-based test holds both together. Where the rules leave room, the reading chosen is written at the place it is used, and in
 * docs/decisions/0030-readings-of-the-access-rules.md.
 */

export type Basis = { kind: StaffBasis | FamilyBasis; covers?: Cover[] }

/** Why the actor may read the record at that instant; undefined: for them it does not exist. */
export function readBasis(world: World, actor: Actor, r: AccessRecord, at: Instant): Basis | undefined {
  if (actor.municipality_id !== r.municipality_id) return undefined
  if (actor.kind === 'staff') return staffBasis(world, actor, r, at)
  return actor.kind === 'member' ? familyBasis(world, actor, r, at) : undefined
}
export const canRead = (world: World, actor: Actor, r: AccessRecord, at: Instant): boolean => readBasis(world, actor, r, at) !== undefined

/**
 * May the actor write the record? For `change` ask of the record before and after it. `correcting`: the new record replaces an earlier
 * one, which a closed case still takes.
 */
export function canWrite(world: World, actor: Actor, verb: 'create' | 'change', r: AccessRecord, at: Instant, correcting = false): boolean {
  if (actor.municipality_id !== r.municipality_id) return false
  const people = r.subjects.every((s) =>
    world.case_person.some((p) => p.municipality_id === r.municipality_id && p.case_id === r.case_id && p.person_id === s),
  )
  if (!people) return false
  if (actor.kind === 'staff')
    return verb === 'create' ? staffMayCreate(world, actor, r, correcting, at) : staffMayChange(world, actor, r, at)
  if (actor.kind === 'member')
    return verb === 'create' ? memberMayCreate(world, actor, r, correcting, at) : memberMayChange(world, actor, r, at)
  return false
}

/**
 * May the new record take the place of the old one? A correction by the sector or the member themselves, the taking over of what a sector
 * was said to state, or a member's answer to what was written on their behalf. The new record must be allowed as well: `canWrite`.
 */
export function canReplace(
  world: World,
  actor: Actor,
  old: AccessRecord & { stated_by_sector: string | null; on_behalf_of_person: number | null; replaced_by: number | null },
  r: AccessRecord,
  at: Instant,
): boolean {
  if (
    old.replaced_by !== null ||
    old.municipality_id !== r.municipality_id ||
    old.case_id !== r.case_id ||
    old.category !== r.category ||
    !canRead(world, actor, old, at)
  )
    return false
  if (actor.kind === 'staff') return old.sector === r.sector || old.stated_by_sector === r.sector
  return actor.kind === 'member' && (old.author_person_id === actor.id || old.on_behalf_of_person === actor.id)
}

/** Is the case there for the actor? An economist knows its number only (`canSeeCaseNumber`). */
export function canSeeCase(world: World, actor: Actor, c: { municipality_id: number; id: number }, at: Instant): boolean {
  if (actor.municipality_id !== c.municipality_id) return false
  if (actor.kind === 'member') return isInCase(world, actor, c.id, at)
  if (actor.kind === 'staff') return waysTo(world, actor, inCase(c), at).some((w) => w.how !== 'economist')
  return actor.kind === 'job'
}
export const canSeeCaseNumber = (world: World, actor: Actor, c: { municipality_id: number; id: number }, at: Instant): boolean =>
  actor.municipality_id === c.municipality_id &&
  actor.kind === 'staff' &&
  waysTo(world, actor, inCase(c), at).some((w) => w.how === 'economist')

const inCase = (c: { municipality_id: number; id: number }) => ({ municipality_id: c.municipality_id, case_id: c.id })

/** Name, age and relations (3c): never address or CPR number, which are records. */
export function canSeePerson(world: World, actor: Actor, p: { municipality_id: number; id: number }, at: Instant): boolean {
  if (actor.municipality_id !== p.municipality_id) return false
  const day = dayOf(at)
  if (actor.kind === 'member') {
    return (
      p.id === actor.id ||
      childrenOf(world, actor, day).includes(p.id) ||
      matesOf(world, actor.municipality_id, actor.id, day).includes(p.id)
    )
  }
  if (actor.kind !== 'staff') return actor.kind === 'job'
  const here = (x: { municipality_id: number; person_id: number }) => x.municipality_id === p.municipality_id && x.person_id === p.id
  const whole = world.case_person
    .filter(here)
    .some((x) => waysTo(world, actor, x, at).some((w) => w.how !== 'economist' && (w.how !== 'assignment' || w.sector === 'coordination')))
  const atHome = () =>
    world.household_member.some(
      (x) =>
        here(x) &&
        onDay(x, day) &&
        world.household.some((h) => h.municipality_id === p.municipality_id && h.id === x.household_id && onDay(h, day)) &&
        waysTo(world, actor, x, at).some((w) => w.how === 'assignment'),
    )
  return whole || atHome()
}

/** Who could read the record: "Det her kan læses af …". */
export const whoCanRead = (world: World, r: AccessRecord, at: Instant, actors: Actor[]): { actor: Actor; basis: Basis }[] =>
  actors.flatMap((actor) => {
    const basis = readBasis(world, actor, r, at)
    return basis ? [{ actor, basis }] : []
  })
