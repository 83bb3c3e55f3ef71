import type { z } from 'zod'
import { PeopleStep, personsFromForm, personRows, ReasonStep, typedDate, YesStep } from './referral.ts'

/* The referral as a form of three steps; each step is a draft of its own until the whole is sent. */

export const referSteps = [1, 2, 3] as const
export type ReferStep = (typeof referSteps)[number]
export const draftOf = (step: ReferStep): string => `intake.refer.${step}`

type Values = Record<string, string | string[]>
/** What a step's typed values mean, as its schema takes them. */
export function stepInput(step: ReferStep, values: Values): Record<string, unknown> {
  if (step === 1) return { ...values, yesOn: typedDate(values, 'yesOn') }
  if (step === 2) return { familyName: values.familyName, persons: personsFromForm(values) }
  return { reason: values.reason }
}
export const stepSchema: Record<ReferStep, z.ZodType> = { 1: YesStep, 2: PeopleStep, 3: ReasonStep }

/** The first step that is not answered, or 'check' when all are: nobody reaches a later step past a missing one. */
export function furthestStep(drafts: readonly (Values | null)[]): ReferStep | 'check' {
  return (
    referSteps.find((step) => {
      const values = drafts[step - 1]
      return !values || !stepSchema[step].safeParse(stepInput(step, values)).success
    }) ?? 'check'
  )
}
/** All three steps as one referral. */
export const wholeInput = (drafts: readonly (Values | null)[]): Record<string, unknown> =>
  Object.assign({}, ...referSteps.map((step) => stepInput(step, drafts[step - 1] ?? {})))

/** Rows of people to show: those typed, two to begin with, one more when asked. */
export const rowsToShow = (values: Values | null, more: boolean): number =>
  Math.min(20, Math.max(2, personRows(values ?? {})) + (more ? 1 : 0))
