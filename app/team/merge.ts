import { z } from 'zod'
import type { MergeSuggestion } from '#app/catalogue/pack-team.ts'
import { Id, OptionalDate, text } from '#app/intake/intake.ts'
import { said } from '#app/platform/i18n/field-errors.ts'

/*
 * KOO-07, KOO-08: as few people around a family as possible. The pack names roles that one person might hold; what comes out
 * here is a question
 * to talk about with the family, never a decision. No suggestion takes away the only person of a sector that a law in force asks for.
 */

export const AnswerMerge = z
  .object({
    caseId: Id,
    code: z.string().trim().min(1).max(60),
    keep: Id,
    others: z.preprocess((v) => (typeof v === 'string' ? v.split(',') : v), z.array(Id).min(1)),
    answer: z.enum(['merged', 'not-merged']),
    why: text(500),
    /** Merged: the others' last day. */
    endsOn: OptionalDate,
  })
  .refine((v) => v.answer === 'not-merged' || v.endsOn !== null, said({ da: 'Skriv den sidste dag', en: 'Write the last day' }, ['endsOn']))

export type Helper = { assignmentId: number; staffId: number; role: string; sector: string }
export type Merge = { code: string; keep: Helper; others: Helper[] }

type LawArea = { code: string; sector: string }
type Duty = { lawArea: string | null; about: 'child' | 'adult' | 'family' | 'authority' }

/**
 * The sectors that the law asks for in a family: those of law areas with a duty in force about its children, its adults, the family or the
 * authority itself. Too many rather than too few.
 * @param people the family's; a child is under 18, an unknown age counts as both
 */
export function sectorsOfLaw(areas: readonly LawArea[], duties: readonly Duty[], people: readonly { child: boolean | null }[]): Set<string> {
  const children = people.some((one) => one.child !== false)
  const adults = people.some((one) => one.child !== true)
  const about = (duty: Duty) => (duty.about === 'child' ? children : duty.about === 'adult' ? adults : true)
  const needed = new Set(duties.filter(about).map((duty) => duty.lawArea))
  return new Set(areas.filter((area) => needed.has(area.code)).map((area) => area.sector))
}

/** The team after a suggestion was followed: the others' assignments in it are gone. */
export const merged = (team: readonly Helper[], merge: Merge): Helper[] =>
  team.filter((one) => !merge.others.some((other) => other.assignmentId === one.assignmentId))

/** Has every sector that the law asks for and that had somebody before still somebody? */
export const keepsTheLaw = (before: readonly Helper[], after: readonly Helper[], required: ReadonlySet<string>): boolean =>
  [...required].every((sector) => !before.some((one) => one.sector === sector) || after.some((one) => one.sector === sector))

/**
 * Which helpers might be one person, by the pack's rules. Each suggestion alone may be followed; after following one, ask again.
 * @param team who works with the family today
 */
export function suggestMerges(
  team: readonly Helper[],
  rules: readonly Pick<MergeSuggestion, 'code' | 'roles'>[],
  required: ReadonlySet<string>,
): Merge[] {
  return rules.flatMap((rule) => {
    const place = (one: Helper) => rule.roles.indexOf(one.role)
    const meant = team.filter((one) => place(one) >= 0).toSorted((a, b) => place(a) - place(b) || a.assignmentId - b.assignmentId)
    for (const keep of meant) {
      const others = removable(team, meant, keep, required)
      if (others.length > 0) return [{ code: rule.code, keep, others }]
    }
    return []
  })
}

function removable(team: readonly Helper[], meant: readonly Helper[], keep: Helper, required: ReadonlySet<string>): Helper[] {
  const others: Helper[] = []
  // A coordinator is never merged away: the coordination passes on by a handover.
  for (const one of meant.filter((x) => x.staffId !== keep.staffId && x.role !== keep.role && x.role !== 'coordinator')) {
    const next = { code: '', keep, others: [...others, one] }
    if (keepsTheLaw(team, merged(team, next), required)) others.push(one)
  }
  return others
}

/** Names a suggestion however its helpers are ordered: an answer counts for the same people only. */
export const mergeKey = (code: string, staffIds: readonly number[]): string => `${code}:${[...new Set(staffIds)].toSorted((a, b) => a - b).join(',')}`
export const keyOf = (merge: Merge): string => mergeKey(merge.code, [merge.keep.staffId, ...merge.others.map((one) => one.staffId)])
