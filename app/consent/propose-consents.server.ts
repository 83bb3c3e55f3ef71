import { casePack } from '#app/catalogue/queries.server.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { command } from '#app/platform/command.server.ts'
import { type Context, Invalid } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { z } from 'zod'
import { ProposeConsents, type Proposal } from './consent.ts'
import { consentsOf, findConsent } from './queries.server.ts'
import { mayRegister } from './rights.server.ts'
import { coverOf, lastDayOf, type Offer, offerOf } from './templates.ts'

export type Proposed = {
  consentIds: number[]
  /** Were there already, open or valid: not made again. */ known: number[]
  personIds: number[]
}

/**
 * Writes down what the family is going to be asked: each text, person and party its own consent with its own yes (CON-01, CON-14).
 * Nothing is open yet;
 * who must sign is written beside it as the law asks today.
 */
export const proposeConsents = command({
  event: 'consent.propose',
  input: ProposeConsents,
  case: (input) => input.caseId,
  may: (tx, _ctx, input) => mayRegister(tx, input.caseId),
  run: async (tx, ctx, input): Promise<Proposed> => {
    const pack = await casePack(tx, input.caseId)
    const people = (await tx.selectFrom('case_person').select('person_id').where('case_id', '=', input.caseId).execute()).map(
      (p) => p.person_id,
    )
    const there = await consentsOf(tx, input.caseId, ctx.today)
    const done: Proposed = { consentIds: [], known: [], personIds: input.consents.map((c) => c.subjectId) }
    for (const [index, wanted] of input.consents.entries()) {
      const checked = check(pack, wanted, index, people, ctx.today)
      const same = there.find(
        (c) =>
          c.template === wanted.template &&
          c.subjectId === wanted.subjectId &&
          !['withdrawn', 'ended'].includes(c.standing) &&
          c.fromSectors.join() === checked.from.join() &&
          c.toSectors.join() === checked.to.join(),
      )
      if (same) done.known.push(same.id)
      else done.consentIds.push(await insertConsent(tx, ctx, input.caseId, checked))
    }
    return done
  },
  concerns: (input, result) => ({ caseId: input.caseId, personIds: result.personIds, details: { consents: result.consentIds } }),
})

type Checked = {
  subjectId: number
  /** `code`: null for words that are no text of the pack. */
  offer: Pick<Offer, 'purpose' | 'categories'> & { code: string | null }
  from: string[]
  to: string[]
  validFrom: string
  validUntil: string
  wording: string
  healthAgreement: string
  renews?: number
}
function check(pack: Pack, wanted: z.output<typeof Proposal>, index: number, people: number[], today: string): Checked {
  const fail = (field: string, da: string, en: string) =>
    new Invalid([{ field: `consents.${index}.${field}`, row: index, message: { da, en } }])
  const offer = offerOf(pack, wanted.template, today)
  if (!offer) throw fail('template', 'Den tekst findes ikke mere', 'This text is no longer there')
  if (!people.includes(wanted.subjectId)) throw fail('subjectId', 'Vælg en fra familien', 'Choose somebody of the family')
  const cover = coverOf(offer, wanted.party)
  if (!cover) throw fail('party', 'Vælg, hvem det skal deles med', 'Choose whom it is shared with')
  const last = lastDayOf(pack, offer, cover.from, wanted.from)
  if (wanted.until !== null && wanted.until > last)
    throw fail('until', `Det kan højst gælde til ${last}`, `It can last until ${last} at most`)
  return {
    subjectId: wanted.subjectId,
    offer,
    ...cover,
    validFrom: wanted.from,
    validUntil: wanted.until ?? last,
    healthAgreement: wanted.healthAgreement,
    wording: [offer.what.da, offer.why.da, offer.refusal.da].join('\n'),
  }
}

/** One consent with a row for each person who must sign it today. @returns its id */
export async function insertConsent(tx: Tx, ctx: Context, caseId: number, c: Checked): Promise<number> {
  const { id } = await tx
    .insertInto('consent')
    .values({
      municipality_id: ctx.municipalityId,
      case_id: caseId,
      subject_id: c.subjectId,
      purpose: c.offer.purpose,
      template: c.offer.code,
      from_sectors: c.from,
      to_sectors: c.to,
      categories: c.offer.categories,
      wording: c.wording,
      valid_from: c.validFrom,
      valid_until: c.validUntil,
      given_how: 'signed',
      created_at: ctx.now,
      created_by: JSON.stringify({ kind: ctx.actor.kind, id: ctx.actor.id }),
      health_agreement: c.healthAgreement,
      renews: c.renews ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const made = await findConsent(tx, id, ctx.today)
  for (const signer of made?.signers ?? []) {
    await tx
      .insertInto('consent_signer')
      .values({ municipality_id: ctx.municipalityId, consent_id: id, signer_id: signer.personId })
      .execute()
  }
  return id
}
