import type { Locale, Messages } from '#app/platform/i18n/messages.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { da, en } from './messages.ts'

export type PortalTexts = Messages<typeof da>
export const portalTexts = (locale: Locale): PortalTexts => pick(locale, { da, en })
/** Addresses of the portal's pages for one of the member's cases. */
export function inCase(path: string, caseId: number, more: Record<string, string | number> = {}): string {
  const query = new URLSearchParams({ sag: String(caseId) })
  for (const [name, value] of Object.entries(more)) query.set(name, String(value))
  return `${path}?${query.toString()}`
}
