import { z } from 'zod'
import { AboutOthers } from '#app/consent/about-others.ts'
import { Flag, Id, Name, trimmed } from '#app/families/families.ts'
import { addWorkingDays } from '#app/platform/time/working-days.ts'

/*
 * Messages between the family and its coordinators (KOO-15). Each adult, and each young person, has a thread of their own: the mother's is
 * not the father's. Those who live together may share one, and only who writes there chooses it. Nothing is rewritten; what was just sent
 * can be taken back for ten seconds.
 */

/** `person-12`: one member's own thread. `household-3`: shared by those who live there. */
export type ThreadKey = { personId: number; householdId: null } | { personId: null; householdId: number }
export const ThreadName = z.string().regex(/^(person|household)-\d{1,15}$/)
export function threadKey(name: string): ThreadKey {
  const [kind, id] = name.split('-')
  return kind === 'person' ? { personId: Number(id), householdId: null } : { personId: null, householdId: Number(id) }
}
export const threadName = (key: { personId: number | null; householdId: number | null }): string =>
  key.personId !== null ? `person-${key.personId}` : `household-${key.householdId}`

/** Name of the draft of what is being written in a thread. */
export const threadDraft = (caseId: number, thread: string): string => `threads.${caseId}.${thread}`

export type Message = {
  id: number
  caseId: number
  personId: number | null
  householdId: number | null
  words: string
  writtenAt: string
  authorStaffId: number | null
  authorPersonId: number | null
  author: string
  subjects: number[]
  shelfId: number
  seenBy: { staffId: number | null; personId: number | null; name: string; at: string }[]
  step: { kind: 'passed' | 'no-answer' | 'handed-over'; toStaffId: number | null; name: string; on: string } | null
}

// ---- what is typed ----

export const SendMessage = z.object({
  caseId: Id,
  thread: ThreadName,
  words: trimmed(4000).min(1),
  aboutOthers: AboutOthers,
  /** The hint about cancelling a talk has been read. */
  anyway: Flag,
})
export type SendMessage = z.output<typeof SendMessage>
export const OneMessage = z.object({ caseId: Id, messageId: Id })
export const HandOver = z.object({ caseId: Id, messageId: Id, name: Name })

// ---- rules ----

const CANCELS = /(?<!\p{L})(afbud|aflys\p{L}*|afmeld\p{L}*|udebliv\p{L}*|melder? fra|kan ikke (nå at )?(komme|møde|deltage)|kommer ikke|cancel\p{L}*|can(?:no|')t (?:come|make it))/iu
const TALK = /(?<!\p{L})(job\p{L}*|jobcent\p{L}*|samtale\p{L}*|rådighed\p{L}*|kontaktforløb\p{L}*|opfølgningssamtale\p{L}*|praktik\p{L}*|virksomhed\p{L}*|job (?:talk|centre)|talk|appointment)/iu
/** Reads as if it wants to cancel a talk that is mandatory: a message here does not do that, and the writer is told before it goes. */
export const seemsToCancelTalk = (words: string): boolean => CANCELS.test(words) && TALK.test(words)

/** The last day on which an answer is in time: working days after the day it was written. Holidays and closing days do not count. */
export const answerBy = (writtenOn: string, workingDays: number, closed: readonly string[] = []): string => addWorkingDays(writtenOn, workingDays, closed)

type Said = { id: number; authorPersonId: number | null; step: { kind: string } | null }
/**
 * The first message of a thread that waits for an answer: a member wrote it, nobody of the staff has written after it, and nobody has said
 * since that it needs none. Null: nothing waits. `messages` in any order.
 */
export function waitingFrom<M extends Said>(messages: readonly M[]): M | null {
  let waits: M | null = null
  for (const m of messages.toSorted((a, b) => a.id - b.id)) {
    if (m.authorPersonId === null) waits = null
    else waits ??= m
    if (m.step && m.step.kind !== 'passed') waits = null
  }
  return waits
}
