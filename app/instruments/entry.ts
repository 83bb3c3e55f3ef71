import { z } from 'zod'
import { said } from '#app/platform/i18n/field-errors.ts'
import { PlainDate } from '#app/platform/time/plain-date.ts'
import { FILLED, type Item, itemsFor, rangeOf, type Scale, type Tool } from './instruments.ts'
import type { InformantKind } from '#app/catalogue/pack-instruments.ts'
import { type Answers, disagrees, scoreOf, type Scores, totalled } from './scoring.ts'

/* What is typed about one form: its answers by item code, or scores that somebody else counted. */

const Id = z.coerce.number().int().positive()
const optionalId = z.preprocess((v) => (v === '' || v === undefined ? null : v), Id.nullable())
const typedNumbers = z.record(z.string().max(60), z.string().trim().max(10)).default({})

export const ScoreEntry = z
  .object({
    caseId: Id,
    personId: Id,
    instrument: z.string().min(1).max(60),
    form: z.string().min(1).max(60),
    answeredOn: PlainDate,
    filled: z.enum(FILLED),
    /** The parent who answered, one of the family. */
    informantPerson: optionalId,
    /** The teacher who answered. */
    informantName: z.string().trim().max(100).default(''),
    group: z.string().max(60).default(''),
    answers: typedNumbers,
    scores: typedNumbers,
    /** The score that this one corrects. */
    replaces: optionalId,
  })
  .refine((v) => Object.values(v.filled === 'elsewhere' ? v.scores : v.answers).some((t) => t !== ''), said({ da: 'Skriv mindst ét tal', en: 'Write at least one number' }, ['numbers']))
export type ScoreEntry = z.output<typeof ScoreEntry>
export const ScoreRef = z.object({ caseId: Id, id: Id })

/** A form sends `a.<item>` and `s.<scale>` beside the rest. */
export function entryIn(values: Readonly<Record<string, string | string[]>>): { answers: Record<string, string>; scores: Record<string, string> } {
  const named = (prefix: string) => Object.fromEntries(Object.entries(values).flatMap(([name, v]) => (name.startsWith(prefix) && typeof v === 'string' ? [[name.slice(prefix.length), v.trim()] as const] : [])))
  return { answers: named('a.'), scores: named('s.') }
}
export const answerField = (code: string): string => `a.${code}`
export const scoreField = (code: string): string => `s.${code}`

export type Problem = { field: string; message: { da: string; en: string } }
export type Typed = { answers: Answers | null; scores: Scores; named: Record<string, string | null>; incomplete: boolean; problems: Problem[] }

/** Answers as typed: a whole number from 0 to the item's highest, or nothing. Counted by the instrument's own rule. */
export function readAnswers(tool: Tool, informant: InformantKind, typed: Readonly<Record<string, string>>): Typed {
  const items = itemsFor(tool, informant)
  const problems = items.flatMap((i) => problemOf(answerField(i.code), typed[i.code] ?? '', [0, i.max], true))
  if (problems.length > 0) return { answers: null, scores: {}, named: {}, incomplete: true, problems }
  const answers = Object.fromEntries(items.map((i) => [i.code, numberOf(typed[i.code])]))
  const scored = scoreOf(tool, informant, answers)
  return { answers, ...scored, problems }
}

/** Ready scores as typed; SDQ's total is the sum of its parts where they are given. */
export function readScores(tool: Tool, informant: InformantKind, typed: Readonly<Record<string, string>>): Typed {
  const problems = tool.scales.flatMap((s) => problemOf(scoreField(s.code), typed[s.code] ?? '', rangeOf(tool, s, informant), isWhole(tool, s)))
  const given: Scores = Object.fromEntries(tool.scales.map((s) => [s.code, numberOf(typed[s.code])]))
  if (problems.length === 0 && disagrees(tool, given)) {
    problems.push({ field: scoreField('totalDifficulties'), message: { da: 'Tallet i alt er ikke summen af de fire dele', en: 'The total is not the sum of the four parts' } })
  }
  const scores = problems.length === 0 ? totalled(tool, given) : {}
  return { answers: null, scores, named: {}, incomplete: Object.values(scores).includes(null), problems }
}
const isWhole = (tool: Tool, _: Scale): boolean => tool.algorithm !== 'typed' || tool.framework !== null
const numberOf = (text: string | undefined): number | null => (text === undefined || text === '' ? null : Number(text.replace(',', '.')))

function problemOf(field: string, text: string, [least, most]: readonly [number, number], whole: boolean): Problem[] {
  if (text === '') return []
  const fits = (whole ? /^\d{1,3}$/ : /^\d{1,3}([.,]\d{1,2})?$/).test(text) && numberOf(text)! >= least && numberOf(text)! <= most
  return fits ? [] : [{ field, message: { da: `Skriv et tal fra ${least} til ${most}`, en: `Write a number from ${least} to ${most}` } }]
}

/** The items in the order of the form, for the page: its number and our own short word, if we have one. */
export const numbered = (items: readonly Item[]): { item: Item; number: number }[] => items.map((item, k) => ({ item, number: k + 1 }))
