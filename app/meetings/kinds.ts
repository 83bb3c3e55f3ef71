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

/** How many of those who must come are still missing, rule by rule; nothing is said of rules that are met. */
export function missingBy(rules: readonly MustCome[], coming: readonly { requiredBy: string | null }[]): { rule: MustCome; missing: number }[] {
  return rules.flatMap((rule) => {
    if (rule.who === 'adults') return []
    const missing = rule.atLeast - coming.filter((c) => c.requiredBy === rule.code).length
    return missing > 0 ? [{ rule, missing }] : []
  })
}
