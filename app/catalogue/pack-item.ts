import { z } from 'zod'

/**
 * The parts every item of a pack is made of. A pack is data about a law, a programme or a municipality; see `pack.ts`.
 * Everything here is pure: it runs in the browser, on the server and in tests.
 */

/** A text in both languages. Danish is what people see first; English is never left out. */
export const words = z.strictObject({ da: z.string().trim().min(1), en: z.string().trim().min(1) })
export type Words = z.infer<typeof words>

/** A code names an item for as long as the item lives: ASCII letters, digits and hyphens, never translated. */
export const code = z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9-]*$/, 'code')

/** A plain date, `YYYY-MM-DD`. */
export const plainDate = z.iso.date()

export const codes = z.array(code)

/** A whole number of years; age ranges include both ends, null is open. */
const years = z.int().min(0).max(120)

/** Ages from and until, both inclusive, in whole years on the day asked about. */
export const ageRange = { ageFrom: years.default(0), ageUntil: years.nullable().default(null) }

/**
 * Fields of every item. `validFrom` and `validUntil` are both inclusive; `validUntil: null` is open. When a file leaves them out,
 * `readPack` fills in the pack's own `validFrom` and null. `source` is document:line of the project's documents, or act and §.
 */
export const item = {
  code,
  label: words,
  validFrom: plainDate,
  validUntil: plainDate.nullable(),
  source: z.string().trim().min(1),
  /** What a reader should know before relying on the item: an open question, a choice of ours, a conflict between documents. */
  note: words.optional(),
  /** Law only: true when somebody has read the rule in the source named. Everything else asks to be checked. */
  verified: z.boolean().optional(),
}

/** As `item`, for what rests on law: says whether somebody has checked it. */
export const lawItem = { ...item, verified: z.boolean() }

/** What all items share, whatever section they stand in. */
export type Item = {
  code: string
  label: Words
  validFrom: string
  validUntil: string | null
  source: string
  note?: Words | undefined
  verified?: boolean | undefined
}

/** A length of time with exactly one unit, as the meeting clock takes it: `{ months: 3 }`. */
const amount = z.int().positive()
export const span = z.union([
  z.strictObject({ hours: amount }),
  z.strictObject({ workingDays: amount }),
  z.strictObject({ days: amount }),
  z.strictObject({ weeks: amount }),
  z.strictObject({ months: amount }),
])
export type Span = z.infer<typeof span>

/** The items that hold on a day: from and until both inclusive. Keeps the order of the list. */
export function inForce<T extends { validFrom: string; validUntil: string | null }>(items: readonly T[], today: string): T[] {
  return items.filter((one) => one.validFrom <= today && (one.validUntil === null || today <= one.validUntil))
}

/** The item of a code that holds on a day, or undefined. A pack never has two (see `checkDates`). */
export function itemAt<T extends { code: string; validFrom: string; validUntil: string | null }>(
  items: readonly T[], wanted: string, today: string,
): T | undefined {
  return inForce(items, today).find((one) => one.code === wanted)
}
