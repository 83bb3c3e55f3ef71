import { z } from 'zod'
import { Id, Ids, MaybeDate, trimmed } from '#app/families/families.ts'
import { said } from '#app/platform/i18n/field-errors.ts'
import { PlainDate } from '#app/platform/time/plain-date.ts'

/*
 * Is a medical declaration needed, for each member (UDR-09), and obtained only as far as agreed (CON-11). What it says is quoted with
 * authority and date;
 * nobody here judges health. And who took part in the assessment (UDR-02, ORG-11).
 */

export type Declaration = {
  id: number
  revision: number
  shelfId: number
  personId: number
  needed: boolean
  reason: string
  decidedOn: string
  decidedBy: string
  healthCoordinator: string
  scope: string
  fromSector: string | null
  requestedOf: string
  requestedOn: string | null
  received: { on: string; conclusion: string; authority: string; concludedOn: string } | null
}
export type DeclarationStep = 'decide' | 'request' | 'receive' | 'done'
/** What comes next for a member; `decide` again is always possible. */
export function nextStepOf(d: Pick<Declaration, 'needed' | 'requestedOn' | 'received'> | undefined): DeclarationStep {
  if (!d) return 'decide'
  if (!d.needed || d.received) return 'done'
  return d.requestedOn === null ? 'request' : 'receive'
}
/** Whom a declaration can be asked of; each with its own consent. */
export const HEALTH_SECTORS = ['general-practice', 'health', 'psychiatry'] as const

export type Expert = { id: number; shelfId: number; role: string; name: string; about: string; on: string; subjects: number[] }

const day = z.string().trim().pipe(PlainDate)
const needed = z.enum(['yes', 'no'])
export const DecideDeclaration = z
  .object({
    caseId: Id,
    personId: Id,
    needed,
    reason: trimmed(1000).min(3),
    decidedOn: day,
    decidedBy: trimmed(200).min(2),
    healthCoordinator: trimmed(100).default(''),
  })
  .refine(
    (v) => v.needed === 'no' || v.healthCoordinator !== '',
    said({ da: 'Skriv, hvilken sundhedskoordinator der var med', en: 'Write which health coordinator took part' }, ['healthCoordinator']),
  )
export const RequestDeclaration = z.object({
  caseId: Id,
  declarationId: Id,
  scope: trimmed(1000).min(5),
  fromSector: z.enum(HEALTH_SECTORS),
  requestedOf: trimmed(100).min(2),
  requestedOn: day,
})
export const ReceiveDeclaration = z.object({
  caseId: Id,
  declarationId: Id,
  receivedOn: day,
  conclusion: trimmed(4000).min(3),
  authority: trimmed(200).min(2),
  concludedOn: day,
})
export const AddExpert = z
  .object({ caseId: Id, role: trimmed(60).min(1), name: trimmed(100).min(2), about: trimmed(500).default(''), tookPartOn: MaybeDate, personIds: Ids })
  .refine((v) => v.tookPartOn !== null, said({ da: 'Skriv datoen', en: 'Write the date' }, ['tookPartOn']))
  .refine((v) => v.personIds.length > 0, said({ da: 'Vælg, hvem det handler om', en: 'Choose whom it is about' }, ['personIds']))
