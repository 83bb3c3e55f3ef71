import { type Locale, type Messages, pick } from '#app/platform/i18n/messages.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { type Agreement, isMine, type Mark, type Marker, postponements } from './agreement.ts'
import { da } from './messages.ts'
import { en } from './messages-en.ts'

export type AgreementTexts = Messages<typeof da>
export const agreementTexts = (locale: Locale): AgreementTexts => pick(locale, { da, en })

/** The staff's pages of a family's agreements. */
export const agreementsAddress = (caseId: number): string => `/familier/${caseId}/aftaler`

/** "Du", "Mette", "Line Krogh"; somebody whose name the reader does not know is "En anden". */
export const ownerText = (locale: Locale, a: Pick<Agreement, 'owner'>, who: Pick<Marker, 'staff' | 'me'> | null): string => {
  const m = agreementTexts(locale)
  return who && isMine(a, who) ? m.you : a.owner.name || m.somebody
}

/** Where it comes from and what has become of it, in a few words: "fra mødet 4. dec.", "udsat én gang". */
export function factsOf(locale: Locale, a: Agreement, today: string): string[] {
  const m = agreementTexts(locale)
  const day = (on: string) => formatShortDate(locale, on, today)
  const moved = postponements(a.marks).length
  return [
    a.meeting ? m.fromMeeting(day(a.meeting.on)) : m.madeOn(day(a.madeOn)),
    ...(a.heardBy ? [m.heard(a.heardBy)] : []),
    ...(moved > 0 ? [m.postponedTimes(moved)] : []),
    ...(a.keptOn ? [m.keptText(day(a.keptOn))] : []),
    ...(a.dropped ? [m.droppedText(day(a.dropped.on), a.dropped.reason)] : []),
  ]
}

/** One thing that became of it, as a line. `names`: who ticked, by `kind.id`. */
export function markText(locale: Locale, mark: Mark, names: Readonly<Record<string, string>>, today: string): string {
  const m = agreementTexts(locale)
  const day = (on: string | undefined) => (on ? formatShortDate(locale, on, today) : '')
  const who = names[`${mark.by.kind}.${mark.by.id}`] ?? m.somebody.toLocaleLowerCase(locale)
  const said = mark.channel && mark.saidOn ? m.saidText(m.channelSaid[mark.channel] ?? mark.channel, day(mark.saidOn)) : ''
  const text = {
    kept: () => m.mark.kept(day(mark.on), who),
    postponed: () => m.mark.postponed(day(mark.on), who, day(mark.from), day(mark.to), mark.reason ?? ''),
    dropped: () => m.mark.dropped(day(mark.on), who, mark.reason ?? ''),
    undo: () => m.mark.undo(day(mark.on), who),
  }[mark.how]()
  return `${text}${said}`
}
