import { Invalid } from '#app/platform/context.ts'
import { da } from './messages.ts'
import { en } from './messages-en.ts'
import { minutesFromHours } from './plan.ts'

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
