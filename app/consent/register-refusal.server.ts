import { sql } from 'kysely'
import { command } from '#app/platform/command.server.ts'
import { refreshAccess } from '#app/platform/db.server.ts'
import { RegisterRefusal } from './consent.ts'
import { mayAnswer, theConsent } from './rights.server.ts'
import { saidAt, saveSigner } from './signers.server.ts'

/** A no, by the person in the portal or written down for them. It changes no other help, and it can become a yes later. */
export const registerRefusal = command({
  event: 'consent.refuse',
  input: RegisterRefusal,
  case: (input) => input.caseId,
  may: mayAnswer,
  run: async (tx, ctx, input) => {
    const consent = await theConsent(tx, ctx, input)
    if (ctx.actor.kind === 'member') await sql`select access.refuse(${consent.id})`.execute(tx)
    else await saveSigner(tx, ctx, consent, input.signerId, { refused_at: saidAt(ctx, input.on) })
    await refreshAccess(tx)
    return { subjectId: consent.subjectId, signerId: ctx.actor.kind === 'member' ? ctx.actor.id : (input.signerId ?? 0) }
  },
  concerns: (input, result) => ({
    caseId: input.caseId,
    personIds: [result.subjectId, result.signerId],
    details: { consent: input.consentId },
  }),
})
