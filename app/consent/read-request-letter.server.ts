import { Id } from '#app/families/families.ts'
import { findPerson } from '#app/families/queries.server.ts'
import { query } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import type { Letter } from '#app/platform/letters/letter.ts'
import { z } from 'zod'
import { requestLetter } from './request-letter.server.ts'
import { mayRegisterFor, theConsent } from './rights.server.ts'

/** The letter to a holder of custody about a child, ready to print. Somebody who must not be contacted gets none. */
export const readRequestLetter = query({
  event: 'consent.read-request-letter',
  input: z.object({ caseId: Id, consentId: Id, signerId: Id }),
  case: (input) => input.caseId,
  may: mayRegisterFor,
  run: async (tx, ctx, input): Promise<{ letter: Omit<Letter, 'sender'>; subjectId: number }> => {
    const consent = await theConsent(tx, ctx, input)
    const signer = consent.signers.find((s) => s.personId === input.signerId)
    const person = await findPerson(tx, input.signerId)
    if (!signer || signer.state === 'no-contact' || !person) throw new NotFound('signer')
    const letter = await requestLetter(tx, ctx, consent, input.signerId)
    if (!letter) throw new NotFound('letter')
    return {
      subjectId: consent.subjectId,
      letter: {
        ...letter,
        locale: person.language === 'en' ? 'en' : 'da',
        date: ctx.today,
        recipient: { name: `${person.firstName} ${person.lastName}`.trim(), lines: [] },
      },
    }
  },
  concerns: (input, result) => ({
    caseId: input.caseId,
    personIds: [result.subjectId, input.signerId],
    details: { consent: input.consentId },
  }),
})
