import { sql } from 'kysely'
import { command } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import { refreshAccess } from '#app/platform/db.server.ts'
import { NarrowConsent, WithdrawConsent } from './consent.ts'
import { maySee, theConsent } from './rights.server.ts'
import { theSigner, wrong } from './signers.server.ts'

/**
 * Any required signer ends it, in the portal or through any member of staff assigned to the family who writes down their word. It
 * works from the next read, in
 * open pages and the API too, and never ends by closing of the case. What has been read or handed on cannot be taken back.
 */
export const withdrawConsent = command({
  event: 'consent.withdraw',
  input: WithdrawConsent,
  case: (input) => input.caseId,
  may: maySee,
  run: async (tx, ctx, input) => {
    const consent = await theConsent(tx, ctx, input)
    const { rows } = await sql<{
      now: boolean
    }>`select access.withdraw(${consent.id}, ${via(ctx, input)}, ${whose(ctx, consent, input)}::bigint) as now`.execute(tx)
    await refreshAccess(tx)
    return { subjectId: consent.subjectId, endedNow: rows[0]?.now === true }
  },
  concerns: (input, result) => ({
    caseId: input.caseId,
    personIds: input.signerId === null ? [result.subjectId] : [result.subjectId, input.signerId],
    details: { consent: input.consentId, via: input.via },
  }),
})

/** Less than before: fewer kinds or an earlier end. The rest goes on with the signatures given; nobody has to sign again. */
export const narrowConsent = command({
  event: 'consent.narrow',
  input: NarrowConsent,
  case: (input) => input.caseId,
  may: maySee,
  run: async (tx, ctx, input) => {
    const consent = await theConsent(tx, ctx, input)
    if (!input.categories.every((c) => consent.categories.includes(c)))
      throw wrong('categories', 'Her kan du kun vælge noget fra', 'Here you can only take something away')
    if (input.until !== null && (input.until < ctx.today || (consent.validUntil !== null && input.until > consent.validUntil))) {
      throw wrong('until', 'Vælg en dag fra i dag, og ikke senere end før', 'Choose a day from today, and not later than before')
    }
    const { rows } = await sql<{
      id: number
    }>`select access.narrow_consent(${consent.id}, ${input.categories}::text[], ${input.until ?? consent.validUntil}::date, ${via(ctx, input)},
      ${whose(ctx, consent, input)}::bigint) as id`.execute(tx)
    return { subjectId: consent.subjectId, consentId: rows[0]?.id ?? 0 }
  },
  concerns: (input, result) => ({
    caseId: input.caseId,
    personIds: [result.subjectId],
    details: { consent: input.consentId, became: result.consentId, via: input.via },
  }),
})

type Said = { signerId: number | null; via: string }
const whose = (ctx: Context, consent: Parameters<typeof theSigner>[0], input: Said): number | null =>
  ctx.actor.kind === 'member' ? null : theSigner(consent, input.signerId).personId
function via(ctx: Context, input: Said): string {
  if (ctx.actor.kind === 'member') return 'portal'
  if (input.via === 'portal') throw wrong('via', 'Vælg, hvordan du fik det at vide', 'Choose how you were told')
  return input.via
}
