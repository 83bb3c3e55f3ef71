import { z } from '@hono/zod-openapi'

/** Path of a family's month in the API: `2026-10`. */
export const monthPath = z.object({ caseId: z.coerce.number().int().positive(), month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) })
/** What the verbs take: a month is its first day. */
export const wholeMonth = ({ caseId, month }: z.output<typeof monthPath>) => ({ caseId, month: `${month}-01` })
