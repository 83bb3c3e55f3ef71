import { z } from 'zod'
import { said } from '../i18n/field-errors.ts'
import type { Locale } from '../i18n/messages.ts'

/** An amount in øre: a whole number, negative for what is owed. Kroner exist only on screen and in files. */
export const Oere = z.int()

/** An amount as somebody typed it ("1.234,50"), read into øre. */
export const MoneyInput = z.string().transform((text, ctx) => {
  const oere = parseMoney(text)
  if (oere !== null) return oere
  ctx.addIssue({
    code: 'custom',
    ...said({ da: 'Skriv et beløb, for eksempel 1.234,50', en: 'Write an amount, for example 1.234,50 (comma before øre)' }),
  })
  return z.NEVER
})

/** "1.234,50 kr."; without øre when there are none: "1.234 kr.". English: "DKK 1,234.50". */
export function formatMoney(locale: Locale, oere: number): string {
  const sign = oere < 0 ? '-' : ''
  const kroner = String(Math.floor(Math.abs(oere) / 100)).replace(/\B(?=(\d{3})+$)/g, locale === 'da' ? '.' : ',')
  const rest = Math.abs(oere) % 100
  const cents = rest === 0 ? '' : `${locale === 'da' ? ',' : '.'}${String(rest).padStart(2, '0')}`
  return locale === 'da' ? `${sign}${kroner}${cents} kr.` : `${sign}DKK ${kroner}${cents}`
}

/** "1.234,50" for an input field, always with øre, in Danish notation. */
export const moneyForInput = (oere: number): string =>
  formatMoney('da', oere).replace(' kr.', '') + (oere % 100 === 0 ? ',00' : '')

/**
 * An amount typed in Danish notation, in øre: "1.234,50 kr.", "1234,5", "kr. 12", "-3". Null when it is none. A dot only
 * groups thousands, so "12.50" is refused rather than guessed at.
 */
export function parseMoney(text: string): number | null {
  const bare = text.replace(/kr\.?|dkk/gi, '').replace(/\s/g, '').replace(/^[−–]/, '-').replace(/,-$/, '')
  const [, sign, kroner, cents = ''] = /^(-?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/.exec(bare) ?? []
  if (kroner === undefined) return null
  const oere = Number(kroner.replaceAll('.', '')) * 100 + Number(cents.padEnd(2, '0'))
  if (!Number.isSafeInteger(oere)) return null
  return sign === '-' && oere !== 0 ? -oere : oere
}

/** Kroner as a number (from a file or the calculator) in øre, rounded half away from zero. */
export const oereFromKroner = (kroner: number): number => Math.sign(kroner) * Math.round(Math.abs(kroner) * 100 + 1e-6)
