import { z } from 'zod'
import { ageRange, item, words } from './pack-item.ts'

/** Sections of a pack about what people say for themselves: own ratings from 0 to 10, and the short round to the partners. */

/**
 * "How is it, from 0 to 10?" in our own words; 10 is always best. Who is asked follows from the age on the day. `relevantChange`: points that we call a step; null: none named.
 * `error`: the spread and reliability that somebody has published; null: nobody has, and no change of one person is judged by it.
 */
export const ratingQuestion = z.strictObject({
  ...item,
  text: words,
  /** What 0 and 10 mean. */
  low: words,
  high: words,
  ...ageRange,
  everyMonths: z.int().positive(),
  /** Indicators that a professional judges about the same: the two stand beside each other, and never become one number. */
  beside: z.array(z.string()).default([]),
  relevantChange: z.number().positive().nullable(),
  error: z.strictObject({ sd: z.number().positive(), reliability: z.number().min(0).max(1), source: z.string().trim().min(1) }).nullable().default(null),
  verified: z.boolean(),
})

/** A question to partners, answered from 1 to 5; `goal`: the requirement whose share is counted from the answers 4 and 5. */
export const partnerQuestion = z.strictObject({
  ...item,
  text: words,
  low: words,
  high: words,
  goal: z.string().regex(/^GOAL-\d\d$/).nullable().default(null),
  verified: z.boolean(),
})
