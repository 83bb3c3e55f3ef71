import type { z } from 'zod'
import type { signerRule, SignerRuleKind } from './pack-access.ts'
import { inForce } from './pack-item.ts'

export type SignerRule = z.infer<typeof signerRule>

/** A rule that names purposes goes before one that names categories, and that before one that names neither; the policies agree. */
export const signerRuleRank = (rule: SignerRule): number =>
  (rule.purposes.length > 0 ? 2 : 0) + (rule.categories.length > 0 ? 1 : 0)

/**
 * Who must sign for a person of this age, for one purpose and one category. A consent that covers several categories needs the
 * signers of each. Null when no rule speaks: then nobody can sign, and the consent cannot become valid.
 */
export function signerRuleFor(
  rules: readonly SignerRule[], asked: { purpose: string; category: string; age: number }, today: string,
): SignerRuleKind | null {
  const speaking = inForce(rules, today).filter((rule) =>
    (rule.purposes.length === 0 || rule.purposes.includes(asked.purpose))
    && (rule.categories.length === 0 || rule.categories.includes(asked.category))
    && rule.ageFrom <= asked.age && (rule.ageUntil === null || asked.age <= rule.ageUntil))
  return speaking.toSorted((a, b) => signerRuleRank(b) - signerRuleRank(a))[0]?.rule ?? null
}
