import { z } from 'zod'
import { readCpr } from '#app/platform/cpr/cpr.ts'
import { said } from '#app/platform/i18n/field-errors.ts'
import { dateFromParts, PlainDate } from '#app/platform/time/plain-date.ts'
import { Id, OptionalDate, optionalText, text, Ticked } from './intake.ts'

/*
 * A referral: a family that has said yes, when and how, its people, and why. Without the family's yes nothing about it may be written
 * down; the worker may ask the intake team a question without any personal data instead.
 */

export const yesForms = ['signed', 'spoken'] as const
/** How the yes came to us; on paper or by telephone it is written down on the family's behalf. */
export const yesChannels = ['paper', 'meeting', 'telephone'] as const
export const personParts = ['adult', 'child', 'unborn', 'other-parent'] as const
export type PersonPart = (typeof personParts)[number]

export const YesStep = z.object({
  projectId: Id,
  departmentId: Id,
  yesOn: PlainDate,
  yesForm: z.enum(yesForms),
  yesChannel: z.enum(yesChannels),
  /** The line of the department's shortlist that this family is, when it was found by screening a district. */
  shortlistLineId: z.preprocess((v) => (v === '' || v === undefined || v === null ? null : v), Id.nullable()).default(null),
})

const Cpr = z
  .string()
  .trim()
  .default('')
  .transform((typed, issues) => {
    if (typed === '') return null
    const cpr = readCpr(typed)
    if (cpr) return cpr.digits
    issues.addIssue({
      code: 'custom',
      ...said({
        da: 'Skriv et CPR-nummer med 10 cifre, der begynder med en dato',
        en: 'Write a CPR number: 10 digits, beginning with a date',
      }),
    })
    return z.NEVER
  })

/** One person of the family. `born` may be left out when the CPR number says it; an unborn child has a due date instead. */
export const ReferredPerson = z
  .object({
    firstName: text(60),
    lastName: optionalText(80),
    part: z.enum(personParts),
    born: OptionalDate.default(null),
    due: OptionalDate.default(null),
    cpr: Cpr,
    /** An adult: holds custody of the children named here, and said yes to the referral. */
    custody: Ticked.default(false),
    saidYes: Ticked.default(false),
  })
  .superRefine((person, issues) => {
    const wrong = (path: string, texts: { da: string; en: string }) => issues.addIssue({ code: 'custom', ...said(texts, [path]) })
    if (person.part === 'unborn' && person.due === null)
      wrong('due', { da: 'Skriv, hvornår barnet ventes', en: 'Write when the child is expected' })
    if (person.part !== 'unborn' && person.born === null && person.cpr === null)
      wrong('born', { da: 'Skriv fødselsdag eller CPR-nummer', en: 'Write the birthday or the CPR number' })
    if (person.part !== 'unborn' && person.lastName === '') wrong('lastName', { da: 'Skriv efternavnet', en: 'Write the last name' })
    const fromCpr = person.cpr === null ? null : (readCpr(person.cpr)?.birthDate ?? null)
    if (person.born !== null && fromCpr !== null && fromCpr !== person.born)
      wrong('cpr', { da: 'CPR-nummeret passer ikke med fødselsdagen', en: 'The CPR number does not fit the birthday' })
  })
export type ReferredPerson = z.output<typeof ReferredPerson>

export const PeopleStep = z
  .object({ familyName: text(80), persons: z.array(ReferredPerson).min(1).max(20) })
  .superRefine(({ persons }, issues) => {
    const wrong = (texts: { da: string; en: string }) => issues.addIssue({ code: 'custom', ...said(texts, ['persons.0.saidYes']) })
    if (!persons.some((one) => isAdult(one)))
      wrong({ da: 'Skriv mindst én voksen i familien', en: 'Write at least one adult of the family' })
    else if (!persons.some((one) => isAdult(one) && one.saidYes))
      wrong({ da: 'Sæt hak ved den voksne, der har sagt ja', en: 'Tick the adult who said yes' })
  })
export const ReasonStep = z.object({ reason: text(4000) })
export const ReferFamily = z.object({ ...YesStep.shape, ...ReasonStep.shape }).and(PeopleStep)
export type ReferFamily = z.output<typeof ReferFamily>

export const isAdult = (person: { part: PersonPart }): boolean => person.part === 'adult' || person.part === 'other-parent'
/** Of the household that is referred, not the parent who lives elsewhere. */
export const inHousehold = (person: { part: PersonPart }): boolean => person.part !== 'other-parent'
/** Birthday as typed, or as the CPR number says. */
export const birthdayOf = (person: Pick<ReferredPerson, 'born' | 'cpr'>): string | null =>
  person.born ?? (person.cpr === null ? null : (readCpr(person.cpr)?.birthDate ?? null))

type Values = Record<string, string | string[]>
const one = (values: Values, name: string): string => {
  const v = values[name]
  return typeof v === 'string' ? v : (v?.[0] ?? '')
}

/**
 * A date of three fields as YYYY-MM-DD; empty when nothing is typed; the typed text when it is no date, so that the schema says what is
 * wrong.
 */
export function typedDate(values: Values, name: string): string {
  const [day, month, year] = [one(values, `${name}.day`), one(values, `${name}.month`), one(values, `${name}.year`)]
  if (day === '' && month === '' && year === '') return ''
  return dateFromParts(day, month, year) ?? `${year}-${month}-${day}`
}

/** How many rows of people the form has; a row counts as soon as it is on the page. */
export function personRows(values: Values): number {
  const rows = Object.keys(values).flatMap((name) => {
    const [, row] = /^persons\.(\d{1,2})\./.exec(name) ?? []
    return row ? [Number(row)] : []
  })
  return rows.length === 0 ? 0 : Math.max(...rows) + 1
}
/** The people of the form `persons.<n>.<field>`, as the schema takes them; rows with no name, birthday or number are left out. */
export function personsFromForm(values: Values): Record<string, string>[] {
  return Array.from({ length: personRows(values) }, (_, n) => ({
    firstName: one(values, `persons.${n}.firstName`),
    lastName: one(values, `persons.${n}.lastName`),
    part: one(values, `persons.${n}.part`),
    born: typedDate(values, `persons.${n}.born`),
    due: typedDate(values, `persons.${n}.due`),
    cpr: one(values, `persons.${n}.cpr`),
    custody: one(values, `persons.${n}.custody`),
    saidYes: one(values, `persons.${n}.saidYes`),
  })).filter(
    (person, n) =>
      n === 0 || person.firstName !== '' || person.lastName !== '' || person.born !== '' || person.cpr !== '' || person.due !== '',
  )
}

/** A question to the intake team about a family that has not said yes: no name, no number, nothing that points to somebody. */
export const AskQuestion = z.object({
  departmentId: Id,
  question: text(2000).refine(
    (typed) => !pointsToSomebody(typed),
    said({
      da: 'Der står et nummer eller en adresse, som kan pege på en familie. Skriv spørgsmålet uden.',
      en: 'There is a number or an address that may point to a family. Write the question without it.',
    }),
  ),
  nobodyNamed: Ticked.refine(
    (yes) => yes,
    said({ da: 'Sæt hak, når du har set efter, at ingen er nævnt', en: 'Tick when you have checked that nobody is named' }),
  ),
})
export const AnswerQuestion = z.object({ questionId: Id, answer: text(2000) })

/** CPR numbers, telephone numbers, e-mail addresses and street addresses. Names cannot be known by a machine: the page asks. */
export const pointsToSomebody = (typed: string): boolean =>
  /\b\d{6}\s?[-–]?\s?\d{4}\b/.test(typed) ||
  /\b(?:\d{2}\s?){4}\b/.test(typed) ||
  /\S@\S+\.\S/.test(typed) ||
  /\b\p{Lu}\p{L}+(?:vej|gade|allé|alle|stræde|vænget|parken|torv)\s+\d+/u.test(typed)
