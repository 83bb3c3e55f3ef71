import { z } from 'zod'
import type { Words } from '#app/catalogue/pack-item.ts'
import { Id } from '#app/families/families.ts'
import { percentAt, type Attended, type Unit, UNITS } from '#app/progression/attended.ts'
import { Month } from '#app/progression/registration.ts'
import { CHANNELS } from '#app/progression/stated.ts'
import { endOfMonth, PlainDate } from '#app/platform/time/plain-date.ts'
import type { Spell, SpellKind } from '#app/spells/spells.ts'

/*
 * Attendance (da: fremmøde) of one spell and month: present of planned, in days or hours, or a per cent where nobody tells more; absence with and without permission where the school tells it
 * (PROG-21, PROG-24, PROG-30, GOAL-03). Months before the family came may be written too: they are what later ones are compared with.
 */

/** What one comes to, or stays away from. */
export const KINDS: readonly SpellKind[] = ['day-care', 'school', 'education', 'offer', 'work']
export const mayAttend = (spell: Pick<Spell, 'kind' | 'from' | 'until'>, month: string): boolean =>
  KINDS.includes(spell.kind) && spell.from <= endOfMonth(month) && (spell.until === null || spell.until >= month)
/** How a place usually tells it. */
export const usualUnit = (kind: SpellKind): Unit => (kind === 'work' || kind === 'offer' ? 'hours' : 'days')

/** As typed; '' is nothing. `seen`: the id of what stood there, null for none. */
const Entry = z.object({
  spellId: Id,
  unit: z.enum(UNITS),
  present: z.string().trim().max(10).default(''),
  planned: z.string().trim().max(10).default(''),
  lawful: z.string().trim().max(10).default(''),
  unlawful: z.string().trim().max(10).default(''),
  seen: Id.nullable().default(null),
  confirmed: z.boolean().default(false),
})
export type Entry = z.output<typeof Entry>
export const RegisterAttendance = z.object({
  caseId: Id,
  month: Month,
  entries: z.array(Entry).max(100),
  /** Who told it, for all that is new; empty: typed from what the coordinator knows. */
  told: z.object({ name: z.string().trim().max(100).default(''), sector: z.string().max(60).default('education'), on: PlainDate.or(z.literal('')).default(''), channel: z.enum(CHANNELS).default('meeting') }).default({ name: '', sector: 'education', on: '', channel: 'meeting' }),
})

export type Counts = Pick<Attended, 'unit' | 'present' | 'planned' | 'lawful' | 'unlawful'>
export type Part = 'present' | 'planned' | 'lawful' | 'unlawful'
/** Most days and hours there are in a month. */
const MOST: Record<Unit, number> = { days: 31, hours: 744, 'per-cent': 100 }

/** What was typed as counts, or what is wrong with which field; null: nothing was typed. Impossible values are refused; odd ones are asked about (`oddCounts`). */
export function readCounts(e: Pick<Entry, 'unit' | Part>): Counts | { wrong: { part: Part; message: Words }[] } | null {
  if ([e.present, e.lawful, e.unlawful].every((v) => v === '')) return null
  const most = MOST[e.unit]
  const wrong: { part: Part; message: Words }[] = []
  const number = (part: Part, needed: boolean): number | null => {
    const text = e[part]
    if (text === '' && !needed) return null
    const value = /^\d{1,3}([.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
    const bad = !(value <= most) || (part === 'planned' && value === 0)
    const least = part === 'planned' ? 1 : 0
    if (bad) wrong.push({ part, message: { da: `Skriv et tal fra ${least} til ${most}`, en: `Write a number from ${least} to ${most}` } })
    return bad ? null : value
  }
  const present = number('present', true)
  const planned = e.unit === 'per-cent' ? null : number('planned', true)
  const lawful = number('lawful', false)
  const unlawful = number('unlawful', false)
  return wrong.length > 0 || present === null ? { wrong } : { unit: e.unit, present, planned, lawful, unlawful }
}

/** Percentage points from one month to the next that seldom happen: as the registration asks (progression/checks.ts). */
const LEAP = 40

/** What is odd but possible, beside the month before; null: nothing. */
export function oddCounts(now: Counts, last: Counts | undefined): Words | null {
  const whole = now.planned ?? 100
  if (now.present > whole) return { da: 'Det er mere, end der var planlagt. Passer det?', en: 'That is more than was planned. Is it right?' }
  if (now.present + (now.lawful ?? 0) + (now.unlawful ?? 0) > whole) return { da: 'Fremmøde og fravær er tilsammen mere end planlagt. Passer det?', en: 'Attendance and absence together are more than planned. Is it right?' }
  if (last && Math.abs(percentAt(now) - percentAt(last)) >= LEAP) {
    const [before, is] = [Math.round(percentAt(last)), Math.round(percentAt(now))]
    return { da: `Sidst var det ${before} procent. Passer ${is}?`, en: `Last time it was ${before} per cent. Is ${is} right?` }
  }
  return null
}

export const sameCounts = (a: Counts, b: Counts): boolean =>
  a.unit === b.unit && a.present === b.present && a.planned === b.planned && a.lawful === b.lawful && a.unlawful === b.unlawful

/** Names of the form's fields: `present.12`. */
export const fieldName = (part: Part | 'unit' | 'seen' | 'confirmed', spellId: number): string => `${part}.${spellId}`

/** The entries of a form. */
export function entriesIn(values: Record<string, string | string[]>): z.input<typeof Entry>[] {
  const one = (name: string): string => {
    const v = values[name]
    return typeof v === 'string' ? v : (v?.[0] ?? '')
  }
  return Object.keys(values).flatMap((name) => {
    const spellId = Number(/^present\.(\d{1,15})$/.exec(name)?.[1])
    if (!spellId) return []
    const of = (part: Parameters<typeof fieldName>[0]) => one(fieldName(part, spellId))
    return [{
      spellId,
      unit: UNITS.find((u) => u === of('unit')) ?? 'days',
      present: of('present'),
      planned: of('planned'),
      lawful: of('lawful'),
      unlawful: of('unlawful'),
      seen: Number(of('seen')) || null,
      confirmed: of('confirmed') !== '',
    }]
  })
}
