import { proportion } from '#app/platform/calc/groups.ts'
import { byDay, changed, changeFigures, judgedChange, latestIsGood, type PointsOf } from './evaluate-change.ts'
import { hasSpell, keptFigure, keptSpell } from './evaluate-spells.ts'
import { type Counted, type Facts, type GoalResult, isOf, type Measures, type Share, type Standing, type Unit } from './goals.ts'
import { type Counting, populationOf } from './population.ts'

/** Facts by who and what they are about, so that a goal of thousands of families is one pass. */
export type Indexed = { families: Facts['families']; spells: Map<number, Facts['spells']>; points: Map<string, Facts['points']> }
const keyOf = (caseId: number, personId: number, source: string, code: string): string => `${caseId} ${personId} ${source} ${code}`
export const indexed = (facts: Facts): Indexed => ({
  families: facts.families,
  spells: Map.groupBy(facts.spells, (s) => s.caseId),
  points: Map.groupBy(facts.points.toSorted(byDay), (p) => keyOf(p.caseId, p.personId, p.source, p.code)),
})

/**
 * A goal on a day, from dated facts. Everybody of the population is in exactly one of reached, not reached, pending, left out; the share is reached of reached and not reached, with
 * its Wilson interval. Families without a place have no part in it, and the order of facts is nothing.
 */
export function evaluateGoal(goal: Counted, facts: Indexed, measures: Measures, today: string): GoalResult {
  const counted = populationOf(goal, facts.families, today)
  const units = isOf(goal, 'survey', 'costs') ? [] : counted.map((c) => unitOf(goal, c, facts, measures)).toSorted((a, b) => a.caseId - b.caseId || (a.personId ?? 0) - (b.personId ?? 0))
  const denominator = units.filter((u) => u.outcome === 'reached' || u.outcome === 'not-reached')
  const changes = isOf(goal, 'change') ? changeFigures(goal, denominator, measures) : []
  const share = shareOf(denominator)
  const judged = judgedOf(goal, share, changes, measures)
  return {
    code: goal.code,
    units,
    share,
    staying: shareOf(denominator.filter((u) => u.here)),
    pending: units.filter((u) => u.outcome === 'pending').length,
    leftOut: units.filter((u) => u.outcome === 'left-out').length,
    early: isOf(goal, 'change') && goal.afterMonths !== null ? denominator.filter((u) => !u.due).length : 0,
    changes,
    kept: isOf(goal, 'kept-spell') ? keptFigure(goal, denominator) : null,
    median: isOf(goal, 'one-contact') ? middle(denominator.flatMap((u) => (u.count === null ? [] : [u.count]))) : null,
    judged,
    standing: standingOf(goal, units, share, judged),
  }
}

function unitOf(goal: Counted, c: Counting, facts: Indexed, measures: Measures): Unit {
  const spells = facts.spells.get(c.family.caseId) ?? []
  const points: PointsOf = (source, code) => (c.person && facts.points.get(keyOf(c.family.caseId, c.person.id, source, code))) ?? []
  if (isOf(goal, 'has-spell')) return hasSpell(goal, c, spells)
  if (isOf(goal, 'kept-spell')) return keptSpell(goal, c, spells)
  if (isOf(goal, 'change')) return changed(goal, c, points, measures)
  if (isOf(goal, 'latest')) return latestIsGood(goal, c, points)
  if (goal.definition.method === 'own-goals') {
    const evidence = c.family.ownGoals.map((g) => ({ kind: 'goal' as const, ...g, on: c.family.intakeOn, code: 'own' }))
    return { ...c.unit, outcome: evidence.length > 0 ? 'reached' : 'not-reached', evidence }
  }
  return { ...c.unit, outcome: c.family.contacts === 1 ? 'reached' : 'not-reached', count: c.family.others }
}

export const shareOf = (units: readonly Pick<Unit, 'outcome'>[]): Share => {
  const [x, n] = [units.filter((u) => u.outcome === 'reached').length, units.length]
  return { x, n, ...proportion(x, n) }
}

/** The middle value; between two the lower. */
const middle = (values: readonly number[]): number | null => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? null

function judgedOf(goal: Counted, share: Share, changes: GoalResult['changes'], measures: Measures): number | null {
  if (isOf(goal, 'change') && goal.definition.judged !== 'share-improved') return judgedChange(goal, changes, measures)
  return share.p === null ? null : 100 * share.p
}

/**
 * How the figure stands to the target. A share is judged by its interval: above the target with all of it is reached, below with all of it is not, and else nobody can say. Targets of
 * 100 per cent are reached when everybody is there. Of a mean it is only said on which side of the target it lies.
 */
function standingOf(goal: Counted, units: readonly Unit[], share: Share, judged: number | null): Standing {
  if (isOf(goal, 'survey', 'costs')) return 'not-counted'
  if (units.length === 0 || share.n === 0) return 'nobody'
  if (share.n < goal.definition.fewest) return 'too-few'
  const target = goal.measure === 'count-at-most' ? null : goal.target
  // The time of the goal must be over for enough of them.
  const over = units.filter((u) => u.due && (u.outcome === 'reached' || u.outcome === 'not-reached')).length
  if (isOf(goal, 'change') && goal.afterMonths !== null && target !== null && over < goal.definition.fewest) return 'early'
  if (target === null) return 'no-target'
  if (isOf(goal, 'change') && goal.definition.judged !== 'share-improved') return judged === null ? 'uncertain' : judged >= target ? 'mean-above' : 'mean-below'
  if (target >= 100 && share.x === share.n) return 'reached'
  return (share.low ?? 0) * 100 >= target ? 'reached' : (share.high ?? 1) * 100 < target ? 'below' : 'uncertain'
}
