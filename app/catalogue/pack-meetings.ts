import { z } from 'zod'
import { code, codes, item, words } from './pack-item.ts'

/** Meetings in a pack: who decides what, who must come and why, fixed points, rounds and length. The documents disagree (Q5), so it is data. */

/** What a point on the agenda is for; the screen of the meeting treats some of them in their own way. */
export const pointKind = z.enum(['fixed', 'own', 'doctor', 'child', 'agreements', 'reflection', 'law-and-measure', 'consents'])

/**
 * Who must come, and why. `who`: the adults of the family, those of the team in one of `roles`, or somebody whom the coordinator finds.
 * Everybody else is a proposal: the family decides.
 */
export const mustCome = z.strictObject({
  code,
  label: words,
  who: z.enum(['adults', 'team', 'somebody']),
  /** Roles in the family's team (assignment roles). */
  roles: codes.default([]),
  atLeast: z.int().positive().default(1),
  /** Said to the family as it stands. */
  why: words,
  paragraph: z.string().trim().default(''),
})
export type MustCome = z.infer<typeof mustCome>

/**
 * A text of consent that is prepared for the meeting: one of its own for each person it is about and each party, to sign or not, apart from all others
 * (CON-13). `parties`: the sectors to ask about one by one; empty: those who come to the meeting, or the text's own.
 */
export const preparedConsent = z.strictObject({ template: code, about: z.enum(['adults', 'children', 'all']), parties: codes.default([]) })
export type PreparedConsent = z.infer<typeof preparedConsent>

export const meetingKind = z.strictObject({
  ...item,
  plan: z.enum(['approves', 'recommends', 'never-decides']),
  measures: z.enum(['decides', 'recommends', 'never-decides']),
  /** Who decides what here, said in plain words. */
  decides: words.optional(),
  everyMonths: z.int().positive().nullable(),
  /** Usual length. */
  minutes: z.int().min(10).max(600).default(60),
  agenda: z.array(z.strictObject({ code, label: words, kind: pointKind.default('fixed'), minutes: z.int().positive().optional() })),
  /** Questions that go round the table; minutes for each voice. */
  rounds: z.array(z.strictObject({ code, label: words, minutes: z.int().positive().default(2) })).default([]),
  mustCome: z.array(mustCome).default([]),
  /** Proposed, never imposed: the family decides who comes. */
  participants: z.array(words),
  /** The doctor is invited by letter, with a telephone slot of these minutes and the first point; null: not invited by this kind. */
  doctorMinutes: z.int().positive().nullable().default(null),
  /** Who writes what comes out of it: the family its own action plan (CAT-20), or everybody together. */
  writtenBy: z.enum(['everybody', 'family']).default('everybody'),
  /** Help that the meeting decides begins the same day. */
  startsAtOnce: z.boolean().default(false),
  consents: z.array(preparedConsent).default([]),
})
export type MeetingKind = z.infer<typeof meetingKind>
