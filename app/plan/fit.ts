import { type Load, clashes, pairs, weekdaysInWeek } from './load.ts'
import type { Activity, Goal, PlanContent } from './plan.ts'

/*
 * Do goals and activities fit together in time (PLAN-07: "realistisk tidsafstemte i forhold til hinanden")? Each thing that does not is
 * found once, over all the weeks looked at, and said in words with what one could do about it (fit-words.ts). Nothing here stops a plan.
 */

/** The same member, two things at one time. `weeks`: Mondays on which it happens. */
export type Double = { kind: 'double'; personIds: number[]; weekday: number; firstId: number; secondId: number; weeks: string[] }
/** Two places one after the other with less time between than the way takes. Minutes. */
export type Travel = {
  kind: 'travel'
  personIds: number[]
  weekday: number
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

/** The same person at two things at once, over these weeks. Symmetric: the order of the list does not matter but for which is named first. */
export function doubles(activities: readonly Activity[], weeks: readonly string[]): Double[] {
  const found = new Map<string, Double>()
  for (const monday of weeks) {
    for (const c of clashes(activities, monday)) {
      const key = `${c.firstId} ${c.secondId} ${c.weekday}`
      const one = found.get(key) ?? {
        kind: 'double' as const,
        personIds: [],
        weekday: c.weekday,
        firstId: c.firstId,
        secondId: c.secondId,
        weeks: [],
      }
      if (!one.personIds.includes(c.personId)) one.personIds.push(c.personId)
      if (!one.weeks.includes(monday)) one.weeks.push(monday)
      found.set(key, one)
    }
  }
  return [...found.values()]
}

/** The way from one place to the next is longer than the time between. A place nobody has named is not judged. */
export function impossibleTravel(activities: readonly Activity[], weeks: readonly string[], travel: number): Travel[] {
  const found: Travel[] = []
  const follow = (a: Activity, b: Activity) => a.timeTo! <= b.timeFrom! || b.timeTo! <= a.timeFrom!
  const apart = (a: Activity, b: Activity) => placeOf(a) !== '' && placeOf(b) !== '' && placeOf(a) !== placeOf(b)
  for (const [one, other, personIds] of pairs(activities, (a, b) => apart(a, b) && follow(a, b))) {
    const [first, second] = one.timeTo! <= other.timeFrom! ? [one, other] : [other, one]
    const gap = minutesOf(second.timeFrom!) - minutesOf(first.timeTo!)
    const told = second.travelMinutes ?? first.travelMinutes
    const needed = told ?? travel
    if (gap >= needed) continue
    for (let day = 1; day <= 7; day++) {
      const on = weeks.filter((monday) => weekdaysInWeek(first, monday).includes(day) && weekdaysInWeek(second, monday).includes(day))
      if (on.length)
        found.push({
          kind: 'travel',
          personIds,
          weekday: day,
          firstId: first.id,
          secondId: second.id,
          weeks: on,
          gap,
          needed,
          told: told !== null,
        })
    }
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
