import { onCase } from '#app/plan/rights.server.ts'
import { command } from '#app/platform/command.server.ts'
import { PostponeAgreement } from './agreement.ts'
import { concernsAgreement, mark } from './mark.server.ts'
import { wrong } from './rights.server.ts'

/** A new day, with the reason; the earlier days stay visible. @throws Invalid for a day that has passed */
export const postponeAgreement = command({
  event: 'agreements.postpone',
  input: PostponeAgreement,
  case: ({ caseId }) => caseId,
  may: onCase((r) => r.writes),
  async run(tx, ctx, input) {
    if (input.dueOn < ctx.today) throw wrong('dueOn', 'passed')
    return mark(tx, ctx, input, { how: 'postponed', due: input.dueOn, reason: input.reason })
  },
  concerns: concernsAgreement,
})
