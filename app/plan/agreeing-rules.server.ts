import { inForce } from '#app/catalogue/pack-item.ts'
import { fitRules, planRules } from '#app/catalogue/pack-values.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { FitRules } from './fit.ts'

/** From the pack: who recommends and who approves, how seldom at most it is followed up, which meetings only talk (PLAN-14, PLAN-15, Q5). */
export type AgreeingRules = {
  recommendedBy: 'family-and-coordinator' | 'network-meeting' | 'follow-up-meeting'
  approvedBy: 'family-and-coordinator' | 'network-meeting'
  measuresApprovedBy: 'responsible-manager' | 'line-authority'
  followUpEveryMonths: number
  /** Names of meetings that never decide on a plan. */
  neverDecides: string[]
  /** What is a full week, and how long a way takes when nobody has said; minutes. */
  fit: FitRules
  /** Questions that lead from a hope to a goal, and to a first step (PLAN-23). */
  prompts: { code: string; question: string; to: 'goal' | 'activity' }[]
}

/** Where no pack has been applied yet nothing is refused for its sake. */
const noPack: AgreeingRules = {
  recommendedBy: 'family-and-coordinator',
  approvedBy: 'network-meeting',
  measuresApprovedBy: 'line-authority',
  followUpEveryMonths: 3,
  neverDecides: [],
  fit: { fullWeek: 30 * 60, travel: 20 },
  prompts: [],
}

export async function agreeingRules(tx: Tx, ctx: Pick<Context, 'today' | 'locale'>, caseId: number): Promise<AgreeingRules> {
  const pack = await packOrNone(tx, caseId)
  if (!pack) return noPack
  const rules = planRules(pack, ctx.today)
  const prompts = inForce(pack.choices, ctx.today).flatMap((c) =>
    c.list === 'question-to-goal' || c.list === 'question-to-activity'
      ? [{ code: c.code, question: c.label[ctx.locale], to: c.list === 'question-to-goal' ? ('goal' as const) : ('activity' as const) }]
      : [],
  )
  return {
    recommendedBy: rules.recommendedBy,
    approvedBy: rules.approvedBy,
    measuresApprovedBy: rules.measuresApprovedBy,
    followUpEveryMonths: rules.followUpEveryMonths,
    neverDecides: inForce(pack.meetingKinds, ctx.today)
      .filter((meeting) => meeting.plan === 'never-decides' && meeting.everyMonths !== null)
      .map((meeting) => meeting.label[ctx.locale]),
    fit: fitRules(pack, ctx.today),
    prompts,
  }
}

/** The pack of the case, null where none has been applied yet. */
export const packOrNone = (tx: Tx, caseId: number): Promise<Pack | null> =>
  casePack(tx, caseId).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
