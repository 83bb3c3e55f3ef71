import { z } from 'zod'
import { said } from '#app/platform/i18n/field-errors.ts'
import { PlainDate } from '#app/platform/time/plain-date.ts'
import type { CriteriaResult } from '#app/catalogue/criteria.ts'

/*
 * Intake (da: optagelse, visitation): from a referral to a dated decision. Rules only; no database and no clock.
 * Who may read what stands in the access rules; what a project asks for stands in its pack.
 */

export const Id = z.coerce.number().int().positive()
export const CaseInput = z.object({ caseId: Id })
/** A text of a form: trimmed, at least one character, at most `max`. */
export const text = (max: number) => z.string().trim().min(1).max(max)
/** The same, but may be left empty. */
export const optionalText = (max: number) => z.string().trim().max(max).default('')
/** A date of a form that may be left empty. */
export const OptionalDate = z.preprocess((v) => (v === '' || v === undefined ? null : v), PlainDate.nullable())
/** Ticked boxes: none, one text or several. */
export const ticked = <T extends z.ZodType>(of: T) =>
  z.preprocess((v) => (v === undefined || v === null || v === '' ? [] : Array.isArray(v) ? v : [v]), z.array(of))
export const Ticked = z.preprocess((v) => v === 'on' || v === 'yes' || v === true, z.boolean())

export const decisions = ['accepted', 'waiting', 'refused'] as const
export type Decision = (typeof decisions)[number]

/** VIS-14: the intake team's formal decision. `present`: ids of the members of staff who took part. */
export const DecideIntake = z.object({
  caseId: Id,
  decidedOn: PlainDate,
  decision: z.enum(decisions),
  present: ticked(Id).refine(
    (ids) => ids.length > 0,
    said({ da: 'Vælg, hvem der var med til at bestemme', en: 'Choose who took part in the decision' }),
  ),
  reasons: text(4000),
  deviationReason: optionalText(2000),
  /** Only for a refusal without a hearing, for example when the family itself said no. */
  noHearingReason: optionalText(2000),
})
export type DecideIntake = z.output<typeof DecideIntake>

export const SendHearing = z.object({ caseId: Id, reasons: text(4000) })
export const AnswerHearing = z.object({ caseId: Id, hearingId: Id, answeredOn: PlainDate, answer: text(4000) })

/** What stands in the way of a decision. `people`: first names; the rest says itself. */
export type Blocker =
  | { code: 'consent-missing'; people: string[] }
  | { code: 'unanswered'; criteria: string[] }
  | { code: 'deviation-reason' }
  | { code: 'hearing' }
  | { code: 'hearing-open'; until: string }
  | { code: 'full'; capacity: number }
  | { code: 'decided' }
  | { code: 'future' }

export type IntakeFacts = {
  today: string
  computed: CriteriaResult['result']
  /** Codes of the criteria that are needed before there is a result. */
  missing: string[]
  /** First names of those whose consent to take part is not in place (CON-02). */
  withoutConsent: string[]
  /** The adults' hearings, the latest of each. */
  hearings: readonly { answerBy: string; answeredOn: string | null }[]
  /** Places left in the project; null: the project has no number of places. */
  placesFree: number | null
  capacity: number
  /** A place was taken or refused already. */
  decided: boolean
}

/** VIS-08: is this another decision than the one computed from the answers? Then it needs a reason. */
export function deviates(computed: CriteriaResult['result'], decision: Decision): boolean {
  if (decision === 'accepted') return computed !== 'meets'
  if (decision === 'refused') return computed !== 'does-not-meet'
  return computed === 'does-not-meet'
}

/**
 * Everything that stops this decision, so that the page can say it all at once. No consent, no intake (CON-02); no intake on answers
 * that are not there; a deviation only with a reason (VIS-08); a no only after the family was heard; never more families than places
 * (VIS-17).
 */
export function intakeBlockers(
  facts: IntakeFacts,
  wish: Pick<DecideIntake, 'decision' | 'deviationReason' | 'noHearingReason'> & { decidedOn?: string },
): Blocker[] {
  const found: Blocker[] = []
  if (facts.decided) found.push({ code: 'decided' })
  if (wish.decidedOn !== undefined && wish.decidedOn > facts.today) found.push({ code: 'future' })
  if (wish.decision === 'accepted') {
    if (facts.withoutConsent.length > 0) found.push({ code: 'consent-missing', people: facts.withoutConsent })
    if (facts.computed === 'unanswered') found.push({ code: 'unanswered', criteria: facts.missing })
    if (facts.placesFree !== null && facts.placesFree < 1) found.push({ code: 'full', capacity: facts.capacity })
  }
  const silent = facts.computed === 'unanswered' && wish.decision === 'accepted'
  if (!silent && deviates(facts.computed, wish.decision) && wish.deviationReason === '') found.push({ code: 'deviation-reason' })
  if (wish.decision === 'refused' && wish.noHearingReason === '') found.push(...hearingBlockers(facts))
  return found
}

function hearingBlockers({ hearings, today }: IntakeFacts): Blocker[] {
  if (hearings.length === 0) return [{ code: 'hearing' }]
  const open = hearings.filter((one) => one.answeredOn === null && today <= one.answerBy).map((one) => one.answerBy)
  return open.length > 0 ? [{ code: 'hearing-open', until: open.toSorted().at(-1) ?? '' }] : []
}

/** Where a blocker belongs in the decision form. */
export const blockerField = (blocker: Blocker): string =>
  blocker.code === 'deviation-reason'
    ? 'deviationReason'
    : blocker.code === 'hearing' || blocker.code === 'hearing-open'
      ? 'noHearingReason'
      : blocker.code === 'future'
        ? 'decidedOn'
        : 'decision'

/** A consent as far as intake asks about it: complete and in force today. */
export type ValidConsent = {
  subjectId: number
  purpose: string
  template: string | null
  fromSectors: string[]
  toSectors: string[]
  categories: string[]
}
type Template = { code: string; purpose: string; fromSectors: string[]; toSectors: string[]; categories: string[]; chosen: boolean }

const covers = (wide: readonly string[], narrow: readonly string[]) => narrow.every((one) => wide.includes(one))

/** Is this the consent the pack asks for? By its code; without one, by covering all that the pack names. */
export function answersTemplate(consent: ValidConsent, template: Template): boolean {
  if (consent.purpose !== template.purpose) return false
  if (consent.template !== null) return consent.template === template.code
  return (
    !template.chosen &&
    covers(consent.fromSectors, template.fromSectors) &&
    covers(consent.toSectors, template.toSectors) &&
    covers(consent.categories, template.categories)
  )
}

/**
 * CON-02: who lacks which of the consents that taking part needs. Empty when everything is in place; everybody when the family has nobody.
 */
export function missingConsents<P extends { id: number }>(
  templates: readonly Template[],
  people: readonly P[],
  consents: readonly ValidConsent[],
): { person: P; template: string }[] {
  return people.flatMap((person) =>
    templates
      .filter((template) => !consents.some((one) => one.subjectId === person.id && answersTemplate(one, template)))
      .map((template) => ({ person, template: template.code })),
  )
}

/** VIS-17: how many places are left; null when the project has no number of places. Never below zero. */
export const placesFree = (capacity: number | null, families: number): number | null =>
  capacity === null ? null : Math.max(0, capacity - families)
