import type { MeetingKind } from '#app/catalogue/pack-meetings.ts'
import { itemAt } from '#app/catalogue/pack-item.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { type Locale, pick } from '#app/platform/i18n/messages.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import type { LetterBlock } from '#app/platform/letters/letter.ts'
import type { CalendarEvent, CalendarPart } from '#app/platform/messages/calendar-file.ts'
import { linkMark, type LetterText, type MessageBody } from '#app/platform/messages/message.ts'
import { copenhagenDay, instantAt } from '#app/platform/time/copenhagen.ts'
import { formatDayInWords, formatTime } from '#app/platform/time/format.ts'
import type { InvitedMeeting, InvitedParticipant, Told } from './invitation.ts'
import { da, en } from './mail-messages.ts'

/*
 * Every text in which an invitation leaves the house, built for one recipient after the shields. Mail, SMS and calendar carry the day and, where nothing
 * speaks against it, the place; never whom it is about, what kind of meeting it is or what it serves. Those stand in the closed envelope and behind the sign-in or link.
 */

/** What may be said to one recipient. `quiet`: a shield or a protected address touches the meeting, so the place is said nowhere outside. */
export type Recipient = {
  locale: Locale
  quiet: boolean
  /** The secret part of the link, for those who never sign in. */
  token: string | null
  /** Who signs in where: the page of the meeting. */
  page: string
  /** Names that may stand in the closed envelope. */
  about: readonly string[]
  municipality: string
  contact: { name: string; phone: string } | null
}
export type Step = 'meeting' | 'meeting-changed' | 'meeting-cancelled' | 'meeting-reminder'

/** The time that is this participant's: the whole meeting, or a slot of their own by telephone. */
export function timeOf(m: Pick<InvitedMeeting, 'startsAt' | 'minutes'>, p: Pick<InvitedParticipant, 'slot'>): { startsAt: string; minutes: number } {
  if (p.slot === null) return { startsAt: new Date(m.startsAt).toISOString(), minutes: m.minutes }
  return { startsAt: instantAt(copenhagenDay(m.startsAt), p.slot.from), minutes: p.slot.minutes }
}

/** What the pack says the meeting is, serves and asks; kept with the invitation as it was told. */
export function toldBy(pack: Pack, today: string, m: Pick<InvitedMeeting, 'kind' | 'serves'>, requiredBy: string | null): Told {
  const kind: MeetingKind | undefined = itemAt(pack.meetingKinds, m.kind, today)
  const served = m.serves.flatMap((s) => {
    const duty = itemAt(pack.obligations, s.code, today)
    return duty ? [{ duty, personId: s.personId }] : []
  })
  const absent = new Map(served.flatMap(({ duty }) => (duty.ifAbsent ? [[duty.code, duty.ifAbsent] as const] : [])))
  return {
    kind: kind?.label ?? null,
    why: kind?.mustCome.find((one) => one.code === requiredBy)?.why ?? null,
    serves: served.map(({ duty, personId }) => ({ label: duty.label, paragraph: duty.paragraph, personId })),
    absent: [...absent.values()],
  }
}

/** The event in the recipient's calendar. */
export function eventFor(m: Pick<InvitedMeeting, 'uid' | 'place' | 'videoLink'>, time: { startsAt: string; minutes: number }, sequence: number, r: Pick<Recipient, 'locale' | 'quiet' | 'token' | 'page'>, cancelled: boolean): CalendarEvent {
  const t = pick(r.locale, { da, en })
  const url = linkMark + (r.token === null ? r.page : `/moede/${r.token}`)
  return {
    uid: m.uid,
    sequence,
    ...time,
    summary: t.subject,
    location: r.quiet || cancelled ? '' : m.place || m.videoLink,
    description: cancelled ? '' : r.token === null ? t.calendarSignIn : t.calendarLink(url),
    url: cancelled ? '' : url,
    cancelled,
  }
}

/** "torsdag den 3. december kl. 13.00". */
export const whenIn = (locale: Locale, startsAt: string, today: string): string =>
  `${formatDayInWords(locale, copenhagenDay(startsAt), today)} ${locale === 'da' ? 'kl.' : 'at'} ${formatTime(locale, startsAt)}`
const span = (locale: Locale, time: { startsAt: string; minutes: number }, today: string): string =>
  `${whenIn(locale, time.startsAt, today)}–${formatTime(locale, new Date(Date.parse(time.startsAt) + time.minutes * 60_000).toISOString())}`

/** The line of a mail or SMS. */
export function mailText(step: Step, when: string, r: Recipient): string {
  const t = pick(r.locale, { da, en })
  const link = r.token === null ? (step === 'meeting-cancelled' ? '' : t.signIn(linkMark + r.page)) : step === 'meeting-cancelled' ? '' : t.answerHere(`${linkMark}/moede/${r.token}`)
  const ask = r.token !== null && r.contact ? t.ask(r.municipality, r.contact.name, r.contact.phone) : ''
  return [t[step](when), link, ask].filter(Boolean).join(' ')
}

type Written = { step: Step; today: string; meeting: InvitedMeeting; participant: InvitedParticipant; told: Told; recipient: Recipient; time: { startsAt: string; minutes: number } }
/** The letter: whom it is about (as far as they may be told), what it serves, what follows from not coming, how to answer. */
export function letterFor({ step, today, meeting, participant, told, recipient: r, time }: Written): LetterText {
  const t = pick(r.locale, { da, en })
  const text = (line: string): LetterBlock[] => (line === '' ? [] : [{ kind: 'text', text: line }])
  const ask = r.contact ? t.ask(r.municipality, r.contact.name, r.contact.phone) : ''
  if (step === 'meeting-cancelled') return { title: t.title[step], blocks: [...text(t['meeting-cancelled'](whenIn(r.locale, time.startsAt, today))), ...text(ask)] }
  const doctor = participant.how === 'letter' || participant.slot !== null
  const where = r.quiet ? t.placeByPhone : meeting.place ? t.place(meeting.place) : meeting.videoLink ? t.video(meeting.videoLink) : ''
  return {
    title: t.title[step],
    blocks: [
      ...text([participant.slot ? t.weCall(span(r.locale, time, today), time.minutes) : t.when(span(r.locale, time, today)), participant.how === 'telephone' || participant.slot ? '' : where].filter(Boolean).join('\n')),
      ...text(r.quiet ? '' : [told.kind ? t.kind(told.kind[r.locale]) : '', r.about.length > 0 ? t.about(joinList(r.locale, [...r.about])) : ''].filter(Boolean).join('\n')),
      ...text(doctor ? t.doctorFirst : ''),
      ...text(told.why ? told.why[r.locale] : ''),
      ...(told.serves.length > 0 ? ([{ kind: 'heading', text: t.servesTitle }, { kind: 'list', items: told.serves.map((s) => t.serves(s.label[r.locale], s.paragraph)) }] satisfies LetterBlock[]) : []),
      { kind: 'heading', text: t.absentTitle },
      ...text(told.absent.length === 0 ? (doctor ? t.voluntaryDoctor : t.voluntary) : ''),
      ...told.absent.flatMap((a) => [...text(a.text[r.locale]), ...text(a.cancelAt[r.locale])]),
      { kind: 'heading', text: t.answerTitle },
      ...text(r.token === null ? t.letterSignIn(linkMark) : t.letterLink(`${linkMark}/moede/${r.token}`)),
      ...text(ask),
    ],
  }
}

/** All three ways of one invitation. */
export function composed(w: Written, calendar: { method: CalendarPart['method']; event: CalendarEvent } | null): { subject: string; body: MessageBody } {
  const t = pick(w.recipient.locale, { da, en })
  const body: MessageBody = { text: mailText(w.step, whenIn(w.recipient.locale, w.time.startsAt, w.today), w.recipient), letter: letterFor(w) }
  return { subject: t.subject, body: calendar ? { ...body, calendar: { ...calendar, organizer: `${w.recipient.municipality} Kommune` } } : body }
}
