import type { z } from 'zod'
import type { Locale, Messages } from './messages.ts'
import { pick } from './messages.ts'

const da = {
  required: 'Feltet skal udfyldes',
  number: 'Skriv et tal',
  whole: 'Skriv et helt tal',
  yesNo: 'Vælg ja eller nej',
  choose: 'Vælg en af mulighederne',
  chooseSome: 'Vælg mindst én',
  minText: (n: number) => `Skriv mindst ${n} tegn`,
  maxText: (n: number) => `Skriv højst ${n} tegn`,
  exactText: (n: number) => `Skriv netop ${n} tegn`,
  minNumber: (n: number) => `Tallet skal være mindst ${n}`,
  overNumber: (n: number) => `Tallet skal være større end ${n}`,
  maxNumber: (n: number) => `Tallet må højst være ${n}`,
  underNumber: (n: number) => `Tallet skal være mindre end ${n}`,
  minItems: (n: number) => `Vælg mindst ${n}`,
  maxItems: (n: number) => `Vælg højst ${n}`,
  multiple: (n: number) => `Tallet skal kunne deles med ${n}`,
  date: 'Skriv en dato, der findes, for eksempel 4. december 2026',
  email: 'Skriv en e-mailadresse, for eksempel navn@eksempel.dk',
  url: 'Skriv en webadresse, der begynder med https://',
  format: 'Skriv det på den måde, der står ved feltet',
  unknownField: (name: string) => `Feltet ${name} kender vi ikke`,
  invalid: 'Det kan ikke stå her',
}

const en: Messages<typeof da> = {
  required: 'Fill in this field',
  number: 'Write a number',
  whole: 'Write a whole number',
  yesNo: 'Choose yes or no',
  choose: 'Choose one of the options',
  chooseSome: 'Choose at least one',
  minText: (n) => `Write at least ${n} characters`,
  maxText: (n) => `Write at most ${n} characters`,
  exactText: (n) => `Write exactly ${n} characters`,
  minNumber: (n) => `The number must be at least ${n}`,
  overNumber: (n) => `The number must be more than ${n}`,
  maxNumber: (n) => `The number must be at most ${n}`,
  underNumber: (n) => `The number must be less than ${n}`,
  minItems: (n) => `Choose at least ${n}`,
  maxItems: (n) => `Choose at most ${n}`,
  multiple: (n) => `The number must be a multiple of ${n}`,
  date: 'Write a date that exists, for example 4 December 2026',
  email: 'Write an e-mail address, for example name@example.org',
  url: 'Write a web address that begins with https://',
  format: 'Write it in the way described at the field',
  unknownField: (name) => `The field ${name} is not known`,
  invalid: 'This cannot stand here',
}

type Texts = Messages<typeof da>
type RawIssue = Parameters<z.core.$ZodErrorMap>[0]

/**
 * A rule of a schema that says what is wrong in both languages:
 * `z.string().refine(isPostcode, said({ da: 'Skriv et postnummer med fire cifre', en: 'Write a postcode of four digits' }))`.
 */
export const said = (texts: BothLanguages, path?: PropertyKey[]): { params: { said: BothLanguages }; path?: PropertyKey[] } =>
  path ? { params: { said: texts }, path } : { params: { said: texts } }

type BothLanguages = { da: string; en: string }

/** Zod's error map in one language: `schema.safeParse(raw, { error: fieldErrors(locale) })`. A text given in the schema itself wins. */
export function fieldErrors(locale: Locale): z.core.$ZodErrorMap {
  const m = pick(locale, { da, en })
  return (issue) => sentence(issue, m, locale)
}

/** The issues of a failed parse as fields and sentences; path joined with dots ("members.0.name"). */
export const fieldIssues = (error: z.core.$ZodError): { field: string; message: string }[] =>
  error.issues.map((issue) => ({ field: issue.path.map(String).join('.'), message: issue.message }))

function sentence(issue: RawIssue, m: Texts, locale: Locale): string {
  switch (issue.code) {
    case 'invalid_type': return wrongType(issue, m)
    case 'too_small': return tooSmall(issue, m)
    case 'too_big': return tooBig(issue, m)
    case 'not_multiple_of': return m.multiple(Number(issue.divisor))
    case 'invalid_format': return missing(issue.input) ? m.required : wrongFormat(issue.format, m)
    case 'invalid_value': case 'invalid_union': return missing(issue.input) ? m.required : m.choose
    case 'unrecognized_keys': return m.unknownField(issue.keys.join(', '))
    case 'custom': return saidIn(issue.params, locale) ?? m.invalid
    default: return m.invalid
  }
}

const wrongFormat = (format: string, m: Texts): string =>
  format === 'email' ? m.email : format === 'url' ? m.url : format === 'date' || format === 'datetime' ? m.date : m.format

const missing = (input: unknown): boolean => input === undefined || input === null || input === ''

function wrongType(issue: RawIssue & { code: 'invalid_type' }, m: Texts): string {
  if (issue.expected === 'boolean') return m.yesNo
  if (missing(issue.input)) return m.required
  if (issue.expected === 'int') return m.whole
  return issue.expected === 'number' || issue.expected === 'bigint' ? m.number : m.invalid
}

function tooSmall(issue: RawIssue & { code: 'too_small' }, m: Texts): string {
  const n = Number(issue.minimum)
  if (issue.origin === 'string') return n === 1 || missing(issue.input) ? m.required : issue.exact ? m.exactText(n) : m.minText(n)
  if (issue.origin === 'array' || issue.origin === 'set') return n === 1 ? m.chooseSome : m.minItems(n)
  return issue.inclusive === false ? m.overNumber(n) : m.minNumber(n)
}

function tooBig(issue: RawIssue & { code: 'too_big' }, m: Texts): string {
  const n = Number(issue.maximum)
  if (issue.origin === 'string') return issue.exact ? m.exactText(n) : m.maxText(n)
  if (issue.origin === 'array' || issue.origin === 'set') return m.maxItems(n)
  return issue.inclusive === false ? m.underNumber(n) : m.maxNumber(n)
}

/** The sentence that `said` put into the issue, if this is one of ours. */
function saidIn(params: Record<string, unknown> | undefined, locale: Locale): string | undefined {
  const texts = params?.['said']
  if (typeof texts !== 'object' || texts === null) return undefined
  const text = (texts as Record<string, unknown>)[locale]
  return typeof text === 'string' ? text : undefined
}
