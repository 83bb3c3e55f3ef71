import type { Span } from '#app/catalogue/pack-item.ts'
import { type Locale, pick } from '#app/platform/i18n/messages.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { en } from './messages-en.ts'
import { da } from './messages.ts'

export const clockTexts = (locale: Locale) => pick(locale, { da, en })

type Named = { label: string; who: string | null }
/** "Første opfølgning på hjælp til barnet (Ida)". */
export const nameOf = (line: Named): string => (line.who === null ? line.label : `${line.label} (${line.who})`)

type Rhythm = { every: Span | null; firstWithin: Span | null; decidedLocally: boolean }
/** "inden 3 måneder, så hver 6. måned": as the law or the authority has it. */
export function rhythmText(locale: Locale, line: Rhythm): string {
  const m = clockTexts(locale).span
  const parts = [line.firstWithin && spanWords(line.firstWithin, m.within), line.every && spanWords(line.every, m.every)].filter((part) => part !== null && part !== '')
  if (parts.length > 0) return parts.join(', ')
  return line.decidedLocally ? m.local : m.once
}
function spanWords(span: Span, say: (n: number, unit: 'days' | 'weeks' | 'months') => string): string {
  if ('months' in span) return say(span.months, 'months')
  if ('weeks' in span) return say(span.weeks, 'weeks')
  return 'days' in span ? say(span.days, 'days') : ''
}
/** Dates of a list in words, as short as they can be. */
export const dateList = (locale: Locale, days: readonly string[], today: string): string => days.map((day) => formatShortDate(locale, day, today)).join(' · ')
