import { type Load, pairs, sameTime, weekdaysInWeek } from './load.ts'
import type { Activity, Goal, PlanContent } from './plan.ts'

/*
 * Do goals and activities fit together in time (PLAN-07: "realistisk tidsafstemte i forhold til hinanden")? Each thing that does not is
 * found once, over all the weeks looked at, and said in words with what one could do about it (fit-words.ts). Nothing here stops a plan.
 */

/** The same member, two things at one time. `weeks`: Mondays on which it happens. */
export type Double = { kind: 'double'; personIds: number[]; weekdays: number[]; firstId: number; secondId: number; weeks: string[] }
/** Two places one after the other with less time between than the way takes. Minutes. */
export type Travel = {
  kind: 'travel'
  personIds: number[]
  weekdays: number[]
  firstId: number
  secondId: number
  weeks: string[]
  gap: number
  needed: number
  /** The time it takes was said; otherwise it is the pack's. */
  told: boolean
}
/** Begins before what it comes after is over. `ends`: when that is, null: nobody knows. */
export type Order = { kind: 'order'; activityId: number; afterId: number; starts: string; ends: string | null }
/** Goes on after its goal's last day, or begins before its first. */
export type OutsideGoal = { kind: 'outside-goal'; activityId: number; goalId: number; what: 'late' | 'early'; day: string; goalDay: string }
/** A step ends after the goal it leads to. */
export type LateStep = { kind: 'late-step'; goalId: number; parentId: number; day: string; parentDay: string }
/** Weeks with more hours than the pack calls a full week. Minutes. */
export type Heavy = { kind: 'heavy'; personId: number; weeks: string[]; most: number; mostIn: string; limit: number }
export type Misfit = Double | Travel | Order | OutsideGoal | LateStep | Heavy

/** The pack's numbers: what is a full week, and how long a way takes when nobody has said. Minutes. */
export type FitRules = { fullWeek: number; travel: number }

/** First and last day of a goal, where it has them. */
type DatedGoal = Goal & { start?: string | null; end?: string | null }
const firstDay = (g: DatedGoal): string | null => g.start ?? null
const lastDay = (g: DatedGoal): string | null => g.end ?? null

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
const placeOf = (a: Pick<Activity, 'place'>): string => a.place.trim().toLocaleLowerCase('da')

/** On which weekdays each activity happens in each week, counted once. */
function calendar(activities: readonly Activity[], weeks: readonly string[]): (id: number, week: number) => readonly number[] {
  const days = new Map(activities.map((a) => [a.id, weeks.map((monday) => weekdaysInWeek(a, monday))]))
  return (id, week) => days.get(id)?.[week] ?? []
}
/** The weekdays on which both happen, and the weeks in which they do; null: never on the same day. */
function together(
  first: Activity,
  second: Activity,
  weeks: readonly string[],
  on: ReturnType<typeof calendar>,
): { weekdays: number[]; weeks: string[] } | null {
  const days = new Set<number>()
  const both = weeks.filter((_, i) => {
    const theirs = on(second.id, i)
    const shared = on(first.id, i).filter((day) => theirs.includes(day))
    for (const day of shared) days.add(day)
    return shared.length > 0
  })
  return both.length ? { weekdays: [...days].toSorted((a, b) => a - b), weeks: both } : null
}
const timed = (activities: readonly Activity[]): Activity[] =>
  activities.filter((a) => !a.dropped && a.timeFrom !== null && a.timeTo !== null)

/** The same person at two things at once, over these weeks. The order of the list decides only which is named first. */
export function doubles(activities: readonly Activity[], weeks: readonly string[]): Double[] {
  const on = calendar(timed(activities), weeks)
  const found: Double[] = []
  for (const [first, second, personIds] of pairs(activities, sameTime)) {
    const both = together(first, second, weeks, on)
    if (both) found.push({ kind: 'double', personIds, firstId: first.id, secondId: second.id, ...both })
  }
  return found
}

/** The way from one place to the next is longer than the time between. A place nobody has named is not judged. */
export function impossibleTravel(activities: readonly Activity[], weeks: readonly string[], travel: number): Travel[] {
  const on = calendar(timed(activities), weeks)
  const found: Travel[] = []
  const follow = (a: Activity, b: Activity) => a.timeTo! <= b.timeFrom! || b.timeTo! <= a.timeFrom!
  const apart = (a: Activity, b: Activity) => placeOf(a) !== '' && placeOf(b) !== '' && placeOf(a) !== placeOf(b)
  for (const [one, other, personIds] of pairs(activities, (a, b) => apart(a, b) && follow(a, b))) {
    const [first, second] = one.timeTo! <= other.timeFrom! ? [one, other] : [other, one]
    const gap = minutesOf(second.timeFrom!) - minutesOf(first.timeTo!)
    const told = second.travelMinutes ?? first.travelMinutes
    const needed = told ?? travel
    if (gap >= needed) continue
    const both = together(first, second, weeks, on)
    if (both) found.push({ kind: 'travel', personIds, firstId: first.id, secondId: second.id, gap, needed, told: told !== null, ...both })
  }
  return found
}

/** What comes after another thing and begins before that is over. */
export function wrongOrder(activities: readonly Activity[]): Order[] {
  const live = activities.filter((a) => !a.dropped)
  return live.flatMap((a): Order[] => {
    const before = live.find((b) => b.id === a.afterId)
    if (!before || a.start === null || before.start === null) return []
    const ends = before.rhythm === 'once' ? before.start : before.end
    if (ends !== null && a.start > ends) return []
    return [{ kind: 'order', activityId: a.id, afterId: before.id, starts: a.start, ends }]
  })
}

/** Activities outside the days of their goal, and steps that end after the goal they lead to. */
export function outsideGoals(plan: Pick<PlanContent, 'goals' | 'activities'>): (OutsideGoal | LateStep)[] {
  const goals = new Map(plan.goals.filter((g) => !g.dropped).map((g) => [g.id, g]))
  const late = plan.activities
    .filter((a) => !a.dropped)
    .flatMap((a): OutsideGoal[] => {
      const goal = a.goalId === null ? undefined : goals.get(a.goalId)
      if (!goal) return []
      const last = a.rhythm === 'once' ? a.start : a.end
      const at = { kind: 'outside-goal' as const, activityId: a.id, goalId: goal.id }
      const [from, until] = [firstDay(goal), lastDay(goal)]
      if (until !== null && last !== null && last > until) return [{ ...at, what: 'late', day: last, goalDay: until }]
      if (from !== null && a.start !== null && a.start < from) return [{ ...at, what: 'early', day: a.start, goalDay: from }]
      return []
    })
  const steps = [...goals.values()].flatMap((g: Goal): LateStep[] => {
    const parent = g.parentId === null ? undefined : goals.get(g.parentId)
    const [day, parentDay] = [lastDay(g), parent ? lastDay(parent) : null]
    return parent && day !== null && parentDay !== null && day > parentDay
      ? [{ kind: 'late-step', goalId: g.id, parentId: parent.id, day, parentDay }]
      : []
  })
  return [...late, ...steps]
}

/** Weeks that are full, by member. Never a judgement: something may have to wait. */
export function heavyWeeks(load: readonly Load[], weeks: readonly string[], limit: number): Heavy[] {
  return load.flatMap(({ personId, minutes }): Heavy[] => {
    const full = weeks.filter((_, i) => minutes[i]! > limit)
    const most = Math.max(0, ...minutes)
    return full.length ? [{ kind: 'heavy', personId, weeks: full, most, mostIn: weeks[minutes.indexOf(most)]!, limit }] : []
  })
}

/** Everything that does not fit, over these weeks: what cannot be done first, a full week last. */
export function misfits(
  plan: Pick<PlanContent, 'goals' | 'activities'>,
  weeks: readonly string[],
  load: readonly Load[],
  rules: FitRules,
): Misfit[] {
  return [
    ...doubles(plan.activities, weeks),
    ...impossibleTravel(plan.activities, weeks, rules.travel),
    ...wrongOrder(plan.activities),
    ...outsideGoals(plan),
    ...heavyWeeks(load, weeks, rules.fullWeek),
  ]
}
