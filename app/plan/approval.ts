import { z } from 'zod'
import { said } from '#app/platform/i18n/field-errors.ts'
import { PlainDate } from '#app/platform/time/plain-date.ts'
import type { Activity, StatedBy } from './plan.ts'

/*
 * Who recommends and who approves (PLAN-14, PLAN-15): the meeting or the family recommends, a manager with the law says yes to help that
 * costs something. That the recommendation is not followed is rare, reasoned, and told to the family in a letter (000:664-676). The project
 * itself has no say over measures (KOO-13): its staff only write down what an authority has decided.
 */

export const outcomes = ['approved', 'changed', 'refused'] as const
export type Outcome = (typeof outcomes)[number]
export type Decision = {
  id: number
  activityId: number
  sector: string
  shelfId: number
  subjects: number[]
  outcome: Outcome
  decidedOn: string
  decidedBy: string
  reason: string
  /** What is given in its place, for `changed`. */
  instead: string
  stated: StatedBy | null
}

/** A measure of the plan and what was last said of it; null: waiting. */
export type Measure = { activityId: number; decision: Decision | null }

/** Activities that somebody must approve, each with its latest answer. */
export const measuresOf = (activities: readonly Activity[], decisions: readonly Decision[]): Measure[] =>
  activities
    .filter((a) => !a.dropped && a.needsApproval)
    .map((a) => ({ activityId: a.id, decision: decisions.findLast((d) => d.activityId === a.id) ?? null }))

/** The recommendation was not followed: it takes a reason, and the family a letter. */
export const isOverruled = (outcome: Outcome): boolean => outcome !== 'approved'

export type ApproverRule = 'family-and-coordinator' | 'network-meeting'
/** Has this version been approved by whom the pack says? The network meeting approves only at the meeting. */
export const isApproved = (version: { approvedBy: string | null; atMeeting: boolean }): boolean | null =>
  version.approvedBy === null ? null : version.approvedBy === 'network-meeting' ? version.atMeeting : true

const id = z.coerce.number().int().positive()
const text = (max: number) => z.string().trim().max(max).default('')
const day = z.preprocess((v) => (v === '' || v === undefined ? null : v), PlainDate.nullable())

export const DecideMeasure = z
  .object({
    caseId: id,
    activityId: id,
    outcome: z.enum(outcomes),
    decidedOn: day,
    reason: text(2000),
    instead: text(500),
    /** Written down for an authority: who decided, of which sector, and how we know. */
    statedName: text(100),
    statedSector: text(60),
    statedChannel: text(40),
  })
  .refine(
    (v) => v.outcome === 'approved' || v.reason !== '',
    said({ da: 'Skriv hvorfor. Familien får grunden i et brev', en: 'Write why. The family gets the reason in a letter' }, ['reason']),
  )
  .refine(
    (v) => v.outcome !== 'changed' || v.instead !== '',
    said({ da: 'Skriv, hvad familien får i stedet', en: 'Write what the family gets instead' }, ['instead']),
  )
