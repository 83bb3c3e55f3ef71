import { z } from 'zod'
import { said } from '#app/platform/i18n/field-errors.ts'
import { PlainDate } from '#app/platform/time/plain-date.ts'
import {
  CHANNELS,
  Flag,
  Id,
  Ids,
  MaybeDate,
  MaybeId,
  Name,
  nameSaid,
  personFields,
  personRules,
  Reason,
  RELATION_KINDS,
  trimmed,
} from './families.ts'

/* What each verb about people and families takes: from a form (texts, "on") as well as from the API. */

const addFields = { ...personFields, role: z.enum(['family', 'other-parent']).default('family'), householdId: MaybeId, from: MaybeDate }
/** The person without the case, as the API takes it. */
export const AddPersonBody = personRules(z.object(addFields))
export const AddPerson = personRules(z.object({ ...addFields, caseId: Id }))
export const ChangePerson = z
  .object({
    caseId: Id,
    personId: Id,
    revision: z.coerce.number().int().positive(),
    firstName: trimmed(100).default(''),
    lastName: trimmed(100).default(''),
    born: MaybeDate,
    due: MaybeDate,
    died: MaybeDate,
    language: trimmed(10).min(2).default('da'),
    interpreter: Flag,
  })
  .refine((p) => p.firstName !== '' || p.due !== null, nameSaid)
export const MoveHousehold = z.object({
  caseId: Id,
  personId: Id,
  /** Id of a household of the case; 'new' opens one; '' or 'none': lives in none of them. */
  household: z.union([Id, z.enum(['new', 'none'])]),
  name: trimmed(100).default(''),
  from: PlainDate,
  /** The person keeps their other home: a child that lives with both parents. */
  also: Flag,
})
export const SetCustody = z.object({ caseId: Id, childId: Id, holderIds: Ids, from: PlainDate })
export const AddRelation = z
  .object({ caseId: Id, personId: Id, otherId: Id, kind: z.enum(RELATION_KINDS), label: trimmed(60).default(''), from: MaybeDate })
  .refine((r) => r.personId !== r.otherId, said({ da: 'Vælg to forskellige personer', en: 'Choose two different people' }, ['otherId']))
export const AddNetworkPerson = z.object({
  caseId: Id,
  firstName: Name,
  otherId: Id,
  label: trimmed(60).min(1),
  interpreter: Flag,
  language: trimmed(10).min(2).default('da'),
})
export const SetAddress = z.object({
  caseId: Id,
  personIds: Ids.pipe(z.array(z.int().positive()).min(1)),
  street: trimmed(200).min(1),
  postcode: trimmed(10).default(''),
  city: trimmed(100).default(''),
  protected: Flag,
  from: PlainDate,
})
export const SetContact = z
  .object({
    caseId: Id,
    personId: Id,
    phone: trimmed(30).default(''),
    email: z.union([z.literal(''), z.email()]).default(''),
    channel: z.enum(CHANNELS),
    revision: z.coerce.number().int().default(0),
  })
  .refine(
    (c) => (c.channel !== 'sms' && c.channel !== 'phone') || c.phone !== '',
    said(
      {
        da: 'Skriv et telefonnummer, når kanalen er sms eller telefon',
        en: 'Write a phone number when the channel is text message or telephone',
      },
      ['phone'],
    ),
  )
  .refine(
    (c) => c.channel !== 'mail' || c.email !== '',
    said({ da: 'Skriv en e-mailadresse, når kanalen er mail', en: 'Write an e-mail address when the channel is e-mail' }, ['email']),
  )
export const SetShield = z
  .object({ caseId: Id, personA: Id, personB: Id, from: PlainDate, until: MaybeDate, reason: Reason })
  .refine((s) => s.personA !== s.personB, said({ da: 'Vælg to forskellige personer', en: 'Choose two different people' }, ['personB']))
  .refine(
    (s) => s.until === null || s.until >= s.from,
    said({ da: 'Slutdatoen ligger før startdatoen', en: 'The end date is before the start date' }, ['until']),
  )
export const LiftShield = z.object({ caseId: Id, shieldId: Id, reason: Reason })
export const Search = z.object({ q: trimmed(100).min(2) })
