import { z } from 'zod'
import type { Agreement } from '#app/agreements/agreement.ts'
import { AboutOthers } from '#app/consent/about-others.ts'
import { Id, MaybeDate, MaybeId, trimmed } from '#app/families/families.ts'
import { said } from '#app/platform/i18n/field-errors.ts'

/*
 * Minutes (da: referat, MEET-15): what was said and agreed at a meeting, in plain Danish, corrected and confirmed by those who were there. Every
 * point is a record of its own, so that each reader has exactly the points they may read, and no number of the rest. The story is told once
 * (MEET-19): what is known already is listed, not asked again.
 */

export const pointKinds = ['point', 'child', 'reflection', 'decision'] as const
export type MinutesKind = (typeof pointKinds)[number]
export const answers = ['confirmed', 'correction', 'disagree'] as const
export type MinutesAnswerKind = (typeof answers)[number]
export const channels = ['phone', 'paper', 'meeting'] as const

export type MinutesPoint = {
  id: number
  revision: number
  shelfId: number
  subjects: number[]
  position: number
  kind: MinutesKind
  title: string
  words: string
  /** Written after the family left (the access rules, case 23). */
  late: boolean
}
/** Somebody who was there. `along`: the coordinator was there for this person (LOG-06). */
export type TookPart = {
  participantId: number
  shelfId: number
  personId: number | null
  staffId: number | null
  name: string
  role: string
  how: string
  present: boolean
  along: { personId: number; name: string } | null
  interpreter: boolean
  /** What they sent instead of coming. */
  contribution: string
}
export type MinutesAnswer = {
  id: number
  shelfId: number
  versionNumber: number
  personId: number | null
  staffId: number | null
  name: string
  answer: MinutesAnswerKind
  words: string
  /** Of a disagreement: others see it. */
  released: boolean
  onBehalf: { personId: number; channel: string; on: string } | null
  on: string
  /** This reader's own to release or take back. */
  mine: boolean
}
export type MinutesContent = { points: MinutesPoint[]; agreements: Agreement[]; tookPart: TookPart[]; answers: MinutesAnswer[] }

/** What one recipient may have on paper; `knows`: names they know, null for all who were there. */
export type Sight = { shelves: readonly number[]; knows: readonly number[] | null }
/**
 * What every one of the recipients may read: one more recipient never adds a line. A person whom one of them does not know keeps no name; a
 * goal is left out, since it has walls of its own.
 */
export function forRecipients(content: MinutesContent, sights: readonly Sight[]): MinutesContent {
  const open = (r: { shelfId: number }) => sights.length > 0 && sights.every((s) => s.shelves.includes(r.shelfId))
  const known = (id: number | null) => id === null || sights.every((s) => s.knows === null || s.knows.includes(id))
  const named = <R extends { personId: number | null; name: string }>(r: R): R => (known(r.personId) ? r : { ...r, name: '' })
  return {
    points: content.points.filter(open),
    agreements: content.agreements
      .filter(open)
      .map((a) => ({ ...a, goal: null, owner: a.owner.kind === 'person' && !known(a.owner.id) ? { ...a.owner, name: '' } : a.owner })),
    tookPart: content.tookPart.filter(open).map((t) => ({ ...named(t), along: t.along && named(t.along) })),
    answers: content.answers.filter((a) => open(a) && (a.answer !== 'disagree' || a.released)).map(named),
  }
}

/** Nothing in it: a point of the agenda that nobody wrote under. Not printed. */
export const isEmpty = (p: Pick<MinutesPoint, 'words'>): boolean => p.words.trim() === ''

/** The same points at the same revisions: nothing new to send. */
export const sameAs = (points: readonly { id: number; revision: number }[], listed: readonly { pointId: number; revision: number }[]): boolean =>
  points.length === listed.length && points.every((p) => listed.some((l) => l.pointId === p.id && l.revision === p.revision))

/** The newest answer of each; an earlier one is history. */
export function newestAnswers(all: readonly MinutesAnswer[]): MinutesAnswer[] {
  const by = new Map<string, MinutesAnswer>()
  for (const a of all) by.set(a.personId === null ? `staff-${a.staffId}` : `person-${a.personId}`, a)
  return [...by.values()]
}

// ---- what verbs take ----

const meeting = { caseId: Id, meetingId: Id }
const ids = z.preprocess((v) => (v === undefined || v === '' ? [] : Array.isArray(v) ? v : [v]), z.array(Id).max(100))
export const OneMinutes = z.object(meeting)
export const SetTookPart = z.object({ ...meeting, seenRevision: Id, present: ids, wentAlongWith: MaybeId.optional() })
export const WritePoint = z
  .object({
    ...meeting,
    pointId: MaybeId.optional(),
    seenRevision: MaybeId.optional(),
    kind: z.enum(pointKinds).default('point'),
    title: trimmed(200).default(''),
    words: trimmed(8000).default(''),
    /** Whom it is about; none: those whom the meeting is about. */
    subjects: ids,
    aboutOthers: AboutOthers,
  })
  .refine((v) => v.title !== '' || v.words !== '', said({ da: 'Skriv, hvad der blev sagt', en: 'Write what was said' }, ['words']))
export const DropPoint = z.object({ ...meeting, pointId: Id, seenRevision: Id, back: z.preprocess((v) => v === 'yes' || v === true, z.boolean()) })
export const SendMinutes = z.object({ ...meeting, to: ids })
export const AnswerMinutes = z
  .object({
    ...meeting,
    /** Whose answer staff write down; left out: one's own. */
    personId: MaybeId.optional(),
    answer: z.enum(answers),
    words: trimmed(4000).default(''),
    /** Others may see the disagreement. */
    release: z.preprocess((v) => v === 'on' || v === 'yes' || v === true, z.boolean()),
    channel: z.preprocess((v) => (v === '' || v === undefined ? null : v), z.enum(channels).nullable()),
    saidOn: MaybeDate.optional(),
  })
  .refine((v) => v.answer === 'confirmed' || v.words !== '', said({ da: 'Skriv, hvad der skal være anderledes', en: 'Write what should be different' }, ['words']))
export const OneAnswer = z.object({ ...meeting, answerId: Id })
export const NotePlanVersion = z.object({ ...meeting, number: Id })
