import { command } from '#app/platform/command.server.ts'
import { planMessage } from '#app/platform/messages/plan-message.server.ts'
import { AskSigner } from './consent.ts'
import { requestLetter } from './request-letter.server.ts'
import { mayRegisterFor, theConsent } from './rights.server.ts'
import { saidAt, saveSigner } from './signers.server.ts'

/**
 * Somebody was asked, or is asked now, for their signature: the date and how. With `send` a message goes out in the person's own
 * channel, neutral by
 * default; a parent who lives elsewhere gets a letter about the child only.
 */
export const askSigner = command({
  event: 'consent.ask',
  input: AskSigner,
  case: (input) => input.caseId,
  may: mayRegisterFor,
  run: async (tx, ctx, input) => {
    const consent = await theConsent(tx, ctx, input)
    const signer = await saveSigner(tx, ctx, consent, input.signerId, { asked_at: saidAt(ctx, input.on), asked_channel: input.channel })
    const messageId = input.send
      ? await planMessage(tx, ctx, {
          template: 'answer',
          to: { personId: signer.personId },
          caseId: input.caseId,
          key: `consent.asked.${consent.id}.${signer.personId}.${ctx.today}`,
          onPaper: input.channel === 'letter',
          letter: await requestLetter(tx, ctx, consent, signer.personId),
        })
      : null
    return { subjectId: consent.subjectId, messageId }
  },
  concerns: (input, result) => ({
    caseId: input.caseId,
    personIds: [result.subjectId, input.signerId],
    details: { consent: input.consentId, message: result.messageId },
  }),
})
