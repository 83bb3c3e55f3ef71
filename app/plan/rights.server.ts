import { type AboutOthers, namesOutside, subjectsAfterAsking } from '#app/consent/about-others.ts'
import { type Context, Forbidden, Invalid } from '#app/platform/context.ts'
import { type May, reachesCase } from '#app/platform/command.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { da } from './messages.ts'
import { en } from './messages-en.ts'
import type { PlanPerson, Rights } from './queries.server.ts'
import { rightsOf } from './queries.server.ts'

type Text = { [K in keyof typeof da]: (typeof da)[K] extends string ? K : never }[keyof typeof da]
/** One field, wrong for a reason that only the database knows. */
export const wrong = (field: string, text: Text): Invalid => new Invalid([{ field, message: { da: da[text], en: en[text] } }])

/** A `may` on the case: not there, not allowed, or as `allowed` says. */
export const onCase =
  <I extends { caseId: number }>(allowed: (rights: Rights, input: I) => boolean) =>
  async (tx: Tx, ctx: Context, input: I): Promise<May> => {
    if (!(await reachesCase(tx, input.caseId))) return 'not-found'
    return allowed(await rightsOf(tx, ctx, input.caseId), input)
  }
/** Staff who write the plan itself, and the family. */
export const writesPlan = (r: Rights): boolean => r.writes && (r.coordination || !r.staff)

/**
 * The subjects of a new record: those chosen, all of the family when none is; always people of the case. A member writes for those they
 * speak for.
 */
export function subjectsFor(chosen: readonly number[], people: readonly PlanPerson[], rights: Rights, field: string): number[] {
  const possible = people.filter((p) => rights.staff || p.speaksFor)
  if (chosen.some((c) => !possible.some((p) => p.id === c))) throw wrong(field, 'notInFamily')
  const all = possible.filter((p) => p.family).map((p) => p.id)
  return chosen.length ? [...chosen] : all.length ? all : possible.map((p) => p.id)
}

/**
 * The subjects of a record after asking about those its text names and who are not among them (free text is where walls leak). Asked once:
 * a name that stood in the text before is not asked about again. A member is asked only about those they speak for.
 * @throws Conflict 'about-somebody-else' while nobody has answered
 */
export function askedSubjects(part: {
  texts: readonly string[]
  before?: readonly string[]
  subjects: readonly number[]
  people: readonly PlanPerson[]
  rights: Rights
  aboutOthers: AboutOthers
}): number[] {
  const known = part.people.filter((p) => part.rights.staff || p.speaksFor).map((p) => ({ id: p.id, firstName: p.name }))
  const settled = namesOutside((part.before ?? []).join('\n'), part.subjects, known)
  return subjectsAfterAsking({
    texts: part.texts,
    subjects: part.subjects,
    people: known.filter((p) => !settled.some((s) => s.id === p.id)),
    aboutOthers: part.aboutOthers,
  })
}
/** Only its author adds people to a record. */
export function addedSubjects(
  row: { subjects: number[]; author_staff_id: number | null; author_person_id: number | null },
  wanted: readonly number[],
  ctx: Context,
  field: string,
): { subjects?: number[] } {
  const added = wanted.filter((s) => !row.subjects.includes(s))
  if (added.length === 0) return {}
  const author = ctx.actor.kind === 'staff' ? row.author_staff_id : row.author_person_id
  if (author !== ctx.actor.id) throw wrong(field, 'onlyAuthorAdds')
  return { subjects: [...row.subjects, ...added] }
}

/** The sector a new goal or activity is written in: the wanted one, the plan's own for who may write that, else the writer's. */
export function sectorFor(wanted: string, rights: Rights): string {
  if (!rights.staff) return 'coordination'
  if (wanted) {
    if (!rights.sectors.includes(wanted)) throw wrong('sector', 'notYourSector')
    return wanted
  }
  const first = rights.coordination ? 'coordination' : rights.sectors[0]
  if (!first) throw new Forbidden('plan')
  return first
}
