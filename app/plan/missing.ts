import { type GoalMissing, missingInGoal } from './goal-missing.ts'
import type { Activity, OpenField, PlanContent } from './plan.ts'
import { type Home, missingTerms, type TermField, termsOf } from './terms.ts'

export type MissingCode =
  'no-hope' | 'no-goal' | 'no-activity' | 'title' | 'hope' | 'what' | 'goal' | 'goal-dropped' | 'offer' | 'start' | 'end' | 'hours' | TermField | GoalMissing
/** One thing to answer before the plan can be agreed. `since`: the date by which we should have known has passed. */
export type Missing = {
  on: 'plan' | 'goal' | 'activity' | 'terms'
  id: number
  title: string
  code: MissingCode
  since: string | null
  sector: string | null
}

/**
 * What is missing before the plan can be agreed (PLAN-02: goal, description of the offer, start and end, hours per week for every
 * activity; PLAN-08, PLAN-09: the family's hopes, which its own goals trace to). "Ved vi ikke endnu" with a date is an answer until that
 * date has passed. How the plan is followed up is agreed for each home (PLAN-03, PLAN-16, PLAN-17, PLAN-18). Drafts save with anything
 * missing; only agreement waits.
 */
export function missingForAgreement(plan: PlanContent, today: string, homes: readonly Home[] = [{ id: null, personIds: [] }]): Missing[] {
  const goals = plan.goals.filter((g) => !g.dropped)
  const activities = plan.activities.filter((a) => !a.dropped)
  const whole = (code: MissingCode): Missing => ({ on: 'plan', id: 0, title: '', code, since: null, sector: null })
  return [
    ...(plan.hopes.some((h) => !h.dropped) ? [] : [whole('no-hope')]),
    ...(goals.length ? [] : [whole('no-goal')]),
    ...(activities.length ? [] : [whole('no-activity')]),
    ...goals.flatMap((g) =>
      missingInGoal(g).map((code): Missing => ({ on: 'goal', id: g.id, title: g.title, code, since: null, sector: sectorOf(g) })),
    ),
    ...activities.flatMap((a) => missingInActivity(a, plan, today)),
    ...homes.flatMap((home) =>
      missingTerms(termsOf(plan.terms, home), today).map(
        (code): Missing => ({ on: 'terms', id: home.id ?? 0, title: '', code, since: null, sector: null }),
      ),
    ),
  ]
}

function missingInActivity(a: Activity, plan: PlanContent, today: string): Missing[] {
  const item = (code: MissingCode, since: string | null = null): Missing => ({
    on: 'activity',
    id: a.id,
    title: a.what,
    code,
    since,
    sector: sectorOf(a),
  })
  const open = (field: OpenField & MissingCode, answered: boolean): Missing[] => {
    const until = a.unknownUntil[field]
    if (answered || (until !== undefined && until >= today)) return []
    return [item(field, until ?? null)]
  }
  const goal = plan.goals.find((g) => g.id === a.goalId)
  return [
    ...(a.what ? [] : [item('what')]),
    ...(a.goalId === null ? [item('goal')] : goal?.dropped ? [item('goal-dropped')] : []),
    ...open('offer', a.offer !== ''),
    ...open('start', a.start !== null),
    ...(a.rhythm === 'once' ? [] : open('end', a.end !== null)),
    ...open('hours', a.minutesPerWeek !== null),
  ]
}

/** The sector that owns what is missing; null when it is the coordination's own. */
const sectorOf = (r: { sector: string }): string | null => (r.sector === 'coordination' ? null : r.sector)
