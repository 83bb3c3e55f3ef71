import { type Locale, pick } from '#app/platform/i18n/messages.ts'
import { formatWeekday, formatDate } from '#app/platform/time/format.ts'
import { dayOf, endTimeOf, type Meeting, timeOf } from './meeting.ts'
import { da } from './messages.ts'
import { en } from './messages-en.ts'

export const meetingTexts = (locale: Locale) => pick(locale, { da, en })
/** "fredag 4. december 2026 kl. 13:00–14:30" */
export const whenOf = (locale: Locale, m: Pick<Meeting, 'startsAt' | 'minutes'>): string =>
  meetingTexts(locale).at(`${formatWeekday(locale, dayOf(m))} ${formatDate(locale, dayOf(m))}`, timeOf(m), endTimeOf(m))
/** The place, or that it is by video, or that it is missing. */
export const whereOf = (locale: Locale, m: Pick<Meeting, 'place' | 'videoLink'>): string => {
  const t = meetingTexts(locale)
  return m.place !== '' ? (m.videoLink !== '' ? `${m.place} · ${t.atVideo}` : m.place) : m.videoLink !== '' ? t.atVideo : t.noPlace
}
