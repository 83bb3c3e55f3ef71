import { addMonths, startOfMonth } from '#app/platform/time/plain-date.ts'
import type { Standing } from './development.ts'

/* Which families may need more support from the project (PROG-33, 002:35 "behov for ekstra understøttelse"). A way to ask, never a ranking of families. */

/** Of the pack: whole months without a real registration before somebody asks, and changes the other way. */
export type Limits = { silentMonths: number; worse: number }

export type FamilyStandings = { caseId: number; name: string; intakeOn: string; /** First day of the newest month with a real value. */ lastMonth: string | null; standings: Pick<Standing, 'judgement' | 'early'>[] }
/** `silent`: nothing was registered in so many whole months; `worse`: at least so many changes the other way, the dips of the first months left out. */
export type Reason = 'silent' | 'worse'
export type Support = FamilyStandings & { better: number; worse: number; reasons: Reason[] }

export function supportOf(family: FamilyStandings, limits: Limits, today: string): Support {
  const better = family.standings.filter((s) => s.judgement === 'better').length
  const worse = family.standings.filter((s) => s.judgement === 'worse' && !s.early).length
  const since = family.lastMonth ?? addMonths(startOfMonth(family.intakeOn), -1)
  const silent = since < addMonths(startOfMonth(today), -limits.silentMonths)
  return { ...family, better, worse, reasons: [...(silent ? (['silent'] as const) : []), ...(worse >= limits.worse ? (['worse'] as const) : [])] }
}

/** Those somebody should ask about, by name. */
export const inNeed = (families: readonly Support[]): Support[] => families.filter((f) => f.reasons.length > 0).toSorted((a, b) => a.name.localeCompare(b.name, 'da'))
