import { onCase } from '#app/plan/rights.server.ts'
import { command } from '#app/platform/command.server.ts'
import { UndoAgreement } from './agreement.ts'
import { concernsAgreement, mark } from './mark.server.ts'

/** Takes back the last thing that was said of it. Both marks stay in the history. */
export const undoAgreement = command({
  event: 'agreements.undo',
  input: UndoAgreement,
  case: ({ caseId }) => caseId,
  may: onCase((r) => r.writes),
  run: (tx, ctx, input) => mark(tx, ctx, input, { how: 'undo' }),
  concerns: concernsAgreement,
})
