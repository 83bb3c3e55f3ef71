import type { Locale } from '../i18n/messages.ts'
import { words } from '../i18n/words.ts'
import { copenhagenDay, copenhagenTime } from './copenhagen.ts'
import { daysBetween, isoWeek, monthsBetween, weekday } from './plain-date.ts'

/* Written out instead of asking Intl: server and browser must say the same, whatever their language data. */
const months = {
  da: ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
}
const shortMonths = {
  da: ['jan.', 'feb.', 'marts', 'apr.', 'maj', 'juni', 'juli', 'aug.', 'sep.', 'okt.', 'nov.', 'dec.'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
}
const weekdays = {
  da: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}

const split = (day: string) => ({ year: day.slice(0, 4), month0: Number(day.slice(5, 7)) - 1, date: Number(day.slice(8, 10)) })
const dot = (locale: Locale): string => (locale === 'da' ? '.' : '')

/** "4. december 2026" / "4 December 2026". */
export function formatDate(locale: Locale, day: string): string {
  const { year, month0, date } = split(day)
  return `${date}${dot(locale)} ${months[locale][month0]} ${year}`
}

/** "4. dec."; with the year when it is not today's: "4. dec. 2027". */
export function formatShortDate(locale: Locale, day: string, today: string): string {
  const { year, month0, date } = split(day)
  const short = `${date}${dot(locale)} ${shortMonths[locale][month0]}`
  return year === today.slice(0, 4) ? short : `${short} ${year}`
}

/** "04.12.2026": the same width in every row of a table; the same in both languages, as on Danish paper. */
export const formatNumericDate = (day: string): string => `${day.slice(8, 10)}.${day.slice(5, 7)}.${day.slice(0, 4)}`

/** "oktober 2026" from a date or a month ("2026-10"). */
export const formatMonth = (locale: Locale, day: string): string => `${months[locale][split(day).month0]} ${day.slice(0, 4)}`

/** "fredag". */
export const formatWeekday = (locale: Locale, day: string): string => weekdays[locale][weekday(day) - 1] ?? ''

/** "fredag den 4. december" / "Friday 4 December"; with the year when it is not today's. */
export function formatDayInWords(locale: Locale, day: string, today: string): string {
  const full = day.slice(0, 4) === today.slice(0, 4) ? formatDate(locale, day).replace(/ \d{4}$/, '') : formatDate(locale, day)
  return `${formatWeekday(locale, day)} ${locale === 'da' ? 'den ' : ''}${full}`
}

/** "uge 49" / "week 49". */
export const formatWeek = (locale: Locale, day: string): string => `${locale === 'da' ? 'uge' : 'week'} ${isoWeek(day).week}`

/** "4. dec. – 1. juni 2027"; an open end is said: "fra 4. dec.". */
export function formatRange(locale: Locale, from: string, until: string | null, today: string): string {
  const start = formatShortDate(locale, from, today)
  if (until !== null) return `${start} – ${formatShortDate(locale, until, today)}`
  return `${words(locale).from.toLowerCase()} ${start}`
}

/** How far away a day is: "i dag", "i morgen", "om 12 dage", "for 3 dage siden"; from 60 days on in months. */
export function formatDistance(locale: Locale, day: string, today: string): string {
  const days = daysBetween(today, day)
  if (days === 0) return locale === 'da' ? 'i dag' : 'today'
  if (days === 1) return locale === 'da' ? 'i morgen' : 'tomorrow'
  if (days === -1) return locale === 'da' ? 'i går' : 'yesterday'
  const w = words(locale)
  const [early, late] = days > 0 ? [today, day] : [day, today]
  const amount = Math.abs(days) < 60 ? w.days(Math.abs(days)) : w.months(monthsBetween(early, late))
  if (days > 0) return locale === 'da' ? `om ${amount}` : `in ${amount}`
  return locale === 'da' ? `for ${amount} siden` : `${amount} ago`
}

/** A date somebody waits for, both ways: "om 12 dage · 4. dec.". Today and tomorrow need no date. */
export function formatDue(locale: Locale, day: string, today: string): string {
  const distance = formatDistance(locale, day, today)
  const days = daysBetween(today, day)
  return days === 0 || days === 1 ? distance : `${distance} · ${formatShortDate(locale, day, today)}`
}

/** The clock in Copenhagen at an instant: "10.32" / "10:32". */
export const formatTime = (locale: Locale, instant: string): string =>
  locale === 'da' ? copenhagenTime(instant).replace(':', '.') : copenhagenTime(instant)

/** "4. december 2026 kl. 10.32" / "4 December 2026 at 10:32", in Copenhagen. */
export const formatInstant = (locale: Locale, instant: string): string =>
  `${formatDate(locale, copenhagenDay(instant))} ${locale === 'da' ? 'kl.' : 'at'} ${formatTime(locale, instant)}`

/** "gemt kl. 10.32"; on another day "gemt 3. dec. kl. 10.32". */
export function formatSaved(locale: Locale, instant: string, today: string): string {
  const day = copenhagenDay(instant)
  const on = day === today ? '' : ` ${formatShortDate(locale, day, today)}`
  return locale === 'da' ? `gemt${on} kl. ${formatTime(locale, instant)}` : `saved${on} at ${formatTime(locale, instant)}`
}
