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
