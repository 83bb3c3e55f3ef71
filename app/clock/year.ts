import { inForce } from '#app/catalogue/pack-item.ts'
import { settingAt } from '#app/catalogue/pack-values.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { cadence, type CadenceInput, type CadenceResult, judge } from '#app/platform/calc/cadence.ts'
import { Senseless } from '#app/platform/calc/topic.ts'
import { addDays, addMonths, addYears, daysBetween } from '#app/platform/time/plain-date.ts'
import { publicHolidays } from '#app/platform/time/working-days.ts'
import { afterSpan, type Entry } from './clock.ts'

/** The year ahead: the obligations of a family as `helhed calc cadence` takes them, and what comes of it. Pure. */

export type Blocked = { from: string; to: string }
/** `slackDays`: planned so much before the last day. `gapWeeks`: time to work between two joint meetings (MEET-10); null: none asked for. */
export type YearRules = { slackDays: number; gapWeeks: number | null }
export type Year = {
  from: string
  /** The last day of the year ahead. */
  until: string
  proposal: CadenceResult | null
  /** Dates that the obligation would need alone, by entry id. */
  alone: Record<string, string[]>
  /** Nothing can be proposed: a code of `helhed calc cadence`. */
  problem: string | null
}

export function yearRules(pack: Pack, today: string): YearRules {
  const has = (code: string) => inForce(pack.settings, today).some((one) => one.code === code)
  return {
    slackDays: has('jointMeetingSlackDays') ? settingAt(pack, 'jointMeetingSlackDays', today) : 10,
    gapWeeks: has('jointMeetingGapWeeks') ? settingAt(pack, 'jointMeetingGapWeeks', today) : 4,
  }
}

/** Public holidays, the pack's closing days and the family's own blocked periods from today on, for as long as a search can go. */
export function blockedDays(pack: Pack, own: readonly Blocked[], today: string): Blocked[] {
  const first = Number(today.slice(0, 4))
  const years = [first, first + 1, first + 2]
  return [
    ...years.flatMap((year) => publicHolidays(year).map(({ day }) => ({ from: day, to: day }))),
    ...years.flatMap((year) => closedIn(pack, year)),
    ...own.filter((range) => range.to >= today),
  ]
}
/** The pack's closing days of a year, in the years that it holds for. */
export const closedIn = (pack: Pack, year: number): Blocked[] =>
  pack.closingDays
    .map((one) => ({ ...one, range: { from: `${year}-${one.from}`, to: `${year}-${one.to}` } }))
    .filter((one) => one.validFrom <= one.range.from && (one.validUntil === null || one.range.to <= one.validUntil) && one.range.from <= one.range.to)
    .map((one) => one.range)

export const inProposal = (entries: readonly Entry[]): Entry[] => entries.filter((entry) => entry.joint && entry.due !== null)

/** As the calculation takes them. @param from the first day a meeting may be held */
export function cadenceInput(entries: readonly Entry[], part: { today: string; rules: YearRules; blocked: readonly Blocked[] }): CadenceInput {
  const { today, rules, blocked } = part
  return {
    today,
    horizonEnd: addDays(addYears(today, 1), -1),
    blocked: [...blocked],
    slack: { days: rules.slackDays },
    ...(rules.gapWeeks === null ? {} : { minGap: { weeks: rules.gapWeeks } }),
    obligations: entries.flatMap((entry) => (entry.due === null ? [] : [asObligation(entry, entry.due, today)])),
  }
}

/** With its own anchor and interval where they give the due date; else as that date, so that nothing is computed twice in two ways. */
function asObligation(entry: Entry, due: string, today: string): CadenceInput['obligations'][number] {
  const every = entry.every && 'months' in entry.every ? { months: entry.every.months } : entry.every && 'weeks' in entry.every ? { weeks: entry.every.weeks } : daysOf(entry)
  const more = every ? { every } : {}
  if (entry.lastDone !== null && entry.lastDone <= today && entry.every && afterSpan(entry.lastDone, entry.every) === due)
    return { id: entry.id, anchor: min(entry.anchor?.on ?? entry.lastDone, entry.lastDone), lastDone: entry.lastDone, ...more }
  const anchor = due > today ? today : addDays(due, -1)
  return { id: entry.id, anchor, firstWithin: { days: daysBetween(anchor, due) }, ...more }
}
const daysOf = (entry: Entry): { days: number } | null => (entry.every && 'days' in entry.every ? { days: entry.every.days } : null)
const min = (a: string, b: string): string => (a < b ? a : b)

/**
 * The proposal for the year ahead (MEET-09, MEET-10).
 * @param called days of joint meetings that stand already: they are used, and the others are found around them
 */
export function proposeYear(entries: readonly Entry[], part: { today: string; rules: YearRules; blocked: readonly Blocked[]; called: readonly string[] }): Year {
  const all = inProposal(entries)
  const input = cadenceInput(all, part)
  const year = { from: part.today, until: input.horizonEnd }
  try {
    return { ...year, proposal: cadence(input, part.called), alone: aloneDates(input), problem: null }
  } catch (error) {
    if (error instanceof Senseless) return { ...year, proposal: null, alone: {}, problem: error.code }
    throw error
  }
}
const aloneDates = (input: CadenceInput): Record<string, string[]> =>
  Object.fromEntries(input.obligations.map((one) => [one.id, cadence({ ...input, obligations: [one] }).meetings.map((m) => m.date)]))

export type WhatIf = {
  from: string
  to: string
  /** The same dates with the one moved. */
  dates: string[]
  late: { id: string; due: string; servedOn: string | null; days: number | null }[]
  /** What would be proposed from the moved date on; null when nothing can be. */
  instead: string[] | null
  /** Why it is no good day: a public holiday, closed or blocked, a weekend. */
  closed: boolean
}
/** What happens if one date of the year moves: who comes too late, and how the rest would be found anew. */
export function moveDate(entries: readonly Entry[], part: { today: string; rules: YearRules; blocked: readonly Blocked[] }, dates: readonly string[], from: string, to: string): WhatIf {
  const input = cadenceInput(inProposal(entries), part)
  const moved = [...new Set([...dates.filter((day) => day !== from), to])].toSorted()
  const { late } = judge(input, moved)
  const kept = moved.filter((day) => day <= to)
  return {
    from,
    to,
    dates: moved,
    late: late.map((one) => ({ ...one, days: one.servedOn === null ? null : daysBetween(one.due, one.servedOn) })),
    instead: orNull(() => cadence(input, kept).meetings.map((m) => m.date)),
    closed: part.blocked.some((range) => range.from <= to && to <= range.to) || [6, 7].includes(weekdayOf(to)),
  }
}
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7
function orNull<T>(make: () => T): T | null {
  try {
    return make()
  } catch (error) {
    if (error instanceof Senseless) return null
    throw error
  }
}

/** What is due, overdue and next of a family: the least that a list of many families needs. */
export type DueLine = { caseId: number; entryId: string; code: string; personId: number | null; sector: string; due: string; overdue: boolean; planned: string | null }
export const dueLines = (caseId: number, entries: readonly Entry[], until: string): DueLine[] =>
  entries
    .filter((entry) => entry.due !== null && entry.due <= until)
    .map((entry) => ({
      caseId,
      entryId: entry.id,
      code: entry.code,
      personId: entry.personId,
      sector: entry.sector,
      due: entry.due ?? '',
      overdue: entry.state === 'overdue',
      planned: entry.planned,
    }))
    .toSorted((a, b) => a.due.localeCompare(b.due))

/** Actual against agreed interval (MEET-08): each time with the days since the one before, and the agreed most. The last is still open. */
export type Interval = { from: string; to: string; days: number; most: number | null; tooLong: boolean; open: boolean }
export function intervalsOf(entry: Entry, today: string): Interval[] {
  const days = [...new Set([...(entry.begins === null ? [] : [entry.begins]), ...entry.history.map((h) => h.on)])].filter((d) => d <= today).toSorted()
  const start = days[0]
  if (start === undefined) return []
  return days.map((from, i) => {
    const to = days[i + 1] ?? today
    const span = i === 0 && entry.history[0] && entry.history[0].on > from ? (entry.firstWithin ?? entry.every) : (entry.every ?? entry.firstWithin)
    const last = span ? afterSpan(from, span) : null
    return { from, to, days: daysBetween(from, to), most: last === null ? null : daysBetween(from, last), tooLong: last !== null && to > last, open: days[i + 1] === undefined }
  })
}
export const horizonOf = (today: string): string => addDays(addMonths(today, 12), -1)
