import { z } from 'zod'
import { namesOutside, type Named } from '#app/consent/about-others.ts'
import { Id, Ids, MaybeDate, MaybeId, trimmed } from '#app/families/families.ts'
import { said } from '#app/platform/i18n/field-errors.ts'
import type { Words } from '#app/catalogue/pack-item.ts'
import { addDays, daysBetween, PlainDate } from '#app/platform/time/plain-date.ts'

/*
 * A request for an update (UDR-08): one recipient, named members, questions, a date. What is asked must be covered from the asked sector
 * to the
 * coordination, and what the request itself tells must be covered the other way, for every member it names. An answer is what that sector
 * states; whoever gives it may have no login at all.
 */

export const CHANNELS = ['link', 'login', 'paper', 'phone'] as const
export type Channel = (typeof CHANNELS)[number]
export const CODE_WAYS = ['sms', 'email', 'agreed', 'birthday'] as const
export type CodeWay = (typeof CODE_WAYS)[number]
/** How an answer came. */
export const ANSWER_CHANNELS = ['phone', 'paper', 'meeting'] as const

export type Question = { code: string; da: string; en: string; kind: 'text' | 'date' }
/** A form of the pack with its questions put in. */
export type FormView = {
  code: string
  label: Words
  sector: string
  asks: string
  tells: string
  names: 'first-name' | 'name-and-birthday'
  confirm: readonly CodeWay[]
  questions: Question[]
}
export type Stated = { name: string; sector: string; on: string; channel: string }
export type Answer = {
  id: number
  personId: number
  answers: Record<string, string>
  answeredOn: string
  sector: string
  category: string
  stated: Stated | null
  /** Name of the member of staff who wrote it, where it is their sector's own. */
  by: string | null
  shelfId: number
  subjects: number[]
}
export type LinkView = {
  id: number
  address: string
  codeBy: CodeWay
  createdOn: string
  expiresOn: string
  state: 'sent' | 'opened' | 'confirmed' | 'answered' | 'locked' | 'expired' | 'ended'
}
export type Inquiry = {
  id: number
  form: string
  sector: string
  recipient: string
  departmentId: number | null
  staffId: number | null
  channel: Channel
  asks: string
  tells: string
  names: 'first-name' | 'name-and-birthday'
  questions: Question[]
  message: string
  sentOn: string
  replyBy: string
  cancelledOn: string | null
  cancelledReason: string | null
  subjects: number[]
  shelfId: number
  answers: Answer[]
  reminders: { on: string; how: string }[]
  link: LinkView | null
}

// ---- how it stands ----

export const STATES = ['answered', 'overdue', 'waiting', 'cancelled'] as const
export type InquiryState = (typeof STATES)[number]
/** Derived from what has happened, never stored. */
export function stateOf(q: Pick<Inquiry, 'answers' | 'cancelledOn' | 'replyBy'>, today: string): InquiryState {
  if (q.answers.length > 0) return 'answered'
  if (q.cancelledOn !== null) return 'cancelled'
  return q.replyBy < today ? 'overdue' : 'waiting'
}
export const isOpen = (q: Parameters<typeof stateOf>[0], today: string): boolean => ['overdue', 'waiting'].includes(stateOf(q, today))

export type ReminderRules = { beforeDays: number; everyDays: number; most: number }
/** What the daily job does about an open request: a reminder, a task because the date has passed, both or nothing. */
export function dueSteps(
  q: { sentOn: string; replyBy: string; lastReminded: string | null; reminders: number },
  rules: ReminderRules,
  today: string,
): { remind: boolean; overdue: boolean } {
  const from = q.lastReminded === null ? addDays(q.replyBy, -rules.beforeDays) : addDays(q.lastReminded, rules.everyDays)
  return { remind: q.reminders < rules.most && from <= today && q.sentOn < today, overdue: q.replyBy < today }
}

// ---- what is covered ----

/** What opens records in the family now, for the work: a consent, or a legal basis (legal). */
export type Cover = { subjectId: number; fromSector: string; toSectors: readonly string[]; category: string; legal: boolean }
export type CoverState = 'consent' | 'legal-basis' | null
const state = (cover: readonly Cover[], subject: number, from: string, to: string, category: string): CoverState => {
  const found = cover.filter((c) => c.subjectId === subject && c.fromSector === from && c.toSectors.includes(to) && c.category === category)
  return found.length === 0 ? null : found.some((c) => !c.legal) ? 'consent' : 'legal-basis'
}
/** May this be asked about the person, and may the request tell what it tells? */
export const coverOf = (form: Pick<FormView, 'sector' | 'asks' | 'tells'>, subject: number, cover: readonly Cover[]) => ({
  asked: state(cover, subject, form.sector, 'coordination', form.asks),
  told: state(cover, subject, 'coordination', form.sector, form.tells),
})
export const isCovered = (form: Pick<FormView, 'sector' | 'asks' | 'tells'>, subject: number, cover: readonly Cover[]): boolean => {
  const { asked, told } = coverOf(form, subject, cover)
  return asked !== null && told !== null
}
/** Members whom a text names though the request is not about them: it is not sent like that. */
export const namedTooMany = (message: string, subjects: readonly number[], people: readonly Named[]): Named[] =>
  namesOutside(message, subjects, people)

/** The sectors that have to do with the family today (somebody is assigned, or the family has said yes both ways) and were never asked. */
export function neverAsked(part: {
  assigned: readonly string[]
  cover: readonly Cover[]
  asked: readonly string[]
  askable: readonly string[]
}): string[] {
  const speaks = (s: string) => part.cover.some((c) => c.fromSector === s && c.toSectors.includes('coordination'))
  const hears = (s: string) => part.cover.some((c) => c.fromSector === 'coordination' && c.toSectors.includes(s))
  const involved = (s: string) => part.assigned.includes(s) || (speaks(s) && hears(s))
  return part.askable.filter((s, i) => part.askable.indexOf(s) === i && involved(s) && !part.asked.includes(s))
}

// ---- what is typed ----

const day = z.string().trim().pipe(PlainDate)
const email = z.union([z.literal(''), z.email().max(200)])
const Many = z
  .union([z.array(z.string()), z.string()])
  .nullish()
  .transform((v) => (v === null || v === undefined || v === '' ? [] : Array.isArray(v) ? v : [v]))

/** `to`: `department:12`, `staff:7` or `outside`. */
export const SendInquiry = z
  .object({
    caseId: Id,
    form: z.string(),
    to: z.string().regex(/^(department:\d+|staff:\d+|outside)$/),
    outsideName: trimmed(100).default(''),
    channel: z.enum(['link', 'paper', 'phone']).default('link'),
    address: z.string().trim().default('').pipe(email),
    codeBy: z.enum(CODE_WAYS).default('agreed'),
    codePhone: trimmed(30).default(''),
    codeMail: trimmed(200).default(''),
    agreedWord: trimmed(60).default(''),
    personIds: Ids,
    questions: Many,
    message: trimmed(1000).default(''),
    replyBy: day,
  })
  .refine((v) => v.personIds.length > 0, said({ da: 'Vælg, hvem det handler om', en: 'Choose whom it is about' }, ['personIds']))
  .refine((v) => v.questions.length > 0, said({ da: 'Vælg mindst ét spørgsmål', en: 'Choose at least one question' }, ['questions']))
  .refine((v) => v.to !== 'outside' || v.outsideName.length > 1, said({ da: 'Skriv, hvem du spørger', en: 'Write whom you ask' }, ['outsideName']))
export type SendInquiry = z.output<typeof SendInquiry>

/** A code that was agreed is compared without regard to case and spaces at its ends; a birthday as its plain date. */
export const codeText = (typed: string): string => typed.trim().toLowerCase().replace(/\s+/g, ' ')
export const SHORTEST_WORD = 6

export const AnswerBody = z.array(z.object({ personId: Id, answers: z.record(z.string(), trimmed(4000)) }))
export type AnswerBody = z.output<typeof AnswerBody>
/** The words of a form with fields `a.<person>.<question>`, without what was left empty. */
export function answersIn(values: Readonly<Record<string, string | string[]>>): AnswerBody {
  const found = new Map<number, Record<string, string>>()
  for (const [name, value] of Object.entries(values)) {
    const match = /^a\.(\d{1,15})\.([a-zA-Z0-9-]+)$/.exec(name)
    const text = typeof value === 'string' ? value.trim() : ''
    if (match && text !== '') found.set(Number(match[1]), { ...found.get(Number(match[1])), [match[2]!]: text })
  }
  return [...found].map(([personId, answers]) => ({ personId, answers }))
}

export const WriteAnswer = z.object({
  caseId: Id,
  inquiryId: Id,
  said: AnswerBody.refine((list) => list.length > 0, said({ da: 'Skriv mindst ét svar', en: 'Write at least one answer' })),
  statedName: trimmed(100).default(''),
  statedOn: MaybeDate,
  statedChannel: z.enum(ANSWER_CHANNELS).default('phone'),
  aboutOthers: z.union([z.string(), z.array(z.string())]).nullish(),
})
export const CancelInquiry = z.object({ caseId: Id, inquiryId: Id, reason: trimmed(300).min(3) })
export const RemindInquiry = z.object({
  caseId: Id,
  inquiryId: Id,
  address: z.string().trim().default('').pipe(email),
  codeBy: z.enum(CODE_WAYS).default('agreed'),
  codePhone: trimmed(30).default(''),
  codeMail: trimmed(200).default(''),
  agreedWord: trimmed(60).default(''),
})
export const ConfirmAnswer = z.object({ caseId: Id, answerId: Id })
export const CaseOnly = z.object({ caseId: Id, personId: MaybeId.optional() })
export const OneInquiry = z.object({ caseId: Id, inquiryId: Id })

/** How long until, or since, the reply date: negative when it has passed. */
export const daysLeft = (replyBy: string, today: string): number => daysBetween(today, replyBy)
/** What is quoted on paper: says nothing about anybody. */
export const referenceOf = (id: number): string => `S-${String(id).padStart(5, '0')}`
