import { z } from 'zod'
import { AboutOthers } from '#app/consent/about-others.ts'
import type { PackItem } from '#app/catalogue/pack.ts'
import type { Measure, Series } from '#app/progression/series.ts'
import { addDays, addMonths, ageOn, PlainDate, startOfMonth } from '#app/platform/time/plain-date.ts'

/*
 * What people say for themselves, from 0 to 10 in our own words (PROG-02, PROG-33, GOAL-10, UDR-04). The questions are pack data. Only the person answers: in the portal, or on paper, by
 * telephone or at a meeting, written down by staff on their behalf. One answer stands for each question and month.
 */

export type Question = PackItem<'ratingQuestions'>
export const HOW = ['portal', 'paper', 'phone', 'meeting'] as const
export type How = (typeof HOW)[number]
/** Ways in which somebody else writes it down. */
export const CHANNELS = ['paper', 'phone', 'meeting'] as const
export const howOf = (text: string): How => HOW.find((h) => h === text) ?? 'paper'

/** `by`: who of the staff wrote it down; null: the person did. */
export type Rating = { id: number; shelfId: number; subjects: number[]; personId: number; question: string; value: number; words: string; ratedOn: string; month: string; how: How; undone: boolean; by: string | null }
export type Rater = { id: number; name: string; born: string | null; unborn: boolean }

/** Is this person asked this, on that day? The unborn and those whose birthday is not known are not. */
export function isAsked(question: Question, person: Rater, day: string): boolean {
  if (person.unborn || person.born === null || person.born > day) return false
  const age = ageOn(person.born, day)
  return age >= question.ageFrom && (question.ageUntil === null || age <= question.ageUntil)
}

/** A question to one person: what was said this month, the newest before it, and whether an answer is due. */
export type Asked = { question: Question; now: Rating | null; last: Rating | null; due: boolean }
/**
 * What a person is asked in the month of `today`, in the pack's order; due when nothing was said within the question's rhythm. What was taken back is not there.
 * @param ratings those that stand, of the person or of more
 */
export function askedOf(questions: readonly Question[], ratings: readonly Rating[], person: Rater, today: string): Asked[] {
  const month = startOfMonth(today)
  return questions.filter((q) => isAsked(q, person, today)).map((question) => {
    const mine = inOrder(ratings.filter((r) => r.personId === person.id && r.question === question.code && !r.undone))
    const now = mine.findLast((r) => r.month === month) ?? null
    const last = mine.findLast((r) => r.month < month) ?? null
    const newest = now ?? last
    return { question, now, last, due: newest === null || newest.month <= addMonths(month, -question.everyMonths) }
  })
}
const inOrder = (ratings: readonly Rating[]): Rating[] => ratings.toSorted((a, b) => a.ratedOn.localeCompare(b.ratedOn) || a.id - b.id)

/** The first answer, late when it came more than `within` days after the family was taken in; missing when there is none; null: it may still come. */
export function startOf(ratings: readonly Rating[], ask: { person: number; question: string; began: string; within: number; today: string }): { rating: Rating; late: boolean } | 'missing' | null {
  const first = inOrder(ratings.filter((r) => r.personId === ask.person && r.question === ask.question && !r.undone))[0]
  const last = addDays(ask.began, ask.within)
  if (first) return { rating: first, late: first.ratedOn > last }
  return ask.today > last ? 'missing' : null
}

export const measureOf = (q: Question): Measure => ({ kind: 'rating', code: q.code, label: q.label, higherIsBetter: true, range: [0, 10], error: q.error, relevantChange: q.relevantChange })
/** One series for each person and question, in the pack's order; answers to a question the pack no longer has are left out. */
export function seriesOf(questions: readonly Question[], ratings: readonly Rating[]): Series[] {
  const people = [...new Set(ratings.map((r) => r.personId))]
  const known = [...new Map(questions.map((q) => [q.code, q])).values()]
  return people.flatMap((personId) => known.flatMap((q): Series[] => {
    const points = inOrder(ratings.filter((r) => r.personId === personId && r.question === q.code && !r.undone)).map((r) => ({ on: r.ratedOn, value: r.value, by: 'self' as const, who: null, recordId: r.id, shelfId: r.shelfId }))
    return points.length === 0 ? [] : [{ personId, measure: measureOf(q), by: 'self', points }]
  }))
}

const Id = z.coerce.number().int().positive()
/** One answer of a form. `text`: the number as sent, empty when the question was left out; `seen`: the answer of this month that the page showed. */
export const Answer = z.object({ question: z.string().min(1).max(100), text: z.string().trim().max(4), words: z.string().trim().max(1000), seen: Id.nullable() })
export type Answer = z.output<typeof Answer>
const Answers = z.array(Answer).max(50)
export const RateMyself = z.object({ caseId: Id, answers: Answers, aboutOthers: AboutOthers })
/** `asked`: the child itself was asked, when it is about one. */
export const RateForSomebody = z.object({ caseId: Id, personId: Id, how: z.enum(CHANNELS), on: PlainDate, asked: z.boolean(), answers: Answers, aboutOthers: AboutOthers })

/** Name of a field of a form: `value.how-is-it`. */
export const nameOf = (part: 'value' | 'words' | 'seen', question: string): string => `${part}.${question}`
/** What a form sent about each question. */
export function answersIn(values: Record<string, string | string[]>): Answer[] {
  const one = (name: string) => {
    const value = values[name]
    return typeof value === 'string' ? value : ''
  }
  return Object.keys(values).filter((name) => name.startsWith('seen.')).map((name) => {
    const question = name.slice('seen.'.length)
    return { question, text: one(nameOf('value', question)), words: one(nameOf('words', question)), seen: one(name) === '' ? null : Number(one(name)) }
  })
}
