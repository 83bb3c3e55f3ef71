import type { Goal } from './plan.ts'

export const goalMissingCodes = ['title', 'hope', 'law-area', 'aim', 'owner', 'measure', 'goal-dates', 'look'] as const
export type GoalMissing = (typeof goalMissingCodes)[number]

/**
 * What a goal lacks before the plan can be agreed. A family's own goal traces to a hope (PLAN-09), a sector's names its area of law
 * (PLAN-11); both are measurable and timed and somebody's (PLAN-07). Steps below take kind, owner and dates from the goal above them, and a
 * goal picked out of a sector plan has them in that plan.
 */
export function missingInGoal(g: Goal): GoalMissing[] {
  const whole = g.level === 1 && !g.fromSectorPlan
  const lacks: Record<GoalMissing, boolean> = {
    title: !g.title,
    hope: g.kind === 'own' && g.level === 1 && g.hopeId === null,
    'law-area': g.kind === 'sector' && g.level === 1 && g.lawArea === null && !g.fromSectorPlan,
    aim: whole && g.aim === null,
    owner: whole && g.ownerPersonId === null && g.ownerStaffId === null,
    measure: whole && g.measure === '',
    'goal-dates': whole && (g.start === null || g.end === null),
    look: whole && g.lookOn === null,
  }
  return goalMissingCodes.filter((code) => lacks[code])
}
