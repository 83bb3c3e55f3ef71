import { addDays } from '#app/platform/time/plain-date.ts'

/* KOO-07, KOO-08, GOAL-11: how many people work with a family, over time, counted from the dated assignments. Pure. */

export type Dated = { staffId: number; from: string; until: string | null }
/** From this day on so many different people, until the next step. */
export type Step = { date: string; people: number }

/** How many different people on a day; somebody with two roles is one. */
export const peopleOn = (assignments: readonly Dated[], day: string): number =>
  new Set(assignments.filter((one) => one.from <= day && (one.until === null || day <= one.until)).map((one) => one.staffId)).size

/** Each day on which the number changed, from the first assignment to `until`; two days with the same number in a row are one step. */
export function countSteps(assignments: readonly Dated[], until: string): Step[] {
  const days = new Set<string>()
  for (const one of assignments) {
    days.add(one.from)
    if (one.until !== null) days.add(addDays(one.until, 1))
  }
  const steps: Step[] = []
  for (const date of [...days].filter((day) => day <= until).toSorted()) {
    const people = peopleOn(assignments, date)
    if (people !== steps.at(-1)?.people) steps.push({ date, people })
  }
  return steps
}
