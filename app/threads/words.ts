import { type Locale, type Messages, pick } from '#app/platform/i18n/messages.ts'
import { da, en } from './messages.ts'

export const threadTexts = (locale: Locale): Messages<typeof da> => pick(locale, { da, en })
