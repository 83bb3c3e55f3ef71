import { z } from 'zod'
import { inForce } from '#app/catalogue/pack-item.ts'
import { planRules } from '#app/catalogue/pack-values.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { query } from '#app/platform/command.server.ts'
import { id } from './plan.ts'
import { onCase } from './rights.server.ts'

/**
 * How the family's project agrees a plan, from its pack (PLAN-05): who approves it and who the help that costs something, how often it is
 * looked at again, and the meetings where it is talked about and never decided. Nothing personal.
 */
export const readAgreeingRules = query({
  event: 'plan.read-agreeing-rules',
  input: z.object({ caseId: id }),
  case: ({ caseId }) => caseId,
  may: onCase(() => true),
  async run(tx, ctx, { caseId }) {
    const pack = await casePack(tx, caseId)
    const { approvedBy, measuresApprovedBy, followUpEveryMonths } = planRules(pack, ctx.today)
    const talks = inForce(pack.meetingKinds, ctx.today).filter((meeting) => meeting.plan === 'never-decides')
    return { approvedBy, measuresApprovedBy, followUpEveryMonths, neverDecides: talks.map((meeting) => meeting.label[ctx.locale]) }
  },
  concerns: ({ caseId }) => ({ caseId, personIds: [], bases: [] }),
})
