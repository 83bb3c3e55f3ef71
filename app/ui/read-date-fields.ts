import type { Locale } from './messages.ts'
import { uiTexts } from './messages.ts'

/** Anything with `get`, as FormData and URLSearchParams have. */
type Fields = { get(name: string): unknown }

export type DateFieldsResult =
  /** `value` is YYYY-MM-DD, or null when all three were left empty and the date is optional. */
  | { ok: true; value: string | null }
  /** `name` is the field at fault (`name`, `name.month`, `name.year`), for the error summary. `raw` is what was typed, to show again. */
  | { ok: false; name: string; error: string; raw: DateParts }

export type DateParts = { day: string; month: string; year: string }

const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '')

/** The three typed parts of a date, untouched but trimmed. */
export const rawDateParts = (form: Fields, name: string): DateParts => ({
  day: text(form.get(`${name}.day`)),
  month: text(form.get(`${name}.month`)),
  year: text(form.get(`${name}.year`)),
})

/** Splits YYYY-MM-DD into the three parts shown, without leading zeros. */
export const dateParts = (date: string | null | undefined): DateParts => {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date ?? '') ?? []
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year }
}

const isNumber = (value: string, from: number, to: number) => /^\d{1,4}$/.test(value) && Number(value) >= from && Number(value) <= to

/** Days in a month of the Gregorian calendar; month 1-12. */
const daysIn = (year: number, month: number) => {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

/**
 * Reads the three fields of <DateFields name=…> into YYYY-MM-DD.
 * Years have four digits (1900-2199): "24" is refused rather than guessed.
 */
export const readDateFields = (form: Fields, name: string, { optional = false, locale = 'da' as Locale } = {}): DateFieldsResult => {
  const t = uiTexts(locale)
  const raw = rawDateParts(form, name)
  const fail = (part: '' | '.month' | '.year', error: string): DateFieldsResult => ({ ok: false, name: name + part, error, raw })
  if (!raw.day && !raw.month && !raw.year) return optional ? { ok: true, value: null } : fail('', t.dateMissing)
  if (!isNumber(raw.day, 1, 31)) return fail('', t.datePart.day)
  if (!isNumber(raw.month, 1, 12)) return fail('.month', t.datePart.month)
  if (!isNumber(raw.year, 1900, 2199)) return fail('.year', t.datePart.year)
  if (Number(raw.day) > daysIn(Number(raw.year), Number(raw.month))) return fail('', t.dateUnknown)
  return { ok: true, value: `${raw.year}-${raw.month.padStart(2, '0')}-${raw.day.padStart(2, '0')}` }
}
