import type { PackItem } from '#app/catalogue/pack.ts'
import { inForce } from '#app/catalogue/pack-item.ts'
import type { Spell, SpellKind } from '#app/spells/spells.ts'
import { endOfMonth } from '#app/platform/time/plain-date.ts'

/** An activity of the plan as far as counting needs it. `own`: minutes a week of members with other hours. */
export type Planned = { id: number; shelfId: number; what: string; place: string; kind: string; people: number[]; from: string; until: string | null; minutes: number | null; own: Record<string, number> }

/** What an activity's kind is besides, by code (`countsAs` of the pack): a work placement is an offer. */
export const countedKinds = (choices: readonly PackItem<'choices'>[], today: string): Map<string, SpellKind> =>
  new Map(inForce(choices, today).flatMap((c) => (c.list === 'activity-kind' && c.countsAs !== undefined ? [[c.code, c.countsAs] as const] : [])))

/**
 * Activities of the plan that say what a spell would say, for members of whom no spell of that kind speaks in the month: registered once is enough, and never counted twice.
 * @returns spells that are no records: their numbers are negative
 */
export function activitySpells(planned: readonly Planned[], kinds: ReadonlyMap<string, SpellKind>, spells: readonly Spell[], month: string): Spell[] {
  const end = endOfMonth(month)
  const says = (personId: number, kind: SpellKind) => spells.some((s) => s.personId === personId && s.kind === kind && s.from <= end && (s.until === null || s.until >= month))
  return planned.flatMap((a) => {
    const kind = kinds.get(a.kind)
    if (kind === undefined || a.from > end) return []
    return a.people
      .filter((personId) => !says(personId, kind))
      .map((personId) => ({
        id: -a.id, revision: 1, shelfId: a.shelfId, personId, kind, status: '', what: a.what, place: a.place, minutesPerWeek: a.own[personId] ?? a.minutes, from: a.from, until: a.until, endCode: '', endReason: '',
      }))
  })
}
