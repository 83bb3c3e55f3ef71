import { z } from 'zod'
import { Id, trimmed } from '#app/families/families.ts'
import type { Words } from '#app/catalogue/pack-item.ts'
import { PlainDate } from '#app/platform/time/plain-date.ts'

/*
 * Short questions answered together with a member (UDR-10, UDR-11, IT-10). What comes out is a list of suggestions: something to work on,
 * and somebody to
 * ask. Nothing is counted, and nobody is judged: the same answers always give the same list, and the list says which answer it came from.
 */

export const ANSWERS = ['yes', 'partly', 'no'] as const
export type ScreeningAnswer = (typeof ANSWERS)[number]
export type ScreeningQuestion = { code: string; text: Words; when: readonly ScreeningAnswer[]; theme: Words; sectors: readonly string[] }
export type ScreeningForm = { code: string; label: Words; lead: Words; ageFrom: number; ageUntil: number | null; questions: readonly ScreeningQuestion[] }
export type Suggestions = { themes: Words[]; ask: { sector: string; because: Words[] }[] }

/** What the answers speak for, in the order of the form; a question without an answer speaks for nothing. */
export function suggestionsOf(form: Pick<ScreeningForm, 'questions'>, answers: Readonly<Record<string, string>>): Suggestions {
  const hits = form.questions.filter((q) => q.when.some((a) => a === answers[q.code]))
  const sectors = [...new Set(hits.flatMap((q) => q.sectors))]
  return {
    themes: hits.map((q) => q.theme),
    ask: sectors.map((sector) => ({ sector, because: hits.filter((q) => q.sectors.includes(sector)).map((q) => q.theme) })),
  }
}
/** Does the form suit the age? Somebody without a known age is asked as an adult. */
export const suits = (form: Pick<ScreeningForm, 'ageFrom' | 'ageUntil'>, age: number | null): boolean =>
  (age ?? 18) >= form.ageFrom && (form.ageUntil === null || (age ?? 18) <= form.ageUntil)

/** The answers of a form with fields `q.<question>`; "will not answer" is no answer. */
export const screeningAnswersIn = (values: Readonly<Record<string, string | string[]>>): Record<string, ScreeningAnswer> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const match = /^q\.([a-zA-Z0-9-]+)$/.exec(name)
      const found = ANSWERS.find((a) => a === value)
      return match && found ? [[match[1]!, found]] : []
    }),
  )

export const ScreenNeeds = z.object({
  caseId: Id,
  personId: Id,
  form: z.string(),
  screenedOn: z.string().trim().pipe(PlainDate),
  answeredWith: trimmed(200).min(2),
  ownWords: trimmed(2000).default(''),
  answers: z.record(z.string(), z.enum(ANSWERS)),
})
