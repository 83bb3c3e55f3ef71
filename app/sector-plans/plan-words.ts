import type { Locale } from '#app/platform/i18n/messages.ts'
import { type Messages, pick } from '#app/platform/i18n/messages.ts'
import { formatNumber } from '#app/platform/i18n/words.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { da, en } from './messages.ts'
import type { SectorPlan } from './sector-plan.ts'

export type SectorPlanTexts = Messages<typeof da>
export const sectorPlanTexts = (locale: Locale): SectorPlanTexts => pick(locale, { da, en })

/** "1. okt. – 31. mar. 2027", "fra 1. okt.", or that it is not said. */
export function validText(locale: Locale, today: string, plan: Pick<SectorPlan, 'validFrom' | 'validUntil'>): string {
  const m = sectorPlanTexts(locale)
  const day = (d: string | null) => (d ? formatShortDate(locale, d, today) : '')
  return plan.validFrom ? m.validRange(day(plan.validFrom), day(plan.validUntil)) : m.notSaid
}
/** "84 kB", "1,2 MB". */
export const sizeText = (locale: Locale, bytes: number): string =>
  bytes < 1024 * 1024 ? `${formatNumber(locale, Math.max(1, Math.round(bytes / 1024)), 0)} kB` : `${formatNumber(locale, bytes / 1024 / 1024, 1)} MB`

export const sectorPlansAddress = (caseId: number): string => `/familier/${caseId}/planen/sektorplaner`
export const sectorPlanAddress = (caseId: number, planId: number): string => `${sectorPlansAddress(caseId)}/${planId}`
export const planPdfAddress = (caseId: number, planId: number): string => `/delplan/${caseId}/${planId}/plan.pdf`
