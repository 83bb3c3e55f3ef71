import { z } from 'zod'
import { ageRange, code, codes, item, words } from './pack-item.ts'

/** Sections of a pack about asking those around a family for an update, and about short screenings. */

/** A question to a unit. `date`: a day, or several, in words. */
export const inquiryQuestion = z.strictObject({ ...item, text: words, kind: z.enum(['text', 'date']) })

/**
 * What a sector is asked, and what the request tells it. `asks` is the category of the answer, which a consent must cover from that sector to
 * the coordination; `tells` is what the request itself gives away, covered the other way. `names`: what the answerer needs to know whom it is about.
 */
export const inquiryForm = z.strictObject({
  ...item,
  sector: code,
  asks: code,
  tells: code,
  names: z.enum(['first-name', 'name-and-birthday']),
  /** How whoever opens the link shows that it is them, the usual way first. */
  confirm: z.array(z.enum(['sms', 'email', 'agreed', 'birthday'])).min(1),
  questions: codes.min(1),
})

/** One question of a screening: which answers speak for something to work on, and which sectors then to ask. Never a score. */
export const screeningQuestion = z.strictObject({
  code,
  text: words,
  when: z.array(z.enum(['yes', 'partly', 'no'])).min(1),
  /** What to work on, in plain words. */
  theme: words,
  sectors: codes.default([]),
})

/** A short form of our own, answered together with the person. Licensed instruments do not stand here. */
export const screeningForm = z.strictObject({ ...item, lead: words, ...ageRange, questions: z.array(screeningQuestion).min(1) })
