import { Invalid } from '#app/platform/context.ts'
import { da } from './messages.ts'
import { en } from './messages-en.ts'
import { type Break, minutesFromHours } from './plan.ts'

/** The dates of the activity form. */
export const activityDates = [
  'start',
  'end',
  'statedOn',
  'offerUnknownUntil',
  'providerUnknownUntil',
  'startUnknownUntil',
  'endUnknownUntil',
  'hoursUnknownUntil',
]

/** Hours as typed to minutes. @throws Invalid at the field `hours` when it is no number or more than a week has */
export function hoursIn(values: Record<string, string | string[]>): { minutesPerWeek: number | null } {
  const minutes = minutesFromHours(values['hours'])
  if (minutes === null) return { minutesPerWeek: null }
  if (typeof minutes !== 'number' || minutes < 1 || minutes > 7 * 24 * 60)
    throw new Invalid([{ field: 'hours', message: { da: da.badHours, en: en.badHours } }])
  return { minutesPerWeek: minutes }
}

const BREAKS = [1, 2, 3] as const
/** The dates of the form's breaks. */
export const breakDates = BREAKS.flatMap((n) => [`breakFrom${n}`, `breakUntil${n}`])
const textOf = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? '') : (value ?? ''))

/**
 * What the form says beside the hours: breaks, members' own hours, the way there. A break with one date is that one day.
 * @throws Invalid at the field that is wrong
 */
export function depthIn(
  values: Record<string, string | string[]>,
  dates: Record<string, string>,
): { breaks: Break[]; ownMinutes: Record<string, number> } {
  const breaks = BREAKS.flatMap((n): Break[] => {
    const [from, until] = [dates[`breakFrom${n}`] || dates[`breakUntil${n}`], dates[`breakUntil${n}`] || dates[`breakFrom${n}`]]
    if (!from || !until) return []
    if (until < from)
      throw new Invalid([
        { field: `breakUntil${n}.day`, message: { da: 'Pausen slutter, før den begynder', en: 'The break ends before it begins' } },
      ])
    return [{ from, until, why: textOf(values[`breakWhy${n}`]) }]
  })
  const ownMinutes: Record<string, number> = {}
  for (const [name, value] of Object.entries(values)) {
    const person = /^ownHours-(\d+)$/.exec(name)?.[1]
    if (!person || textOf(value).trim() === '') continue
    const minutes = minutesFromHours(textOf(value))
    if (typeof minutes !== 'number' || minutes < 0 || minutes > 7 * 24 * 60)
      throw new Invalid([{ field: name, message: { da: da.badHours, en: en.badHours } }])
    ownMinutes[person] = minutes
  }
  return { breaks, ownMinutes }
}
