import { addMonths, startOfMonth } from '#app/platform/time/plain-date.ts'
import type { Standing } from './development.ts'

/* Which families may need more support from the project (PROG-33, 002:35 "behov for ekstra understøttelse"). A way to ask, never a ranking of families. */

/** Months without a real registration before somebody asks, and changes the other way before somebody asks. */
export const SILENT_MONTHS = 2
export const MANY_WORSE = 3

export type FamilyStandings = { caseId: number; name: string; intakeOn: string; /** First day of the newest month with a real value. */ lastMonth: string | null; standings: Pick<Standing, 'judgement' | 'early'>[] }
/** `silent`: nothing was registered in two whole months; `worse`: at least three changes the other way, the dips of the first months left out. */
export type Reason = 'silent' | 'worse'
export type Support = FamilyStandings & { better: number; worse: number; reasons: Reason[] }

export function supportOf(family: FamilyStandings, today: string): Support {
  const better = family.standings.filter((s) => s.judgement === 'better').length
  const worse = family.standings.filter((s) => s.judgement === 'worse' && !s.early).length
  const since = family.lastMonth ?? addMonths(startOfMonth(family.intakeOn), -1)
  const silent = since < addMonths(startOfMonth(today), -SILENT_MONTHS)
  return { ...family, better, worse, reasons: [...(silent ? (['silent'] as const) : []), ...(worse >= MANY_WORSE ? (['worse'] as const) : [])] }
}

/** Those somebody should ask about, by name. */
export const inNeed = (families: readonly Support[]): Support[] => families.filter((f) => f.reasons.length > 0).toSorted((a, b) => a.name.localeCompare(b.name, 'da'))
