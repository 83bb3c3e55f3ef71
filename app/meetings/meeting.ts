import { z } from 'zod'
import { Flag, Id, Ids, MaybeDate, MaybeId, trimmed } from '#app/families/families.ts'
import { said } from '#app/platform/i18n/field-errors.ts'
import { copenhagenDay, copenhagenTime } from '#app/platform/time/copenhagen.ts'
import { PlainDate } from '#app/platform/time/plain-date.ts'

/*
 * Meetings that the family heads (MEET-01 … MEET-23). What kinds there are, who decides what and who must come stand in the pack; a meeting is what was
 * arranged: when, where, about whom. Its subjects are the members it is about; everything about it is read by the rule of records.
 */

export const HOWS = ['seat', 'telephone', 'video', 'letter'] as const
export type How = (typeof HOWS)[number]
export const POINT_KINDS = ['fixed', 'own', 'doctor', 'child', 'agreements', 'reflection', 'law-and-measure', 'consents'] as const
export type PointKind = (typeof POINT_KINDS)[number]
export const CANCEL_REASONS = ['family-wishes', 'ill', 'staff-absent', 'too-few', 'not-needed', 'closed', 'other'] as const
export type CancelReason = (typeof CANCEL_REASONS)[number]

/** An obligation that the meeting is meant to serve; that it did is said by the authority's own worker. `due`: plain date. */
export type Serves = { code: string; personId: number | null; due: string | null }
export type Meeting = {
  id: number
  revision: number
  caseId: number
  shelfId: number
  subjects: number[]
  kind: string
  /** Instant. */
  startsAt: string
  minutes: number
  place: string
  videoLink: string
  note: string
  serves: Serves[]
  seriesId: number | null
  /** The same in every calendar, through all changes. */
  uid: string
  /** Grows with each change that those invited must hear. */
  sequence: number
  /** Instants. Invitations go when the family has agreed the agenda. */
  invitedAt: string | null
  cancelledAt: string | null
  cancelledReason: CancelReason | null
  cancelledWords: string
  beganAt: string | null
  endedAt: string | null
  endedBy: number | null
}
export type Outside = { name: string; role: string; address: string; sector: string }
export type Participant = {
  id: number
  revision: number
  meetingId: number
  shelfId: number
  subjects: number[]
  /** Exactly one of the three. */
  personId: number | null
  staffId: number | null
  outside: Outside | null
  /** First name, the colleague's name or the outside name; '' for somebody whom the reader does not know. */
  name: string
  how: How
  /** Code of the kind's rule (`mustCome`), or null: the family wanted them. */
  requiredBy: string | null
  /** The member who wants them there. */
  wishedBy: number | null
  /** Comes as this person's bisidder; a colleague: went along with them (LOG-06). */
  companionOf: number | null
  /** Interprets for this person; gets time and place, nothing in writing. */
  interpreterFor: number | null
  bookedOn: string | null
  bookedWith: string
  /** The other parent whose caseworker this is (MEET-20): name and department only, under that parent's consent. */
  worksWith: number | null
  slot: { from: string; minutes: number } | null
  /** What they sent instead of coming (MEET-22). */
  contribution: string
  contributedOn: string | null
  withdrawnAt: string | null
  withdrawnReason: string
  onBehalf: { personId: number; channel: string; on: string } | null
  authorStaffId: number | null
  authorPersonId: number | null
}
export type Point = {
  id: number
  revision: number
  meetingId: number
  shelfId: number
  subjects: number[]
  position: number
  kind: PointKind
  code: string | null
  title: string
  words: string
  minutes: number | null
  raisedByPerson: number | null
  raisedByStaff: number | null
  carriedFrom: number | null
  createdAt: string
  onBehalf: { personId: number; channel: string; on: string } | null
  authorStaffId: number | null
  authorPersonId: number | null
}
/** One member's yes to who comes and what is talked about. */
export type Yes = { id: number; meetingId: number; shelfId: number; personId: number; saidOn: string; createdAt: string; onBehalf: { channel: string; on: string } | null }

// ---- how it stands ----

export type MeetingState = 'cancelled' | 'held' | 'running' | 'passed' | 'invited' | 'planned'
/** Derived from what has happened. `passed`: the time went by and nobody began it. */
export function stateOf(m: Pick<Meeting, 'cancelledAt' | 'endedAt' | 'beganAt' | 'startsAt' | 'minutes' | 'invitedAt'>, now: string): MeetingState {
  if (m.cancelledAt !== null) return 'cancelled'
  if (m.endedAt !== null) return 'held'
  if (m.beganAt !== null) return 'running'
  if (Date.parse(m.startsAt) + m.minutes * 60_000 < Date.parse(now)) return 'passed'
  return m.invitedAt === null ? 'planned' : 'invited'
}
/** May still be changed or cancelled: not begun, not cancelled. */
export const isOpen = (m: Pick<Meeting, 'cancelledAt' | 'endedAt' | 'beganAt'>): boolean => m.cancelledAt === null && m.endedAt === null && m.beganAt === null
export const dayOf = (m: Pick<Meeting, 'startsAt'>): string => copenhagenDay(m.startsAt)
export const timeOf = (m: Pick<Meeting, 'startsAt'>): string => copenhagenTime(m.startsAt)
/** Time in Copenhagen when it ends. */
export const endTimeOf = (m: Pick<Meeting, 'startsAt' | 'minutes'>): string => copenhagenTime(new Date(Date.parse(m.startsAt) + m.minutes * 60_000))

/** With an interpreter everything is said twice: twice the kind's time (MEET, before). */
export const usualMinutes = (kindMinutes: number, interpreter: boolean): number => Math.min(600, interpreter ? kindMinutes * 2 : kindMinutes)

// ---- shields (CON-15) ----

export type Shield = { a: number; b: number }
/** People whose meetings a shield keeps from this one: the other side, and who lives with them. */
export function hiddenFrom(personId: number, shields: readonly Shield[], livesWith: (id: number) => readonly number[], isChild: (id: number) => boolean): number[] {
  const others = shields.flatMap((s) => (s.a === personId ? [s.b] : s.b === personId ? [s.a] : []))
  return [...new Set([...others, ...others.flatMap((o) => livesWith(o).filter((id) => isChild(id) && id !== personId))])]
}
/**
 * The meetings to hold instead of one (CON-15): one for each side of a shield. Everybody is in exactly one of them, nobody in one whose time and place
 * they may not know. Without a shield it is one.
 */
export function separateMeetings(people: readonly number[], hidden: (id: number) => readonly number[]): number[][] {
  const apart = (a: number, b: number) => hidden(a).includes(b) || hidden(b).includes(a)
  const groups: number[][] = []
  for (const id of people) {
    const fits = groups.find((g) => g.every((other) => !apart(id, other)))
    if (fits) fits.push(id)
    else groups.push([id])
  }
  return groups
}

// ---- the family's yes (MEET-13) ----

/** A yes holds for what stood when it was said: a point or participant that somebody else added after it asks again. */
export function yesStands(yes: Pick<Yes, 'createdAt' | 'personId'>, changes: readonly { createdAt: string; authorPersonId: number | null }[]): boolean {
  return changes.every((c) => c.createdAt <= yes.createdAt || c.authorPersonId === yes.personId)
}

// ---- what is typed ----

const day = z.string().trim().pipe(PlainDate)
const time = z
  .string()
  .trim()
  .refine((v) => /^([01]\d|2[0-3]):[0-5]\d$/.test(v), said({ da: 'Skriv klokkeslættet som 13:00', en: 'Write the time as 13:00' }))
const Minutes = z.coerce.number().int().min(10).max(600)
const maybe = <S extends z.ZodType<number>>(number: S) =>
  z.preprocess((v) => (v === '' || v === undefined ? null : v), z.union([z.null(), number]))
const MaybeMinutes = maybe(Minutes)
const link = z.union([z.literal(''), z.url({ protocol: /^https$/ }).max(500)])
const ServesList = z.array(z.object({ code: z.string().max(100), personId: MaybeId.default(null), due: PlainDate.nullable().default(null) })).max(30)

export const CallMeeting = z.object({
  caseId: Id,
  kind: z.string().trim().min(1).max(100),
  day,
  time,
  /** Empty: the kind's usual length, twice that with an interpreter. */
  minutes: MaybeMinutes,
  place: trimmed(200).default(''),
  videoLink: z.string().trim().default('').pipe(link),
  note: trimmed(1000).default(''),
  /** The members it is about; none: all of the family. */
  personIds: Ids,
  serves: ServesList.default([]),
  seriesId: MaybeId.optional(),
})
export type CallMeeting = z.output<typeof CallMeeting>
const Seen = z.coerce.number().int().positive()
export const ChangeMeeting = z.object({
  caseId: Id,
  meetingId: Id,
  seen: Seen,
  day,
  time,
  minutes: Minutes,
  place: trimmed(200).default(''),
  videoLink: z.string().trim().default('').pipe(link),
  note: trimmed(1000).default(''),
  serves: ServesList.optional(),
})
export const CancelMeeting = z.object({ caseId: Id, meetingId: Id, reason: z.enum(CANCEL_REASONS), words: trimmed(500).default('') })
export const OneMeeting = z.object({ caseId: Id, meetingId: Id })

/** Said for a member by the coordinator: whose word it is, how and when. Left out when a member writes it. */
export const behalf = { onBehalfOf: MaybeId.optional(), onBehalfChannel: z.enum(['in-person', 'phone', 'video', 'letter', '']).default(''), onBehalfOn: MaybeDate.optional() }

/** `who`: `person-3`, `staff-7` or `outside`. */
export const AddParticipant = z
  .object({
    caseId: Id,
    meetingId: Id,
    who: z.string().regex(/^(person-\d{1,15}|staff-\d{1,15}|outside)$/),
    outsideName: trimmed(100).default(''),
    outsideRole: trimmed(100).default(''),
    outsideAddress: trimmed(300).default(''),
    outsideSector: z.string().trim().regex(/^[a-z-]{0,40}$/).default(''),
    how: z.enum(HOWS).default('seat'),
    companionOf: MaybeId.optional(),
    interpreterFor: MaybeId.optional(),
    worksWith: MaybeId.optional(),
    /** Code of the kind's rule that this one answers to; staff only. */
    requiredBy: trimmed(100).default(''),
    slotFrom: z.union([z.literal(''), time]).default(''),
    slotMinutes: MaybeMinutes.optional(),
    ...behalf,
  })
  .refine((v) => v.who !== 'outside' || v.outsideName.length > 1 || v.interpreterFor, said({ da: 'Skriv navnet', en: 'Write the name' }, ['outsideName']))
export type AddParticipant = z.output<typeof AddParticipant>
export const ChangeParticipant = z.object({
  caseId: Id,
  participantId: Id,
  seen: Seen,
  how: z.enum(HOWS),
  companionOf: MaybeId.optional(),
  bookedOn: MaybeDate.optional(),
  bookedWith: trimmed(100).default(''),
  slotFrom: z.union([z.literal(''), time]).default(''),
  slotMinutes: MaybeMinutes.optional(),
})
export const WithdrawParticipant = z.object({ caseId: Id, participantId: Id, reason: trimmed(300).default(''), ...behalf })
export const WriteContribution = z.object({ caseId: Id, participantId: Id, seen: Seen, words: trimmed(4000).min(1) })

export const SetAgendaPoint = z.object({
  caseId: Id,
  meetingId: Id,
  /** Left out: a new point. */
  pointId: MaybeId.optional(),
  seen: MaybeId.optional(),
  title: trimmed(200).min(2),
  words: trimmed(2000).default(''),
  kind: z.enum(['own', 'child', 'law-and-measure', 'reflection', 'doctor']).default('own'),
  minutes: maybe(z.coerce.number().int().min(1).max(240)),
  aboutOthers: z.union([z.string(), z.array(z.string())]).nullish(),
  ...behalf,
})
export const DropAgendaPoint = z.object({ caseId: Id, pointId: Id, ...behalf })
export const MoveAgendaPoint = z.object({ caseId: Id, pointId: Id, direction: z.enum(['up', 'down']) })
export const SayYes = z.object({ caseId: Id, meetingId: Id, ...behalf })
export const UndoOnBehalf = z.object({ caseId: Id, what: z.enum(['participant', 'point', 'yes']), id: Id })
export const InviteToMeeting = z.object({ caseId: Id, meetingId: Id })
export const StartSeries = z.object({ caseId: Id, meetingId: Id, everyMonths: z.coerce.number().int().min(1).max(24), times: z.coerce.number().int().min(1).max(12) })
export const EndSeries = z.object({ caseId: Id, seriesId: Id, reason: trimmed(300).min(3), cancelRest: Flag })
export const PrepareConsents = z.object({ caseId: Id, meetingId: Id, codes: z.union([z.array(z.string()), z.string()]).nullish() })
