import type { Locale, Messages } from '#app/platform/i18n/messages.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { da, en } from './messages.ts'

export type PortalTexts = Messages<typeof da>
export const portalTexts = (locale: Locale): PortalTexts => pick(locale, { da, en })
/** Addresses of the portal's pages for one of the member's cases. */
export const inCase = (path: string, caseId: number, more: Record<string, string | number> = {}): string =>
  `${path}?${new URLSearchParams({ sag: String(caseId), ...Object.fromEntries(Object.entries(more).map(([k, v]) => [k, String(v)])) }).toString()}`
