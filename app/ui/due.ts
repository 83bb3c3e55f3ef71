import { type Locale, uiTexts } from './messages.ts'

const months = {
  da: ['jan.', 'feb.', 'marts', 'april', 'maj', 'juni', 'juli', 'aug.', 'sep.', 'okt.', 'nov.', 'dec.'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const

/** Day number of a plain date YYYY-MM-DD, for differences in days. */
export const dayNumber = (date: string): number => Math.round(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / 86_400_000)

/** Whole days from `today` to `date`: negative when it has passed. */
export const daysUntil = (date: string, today: string): number => dayNumber(date) - dayNumber(today)

/** "4. dec." / "4 Dec"; with the year when it is not that of `today`, or when no `today` is given. */
export const shortDate = (date: string, locale: Locale, today?: string): string => {
  const [year = '', month = '1', day = '1'] = date.slice(0, 10).split('-')
  const name = months[locale][Number(month) - 1] ?? ''
  const shown = locale === 'da' ? `${Number(day)}. ${name}` : `${Number(day)} ${name}`
  return today && today.slice(0, 4) === year ? shown : `${shown} ${year}`
}

/**
 * How far away a date is, in words. `kind: 'deadline'` says "3 dage over fristen" of what has passed,
 * `kind: 'event'` "for 3 dage siden".
 */
export const relativeDay = (date: string, today: string, locale: Locale, kind: 'deadline' | 'event' = 'deadline'): string => {
  const t = uiTexts(locale).due
  const days = daysUntil(date, today)
  if (days === 0) return t.today
  if (days === 1) return t.tomorrow
  if (days > 1) return t.inDays(days)
  if (kind === 'deadline') return t.overdue(-days)
  return days === -1 ? t.yesterday : t.past(-days)
}

/** Both ways at once: "om 12 dage · 4. dec.". */
export const dueText = (date: string, today: string, locale: Locale, kind: 'deadline' | 'event' = 'deadline'): string =>
  `${relativeDay(date, today, locale, kind)} · ${shortDate(date, locale, today)}`

/** Up to two initials of a name: first and last word; a cross after it is no word. */
export const initials = (name: string): string => {
  const words = name.trim().split(/\s+/).filter((word) => word !== '' && word !== '†')
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words
  return letters
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase('da')
}
