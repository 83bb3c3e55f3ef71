import { z } from 'zod'
import { query } from '#app/platform/command.server.ts'
import { agreeingRules } from './agreeing-rules.server.ts'
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
  run: (tx, ctx, { caseId }) => agreeingRules(tx, ctx, caseId),
  concerns: ({ caseId }) => ({ caseId, personIds: [], bases: [] }),
})
