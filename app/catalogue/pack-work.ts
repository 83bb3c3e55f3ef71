import { z } from 'zod'
import { ageRange, code, codes, item, lawItem, plainDate, words } from './pack-item.ts'

/** Sections of a pack about the work: plan, meetings, clocks, measures, goals. */

/** An area of law with the sector that works under it. */
export const lawArea = z.strictObject({ ...lawItem, act: z.string().trim().min(1), sector: code })

/** Steps of a scale, best first. `mapsTo` translates each step's code to a step of another scale. */
export const scale = z.strictObject({
  ...lawItem,
  steps: z.array(z.strictObject({ code, value: z.number().nullable(), label: words, meaning: words })).min(2),
  mapsTo: z.strictObject({ scale: code, steps: z.record(code, code) }).optional(),
})

export const indicator = z.strictObject({
  ...item,
  /** `stated`: judged by another sector (`judgedBy`); none of the national thirteen and thirteen. */
  kind: z.enum(['subjective', 'objective', 'stated']),
  about: z.enum(['child', 'parent', 'family']),
  group: words,
  /** `progress`: forward, unchanged or back since last time. */
  answer: z.enum(['scale', 'yes-no', 'yes-partly-no', 'hours', 'hours-and-attendance', 'attendance', 'grade', 'kept', 'progress', 'cost-direction']),
  scale: code.optional(),
  /** Compared with the value at intake rather than told on its own. */
  againstBaseline: z.boolean(),
  /** The sector whose judgement it is; the coordinator writes down who said it. */
  judgedBy: code.optional(),
  /** Asked only of those with a spell of one of these kinds in that month (`offer`, `school`). */
  onlyWith: codes.optional(),
  ...ageRange,
  everyMonths: z.int().positive(),
})

export const projectPurpose = z.strictObject({ ...item, text: words })

/** How a person is supported; our own neutral list (benefits change names, questions do not). */
export const supportStatus = z.strictObject({
  ...lawItem,
  group: z.enum(['work', 'education', 'benefit', 'pension', 'leave', 'none']),
  cashBenefit: z.boolean(),
  publicSupport: z.boolean(),
  /** Nobody new after this day, though people who have it may keep it. */
  noNewAfter: plainDate.nullable().default(null),
})

/** A plan that a law asks for and that the family's plan can hold. */
export const sectorPlan = z.strictObject({
  ...lawItem,
  lawArea: code,
  paragraph: z.string().trim().min(1),
  about: z.enum(['child', 'adult', 'parent']),
  ...ageRange,
  /** Whether the person is to have one must be decided, once the law's sector works with the family. */
  required: z.boolean().default(false),
  /** One plan may be about several siblings. */
  together: z.boolean().default(false),
  /** The holistic plan may stand in its place, with the consent named: a text of consent of its own, never shared between two plans. */
  holisticPlanMayReplace: z.boolean(),
  consent: code.nullable().default(null),
  /** What the plan is to say; each part points at the family's plan, has a text of its own, or stands in the authority's system. */
  contents: z.array(words.extend({ code })),
})
export type SectorPlanKind = z.infer<typeof sectorPlan>

/** Where the text of a field comes from. `content:goal` is a part of the plan's checklist; parts that a plan does not have give nothing. */
export const copySource = z.union([
  z.enum(['title', 'authority', 'dates', 'follow-up', 'hopes', 'goals', 'measures', 'activities']),
  z.string().regex(/^content:[a-zA-Z0-9][a-zA-Z0-9-]*$/, 'code'),
])
/** Another system that a sector plan is copied into by hand, field by field. Nothing is sent. */
export const copyTarget = z.strictObject({
  ...item,
  plans: codes.min(1),
  fields: z.array(z.strictObject({ code, label: words, from: z.array(copySource).min(1) })).min(1),
})
export type CopyTarget = z.infer<typeof copyTarget>

export const disclosureGroup = z.strictObject({ ...item, smallest: z.int().positive().nullable() })

/** What happens to records of a class when a case is closed. Never a hard delete by default. */
export const retentionClass = z.strictObject({
  ...lawItem,
  categories: codes,
  outcome: z.enum(['preserve', 'discard', 'undecided']),
  yearsAfterClosing: z.int().min(0).nullable(),
})

export const principle = z.strictObject({ ...item, text: words })

/**
 * Who must be told, or what must be done, when a family or one of it leaves, moves or dies. `sector`: whose helper does it; null: the
 * coordinator. `withinDays` counts from the day it happened. `onlyChildren`: only when a child is among them.
 */
export const exitDuty = z.strictObject({
  ...lawItem,
  on: z.array(z.enum(['exit', 'move-inside', 'move-out', 'death'])).min(1),
  sector: code.nullable(),
  withinDays: z.int().min(0),
  paragraph: z.string().default(''),
  onlyChildren: z.boolean().default(false),
  text: words,
})
export type ExitDuty = z.infer<typeof exitDuty>
