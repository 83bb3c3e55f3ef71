import type { Row } from './database.ts'
import { mayAttend, usualUnit } from '#app/attendance/attendance.ts'
import { monthOf } from '#app/progression/months.ts'
import { SPELL_KINDS, type SpellKind } from '#app/spells/spells.ts'
import { addMonths, daysBetween } from '#app/platform/time/plain-date.ts'
import { add, familyKeys, isAdult, type Making, personId, record } from './rows.ts'

/* What the school and day care told of each finished month, the same as the month's registration says; and what was hard in the first of them, less of it later. */

const SCHOOL_DAYS = 20
const COUNTED: readonly SpellKind[] = ['school', 'day-care', 'education']
const HARD = { adult: ['money-challenge', 'mental-health', 'housing-challenge'], child: ['loneliness', 'school-refusal', 'conflict-at-home'] }
const WORDS: Record<string, string> = {
  'money-challenge': 'Huslejen blev betalt sent', 'mental-health': 'Flere nætter uden søvn', 'loneliness': 'Har ikke nogen at lege med derhjemme', 'school-refusal': 'Ville ikke af sted om mandagen',
}

export function attendanceRows(w: Making): void {
  const { decided, registered, closed } = w.story
  if (decided?.decision !== 'accepted' || !registered || closed) return
  for (const key of familyKeys(w.story)) {
    const told = w.rows.progression_value.filter((v) => v['person_id'] === personId(w, key) && v['indicator'] === 'child-attendance')
    for (const value of told) attended(w, key, value)
    const months = [...new Set(w.rows.progression_value.map((v) => String(v['month'])))].toSorted()
    for (const [since, month] of months.slice(0, -1).entries()) hard(w, key, month, since)
  }
}

/** Days present of those planned, where the child goes that month; the registration's per cent is made of them. */
function attended(w: Making, key: string, value: Row): void {
  const month = String(value['month'])
  const place = w.rows.spell.map((s) => ({ ...readSpell(s), whose: s['person_id'] })).find((s) => s.whose === personId(w, key) && COUNTED.includes(s.kind) && mayAttend(s, month))
  if (!place || month >= monthOf(w.today)) return
  const present = Math.round((Number(value['number']) / 100) * SCHOOL_DAYS)
  value['number'] = (100 * present) / SCHOOL_DAYS
  const away = SCHOOL_DAYS - present
  const lawful = Math.ceil(away / 3)
  add(w, 'attendance', {
    ...record(w, { category: 'progression', about: [key], ago: sinceEnd(w, month) }),
    person_id: personId(w, key), spell_id: place.id, month, unit: usualUnit(place.kind), present, planned: SCHOOL_DAYS, lawful, unlawful: away - lawful, how: 'typed',
  })
}
const readSpell = (s: Row) => ({ id: s['id'], kind: SPELL_KINDS.find((k) => k === s['kind'])!, from: String(s['started_on']), until: typeof s['ended_on'] === 'string' ? s['ended_on'] : null })

/** One thing a month at first, then every third. */
function hard(w: Making, key: string, month: string, since: number): void {
  const list = isAdult(w.story, key) ? HARD.adult : HARD.child.filter((code) => code !== 'school-refusal' || isOftenAway(w, key, month))
  const code = list[(key.length + since) % list.length]!
  if (since > 2 && since % 3 !== 0) return
  add(w, 'challenge', { ...record(w, { category: 'progression', about: [key], ago: sinceEnd(w, month) }), person_id: personId(w, key), month, code, words: since % 2 === 0 ? (WORDS[code] ?? '') : '' })
}

/** Away a day a week or more. */
const isOftenAway = (w: Making, key: string, month: string): boolean =>
  w.rows.attendance.some((a) => a['person_id'] === personId(w, key) && a['month'] === month && Number(a['present']) <= SCHOOL_DAYS * 0.8)
const sinceEnd = (w: Making, month: string): number => Math.max(0, daysBetween(addMonths(month, 1), w.today) - 5)
