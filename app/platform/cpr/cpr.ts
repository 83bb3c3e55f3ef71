import { z } from 'zod'
import { said } from '../i18n/field-errors.ts'
import { PlainDate } from '../time/plain-date.ts'

/*
 * CPR numbers, after cpr.dk: DDMMYY + four digits; the seventh digit with the year gives the century, the last one the
 * legal sex. A number that fails modulus 11 is valid (given out since 1 October 2007), so the check is a hint only.
 * A day between 61 and 91 (60 added) is an administrative number: given outside the CPR register, for instance by the tax
 * authority. No ordinary person holds one, so demo and test people always do.
 */

export type Sex = 'female' | 'male'
export type Cpr = {
  /** Ten digits without the hyphen. */
  digits: string
  kind: 'ordinary' | 'administrative'
  birthDate: string
  sex: Sex
  /** False is a hint to look twice ("er nummeret skrevet rigtigt?"), never a reason to refuse. */
  passesModulus11: boolean
}

/** A CPR number in a form or a file; becomes ten digits. */
export const CprInput = z.string().transform((text, ctx) => {
  const cpr = readCpr(text)
  if (cpr) return cpr.digits
  ctx.addIssue({
    code: 'custom',
    ...said({
      da: 'Skriv et CPR-nummer med 10 cifre, der begynder med en dato',
      en: 'Write a CPR number: 10 digits, beginning with a date',
    }),
  })
  return z.NEVER
})

/** Reads "010190-1234", "0101901234" or "010190 1234". Null when it has not ten digits or its date does not exist. */
export function readCpr(text: string): Cpr | null {
  const [, first, last] = /^\s*(\d{6})\s*[-–]?\s*(\d{4})\s*$/.exec(text) ?? []
  if (!first || !last) return null
  const digits = first + last
  const dayPart = Number(first.slice(0, 2))
  const administrative = dayPart > 60
  const year = fullYear(Number(first.slice(4)), Number(last[0]))
  const birthDate = `${year}-${first.slice(2, 4)}-${String(administrative ? dayPart - 60 : dayPart).padStart(2, '0')}`
  if (!PlainDate.safeParse(birthDate).success) return null
  return {
    digits,
    kind: administrative ? 'administrative' : 'ordinary',
    birthDate,
    sex: Number(last[3]) % 2 === 0 ? 'female' : 'male',
    passesModulus11: modulus11(digits),
  }
}

/** The year of birth from two digits and the seventh digit of the number. */
function fullYear(yy: number, seventh: number): number {
  if (seventh <= 3) return 1900 + yy
  if (seventh === 4 || seventh === 9) return yy <= 36 ? 2000 + yy : 1900 + yy
  return yy <= 57 ? 2000 + yy : 1800 + yy
}

const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]
const modulus11 = (digits: string): boolean =>
  weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11 === 0

/** "010190-••••": what is shown until somebody asks for the whole number. */
export const maskCpr = (digits: string): string => `${digits.slice(0, 6)}-••••`

/** "010190-1234". */
export const formatCpr = (digits: string): string => `${digits.slice(0, 6)}-${digits.slice(6)}`

/**
 * The nth invented number for somebody of this birth date and sex, for demo and tests: an administrative number (60 added to
 * the day), so it can never be a citizen's. Numbers that pass modulus 11 come first. Deterministic; different n never
 * give the same number.
 * @param birthDate between 1900 and 2057
 * @throws RangeError when the numbers of that day are used up (about 2,000 each) or the year has none
 */
export function inventedCpr(birthDate: string, sex: Sex, n: number): string {
  const year = Number(birthDate.slice(0, 4))
  const start = `${Number(birthDate.slice(8, 10)) + 60}${birthDate.slice(5, 7)}${birthDate.slice(2, 4)}`
  const parity = sex === 'female' ? 0 : 1
  const all = Array.from({ length: 5000 }, (_, i) => String(2 * i + parity).padStart(4, '0'))
    .filter((last) => fullYear(year % 100, Number(last[0])) === year)
    .map((last) => start + last)
  const found = [...all.filter(modulus11), ...all.filter((digits) => !modulus11(digits))][n]
  if (!found) throw new RangeError(`no invented CPR number left for ${birthDate} (asked for number ${n})`)
  return found
}
