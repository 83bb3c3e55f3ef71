import { type Locale, pick } from '../i18n/messages.ts'
import { copenhagenDay } from '../time/copenhagen.ts'
import { formatDayInWords, formatTime } from '../time/format.ts'
import type { LetterText, MessageBody } from './message.ts'
import { da, en } from './messages.ts'

/** What each template needs to know. */
export type TemplateData = {
  /** Something waits behind the sign-in. */
  message: Record<never, never>
  /** `at`: instant of the meeting. Never where and with whom. */
  meeting: { at: string }
  /** A consent or another question waits for an answer. */
  answer: Record<never, never>
  changed: Record<never, never>
  /** A letter that somebody wrote; its text is given along. */
  letter: Record<never, never>
  /** To staff. */
  task: Record<never, never>
  /** To staff: somebody of a family has written. */
  note: Record<never, never>
  /** To staff: something that cannot wait until tomorrow. */
  urgent: Record<never, never>
  /** To staff, in the morning: how much waits today; never what. */
  day: { count: number }
  /** To a coordinator: families whose month is to be registered, tomorrow at the latest or already late. */
  registration: { count: number; late: boolean }
}
export type TemplateCode = keyof TemplateData
/** `template` with the data that belongs to it. */
export type Templated = { [C in TemplateCode]: { template: C; data?: TemplateData[C] } }[TemplateCode]

/**
 * The texts of a message in the recipient's language.
 * @param letter what stands on paper instead of the neutral lines
 */
export function renderMessage(locale: Locale, what: Templated, today: string, letter?: LetterText): { subject: string; body: MessageBody } {
  const m = pick(locale, { da, en })
  const { subject } = m[what.template]
  const text = textOf(locale, what, today)
  const paper = letter ?? { title: subject, blocks: [{ kind: 'text', text: text.replace(/ ?[^.]*\{\{link\}\}$/, '') }, { kind: 'text', text: m.plainLetter }] }
  return { subject, body: { text, letter: paper } }
}

function textOf(locale: Locale, what: Templated, today: string): string {
  const m = pick(locale, { da, en })
  if (what.template === 'meeting') return m.meeting.text(what.data ? when(locale, what.data.at, today) : '')
  if (what.template === 'day') return m.day.text(what.data?.count ?? 0)
  if (what.template === 'registration') return m.registration.text(what.data?.count ?? 0, what.data?.late ?? false)
  return m[what.template].text
}

const when = (locale: Locale, at: string, today: string): string =>
  `${formatDayInWords(locale, copenhagenDay(at), today)} ${locale === 'da' ? 'kl.' : 'at'} ${formatTime(locale, at)}`
