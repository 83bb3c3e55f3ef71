import { z } from 'zod'
import { codes, item, words } from './pack-item.ts'

/** Sections of a pack about the team around the family. */

/** KOO-03: a point that the old and the new coordinator go through when the coordination passes from one to the other. */
export const handoverItem = z.strictObject({
  ...item,
  /** Who ticks it. */
  by: z.enum(['old', 'new', 'both']),
})
export type HandoverItem = z.infer<typeof handoverItem>

/**
 * KOO-08: roles that one person might hold in a family. A question to talk about, never done by itself. `roles` are assignment roles; where
 * two people hold two of them, the one whose role stands first in the list is the one to keep.
 */
export const mergeSuggestion = z.strictObject({
  ...item,
  roles: codes.min(2),
  why: words,
})
export type MergeSuggestion = z.infer<typeof mergeSuggestion>
