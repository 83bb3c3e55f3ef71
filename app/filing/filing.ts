import { z } from 'zod'
import { Id, trimmed } from '#app/families/families.ts'
import { addDays, PlainDate, weekday } from '#app/platform/time/plain-date.ts'

/*
 * "Til sagen" (LOG-05): what stands in Helhed goes to the sector's own case. Helhed is not the journal: it makes a paper with date, parties and theme, tells the
 * caseworker, and keeps the caseworker's word for where it was filed and under which number.
 */

/** What can go to a case: an entry of the logbook, a message, an answer to a request, the file of a sector plan, minutes. */
export const KINDS = ['entry', 'message', 'answer', 'plan-file', 'minutes'] as const
export type FiledKind = (typeof KINDS)[number]
export const isKind = (text: string): text is FiledKind => KINDS.some((k) => k === text)

/** The address where somebody sends a record to its case. Pages of other slices write the same as a plain link. */
export const toCaseAddress = (caseId: number, kind: FiledKind, id: number): string => `/familier/${caseId}/til-sagen/ny?kind=${kind}&id=${id}`

export type Receipt = { system: string; number: string; filedOn: string; by: string; at: string }
export type FilingState = 'filed' | 'overdue' | 'waiting' | 'taken-back'
/** Derived from what has happened, never stored. */
export function stateOf(f: { receipt: Receipt | null; due: string; takenBackAt: string | null }, today: string): FilingState {
  if (f.takenBackAt !== null) return 'taken-back'
  if (f.receipt !== null) return 'filed'
  return f.due < today ? 'overdue' : 'waiting'
}

/** The Monday of the week of a day. */
export const mondayOf = (day: string): string => addDays(day, 1 - weekday(day))
/** By week, the newest first; within a week the newest first. */
export function byWeek<R extends { on: string; id: number }>(rows: readonly R[]): { monday: string; rows: R[] }[] {
  const weeks = new Map<string, R[]>()
  for (const row of rows.toSorted((a, b) => b.on.localeCompare(a.on) || b.id - a.id)) {
    const monday = mondayOf(row.on)
    weeks.set(monday, [...(weeks.get(monday) ?? []), row])
  }
  return [...weeks].map(([monday, list]) => ({ monday, rows: list }))
}

/** What is quoted; says nothing about anybody. */
export const referenceOf = (id: number): string => `T-${String(id).padStart(5, '0')}`

// ---- what is typed ----

export const OneRecord = z.object({ caseId: Id, kind: z.enum(KINDS), id: Id })
/** `to`: `7.education`, a member of staff and the sector they work in with this family. */
export const SendToCase = z.object({
  caseId: Id,
  kind: z.enum(KINDS),
  id: Id,
  to: z.string().regex(/^\d{1,15}\.[a-z-]+$/),
  theme: z.string().min(1),
})
export const WriteReceipt = z.object({ caseId: Id, filingId: Id, system: trimmed(100).min(1), number: trimmed(100).min(1), filedOn: PlainDate })
export const OneFiling = z.object({ caseId: Id, filingId: Id })
