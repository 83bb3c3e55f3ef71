import { formatNumber } from '#app/platform/i18n/words.ts'
import { type Locale, type Messages, pick } from '#app/platform/i18n/messages.ts'
import { da, en } from './messages.ts'

export const logbookTexts = (locale: Locale): Messages<typeof da> => pick(locale, { da, en })
/** "1,5": hours of a number of minutes. */
export const hoursText = (locale: Locale, minutes: number): string => formatNumber(locale, minutes / 60, minutes % 60 === 0 ? 0 : 1)
