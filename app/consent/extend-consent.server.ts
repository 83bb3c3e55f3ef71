import { casePack } from '#app/catalogue/queries.server.ts'
import { longestMonths } from '#app/catalogue/pack-values.ts'
import { command } from '#app/platform/command.server.ts'
import { ExtendConsent, lastDayFor } from './consent.ts'
import { insertConsent } from './propose-consents.server.ts'
import { mayRegisterFor, theConsent } from './rights.server.ts'
import { wrong } from './signers.server.ts'
import { offerOf } from './templates.ts'

/**
 * Asks again for the same, so that it does not stop: a new consent beside the old one, which holds until its own end. Everybody
 * signs anew.
 */
export const extendConsent = command({
  event: 'consent.extend',
  input: ExtendConsent,
  case: (input) => input.caseId,
  may: mayRegisterFor,
  run: async (tx, ctx, input) => {
    const old = await theConsent(tx, ctx, input)
    const pack = await casePack(tx, input.caseId)
    const months = offerOf(pack, old.template, ctx.today)?.months ?? 12
    const last = lastDayFor(
      ctx.today,
      months,
      old.fromSectors.map((s) => longestMonths(pack, s, ctx.today)),
    )
    if (input.until > last || input.until < ctx.today)
      throw wrong('until', `Vælg en dag fra i dag til ${last}`, `Choose a day from today to ${last}`)
    const consentId = await insertConsent(tx, ctx, input.caseId, {
      subjectId: old.subjectId,
      offer: { code: old.template ?? '', purpose: old.purpose, categories: old.categories },
      from: old.fromSectors,
      to: old.toSectors,
      validFrom: ctx.today,
      validUntil: input.until,
      wording: old.wording,
      healthAgreement: old.healthAgreement,
      renews: old.id,
    })
    return { consentId, subjectId: old.subjectId }
  },
  concerns: (input, result) => ({
    caseId: input.caseId,
    personIds: [result.subjectId],
    details: { consent: result.consentId, renews: input.consentId },
  }),
})
