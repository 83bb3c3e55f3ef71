import { z } from 'zod'
import { changeByAnchor, changeInPercent, changeOfCohort, clinicalCutoffs, differenceInDifferences, reliableChange, targetReachable } from './change.ts'
import { controlChart } from './control-chart.ts'
import { hideInList, hideInTable } from './disclosure.ts'
import { effectOfGroups, effectOfPairs, goalAttainment, proportion, proportionDifference } from './groups.ts'
import { compareRetention, retention } from './retention.ts'
import { type BandedScale, bandedScales, scoreSdq, sdqAddedValue, sdqBand, sdqCodes, sdqImpact, sdqMax, type SdqVersion, sdqVersions } from './sdq.ts'
import { scoreCore10, scoreGad7, scorePhq9, scoreWho5 } from './short-scales.ts'
import { Senseless, type Topic, topic, topicOf } from './topic.ts'

/** The topics about people: instruments, change, groups, small numbers. Shapes: what a number may be is said here, once. */

const number = z.number()
const some = z.array(number).min(1)
const positive = number.positive()
const count = z.int().nonnegative()
const level = number.gt(0).lt(1).optional()
const reliability = number.min(0).lt(1)
const informant = z.enum(['parent', 'teacher', 'self'])
const answered = (max: number) => z.int().min(0).max(max).nullable()
const list = (items: number, max: number) => z.array(answered(max)).length(items)
const sdqAnswers = z.strictObject(Object.fromEntries(sdqCodes.map((code) => [code, answered(2).optional()])))

const score = topicOf(
  z.discriminatedUnion('instrument', [
    z.strictObject({ instrument: z.literal('sdq'), version: z.enum([...sdqVersions, 'T2-4']).optional(), informant: informant.optional(), answers: sdqAnswers }),
    z.strictObject({ instrument: z.literal('who5'), version: z.string().optional(), informant: informant.optional(), answers: list(5, 5) }),
    z.strictObject({ instrument: z.literal('phq9'), version: z.string().optional(), informant: informant.optional(), answers: list(9, 3) }),
    z.strictObject({ instrument: z.literal('gad7'), version: z.string().optional(), informant: informant.optional(), answers: list(7, 3) }),
    z.strictObject({ instrument: z.literal('core10'), version: z.string().optional(), informant: informant.optional(), answers: list(10, 4) }),
  ]),
  (i) => {
    if (i.instrument === 'sdq') return scoreSdq(i.answers)
    return { who5: scoreWho5, phq9: scorePhq9, gad7: scoreGad7, core10: scoreCore10 }[i.instrument](i.answers)
  },
)

const impactAnswer = answered(3).optional()
const impact = topic(
  { informant, anyDifficulty: answered(3), distress: impactAnswer, home: impactAnswer, friends: impactAnswer, learning: impactAnswer, leisure: impactAnswer },
  ({ informant: who, ...answers }) => sdqImpact(who, answers),
)

const bandScores = z.partialRecord(z.enum(bandedScales), count.nullable())
const bands = topic({ version: z.enum(sdqVersions), bands: z.union([z.literal(3), z.literal(4)]), scores: bandScores }, (i) => {
  const scores = Object.entries(i.scores) as [BandedScale, number | null][]
  for (const [scale, value] of scores) withinScale(i.version, scale, value)
  const found = Object.fromEntries(scores.map(([scale, value]) => [scale, sdqBand(i.version, i.bands, scale, value)]))
  return Object.values(found).includes(null) ? { ...found, reason: scores.some(([, v]) => v === null) ? 'incomplete' : 'noNorms' } : found
})
function withinScale(version: SdqVersion, scale: BandedScale, value: number | null): void {
  if (value !== null && value > sdqMax(version, scale)) throw new Senseless('outOfRange', `${scale}: at most ${sdqMax(version, scale)}`)
}

const sdqTen = count.max(10)
const addedValue = topic({ informant, months: positive, t1Total: count.max(40), t1Impact: sdqTen, t1Emotional: sdqTen, t2Total: count.max(40) }, sdqAddedValue)

const cutoff = z.strictObject({ meanFunctional: number, sdFunctional: positive, kind: z.enum(['a', 'b', 'c']), meanClinical: number.optional() })
const pairs = { pre: z.array(number), post: z.array(number), higherIsBetter: z.boolean() }

const effectSize = topicOf(
  z.union([
    z.strictObject({ m1: number, sd1: number.nonnegative(), n1: z.int().min(2), m2: number, sd2: number.nonnegative(), n2: z.int().min(2) }),
    z.strictObject({ meanDiff: number, sdDiff: positive, r: number.min(-1).lt(1), n: z.int().min(2) }),
  ]),
  (i) => ('m1' in i ? effectOfGroups(i) : effectOfPairs(i)),
)

const followed = { time: z.array(number.nonnegative()), event: z.array(z.union([z.literal(0), z.literal(1)])) }
const gasLevel = number.min(-2).max(2)

export const measureTopics: readonly (readonly [string, Topic])[] = [
  ['score', score],
  ['sdq-impact', impact],
  ['sdq-bands', bands],
  ['sdq-added-value', addedValue],
  ['change', topic({ pre: number, post: number, sd: positive, reliability, higherIsBetter: z.boolean(), critical: positive.optional() }, reliableChange)],
  ['clinical-cutoffs', topic({ meanClinical: number, sdClinical: positive, meanFunctional: number, sdFunctional: positive, higherIsBetter: z.boolean() }, clinicalCutoffs)],
  ['change-cohort', topic({ ...pairs, reliability, sd: positive.optional(), critical: positive.optional(), cutoff: cutoff.optional() }, changeOfCohort)],
  ['change-anchor', topic({ ...pairs, minimalImportantDifference: positive }, changeByAnchor)],
  ['change-percent', topic({ ...pairs, improveBy: number.nonnegative(), worsenBy: number.nonnegative() }, changeInPercent)],
  ['target-reachable', topic({ baselineMean: number.nonnegative(), targetPct: number.min(-100), scaleMax: positive }, targetReachable)],
  ['gas', topic({ attainment: z.array(gasLevel).min(1), weights: z.array(positive).min(1), rho: number.min(0).lt(1).optional(), baseline: z.array(gasLevel).optional() }, goalAttainment)],
  ['effect-size', effectSize],
  ['proportion', topic({ x: count, n: count, level }, (i) => proportion(i.x, i.n, i.level))],
  ['proportion-difference', topic({ x1: count, n1: count, x2: count, n2: count, level }, proportionDifference)],
  ['retention', topic({ ...followed, at: z.array(number.nonnegative()).optional(), level, ci: z.enum(['loglog', 'log', 'plain']).optional() }, retention)],
  ['retention-compare', topic({ ...followed, group: z.array(z.union([z.string(), number])) }, compareRetention)],
  ['control-chart', topic({ values: some }, (i) => controlChart(i.values))],
  ['difference-in-differences', topic({ treatedBefore: number, treatedAfter: number, controlBefore: number, controlAfter: number }, differenceInDifferences)],
  [
    'disclosure',
    topic({ cells: z.union([z.array(count).min(1), z.array(z.array(count).min(1)).min(1)]), k: z.int().min(1), totals: z.boolean().optional() }, (i) =>
      isTable(i.cells) ? hideInTable(i.cells, i.k, i.totals ?? false) : hideInList(i.cells, i.k, i.totals ?? false),
    ),
  ],
]
const isTable = (cells: number[] | number[][]): cells is number[][] => Array.isArray(cells[0])
