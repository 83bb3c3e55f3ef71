import { type AboutOthers, namesOutside, subjectsAfterAsking } from '#app/consent/about-others.ts'
import { type May, reachesCase } from '#app/platform/command.server.ts'
import { type Context, Forbidden, Invalid } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { da } from './messages.ts'
import { en } from './messages-en.ts'
import { type Rights, rightsOf } from './queries.server.ts'
import type { Member } from './situation.ts'

/** One field, wrong for a reason that only the database knows. */
export const wrong = (field: string, text: keyof typeof da.wrong): Invalid =>
  new Invalid([{ field, message: { da: da.wrong[text], en: en.wrong[text] } }])

/** A `may` on the case: not there, not allowed, or as `allowed` says. */
export const onCase =
  <I extends { caseId: number }>(allowed: (rights: Rights, input: I) => boolean) =>
  async (tx: Tx, ctx: Context, input: I): Promise<May> => {
    if (!(await reachesCase(tx, input.caseId))) return 'not-found'
    return allowed(await rightsOf(tx, ctx, input.caseId), input)
  }
/** Staff with a sector here, and the family. */
export const writesHere = (r: Rights): boolean => r.writes && (!r.staff || r.sectors.length > 0)

/** Whom a note is about: one member, or everybody the writer may speak of. */
export function subjectsFor(personId: number | null, people: readonly Member[], rights: Rights): number[] {
  const possible = people.filter((p) => rights.staff || p.speaksFor)
  if (personId !== null) {
    if (!possible.some((p) => p.id === personId)) throw wrong('personId', 'notInFamily')
    return [personId]
  }
  const family = possible.filter((p) => p.family).map((p) => p.id)
  return family.length ? family : possible.map((p) => p.id)
}

/**
 * The subjects after asking about those the text names and who are not among them; a name that stood in the text before is not asked about again.
 * @throws Conflict 'about-somebody-else' while nobody has answered
 */
export function askedSubjects(part: {
  text: string
  before?: string
  subjects: readonly number[]
  people: readonly Member[]
  rights: Rights
  aboutOthers: AboutOthers
}): number[] {
  const known = part.people.filter((p) => part.rights.staff || p.speaksFor).map((p) => ({ id: p.id, firstName: p.name }))
  const settled = namesOutside(part.before ?? '', part.subjects, known)
  return subjectsAfterAsking({
    texts: [part.text],
    subjects: part.subjects,
    people: known.filter((p) => !settled.some((s) => s.id === p.id)),
    aboutOthers: part.aboutOthers,
  })
}

/** The sector a note is written in: the wanted one, coordination where one may write that, else the writer's own. */
export function sectorFor(wanted: string, rights: Rights): string {
  if (!rights.staff) return 'coordination'
  if (wanted) {
    if (!rights.sectors.includes(wanted)) throw wrong('sector', 'notYourSector')
    return wanted
  }
  const first = rights.coordination ? 'coordination' : rights.sectors[0]
  if (!first) throw new Forbidden('assessment')
  return first
}

/** A member's own words are changed by that member only; staff change what belongs to their sector. */
export const mayChange = (r: { sector: string; authorPersonId: number | null }, me: number | null, sectors: readonly string[]): boolean =>
  me === null ? r.authorPersonId === null && sectors.includes(r.sector) : r.authorPersonId === me
