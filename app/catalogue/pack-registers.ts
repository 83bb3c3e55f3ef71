import { z } from 'zod'
import { code, codes, item, lawItem, plainDate, words } from './pack-item.ts'

/** Sections of a pack about other systems: what the municipality's files of registers mean, and what an external tool of progression is given. */

/** What a column of a file may tell. `cpr` names the person; `second` is the attendance beside hours; `category` narrows a code (job-ready or not). */
export const REGISTER_COLUMNS = ['cpr', 'month', 'week', 'from', 'until', 'value', 'second', 'code', 'category'] as const
/** How days, weeks and months are written. Hyphens, dots and slashes are read alike. */
export const DATE_FORMATS = ['DD-MM-YYYY', 'YYYY-MM-DD', 'MM-YYYY', 'YYYY-MM', 'YYYYMM', 'YYYY-WW', 'YYYYWW'] as const

/** A code of the register, or a run of them, and the neutral status that it meant from a day until a day. An empty code is an empty cell. */
const statusCode = z.strictObject({
  from: z.string().trim().max(60),
  until: z.string().trim().max(60).optional(),
  /** Only with one of these in the column `category`. */
  category: z.array(z.string().trim().min(1)).optional(),
  status: code,
  validFrom: plainDate.default('1900-01-01'),
  validUntil: plainDate.nullable().default(null),
})
export type StatusCode = z.infer<typeof statusCode>

/**
 * A file of a register: the names its columns may have, how it writes time, and what a row means.
 * `values`: a number of a month for the first of the indicators that is about the person. `support`: what somebody lives on, week by week or from a day until a day.
 */
export const registerMapping = z.strictObject({
  ...lawItem,
  columns: z.partialRecord(z.enum(REGISTER_COLUMNS), z.array(z.string().trim().min(1)).min(1)),
  dates: z.array(z.enum(DATE_FORMATS)).min(1),
  gives: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('values'), indicators: codes.min(1), /** The file counts absence, not presence. */ absence: z.boolean().default(false) }),
    z.strictObject({ kind: z.literal('support'), codes: z.array(statusCode).min(1) }),
  ]),
})
export type RegisterMapping = z.infer<typeof registerMapping>

/** What a cell of a file for an external tool holds. */
export const EXPORT_FIELDS = ['case-number', 'person-key', 'first-name', 'age', 'month', 'indicator', 'indicator-name', 'value', 'second', 'answer', 'judged-month', 'source'] as const

/** An external tool of progression that is given a month of the project as a file, a row for each value. `names`: what the tool calls our indicators; one without a name keeps ours. */
export const exportTarget = z.strictObject({
  ...item,
  format: z.enum(['csv', 'xlsx']),
  columns: z.array(z.strictObject({ heading: z.string().trim().min(1), field: z.enum(EXPORT_FIELDS) })).min(1),
  /** None named: all of them. */
  indicators: codes.default([]),
  names: z.record(code, z.string().trim().min(1)).default({}),
  /** A value that was only kept from before is told too, with the month of its last look. */
  carried: z.boolean().default(false),
  text: words,
})
export type ExportTarget = z.infer<typeof exportTarget>
