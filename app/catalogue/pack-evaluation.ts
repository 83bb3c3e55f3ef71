import { z } from 'zod'
import { item, plainDate, words } from './pack-item.ts'

/**
 * Who the families are held against (EVAL-09), chosen before the first family comes, so that nobody chooses the comparison that looks best. `lateReason`: why it was chosen later than that;
 * without it a late choice is not used. `lawfulBasis`: by which law the municipality may use figures about the group. `fewest`: with fewer people in either group nothing is judged.
 */
export const comparisonGroup = z.strictObject({
  ...item,
  kind: z.enum(['waiting-list', 'other-district', 'earlier-years', 'none']),
  text: words,
  lawfulBasis: words,
  chosenOn: plainDate,
  lateReason: words.nullable().default(null),
  fewest: z.int().min(3).default(10),
})
