/** Between instants (UTC) and the calendar and clock on the wall in Denmark. */
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Copenhagen', hourCycle: 'h23',
  year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
})

function onTheWall(ms: number): { day: string; time: string; second: string } {
  const parts = Object.fromEntries(clock.formatToParts(ms).map((part) => [part.type, part.value]))
  return {
    day: `${parts['year']?.padStart(4, '0')}-${parts['month']}-${parts['day']}`,
    time: `${parts['hour']}:${parts['minute']}`,
    second: parts['second'] ?? '00',
  }
}

/** The plain date in Copenhagen at an instant: '2026-12-04'. */
export const copenhagenDay = (instant: string | Date): string => onTheWall(new Date(instant).getTime()).day

/** The time in Copenhagen at an instant: '13:00'. */
export const copenhagenTime = (instant: string | Date): string => onTheWall(new Date(instant).getTime()).time

/**
 * The instant at which the clock in Copenhagen shows this day and time ('13:00'). In the hour that spring skips it is
 * the hour after; of the two that autumn repeats, the first.
 */
export function instantAt(day: string, time: string): string {
  const wanted = Date.parse(`${day}T${time}:00Z`)
  // The offset a day before and a day after are the only two candidates around a change of the clock.
  const before = wanted - offsetAt(wanted - 86_400_000)
  const after = wanted - offsetAt(wanted + 86_400_000)
  const fits = [before, after].filter((ms) => ms + offsetAt(ms) === wanted)
  return new Date(fits.length > 0 ? Math.min(...fits) : before).toISOString()
}

function offsetAt(ms: number): number {
  const { day, time, second } = onTheWall(ms)
  return Date.parse(`${day}T${time}:${second}Z`) - Math.floor(ms / 1000) * 1000
}
