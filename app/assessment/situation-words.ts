import { type Locale, pick } from '#app/platform/i18n/messages.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { da } from './messages.ts'
import { en } from './messages-en.ts'
import type { Member, SituationNote } from './situation.ts'

export const situationTexts = (locale: Locale) => pick(locale, { da, en })
export type SituationTexts = ReturnType<typeof situationTexts>

type Named = Pick<Member, 'id' | 'name'>
export const nameOf = (people: readonly Named[], id: number | null, m: SituationTexts): string =>
  id === null ? m.wholeFamily : (people.find((p) => p.id === id)?.name ?? '–')

/** Whose words these are: somebody of the family speaks for themselves. */
export const isOwnWords = (n: SituationNote): boolean => n.authorPersonId !== null || n.onBehalf !== null || n.heardBy !== ''

/** Where the words come from, in a line: "hørt af Line 3. nov.", "citat fra …", "oplyst af …". Null for a member's own. */
export function sourceText(locale: Locale, today: string, n: SituationNote): string | null {
  const m = situationTexts(locale)
  const date = (day: string) => formatShortDate(locale, day, today)
  const how: Readonly<Record<string, string>> = m.channelSaid
  if (n.heardBy !== '' && n.heardOn !== null) return m.heardSaid(n.heardBy, date(n.heardOn))
  if (n.quoted) return m.quotedSaid(n.quoted.authority, date(n.quoted.on))
  if (n.stated) return m.statedSaid(n.stated.name, m.sectors[n.stated.sector] ?? n.stated.sector, date(n.stated.on))
  if (n.onBehalf) return m.said(how[n.onBehalf.channel] ?? n.onBehalf.channel, date(n.onBehalf.on))
  if (n.authorPersonId === null) return m.writtenBySector(m.sectors[n.sector] ?? n.sector)
  return null
}
