import { z } from 'zod'
import { PlainDate } from '#app/platform/time/plain-date.ts'
import { id } from './situation.ts'

/*
 * Which method was chosen, and why (UDR-03, UDR-12, UDR-17): with one family, as a record of it; for the whole project, with the day on which the
 * partners agreed on the principles (UDR-14, IT-11).
 */
export type MethodChoice = {
  id: number
  revision: number
  shelfId: number
  sector: string
  subjects: number[]
  method: string
  reason: string
  chosenOn: string
  chosenBy: string
  endedOn: string | null
  endedReason: string | null
}
export type ProjectMethod = Omit<MethodChoice, 'revision' | 'shelfId' | 'sector' | 'subjects'>

const day = z.preprocess((v) => (v === '' || v === undefined ? null : v), PlainDate.nullable())
const reason = z.string().trim().min(1).max(1000)
const method = z.string().trim().min(1).max(60)
export const ChooseMethod = z.object({ caseId: id, method, reason, chosenOn: day })
export const EndMethod = z.object({ caseId: id, id, seenRevision: id, reason })
export const ChooseProjectMethod = z.object({ projectId: id, method, reason, chosenOn: day })
export const EndProjectMethod = z.object({ projectId: id, id, reason })
export const AgreePrinciples = z.object({ projectId: id, agreedOn: PlainDate, agreedBy: z.string().trim().min(1).max(300) })
