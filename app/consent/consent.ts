import { z } from 'zod'
import { Flag, Id, Ids, MaybeDate, MaybeId, Reason } from '#app/families/families.ts'
import { said } from '#app/platform/i18n/field-errors.ts'
import { addDays, addMonths, PlainDate } from '#app/platform/time/plain-date.ts'

/*
 * What may be shared, of whom, from whom, with whom, for what, until when (CON-01, CON-02). The ledger holds consent in
 * administrative law: to obtain, to
 * pass on, to use one plan. The basis in data protection law is another matter and stands with each category in the law pack; consent is
 * it for photos and stories only. One row is one yes: one person, one purpose, one party. Whether it is valid is judged at every read
 * (access-signers.ts, db/migrations/0040_access.sql); here is what people see of it and type into it.
 */

export const HOW = ['signed', 'spoken', 'portal'] as const
export type How = (typeof HOW)[number]
/** How somebody was asked, or said something. */
export const VIA = ['meeting', 'telephone', 'letter', 'digital-post', 'portal', 'paper'] as const
export type Via = (typeof VIA)[number]

// ---- the state of a signer, and of a consent ----

export const SIGNER_STATES = ['not-asked', 'asked', 'signed', 'refused', 'unreachable', 'no-contact'] as const
export type SignerState = (typeof SIGNER_STATES)[number]
export type SignerDates = {
  askedAt: string | null
  signedAt: string | null
  refusedAt: string | null
  attempt1On: string | null
  attempt2On: string | null
  noContactReason: string | null
}
/** Signed wins over what came before it, a later refusal over the signature; two dated attempts make somebody out of reach. */
export function signerState(s: SignerDates): SignerState {
  if (s.signedAt !== null && (s.refusedAt === null || s.refusedAt < s.signedAt)) return 'signed'
  if (s.refusedAt !== null) return 'refused'
  if (s.noContactReason !== null) return 'no-contact'
  if (s.attempt2On !== null) return 'unreachable'
  return s.askedAt === null ? 'not-asked' : 'asked'
}

export type Signer = SignerDates & {
  personId: number
  /** Somebody whose signature the law asks for today. False: signed once, and a birthday or a change of custody ended that. */
  required: boolean
  state: SignerState
  askedChannel: string | null
  signedHow: string | null
  witness: string | null
  language: string | null
  interpreter: boolean
  readAloud: boolean
}
/** One category from one sector: the database's judgement at this instant. */
export type Part = { category: string; fromSector: string; required: number[] | null; valid: boolean; lastsUntil: string | null }

/** waiting: somebody has not signed; no-signer: nobody can sign (a child without a recorded holder of custody). */
export const STANDINGS = ['valid', 'partly', 'waiting', 'refused', 'no-signer', 'withdrawn', 'ended', 'coming'] as const
export type Standing = (typeof STANDINGS)[number]

export type LedgerConsent = {
  id: number
  caseId: number
  subjectId: number
  purpose: string
  template: string | null
  fromSectors: string[]
  toSectors: string[]
  categories: string[]
  /** The words that were put to the person, as they stood then. */
  wording: string
  validFrom: string
  validUntil: string | null
  withdrawnAt: string | null
  withdrawnBy: number | null
  withdrawnVia: string | null
  renews: number | null
  healthAgreement: string
  signers: Signer[]
  parts: Part[]
  standing: Standing
  /** The last day it can hold as things are: its own end or the longest duration, whichever comes first. */
  lastsUntil: string | null
}

type Judged = Pick<LedgerConsent, 'validFrom' | 'validUntil' | 'withdrawnAt' | 'parts' | 'signers'>
export function standingOf(c: Judged, today: string): Standing {
  if (c.withdrawnAt !== null) return 'withdrawn'
  const last = lastDay(c)
  if (last !== null && last < today) return 'ended'
  const valid = c.parts.filter((p) => p.valid).length
  if (valid > 0) return valid === c.parts.length ? 'valid' : 'partly'
  if (c.parts.every((p) => p.required === null)) return 'no-signer'
  if (c.signers.some((s) => s.required && s.state === 'refused')) return 'refused'
  const complete = c.signers.some((s) => s.required) && c.signers.every((s) => !s.required || s.state === 'signed')
  return complete && c.validFrom > today ? 'coming' : 'waiting'
}
/** The earliest last day of its parts: what is shared stops little by little, the first stop is what must be known. */
export const lastDay = (c: Pick<Judged, 'validUntil' | 'parts'>): string | null =>
  [c.validUntil, ...c.parts.map((p) => p.lastsUntil)].filter((d) => d !== null).toSorted()[0] ?? null

/** Whose signature is missing: required, and not signed. */
export const missingSigners = (c: Pick<LedgerConsent, 'signers'>): Signer[] => c.signers.filter((s) => s.required && s.state !== 'signed')

// ---- legal bases ----

export type Basis = {
  id: number
  subjectId: number
  paragraph: string
  fromSectors: string[]
  toSectors: string[]
  categories: string[]
  validFrom: string
  validUntil: string
  reason: string
  registeredBy: number
  registeredAt: string
  confirmBy: string
  confirmedBy: number | null
  confirmedAt: string | null
  endedAt: string | null
  hiddenUntil: string | null
  confirmerId: number | null
  standing: 'in-force' | 'unconfirmed' | 'lapsed' | 'ended' | 'coming'
}
/** In force from the registration; without the second person's confirmation only until the last day for it. */
export function basisStanding(
  b: Pick<Basis, 'validFrom' | 'validUntil' | 'confirmBy' | 'confirmedAt' | 'endedAt'>,
  today: string,
): Basis['standing'] {
  if (b.endedAt !== null || b.validUntil < today) return 'ended'
  if (b.confirmedAt === null && b.confirmBy < today) return 'lapsed'
  if (b.validFrom > today) return 'coming'
  return b.confirmedAt === null ? 'unconfirmed' : 'in-force'
}

// ---- durations ----

/** The last day to offer for a consent of a template: its own months, cut by the longest duration of any of its from-sectors. */
export const lastDayFor = (from: string, months: number, longest: readonly (number | null)[]): string =>
  addMonths(from, Math.min(months, ...longest.filter((m) => m !== null)))
/** The first talk shows no more cards than this. */
export const FIRST_TALK_CARDS = 5
/** How many days ahead a missing signature is foreseen when the pack does not say. */
export const FORESIGHT_DAYS = 60
/** A look-up may be kept from the family this long at a time. */
export const latestWithheld = (today: string, months = 3): string => addMonths(today, months)
export const dayAfter = (day: string): string => addDays(day, 1)

// ---- what is typed ----

const code = z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9-]*$/)
export const Codes = z
  .union([z.array(code), z.literal('').transform(() => []), code.transform((one) => [one])])
  .nullish()
  .transform((v) => v ?? [])
const someCodes = Codes.pipe(z.array(code).min(1))
const words = (longest: number) => z.string().trim().max(longest)
const order = <T extends z.ZodType<{ from: string; until: string | null }>>(schema: T) =>
  schema.refine(
    (v) => v.until === null || v.until >= v.from,
    said({ da: 'Slutdatoen ligger før startdatoen', en: 'The end date is before the start date' }, ['until']),
  )

/** One yes to ask for: a text of the pack, about one person, with one party where the family chooses parties. */
export const Proposal = order(
  z.object({
    template: code,
    subjectId: Id,
    /** The chosen party of a text in which the family names it; empty takes the text's own. */
    party: z
      .union([code, z.literal('')])
      .nullish()
      .transform((v) => v || null),
    from: PlainDate,
    until: MaybeDate,
    healthAgreement: words(300).default(''),
  }),
)
export const ProposeConsents = z.object({ caseId: Id, consents: z.array(Proposal).min(1).max(60) })
export const AskSigner = z.object({
  caseId: Id,
  consentId: Id,
  signerId: Id,
  channel: z.enum(VIA),
  on: MaybeDate,
  /** Plans a message to the person as well. */ send: Flag,
})
export const RegisterSignature = z
  .object({
    caseId: Id,
    consentId: Id,
    /** Left out by the person who signs for themselves. */ signerId: MaybeId,
    how: z.enum(HOW).default('portal'),
    on: MaybeDate,
    witness: words(100).default(''),
    language: words(10).default('da'),
    interpreter: Flag,
    readAloud: Flag,
  })
  .refine(
    (s) => s.how !== 'spoken' || s.witness !== '',
    said({ da: 'Skriv, hvem der var vidne', en: 'Write who was the witness' }, ['witness']),
  )
/** What somebody signed on one sheet: each text ticked on its own (one yes never stands for several), told once how and when. */
export const RegisterSheet = z
  .object({
    caseId: Id,
    signerId: Id,
    consentIds: z
      .preprocess((v) => (v === undefined || v === '' ? [] : Array.isArray(v) ? v : [v]), z.array(Id).max(60))
      .refine((ids) => ids.length > 0, said({ da: 'Sæt kryds ved det, der blev sagt ja til', en: 'Tick what was said yes to' })),
    how: z.enum(HOW).default('signed'),
    on: MaybeDate,
    witness: words(100).default(''),
    language: words(10).default('da'),
    interpreter: Flag,
    readAloud: Flag,
  })
  .refine(
    (s) => s.how !== 'spoken' || s.witness !== '',
    said({ da: 'Skriv, hvem der var vidne', en: 'Write who was the witness' }, ['witness']),
  )
export const RegisterRefusal = z.object({ caseId: Id, consentId: Id, signerId: MaybeId, on: MaybeDate })
export const RegisterAttempt = z.object({ caseId: Id, consentId: Id, signerId: Id, on: PlainDate })
export const MarkNoContact = z.object({ caseId: Id, consentId: Id, signerId: Id, reason: Reason })
export const WithdrawConsent = z.object({
  caseId: Id,
  consentId: Id,
  /** Whose word it is, when staff write it down. */ signerId: MaybeId,
  via: z.enum(VIA).default('portal'),
})
export const NarrowConsent = z.object({
  caseId: Id,
  consentId: Id,
  categories: someCodes,
  until: MaybeDate,
  signerId: MaybeId,
  via: z.enum(VIA).default('portal'),
})
export const ExtendConsent = z.object({ caseId: Id, consentId: Id, until: PlainDate })
export const RegisterBasis = order(
  z.object({
    caseId: Id,
    subjectId: Id,
    paragraph: words(200).min(1),
    fromSectors: someCodes,
    toSectors: someCodes,
    categories: someCodes,
    from: PlainDate,
    until: PlainDate,
    reason: words(2000).min(10),
    confirmerId: MaybeId,
  }),
)
export const BasisRef = z.object({ caseId: Id, basisId: Id })
export const Withhold = z.object({
  kind: z.enum(['break-glass', 'legal-basis']),
  id: Id,
  paragraph: words(200).min(1),
  reason: words(1000).min(3),
  until: PlainDate,
})
export const ShareDocument = z.object({
  caseId: Id,
  document: words(200).min(1),
  withSectors: someCodes,
  how: z.enum(['in-helhed', 'handed-over', 'digital-post', 'read-at-meeting']),
  keptWhere: words(200).default(''),
  subjects: Ids.pipe(z.array(z.int().positive()).min(1)),
})
