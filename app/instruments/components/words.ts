import { pick, type Locale } from '#app/platform/i18n/messages.ts'
import { useLocale } from '#app/ui/context.tsx'
import { da, en } from '../messages.ts'
import type { Score } from '../scores.ts'
import { inWords, type ScoreChange } from '../score-words.ts'
import { formatShortDate } from '#app/platform/time/format.ts'

export const useWords = () => {
  const locale = useLocale()
  return { locale, m: pick(locale, { da, en }) }
}

/** Who answered, in words. */
export function whoAnswered(locale: Locale, s: Pick<Score, 'informant' | 'informantName'>): string {
  const { who } = pick(locale, { da, en })
  return s.informant === 'self' ? who.self : who[s.informant](s.informantName)
}

/** "fra 40 til 52 siden 3. aug.: for lille til at være sikker på". */
export function changeText(locale: Locale, c: ScoreChange, today: string): string {
  const m = pick(locale, { da, en })
  return `${m.moved(inWords(locale, c.from), inWords(locale, c.to), formatShortDate(locale, c.since, today))}: ${m.changed[c.kind]}`
}
