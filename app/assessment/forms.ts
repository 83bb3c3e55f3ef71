import { z } from 'zod'
import { id, parts } from './situation.ts'

/*
 * A full form of the law: a child examination by ICS, VUM for an adult (UDR-06, UDR-07). It opens only for the role that owns it, by pack; everybody
 * else knows of it through consent only. What an authority concludes is quoted with its date and never rewritten.
 */
export type AssessmentForm = {
  id: number
  revision: number
  shelfId: number
  sector: string
  subjects: number[]
  personId: number
  kind: string
  answers: Record<string, string>
  levels: Record<string, number>
  conclusion: string
  concludedOn: string | null
  authority: string
}

/** Texts of a form by theme: it sends `theme.<code>`. */
export const answersFrom = (values: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, v]) => (name.startsWith('theme.') && typeof v === 'string' ? [[name.slice(6), v.trim()] as const] : [])),
  )

const text = (max: number) => z.string().trim().max(max)
export const OpenForm = z.object({ caseId: id, personId: id, kind: z.string().max(60) })
export const SaveForm = z.object({
  caseId: id,
  formId: id,
  seenRevision: id,
  answers: z.record(z.string(), text(8000)).default({}),
  levels: z.record(z.string(), z.number().int().min(0).max(4)).default({}),
  conclusion: text(8000).default(''),
})
export const ConcludeForm = z.object({ caseId: id, formId: id, seenRevision: id })
export const QuoteConclusion = z.object({
  caseId: id,
  formId: id,
  words: z.string().trim().min(1).max(2000),
  part: z.enum(parts).default('worry'),
})
