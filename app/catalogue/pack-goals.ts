import { z } from 'zod'
import { ageRange, code, codes, item, words } from './pack-item.ts'

/**
 * Goals of a project (GOAL-01 … GOAL-14) with how each is computed: who is counted, from which day, against which first value, and what counts as reached or kept. A definition is
 * data that somebody can correct; the same words in the application can be read in several ways and give different figures (measurement.md 2.4).
 */

/** A kind of spell with the statuses that count; none named: all. */
const spellKind = z.strictObject({ kind: code, statuses: codes.default([]) })
const people = {
  /** The day a member's age is looked at: when the family came, or when the goal is measured (requirements.md Q3). */
  ageOn: z.enum(['intake', 'measured']).default('measured'),
  /** With fewer than this in the denominator no more is said than that they are too few to judge. */
  fewest: z.int().min(1).default(10),
}
const measured = { source: z.enum(['indicator', 'rating']), codes: codes.min(1) }
/** How much better counts as better: a share of the first value, or points of the scale. */
const improveBy = z.union([z.strictObject({ percent: z.number().positive() }), z.strictObject({ points: z.number().positive() })])

/** Has a spell on the day (of a family: one of its adults has). `newSinceIntake`: it began after the family came. */
const hasSpell = z.strictObject({ method: z.literal('has-spell'), ...people, spells: z.array(spellKind).min(1), newSinceIntake: z.boolean() })
/** Got a spell within the time, and kept it for so many months without a break longer than `gapDays`. `atBoundary`: what an end on the very day is. `episode`: the one that is followed. */
const keptSpell = z.strictObject({
  method: z.literal('kept-spell'),
  ...people,
  spells: z.array(spellKind).min(1),
  newSinceIntake: z.boolean(),
  keptMonths: z.int().positive(),
  gapDays: z.int().min(0),
  atBoundary: z.enum(['kept', 'lost']),
  episode: z.enum(['first', 'longest']),
})
/**
 * From a first value to a later one. The first: not later than `baselineWithinDays` after intake, else the first there is (`lateBaseline`). From zero: any step in the good direction
 * counts, or those are left out. `judged`: the figure held against the target.
 */
const change = z.strictObject({
  method: z.literal('change'),
  ...people,
  ...measured,
  baselineWithinDays: z.int().positive(),
  lateBaseline: z.enum(['used', 'left-out']),
  improveBy,
  zeroBaseline: z.enum(['any-gain', 'left-out']),
  judged: z.enum(['change-of-means', 'mean-of-individuals', 'share-improved']),
})
/** The newest answer is a good one. */
const latest = z.strictObject({ method: z.literal('latest'), ...people, ...measured, good: codes.min(1) })
const familyFact = z.strictObject({ method: z.enum(['own-goals', 'one-contact']), ...people })
/** Not counted from families' registrations: a survey among partners, or the costs. */
const elsewhere = z.strictObject({ method: z.enum(['survey', 'costs']), fewest: people.fewest })

export const goalDefinition = z.discriminatedUnion('method', [hasSpell, keptSpell, change, latest, familyFact, elsewhere])
export type GoalDefinition = z.infer<typeof goalDefinition>

/** A goal of the project: counted from registrations, never typed. */
export const projectGoal = z.strictObject({
  ...item,
  requirement: z.string().regex(/^GOAL-\d\d$/),
  text: words,
  measure: z.enum(['share', 'change-percent', 'improves', 'survey', 'count-at-most']),
  /** Percent for shares and changes, a count otherwise; null when the document names no number. */
  target: z.number().nullable(),
  population: words,
  counts: z.enum(['family', 'adult', 'child', 'partner']),
  ...ageRange,
  anchor: z.enum(['intake', 'last-measurement', 'always']),
  afterMonths: z.int().positive().nullable(),
  /** The registrations it is counted from. */
  data: words,
  openQuestion: words.optional(),
  /** Left out only in packs older than it; such a goal is shown and not computed. */
  definition: goalDefinition.optional(),
})

/** How the indicators of one kind of answer become criteria of success (002:39-91): one rule for all of them, since the document names none. */
export const indicatorCriterion = z.strictObject({ ...item, answers: codes.min(1), definition: goalDefinition })
