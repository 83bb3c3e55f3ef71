import { z } from 'zod'
import { said } from '#app/platform/i18n/field-errors.ts'

/*
 * The monthly spot check: ten look-ups of the month drawn at random, and every one under break-glass or in a guarded family. The project
 * manager asks for the reason and writes down what came of it.
 */

export const VERDICTS = ['in-order', 'follow-up'] as const
export type Verdict = (typeof VERDICTS)[number]
export type DrawnBecause = 'random' | 'break-glass' | 'guarded'

/** One look-up: what one member of staff saw of one family on one day. */
export type LookUp = {
  id: number; day: string; staff: string; department: string | null; role: string | null
  caseId: number; number: string; family: string
  times: number; events: string[]; bases: string[]; because: DrawnBecause
  verdict: Verdict | null; note: string; reviewedAt: string | null
}
export type SpotCheck = { id: number; /** First day. */ month: string; project: string; lookUps: LookUp[]; open: number }

export const ReviewLookUp = z.object({
  id: z.coerce.number().int().positive(),
  verdict: z.enum(VERDICTS),
  note: z.string().trim().max(2000).default(''),
}).refine((r) => r.verdict === 'in-order' || r.note !== '', said({ da: 'Skriv, hvad der skal følges op på', en: 'Write what is to be followed up' }, ['note']))
