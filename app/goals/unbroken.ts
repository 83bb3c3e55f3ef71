import { addDays, addMonths, daysBetween, monthsBetween } from '#app/platform/time/plain-date.ts'

/* How long something lasts without a break (CIV-09; 000:57-59): spells that overlap or follow each other within the gap allowed are one. Days are inclusive. */

export type Stretch = { from: string; until: string | null }

/** Spells joined into unbroken stretches, the first one first. @param gapDays days without that a stretch may hold */
export function unbroken(spells: readonly Stretch[], gapDays = 0): Stretch[] {
  const joined: Stretch[] = []
  for (const spell of spells.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const last = joined.at(-1)
    if (last && (last.until === null || daysBetween(last.until, spell.from) - 1 <= gapDays)) last.until = last.until === null || spell.until === null ? null : last.until > spell.until ? last.until : spell.until
    else joined.push({ from: spell.from, until: spell.until })
  }
  return joined
}

/** Completed months from the first day through the last; a part of a month counts as a half, so that what lasted longer than a whole one lies above it. */
export function monthsLasted(from: string, lastDay: string): number {
  const after = addDays(lastDay, 1)
  const whole = monthsBetween(from, after)
  return after > addMonths(from, whole) ? whole + 0.5 : whole
}

/** How a stretch stands when it was last seen on `seen`: ended by then, or still going on. */
export function lasted(stretch: Stretch, seen: string): { months: number; ended: boolean } {
  const ended = stretch.until !== null && stretch.until < seen
  return { months: monthsLasted(stretch.from, ended ? stretch.until! : seen), ended }
}
