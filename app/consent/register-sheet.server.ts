import { command } from '#app/platform/command.server.ts'
import { refreshAccess } from '#app/platform/db.server.ts'
import { RegisterSheet } from './consent.ts'
import { mayRegister, theConsent } from './rights.server.ts'
import { saidAt, saveSigner, wrong } from './signers.server.ts'

/**
 * A sheet that somebody has signed: several texts, each with its own tick, written down in one go. In the ledger and in the log each is a yes of
 * its own, and each is withdrawn on its own. All of them or none.
 */
export const registerSheet = command({
  event: 'consent.sign',
  input: RegisterSheet,
  case: (input) => input.caseId,
  may: (tx, _, input) => mayRegister(tx, input.caseId),
  run: async (tx, ctx, input) => {
    if (input.how === 'portal') throw wrong('how', 'Vælg, om det var på papir eller mundtligt', 'Choose whether it was on paper or spoken')
    const signed: { consentId: number; subjectId: number }[] = []
    for (const consentId of new Set(input.consentIds)) {
      const consent = await theConsent(tx, ctx, { caseId: input.caseId, consentId })
      await saveSigner(tx, ctx, consent, input.signerId, {
        signed_at: saidAt(ctx, input.on),
        signed_how: input.how,
        refused_at: null,
        witness: input.witness || null,
        language: input.language,
        interpreter: input.interpreter,
        read_aloud: input.readAloud,
      })
      signed.push({ consentId, subjectId: consent.subjectId })
    }
    await refreshAccess(tx)
    return signed
  },
  concerns: (input, signed) =>
    signed.map(({ consentId, subjectId }) => ({
      caseId: input.caseId,
      personIds: [subjectId, input.signerId],
      details: { consent: consentId, how: input.how },
    })),
})
