import type { Words } from '#app/catalogue/pack-item.ts'
import type { Answer, Field } from './indicators.ts'

/* Odd but possible: asked about once, and kept with a "ja, det passer" (PROG-04). */

/** Points of a scale, percentage points of attendance, hours and grades that seldom happen in one step. */
const LEAPS: Partial<Record<Field['indicator']['answer'], number>> = { scale: 3, attendance: 40, hours: 20, 'hours-and-attendance': 20, grade: 5 }
/** Of a scale from 0 to 10. */
const FINE_LEAP = 6
const MANY_HOURS = 45

type Said = { field: Field; answer: Answer }

/** What is odd about an answer, beside the one before it and the other answers about the same member this month; null: nothing. */
export function oddity(said: Said, last: Answer | undefined, others: readonly Said[]): Words | null {
  const { indicator } = said.field
  const now = said.answer.number
  const leap = indicator.judgedBy !== undefined && indicator.answer === 'scale' ? FINE_LEAP : LEAPS[indicator.answer]
  if (now !== null && last?.number !== null && last !== undefined && leap !== undefined && Math.abs(now - last.number) >= leap) {
    return { da: `Sidst var det ${say(last.number)}. Passer ${say(now)}?`, en: `Last time it was ${say(last.number)}. Is ${say(now)} right?` }
  }
  const hours = indicator.answer === 'hours' || indicator.answer === 'hours-and-attendance'
  if (hours && now !== null && now > MANY_HOURS) return { da: `${say(now)} timer om ugen er meget. Passer det?`, en: `${say(now)} hours a week is much. Is it right?` }
  return contradiction(said, others)
}

/** Answers about one member that do not fit together. */
function contradiction(said: Said, others: readonly Said[]): Words | null {
  const other = (code: string) => others.find((o) => o.field.member.id === said.field.member.id && o.field.indicator.code === code)?.answer
  if (said.field.indicator.code === 'parent-hours-begun' && (said.answer.number ?? 0) > 0 && other('parent-in-work')?.choice === 'no') {
    return { da: 'Timer i arbejde, men ikke i arbejde. Passer det?', en: 'Hours at work, but not in work. Is it right?' }
  }
  if (said.field.indicator.code === 'parent-offer-hours' && (said.answer.number ?? 0) > 0 && other('parent-offer')?.choice === 'no') {
    return { da: 'Timer i et tilbud, men ikke i et tilbud. Passer det?', en: 'Hours in an offer, but not in one. Is it right?' }
  }
  return null
}

const say = (n: number): string => String(n).replace('.', ',')
