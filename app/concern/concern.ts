import { z } from 'zod'
import { Id, Ids, MaybeCpr, MaybeId, trimmed } from '#app/families/families.ts'
import { readCpr } from '#app/platform/cpr/cpr.ts'
import { said } from '#app/platform/i18n/field-errors.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { addWorkingDays } from '#app/platform/time/working-days.ts'

/*
 * A notification of concern (underretning): outside every family rule, and sealed. Everybody who works here has the duty themselves, about any
 * child, and nothing waits for consent. Only the writer and the pack's child-protection roles ever know that it is there. What stands in it is
 * never changed: whoever has more to say adds.
 */

/** A child as it was named: chosen from the family of the page, or typed. */
export type Child = { personId: number | null; name: string; born: string | null; cpr: string | null; where: string }
export const PARENTS = ['told', 'not-told'] as const
/** What was written, as it lies encrypted. */
export type Report = {
  children: Child[]
  seen: string
  when: string
  parents: (typeof PARENTS)[number]
  /** What the parents said, or why they were not told. */
  parentsWords: string
  /** What the writer has done already. */
  done: string
  /** Where the writer can be reached. */
  reach: string
}
/** Lies encrypted in an addition, an assessment or a receipt. */
export type Words = { text: string }

// ---- the clocks ----

export type Clocks = { assessHours: number; remindBeforeHours: number; receiptWorkingDays: number }
export type Deadlines = { assessBy: string; remindAt: string; receiptBy: string }
/** Counted from the instant of the report; the receipt in working days of its day in Copenhagen, which itself does not count. */
export function deadlines(reportedAt: string, clocks: Clocks): Deadlines {
  const hours = (n: number) => new Date(Date.parse(reportedAt) + n * 3_600_000).toISOString()
  return {
    assessBy: hours(clocks.assessHours),
    remindAt: hours(Math.max(0, clocks.assessHours - clocks.remindBeforeHours)),
    receiptBy: addWorkingDays(copenhagenDay(reportedAt), clocks.receiptWorkingDays),
  }
}

export const STATES = ['overdue', 'to-assess', 'receipt-missing', 'done'] as const
export type ConcernState = (typeof STATES)[number]
export type Standing = { assessBy: string; assessedAt: string | null; receiptAt: string | null }
/** Derived from what has happened, never stored. */
export function stateOf(c: Standing, now: string): ConcernState {
  if (c.assessedAt === null) return Date.parse(c.assessBy) <= Date.parse(now) ? 'overdue' : 'to-assess'
  return c.receiptAt === null ? 'receipt-missing' : 'done'
}
/** What waits stands first, the one whose clock runs out first at the top; then those without a receipt, then the rest, newest first. */
export function inOrder<C extends Standing & { id: number; receiptBy: string }>(list: readonly C[], now: string): C[] {
  const place = (c: C) => STATES.indexOf(stateOf(c, now))
  const due = (c: C) => (c.assessedAt === null ? c.assessBy : c.receiptBy)
  return list.toSorted((a, b) => {
    if (place(a) !== place(b)) return place(a) - place(b)
    return stateOf(a, now) === 'done' ? b.id - a.id : due(a).localeCompare(due(b)) || a.id - b.id
  })
}
/** What is quoted on the telephone and in the mail; says nothing about anybody. */
export const referenceOf = (id: number): string => `U-${String(id).padStart(5, '0')}`

// ---- what is typed ----

/** Children who can be typed on the form. */
export const TYPED_CHILDREN = 3
const TypedChild = z
  .object({ name: trimmed(200).default(''), cpr: MaybeCpr, where: trimmed(300).default('') })
  .refine((c) => c.cpr === null || c.name !== '', said({ da: 'Skriv barnets navn', en: 'Write the name of the child' }, ['name']))

const seenSaid = said({ da: 'Skriv, hvad du har set eller hørt', en: 'Write what you have seen or heard' })
const whenSaid = said({ da: 'Skriv, hvornår det var', en: 'Write when it was' })
const why = { da: 'Skriv, hvorfor forældrene ikke ved det endnu', en: 'Write why the parents do not know yet' }
export const ReportConcern = z
  .object({
    /** The family from whose page it is written; null for any child. */
    caseId: MaybeId.optional().transform((v) => v ?? null),
    childIds: Ids,
    typed: z.array(TypedChild).max(TYPED_CHILDREN).default([]),
    seen: trimmed(20_000).refine((v) => v.length > 0, seenSaid),
    when: trimmed(500).refine((v) => v.length > 0, whenSaid),
    danger: z.enum(['no', 'yes']),
    parents: z.enum(PARENTS),
    parentsSaid: trimmed(2000).default(''),
    notToldBecause: trimmed(2000).default(''),
    done: trimmed(2000).default(''),
    reach: trimmed(200).default(''),
  })
  .refine(
    (v) => v.childIds.length > 0 || v.typed.some((c) => c.name !== ''),
    said({ da: 'Skriv, hvilket barn det handler om', en: 'Write which child it is about' }, ['typed.0.name']),
  )
  .refine((v) => v.parents === 'told' || v.notToldBecause !== '', said(why, ['notToldBecause']))
export type ReportConcern = z.output<typeof ReportConcern>

/** Fields `typed.0.name`, `typed.0.cpr` … of the form as a list. */
export function typedChildren(values: Readonly<Record<string, string | string[]>>): { name: string; cpr: string; where: string }[] {
  const one = (key: string) => {
    const v = values[key]
    return typeof v === 'string' ? v : ''
  }
  return Array.from({ length: TYPED_CHILDREN }, (_, i) => ({
    name: one(`typed.${i}.name`),
    cpr: one(`typed.${i}.cpr`),
    where: one(`typed.${i}.where`),
  }))
}

export const OneConcern = z.object({ concernId: Id })
export const AddToConcern = z.object({ concernId: Id, text: trimmed(20_000).min(1) })
export const AssessConcern = z.object({ concernId: Id, seen: z.coerce.number().int().min(0), result: z.string().min(1), text: trimmed(20_000).min(1) })
export const SendReceipt = z.object({ concernId: Id, text: trimmed(5000).min(1) })

/** A birthday as the number says it, for whoever reads the notification. */
export const bornOf = (cpr: string | null): string | null => (cpr === null ? null : (readCpr(cpr)?.birthDate ?? null))
