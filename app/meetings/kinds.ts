import type { MeetingKind, MustCome } from '#app/catalogue/pack-meetings.ts'
import { inForce } from '#app/catalogue/pack-item.ts'
import type { Pack } from '#app/catalogue/pack.ts'

/** Kinds of meetings as the pack has them on a day. Pure. */

export const kindsOf = (pack: Pack, today: string): MeetingKind[] => inForce(pack.meetingKinds, today)
/** The kind as it was on the day; a kind that has gone since is found among all, so that a held meeting keeps its name. */
export const kindOf = (pack: Pack, code: string, today: string): MeetingKind | null =>
  kindsOf(pack, today).find((k) => k.code === code) ?? pack.meetingKinds.find((k) => k.code === code) ?? null

export type Colleague = { staffId: number; role: string; sector: string }
/** Those of the team who answer to a rule, in the order of the team. */
export const answering = (rule: MustCome, team: readonly Colleague[]): Colleague[] => (rule.who === 'team' ? team.filter((c) => rule.roles.includes(c.role)) : [])

type Coming = { requiredBy: string | null; staffId?: number | null }
/** How many of those who must come are still missing, rule by rule; nothing is said of rules that are met. A colleague of the right role meets a rule however they came to be invited. */
export function missingBy(rules: readonly MustCome[], coming: readonly Coming[], team: readonly Colleague[] = []): { rule: MustCome; missing: number }[] {
  return rules.flatMap((rule) => {
    if (rule.who === 'adults') return []
    const right = new Set(answering(rule, team).map((c) => c.staffId))
    const missing = rule.atLeast - coming.filter((c) => c.requiredBy === rule.code || (c.staffId !== null && c.staffId !== undefined && right.has(c.staffId))).length
    return missing > 0 ? [{ rule, missing }] : []
  })
}
