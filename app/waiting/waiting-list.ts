import { z } from 'zod'
import { addDays, addMonths, daysBetween, PlainDate } from '#app/platform/time/plain-date.ts'
import { said } from '#app/platform/i18n/field-errors.ts'
import { Id, OptionalDate, optionalText, text } from '#app/intake/intake.ts'

/* VIS-19: the waiting list: derived from the decisions, moved only with a reason, gone through at a fixed rhythm. VIS-17: the places. */

export type Entry = { caseId: number; since: string }
export type Move = { id: number; caseId: number; sortKey: number }

/** A family's key by the day it came on the list; families of the same day stand by the number of their case. Days, so that there is room between. */
const ownKey = (entry: Entry): number => daysBetween('2000-01-01', entry.since) + entry.caseId / 1e9

/** The families in order: by the day they came on the list, or where the newest move put them. Moves of others do not count. */
export function inTurn<E extends Entry>(entries: readonly E[], moves: readonly Move[]): (E & { place: number; moved: boolean; sortKey: number })[] {
  const newest = new Map<number, Move>()
  for (const move of moves) if ((newest.get(move.caseId)?.id ?? -1) < move.id) newest.set(move.caseId, move)
  return entries
    .map((entry) => ({ ...entry, sortKey: newest.get(entry.caseId)?.sortKey ?? ownKey(entry), moved: newest.has(entry.caseId) }))
    .toSorted((a, b) => a.sortKey - b.sortKey || a.caseId - b.caseId)
    .map((entry, n) => ({ ...entry, place: n + 1 }))
}

/** The key that puts a family at this place (from 1) among the others; null when it stands there already or is not on the list. */
export function keyFor(list: readonly { caseId: number; sortKey: number }[], caseId: number, place: number): number | null {
  const at = list.findIndex((one) => one.caseId === caseId)
  if (at < 0) return null
  const others = list.filter((one) => one.caseId !== caseId)
  const to = Math.min(Math.max(place, 1), list.length) - 1
  if (to === at) return null
  const above = others[to - 1]?.sortKey
  const below = others[to]?.sortKey
  if (above === undefined) return (below ?? 1) - 1
  if (below === undefined) return above + 1
  return (above + below) / 2
}

export const MoveFamily = z.object({ caseId: Id, place: z.coerce.number().int().positive().max(500), reason: text(500) })
export const outcomes = ['stays', 'first', 'off'] as const
export const ReviewList = z.object({
  projectId: Id,
  lines: z.array(z.object({ caseId: Id, outcome: z.enum(outcomes), note: optionalText(500) })).min(1),
})
export const OfferPlace = z.object({ caseId: Id, caseworkerId: Id, answerBy: OptionalDate.default(null), outOfTurn: optionalText(500) })
export const AnswerPlace = z
  .object({ caseId: Id, offerId: Id, answer: z.enum(['yes', 'no']), on: PlainDate, reason: optionalText(1000) })
  .refine((v) => v.answer === 'yes' || v.reason !== '', said({ da: 'Skriv, hvad familien sagde', en: 'Write what the family said' }, ['reason']))
export const WithdrawPlace = z.object({ caseId: Id, offerId: Id, reason: text(500) })
export const SetExpectedEnd = z.object({ caseId: Id, endsOn: OptionalDate, reason: optionalText(300) })
export const WriteWaitingLetter = z.object({ caseId: Id, meanwhile: text(1000), helperId: Id })

/** Fields `outcome.<case>` and `note.<case>` of the review's form. */
export const reviewLines = (values: Record<string, string | string[]>): { caseId: string; outcome: string; note: string }[] =>
  Object.keys(values).flatMap((name) => {
    const caseId = /^outcome\.(\d+)$/.exec(name)?.[1]
    const one = (field: string) => {
      const v = values[field]
      return typeof v === 'string' ? v : ''
    }
    return caseId ? [{ caseId, outcome: one(name), note: one(`note.${caseId}`) }] : []
  })

/** The day by which the list is gone through again; today when it never was. */
export const nextReview = (last: string | null, everyWeeks: number, today: string): string =>
  last === null ? today : addDays(last, 7 * everyWeeks)

export type PlaceCounts = { capacity: number | null; taken: number; held: number; ends3: number; ends6: number }
/** Places free now: neither taken nor held while a family is asked. Null without a number of places; never below zero. */
export const freeNow = (p: Pick<PlaceCounts, 'capacity' | 'taken' | 'held'>): number | null =>
  p.capacity === null ? null : Math.max(0, p.capacity - p.taken - p.held)

/** What is taken, held and free now and what is foreseen in three and six months, when everybody asked takes the place. */
export function foreseen(p: PlaceCounts, today: string): { months: 0 | 3 | 6; on: string; taken: number; held: number; free: number }[] {
  const capacity = p.capacity ?? p.taken + p.held
  return ([0, 3, 6] as const).map((months) => {
    const ended = months === 0 ? 0 : months === 3 ? p.ends3 : p.ends6
    const taken = Math.max(0, p.taken - ended)
    return { months, on: addMonths(today, months), taken, held: p.held, free: Math.max(0, capacity - taken - p.held) }
  })
}

/**
 * VIS-13, VIS-19: the families to propose: the first in turn who are not being asked, as many as places are free. One who said no to a place and
 * stays on the list is proposed again after the others.
 */
export function proposals<E extends { caseId: number; place: number; offer: 'open' | 'yes' | 'no' | null }>(list: readonly E[], free: number | null): E[] {
  if (free === null || free < 1) return []
  const asked = list.filter((one) => one.offer === null || one.offer === 'no')
  return asked.toSorted((a, b) => Number(a.offer === 'no') - Number(b.offer === 'no') || a.place - b.place).slice(0, free)
}
