import { z } from 'zod'
import { said } from '#app/platform/i18n/field-errors.ts'
import { PlainDate } from '#app/platform/time/plain-date.ts'
import { Id, OptionalDate, optionalText, text } from './intake.ts'

/* KOO-01, KOO-02, KOO-06, KOO-07: who coordinates, and who else helps the family. */

export type CoordinatorModel = 'primary' | 'primary-and-secondary'
/** Roles of the assignments that make somebody coordinator. */
export const coordinatorRole = { primary: 'coordinator', secondary: 'secondary-coordinator' } as const
export const isCoordinatorRole = (role: string): boolean => role === coordinatorRole.primary || role === coordinatorRole.secondary

/** A caseworker of an authority (employment-caseworker, family-caseworker …): takes decisions about the family. */
export const isCaseworkerRole = (role: string): boolean => /case-?worker/.test(role)

const Hours = z.preprocess(
  (v) => (typeof v === 'string' ? (v.trim() === '' ? null : Number(v.trim().replace(',', '.'))) : (v ?? null)),
  z.number().positive().max(37).nullable(),
)
export const AppointCoordinator = z.object({
  caseId: Id,
  staffId: Id,
  as: z.enum(['primary', 'secondary']).default('primary'),
  from: PlainDate,
  doesWhat: optionalText(300),
  /** KOO-06: for the family's own caseworker, the hours a week set aside for it, as typed, and who agreed to them. */
  hoursSetAside: Hours,
  agreedWith: optionalText(120),
})
export const AddAssignment = z
  .object({
    caseId: Id,
    staffId: Id,
    role: z
      .string()
      .trim()
      .min(1)
      .max(60)
      .refine(
        (role) => !isCoordinatorRole(role),
        said({ da: 'Koordinatoren vælges af projektlederen', en: 'The project manager appoints the coordinator' }),
      ),
    /** Left out: the role's own sector in the pack. */
    sector: z.string().trim().max(60).optional(),
    /** One sentence, for the family: what this person does for us. */
    doesWhat: text(300),
    from: PlainDate,
    until: OptionalDate,
  })
  .refine(
    (v) => v.until === null || v.from <= v.until,
    said({ da: 'Til-datoen ligger før fra-datoen', en: 'The end is before the start' }, ['until']),
  )
export const EndAssignment = z.object({ caseId: Id, assignmentId: Id, until: PlainDate })

export type Assignment = {
  id: number
  caseId: number
  staffId: number
  role: string
  sector: string
  from: string
  until: string | null
}
const runs = (one: Pick<Assignment, 'from' | 'until'>, day: string) => one.from <= day && (one.until === null || day <= one.until)
const runsFrom = (one: Pick<Assignment, 'from' | 'until'>, day: string) => one.until === null || day <= one.until

/** Why somebody cannot be appointed: KOO-02, KOO-06, KOO-07. Null when nothing is in the way. */
export function appointmentProblem(
  team: readonly Assignment[],
  wish: { staffId: number; as: 'primary' | 'secondary'; from: string },
  rules: { model: CoordinatorModel; mayBeCaseworker: boolean },
): 'no-secondary' | 'own-caseworker' | 'primary-taken' | 'secondary-taken' | 'both' | null {
  if (wish.as === 'secondary' && rules.model === 'primary') return 'no-secondary'
  const later = team.filter((one) => runsFrom(one, wish.from))
  if (!rules.mayBeCaseworker && later.some((one) => one.staffId === wish.staffId && isCaseworkerRole(one.role))) return 'own-caseworker'
  if (later.some((one) => one.role === coordinatorRole[wish.as] && one.staffId !== wish.staffId))
    return wish.as === 'primary' ? 'primary-taken' : 'secondary-taken'
  if (later.some((one) => one.staffId === wish.staffId && isCoordinatorRole(one.role))) return 'both'
  return null
}

/** KOO-02: what a family still lacks, by the project's model. A secondary is missing only after there is a primary. */
export function missingCoordinator(team: readonly Assignment[], model: CoordinatorModel, today: string): 'primary' | 'secondary' | null {
  const has = (role: string) => team.some((one) => one.role === role && runsFrom(one, today))
  if (!has(coordinatorRole.primary)) return 'primary'
  return model === 'primary-and-secondary' && !has(coordinatorRole.secondary) ? 'secondary' : null
}

/** KOO-02: how many families each worker coordinates today, as primary and as secondary. Workers without any are left out. */
export function caseloads(assignments: readonly Assignment[], today: string): Map<number, { primary: number[]; secondary: number[] }> {
  const loads = new Map<number, { primary: number[]; secondary: number[] }>()
  for (const one of assignments) {
    if (!isCoordinatorRole(one.role) || !runs(one, today)) continue
    const load = loads.get(one.staffId) ?? { primary: [], secondary: [] }
    load[one.role === coordinatorRole.primary ? 'primary' : 'secondary'].push(one.caseId)
    loads.set(one.staffId, load)
  }
  return loads
}
