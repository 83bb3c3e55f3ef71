import type { PackItem } from '#app/catalogue/pack.ts'
import type { Words } from '#app/catalogue/pack-item.ts'
import { ageOn, endOfMonth, monthsBetween } from '#app/platform/time/plain-date.ts'

/*
 * What is followed for each member, month by month (002:39-91): the indicators are pack data; here is whom one is about, when it is asked, and what an answer to it may be.
 */

export type Indicator = PackItem<'indicators'>
export type Scale = PackItem<'scales'>
/** Something of a member's that lasts, as the indicators ask about it. */
export type Place = { kind: string; from: string; until: string | null }
/** `parent`: holds custody of a child of the family, or is an adult of it where nobody does. `places`: left out, nothing is known, and what is asked only of some is not asked. */
export type Member = { id: number; name: string; born: string | null; unborn: boolean; parent: boolean; places?: readonly Place[] }
/** The same members with what each goes to, for indicators that are asked only of those. */
export const withPlaces = (members: readonly Member[], spells: readonly (Place & { personId: number })[]): Member[] =>
  members.map((m) => ({ ...m, places: spells.filter((s) => s.personId === m.id) }))
type Person = { id: number; firstName: string; born: string | null; unborn: boolean; child: boolean }
/** @param custody who holds custody of whom today */
export function asMembers(people: readonly Person[], custody: readonly { childId: number; holderId: number }[]): Member[] {
  const adults = people.filter((p) => !p.child)
  const holds = (adult: Person) => custody.some((c) => c.holderId === adult.id && people.some((p) => p.id === c.childId))
  const parents = adults.some(holds) ? adults.filter(holds) : adults
  return people.map((p) => ({ id: p.id, name: p.firstName, born: p.born, unborn: p.unborn, parent: parents.includes(p) }))
}
/** One of number and choice; `second` is the attendance (per cent) beside hours a week. */
export type Answer = { number: number | null; second: number | null; choice: string | null }

/** Choices of each kind of answer, the best known first; what somebody types may be the Danish or English word or its first letter. */
export const CHOICES = {
  'yes-no': ['yes', 'no'],
  'yes-partly-no': ['yes', 'partly', 'no'],
  kept: ['kept', 'begun', 'lost', 'no'],
  progress: ['progress', 'unchanged', 'setback'],
} as const
export type ChoiceKind = keyof typeof CHOICES
export const isChoice = (answer: Indicator['answer']): answer is ChoiceKind => Object.hasOwn(CHOICES, answer)

/** Registered by the coordinator's own judgement (a scale) rather than counted or told by another sector. Only such a one is kept from month to month. */
export const isJudged = (indicator: Indicator): boolean => indicator.answer === 'scale' && indicator.judgedBy === undefined
/** The family's costs come from the cost pages, never from a field here (PROG-31). */
export const isTyped = (indicator: Indicator): boolean => indicator.about !== 'family'

/** Is this member whom the indicator is about, at the end of that month? The unborn are not. */
export function isAbout(indicator: Indicator, member: Member, month: string): boolean {
  if (member.unborn || member.born === null || member.born > endOfMonth(month)) return false
  if (indicator.onlyWith && !hasPlace(member, indicator.onlyWith, month)) return false
  const age = ageOn(member.born, endOfMonth(month))
  const child = age < 18
  if (indicator.about === 'child' ? !child : !member.parent || child) return false
  return age >= indicator.ageFrom && (indicator.ageUntil === null || age <= indicator.ageUntil)
}

const hasPlace = (member: Member, kinds: readonly string[], month: string): boolean =>
  (member.places ?? []).some((p) => kinds.includes(p.kind) && p.from <= endOfMonth(month) && (p.until === null || p.until >= month))

/** Is it asked this month? Each has its rhythm, counted from the family's first month. */
export const isAsked = (indicator: Indicator, month: string, first: string): boolean => month >= first && monthsBetween(first, month) % indicator.everyMonths === 0

/** A project may ask for its judgements more seldom than the national monthly registration, at the meeting with the family; what is counted keeps its rhythm. 0: each indicator as the pack says. */
export const inRhythm = (indicators: readonly Indicator[], judgementEveryMonths: number): Indicator[] =>
  indicators.map((i) => (judgementEveryMonths > 0 && isJudged(i) ? { ...i, everyMonths: judgementEveryMonths } : i))

export type Field = { indicator: Indicator; member: Member }
/** What a month asks about: by indicator in the pack's order, for each member. */
export const fieldsOf = (indicators: readonly Indicator[], members: readonly Member[], month: string, first: string): Field[] =>
  indicators.filter((i) => isTyped(i) && isAsked(i, month, first)).flatMap((indicator) => members.filter((m) => isAbout(indicator, m, month)).map((member) => ({ indicator, member })))

type Read = { answer: Answer } | { problem: Words }
const only = (number: number, second: number | null = null): Read => ({ answer: { number, second, choice: null } })
const chosen = (choice: string): Read => ({ answer: { number: null, second: null, choice } })

/** What was typed as an answer to the indicator, or what is wrong with it. Impossible values are refused here; odd ones are asked about in checks.ts. */
export function readAnswer(indicator: Indicator, scale: Scale | undefined, text: string, second: string): Read {
  const { answer } = indicator
  if (answer === 'scale') return readStep(scale, text)
  if (isChoice(answer)) {
    const found = CHOICES[answer].find((c) => c === text)
    return found ? chosen(found) : { problem: { da: 'Vælg en fra listen', en: 'Choose one from the list' } }
  }
  if (answer === 'attendance') return numberIn(text, 0, 100, { da: 'Skriv et tal fra 0 til 100 (procent)', en: 'Write a number from 0 to 100 (per cent)' })
  if (answer === 'grade') return numberIn(text, -3, 12, { da: 'Skriv et snit fra -3 til 12', en: 'Write an average from -3 to 12' })
  const hours = numberIn(text, 0, 100, { da: 'Skriv timer om ugen, fra 0 til 100', en: 'Write hours a week, from 0 to 100' })
  if (answer === 'hours' || 'problem' in hours || second === '') return hours
  const attendance = numberIn(second, 0, 100, { da: 'Skriv fremmødet i procent, fra 0 til 100', en: 'Write the attendance in per cent, from 0 to 100' })
  return 'problem' in attendance ? attendance : only(hours.answer.number!, attendance.answer.number)
}

function readStep(scale: Scale | undefined, text: string): Read {
  const steps = scale?.steps ?? []
  const found = steps.find((s) => s.code.toLowerCase() === text.toLowerCase() || (s.value !== null && String(s.value) === text))
  const values = steps.flatMap((s) => (s.value === null ? [] : [s.value]))
  const [least, most] = [Math.min(...values), Math.max(...values)]
  if (!found) return { problem: { da: `Skriv et tal fra ${least} til ${most}`, en: `Write a number from ${least} to ${most}` } }
  return found.value === null ? chosen(found.code) : only(found.value)
}

function numberIn(text: string, least: number, most: number, problem: Words): Read {
  if (!/^-?\d{1,3}([.,]\d{1,2})?$/.test(text)) return { problem }
  const value = Number(text.replace(',', '.'))
  return value >= least && value <= most ? only(value) : { problem }
}

export const sameAnswer = (a: Answer, b: Answer): boolean => a.number === b.number && a.second === b.second && a.choice === b.choice
