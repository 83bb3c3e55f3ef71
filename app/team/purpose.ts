import { z } from 'zod'
import { Id, text, ticked } from '#app/intake/intake.ts'

/* KOO-14, IT-04: what the coordination is for in this family, and what it aims at. */

export const WritePurpose = z.object({
  caseId: Id,
  /** In the family's own daily words: what somebody should gather for us. */
  whatFor: text(600),
  /** What is different when it works. */
  aim: text(600),
  /** Those of the family who took part. */
  writtenWith: ticked(Id),
  /** The text that was on the page; empty when there was none. */
  seenId: z.preprocess((v) => (v === '' || v === undefined ? null : v), Id.nullable()),
})
