import { differenceInDifferences } from '#app/platform/calc/change.ts'
import { effectOfGroups } from '#app/platform/calc/groups.ts'
import type { PackItem } from '#app/catalogue/pack.ts'

/*
 * The families held against a group that was chosen before the first of them came (EVAL-09; measurement.md 3.7): how much more one moved than the other. Without a group nothing is compared:
 * families come when it is worst, so some of the change would have come by itself.
 */

export type ComparisonGroup = PackItem<'comparisonGroups'>
/** `late`: chosen after the first family came, and nobody says why; it is not used. `late-told`: the reason stands beside every figure. */
export type Choice = 'none' | 'in-time' | 'late-told' | 'late'

/** @param firstIntakeOn the day the project's first family came; null: none has */
export function choiceOf(group: Pick<ComparisonGroup, 'kind' | 'chosenOn' | 'lateReason'> | undefined, firstIntakeOn: string | null): Choice {
  if (!group || group.kind === 'none') return 'none'
  if (firstIntakeOn === null || group.chosenOn < firstIntakeOn) return 'in-time'
  return group.lateReason === null ? 'late' : 'late-told'
}

/** A group's means of the same people before and after; `sdChange` the spread of their changes, null: not told. */
export type Moved = { people: number; before: number; after: number; sdChange: number | null }
export type Compared = {
  ownChange: number
  theirChange: number
  /** Own change less theirs. */
  did: number
  /** Hedges' g of the two changes with its 95 % interval, where both spreads are known. */
  effect: { g: number; low: number; high: number } | null
  /** Fewer people than the group's `fewest` on either side: the numbers stand, nothing is concluded. */
  tooFew: boolean
  /** In words: better than the group, worse, or not told apart. Null where nothing is concluded. */
  verdict: 'better' | 'worse' | 'unclear' | null
}
const Z = 1.959964

/** By the very functions of `helhed calc`: difference-in-differences, effect-size. */
export function compare(own: Moved, theirs: Moved, fewest: number, higherIsBetter: boolean): Compared {
  const { did, treatedChange, controlChange } = differenceInDifferences({ treatedBefore: own.before, treatedAfter: own.after, controlBefore: theirs.before, controlAfter: theirs.after })
  const tooFew = own.people < fewest || theirs.people < fewest
  const effect = tooFew ? null : effectOf(own, theirs, treatedChange, controlChange)
  const better = (x: number) => (higherIsBetter ? x > 0 : x < 0)
  const verdict = effect === null ? null : effect.low <= 0 && effect.high >= 0 ? 'unclear' : better(effect.g) ? 'better' : 'worse'
  return { ownChange: treatedChange, theirChange: controlChange, did, effect, tooFew, verdict }
}

function effectOf(own: Moved, theirs: Moved, m1: number, m2: number): Compared['effect'] {
  if (!own.sdChange || !theirs.sdChange) return null
  const { g, seG } = effectOfGroups({ m1, sd1: own.sdChange, n1: own.people, m2, sd2: theirs.sdChange, n2: theirs.people })
  return { g, low: g - Z * seG, high: g + Z * seG }
}
