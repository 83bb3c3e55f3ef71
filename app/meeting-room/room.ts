import { z } from 'zod'
import type { MeetingKind } from '#app/catalogue/pack-meetings.ts'
import { AboutOthers } from '#app/consent/about-others.ts'
import { Flag, Id, Ids, MaybeId, trimmed } from '#app/families/families.ts'
import { said } from '#app/platform/i18n/field-errors.ts'
import { PlainDate } from '#app/platform/time/plain-date.ts'

/*
 * The meeting while it lasts (MEET-04, -05, -12, -17, -18, -19): who is in the room, whose turn it is, the words they choose, three columns, a scale,
 * what is agreed, what is thought over, and what is decided where the kind of meeting may decide. What is said is a record of category meetings.
 */

export const NOTE_KINDS = ['voice', 'works', 'worries', 'possible', 'scale', 'reflection', 'decision'] as const
export type NoteKind = (typeof NOTE_KINDS)[number]
/** What works stands before what worries. */
export const COLUMNS = ['works', 'worries', 'possible'] as const
export type Column = (typeof COLUMNS)[number]
export const SCALE = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const

/** One thing that was said. `key`: made by whoever typed it first; the same through all changes. `participantId`: whose words. */
export type Note = {
  id: number
  key: string
  revision: number
  shelfId: number
  meetingId: number
  subjects: number[]
  kind: NoteKind
  words: string
  value: number | null
  pointId: number | null
  participantId: number | null
  /** Instant. Taken back by who wrote it: not shown, kept in the history. */
  takenBackAt: string | null
  /** The meeting at which a thing to think over was talked about again (MEET-18). */
  returnedIn: number | null
  createdAt: string
  authorStaffId: number | null
  onBehalfOf: number | null
  statedBy: string | null
}
/** One stay in the room. `wentAlongWith`: a coordinator was there for this member (LOG-06). Instants. */
export type Stay = { id: number; meetingId: number; shelfId: number; participantId: number; cameAt: string; leftAt: string | null; wentAlongWith: number | null }
/** The live state: which point, and whose turn. `key`: what the pulse is asked with. */
export type RoomState = {
  id: number
  meetingId: number
  key: string
  pulse: number
  pointId: number | null
  speakerId: number | null
  speakingSince: string | null
  speakingMinutes: number | null
}

// ---- rules ----

/** Who decides what is the pack's (MEET-17, CAT-11). Where nothing is decided, a decision cannot be written. */
export const decidesHere = (kind: Pick<MeetingKind, 'plan' | 'measures'> | null): boolean => kind !== null && (kind.plan === 'approves' || kind.measures === 'decides')

/** How long after the end what was typed at the meeting is still taken in: somebody was without a network. Hours. */
const LATE_HOURS = 12
type Times = { beganAt: string | null; endedAt: string | null; cancelledAt: string | null }
export const takesEdits = (m: Times, now: string): boolean =>
  m.cancelledAt === null && m.beganAt !== null && (m.endedAt === null || Date.parse(now) - Date.parse(m.endedAt) < LATE_HOURS * 3_600_000)
export const isRunning = (m: Times): boolean => m.cancelledAt === null && m.beganAt !== null && m.endedAt === null

/** Who is in the room now, in the order in which they came. */
export const inRoom = (stays: readonly Stay[]): number[] => stays.filter((s) => s.leftAt === null).map((s) => s.participantId)

/** The next voice of the round, after `current`; somebody who has left is passed over. Null: everybody has spoken. */
export function nextVoice(present: readonly number[], current: number | null): number | null {
  if (current === null) return present[0] ?? null
  const index = present.indexOf(current)
  return index === -1 ? (present[0] ?? null) : (present[index + 1] ?? null)
}

/** A soft timer: how far a turn has come, from 0 to 1, and whole minutes gone. Nothing happens when it is full. */
export function turnAt(since: string, minutes: number, now: number): { share: number; minutesGone: number } {
  const gone = Math.max(0, now - Date.parse(since)) / 60_000
  return { share: Math.min(1, gone / minutes), minutesGone: Math.floor(gone) }
}

// ---- what is typed; each edit has a key of its own, and is done once however often it is sent ----

export const Key = z.uuid()
const edit = { caseId: Id, meetingId: Id, key: Key }
const Participant = Id
const Seen = z.union([z.literal(''), z.null(), z.coerce.number().int().positive()]).optional().transform((v) => (typeof v === 'number' ? v : null))
const Value = z.union([z.literal(''), z.null(), z.coerce.number().int().min(0).max(10)]).optional().transform((v) => (typeof v === 'number' ? v : null))

export const StartRoom = z.object({ ...edit, present: Ids })
export const ComeIn = z.object({ ...edit, participantId: Participant, alongWith: MaybeId.optional() })
export const GoOut = z.object({ ...edit, participantId: Participant })
export const ShowPoint = z.object({ ...edit, pointId: MaybeId })
export const GiveTurn = z.object({ ...edit, participantId: MaybeId, minutes: z.coerce.number().int().min(1).max(60).default(2) })
export const WriteNote = z
  .object({
    ...edit,
    /** The key under which the note was made; an unknown one makes it. */
    noteKey: Key,
    /** The revision that was on the screen; empty for a new note. */
    seen: Seen,
    kind: z.enum(NOTE_KINDS),
    words: trimmed(4000).default(''),
    value: Value,
    pointId: MaybeId.optional(),
    participantId: MaybeId.optional(),
    /** Whom it is about; none: those whom the meeting is about. */
    subjects: Ids,
    aboutOthers: AboutOthers,
  })
  .refine((v) => v.kind === 'scale' || v.words !== '', said({ da: 'Skriv, hvad der blev sagt', en: 'Write what was said' }, ['words']))
  .refine((v) => (v.kind === 'scale') === (v.value !== null), said({ da: 'Vælg et tal fra 0 til 10', en: 'Choose a number from 0 to 10' }, ['value']))
export type WriteNote = z.output<typeof WriteNote>
export const TakeBackNote = z.object({ ...edit, noteKey: Key, seen: z.coerce.number().int().positive(), back: Flag })
export const ReturnToNote = z.object({ ...edit, noteId: Id })
export const AgreeInRoom = z.object({
  ...edit,
  what: trimmed(500).min(1),
  owner: z.string().regex(/^((person|staff)-[1-9]\d{0,14}|outside)$/),
  ownerName: trimmed(100).default(''),
  dueOn: PlainDate,
  goalId: MaybeId.optional(),
  heardBy: trimmed(100).default(''),
  aboutOthers: AboutOthers,
})
/** `yes`: `subject-signer`, one for each separate consent that was said yes to aloud. */
export const ShowAnyway = z.object({
  ...edit,
  shelfId: Id,
  participantId: Participant,
  yes: z.preprocess((v) => (v === undefined || v === '' ? [] : Array.isArray(v) ? v : [v]), z.array(z.string().regex(/^\d{1,15}-\d{1,15}$/)).max(60)),
  witness: trimmed(100).default(''),
  language: z.string().trim().max(10).default('da'),
  interpreter: Flag,
})
export const EndRoom = z.object(edit)
