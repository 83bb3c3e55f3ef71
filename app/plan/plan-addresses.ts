import type { Missing } from './missing.ts'

/** The staff's pages of one family's plan. */
export const planAddress = (caseId: number | string): string => `/familier/${caseId}/planen`

/** Where a home's agreements on follow-up are written; 0: the whole family's. */
export const termsAddress = (caseId: number | string, home: number): string =>
  `${planAddress(caseId)}?ret=opfoelgning-${home}#opfoelgning-${home}`

/** Where what is missing is put right. */
export function missingAddress(caseId: number, item: Missing): string {
  const base = planAddress(caseId)
  if (item.on === 'goal') return `${base}/maal/${item.id}`
  if (item.on === 'activity') return `${base}/aktivitet/${item.id}`
  if (item.on === 'terms') return `${termsAddress(caseId, item.id)}`
  if (item.code === 'no-hope') return `${base}?ret=haab#haab`
  return item.code === 'no-goal' ? `${base}/maal/nyt` : `${base}/aktivitet/ny`
}
