import type { FieldIssue } from '../context.ts'
import type { Locale } from '../i18n/messages.ts'
import { dateFromParts } from '../time/plain-date.ts'

export type Values = Record<string, string | string[]>
const one = (values: Values, name: string): string => {
  const v = values[name]
  return typeof v === 'string' ? v : (v?.[0] ?? '')
}

/** Puts the three fields of a date together: '' when all are empty, an impossible date when they make none (the schema then says what is wrong). */
export function withDates(values: Values, names: readonly string[]): Values {
  const dates = names.map((name) => {
    const [day, month, year] = ['day', 'month', 'year'].map((part) => one(values, `${name}.${part}`).trim()) as [string, string, string]
    return [name, day + month + year === '' ? '' : (dateFromParts(day, month, year) ?? 'impossible')] as const
  })
  return { ...values, ...Object.fromEntries(dates) }
}

/** The value of a field as it was typed, or what stood there before. */
export const typed = (values: Values | null, name: string, before: string | null = ''): string =>
  values ? one(values, name) : (before ?? '')
/** The chosen values of a list of checkboxes as they were sent, or what stood there before. */
export function typedList(values: Values | null, name: string, before: readonly (string | number)[] = []): (string | number)[] {
  if (!values) return [...before]
  const v = values[name]
  return v === undefined ? [] : Array.isArray(v) ? v : [v]
}
/** The parts of a date as they were typed, or the date that stood there before. */
export const typedDate = (values: Values | null, name: string, before: string | null = null) =>
  values && `${name}.day` in values
    ? { day: one(values, `${name}.day`), month: one(values, `${name}.month`), year: one(values, `${name}.year`) }
    : before

/** Errors of the fields in one language, the first of each. */
export function fieldErrors(locale: Locale, issues: readonly FieldIssue[]): Record<string, string> {
  const out: Record<string, string> = {}
  for (const issue of issues) out[issue.field] ??= issue.message[locale]
  return out
}
