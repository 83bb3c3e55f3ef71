import { type Locale, type Messages, pick } from '#app/platform/i18n/messages.ts'
import { da } from './messages.ts'
import { en } from './messages-en.ts'

export type MinutesTexts = Messages<typeof da>
export const minutesTexts = (locale: Locale): MinutesTexts => pick(locale, { da, en })

/** The staff's page of a meeting's minutes. */
export const minutesAddress = (caseId: number, meetingId: number): string => `/familier/${caseId}/moeder/${meetingId}/referat`
/** The minutes as a PDF for these participants: the same address for staff and for the family. */
export const minutesPaper = (caseId: number, meetingId: number, participants: readonly number[], locale?: Locale): string =>
  `/papir/${caseId}/referat-${meetingId}.pdf?${[...participants.map((id) => `til=${id}`), ...(locale ? [`sprog=${locale}`] : [])].join('&')}`
