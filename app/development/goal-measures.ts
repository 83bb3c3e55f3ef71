import { z } from 'zod'
import { type Locale, pick } from '#app/platform/i18n/messages.ts'
import { PlainDate } from '#app/platform/time/plain-date.ts'
import { changeText } from './change-words.ts'
import type { Line } from './development.ts'

/* Each goal of the plan may be followed by one measure of one person (PLAN-12): "Krop og kræfter: fra 3 til 5 siden august; for lille til at være sikker på". */

const Id = z.coerce.number().int().positive()
/** `measure`: "12 rating.how-is-it", whose it is and which; empty: none from now on. `from`: the day it is counted from; none: the first measurement. */
export const SetGoalMeasure = z.object({
  caseId: Id,
  goalId: Id,
  measure: z.string().trim().max(200),
  from: z.preprocess((v) => (v === '' || v === undefined ? null : v), PlainDate.nullable()),
  seen: z.preprocess((v) => (v === '' || v === undefined ? null : v), Id.nullable()),
})
export const measureValue = (personId: number, key: string): string => `${personId} ${key}`
export function readMeasure(text: string): { personId: number; key: string } | null {
  const found = /^(\d{1,15}) (\S.*)$/.exec(text)
  return found ? { personId: Number(found[1]), key: found[2]! } : null
}

/** What a goal is followed by. `line`: how far it has come; null: not measured yet, or not to be seen by this reader. */
export type GoalMeasure = { id: number; shelfId: number; goalId: number; personId: number; name: string; key: string; label: string; from: string | null; line: Line | null }

const da = { notYet: 'ikke målt endnu' }
const en: typeof da = { notYet: 'not measured yet' }
/** "Mette, Krop og kræfter: fra 3 til 5 siden august; for lille til at være sikker på". */
export function goalMeasureText(locale: Locale, g: GoalMeasure, today: string, brief = false): string {
  const how = g.line ? changeText(locale, g.line, today, brief) : pick(locale, { da, en }).notYet
  return `${g.name}, ${g.label}: ${how}`
}
