import type { InformantKind } from '#app/catalogue/pack-instruments.ts'
import { scoreSdq, sdqImpact } from '#app/platform/calc/sdq.ts'
import { scoreCore10, scoreGad7, scorePhq9, scoreWho5 } from '#app/platform/calc/short-scales.ts'
import type { Tool } from './instruments.ts'

/*
 * From answers by item code to scores, by the very functions that `helhed calc score` calls. Raw answers stay with the score, so that it can be counted again.
 */

/** The version of the scoring stands with each score: a new rule is a new version, and an old score is still the old one's. */
export const ALGORITHM_VERSION = '1'
export const algorithmOf = (tool: Pick<Tool, 'algorithm'>): string => `${tool.algorithm ?? 'none'}/${ALGORITHM_VERSION}`

/** By item code; null: not answered. */
export type Answers = Readonly<Record<string, number | null>>
/** By scale. */
export type Scores = Record<string, number | null>
/** `named`: what the scoring itself calls the score, for norm sets of the rule `score`. */
export type Scored = { scores: Scores; named: Record<string, string | null>; incomplete: boolean }

/** @param answers as they were ticked: items that count the other way round are turned here */
export function scoreOf(tool: Pick<Tool, 'algorithm' | 'items'>, informant: InformantKind, answers: Answers): Scored {
  const inOrder = tool.items.map((i) => turned(answers[i.code] ?? null, i))
  switch (tool.algorithm) {
    case 'who5': {
      const { percent, atRisk } = scoreWho5(inOrder)
      return { scores: { percent }, named: { percent: atRisk === null ? null : atRisk ? 'at_risk' : 'above' }, incomplete: percent === null }
    }
    case 'phq9':
      return total(scorePhq9(inOrder))
    case 'gad7':
      return total(scoreGad7(inOrder))
    case 'core10': {
      const { total: sum, band } = scoreCore10(inOrder)
      return { scores: { total: sum }, named: { total: band }, incomplete: sum === null }
    }
    case 'sdq':
      return sdq(informant, answers)
    default:
      return { scores: {}, named: {}, incomplete: true }
  }
}
const turned = (answer: number | null, item: { max: number; reversed: boolean }): number | null => (answer === null || !item.reversed ? answer : item.max - answer)
const total = (s: { total: number | null; severity: string | null }): Scored => ({ scores: { total: s.total }, named: { total: s.severity }, incomplete: s.total === null })

/** SDQ turns its own items round. Impact is asked apart: nothing answered there is no impact, and no incomplete form. */
function sdq(informant: InformantKind, answers: Answers): Scored {
  const { reason, externalising: _, internalising: __, ...parts } = scoreSdq(answers)
  const who = informant === 'teacher' ? 'teacher' : informant === 'self' ? 'self' : 'parent'
  const { impact } = sdqImpact(who, { anyDifficulty: answers['anyDifficulty'] ?? null, distress: answers['distress'], home: answers['home'], friends: answers['friends'], learning: answers['learning'], leisure: answers['leisure'] })
  return { scores: { ...parts, impact }, named: {}, incomplete: reason !== undefined }
}

/** What ready scores are called by the scoring's own limits; the same limits as for answers. */
export function namedOf(tool: Pick<Tool, 'algorithm'>, scores: Scores): Record<string, string | null> {
  const sum = scores['total'] ?? null
  const whole = (n: number | null, items: number) => (n === null ? null : spread(n, items))
  switch (tool.algorithm) {
    case 'who5': {
      const percent = scores['percent'] ?? null
      return { percent: percent === null ? null : percent <= 50 ? 'at_risk' : 'above' }
    }
    case 'phq9':
      return { total: sum === null ? null : scorePhq9(whole(sum, 9)!).severity }
    case 'gad7':
      return { total: sum === null ? null : scoreGad7(whole(sum, 7)!).severity }
    case 'core10':
      return { total: sum === null ? null : scoreCore10(whole(sum, 10)!).band }
    default:
      return {}
  }
}
/** Answers that make this sum, so that a ready score meets the very same limits. */
const spread = (sum: number, items: number): number[] => Array.from({ length: items }, (_, k) => Math.floor(sum / items) + (k < Math.round(sum) % items ? 1 : 0) + (k === 0 ? sum - Math.round(sum) : 0))

/** SDQ's total of ready scores is the sum of its four parts where they are given. */
export function totalled(tool: Pick<Tool, 'algorithm'>, scores: Scores): Scores {
  if (tool.algorithm !== 'sdq') return scores
  const parts = ['emotional', 'conduct', 'hyperactivity', 'peer'].map((p) => scores[p] ?? null)
  const sum = parts.reduce<number | null>((all, p) => (all === null || p === null ? null : all + p), 0)
  return sum === null ? scores : { ...scores, totalDifficulties: scores['totalDifficulties'] ?? sum }
}
/** Parts and total that do not agree. */
export function disagrees(tool: Pick<Tool, 'algorithm'>, scores: Scores): boolean {
  const { totalDifficulties: _, ...rest } = scores
  const counted = totalled(tool, rest)['totalDifficulties']
  const given = scores['totalDifficulties']
  return typeof counted === 'number' && typeof given === 'number' && counted !== given
}

/** What nobody may pass over: an answer at or above its limit, also where the form is not whole. */
export const alertsIn = (tool: Pick<Tool, 'alerts'>, answers: Answers | null): Tool['alerts'] => tool.alerts.filter((a) => (answers?.[a.item] ?? 0) >= a.from)
