import { monthsBetween } from '#app/platform/time/plain-date.ts'
import type { Answer, Field, Indicator } from './indicators.ts'
import { isJudged } from './indicators.ts'

/*
 * A value of one member, indicator and month. `judged`: somebody looked at it this month. `carried`: kept from an earlier month without a new look; it is shown, and never enters
 * change, goals or completeness. `counted`: from the family's own spells. `register`: from another system. Source: issue of progression, 1; measurement.md 0.
 */

export const HOW = ['judged', 'carried', 'counted', 'register'] as const
export type How = (typeof HOW)[number]
export const howOf = (text: string): How => HOW.find((h) => h === text) ?? 'judged'
/** Said by somebody of another sector and written down here ("oplyst af Bodil Friis, sundhedsplejen, 3. nov."). */
export type Stated = { name: string; sector: string; on: string; channel: string }
export type Value = Answer & {
  id: number
  revision: number
  shelfId: number
  personId: number
  indicator: string
  month: string
  how: How
  /** The month of the last real look. */
  judgedMonth: string
  source: string
  /** Somebody said "ja, det passer" to an odd value. */
  confirmed: boolean
  writtenOn: string
  by: string | null
  /** Who of another sector said it, where the judgement is theirs. */
  stated?: Stated | null
}

/** Enough of a value to know that it is there. */
export type Known = Pick<Value, 'personId' | 'indicator' | 'month' | 'how'>
const of = <V extends Known>(values: readonly V[], field: Field): V[] => values.filter((v) => v.indicator === field.indicator.code && v.personId === field.member.id)

export const valueIn = <V extends Known>(values: readonly V[], field: Field, month: string): V | undefined => of(values, field).find((v) => v.month === month)
/** The newest value before the month, carried or not. */
export const lastBefore = <V extends Known>(values: readonly V[], field: Field, month: string): V | undefined =>
  of(values, field).filter((v) => v.month < month).toSorted((a, b) => b.month.localeCompare(a.month))[0]

/** How many of the month's fields hold a real value. A carried one is not. */
export function completeness(fields: readonly Field[], values: readonly Known[], month: string): { filled: number; carried: number; of: number } {
  const found = fields.map((f) => valueIn(values, f, month)?.how)
  return { filled: found.filter((how) => how !== undefined && how !== 'carried').length, carried: found.filter((how) => how === 'carried').length, of: fields.length }
}

/** The value kept from before: the same answer, the month of its last look. Only judgements are kept; a count is counted again. */
export function carry(indicator: Indicator, last: Value | undefined): (Answer & { judgedMonth: string }) | null {
  if (!last || !isJudged(indicator)) return null
  return { number: last.number, second: last.second, choice: last.choice, judgedMonth: last.judgedMonth }
}

/**
 * Which judgement each member should get a fresh look at: after `most` months without any new one, that with the oldest look.
 * @returns one field per member who is due
 */
export function freshLooks(fields: readonly Field[], values: readonly Value[], month: string, most: number): Field[] {
  const members = [...new Set(fields.map((f) => f.member.id))]
  return members.flatMap((id) => {
    const mine = fields.filter((f) => f.member.id === id && isJudged(f.indicator))
    const looks = mine.flatMap((field) => {
      const last = valueIn(values, field, month) ?? lastBefore(values, field, month)
      return last ? [{ field, since: last.judgedMonth }] : []
    })
    if (looks.length === 0 || looks.some((l) => monthsBetween(l.since, month) <= most)) return []
    return [looks.toSorted((a, b) => a.since.localeCompare(b.since))[0]!.field]
  })
}
