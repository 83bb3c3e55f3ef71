import type { Expression, IntakeCriterion, IntakeRule } from './pack-intake.ts'
import { inForce, type Words } from './pack-item.ts'

/** An answer to one criterion. No evidence is null or an empty text. */
export type CriterionAnswer = { answer: 'yes' | 'no'; evidence: string | null }
export type CriterionAnswers = Readonly<Record<string, CriterionAnswer | undefined>>

/** Where one criterion stands. `needs-evidence` is answered, but counts as unanswered until the evidence is written. */
export type CriterionState = {
  code: string; question: Words; state: 'yes' | 'no' | 'unanswered' | 'needs-evidence'; evidence: string | null
}

export type RuleState = { code: string; label: Words; effect: IntakeRule['effect']; holds: boolean | null; reason: Words }

export type CriteriaResult = {
  /** `unanswered` as long as answers could still change the result. */
  result: 'meets' | 'does-not-meet' | 'unanswered'
  criteria: CriterionState[]
  rules: RuleState[]
  /** Rules that speak against the family: a requirement that fails, an exclusion that holds. Goes into a refusal's reasons. */
  against: RuleState[]
  /** Softer grounds that hold; they change nothing in the result. */
  soft: RuleState[]
  /** Criteria whose answer (or evidence) is needed before there is a result. */
  missing: { code: string; question: Words; needs: 'answer' | 'evidence' }[]
}

/**
 * Judges a family's answers by the criteria and rules in force on a day. Every requirement must hold and no exclusion may.
 * A requirement that has failed settles the result, whatever else is unanswered; so does an alternative that is met.
 * A team may decide otherwise, but then with a reason: the computed result stays beside its decision.
 */
export function evaluateCriteria(
  pack: { intakeCriteria: readonly IntakeCriterion[]; intakeRules: readonly IntakeRule[] }, answers: CriterionAnswers, today: string,
): CriteriaResult {
  const criteria = inForce(pack.intakeCriteria, today).map((one) => stateOf(one, answers[one.code]))
  const truth = new Map(criteria.map(({ code, state }) => [code, state === 'yes' ? true : state === 'no' ? false : null]))
  const inPlay = inForce(pack.intakeRules, today)
  const rules = inPlay.map((rule) => ({
    code: rule.code, label: rule.label, effect: rule.effect, holds: holds(rule.when, truth), reason: rule.reason,
  }))
  const against = rules.filter(({ effect, holds: yes }) => effect === 'required' ? yes === false : effect === 'excludes' && yes === true)
  const open = rules.some(({ effect, holds: yes }) => effect !== 'soft' && yes === null)
  const result = against.length > 0 ? 'does-not-meet' : open ? 'unanswered' : 'meets'
  const asked = result === 'unanswered' ? openCodes(inPlay, truth) : new Set<string>()
  return {
    result, criteria, rules, against,
    soft: rules.filter(({ effect, holds: yes }) => effect === 'soft' && yes === true),
    missing: criteria.filter(({ code }) => asked.has(code)).map(({ code, question, state }) => ({
      code, question, needs: state === 'needs-evidence' ? 'evidence' : 'answer',
    })),
  }
}

function stateOf(criterion: IntakeCriterion, given: CriterionAnswer | undefined): CriterionState {
  const { code, question } = criterion
  if (!given) return { code, question, state: 'unanswered', evidence: null }
  const evidence = given.evidence?.trim() || null
  const needed = criterion.evidence === 'both' || (criterion.evidence === 'yes' && given.answer === 'yes')
  return { code, question, state: needed && evidence === null ? 'needs-evidence' : given.answer, evidence }
}

type Truth = ReadonlyMap<string, boolean | null>

/** True, false, or null while unanswered criteria could still turn it either way. */
export function holds(when: Expression, truth: Truth): boolean | null {
  if (typeof when === 'string') return truth.get(when) ?? null
  if ('not' in when) {
    const inner = holds(when.not, truth)
    return inner === null ? null : !inner
  }
  const settles = 'any' in when
  const parts = (settles ? when.any : when.all).map((part) => holds(part, truth))
  if (parts.includes(settles)) return settles
  return parts.includes(null) ? null : !settles
}

/** The unanswered criteria of the rules that are still open. */
function openCodes(rules: readonly IntakeRule[], truth: Truth): Set<string> {
  return new Set(rules
    .filter((rule) => rule.effect !== 'soft' && holds(rule.when, truth) === null)
    .flatMap((rule) => openParts(rule.when, truth)))
}

/** Only the parts that are still open: a branch already settled asks for nothing. */
function openParts(when: Expression, truth: Truth): string[] {
  if (holds(when, truth) !== null) return []
  if (typeof when === 'string') return [when]
  if ('not' in when) return openParts(when.not, truth)
  return ('any' in when ? when.any : when.all).flatMap((part) => openParts(part, truth))
}

/** Every criterion an expression names, with the path to where it stands. */
export function expressionCodes(when: Expression, path: PropertyKey[] = []): { value: string; path: PropertyKey[] }[] {
  if (typeof when === 'string') return [{ value: when, path }]
  if ('not' in when) return expressionCodes(when.not, [...path, 'not'])
  const key = 'any' in when ? 'any' : 'all'
  return ('any' in when ? when.any : when.all).flatMap((part, at) => expressionCodes(part, [...path, key, at]))
}
