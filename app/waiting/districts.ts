import { z } from 'zod'
import { type CriterionAnswers, evaluateCriteria } from '#app/catalogue/criteria.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { said } from '#app/platform/i18n/field-errors.ts'
import { PlainDate } from '#app/platform/time/plain-date.ts'
import { Id, optionalText, text, ticked } from '#app/intake/intake.ts'
import { pointsToSomebody, yesForms } from '#app/intake/referral.ts'

/*
 * ORG-14, VIS-10, VIS-11: a department screens its own cases in a district into a shortlist. The lines carry the department's own case
 * number and nothing that points to somebody: nobody has consented to anything yet. Everybody else sees how many.
 */

export const steps = ['shortlisted', 'left-out', 'asked', 'yes', 'no', 'referred'] as const
export type Step = (typeof steps)[number]
export type Line = { id: number; step: Step | null; listedOn: string; stepOn: string | null }

const noNames = (typed: string) => !pointsToSomebody(typed)
const unnamed = said({
  da: 'Der står et nummer eller en adresse, som kan pege på en familie. Skriv det uden.',
  en: 'There is a number or an address that may point to a family. Write it without.',
})

export const OpenRound = z.object({ projectId: Id, district: z.string().trim().min(1).max(60) })
export const CloseRound = z.object({ roundId: Id })
/** The department's own number: digits, letters and dashes, never a CPR number. */
export const ListCase = z.object({
  roundId: Id,
  ownNumber: text(40).refine(
    (typed) => !/^\d{6}\s?[-–]?\s?\d{4}$/.test(typed) && !/\s/.test(typed.trim()),
    said({ da: 'Skriv jeres eget sagsnummer, ikke et CPR-nummer eller et navn', en: 'Write your own case number, not a CPR number or a name' }),
  ),
})
export const ScreenLine = z.object({
  lineId: Id,
  revision: z.coerce.number().int().positive(),
  answers: z.record(z.string().max(80), z.enum(['yes', 'no'])),
  softGrounds: ticked(z.string().max(60)),
  note: optionalText(600).refine(noNames, unnamed),
})
export const TakeStep = z
  .object({
    lineId: Id,
    step: z.enum(['shortlisted', 'left-out', 'asked', 'yes', 'no']),
    on: PlainDate,
    reason: optionalText(300).refine(noNames, unnamed),
    yesForm: z.preprocess((v) => (v === '' || v === undefined ? null : v), z.enum(yesForms).nullable()),
  })
  .superRefine((v, issues) => {
    const wrong = (path: string, da: string, en: string) => issues.addIssue({ code: 'custom', ...said({ da, en }, [path]) })
    if (v.step === 'yes' && v.yesForm === null) wrong('yesForm', 'Vælg, hvordan familien sagde ja', 'Choose how the family said yes')
    if (v.step === 'left-out' && v.reason === '') wrong('reason', 'Vælg en grund', 'Choose a reason')
  })

/** What may follow what. A no, and a line left out, can be taken up again. */
const FOLLOWS: Record<Step | 'listed', readonly Step[]> = {
  listed: ['shortlisted', 'left-out'],
  shortlisted: ['asked', 'left-out'],
  'left-out': ['shortlisted'],
  asked: ['yes', 'no'],
  yes: ['no', 'referred'],
  no: ['shortlisted'],
  referred: [],
}
export const mayFollow = (now: Step | null, next: Step): boolean => FOLLOWS[now ?? 'listed'].includes(next)

/** Answers of the form `answer.<code>`; unanswered ones are left out. */
export const answersOfForm = (values: Record<string, string | string[]>): Record<string, 'yes' | 'no'> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const code = /^answer\.(.+)$/.exec(name)?.[1]
      return code && (value === 'yes' || value === 'no') ? [[code, value]] : []
    }),
  )

/** The result by the criteria in force, as in intake; evidence comes with the referral, so its absence decides nothing here. */
export function lineResult(
  pack: Pick<Pack, 'intakeCriteria' | 'intakeRules'>,
  answers: Readonly<Record<string, string>>,
  today: string,
): ReturnType<typeof evaluateCriteria> {
  const given: CriterionAnswers = Object.fromEntries(
    Object.entries(answers).flatMap(([code, answer]) => (answer === 'yes' || answer === 'no' ? [[code, { answer, evidence: '–' }]] : [])),
  )
  return evaluateCriteria(pack, given, today)
}

export type RoundCounts = { listed: number; shortlisted: number; asked: number; yes: number; no: number; leftOut: number; referred: number }
/** Families found and not lost again: on the shortlist, asked, or with a yes that has not become a referral yet. */
export const found = (c: RoundCounts): number => c.shortlisted + c.asked + c.yes

/**
 * VIS-11: are too few found, so that the next district is screened as well? Those who have a place, or are on their way in, count with the
 * shortlist against the places. A project without a number of places is never full.
 */
export function tooFew(p: { capacity: number | null; taken: number; inIntake: number; waiting: number }, rounds: readonly RoundCounts[]): {
  found: number
  wanted: number
  tooFew: boolean
} {
  const all = rounds.reduce((sum, one) => sum + found(one), 0)
  if (p.capacity === null) return { found: all, wanted: 0, tooFew: false }
  const wanted = Math.max(0, p.capacity - p.taken - p.inIntake - p.waiting)
  return { found: all, wanted, tooFew: all < wanted }
}

/** VIS-13: whom to ask next: those on the shortlist longest, as many as places are still without somebody asked. */
export function nextToAsk<L extends Line>(lines: readonly L[], places: number): L[] {
  const busy = lines.filter((one) => one.step === 'asked' || one.step === 'yes').length
  return lines
    .filter((one) => one.step === 'shortlisted')
    .toSorted((a, b) => (a.stepOn ?? a.listedOn).localeCompare(b.stepOn ?? b.listedOn) || a.id - b.id)
    .slice(0, Math.max(0, places - busy))
}
