import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport, type Transporter } from 'nodemailer'
import type { Config } from '../config.server.ts'
import { type CalendarPart, calendarFile } from './calendar-file.ts'

/** `series`: a letter for ids that are not those of `message`, so that no two mails share a Message-ID. */
export type Outgoing = { municipalityId: number; id: number; series?: string; address: string; subject: string; text: string; calendar?: CalendarPart }
export type Delivered = { outcome: 'sent' | 'held'; code: string | null }
type Settings = Pick<Config, 'mode' | 'smtpUrl' | 'mailFrom' | 'smsDirectory' | 'publicUrl'>

let settings: Settings | undefined
let mail: Transporter | undefined

/** Says how this process sends; once, at start. */
export function configureTransport(config: Settings): void {
  settings = config
  mail = config.smtpUrl ? createTransport(config.smtpUrl, { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 60_000 } as object) : undefined
}
const current = (): Settings => {
  if (!settings) throw new Error('no way to send: call configureTransport() at start')
  return settings
}
export const publicUrl = (): string => current().publicUrl

/** Something about sending failed; the code is all that is kept. */
export class CannotDeliver extends Error {
  name = 'CannotDeliver'
  code: string
  constructor(code: string, cause?: unknown) {
    super(code, { cause })
    this.code = code
  }
}

/** By mail; held where a demo has no server. The same message has the same Message-ID, so that a second copy is dropped on the way. */
export async function sendMail(message: Outgoing): Promise<Delivered> {
  const { mode, mailFrom, publicUrl: url } = current()
  if (!mail) {
    if (mode === 'demo') return { outcome: 'held', code: 'no-mail-server' }
    throw new CannotDeliver('no-mail-server')
  }
  const host = new URL(url).hostname
  const from = mailFrom ?? `helhed@${host}`
  try {
    await mail.sendMail({
      from, to: message.address, subject: message.subject, text: message.text, messageId: `<helhed.${message.municipalityId}.${message.series ?? ''}${message.id}@${host}>`,
      headers: { 'Auto-Submitted': 'auto-generated' }, ...(message.calendar ? { icalEvent: invitation(message.calendar, from, message.address) } : {}),
    })
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code.toLowerCase() : 'mail-refused'
    throw new CannotDeliver(code, cause)
  }
  return { outcome: 'sent', code: null }
}

/** The calendar part of a mail: the event as this recipient gets it, from the municipality's address. */
const invitation = ({ method, event, organizer }: CalendarPart, from: string, attendee: string) => ({
  method, filename: 'moede.ics',
  content: calendarFile({ method, events: [event], stamp: new Date().toISOString(), organizer: { name: organizer, email: /<([^<>]+)>/.exec(from)?.[1] ?? from }, attendee }),
})

/** By SMS: one file for each message, which the municipality's gateway picks up and removes. The name makes a second copy impossible while the first lies there. */
export async function sendSms(message: Outgoing): Promise<Delivered> {
  const { mode, smsDirectory } = current()
  if (!smsDirectory) {
    if (mode === 'demo') return { outcome: 'held', code: 'no-sms-gateway' }
    throw new CannotDeliver('no-sms-gateway')
  }
  try {
    await mkdir(smsDirectory, { recursive: true })
    await writeFile(join(smsDirectory, `${message.municipalityId}-${message.id}.json`), JSON.stringify({ to: message.address, text: message.text }), { flag: 'wx', mode: 0o600 })
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw new CannotDeliver('sms-directory', cause)
  }
  return { outcome: 'sent', code: null }
}
