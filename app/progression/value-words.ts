import type { Locale } from '#app/platform/i18n/messages.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { type Answer, type Indicator, isChoice, type Scale } from './indicators.ts'
import { da, en } from './messages.ts'

const decimal = (locale: Locale, n: number): string => (locale === 'da' ? String(n).replace('.', ',') : String(n))

/** An answer in a few letters: "2", "Delvist", "92 %", "12,5 t., 90 %". */
export function answerText(locale: Locale, indicator: Indicator, answer: Answer): string {
  const m = pick(locale, { da, en })
  if (answer.choice !== null) return isChoice(indicator.answer) ? (Object.entries(m.choices).find(([code]) => code === answer.choice)?.[1] ?? answer.choice) : m.notAssessed
  const n = decimal(locale, answer.number ?? 0)
  if (indicator.answer === 'attendance') return m.perCent(n)
  if (indicator.answer === 'hours' || indicator.answer === 'hours-and-attendance') return [m.hours(n), ...(answer.second === null ? [] : [m.perCent(decimal(locale, answer.second))])].join(', ')
  return n
}

/** What stands in the field for that answer, as somebody would type it. */
export const typedText = (locale: Locale, answer: Answer): string => answer.choice ?? (answer.number === null ? '' : decimal(locale, answer.number))
/** A number in Danish or English as typed. */
export const typedNumber = (locale: Locale, n: number | null): string => (n === null ? '' : decimal(locale, n))

/** The steps of a scale with their meaning, for the page's explanation. */
export const stepsOf = (locale: Locale, scale: Scale) =>
  scale.steps.map((s) => ({ key: s.value === null ? '–' : String(s.value), label: s.label[locale], meaning: s.meaning[locale] }))
