import { z } from 'zod'
import { Id, OptionalDate, optionalText } from '#app/intake/intake.ts'
import { said } from '#app/platform/i18n/field-errors.ts'
import { addDays, PlainDate } from '#app/platform/time/plain-date.ts'

/* ORG-02, ORG-03, ORG-12: who the project has, by function and hours a week, and how that changed. Pure. */

const MaybeId = z.preprocess((v) => (v === '' || v === undefined ? null : v), Id.nullable())
/** Hours as somebody types them ("15", "7,5"); empty: not known. Minutes come out. */
const Hours = z.preprocess(
  (v) => (typeof v === 'string' ? (v.trim() === '' ? null : Number(v.trim().replace(',', '.'))) : (v ?? null)),
  z.number().positive().max(60).transform((hours) => Math.round(hours * 60)).nullable(),
)

export const AddStaffing = z
  .object({
    projectId: Id,
    function: z.string().trim().min(1).max(60),
    staffId: MaybeId,
    hoursPerWeek: Hours,
    note: optionalText(200),
    from: PlainDate,
    until: OptionalDate,
  })
  .refine((v) => v.until === null || v.from <= v.until, said({ da: 'Til-datoen ligger før fra-datoen', en: 'The end is before the start' }, ['until']))
export const EndStaffing = z.object({ projectId: Id, staffingId: Id, until: PlainDate })
export const AddReach = z.object({ projectId: Id, departmentId: Id, contactId: MaybeId, from: PlainDate })
export const EndReach = z.object({ projectId: Id, reachId: Id, until: PlainDate })

export type Place = { id: number; function: string; staffId: number | null; minutesPerWeek: number | null; from: string; until: string | null }
const runs = (one: Pick<Place, 'from' | 'until'>, day: string) => one.from <= day && (one.until === null || day <= one.until)

export type StaffingStep = { date: string; people: number; minutes: number; unknown: number }
/** People and known weekly minutes on a day; `unknown` counts those whose hours nobody has written. */
export function staffingOn(places: readonly Place[], day: string): Omit<StaffingStep, 'date'> {
  const now = places.filter((one) => runs(one, day))
  return {
    people: now.length,
    minutes: now.reduce((sum, one) => sum + (one.minutesPerWeek ?? 0), 0),
    unknown: now.filter((one) => one.minutesPerWeek === null).length,
  }
}

/** Each day on which the staffing changed, up to `until`. */
export function staffingSteps(places: readonly Place[], until: string): StaffingStep[] {
  const days = new Set(places.flatMap((one) => [one.from, ...(one.until === null ? [] : [addDays(one.until, 1)])]))
  return [...days]
    .filter((day) => day <= until)
    .toSorted()
    .map((date) => ({ date, ...staffingOn(places, date) }))
}

/** ORG-03: sectors among these units' into which the project manager has no agreed way on a day. */
export const areasWithoutReach = (
  departments: readonly { id: number; sector: string }[],
  reach: readonly { departmentId: number; from: string; until: string | null }[],
  day: string,
): string[] => {
  const reached = new Set(
    reach.filter((one) => runs(one, day)).flatMap((one) => departments.filter((d) => d.id === one.departmentId).map((d) => d.sector)),
  )
  return [...new Set(departments.map((d) => d.sector))].filter((sector) => sector !== 'coordination' && !reached.has(sector)).toSorted()
}
