import { type Locale, pick } from '#app/platform/i18n/messages.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { formatShortDate, formatTime } from '#app/platform/time/format.ts'
import { daysBetween } from '#app/platform/time/plain-date.ts'
import { formatDistance } from '#app/platform/time/format.ts'
import type { Standing } from './concern.ts'
import { da, en } from './messages.ts'

/** "i morgen kl. 10.32", "i dag kl. 8.00", "20. nov. kl. 13.05". */
export function momentWords(locale: Locale, instant: string, today: string): string {
  const day = copenhagenDay(instant)
  const near = Math.abs(daysBetween(today, day)) <= 1
  return pick(locale, { da, en }).clock.at(near ? formatDistance(locale, day, today) : formatShortDate(locale, day, today), formatTime(locale, instant))
}
/** "vurderes senest i morgen kl. 10.32", "skulle være vurderet i går kl. 8.00", "vurderet i dag kl. 9.15". */
export function clockWords(locale: Locale, c: Standing, now: string, today: string): string {
  const m = pick(locale, { da, en }).clock
  if (c.assessedAt !== null) return m.done(momentWords(locale, c.assessedAt, today))
  return Date.parse(c.assessBy) <= Date.parse(now) ? m.over(momentWords(locale, c.assessBy, today)) : m.by(momentWords(locale, c.assessBy, today))
}
