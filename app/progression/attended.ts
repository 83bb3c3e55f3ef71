/*
 * Attendance as the registration counts it: present of planned, in hours or days, or a per cent where nobody tells more. Whoever writes it down is the slice attendance.
 */

export const UNITS = ['days', 'hours', 'per-cent'] as const
export type Unit = (typeof UNITS)[number]
export const unitOf = (text: string): Unit => UNITS.find((u) => u === text) ?? 'per-cent'

/** What stands of one spell and month. `planned` null: `present` is per cent. `lawful`, `unlawful`: absence in the same unit, null: not told. */
export type Attended = {
  id: number
  shelfId: number
  personId: number
  spellId: number
  month: string
  unit: Unit
  present: number
  planned: number | null
  lawful: number | null
  unlawful: number | null
  how: string
  source: string
  confirmed: boolean
  /** Who told it, where somebody did. */
  toldBy: string | null
}

/** Per cent present of one month at one place. More than planned gives more than 100. */
export const percentAt = (a: Pick<Attended, 'present' | 'planned'>): number => (a.planned === null ? a.present : (100 * a.present) / a.planned)

/** Per cent over several places in one month: all present of all planned where they are told in one unit, else the mean of the places. Null: none. */
export function percentOf(places: readonly Pick<Attended, 'present' | 'planned' | 'unit'>[]): number | null {
  if (places.length === 0) return null
  const units = new Set(places.map((p) => p.unit))
  const planned = places.reduce((sum, p) => sum + (p.planned ?? 0), 0)
  if (units.size === 1 && planned > 0) return (100 * places.reduce((sum, p) => sum + p.present, 0)) / planned
  return places.reduce((sum, p) => sum + percentAt(p), 0) / places.length
}
