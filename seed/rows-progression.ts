import { isAbout, type Field, type Indicator, type Member } from '#app/progression/indicators.ts'
import { monthOf, monthsSince } from '#app/progression/months.ts'
import { following } from '#app/progression/queries.server.ts'
import { addMonths, daysBetween } from '#app/platform/time/plain-date.ts'
import { add, dayAgo, familyKeys, isAdult, type Making, personId, record } from './rows.ts'

/* Months of registration for a family that has begun: a hard start, an early dip, better days since; some judgements kept, the newest month half done. */

export function progressionRows(w: Making): void {
  const { decided, registered, closed } = w.story
  if (decided?.decision !== 'accepted' || !registered || closed) return
  const began = dayAgo(w, decided.ago)
  const { indicators, rules } = following(w.place.pack, w.today)
  const months = monthsSince(began, w.today, rules).slice(0, registered)
  for (const key of familyKeys(w.story)) {
    const born = w.born[key]
    if (!born) continue
    const member: Member = { id: personId(w, key), name: key, born, unborn: false, parent: isAdult(w.story, key) }
    for (const indicator of indicators.filter((i) => i.about !== 'family')) months.forEach((month, back) => valueRow(w, key, { indicator, member }, month, back, began))
  }
  for (const month of months.slice(1)) add(w, 'registration_month', { case_id: w.caseId, month, finished_at: `${addMonths(month, 1).slice(0, 8)}07T12:00:00Z`, finished_by: record(w, { category: 'progression', about: familyKeys(w.story), ago: 0 })['author_staff_id'] ?? null })
}

/** A small number that is the same every time for the same words. */
const drawn = (text: string): number => text.split('').reduce((n, c) => (n * 31 + c.charCodeAt(0)) % 9973, 7)

function valueRow(w: Making, key: string, field: Field, month: string, back: number, began: string): void {
  const { indicator, member } = field
  if (!isAbout(indicator, member, month)) return
  const draw = drawn(`${w.story.name}.${key}.${indicator.code}`)
  if (back === 0 && draw % 5 > 1) return // the newest month is begun
  const since = Math.round(daysBetween(monthOf(began), month) / 30)
  const answer = indicator.judgedBy ? statedOf(indicator, draw, since) : answerOf(indicator, draw, since)
  if (!answer) return
  const kept = indicator.answer === 'scale' && !indicator.judgedBy && since > 0 && back > 0 && (draw + since) % 4 === 0
  add(w, 'progression_value', {
    ...record(w, { category: 'progression', about: [key], ago: Math.max(0, daysBetween(addMonths(month, 1), w.today) - 5) }),
    person_id: member.id,
    indicator: indicator.code,
    month,
    number: null,
    second: null,
    choice: null,
    ...(kept ? answerOf(indicator, draw, since - 1) : answer),
    how: kept ? 'carried' : 'judged',
    judged_month: kept ? addMonths(month, -1) : month,
    ...(indicator.judgedBy ? { stated_by_name: indicator.judgedBy === 'health' ? 'Sundhedsplejersken' : 'Klasselæreren', stated_by_sector: indicator.judgedBy, stated_on: month, stated_channel: 'phone' } : {}),
  })
}

/** What the health visitor and the school say, in their own rhythm; what needs a course of its own is left out. */
function statedOf(indicator: Indicator, draw: number, since: number): Written | null {
  if (indicator.onlyWith || since % indicator.everyMonths !== 0) return null
  if (indicator.answer === 'progress') return { choice: ['progress', 'progress', 'unchanged', 'setback'][(draw + since) % 4]! }
  return { number: Math.min(10, 3 + (draw % 4) + Math.floor(since / 3)) }
}

type Written = { number: number; second?: number } | { choice: string }
/** @param since months since the family came */
function answerOf(indicator: Indicator, draw: number, since: number): Written | null {
  const better = Math.floor(Math.max(0, since - 1 - (draw % 3)) / 3)
  const dip = since === 1 && draw % 4 === 0 ? 1 : 0
  switch (indicator.answer) {
    case 'scale':
      return { number: Math.max(0, Math.min(4, 1 + (draw % 3) + dip - better)) }
    case 'attendance':
      return { number: Math.min(100, 62 + (draw % 25) + since * 3) }
    case 'hours':
      return { number: since < 3 ? 0 : Math.min(25, (draw % 6) + since) }
    case 'hours-and-attendance':
      return { number: since < 3 ? 0 : Math.min(25, (draw % 6) + since), second: Math.min(100, 70 + since * 2) }
    case 'yes-partly-no':
      return { choice: since > 6 && draw % 3 === 0 ? 'partly' : 'no' }
    case 'yes-no':
      return { choice: draw % 3 === 0 ? 'yes' : 'no' }
    case 'kept':
      return { choice: since > 7 && draw % 3 === 0 ? 'kept' : since > 2 && draw % 3 === 0 ? 'begun' : 'no' }
    case 'grade':
      return since % 6 === 0 ? { number: 2 + (draw % 5) } : null
    default:
      return null
  }
}
