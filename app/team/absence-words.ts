import { type Locale, pick } from '#app/platform/i18n/messages.ts'
import { shortDate } from '#app/ui/due.ts'
import { da, en } from './absence-messages.ts'

const first = (name: string) => name.split(' ')[0] ?? name

/**
 * "Anna er syg til 4. dec. Peter hjælper jer." to the family, "Peter hjælper imens." to colleagues.
 * @param away.what words from the pack that the absent one chose; null: only that she is away
 */
export function awayWords(
  locale: Locale,
  away: { name: string; what: string | null; until: string | null; by: string | null },
  today: string,
  to: 'family' | 'staff',
): string {
  const m = pick(locale, { da, en })
  const gone = away.until === null ? m.gone(first(away.name), away.what) : m.goneUntil(first(away.name), away.what, shortDate(away.until, locale, today))
  const helps = away.by === null ? (to === 'family' ? m.foundYou : m.found) : (to === 'family' ? m.helpsYou : m.helps)(first(away.by))
  return `${gone.replace(/\.\.$/, '.')} ${helps}`
}
