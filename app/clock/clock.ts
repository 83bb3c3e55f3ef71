import { z } from 'zod'
import type { Obligation } from '#app/catalogue/pack-clock.ts'
import type { Span } from '#app/catalogue/pack-item.ts'
import { Id, MaybeId, trimmed } from '#app/families/families.ts'
import { said } from '#app/platform/i18n/field-errors.ts'
import { addDays, addMonths, PlainDate } from '#app/platform/time/plain-date.ts'

/*
 * The clock of due dates (MEET-06 … MEET-11, PLAN-19, IT-02). An obligation comes from the law pack or the project's pack; when it is due is
 * computed from what stands in the plan, in sector plans and about people. Nobody types a due date. What only the obligation's own authority can
 * know is a dated fact of its own: an anchor, a rhythm, a choice, and the tick after a meeting.
 */

/** A row that due dates are computed from, as far as its reader may see it. `onDay` null: not said. */
export type ClockRow = {
  caseId: number
  fact: 'plan' | 'meeting' | 'next' | 'sector-plan' | 'help' | 'benefit' | 'anchor' | 'rhythm' | 'joined' | 'not-relevant' | 'served'
  code: string
  personId: number | null
  onDay: string | null
  data: RowData
  shelfId: number | null
}
export type RowData = {
  id?: number
  from?: string | null
  until?: string | null
  next?: string | null
  notNeeded?: boolean
  weeks?: number
  months?: number
  reason?: string
  meeting?: number
  due?: string
  conditions?: string[]
  serves?: { code: string; personId: number | null; due: string | null }[]
}
/** Somebody of the family, as the clock sees them. */
export type ClockPerson = { id: number; name: string; born: string | null; child: boolean }

/** Where the day comes from that an obligation counts from. */
export type AnchorFrom = 'given' | 'plan' | 'plan-meeting' | 'meeting' | 'sector-plan' | 'help' | 'benefit' | 'birthday'
/**
 * due: on or after today. overdue: before today. no-rhythm: somebody has to decide how often. unknown: nobody has said what it counts from.
 * not-relevant: its authority has said so.
 */
export type EntryState = 'due' | 'overdue' | 'no-rhythm' | 'unknown' | 'not-relevant'
export type Entry = {
  /** `code:person`, person 0 for the whole family: the id in the proposal. */
  id: string
  code: string
  personId: number | null
  obligation: Obligation
  /** Whose it is: the sector of its law, or coordination for what the project has agreed. */
  sector: string
  state: EntryState
  anchor: { on: string; from: AnchorFrom } | null
  lastDone: string | null
  /** The day from which the time between is judged: the anchor; where the rhythm is decided locally, the decision; after another one, that one. */
  begins: string | null
  due: string | null
  /** From one time to the next; null: once, or not decided. */
  every: Span | null
  firstWithin: Span | null
  /** Decided by the authority, with its reason. */
  rhythm: { on: string; reason: string; id: number } | null
  /** A joint meeting may serve it: the pack says so, and where it must be chosen it was. */
  joint: boolean
  /** Where it must be chosen: whether it was, and the row that says so. */
  chosen: { id: number } | null
  /** Days on which it was kept, oldest first, from ticks and from meetings of the project's own kind. */
  history: { on: string; meetingId: number | null; servedId: number | null }[]
  /** Its next called meeting. */
  planned: string | null
  notRelevantId: number | null
  anchorId: number | null
  shelfIds: number[]
}

export const entryId = (code: string, personId: number | null): string => `${code}:${personId ?? 0}`
export const isOwn = (entry: Pick<Entry, 'sector'>, sectors: readonly string[]): boolean => sectors.includes(entry.sector)

/** The day a length of time after another; null for lengths that a meeting clock does not count (hours, working days). */
export function afterSpan(day: string, span: Span): string | null {
  if ('months' in span) return addMonths(day, span.months)
  if ('weeks' in span) return addDays(day, span.weeks * 7)
  return 'days' in span ? addDays(day, span.days) : null
}
/** "At least four within six months" kept evenly: a quarter of the time from one to the next. */
export function evenly({ times, within }: NonNullable<Obligation['atLeast']>): Span | null {
  const days = 'months' in within ? within.months * 30 : 'weeks' in within ? within.weeks * 7 : 'days' in within ? within.days : 0
  return days >= times ? { days: Math.floor(days / times) } : null
}

// ---- what is typed ----

const personOrFamily = MaybeId.optional().transform((v) => v ?? null)
const one = { caseId: Id, code: z.string().trim().min(1).max(100), personId: personOrFamily }
const codes = z.preprocess((v) => (v === undefined || v === '' ? [] : Array.isArray(v) ? v : [v]), z.array(z.string().max(100)).max(30))
const maybe = (max: number) => z.preprocess((v) => (v === '' || v === undefined ? null : v), z.coerce.number().int().min(1).max(max).nullable())

/** The tick. With a meeting every condition of the pack must be met; without one the authority followed up in its own way. */
export const MarkServed = z.object({ ...one, servedOn: PlainDate, meetingId: MaybeId.optional(), conditions: codes, note: trimmed(500).default('') })
export const TakeBack = z.object({ caseId: Id, id: Id, reason: trimmed(300).default('') })
export const StateFact = z
  .object({
    ...one,
    what: z.enum(['anchor', 'rhythm', 'joined', 'not-relevant']),
    onDay: z.preprocess((v) => (v === '' || v === undefined ? null : v), PlainDate.nullable()),
    everyWeeks: maybe(156),
    everyMonths: maybe(36),
    reason: trimmed(500).default(''),
  })
  .refine((v) => v.what !== 'anchor' || v.onDay !== null, said({ da: 'Skriv datoen', en: 'Write the date' }, ['onDay']))
  .refine(
    (v) => v.what !== 'rhythm' || (v.everyWeeks === null) !== (v.everyMonths === null),
    said({ da: 'Skriv, hvor ofte: enten uger eller måneder', en: 'Write how often: either weeks or months' }, ['everyMonths']),
  )
  .refine(
    (v) => (v.what !== 'rhythm' && v.what !== 'not-relevant') || v.reason.length > 1,
    said({ da: 'Skriv hvorfor', en: 'Write why' }, ['reason']),
  )
export const BLOCK_REASONS = ['school-holiday', 'family', 'staff', 'other'] as const
export type BlockReason = (typeof BLOCK_REASONS)[number]
export const BlockPeriod = z
  .object({ caseId: Id, from: PlainDate, until: PlainDate, why: z.enum(BLOCK_REASONS), words: trimmed(200).default('') })
  .refine((v) => v.until >= v.from, said({ da: 'Slutdatoen ligger før startdatoen', en: 'The end is before the beginning' }, ['until']))
  .refine((v) => v.until <= addDays(v.from, 366), said({ da: 'Højst et år ad gangen', en: 'A year at a time at most' }, ['until']))
/** Dates of the proposal that were chosen; what each serves is computed again, never taken from the form. */
export const AcceptYear = z.object({
  caseId: Id,
  kind: z.string().trim().min(1).max(100),
  dates: z
    .preprocess((v) => (v === undefined || v === '' ? [] : Array.isArray(v) ? v : [v]), z.array(PlainDate).max(60))
    .refine((v) => v.length > 0, said({ da: 'Vælg mindst én dato', en: 'Choose at least one date' })),
  slack: maybe(60).optional(),
  time: z.string().trim().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time'),
  place: trimmed(200).default(''),
})
/** `slack`: days before the last day; `move` and `to`: what if that date moved. */
export const YearOf = z.object({
  caseId: Id,
  slack: z.preprocess((v) => (v === '' || v === null || v === undefined ? null : v), z.coerce.number().int().min(0).max(60).nullable()).catch(null),
  move: z.preprocess((v) => (v === '' || v === undefined ? null : v), PlainDate.nullable()).catch(null),
  to: z.preprocess((v) => (v === '' || v === undefined ? null : v), PlainDate.nullable()).catch(null),
})
