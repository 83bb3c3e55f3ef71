import { canRead } from '#app/consent/access.ts'
import { familyBasis } from '#app/consent/access-family.ts'
import { coverFor } from '#app/consent/access-signers.ts'
import type { AccessRecord, Instant, World } from '#app/consent/world.ts'

/*
 * The wall (da: tavlen): what a whole room looks at. It shows what every one of those present may read at that instant, and nothing else. The
 * database means the same (access.read_by_all); a test holds both together over random worlds. docs/decisions/0420-the-wall.md says why.
 */

/** The sector under which somebody comes who stands for no authority: a friend, a volunteer, a grandmother. */
export const CIVIL = 'civil-society'

/**
 * Somebody in the room. `staff` and `person` read by their own right; `sector`: comes as a guest and reads what is the coordination's and
 * consented to that sector; `beside`: the member of the family whom they are there for (a bisidder, an interpreter).
 */
export type Attendee = { staff: number | null; person: number | null; sector: string | null; beside: number | null }

export function attendeeReads(world: World, municipality_id: number, a: Attendee, r: AccessRecord, at: Instant): boolean {
  if (a.staff !== null) return canRead(world, { kind: 'staff', municipality_id, id: a.staff }, r, at)
  if (a.person !== null && canRead(world, { kind: 'member', municipality_id, id: a.person }, r, at)) return true
  return (a.beside !== null && readsBeside(world, municipality_id, a.beside, r, at)) || (a.sector !== null && guestReads(world, municipality_id, a.sector, r, at))
}

/** Of what the other reads about themselves and the children they speak for; nothing private, and nothing that is read as one of a household. */
function readsBeside(world: World, municipality_id: number, beside: number, r: AccessRecord, at: Instant): boolean {
  if (r.visibility !== 'family' || r.municipality_id !== municipality_id) return false
  const basis = familyBasis(world, { kind: 'member', municipality_id, id: beside }, r, at)
  return basis?.kind === 'self' || basis?.kind === 'custody'
}

/** A guest of another sector: what is the coordination's, open to the family, and consented to that sector by every subject. */
function guestReads(world: World, municipality_id: number, to: string, r: AccessRecord, at: Instant): boolean {
  if (r.municipality_id !== municipality_id || r.sector !== 'coordination' || r.visibility !== 'family') return false
  if (r.subjects.length === 0 || r.category === 'concern' || r.category === 'childtalk') return false
  return r.subjects.every((subject) => coverFor(world, { ...r, subject }, to, 'coordination', at).some((c) => c.kind === 'consent'))
}

/** May this stand on the wall? Never while nobody is there. */
export const onWall = (world: World, municipality_id: number, present: readonly Attendee[], r: AccessRecord, at: Instant): boolean =>
  present.length > 0 && present.every((a) => attendeeReads(world, municipality_id, a, r, at))

/** How many points leave the wall, and how many come, when the room changes. Counted over what the one who leads reads. */
export function changeOfWall(items: readonly { shelfId: number }[], now: readonly number[], then: readonly number[]): { gone: number; come: number } {
  const before = new Set(now)
  const after = new Set(then)
  return {
    gone: items.filter((i) => before.has(i.shelfId) && !after.has(i.shelfId)).length,
    come: items.filter((i) => !before.has(i.shelfId) && after.has(i.shelfId)).length,
  }
}
