import { z } from 'zod'
import { item, words } from './pack-item.ts'

/** Sections of a pack about what is written down from day to day. */

/** LOG-02, LOG-04: a kind of entry in the logbook. */
export const logbookKind = z.strictObject({
  ...item,
  /** As the family reads it, after the helper's name: "fulgte med {you} til et møde". `{you}`: dig, jer, or the names. */
  plain: words,
  /** Companion support ("gå-med"): its hours are counted. */
  companion: z.boolean().default(false),
  /** Who took contact, where that is the point. */
  contact: z.enum(['family', 'us']).nullable().default(null),
})
export type LogbookKind = z.infer<typeof logbookKind>
