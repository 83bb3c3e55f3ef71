import { z } from 'zod'
import { code, item, lawItem, words } from './pack-item.ts'

/** Sections of a pack about the way in: criteria, rules, letters, and what to do when worried about a child. */

/** A question asked of a referred family. Answered yes or no; `evidence` says what must stand beside the answer. */
export const intakeCriterion = z.strictObject({
  ...item,
  question: words,
  /** `yes`: a yes counts only with evidence; `both`: a no as well; `optional`: evidence is welcome. */
  evidence: z.enum(['yes', 'both', 'optional']),
  evidenceHint: words,
})
export type IntakeCriterion = z.infer<typeof intakeCriterion>

/** Criteria put together: a code, or `all`, `any`, `not` of such. `{ all: [a, { any: [b, c] }] }` */
export type Expression = string | { all: Expression[] } | { any: Expression[] } | { not: Expression }
export const expression: z.ZodType<Expression> = z.lazy(() => z.union([
  code,
  z.strictObject({ all: z.array(expression).min(1) }),
  z.strictObject({ any: z.array(expression).min(1) }),
  z.strictObject({ not: expression }),
]))

/** What follows from the answers: must hold, keeps out (as a main rule), or is only noted. */
export const intakeRule = z.strictObject({
  ...item,
  effect: z.enum(['required', 'excludes', 'soft']),
  when: expression,
  /** Said about a family when the rule speaks against it; goes into the reasons of a refusal. */
  reason: words,
})
export type IntakeRule = z.infer<typeof intakeRule>

/** A letter. `{{name}}` in subject and body is filled in; only names listed in `placeholders` may be used. */
export const letterTemplate = z.strictObject({
  ...lawItem,
  placeholders: z.array(z.string().regex(/^[a-z][A-Za-z]*$/, 'placeholder')),
  subject: words,
  body: words,
})
export type LetterTemplate = z.infer<typeof letterTemplate>

/** The local procedure when somebody is worried about a child. Numbers marked `example` are not real. */
export const concernProcedure = z.strictObject({
  ...item,
  steps: z.array(words).min(1),
  phones: z.array(z.strictObject({ label: words, number: z.string().trim().min(1), hours: words, example: z.boolean() })),
  /** Where notifications are sent. Only a `secure` mailbox (encrypted all the way) gets the words; any other a neutral line and a link. */
  mailbox: z.strictObject({ address: z.email(), secure: z.boolean().default(false), example: z.boolean().default(false) }).nullable().default(null),
  /** How many hours before the assessment is due its roles hear again. */
  remindBeforeHours: z.int().positive().default(4),
})
export type ConcernProcedure = z.infer<typeof concernProcedure>

/** A value of a short list that staff choose from, such as reasons for leaving. */
export const choice = z.strictObject({
  ...item,
  list: z.enum(['exit-reason', 'refusal-reason', 'logbook-hidden', 'activity-kind', 'not-asked-reason', 'contact-channel', 'expert-role', 'question-to-goal', 'question-to-activity', 'handover-reason', 'staff-function', 'intake-function', 'soft-ground', 'left-out-reason', 'absence-words', 'concern-result', 'filing-theme', 'challenge', 'offer-kind', 'spell-end']),
  /** Of an activity: what it is besides, so that the monthly registration can count it where no spell says it already. */
  countsAs: z.enum(['work', 'offer', 'education', 'leisure-job', 'leisure-activity']).optional(),
})

/** A department, a unit or a district with the sector it works under; no persons. */
export const unit = z.strictObject({
  ...item,
  kind: z.enum(['department', 'unit', 'district', 'partner']),
  sector: code.nullable(),
  partOf: code.nullable().default(null),
})
