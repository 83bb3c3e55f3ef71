import { command } from '#app/platform/command.server.ts'
import { RegisterAttempt } from './consent.ts'
import { mayRegisterFor, theConsent } from './rights.server.ts'
import { saveSigner, theSigner, wrong } from './signers.server.ts'

/** An attempt to reach somebody, with its day. Two on different days make them out of reach; the rest of the work goes on. */
export const registerAttempt = command({
  event: 'consent.attempt',
  input: RegisterAttempt,
  case: (input) => input.caseId,
  may: mayRegisterFor,
  run: async (tx, ctx, input) => {
    const consent = await theConsent(tx, ctx, input)
    if (input.on > ctx.today) throw wrong('on', 'Datoen er ikke kommet endnu', 'This day has not come yet')
    const { attempt1On } = theSigner(consent, input.signerId)
    if (attempt1On === input.on) throw wrong('on', 'Forsøget den dag står her allerede', 'The attempt of that day stands here already')
    await saveSigner(tx, ctx, consent, input.signerId, attempt1On === null ? { attempt1_on: input.on } : { attempt2_on: input.on })
    return { subjectId: consent.subjectId, unreachable: attempt1On !== null }
  },
  concerns: (input, result) => ({
    caseId: input.caseId,
    personIds: [result.subjectId, input.signerId],
    details: { consent: input.consentId, unreachable: result.unreachable },
  }),
})
