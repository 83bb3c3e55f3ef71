import { onCase } from '#app/plan/rights.server.ts'
import { command } from '#app/platform/command.server.ts'
import { DropAgreement } from './agreement.ts'
import { concernsAgreement, mark } from './mark.server.ts'

/** Dropped with a reason: it is not carried to the next meeting any more, and stays to be read. */
export const dropAgreement = command({
  event: 'agreements.drop',
  input: DropAgreement,
  case: ({ caseId }) => caseId,
  may: onCase((r) => r.writes),
  run: (tx, ctx, input) => mark(tx, ctx, input, { how: 'dropped', reason: input.reason }),
  concerns: concernsAgreement,
})
