import { dayNumber } from './due.ts'
import type { Locale } from './messages.ts'

/** First day of each month that begins in the range, with a short name; the year is added in January and at the first. */
export const monthTicks = (from: string, to: string, locale: Locale): { date: string; label: string }[] => {
  const names =
    locale === 'da'
      ? ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']
      : ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
  const ticks: { date: string; label: string }[] = []
  let year = Number(from.slice(0, 4))
  let month = Number(from.slice(5, 7))
  if (from.slice(8, 10) !== '01') month += 1
  for (;;) {
    if (month > 12) {
      month -= 12
      year += 1
    }
    const date = `${year}-${String(month).padStart(2, '0')}-01`
    if (date > to) return ticks
    const name = names[month - 1] ?? ''
    ticks.push({ date, label: month === 1 || ticks.length === 0 ? `${name} ${year}` : name })
    month += 1
  }
}

/** Every n-th tick, so that no more than `most` remain. */
export const thin = <T>(ticks: readonly T[], most: number): T[] => {
  const step = Math.max(1, Math.ceil(ticks.length / most))
  return ticks.filter((_, index) => index % step === 0)
}

/** ISO 8601 week number of a plain date. */
export const weekNumber = (date: string): number => {
  const day = dayNumber(date)
  const weekday = (day + 3) % 7 // 1970-01-01 was a Thursday: Monday is 0
  const thursday = day - weekday + 3
  const year = new Date(thursday * 86_400_000).getUTCFullYear()
  return 1 + Math.floor((thursday - dayNumber(`${year}-01-01`)) / 7)
}
