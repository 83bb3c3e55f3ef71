import { z } from 'zod'
import { said } from '#app/platform/i18n/field-errors.ts'
import { PlainDate } from '#app/platform/time/plain-date.ts'
import { Id, OptionalDate, optionalText, ticked } from './intake.ts'

/* ORG-08: the intake team by function, and its meetings: the cases in order, each on one page. Decisions are taken with decideIntake. */

/** Somebody who signs in (`staffId`), or a person named only, such as a doctor or an expert called in for one case. */
export const AddSeat = z
  .object({
    projectId: Id,
    function: z.string().trim().min(1).max(60),
    staffId: z.preprocess((v) => (v === '' || v === undefined ? null : v), Id.nullable()),
    name: optionalText(120),
    comesFrom: optionalText(120),
    from: PlainDate,
    until: OptionalDate.default(null),
  })
  .refine(
    (v) => (v.staffId === null) !== (v.name === ''),
    said({ da: 'Vælg en medarbejder, eller skriv et navn', en: 'Choose a worker or write a name' }, ['staffId']),
  )
  .refine(
    (v) => v.until === null || v.from <= v.until,
    said({ da: 'Til-datoen ligger før fra-datoen', en: 'The end is before the start' }, ['until']),
  )
export const EndSeat = z.object({ seatId: Id, until: PlainDate })
export const CallMeeting = z.object({ projectId: Id, heldOn: PlainDate, place: optionalText(120) })
export const PutOnList = z.object({
  meetingId: Id,
  caseIds: ticked(Id).refine((ids) => ids.length > 0, said({ da: 'Vælg mindst én familie', en: 'Choose at least one family' })),
})
export const MoveOnList = z.object({ meetingId: Id, caseId: Id, to: z.enum(['up', 'down', 'off']) })
export const Recommend = z.object({ meetingId: Id, caseId: Id, question: optionalText(1000), recommendation: optionalText(4000) })

export type ListEntry = { caseId: number; position: number }

/** The cases in the order in which they are taken, numbered from 1. Equal positions stand in the order in which they were put on. */
export const inOrder = <E extends ListEntry>(entries: readonly E[]): E[] =>
  entries.toSorted((a, b) => a.position - b.position || a.caseId - b.caseId).map((entry, n) => ({ ...entry, position: n + 1 }))

/** The positions that change when a case goes one place up or down; empty at the ends of the list. */
export function swapped(entries: readonly ListEntry[], caseId: number, to: 'up' | 'down'): ListEntry[] {
  const list = inOrder(entries)
  const at = list.findIndex((one) => one.caseId === caseId)
  const mine = list[at]
  const other = list[to === 'up' ? at - 1 : at + 1]
  if (!mine || !other) return []
  return [
    { caseId: mine.caseId, position: other.position },
    { caseId: other.caseId, position: mine.position },
  ]
}

/** Functions of the pack that nobody fills on that day. */
export const emptyFunctions = (functions: readonly string[], seats: readonly { function: string }[]): string[] =>
  functions.filter((one) => !seats.some((seat) => seat.function === one))
