import type { Answer, OnBehalf } from './plan.ts'

/** One member's answer to one version, in their own words. A child is heard by somebody on a day, or it says why not. */
export type Agreement = {
  id: number
  revision: number
  shelfId: number
  subjects: number[]
  versionId: number
  personId: number
  answer: Answer | null
  words: string
  heardBy: string
  heardOn: string | null
  notHeardReason: string
  onBehalf: OnBehalf | null
  answeredOn: string
}
export type Asked = { personId: number; child: boolean }
/** `waiting`: not everybody has answered; disagreement is an answer like any other and ends the waiting (PLAN-14). */
export type AgreementState = { state: 'waiting' | 'agreed' | 'with-disagreement'; waitingFor: number[] }

/** How far the agreement of a version has come. */
export function agreementState(
  asked: readonly Asked[],
  given: readonly Pick<Agreement, 'personId' | 'answer' | 'notHeardReason'>[],
): AgreementState {
  const answered = new Map(given.map((a) => [a.personId, a]))
  const waitingFor = asked.filter((p) => !answered.has(p.personId)).map((p) => p.personId)
  if (waitingFor.length) return { state: 'waiting', waitingFor }
  const whole = [...answered.values()].every((a) => a.answer === 'agree' || (a.answer === null && a.notHeardReason !== ''))
  return { state: whole ? 'agreed' : 'with-disagreement', waitingFor: [] }
}

/** A child's answer written by staff says who heard it and when, or why it was not heard. */
export const childIsHeard = (v: { heardBy: string; heardOn: string | null; notHeardReason: string }): boolean =>
  (v.heardBy !== '' && v.heardOn !== null) || v.notHeardReason !== ''
