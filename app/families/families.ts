import { z } from 'zod'
import { readCpr } from '#app/platform/cpr/cpr.ts'
import { said } from '#app/platform/i18n/field-errors.ts'
import type { Locale } from '#app/platform/i18n/messages.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { ageOn, PlainDate, rangeContains } from '#app/platform/time/plain-date.ts'

/*
 * People and families. A family case is about a whole family in one or more dated households; a person may be in several households and in
 * several cases. Custody and residence are two things. An unborn child has a due date and no birthday; a person of the network has a first
 * name and a relation, nothing else.
 */

export const PERSON_KINDS = ['person', 'network', 'unborn'] as const
export type PersonKind = (typeof PERSON_KINDS)[number]
/** family: lives in a household of the case; other-parent: lives elsewhere; network: somebody the family knows. */
export const CASE_ROLES = ['family', 'other-parent', 'network'] as const
export type CaseRole = (typeof CASE_ROLES)[number]
/** person is <kind> of other. `network` carries its word in the label ("mormor", "nabo"). */
export const RELATION_KINDS = ['parent', 'partner', 'sibling', 'grandparent', 'foster-parent', 'network'] as const
export type RelationKind = (typeof RELATION_KINDS)[number]
export const CHANNELS = ['sms', 'mail', 'digital-post', 'letter', 'phone'] as const
export type Channel = (typeof CHANNELS)[number]
/** Languages that can be chosen; others are written as an ISO code by the import. */
export const LANGUAGES = ['da', 'en', 'ar', 'de', 'fa', 'pl', 'ro', 'so', 'ti', 'tr', 'uk', 'ur', 'vi'] as const

export type Person = {
  id: number
  kind: PersonKind
  firstName: string
  lastName: string
  born: string | null
  due: string | null
  died: string | null
  language: string
  interpreter: boolean
  revision: number
}
export type CasePerson = Person & { role: CaseRole }
type Dated = { validFrom: string; validUntil: string | null }
export type Membership = Dated & { householdId: number; personId: number }
export type Household = Dated & { id: number; name: string }
export type Custody = Dated & { childId: number; holderId: number }
export type Relation = {
  id: number
  personId: number
  otherId: number
  kind: RelationKind
  label: string
  validFrom: string | null
  validUntil: string | null
}

// ---- what is shown ----

/** "Mette Sørensen", with a cross when she has died; an unborn child by its due date: "Ventet barn (termin 4. december 2026)". */
export function personName(locale: Locale, p: Pick<Person, 'kind' | 'firstName' | 'lastName' | 'due'> & { died?: string | null }): string {
  if (p.kind === 'unborn' && p.due) {
    const date = formatDate(locale, p.due)
    return locale === 'da' ? `Ventet barn (termin ${date})` : `Expected child (due ${date})`
  }
  return `${p.firstName} ${p.lastName}`.trim() + (p.died ? ' †' : '')
}
/** Whole years on that day; null for the unborn, the network and the dead. */
export const ageOf = (p: Pick<Person, 'born' | 'died'>, today: string): number | null =>
  p.born === null || p.died !== null ? null : ageOn(p.born, today)
export const isChild = (p: Pick<Person, 'kind' | 'born'>, today: string): boolean =>
  p.kind === 'unborn' || (p.born !== null && ageOn(p.born, today) < 18)

/** The family as it is listed: adults before children, the older first, the unborn last. */
export const byAge = <P extends { born: string | null }>(people: readonly P[]): P[] =>
  people.toSorted((a, b) => (a.born ?? '9999').localeCompare(b.born ?? '9999'))

// ---- rules ----

/** Those who live in this household on that day. */
export const livingIn = (memberships: readonly Membership[], householdId: number, day: string): number[] => [
  ...new Set(
    memberships.filter((m) => m.householdId === householdId && rangeContains(m.validFrom, m.validUntil, day)).map((m) => m.personId),
  ),
]

/** Everybody who lives with the person on that day, in whichever of their homes; without the person. */
export function householdOf(memberships: readonly Membership[], personId: number, day: string): number[] {
  const homes = memberships
    .filter((m) => m.personId === personId && rangeContains(m.validFrom, m.validUntil, day))
    .map((m) => m.householdId)
  return [...new Set(homes.flatMap((home) => livingIn(memberships, home, day)))].filter((id) => id !== personId)
}

/** Who holds custody of the child on that day. A child without one has no valid consent. */
export const holdersOf = (custody: readonly Custody[], childId: number, day: string): number[] =>
  custody.filter((c) => c.childId === childId && rangeContains(c.validFrom, c.validUntil, day)).map((c) => c.holderId)

/** Where custody and residence differ: holders of custody who do not live with the child that day. Each gets a letter and a page of their own. */
export const holdersElsewhere = (custody: readonly Custody[], memberships: readonly Membership[], childId: number, day: string): number[] =>
  holdersOf(custody, childId, day).filter((holder) => !householdOf(memberships, childId, day).includes(holder))

/** What is missing before the family can be helped well, as codes: shown in "Mine familier" and on the page of its people. */
export type Missing = { code: 'no-custody' | 'no-home' | 'no-coordinator'; personId?: number }
export function missingIn(
  f: { people: readonly CasePerson[]; memberships: readonly Membership[]; custody: readonly Custody[]; coordinator: string | null },
  today: string,
): Missing[] {
  const family = f.people.filter((p) => p.role === 'family' && p.died === null)
  return [
    ...(f.coordinator === null ? [{ code: 'no-coordinator' } as const] : []),
    ...family
      .filter((p) => p.kind === 'person' && isChild(p, today) && holdersOf(f.custody, p.id, today).length === 0)
      .map((p) => ({ code: 'no-custody', personId: p.id }) as const),
    ...family
      .filter(
        (p) => p.kind === 'person' && !f.memberships.some((m) => m.personId === p.id && rangeContains(m.validFrom, m.validUntil, today)),
      )
      .map((p) => ({ code: 'no-home', personId: p.id }) as const),
  ]
}

type CountedCase = { id: number; decision: 'accepted' | 'refused' | 'waiting' | null; closed: boolean; personIds: number[] }
/** A project's capacity counts cases: those taken in and not closed. */
export const casesTaken = (cases: readonly CountedCase[]): number => cases.filter((c) => c.decision === 'accepted' && !c.closed).length
/** National figures count a person once, in however many cases and households. */
export const personsOnce = (cases: readonly CountedCase[]): number =>
  new Set(cases.filter((c) => c.decision === 'accepted' && !c.closed).flatMap((c) => c.personIds)).size

// ---- what is typed ----

export const Id = z.coerce.number().int().positive()
export const trimmed = (longest: number) => z.string().trim().max(longest)
export const Name = trimmed(100).min(1)
export const Reason = trimmed(1000).min(3)
/** A checkbox of a form ("on" or not sent), or a boolean. */
export const Flag = z
  .union([z.boolean(), z.string()])
  .nullish()
  .transform((v) => v === true || v === 'on' || v === 'true')
/** A date that may be left empty. */
export const MaybeDate = z
  .string()
  .nullish()
  .transform((v) => v?.trim() || null)
  .pipe(PlainDate.nullable())
/** An id that may be left empty. */
export const MaybeId = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((v) => (v === '' || v === null || v === undefined ? null : Number(v)))
  .pipe(z.int().positive().nullable())
/** Several ids: a list, one, or none. */
export const Ids = z
  .union([z.array(z.union([z.string(), z.number()])), z.string(), z.number()])
  .nullish()
  .transform((v) => (v === null || v === undefined || v === '' ? [] : (Array.isArray(v) ? v : [v]).map(Number)))
  .pipe(z.array(z.int().positive()))

/** A CPR number that may be left empty; ten digits. */
export const MaybeCpr = z
  .string()
  .nullish()
  .transform((text, ctx) => {
    if (!text?.trim()) return null
    const cpr = readCpr(text)
    if (cpr) return cpr.digits
    ctx.addIssue({
      code: 'custom',
      ...said({
        da: 'Skriv et CPR-nummer med 10 cifre, der begynder med en dato',
        en: 'Write a CPR number: 10 digits, beginning with a date',
      }),
    })
    return z.NEVER
  })

const bornSaid = said(
  { da: 'Skriv fødselsdagen. For et ventet barn skriver du terminen', en: 'Write the birthday. For an expected child write the due date' },
  ['born'],
)
const dueSaid = said({ da: 'Skriv terminen', en: 'Write the due date' }, ['due'])
const networkSaid = said(
  {
    da: 'Om en i netværket skriver vi kun fornavn og relation',
    en: 'For somebody in the network we write only a first name and a relation',
  },
  ['kind'],
)

/** What is written about a person; `personRules` says what each kind needs. */
export const personFields = {
  kind: z.enum(PERSON_KINDS).default('person'),
  firstName: trimmed(100).default(''),
  lastName: trimmed(100).default(''),
  born: MaybeDate,
  due: MaybeDate,
  language: trimmed(10).min(2).default('da'),
  interpreter: Flag,
  cpr: MaybeCpr,
}
type PersonFields = { kind: PersonKind; firstName: string; lastName: string; born: string | null; due: string | null; cpr: string | null }
export const nameSaid = said({ da: 'Skriv fornavnet', en: 'Write the first name' }, ['firstName'])
const cprBornSaid = said(
  { da: 'CPR-nummer og fødselsdag passer ikke sammen. Se dem begge efter', en: 'CPR number and birthday do not match. Check both' },
  ['cpr'],
)

/** A person needs a first name and a birthday; an unborn child a due date; a person of the network has a first name only. */
export const personRules = <T extends z.ZodType<PersonFields>>(schema: T) =>
  schema
    .refine((p) => p.kind === 'unborn' || p.firstName !== '', nameSaid)
    .refine((p) => p.kind !== 'person' || p.born !== null, bornSaid)
    .refine((p) => p.kind !== 'unborn' || p.due !== null, dueSaid)
    .refine((p) => p.kind !== 'network' || (p.lastName === '' && p.born === null && p.cpr === null), networkSaid)
    .refine((p) => p.cpr === null || p.born === null || readCpr(p.cpr)?.birthDate === p.born, cprBornSaid)

export const PersonInput = personRules(z.object(personFields))
export type PersonInput = z.output<typeof PersonInput>

/** A whole new family, at referral or import. Keys name people and homes inside this input only. */
export const NewFamily = z.object({
  projectId: Id,
  name: trimmed(100).min(1),
  from: MaybeDate,
  households: z.array(z.object({ key: z.string(), name: trimmed(100).default('') })).min(1),
  people: z
    .array(
      personRules(
        z.object({
          ...personFields,
          key: z.string(),
          role: z.enum(CASE_ROLES).default('family'),
          households: z.array(z.string()).default([]),
          address: z
            .object({ street: trimmed(200), postcode: trimmed(10).default(''), city: trimmed(100).default(''), protected: Flag })
            .nullish(),
        }),
      ),
    )
    .min(1)
    .max(60),
  custody: z.array(z.object({ child: z.string(), holder: z.string() })).default([]),
  relations: z
    .array(z.object({ person: z.string(), other: z.string(), kind: z.enum(RELATION_KINDS), label: trimmed(60).default('') }))
    .default([]),
  /** The family's own yes, with date and form. Null only at import: then no referral is made. */
  referral: z
    .object({
      yesOn: PlainDate,
      yesForm: z.enum(['signed', 'spoken', 'portal']),
      reason: trimmed(5000).min(1),
      sector: z.string().optional(),
    })
    .nullable(),
})
export type NewFamily = z.output<typeof NewFamily>
export type NewFamilyInput = z.input<typeof NewFamily>
