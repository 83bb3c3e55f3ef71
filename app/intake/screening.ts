import { z } from 'zod'
import { type CriteriaResult, type CriterionAnswers, evaluateCriteria, expressionCodes } from '#app/catalogue/criteria.ts'
import { inForce } from '#app/catalogue/pack-item.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { Id, optionalText } from './intake.ts'

/* VIS-01 … VIS-08: the project's criteria, answered with evidence. The result is computed each time and never typed. */

const Answer = z.object({
  criterion: z.string().min(1).max(80),
  answer: z.preprocess((v) => (v === '' || v === undefined ? null : v), z.enum(['yes', 'no']).nullable()),
  evidence: optionalText(4000),
  /** Revision that was on the screen; null when nothing was answered yet. */
  revision: z.preprocess((v) => (v === '' || v === undefined ? null : v), z.coerce.number().int().positive().nullable()),
})
export type AnswerInput = z.output<typeof Answer>
/** Saves with anything missing: an answer without evidence, evidence without an answer, nothing at all. */
export const AnswerCriteria = z.object({ caseId: Id, answers: z.array(Answer).max(100), note: optionalText(4000) })
export type AnswerCriteria = z.output<typeof AnswerCriteria>

/** The fields `answer.<code>`, `evidence.<code>` and `revision.<code>` of the screening form as answers. */
export function answersFromForm(
  values: Record<string, string | string[]>,
): { criterion: string; answer: string; evidence: string; revision: string }[] {
  const one = (name: string) => {
    const v = values[name]
    return typeof v === 'string' ? v : ''
  }
  const codes = new Set(Object.keys(values).flatMap((name) => /^(?:answer|evidence)\.(.+)$/.exec(name)?.[1] ?? []))
  return [...codes].map((criterion) => ({
    criterion,
    answer: one(`answer.${criterion}`),
    evidence: one(`evidence.${criterion}`),
    revision: one(`revision.${criterion}`),
  }))
}

export type StoredAnswer = { criterion: string; answer: 'yes' | 'no' | null; evidence: string }

/** The stored answers as the criteria take them; evidence alone is no answer. */
export const asAnswers = (stored: readonly StoredAnswer[]): CriterionAnswers =>
  Object.fromEntries(stored.flatMap(({ criterion, answer, evidence }) => (answer === null ? [] : [[criterion, { answer, evidence }]])))

/** VIS-08: the result by the criteria in force that day, with the criteria, the rules that speak against, and what is still missing. */
export const screeningResult = (
  pack: Pick<Pack, 'intakeCriteria' | 'intakeRules'>,
  stored: readonly StoredAnswer[],
  today: string,
): CriteriaResult => evaluateCriteria(pack, asAnswers(stored), today)

/** VIS-06: the criteria that only count as softer grounds and were answered yes, by the rules in force that day. */
export function softGroundsOf(
  pack: Pick<Pack, 'intakeCriteria' | 'intakeRules'>,
  answers: Readonly<Record<string, string | null>>,
  today: string,
): Pack['intakeCriteria'] {
  const soft = inForce(pack.intakeRules, today).filter((rule) => rule.effect === 'soft')
  const hard = inForce(pack.intakeRules, today).filter((rule) => rule.effect !== 'soft')
  const named = (rules: typeof soft) => new Set(rules.flatMap((rule) => expressionCodes(rule.when).map((one) => one.value)))
  const [grounds, needed] = [named(soft), named(hard)]
  return inForce(pack.intakeCriteria, today).filter((one) => answers[one.code] === 'yes' && grounds.has(one.code) && !needed.has(one.code))
}
