import type { GoalDefinition } from '#app/catalogue/pack-goals.ts'
import type { PackItem } from '#app/catalogue/pack.ts'
import type { Words } from '#app/catalogue/pack-item.ts'
import type { Interval } from '#app/platform/calc/groups.ts'

/*
 * A project's goals (GOAL-01 … GOAL-14): dated facts of its families in, a figure with its number and its uncertainty out, with everyone it was counted from. Pure: nothing here asks the
 * clock or the database. Percentages are never typed. Sources: the project's application 000:53-88; measurement.md 2.4, 3.4, 3.5.
 */

export type ProjectGoal = PackItem<'projectGoals'>
/** A goal that says how it is computed. */
export type Counted = ProjectGoal & { definition: GoalDefinition }
export type Method<M extends GoalDefinition['method']> = Counted & { definition: Extract<GoalDefinition, { method: M }> }

/** Days are plain dates, the last one inclusive. `until`: left the family's case. */
export type PersonFact = { id: number; born: string | null; died: string | null; until: string | null }
export type FamilyFact = {
  caseId: number
  name: string
  /** The anchor (VIS-15); a family without a place is in no goal. */
  intakeOn: string
  leftOn: string | null
  /** Different coordinators and different others assigned on the day the facts were read. */
  contacts: number
  others: number
  /** Goals of the plan that are the family's own and not taken out. */
  ownGoals: { id: number; shelfId: number }[]
  people: PersonFact[]
}
export type SpellFact = { id: number; shelfId: number; caseId: number; personId: number; kind: string; status: string; what: string; from: string; until: string | null }
/** A real measurement, never a carried one; `on` is the last day of a month for a monthly value. One of value and choice. */
export type PointFact = { id: number; shelfId: number; caseId: number; personId: number; source: 'indicator' | 'rating'; code: string; on: string; value: number | null; choice: string | null }
export type Facts = { families: FamilyFact[]; spells: SpellFact[]; points: PointFact[] }
export const NO_FACTS: Facts = { families: [], spells: [], points: [] }

/** What is measured: ends of the scale and which end is best, from the pack. */
export type MeasureInfo = { code: string; label: Words; range: readonly [number, number]; higherIsBetter: boolean }
export type Measures = ReadonlyMap<string, MeasureInfo>

export type Outcome = 'reached' | 'not-reached' | 'pending' | 'left-out'
/** Why somebody is not in the denominator yet, or at all. */
export type Why = 'not-due' | 'never-measured' | 'measured-once' | 'late-baseline' | 'zero-baseline'
/** The registration behind: where it opens. */
export type Evidence = { kind: 'spell' | 'indicator' | 'rating' | 'goal'; id: number; shelfId: number; on: string; until?: string | null; value?: number | null; choice?: string | null; code: string }
/** One who is counted: a family, or a member of it. */
export type Unit = {
  caseId: number
  personId: number | null
  age: number | null
  /** Still takes part on the day. */
  here: boolean
  outcome: Outcome
  why: Why | null
  evidence: Evidence[]
  /** First and later value of each measure. */
  pairs: { code: string; pre: number; post: number; late: boolean }[]
  /** Change: the goal's own time since intake is over. */
  due: boolean
  /** Of a spell that is followed: completed months (a part counts as a half), and how it stands. */
  kept: { months: number; state: 'kept' | 'lost' | 'censored' } | null
  count: number | null
}

export type Share = Interval & { x: number; n: number }
export type ChangeFigure = {
  code: string
  n: number
  preMean: number
  postMean: number
  changeOfMeansPct: number | null
  meanOfIndividualPct: number | null
  zeroBaselines: number
  /** Can the mean reach the target on its scale? Null where the question makes no sense. */
  reachable: boolean | null
  targetMean: number | null
}
/** Of those who got one: the share that keeps it so long (Kaplan-Meier), and how many were followed to there. */
export type KeptFigure = { n: number; lost: number; months: number; survival: number; low: number | null; high: number | null; atRisk: number; kept: number; censored: number }
/** The figure held against the target, in words. */
export type Standing = 'not-counted' | 'nobody' | 'too-few' | 'early' | 'no-target' | 'reached' | 'below' | 'uncertain' | 'mean-above' | 'mean-below'
export type GoalResult = {
  code: string
  /** Everybody of the population: in the denominator, waiting, left out. */
  units: Unit[]
  share: Share
  /** The same for those who are still here (those who left are in `share`, as they were when they left). */
  staying: Share
  pending: number
  leftOut: number
  /** Change: in the denominator though the time is not over. */
  early: number
  changes: ChangeFigure[]
  kept: KeptFigure | null
  median: number | null
  /** What is held against the target, in per cent; null: none. */
  judged: number | null
  standing: Standing
}

export const isCounted = (goal: ProjectGoal): goal is Counted => goal.definition !== undefined
export const isOf = <M extends GoalDefinition['method']>(goal: Counted, ...methods: M[]): goal is Method<M> => methods.some((m) => m === goal.definition.method)
