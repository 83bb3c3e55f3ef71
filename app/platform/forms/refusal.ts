import type { Locale } from '../i18n/messages.ts'
import type { Refused } from '../pages.server.ts'
import { fieldErrors, type Values } from './form-values.ts'

const isRefused = (result: unknown): result is Refused =>
  typeof result === 'object' && result !== null && 'issues' in result && 'values' in result

export type Refusal = { errors: Record<string, string> | null; values: Values | null; conflict: Refused['conflict'] }

/**
 * What a form needs to show itself again after a refusal: errors and what was typed; nothing when all went well.
 * @param result the page's actionData @param form one of several forms of a page, by its hidden field `intent`
 */
export function refusal(locale: Locale, result: unknown, form?: string): Refusal {
  if (!isRefused(result) || (form !== undefined && result.values['intent'] !== form)) return { errors: null, values: null, conflict: null }
  return { errors: result.issues.length > 0 ? fieldErrors(locale, result.issues) : null, values: result.values, conflict: result.conflict }
}
