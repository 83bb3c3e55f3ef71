import type { FamilyState, FamilyStep } from '#app/intake/family-state.ts'

/* The one next step of a family (VIS-21): what it is, where it is done, and whether this reader is the one to do it. */

export type StepCode = 'consent' | 'screen' | 'decide' | 'coordinator' | 'plan-begin' | 'plan-ready' | 'agree' | 'answers' | 'follow-up'
export type NextStep = {
  code: StepCode
  /** Below the family's address, or an address of its own. */
  href: string
  allowed: boolean
}
export type StepFacts = {
  caseId: number
  state: FamilyState
  next: FamilyStep | null
  /** Open questions of the plan before it can be agreed. */
  missing: number
  /** People whose answer to the newest version is not there. */
  waitingFor: number
  followUpOn: string | null
  may: { consent: boolean; decide: boolean; appoint: boolean; hope: boolean; agree: boolean }
}

/** Null when nothing waits: closed, refused, or everything agreed and no date set. */
export function nextStepOf(f: StepFacts): NextStep | null {
  const base = `/familier/${f.caseId}`
  switch (f.next) {
    case 'referred':
      return null
    case 'consent':
      return { code: 'consent', href: `${base}/samtykke`, allowed: f.may.consent }
    case 'screened':
      return { code: 'screen', href: `${base}/optagelse#kriterier`, allowed: f.may.decide }
    case 'accepted':
      return { code: 'decide', href: `${base}/optagelse#beslutning`, allowed: f.may.decide }
    case 'coordinator':
      return { code: 'coordinator', href: '/projekt/koordinatorer', allowed: f.may.appoint }
    case 'plan-begun':
      return { code: 'plan-begin', href: `${base}/planen?ret=haab#haab`, allowed: f.may.hope }
    case 'agreed':
      return f.missing > 0
        ? { code: 'plan-ready', href: `${base}/planen#mangler`, allowed: f.may.hope }
        : { code: 'agree', href: `${base}/planen/aftal`, allowed: f.may.agree }
    case null:
      return afterAgreement(f, base)
  }
}

function afterAgreement(f: StepFacts, base: string): NextStep | null {
  if (f.state === 'closed' || f.state === 'refused') return null
  if (f.waitingFor > 0) return { code: 'answers', href: `${base}/planen#enighed`, allowed: f.may.agree }
  return f.followUpOn === null ? null : { code: 'follow-up', href: `${base}/planen#opfoelgning`, allowed: true }
}
