import { z } from 'zod'
import type { Words } from '#app/catalogue/pack-item.ts'
import { said } from '#app/platform/i18n/field-errors.ts'

/**
 * Invitations know a meeting and its participants as data, so that whoever holds meetings may call them:
 * `planInvitations(tx, ctx, meeting, participants)` in `plan-invitations.server.ts`, in the transaction that made, changed or cancelled it.
 */
export type InvitedMeeting = {
  id: number
  caseId: number
  /** The same through all changes; in every calendar file. */
  uid: string
  /** Grows at every change that recipients must hear: time, place, link, cancelled. */
  sequence: number
  /** Instant. */
  startsAt: string
  minutes: number
  place: string
  videoLink: string
  /** Code of the pack's kind: named in letters and behind the sign-in, never in a mail. */
  kind: string
  /** The members it is about. */
  subjects: readonly number[]
  /** The obligations it is meant to serve, by code of the pack. */
  serves: readonly { code: string; personId: number | null; due: string | null }[]
  cancelledAt: string | null
}
export const WAYS_TO_COME = ['seat', 'telephone', 'video', 'letter'] as const
export type WayToCome = (typeof WAYS_TO_COME)[number]
export type InvitedParticipant = {
  /** Id of the participant's row. */
  id: number
  /** An address of somebody outside is an e-mail address, or the lines of a postal one. */
  who: { personId: number } | { staffId: number } | { outside: { name: string; role: string; sector: string; address: string } }
  how: WayToCome
  /** A time of one's own by telephone, on the day of the meeting ('13:00'): the doctor's ten minutes. */
  slot: { from: string; minutes: number } | null
  /** Code of the law or pack that asks for them; null when the family wished for them. */
  requiredBy: string | null
  /** An interpreter is booked and gets time and place only, never a word of what it is about. */
  interprets: boolean
  withdrawnAt: string | null
}

/** What an invitation says beyond day and place, as the pack had it when it was sent: in letters, behind the sign-in and behind the link. */
export type Told = {
  kind: Words | null
  /** Why this participant must come; null: wished for. */
  why: Words | null
  serves: { label: Words; paragraph: string; personId: number | null }[]
  /** What follows from not coming, and where one cancels; empty: the meeting is voluntary. */
  absent: { text: Words; cancelAt: Words }[]
}

/** What became of each participant. `shielded`: a shield keeps the meeting from this person, nothing was sent. */
export type PlannedInvitation = {
  participantId: number
  result: 'invited' | 'changed' | 'cancelled' | 'unchanged' | 'shielded' | 'no-way'
}

export const ANSWERS = ['coming', 'telephone', 'substitute', 'declines'] as const
export type Answer = (typeof ANSWERS)[number]
export type AnswerState = {
  participantId: number
  meetingId: number
  /** How and when it was last sent; null when nothing was (shielded). */
  sentBy: 'email' | 'sms' | 'letter' | 'portal' | null
  sentAt: string | null
  answer: Answer | null
  answeredAt: string | null
  told: Told
  /** The words with it, where the reader may read them. */
  detail: { id: number; shelfId: number; subjects: number[]; reason: string; substitute: string; statedBy: string | null; channel: string | null } | null
}

/** One participant's preparation, where the reader may read it. */
export type Preparation = {
  id: number
  shelfId: number
  revision: number
  participantId: number
  subjects: number[]
  well: string
  worries: string
  offer: string
  /** Who wrote it: the name shown. */
  by: string
  byStaff: number | null
  byPerson: number | null
  sector: string
  householdShared: boolean
  visibility: 'family' | 'staff' | 'private'
  writtenAt: string
}

const id = z.coerce.number().int().positive()
const words = (most: number) => z.string().trim().max(most).default('')
export const SAID_HOW = ['phone', 'in-person', 'letter', 'email'] as const
/** Answering for oneself, or written down on behalf of a participant (then with who said it and how). */
export const AnswerInvitation = z.object({
  caseId: id,
  meetingId: id,
  participantId: id,
  answer: z.enum(ANSWERS),
  reason: words(1000),
  substitute: words(200),
  /** Somebody else's answer written down: who said it (the participant when empty). */
  saidBy: words(100),
  saidHow: z.enum(SAID_HOW).or(z.literal('')).default(''),
})
export type AnswerInput = z.output<typeof AnswerInvitation>

const ids = z.preprocess((v) => (v === undefined || v === '' ? [] : Array.isArray(v) ? v : [v]), z.array(id).min(1))
const maybe = z.preprocess((v) => (v === '' || v === undefined ? null : v), id.nullable())
/** One's own preparation. `preparationId` and `revision`: the one that was seen, to be changed; null for the first. */
export const PrepareMeeting = z
  .object({
    caseId: id,
    meetingId: id,
    preparationId: maybe,
    revision: z.coerce.number().int().min(0).default(0),
    personIds: ids,
    well: words(4000),
    worries: words(4000),
    offer: words(4000),
    visibility: z.enum(['family', 'private']).default('family'),
    householdShared: z.preprocess((v) => v === true || v === 'yes' || v === 'on', z.boolean()),
  })
  .refine((p) => p.well !== '' || p.worries !== '' || p.offer !== '', said({ da: 'Skriv mindst ét sted', en: 'Write in at least one place' }, ['well']))
export type PrepareInput = z.output<typeof PrepareMeeting>
/** Name of the draft of one's preparation. */
export const draftOf = (meetingId: number): string => `invitations.prepare.${meetingId}`
