import type { LetterBlock } from '../letters/letter.ts'
import type { CalendarPart } from './calendar-file.ts'

export type Channel = 'email' | 'sms' | 'letter' | 'portal'
/** Derived from the dates, never stored. */
export type MessageState = 'planned' | 'held' | 'sent' | 'printed' | 'failed' | 'cancelled' | 'to-print'

export type MessageDates = { channel: Channel; sent_at: string | null; held_at: string | null; failed_at: string | null; cancelled_at: string | null }

/** Where a message is on its way. */
export function messageState(m: MessageDates): MessageState {
  if (m.cancelled_at) return 'cancelled'
  if (m.sent_at) return m.channel === 'letter' ? 'printed' : 'sent'
  if (m.channel === 'letter') return 'to-print'
  if (m.channel === 'portal') return 'sent'
  if (m.held_at) return 'held'
  return m.failed_at ? 'failed' : 'planned'
}

/** The paper version: the full text. E-mail and SMS never carry more than a neutral line and the address of the portal. */
export type LetterText = { title: string; blocks: readonly LetterBlock[] }
/** What lies encrypted in the column. */
export type MessageBody = { text: string; letter: LetterText; calendar?: CalendarPart }

/** What an encrypted body belongs to; its key names the message before it has an id. */
export const bodyAad = (municipalityId: number, key: string): string => `message.body ${municipalityId} ${key}`

/** Stands in a text for the public address, which only the process that sends knows. */
export const linkMark = '{{link}}'
