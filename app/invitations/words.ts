import { type Locale, pick } from '#app/platform/i18n/messages.ts'
import { da as linkDa, en as linkEn } from './link-messages.ts'
import { da } from './messages.ts'
import { en } from './messages-en.ts'

export const invitationTexts = (locale: Locale) => pick(locale, { da, en })
export const linkTexts = (locale: Locale) => pick(locale, { da: linkDa, en: linkEn })
