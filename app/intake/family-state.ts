/* VIS-21: how far a family has come. Derived from dated facts each time, never stored. */

export const familySteps = ['referred', 'consent', 'screened', 'accepted', 'coordinator', 'plan-begun', 'agreed'] as const
export type FamilyStep = (typeof familySteps)[number]
export type FamilyState = FamilyStep | 'waiting' | 'refused' | 'closed'

/** Days on which things happened; null: not yet. `consentInPlace` is a state, not a day: a consent can be withdrawn again. */
export type FamilyFacts = {
  referredOn: string
  consentInPlace: boolean
  screenedOn: string | null
  decision: { decision: 'accepted' | 'waiting' | 'refused'; on: string } | null
  coordinatorSince: string | null
  planBegunOn: string | null
  agreedOn: string | null
  closedOn: string | null
}

/** The steps with what is done, the state to show, and the step that comes next (null when nothing does). */
export function familyState(facts: FamilyFacts): {
  state: FamilyState
  steps: { step: FamilyStep; done: boolean; on: string | null }[]
  next: FamilyStep | null
} {
  const accepted = facts.decision?.decision === 'accepted'
  const done: Record<FamilyStep, [boolean, string | null]> = {
    referred: [true, facts.referredOn],
    consent: [facts.consentInPlace, null],
    screened: [facts.screenedOn !== null, facts.screenedOn],
    accepted: [accepted, accepted ? facts.decision!.on : null],
    coordinator: [facts.coordinatorSince !== null, facts.coordinatorSince],
    'plan-begun': [facts.planBegunOn !== null, facts.planBegunOn],
    agreed: [facts.agreedOn !== null, facts.agreedOn],
  }
  const steps = familySteps.map((step) => ({ step, done: done[step][0], on: done[step][1] }))
  const stopped = facts.closedOn !== null || facts.decision?.decision === 'refused'
  const next = stopped ? null : (steps.find((one) => !one.done)?.step ?? null)
  return { state: stateOf(facts, steps), steps, next }
}

function stateOf(facts: FamilyFacts, steps: readonly { step: FamilyStep; done: boolean }[]): FamilyState {
  if (facts.closedOn !== null) return 'closed'
  if (facts.decision?.decision === 'refused') return 'refused'
  if (facts.decision?.decision === 'waiting') return 'waiting'
  // The furthest step that was reached: a consent withdrawn later does not send a family with a plan back to the start.
  return steps.findLast((one) => one.done)?.step ?? 'referred'
}

/*
 * The same from the other side: a heap of dated facts, in whatever order they became known, and the day on which one asks. Everything the
 * project manager counts by state rests on this.
 */

/** The steps of a family's way, in order; `preparation`: the plan is begun, `follow-up`: it was followed up after it was agreed. */
export const familyStages = [
  'shortlisted',
  'invited',
  'referred',
  'consent',
  'screened',
  'accepted',
  'coordinator',
  'preparation',
  'meeting-planned',
  'agreed',
  'follow-up',
] as const
export type FamilyStage = (typeof familyStages)[number]
export type FamilyStanding = FamilyStage | 'waiting' | 'refused' | 'exited' | 'unknown'

/** Something that happened on a day. `seq` orders what happened on the same day (a counter of its own kind; 0 when there is none). */
export type FamilyFact =
  | { kind: FamilyStage; on: string; seq?: number }
  | { kind: 'consent-ended' | 'waiting' | 'refused' | 'exited' | 'reopened'; on: string; seq?: number }

const before = (a: FamilyFact, b: FamilyFact): number =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : (a.seq ?? 0) - (b.seq ?? 0) || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0)
const latest = (facts: readonly FamilyFact[], kinds: readonly FamilyFact['kind'][]): FamilyFact | null =>
  facts.filter((one) => kinds.includes(one.kind)).toSorted(before).at(-1) ?? null

/**
 * VIS-21: where a family stands on a day, since when, and which steps it has reached with the first day of each. A function of the set of
 * facts and the day only: what is known later about an earlier day counts from that day, and what lies after the day does not count. An exit
 * is undone by a reopening, a place on the list or a no by a later decision; no step is lost when a consent ends later.
 */
export function standingOn(
  facts: readonly FamilyFact[],
  day: string,
): { standing: FamilyStanding; since: string | null; reached: { stage: FamilyStage; on: string }[]; consentInPlace: boolean } {
  const known = facts.filter((one) => one.on <= day)
  const reached = familyStages.flatMap((stage) => {
    const first = known.filter((one) => one.kind === stage).toSorted(before)[0]
    return first ? [{ stage, on: first.on }] : []
  })
  const common = { reached, consentInPlace: latest(known, ['consent', 'consent-ended'])?.kind === 'consent' }
  const exit = latest(known, ['exited', 'reopened'])
  if (exit?.kind === 'exited') return { standing: 'exited', since: exit.on, ...common }
  const decision = latest(known, ['accepted', 'waiting', 'refused'])
  if (decision && (decision.kind === 'waiting' || decision.kind === 'refused')) return { standing: decision.kind, since: decision.on, ...common }
  const last = reached.at(-1)
  return { standing: last?.stage ?? 'unknown', since: last?.on ?? null, ...common }
}

/** How many families stand where on a day: every family in exactly one place. */
export function countStandings(families: readonly (readonly FamilyFact[])[], day: string): Map<FamilyStanding, number> {
  const counts = new Map<FamilyStanding, number>()
  for (const facts of families) {
    const { standing } = standingOn(facts, day)
    counts.set(standing, (counts.get(standing) ?? 0) + 1)
  }
  return counts
}
