import { addMonths, ageOn } from '#app/platform/time/plain-date.ts'
import type { Counted, FamilyFact, PersonFact, Unit } from './goals.ts'

/* Who a goal is about: the denominator is fixed when a family comes, and who leaves stays in it (measurement.md 6, 4). */

const earliest = (...days: (string | null)[]): string => days.filter((d) => d !== null).toSorted()[0]!

/** The last day that something about a member can be known: today, or the day before which they left or died. */
export const seenUntil = (family: FamilyFact, person: PersonFact | null, today: string): string => earliest(today, family.leftOn, person?.until ?? null, person?.died ?? null)

/** The day the goal is due for this family: so many months after intake; null: it is looked at all the time. */
export const dueOn = (goal: Counted, family: FamilyFact): string | null => (goal.afterMonths === null ? null : addMonths(family.intakeOn, goal.afterMonths))

/** Takes part on that day: has come and has not left. */
export const takesPart = (family: FamilyFact, day: string): boolean => family.intakeOn <= day && (family.leftOn === null || family.leftOn > day)

export type Counting = { family: FamilyFact; person: PersonFact | null; unit: Unit; until: string; due: string | null }

/** Everybody the goal is about. A goal about today (`always`) is about those who take part today; the others about all who ever came. */
export function populationOf(goal: Counted, families: readonly FamilyFact[], today: string): Counting[] {
  const there = families.filter((f) => f.intakeOn <= today && (goal.anchor !== 'always' || takesPart(f, today)))
  if (goal.counts === 'family') return there.map((family) => counting(goal, family, null, today))
  return there.flatMap((family) => family.people.filter((p) => isAbout(goal, family, p, today)).map((person) => counting(goal, family, person, today)))
}

function counting(goal: Counted, family: FamilyFact, person: PersonFact | null, today: string): Counting {
  const day = measuredOn(goal, family, today)
  const unit: Unit = {
    caseId: family.caseId, personId: person?.id ?? null, age: person?.born ? ageOn(person.born, day) : null, here: takesPart(family, today), outcome: 'pending', why: null, evidence: [], pairs: [], due: false, kept: null,
    count: null,
  }
  return { family, person, unit, until: seenUntil(family, person, today), due: dueOn(goal, family) }
}

/** The day ages are looked at. */
function measuredOn(goal: Counted, family: FamilyFact, today: string): string {
  if ('ageOn' in goal.definition && goal.definition.ageOn === 'intake') return family.intakeOn
  return dueOn(goal, family) ?? earliest(today, family.leftOn)
}

function isAbout(goal: Counted, family: FamilyFact, person: PersonFact, today: string): boolean {
  const day = measuredOn(goal, family, today)
  if (person.born === null || person.born > day || (person.died !== null && person.died < day)) return false
  // Who belonged to the family only before it came is nobody the project has helped.
  if (person.until !== null && person.until < family.intakeOn) return false
  const age = ageOn(person.born, day)
  if (goal.counts === 'adult' ? age < 18 : age >= 18) return false
  return age >= goal.ageFrom && (goal.ageUntil === null || age <= goal.ageUntil)
}
