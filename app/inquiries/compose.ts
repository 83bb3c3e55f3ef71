import type { Locale } from '#app/platform/i18n/messages.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import type { Letter, LetterBlock } from '#app/platform/letters/letter.ts'
import { linkMark } from '#app/platform/messages/message.ts'
import { formatDate } from '#app/platform/time/format.ts'
import type { Inquiry } from './inquiry.ts'
import { referenceOf } from './inquiry.ts'
import { da } from './messages.ts'
import { en } from './messages-en.ts'

/*
 * Every text in which a request leaves the house. Mail and SMS name nobody and nothing but the municipality; paper and page name those the
 * request
 * is about and nobody else, and only as far as a consent covers them at that moment.
 */

export type Asked = { id: number; firstName: string; lastName: string; born: string | null }
type Mail = { subject: string; text: string }

/** The mail with the link; the code goes another way. */
export const linkMail = (locale: Locale, m: { municipality: string; token: string; replyBy: string }): Mail => {
  const t = pick(locale, { da, en }).mail
  return { subject: t.subject, text: t.link(m.municipality, formatDate(locale, m.replyBy), `${linkMark}/svar/${m.token}`) }
}
/** `link` as it stood in the first mail. */
export const reminderMail = (locale: Locale, m: { municipality: string; link: string; replyBy: string }): Mail => {
  const t = pick(locale, { da, en }).mail
  return { subject: t.subject, text: t.reminder(m.municipality, formatDate(locale, m.replyBy), m.link) }
}
export const codeMessage = (locale: Locale, m: { municipality: string; code: string }): Mail => {
  const t = pick(locale, { da, en }).mail
  return { subject: t.codeSubject, text: t.code(m.municipality, m.code) }
}
/** The address of the link in a mail that was written before. */
export const linkIn = (text: string): string | null => /\{\{link\}\}\/svar\/[A-Za-z0-9_-]+/.exec(text)?.[0] ?? null

/** Those of the request who may be named in it now; a free text goes along only when nobody has dropped out. */
export function sayable(q: Pick<Inquiry, 'subjects' | 'message'>, people: readonly Asked[], covered: readonly number[]) {
  const named = people.filter((p) => q.subjects.includes(p.id) && covered.includes(p.id))
  return { people: named, message: named.length === q.subjects.length ? q.message : '' }
}
/** What the answerer needs to know whom it is about. */
export function nameFor(locale: Locale, names: Inquiry['names'], p: Asked): string {
  if (names === 'first-name') return p.firstName
  const whole = `${p.firstName} ${p.lastName}`.trim()
  return p.born === null ? whole : pick(locale, { da, en }).bornOn(whole, formatDate(locale, p.born))
}

type Paper = {
  locale: Locale
  municipality: string
  today: string
  inquiry: Pick<Inquiry, 'id' | 'recipient' | 'names' | 'questions' | 'message' | 'subjects' | 'replyBy'>
  people: readonly Asked[]
  covered: readonly number[]
  from: { name: string; title: string; phone: string }
}
/** The form on paper: the same questions with lines to write on, and a number to send back with it. */
export function paperForm({ locale, municipality, today, inquiry, people, covered, from }: Paper): Letter {
  const t = pick(locale, { da, en }).paper
  const who = sayable(inquiry, people, covered)
  const blocks: LetterBlock[] = [
    { kind: 'text', text: t.lead(formatDate(locale, inquiry.replyBy)) },
    ...(who.message === '' ? [] : ([{ kind: 'quote', text: who.message, by: from.name }] satisfies LetterBlock[])),
    ...who.people.flatMap((p): LetterBlock[] => [
      { kind: 'heading', text: t.about(nameFor(locale, inquiry.names, p)) },
      ...inquiry.questions.map((q): LetterBlock => ({ kind: 'writing', label: q[locale], lines: q.kind === 'date' ? 2 : 4 })),
    ]),
    { kind: 'text', text: `${t.family} ${t.onlyNeeded}` },
    { kind: 'signatures', lines: [t.sign] },
    { kind: 'text', text: t.back(referenceOf(inquiry.id), from.name, from.phone) },
  ]
  return {
    locale,
    sender: { name: t.sender(municipality), lines: from.phone ? [from.name, from.phone] : [from.name] },
    recipient: { name: inquiry.recipient, lines: [] },
    date: today,
    reference: referenceOf(inquiry.id),
    title: t.title,
    blocks,
    closing: { name: from.name, ...(from.title ? { role: from.title } : {}) },
  }
}
