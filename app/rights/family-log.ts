import { plural } from '#app/platform/i18n/words.ts'

/*
 * "Hvem har set vores oplysninger": look-ups as a family reads them. Which rows there are is decided in the database (access.family_log);
 * here they become people and days.
 */

/** One line of the database's answer: somebody, a day, an event. `name` is null for those whom the reader does not know by name. */
export type LogLine = {
  day: string; actorKind: string; actorId: number | null; name: string | null; department: string | null; role: string | null
  event: string; times: number; lastAt: string; bases: string[]
}
/** Why somebody could look who is not simply part of the family's team. */
export type Because = 'break-glass' | 'legal-basis' | null

export type LogPerson = { key: string; who: string; because: Because; things: { what: string; times: number }[] }
export type LogDay = { day: string; people: LogPerson[] }
export type LogTotal = { key: string; who: string; times: number }
export type FamilyLog = { since: string; days: LogDay[]; totals: LogTotal[] }

/** The words that the lines need; see messages.ts. */
export type LogWords = {
  events: Readonly<Record<string, string>>
  /** By the part before the dot, for events without words of their own. */
  parts: Readonly<Record<string, string>>
  somethingElse: string
  roles: Readonly<Record<string, string>>
  actors: Readonly<Record<string, string>>
  unnamed: (department: string, role: string) => string
}

/** Who: the name, or department and role. */
export function whoLooked(line: Pick<LogLine, 'name' | 'department' | 'role' | 'actorKind'>, w: LogWords): string {
  if (line.name !== null) return line.name
  if (line.actorKind !== 'staff' || line.department === null) return w.actors[line.actorKind] ?? w.actors['staff'] ?? ''
  return w.unnamed(line.department, w.roles[line.role ?? ''] ?? '')
}

/** What they did, in plain words: "har set jeres plan". */
export const whatWasDone = (event: string, w: Pick<LogWords, 'events' | 'parts' | 'somethingElse'>): string => w.events[event] ?? w.parts[event.split('.')[0] ?? ''] ?? w.somethingElse

/** "har set jeres plan 3 gange"; once needs no number. */
export const timesSaid = (what: string, times: number, words: readonly [string, string]): string => (times === 1 ? what : `${what} ${plural(times, ...words)}`)

/** Lines by day, newest first, and in a day by person; equal words are added up. */
export function groupLog(lines: readonly LogLine[], since: string, w: LogWords): FamilyLog {
  const days = new Map<string, Map<string, LogPerson>>()
  const totals = new Map<string, LogTotal>()
  for (const line of lines) {
    const who = whoLooked(line, w)
    const key = line.actorId === null ? `${line.actorKind}:${line.department}:${line.role}` : `${line.actorKind}:${line.actorId}`
    const people = days.get(line.day) ?? new Map<string, LogPerson>()
    days.set(line.day, people)
    const because = line.bases.includes('break-glass') ? 'break-glass' : line.bases.includes('legal-basis') ? 'legal-basis' : null
    const person = people.get(`${key}:${because}`) ?? { key: `${key}:${because}`, who, because, things: [] }
    people.set(person.key, person)
    add(person.things, whatWasDone(line.event, w), line.times)
    const total = totals.get(key) ?? { key, who, times: 0 }
    totals.set(key, { ...total, times: total.times + line.times })
  }
  return {
    since, days: [...days].map(([day, people]) => ({ day, people: [...people.values()] })).toSorted((a, b) => b.day.localeCompare(a.day)),
    totals: [...totals.values()].toSorted((a, b) => b.times - a.times),
  }
}

function add(things: { what: string; times: number }[], what: string, times: number): void {
  const same = things.find((t) => t.what === what)
  if (same) same.times += times
  else things.push({ what, times })
}
