import { sql } from 'kysely'
import { command } from '#app/platform/command.server.ts'
import { refreshAccess } from '#app/platform/db.server.ts'
import { Conflict } from '#app/platform/context.ts'
import { RegisterSignature } from './consent.ts'
import { mayAnswer, theConsent } from './rights.server.ts'
import { saidAt, saveSigner, wrong } from './signers.server.ts'

/**
 * A yes: by the person in the portal, or written down by a coordinator or the intake team when it came on paper or was spoken before
 * a witness, with language,
 * interpreter and whether it was read aloud. What it opens is open from the next read.
 */
export const registerSignature = command({
  event: 'consent.sign',
  input: RegisterSignature,
  case: (input) => input.caseId,
  may: mayAnswer,
  run: async (tx, ctx, input) => {
    const consent = await theConsent(tx, ctx, input)
    if (ctx.actor.kind === 'member') {
      if (consent.standing === 'ended') throw new Conflict('consent-over')
      await sql`select access.sign(${consent.id})`.execute(tx)
    } else {
      if (input.how === 'portal')
        throw wrong('how', 'Vælg, om det var på papir eller mundtligt', 'Choose whether it was on paper or spoken')
      await saveSigner(tx, ctx, consent, input.signerId, {
        signed_at: saidAt(ctx, input.on),
        signed_how: input.how,
        refused_at: null,
        witness: input.witness || null,
        language: input.language,
        interpreter: input.interpreter,
        read_aloud: input.readAloud,
      })
    }
    await refreshAccess(tx)
    return { subjectId: consent.subjectId, signerId: ctx.actor.kind === 'member' ? ctx.actor.id : (input.signerId ?? 0) }
  },
  concerns: (input, result) => ({
    caseId: input.caseId,
    personIds: [result.subjectId, result.signerId],
    details: { consent: input.consentId, how: input.how },
  }),
})
