import { z } from 'zod'
import { addDays, addYears, ageOn } from '#app/platform/time/plain-date.ts'

/* "Hvad skal jeg i dag?" (KOO-11, IT-06): what is late, due and next for one colleague, each thing with an owner and a day. Pure. */

/** Days ahead that count as this week, and as far as anything is foreseen. */
export const WEEK = 7
export const AHEAD = 60

export type AgeChange = { label: string; source: string }
export type What =
  | { kind: 'task'; code: string; name: string | null }
  /** `late`: the pack's months have passed without a day having been agreed. */
  | { kind: 'follow-up'; agreed: boolean }
  | { kind: 'no-plan' }
  /** The first measurement: so many of so many values are there. */
  | { kind: 'baseline'; filled: number; of: number }
  | { kind: 'meeting'; label: string; place: string; people: number; coming: number; silent: number; now: boolean }
  | { kind: 'unheld'; label: string }
  | { kind: 'agreement'; text: string; mine: boolean }
  | { kind: 'inquiry'; recipient: string }
  | { kind: 'birthday'; name: string; years: number; changes: AgeChange[] }
  | { kind: 'obligation'; label: string; name: string | null; source: string }
  | { kind: 'message' }
  /** The oldest month of a family that is open and not registered in full; `families`: of so many at once. */
  | { kind: 'registration'; month: string; families?: number }
/** What one click does here; everything else is done on the thing's own page. */
export type Act = { on: 'task'; id: number } | { on: 'agreement'; id: number; revision: number }
export type DayItem = {
  /** `task.12`: the same however often the page is read. */
  key: string
  caseId: number | null
  /** Plain date; null: it has none, it is missing. */
  due: string | null
  /** Wall clock in Copenhagen, of a meeting. */
  time: string | null
  /** Whose it is, by first name; null: the reader's own. */
  owner: string | null
  what: What
  href: string
  act: Act | null
  personIds: number[]
  shelfIds: number[]
}

export const sections = ['overdue', 'today', 'week', 'missing', 'later'] as const
export type Section = (typeof sections)[number]

/** Where a thing stands on the page; null: too far ahead to be shown. Without a day it is missing. */
export function sectionOf(item: Pick<DayItem, 'due' | 'what'>, today: string): Section | null {
  if (item.what.kind === 'unheld') return 'missing'
  if (item.due === null) return 'missing'
  if (item.what.kind === 'registration' && item.due >= today) return 'missing'
  if (item.due < today) return 'overdue'
  if (item.due === today) return 'today'
  if (item.due <= addDays(today, WEEK)) return 'week'
  return item.due <= addDays(today, AHEAD) ? 'later' : null
}

/** The page's parts in their order, each by day and time; nothing twice. */
export function intoSections(items: readonly DayItem[], today: string): Record<Section, DayItem[]> {
  const found: Record<Section, DayItem[]> = { overdue: [], today: [], week: [], missing: [], later: [] }
  for (const item of new Map(items.map((one) => [one.key, one])).values()) {
    const section = sectionOf(item, today)
    if (section) found[section].push(item)
  }
  const at = (one: DayItem) => `${one.due ?? '9999'} ${one.time ?? '99'} ${one.key}`
  for (const section of sections) found[section].sort((a, b) => at(a).localeCompare(at(b)))
  return found
}

/** More families than this with the same month to register are one line: what is to be done that morning must not drown in them. */
const FOLD = 3
/** The month of many families as one thing that leads to all of them; of a few, each its own. */
export function foldMonths(items: readonly DayItem[]): DayItem[] {
  const months = Map.groupBy(items, ({ what }) => (what.kind === 'registration' ? what.month : null))
  months.delete(null)
  const many = [...months].filter(([, list]) => list.length > FOLD)
  const folded = many.flatMap(([month, list]): DayItem[] =>
    month === null || !list[0] ? [] : [{ ...list[0], key: `registration.${month}`, caseId: null, what: { kind: 'registration', month, families: list.length }, href: '/registrering' }],
  )
  return [...items.filter((one) => !many.some(([, list]) => list.includes(one))), ...folded]
}

/** What the daily mail counts: late and today. */
export const countToday = (found: Record<Section, DayItem[]>): number => found.overdue.length + found.today.length

type LawAge = { code: string; years: number; label: string; source: string }
/**
 * The next birthday within the days ahead on which something changes by the law pack, and what. An unknown day of birth tells nothing.
 * @param ages the pack's ages on that day
 */
export function nextChange(born: string | null, ages: readonly LawAge[], today: string): { on: string; years: number; changes: AgeChange[] } | null {
  if (born === null) return null
  const years = ageOn(born, today) + 1
  const on = addYears(born, years)
  const changes = ages.filter((one) => one.years === years).map(({ label, source }) => ({ label, source }))
  return changes.length > 0 && on > today && on <= addDays(today, AHEAD) ? { on, years, changes } : null
}

/** Tasks that another source says better in families whose coordination one works with. */
export const DOUBLED = ['plan-follow-up', 'plan-follow-up-late', 'inquiry-overdue']

const PLACES: [RegExp, string][] = [
  [/^(consent-|confirm-legal-basis)/, '/samtykke'],
  [/^plan-/, '/planen'],
  [/^inquiry/, '/situation/spoergsmaal'],
  [/^thread-/, '/beskeder'],
  [/^meeting-/, '/moeder'],
  [/^clock-/, '/moeder/aaret/opfoelgning'],
  [/^absence-/, '/hjaelpere'],
  [/^(new-referral|place-|imported-)/, '/optagelse'],
  [/^(child-without-custody|knows-family|named-by-family)/, '/personer'],
]
/** Where a task is dealt with. */
export function taskPlace(code: string, caseId: number | null): string {
  if (/^(goes-on-after-exit|sector-plan-alone|exit-duty)$/.test(code)) return '/overdraget'
  if (code === 'file-record') return '/til-sagen'
  if (code === 'spot-check') return '/administration/stikproever'
  if (code === 'waiting-review') return '/projekt/venteliste'
  const below = PLACES.find(([pattern]) => pattern.test(code))?.[1] ?? ''
  return caseId === null ? '/familier' : `/familier/${caseId}${below}`
}

export const firstName = (name: string): string => name.split(' ')[0] ?? name

/** A button of the page: what it does to which thing. */
export const DayAct = z.object({
  do: z.enum(['done', 'later', 'undo']),
  key: z.string().regex(/^(task\.\d{1,15}|agreement\.\d{1,15}\.\d{1,15})$/),
  revision: z.coerce.number().int().positive().optional(),
})
