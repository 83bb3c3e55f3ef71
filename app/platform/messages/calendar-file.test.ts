import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { copenhagenTime, instantAt } from '../time/copenhagen.ts'
import { type CalendarEvent, calendarFile } from './calendar-file.ts'

// Read back by another program (ical.js), so that the writer is never held against itself.
const event = (over: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'moede-17@helhed', sequence: 0, startsAt: '2026-12-03T12:00:00.000Z', minutes: 90, summary: 'Møde', location: 'Børnehuset', description: 'Log ind.', url: 'https://helhed.example/moeder', cancelled: false, ...over,
})
const made = (e: CalendarEvent, method: 'REQUEST' | 'CANCEL' | 'PUBLISH' = 'REQUEST') =>
  calendarFile({ method, events: [e], stamp: '2026-11-22T10:00:00.000Z', organizer: { name: 'Hedensted Kommune', email: 'helhed@hedensted.example' }, attendee: 'mette@example.dk' })
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[])
  const part = calendar.getFirstSubcomponent('vevent')
  if (!part) throw new Error('no event')
  const e = new ICAL.Event(part)
  return { method: calendar.getFirstPropertyValue('method'), uid: e.uid, sequence: e.sequence, summary: e.summary, location: e.location, description: e.description,
    start: e.startDate.toJSDate().toISOString(), end: e.endDate.toJSDate().toISOString(), zone: e.startDate.zone.tzid, status: part.getFirstPropertyValue('status'),
    url: part.getFirstPropertyValue('url'), attendees: part.getAllProperties('attendee').map((a) => String(a.getFirstValue()).toLowerCase()), organizer: part.getFirstPropertyValue('organizer') }
}

test('MEET-02: a new invitation reads back in another program as it was meant', () => {
  expect(read(made(event()))).toEqual({
    method: 'REQUEST', uid: 'moede-17@helhed', sequence: 0, summary: 'Møde', location: 'Børnehuset', description: 'Log ind.', start: '2026-12-03T12:00:00.000Z', end: '2026-12-03T13:30:00.000Z',
    zone: 'UTC', status: 'CONFIRMED', url: 'https://helhed.example/moeder', attendees: ['mailto:mette@example.dk'], organizer: 'mailto:helhed@hedensted.example',
  })
})

test('MEET-02: an update keeps its UID and grows its SEQUENCE; a cancellation says so twice', () => {
  expect(read(made(event({ sequence: 3, startsAt: '2026-12-04T08:00:00.000Z' })))).toMatchObject({ uid: 'moede-17@helhed', sequence: 3, start: '2026-12-04T08:00:00.000Z', method: 'REQUEST' })
  expect(read(made(event({ sequence: 4, cancelled: true, location: '' }), 'CANCEL'))).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', sequence: 4, location: null })
})

test('MEET-02: times are written in UTC without a zone, also where the clock changes', () => {
  for (const [day, time] of [['2026-10-25', '02:30'], ['2026-10-25', '03:30'], ['2027-03-28', '01:30'], ['2027-03-28', '03:00'], ['2026-07-01', '13:00']] as const) {
    const startsAt = instantAt(day, time)
    const file = made(event({ startsAt }))
    expect(file).toMatch(/DTSTART:\d{8}T\d{6}Z/)
    expect(file).not.toMatch(/TZID|X-WR-TIMEZONE/)
    expect(copenhagenTime(read(file).start)).toBe(time)
  }
})

test('MEET-02: lines are folded at 75 octets between whole characters, and any text comes back as it was', () => {
  const text = fc.string({ unit: fc.constantFrom(...'abc æøåÆØÅ,;:\\"\n–é漢字😀'), maxLength: 300 }).map((s) => s.trim())
  fc.assert(fc.property(text, text, (location, description) => {
    const file = made(event({ location, description }))
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(Buffer.from(file).toString()).toBe(file)
    const back = read(file)
    expect([back.location ?? '', back.description ?? '']).toEqual([location, description])
  }))
})

test('control characters of a pasted text do not reach the calendar', () => {
  expect(read(made(event({ location: 'Børne\u0007huset\r\nstuen' }))).location).toBe('Børne huset\nstuen')
})

test('several events make one calendar that publishes', () => {
  const calendar = new ICAL.Component(ICAL.parse(calendarFile({ method: 'PUBLISH', events: [event(), event({ uid: 'b' })], stamp: '2026-11-22T10:00:00Z', name: 'Møder' })) as unknown[])
  expect(calendar.getAllSubcomponents('vevent').map((e) => e.getFirstPropertyValue('uid'))).toEqual(['moede-17@helhed', 'b'])
  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
  expect(calendar.getAllSubcomponents('vevent')[0]?.hasProperty('organizer')).toBe(false)
})
