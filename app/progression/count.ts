import { type Spell, type SpellKind, spellsOn } from '#app/spells/spells.ts'
import { endOfMonth, monthsBetween } from '#app/platform/time/plain-date.ts'
import { type Attended, percentOf } from './attended.ts'
import type { Answer, Field } from './indicators.ts'

/* What the family's spells already say (PROG-19 … PROG-30): shown in the field before anybody types, with what it rests on. Nothing is said where no spell speaks. */

export type Counted = Answer & { source: string }
const FULL_WEEK = 37 * 60
/** A leisure job or education counts as kept when it has lasted so long without a break (000:57-59). */
const KEPT_MONTHS = 6

/**
 * @param spells those of the family that the reader may see
 * @param attended their attendance, of any month
 */
export function countedFor(field: Field, spells: readonly Spell[], month: string, attended: readonly Attended[] = []): Counted | null {
  const mine = spells.filter((s) => s.personId === field.member.id)
  const there = (...kinds: SpellKind[]) => attended.filter((a) => a.month === month && mine.some((s) => s.id === a.spellId && kinds.includes(s.kind)))
  const now = (...kinds: SpellKind[]) => spellsOn(mine, endOfMonth(month)).filter((s) => kinds.includes(s.kind))
  switch (field.indicator.code) {
    case 'parent-in-work':
      return inWork(now('work'))
    case 'parent-hours-begun':
      return hours(now('work'))
    case 'parent-education-begun':
      return begun(now('education'))
    case 'child-day-care-begun':
      return begun(now('day-care'))
    case 'child-youth-education':
      return kept(mine, 'education', month)
    case 'child-leisure-job':
      return kept(mine, 'leisure-job', month)
    case 'parent-offer':
      return kept(mine, 'offer', month)
    case 'parent-offer-hours':
      return hours(now('offer'))
    case 'parent-offer-attendance':
      return percent(there('offer'), mine)
    case 'child-attendance':
      return percent(there('day-care', 'school', 'education'), mine)
    case 'parent-hours-attendance':
      return hoursAndPercent(hours(now('work', 'education', 'offer')), percent(there('work', 'education', 'offer'), mine))
    default:
      return null
  }
}

const named = (spells: readonly Spell[]): string => spells.map((s) => [s.what, s.place].filter(Boolean).join(', ') || s.status).join('; ')
const choice = (value: string, spells: readonly Spell[]): Counted => ({ number: null, second: null, choice: value, source: named(spells) })

function inWork(work: readonly Spell[]): Counted | null {
  if (work.length === 0) return null
  const minutes = work.reduce((sum, s) => sum + (s.minutesPerWeek ?? FULL_WEEK), 0)
  return choice(minutes >= FULL_WEEK ? 'yes' : 'partly', work)
}
const begun = (spells: readonly Spell[]): Counted | null => (spells.length === 0 ? null : choice('yes', spells))

function hours(spells: readonly Spell[]): Counted | null {
  const known = spells.filter((s) => s.minutesPerWeek !== null)
  if (known.length === 0 || known.length < spells.length) return null
  return { number: rounded(known.reduce((sum, s) => sum + (s.minutesPerWeek ?? 0), 0) / 60, 2), second: null, choice: null, source: named(known) }
}
const rounded = (n: number, decimals: number): number => Number(n.toFixed(decimals))

function percent(there: readonly Attended[], spells: readonly Spell[]): Counted | null {
  const found = percentOf(there)
  return found === null ? null : { number: rounded(Math.min(100, found), 1), second: null, choice: null, source: named(spells.filter((s) => there.some((a) => a.spellId === s.id))) }
}
const hoursAndPercent = (week: Counted | null, attended: Counted | null): Counted | null => week && { ...week, second: attended?.number ?? null }

/** Kept after half a year, begun before; lost when it ended in that month and nothing took its place. */
function kept(mine: readonly Spell[], kind: SpellKind, month: string): Counted | null {
  const end = endOfMonth(month)
  const all = mine.filter((s) => s.kind === kind && s.from <= end)
  const lasting = spellsOn(all, end)
  if (lasting.length > 0) return choice(lasting.some((s) => monthsBetween(s.from, end) >= KEPT_MONTHS) ? 'kept' : 'begun', lasting)
  const ended = all.filter((s) => s.until !== null && s.until >= month)
  return ended.length > 0 ? choice('lost', ended) : null
}
