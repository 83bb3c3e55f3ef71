import { daysBetween } from '#app/platform/time/plain-date.ts'

/* VIS-20: drop-out and unwillingness as figures. No family is named, and none can be found: reasons and lengths of stay only. */

/** One exit as it counts: the pack's code of the reason, and the days of intake and of leaving. */
export type ExitFact = { reason: string; cameOn: string; leftOn: string }
/** Reasons by which a family left before it wanted less help: it no longer wished to, or the cooperation had stopped. */
export const dropOutReasons: readonly string[] = ['no-longer-wishes', 'not-cooperating']

export type ExitFigures = {
  exits: number
  dropOut: number
  /** Days from intake to leaving, the middle one of all; null without exits. */
  medianDays: number | null
  shortestDays: number | null
  longestDays: number | null
  byReason: { reason: string; exits: number; medianDays: number }[]
}

/** Exits by reason with the length of stay, most frequent first. `from` and `until`: only those who left in that time, both ends counting. */
export function exitFigures(facts: readonly ExitFact[], period: { from?: string; until?: string } = {}): ExitFigures {
  const counted = facts.filter((f) => (period.from === undefined || period.from <= f.leftOn) && (period.until === undefined || f.leftOn <= period.until))
  const stays = counted.map((f) => stayOf(f)).toSorted((a, b) => a - b)
  const byReason = [...Map.groupBy(counted, (f) => f.reason)].map(([reason, these]) => ({
    reason,
    exits: these.length,
    medianDays: median(these.map((f) => stayOf(f))) ?? 0,
  }))
  return {
    exits: counted.length,
    dropOut: counted.filter((f) => dropOutReasons.includes(f.reason)).length,
    medianDays: median(stays),
    shortestDays: stays[0] ?? null,
    longestDays: stays.at(-1) ?? null,
    byReason: byReason.toSorted((a, b) => b.exits - a.exits || a.reason.localeCompare(b.reason)),
  }
}

const stayOf = (f: ExitFact) => Math.max(0, daysBetween(f.cameOn, f.leftOn))

/** The middle value; of an even number the mean of the two in the middle, rounded. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[middle - 1], sorted[middle]]
  if (high === undefined) return null
  return sorted.length % 2 === 1 || low === undefined ? high : Math.round((low + high) / 2)
}
