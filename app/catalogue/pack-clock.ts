import { z } from 'zod'
import { code, item, lawItem, span, words } from './pack-item.ts'

/** Sections of a pack about the clock of due dates: what must be followed up when, and days without meetings. */

export const anchor = z.enum([
  'notification-received', 'aware-of-need', 'decision', 'support-start', 'placement-start', 'first-contact', 'intake', 'plan-agreed',
  'meeting-held', 'month-end', 'birthday',
])

/** A duty with a clock. `every` missing: once. `joint`: a joint meeting may serve it. */
export const obligation = z.strictObject({
  ...lawItem,
  lawArea: code.nullable(),
  paragraph: z.string().trim().min(1),
  about: z.enum(['child', 'adult', 'family', 'authority']),
  anchor,
  firstWithin: span.optional(),
  every: span.optional(),
  /** "At least four within six months." */
  atLeast: z.strictObject({ times: z.int().positive(), within: span }).optional(),
  /** No fixed interval: somebody decides the rhythm and writes why. */
  decidedLocally: z.boolean().default(false),
  joint: z.boolean(),
  /** The sector plan whose dates tell: when it was decided, from when it holds, when it is followed up next. */
  plan: code.optional(),
  /** What of that plan keeps the obligation: that it holds, or that somebody has decided on it. */
  keptBy: z.enum(['ready', 'decided']).optional(),
  /** Begins when that obligation has been kept for the person. */
  after: code.optional(),
  /** With anchor birthday: due on the day somebody becomes this old. */
  atAge: z.int().min(1).max(25).optional(),
  /** A joint meeting serves it only where its own worker has chosen so. */
  onlyIfChosen: z.boolean().default(false),
  /**
   * What follows from not coming, and where one cancels, when the law asks somebody to come: said in every invitation, and an answer in Helhed never
   * cancels it. Missing: the meeting is voluntary.
   */
  ifAbsent: z.strictObject({ text: words, cancelAt: words }).optional(),
  /** What the authority's own worker must be able to say before a joint meeting counts (MEET-11). */
  conditions: z.array(words.extend({ code })).default([]),
})
export type Obligation = z.infer<typeof obligation>

const yearly = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'month-and-day')
/** Days on which the town hall is closed, each year from one day to another within the year (`12-24`). Public holidays are known without this. */
export const closingDay = z.strictObject({ ...item, from: yearly, to: yearly })
