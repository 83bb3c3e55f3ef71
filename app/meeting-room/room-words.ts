import { type Locale, pick } from '#app/platform/i18n/messages.ts'
import { da } from './messages.ts'
import { en } from './messages-en.ts'

export const roomTexts = (locale: Locale) => pick(locale, { da, en })
export type RoomTexts = ReturnType<typeof roomTexts>
