import { z } from 'zod'
import { Id } from '#app/intake/intake.ts'
import { addDays, PlainDate } from '#app/platform/time/plain-date.ts'

/* KOO-12: all families of the team, one line each: what changed since last time, what comes, what worries by facts. Pure. */

export const changeKinds = ['agreed-plan', 'goal', 'activity', 'hope', 'agreement', 'kept', 'dropped', 'called', 'held', 'cancelled', 'answer', 'helper', 'helper-left', 'joined'] as const
export type ChangeKind = (typeof changeKinds)[number]
export type Change = { caseId: number; kind: ChangeKind; n: number }

export const worries = ['uncovered', 'no-plan', 'follow-up-late', 'agreements-late', 'answer-late', 'no-meeting', 'quiet'] as const
export type Worry = (typeof worries)[number]
export type BriefingFacts = {
  /** The coordinator is away and nobody helps meanwhile. */
  uncovered: boolean
  agreedOn: string | null
  /** Since when the family has a place. */
  intakeOn: string | null
  followUpOn: string | null
  late: number
  answersLate: number
  meetingOn: string | null
  /** The last day on which anything was written about the family, as far as the reader sees. */
  lastOn: string | null
}
/** Days after which silence is said, and in which a plan is expected. */
const QUIET_DAYS = 30
const PLAN_DAYS = 90

/** What the facts say that is not as it should be, the heaviest first. Facts about the work, never about people. */
export function worriesOf(f: BriefingFacts, today: string): Worry[] {
  const found: [Worry, boolean][] = [
    ['uncovered', f.uncovered],
    ['no-plan', f.agreedOn === null && f.intakeOn !== null && addDays(f.intakeOn, PLAN_DAYS) < today],
    ['follow-up-late', f.followUpOn !== null && f.followUpOn < today],
    ['agreements-late', f.late > 0],
    ['answer-late', f.answersLate > 0],
    ['no-meeting', f.meetingOn === null],
    ['quiet', f.lastOn !== null && addDays(f.lastOn, QUIET_DAYS) < today],
  ]
  return found.flatMap(([worry, yes]) => (yes ? [worry] : []))
}

const idList = z.preprocess((v) => (v === undefined || v === null || v === '' ? [] : Array.isArray(v) ? v : [v]), z.array(Id).max(60))
const empty = (v: unknown) => (v === '' || v === undefined ? null : v)
export const BriefingInput = z.object({
  projectId: z.preprocess(empty, Id.nullable()),
  /** Null: since the last briefing, or a fortnight. */
  since: z.preprocess(empty, PlainDate.nullable()),
  /** Colleagues in the room; only what all of them may see is shown. */
  present: idList,
})
export const HoldBriefing = z.object({ projectId: Id })
export const TakeBackBriefing = z.object({ briefingId: Id })
/** Without any briefing before it. */
export const FIRST_DAYS = 14
