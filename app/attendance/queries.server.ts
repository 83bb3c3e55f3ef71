import type { Tx } from '#app/platform/db.server.ts'
import { endOfMonth } from '#app/platform/time/plain-date.ts'
import { type Attended, percentAt } from '#app/progression/attended.ts'
import { attendedOf } from '#app/progression/queries.server.ts'
import type { Point, Series } from '#app/progression/series.ts'
import { spellsOf, supportStatusesOf } from '#app/spells/queries.server.ts'
import { spellName } from '#app/spells/spell-words.ts'
import type { Spell } from '#app/spells/spells.ts'
import { KINDS } from './attendance.ts'

/** Attendance in per cent as series, one of each place that the reader may see; code `attendance.<id of the spell>`. Counted, so no error is known and no change is judged. */
export async function attendanceSeries(tx: Tx, caseId: number, today: string): Promise<Series[]> {
  const [spells, attended, statuses] = [await spellsOf(tx, caseId), await attendedOf(tx, caseId), await supportStatusesOf(tx, caseId, today)]
  return spells.filter((s) => KINDS.includes(s.kind)).flatMap((spell) => seriesOfPlace(spell, attended, { da: spellName('da', spell, statuses), en: spellName('en', spell, statuses) }))
}
/** The name every measuring slice gives it. */
export const seriesOf = attendanceSeries

function seriesOfPlace(spell: Spell, attended: readonly Attended[], name: { da: string; en: string }): Series[] {
  const points = attended.filter((a) => a.spellId === spell.id).map((a): Point => {
    const by = a.how === 'register' ? 'register' : 'counted'
    return { on: endOfMonth(a.month), value: percentAt(a), by, who: a.toldBy, recordId: a.id, shelfId: a.shelfId }
  })
  const newest = points.at(-1)
  if (!newest) return []
  const label = { da: `Fremmøde: ${name.da}`, en: `Attendance: ${name.en}` }
  return [{ personId: spell.personId, by: newest.by, points, measure: { kind: 'attendance', code: `attendance.${spell.id}`, label, higherIsBetter: true, range: [0, 100], error: null, relevantChange: null } }]
}
