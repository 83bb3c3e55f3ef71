import { z } from 'zod'
import type { SectorPlanKind } from '#app/catalogue/pack-work.ts'
import { statedWhole, type RecordBase } from '#app/plan/plan.ts'
import { said } from '#app/platform/i18n/field-errors.ts'
import { PlainDate } from '#app/platform/time/plain-date.ts'

/*
 * A sector plan (da: delplan): what one law plans for, as a part of the family's plan (002:140, 004:414-416). Its own authority decides it;
 * the project has no power over it (KOO-13). Kinds, contents and consents are data of the law pack.
 */

export const hows = ['points', 'text', 'elsewhere'] as const
/** How a part of the checklist is met: by goals and activities of the family's plan, by a text of its own, or in the authority's system. */
export type How = (typeof hows)[number]
export type PlanPart = { how: How; text: string; goals: number[]; activities: number[] }
export type PlanState = 'draft' | 'in-force' | 'ended' | 'not-needed'
export type SectorPlan = RecordBase & {
  kind: string
  title: string
  lawArea: string
  paragraph: string
  departmentId: number | null
  caseworkerStaffId: number | null
  caseworkerName: string
  decidedOn: string | null
  validFrom: string | null
  validUntil: string | null
  nextFollowUpOn: string | null
  /** By code of the pack's checklist; a code that is not there is not answered yet. */
  contents: Record<string, PlanPart>
  restsOnHolistic: boolean
  notNeededReason: string
  /** The plan that the coordinator wrote down and this one took over; its goals, paper and copies are this one's too. */
  replacesId: number | null
}
/** The plan and the one it took over. */
export const planIds = (plan: Pick<SectorPlan, 'id' | 'replacesId'>): number[] => (plan.replacesId === null ? [plan.id] : [plan.id, plan.replacesId])
/** That a plan is there, without a word of it. */
export type PlanHead = {
  kind: string
  personIds: number[]
  decidedOn: string | null
  validFrom: string | null
  validUntil: string | null
  notNeeded: boolean
}

type Dates = { decidedOn: string | null; validFrom: string | null; validUntil: string | null }
/** Draft until it is decided and begun, ended after its last day. Never stored. */
export function planState(plan: Dates & { notNeeded: boolean }, today: string): PlanState {
  if (plan.notNeeded) return 'not-needed'
  if (plan.validUntil !== null && plan.validUntil < today) return 'ended'
  const from = plan.validFrom ?? plan.decidedOn
  return plan.decidedOn !== null && plan.decidedOn <= today && from !== null && from <= today ? 'in-force' : 'draft'
}
export const stateOf = (plan: SectorPlan, today: string): PlanState => planState({ ...plan, notNeeded: plan.notNeededReason !== '' }, today)

/** The parts of the checklist that are not answered: nothing pointed at, no text, and not said to stand elsewhere. */
export const openParts = (kind: Pick<SectorPlanKind, 'contents'> | undefined, plan: Pick<SectorPlan, 'contents'>): string[] =>
  (kind?.contents ?? []).map((part) => part.code).filter((code) => !isAnswered(plan.contents[code]))
export function isAnswered(part: PlanPart | undefined): boolean {
  if (!part) return false
  if (part.how === 'elsewhere') return true
  return part.how === 'text' ? part.text !== '' : part.goals.length + part.activities.length > 0
}

// ---- what verbs take; form strings are welcome ----

const id = z.coerce.number().int().positive()
const optionalId = z.preprocess((v) => (v === '' || v === undefined ? null : v), id.nullable())
const text = (max: number) => z.string().trim().max(max).default('')
const ids = z.preprocess((v) => (v === undefined || v === '' ? [] : Array.isArray(v) ? v : [v]), z.array(id).max(50))
const day = z.preprocess((v) => (v === '' || v === undefined ? null : v), PlainDate.nullable())

const fields = {
  title: text(200),
  departmentId: optionalId,
  caseworkerStaffId: optionalId,
  caseworkerName: text(100),
  decidedOn: day,
  validFrom: day,
  validUntil: day,
  nextFollowUpOn: day,
  statedName: text(100),
  statedSector: text(60),
  statedOn: day,
  statedChannel: text(40),
}
const sayDates = said({ da: 'Slutdatoen ligger før startdatoen', en: 'The end date is before the start date' }, ['validUntil'])
const ordered = (v: { validFrom: string | null; validUntil: string | null }) =>
  v.validFrom === null || v.validUntil === null || v.validFrom <= v.validUntil
const sayStated = said(
  { da: 'Skriv, hvem der har oplyst det, fra hvilken sektor, hvornår og hvordan', en: 'Write who stated it, from which sector, when and how' },
  ['statedName'],
)
export const AddSectorPlan = z
  .object({ caseId: id, kind: text(60), subjects: ids, ...fields })
  .refine(ordered, sayDates)
  .refine(statedWhole, sayStated)
export const ChangeSectorPlan = z
  .object({ caseId: id, planId: id, seenRevision: id, ...fields })
  .refine(ordered, sayDates)
  .refine(statedWhole, sayStated)
export const WritePart = z.object({
  caseId: id,
  planId: id,
  seenRevision: id,
  part: text(60),
  how: z.enum(hows).default('text'),
  text: text(4000),
  goals: ids,
  activities: ids,
})
export const RestOnHolistic = z.object({
  caseId: id,
  planId: id,
  seenRevision: id,
  rests: z.preprocess((v) => v === true || v === 'yes' || v === 'on', z.boolean()),
})
export const DropSectorPlan = z.object({ caseId: id, planId: id, seenRevision: id, reason: z.string().trim().min(1).max(500) })
export const NoPlanNeeded = z.object({ caseId: id, kind: text(60), subjects: ids, reason: z.string().trim().min(1).max(500) })
export const PlanOfCase = z.object({ caseId: id, planId: id })
export const CopyInto = z.object({ caseId: id, planId: id, target: text(60) })
export const AddPlanFile = z.object({ caseId: id, planId: id, name: z.string().trim().min(1).max(200), content: z.instanceof(Uint8Array) })
