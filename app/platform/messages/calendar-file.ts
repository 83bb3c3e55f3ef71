import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'

/** One meeting as a calendar shows it. Only what may stand in somebody's calendar on somebody's phone: see `built after the shields` in invitations. */
export type CalendarEvent = {
  /** The same through all changes. */
  uid: string
  /** Grows with every change that the recipient must hear. */
  sequence: number
  /** Instant. */
  startsAt: string
  minutes: number
  summary: string
  location: string
  description: string
  /** '' for none. */
  url: string
  cancelled: boolean
}
/** What a mail carries along: the event, and whether it is new or changed (`REQUEST`) or called off (`CANCEL`). */
export type CalendarPart = { method: 'REQUEST' | 'CANCEL'; event: CalendarEvent; organizer: string }

const METHODS = { REQUEST: ICalCalendarMethod.REQUEST, CANCEL: ICalCalendarMethod.CANCEL, PUBLISH: ICalCalendarMethod.PUBLISH }
type Whole = {
  method: keyof typeof METHODS
  events: readonly CalendarEvent[]
  /** Instant at which it is made. */
  stamp: string
  /** Whoever invites, and whoever is invited; both or neither. */
  organizer?: { name: string; email: string }
  attendee?: string
  /** What a subscribed calendar is called. */
  name?: string
}

/**
 * An iCalendar file (RFC 5545). All times are UTC (`…Z`): the receiving calendar knows its own zone, and a meeting across the change of the clock
 * stays where it was put.
 */
export function calendarFile({ method, events, stamp, organizer, attendee, name }: Whole): string {
  const calendar = ical({ prodId: { company: 'Helhed', product: 'Helhed', language: 'DA' }, method: METHODS[method], ...(name ? { name: plain(name) } : {}) })
  for (const e of events) {
    const start = new Date(e.startsAt)
    calendar.createEvent({
      id: e.uid,
      sequence: e.sequence,
      stamp: new Date(stamp),
      start,
      end: new Date(start.getTime() + e.minutes * 60_000),
      summary: plain(e.summary),
      status: e.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...(e.location ? { location: plain(e.location) } : {}),
      ...(e.description ? { description: plain(e.description) } : {}),
      ...(e.url ? { url: e.url } : {}),
      ...(organizer ? { organizer: { name: plain(organizer.name), email: organizer.email } } : {}),
      ...(attendee ? { attendees: [{ email: attendee, rsvp: false }] } : {}),
    })
  }
  return calendar.toString()
}

/** Without control characters, which no calendar knows; line breaks stay. */
const plain = (text: string): string => text.replaceAll('\r\n', '\n').replace(/[^\P{Cc}\n]/gu, ' ')
