import { type Locale, pick } from '#app/platform/i18n/messages.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import type { Answer } from './inquiry.ts'
import { da } from './messages.ts'
import { en } from './messages-en.ts'

export const inquiryTexts = (locale: Locale) => pick(locale, { da, en })
/** The pack's name of a sector, else ours. */
export const areaOf = (locale: Locale, areas: Readonly<Record<string, string>>, sector: string): string =>
  areas[sector] ?? inquiryTexts(locale).sectors[sector] ?? sector

/** "oplyst af Line Krogh, Skole, 3. nov. (svarlink)": who said it and how it came here. */
export function saidBy(locale: Locale, areas: Readonly<Record<string, string>>, a: Answer, today: string): string {
  const m = inquiryTexts(locale)
  const on = formatShortDate(locale, a.stated?.on ?? a.answeredOn, today)
  if (a.stated) return m.one.statedBy(a.stated.name, areaOf(locale, areas, a.stated.sector), on, m.statedChannel[a.stated.channel] ?? a.stated.channel)
  return m.one.writtenBy(a.by ?? '', areaOf(locale, areas, a.sector), on)
}
