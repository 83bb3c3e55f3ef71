import { onCase } from '#app/plan/rights.server.ts'
import { command } from '#app/platform/command.server.ts'
import { KeepAgreement } from './agreement.ts'
import { concernsAgreement, mark } from './mark.server.ts'
import { wrong } from './rights.server.ts'

/** Kept, today or on the day that is said. @throws Invalid for a day that has not come */
export const keepAgreement = command({
  event: 'agreements.keep',
  input: KeepAgreement,
  case: ({ caseId }) => caseId,
  may: onCase((r) => r.writes),
  async run(tx, ctx, input) {
    if (input.keptOn !== null && input.keptOn > ctx.today) throw wrong('keptOn', 'notYet')
    return mark(tx, ctx, input, { how: 'kept', on: input.keptOn })
  },
  concerns: concernsAgreement,
})
