import { command } from '#app/platform/command.server.ts'
import { MarkNoContact } from './consent.ts'
import { mayRegisterFor, theConsent } from './rights.server.ts'
import { saveSigner } from './signers.server.ts'

/** This signer must not be contacted, with the reason (a shield, a court order). Nobody writes or rings to them about it. */
export const markMustNotContact = command({
  event: 'consent.no-contact',
  input: MarkNoContact,
  case: (input) => input.caseId,
  may: mayRegisterFor,
  run: async (tx, ctx, input) => {
    const consent = await theConsent(tx, ctx, input)
    await saveSigner(tx, ctx, consent, input.signerId, { no_contact_reason: input.reason })
    return { subjectId: consent.subjectId }
  },
  concerns: (input, result) => ({
    caseId: input.caseId,
    personIds: [result.subjectId, input.signerId],
    details: { consent: input.consentId },
  }),
})
