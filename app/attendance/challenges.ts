import { z } from 'zod'
import { Id } from '#app/families/families.ts'
import { Month } from '#app/progression/registration.ts'

/*
 * What was hard for a member in a month (PROG-34, 004:137-147): a kind from the pack's list and one sentence. The pool's evaluator reads it with activities and absence.
 */

export type Challenge = { id: number; shelfId: number; personId: number; month: string; code: string; words: string; by: string | null }

export const NoteChallenge = z.object({
  caseId: Id,
  month: Month,
  personId: Id,
  code: z.string().trim().max(60),
  words: z.string().trim().max(300).default(''),
})
export const WithdrawChallenge = z.object({ caseId: Id, challengeId: Id })
export const KeepChallenges = z.object({ caseId: Id, month: Month })

/** Those of the month before that are not written for this one yet: what "keep last month's" writes anew. */
export const notYetKept = (before: readonly Challenge[], now: readonly Challenge[]): Challenge[] =>
  before.filter((b) => !now.some((n) => n.personId === b.personId && n.code === b.code))
